"""Makes the documents of an edition into one file to be read: a volume in any format that shows pages, or JSON."""

from __future__ import annotations

import datetime

import msgspec

from travaux.desk import edition
from travaux.exchange.export import export
from travaux.exchange.formats import Format
from travaux.exchange.volume import volume
from travaux.release.mark import Edition


def edition_volume(to: Edition, *, on: datetime.date, title: str, form: Format | None) -> bytes:
    """The documents of the open file as the edition has them under the marks that hold on a day; JSON where no format
    is given. Raises what `desk.edition.documents` does, and UnknownFormat where the format shows no pages."""
    documents = [each.document for each in edition.documents(to, on=on)]
    if form is None:
        return msgspec.json.encode({"title": title, "edition": to, "documents": documents})
    return export(volume(documents, title=title), to=form)

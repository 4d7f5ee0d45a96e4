"""Writes a draft, a redline, a table or a document in a format that is asked for."""

from __future__ import annotations

from typing import cast

from travaux.errors import UnknownFormat
from travaux.exchange.formats import Format, Matter, holding
from travaux.exchange.lay_out import lay_out
from travaux.exchange.paper import Paper
from travaux.exchange.sheet import Sheet
from travaux.record.document import Document


def export(matter: Paper | Sheet | Document, *, to: Format) -> bytes:
    """The bytes of a file in the format `to`: the same bytes for the same matter, whenever it is written.

    A paper with an earlier text is written as a redline. Raises UnknownFormat where the format cannot hold it.

    >>> from travaux.exchange.formats import format_named
    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Draft, Provision, ProvisionKind, Run
    >>> at = Citation("d1", 0, 13)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("It runs daily.", at),))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=at)
    >>> export(Paper(draft), to=format_named("text")).decode().splitlines()[0]
    'It runs daily.'
    """
    kind = _kind(matter)
    if kind not in to.holds:
        able = ", ".join(map(str, holding(kind)))
        remedy = f"Ask for one that does: {able}." if able else ""
        raise UnknownFormat(f"The format {to} ({to.title}) holds no {kind}.", remedy=remedy)
    home = to.module
    if isinstance(matter, Document):
        return cast(bytes, home.write_document(matter))
    if isinstance(matter, Paper) and hasattr(home, "write"):
        return cast(bytes, home.write(matter))
    return cast(bytes, home.write_sheet(lay_out(matter) if isinstance(matter, Paper) else matter))


def _kind(matter: Paper | Sheet | Document) -> Matter:
    if isinstance(matter, Document):
        return Matter.DOCUMENT
    if isinstance(matter, Paper):
        return Matter.DRAFT if matter.before is None else Matter.REDLINE
    return Matter.TABLE

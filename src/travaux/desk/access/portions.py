"""Documents as one sees them who may not see some portions: a marker stands for each, and nothing tells how long it is.

What was derived from such a document (drafts, instructions, references, who is named) is not shown at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from travaux.desk.access.decide import Span, partly, sees_all
from travaux.errors import NotPermitted

if TYPE_CHECKING:
    from travaux.desk import models
    from travaux.record.document import Document

#: What stands for a portion that is not shown.
MARKER = "[portion not shown]"


def as_seen(row: models.Document) -> models.Document:
    """The row as whoever looks now may see it."""
    if sees_all():
        return row
    spans = partly().get(row.pk)
    if spans:
        if "tree" in row.__dict__:
            row.tree = _without(row.tree, spans)
        if "found" in row.__dict__:
            row.found = ""
    return row


@lru_cache(maxsize=64)
def _without(tree: str, spans: tuple[Span, ...]) -> str:
    from travaux.record.document import Document  # where every word is shown, the model of a document is not needed

    document = msgspec.json.decode(tree, type=Document)
    return msgspec.json.encode(without(document, spans)).decode()


def without(document: Document, spans: Sequence[Span]) -> Document:
    """The document with a marker in place of each of these passages."""
    from travaux.release.cut import Cut  # where nothing is withheld, nothing of it is read in
    from travaux.release.withhold import withhold

    return withhold(document, [Cut(start, end, note, MARKER) for start, end, note in spans]).document


def require_whole(row: models.Document) -> None:
    """Raises NotPermitted where whoever looks now does not see all of a document: a passage of it that they name is
    not where they take it to be."""
    if row.pk in partly():
        raise NotPermitted(
            "A portion of this document is not shown to you.",
            at=row.ident,
            remedy="Have one do it who may see all of it.",
        )

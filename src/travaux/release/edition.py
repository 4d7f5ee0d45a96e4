"""Makes the copy of a document for an edition: what its marks withhold is not in it."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.record.document import Document
from travaux.release import amount
from travaux.release.cut import Cut
from travaux.release.mark import Edition, Mark, Unit
from travaux.release.withhold import Copy, withhold


def edition(document: Document, marks: Sequence[Mark], to: Edition) -> Copy:
    """The document as `to` has it, under the marks on it that are in force.

    Raises ValueError where a mark is on words that the document does not have.
    """
    held = [mark for mark in marks if mark.holds_in(to)]
    cuts = [_cut(mark) for mark in held if mark.unit is not Unit.DOCUMENT]
    return withhold(document, cuts, in_full=len(cuts) < len(held))


def _cut(mark: Mark) -> Cut:
    told = amount.name() if mark.unit is Unit.NAME else ""
    return Cut(mark.at.start, mark.at.end, mark.at.note, told)

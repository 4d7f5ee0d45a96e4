"""Takes a person's decision on a directive into the open file: confirmed, rejected, corrected, entered, taken back."""

from __future__ import annotations

from django.utils import timezone

from travaux.actions.mandate import as_settled, directives_of
from travaux.actions.permit import permit
from travaux.desk import convert, file, journal, mandates, shelf
from travaux.desk.access.portions import require_whole
from travaux.desk.mandates import Settled, Told
from travaux.errors import UnknownDocument, UnreadableReading
from travaux.findings import Citation
from travaux.mandate.directives_said import Standing

NOTHING = Told()


def direct(at: Citation, verdict: Standing | None, *, told: Told = NOTHING, by: str = "") -> None:
    """Have the directive at a passage confirmed, rejected or corrected; with None, take back what was decided on it.

    A passage in which none was read becomes one where `told` names its act; one that waits to be looked at is rejected
    as giving no order. Raises UnknownDocument when there is
    nothing to decide on, UnreadableReading when the passage lacks the words given, FileTrouble when the file takes no
    writing.
    """
    permit("direct")
    row = shelf.row(at.document)
    require_whole(row)
    document = convert.document(row)
    passage = document.text[at.start : at.end]
    found, _ = directives_of(row)
    known = at in {*(one.at for one in found.found), *found.dismissed}
    known = known or (verdict is Standing.REJECTED and at in found.open)
    if not passage.strip() or (not known and told.act is None):
        raise UnknownDocument("There is no directive at that passage.", remedy="Go to its document.")
    if verdict is Standing.CORRECTED and told == NOTHING:
        raise UnreadableReading("No reading was given.", remedy="Say what is to be read otherwise.")
    settled = Settled(at=at, passage=passage, verdict=verdict, told=told, by=by, made_at=timezone.now())
    if verdict is not None:
        # Read once as it would stand, so that words the passage lacks are refused before anything is kept.
        as_settled(document, [settled])
    with file.writing():
        kept = mandates.keep(settled)
        journal.enter("directed", journal.On("document", at.document), journal.row(kept))

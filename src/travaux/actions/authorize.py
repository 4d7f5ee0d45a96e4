"""Takes the decision on a recommendation into the open file, with what the approver added and when he decided."""

from __future__ import annotations

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import convert, file, journal, mandates, shelf
from travaux.desk.access.portions import require_whole
from travaux.desk.mandates import Approval
from travaux.errors import UnknownEntry, UnreadableReading
from travaux.mandate.authority import read
from travaux.mandate.authority_said import Decided, Recommendation


def authorize(approval: Approval, *, by: str = "") -> None:
    """Have a recommendation decided as entered.

    Raises UnknownEntry when the document asks for no authority or has no recommendation of that number, and
    UnreadableReading for an addition to what is not approved with one.
    """
    permit("authorize")
    row = shelf.row(approval.document)
    require_whole(row)
    document = convert.document(row)
    request = read(document)
    read_there = {one.number: one for one in request.recommendations} if request else {}
    numbers = list(read_there)
    if approval.number not in read_there:
        has = f"It has {', '.join(numbers)}." if numbers else "It asks for no authority."
        raise UnknownEntry(f"{document.id} has no recommendation {approval.number}.", remedy=has)
    # Where the approver's addition was read it need not be given again.
    added = bool(approval.addition) or (
        approval.decided is Decided.ADDED and _has_addition(read_there[approval.number])
    )
    if added != (approval.decided is Decided.ADDED):
        raise UnreadableReading(
            "An addition goes with an approval with one, and only with that.", remedy="Give both or neither."
        )
    with file.writing():
        kept = mandates.keep_approval(
            Approval(
                document=document.id, number=approval.number, decided=approval.decided, addition=approval.addition,
                approver=approval.approver, on=approval.on,
            ),
            by=by, made_at=timezone.now(),
        )  # fmt: skip
        journal.enter("authorized", journal.On("document", document.id), journal.row(kept))


def _has_addition(read_there: Recommendation) -> bool:
    return read_there.decided is Decided.ADDED and read_there.addition is not None

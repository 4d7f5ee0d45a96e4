"""Takes a person's decision on a passage into the open file, and follows the drafts anew with it.

The decision and all that comes of it are one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from travaux.actions.follow import follow
from travaux.actions.permit import permit
from travaux.amend.decide import Decision, Verdict, corrected, read_as
from travaux.amend.operations import Instruction
from travaux.desk import convert, decisions, file, journal, keep, models, shelf
from travaux.desk.journal import contents
from travaux.errors import UnknownDocument, UnreadableReading
from travaux.findings import Citation


def decide(at: Citation, verdict: Verdict | None, *, reading: str = "", amends: str = "") -> None:
    """Have the passage at `at` confirmed, rejected or corrected; with None, take back what was decided on it.

    `reading` are the words as which it is to be read, `amends` the id of the draft that it changes. Raises
    UnknownDocument when there is nothing at that passage to decide on or no such draft, UnreadableReading when the
    words are not understood as an instruction, and FileTrouble when the file takes no writing.
    """
    permit("decide")
    if verdict is None:
        with file.writing():
            row = decisions.take_back(_before(at), made_at=timezone.now())
            _follow_and_enter("took back", row)
        return
    with file.writing():
        decision = decided(at, verdict, reading=reading.strip(), amends=amends)
        row = decisions.keep(decision, made_at=timezone.now())
        _follow_and_enter("decided", row)


def _follow_and_enter(verb: str, row: models.Decision) -> None:
    keep.keep_proceedings(follow())
    journal.enter(verb, journal.On("document", row.document), journal.row(row) | contents.followed())


def decided(at: Citation, verdict: Verdict, *, reading: str = "", amends: str = "") -> Decision:
    """The decision as it would be kept, under the rules of `decide`."""
    row = shelf.row(at.document)
    document = convert.document(row)
    found = instructions_at(row, at)
    passage = document.passage(at)
    if not found and not _is_finding(row, at):
        raise UnknownDocument("There is no instruction at that passage.", remedy="Go to its document.")
    if verdict is not Verdict.CORRECTED:
        if verdict is Verdict.CONFIRMED and not found:
            raise UnreadableReading("Nothing was read in this passage.", remedy="Say how it is to be read.")
        return Decision(at, passage, verdict, _read(found))
    if amends:
        shelf.draft(amends)
    if not reading:
        if not found:
            raise UnreadableReading("No reading was given.", remedy="Say how the passage is to be read.")
        return Decision(at, passage, verdict, _read(found[:1]), amends=amends)
    entered = corrected(reading, at, passage)
    if entered is None:
        raise UnreadableReading(
            "This reading is not understood as an instruction.",
            remedy="Put it in formal English: In Article 4, the word “areas” shall be replaced by the word “waters”.",
        )
    if read_as(entered) == _read(found[:1]):
        # Said in other words, or offered and left as it was: the passage's own reading stands.
        return Decision(at, passage, verdict, read_as(entered), amends=amends)
    return Decision(at, passage, verdict, read_as(entered), reading, amends)


def instructions_at(row: models.Document, at: Citation) -> tuple[Instruction, ...]:
    """What was read in a passage before anybody decided on it."""
    return tuple(one for one in convert.examined(row).instructions if one.at == at)


def _read(found: Sequence[Instruction]) -> tuple[str, ...]:
    return read_as(found[0]) if found else ()


def _is_finding(row: models.Document, at: Citation) -> bool:
    """Whether the passage speaks of a change and was not understood."""
    return any(finding.at == at for finding in convert.examined(row).findings)


def _before(at: Citation) -> Decision:
    for decision in decisions.of(at.document):
        if decision.at == at:
            return decision
    raise UnknownDocument("Nothing was decided on that passage.", remedy="Go to its document.")

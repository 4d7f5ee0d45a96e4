"""A counterpart's Word file read back: its operations do what was done, each with its author, reason and place."""

from __future__ import annotations

from hypothesis import given, settings
from tests.amend.orders import amended, rearranged
from tests.amend.revisions import revisions
from tests.exchange.test_word_marked import CORVANY, HALVERN, made

from travaux.amend.consolidate import consolidate
from travaux.amend.operations import Operation, Words
from travaux.exchange.word.counter import Counter, counter
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import clean, marked
from travaux.exchange.word.to_word import to_word
from travaux.exchange.word.tracked import TrackedText, tidied
from travaux.text.draft import Draft

law = settings(max_examples=60, deadline=None)


def received(text: TrackedText, ours: Draft | None = None, by: str = "") -> Counter:
    return counter(from_word(to_word(text, title="Ferry"), name="reply.docx"), id="reply", ours=ours, by=by)


def carried_out(found: Counter) -> str:
    """The text after all instructions, one after another."""
    draft = found.ours
    for instruction in found.instructions:
        result = consolidate(draft, instruction.operations, at=instruction.at)
        assert not result.refused
        draft = result.draft
    return draft.text


def is_reached(found: Counter) -> bool:
    return "not-reached" not in {finding.code for finding in found.findings}


def check(found: Counter, after: Draft) -> None:
    wanted = "\n".join(map(tidied, after.text.split("\n")))
    assert found.document.text == wanted
    assert "\n".join(map(tidied, found.draft.text.split("\n"))) == wanted
    if is_reached(found):
        assert carried_out(found) == found.draft.text
    for instruction in found.instructions:
        (operation,) = instruction.operations
        if isinstance(getattr(operation, "new", None), Words):
            assert instruction.at.document == operation.new.at.document == "reply"


@law
@given(amended(most=4))
def test_what_was_written_from_operations_is_read_as_operations_of_the_same_effect(
    drawn: tuple[Draft, list[Operation]],
) -> None:
    draft, operations = drawn
    after, by = made(draft, *((f"Side {number % 2}", each) for number, each in enumerate(operations)))
    check(received(marked(draft, by), draft), after)


@law
@given(rearranged(most=4))
def test_moves_and_new_numbers_are_read_as_operations_of_the_same_effect(drawn: tuple[Draft, list[Operation]]) -> None:
    draft, operations = drawn
    after, by = made(draft, *((CORVANY, each) for each in operations))
    check(received(marked(draft, by), draft), after)


@law
@given(revisions())
def test_a_file_without_tracked_changes_is_compared_with_our_draft(pair: tuple[Draft, Draft]) -> None:
    ours, theirs = pair
    found = received(clean(theirs), ours, by=HALVERN)
    check(found, theirs)
    assert "no-tracked-changes" in {finding.code for finding in found.findings}
    assert {instruction.proposer for instruction in found.instructions} <= {HALVERN}

"""What operations did, laid over the draft: accepted it reads as the new draft, rejected as the old."""

from __future__ import annotations

from hypothesis import given, settings
from tests.amend.orders import amended, rearranged

from travaux.amend.consolidate import consolidate
from travaux.amend.operations import Operation
from travaux.amend.track import TrackedLine, track
from travaux.findings import Citation
from travaux.text.draft import Draft

AT = Citation("telegram", 0, 1)
law = settings(max_examples=200, deadline=None)


def accepted(lines: tuple[TrackedLine, ...]) -> str:
    return "\n".join("".join(p.words for p in line.pieces if p.went is None) for line in lines if line.went is None)


def rejected(lines: tuple[TrackedLine, ...]) -> str:
    return "\n".join("".join(p.words for p in line.pieces if p.came is None) for line in lines if line.came is None)


@law
@given(amended(most=4))
def test_accepted_it_is_the_new_text_and_rejected_the_old_whatever_words_change(
    drawn: tuple[Draft, list[Operation]],
) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)
    lines = track(draft, result.stages)
    assert accepted(lines) == result.text
    assert rejected(lines) == draft.text


@law
@given(rearranged(most=4))
def test_accepted_it_is_the_new_text_and_rejected_the_old_whatever_moves(drawn: tuple[Draft, list[Operation]]) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)
    lines = track(draft, result.stages)
    assert accepted(lines) == result.text
    assert rejected(lines) == draft.text

"""Laws of consolidation, for any draft and any operations: nothing lost, nothing without origin, nothing twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given
from tests.amend.orders import drafts_with_operations, instruction_of

from travaux.amend import operations as ops
from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import Operation
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, Run, words_of

AT = Citation("telegram", 0, 1)
Amended = tuple[Draft, list[Operation]]


def _one(drawn: Amended) -> tuple[Draft, Operation, Consolidation]:
    draft, operations = drawn
    return draft, operations[0], consolidate(draft, operations[:1], at=AT)


def _origins(draft: Draft) -> Counter[tuple[Citation, str]]:
    """Every character of a draft by the place it came from."""
    return Counter(
        (Citation(run.origin.document, run.origin.start + index, run.origin.start + index + 1), letter)
        for run in _runs(draft)
        for index, letter in enumerate(run.words)
        if not letter.isspace()
    )


def _runs(draft: Draft) -> list[Run]:
    return [run for provision in draft.walk() for run in provision.line]


@given(drafts_with_operations())
def test_every_operation_ends_in_exactly_one_of_applied_assumed_and_refused(drawn: Amended) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)
    ends = [
        {id(operation) for operation in result.applied},
        {id(operation) for operation, _ in result.assumed},
        {id(operation) for operation, _ in result.refused},
    ]

    assert all(sum(id(operation) in end for end in ends) == 1 for operation in operations)


@given(drafts_with_operations())
def test_a_refused_operation_leaves_the_very_same_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)
    assume(result.refused)

    assert result.draft is draft


@given(drafts_with_operations())
def test_an_operation_that_is_already_there_leaves_the_very_same_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)
    assume(any(finding.code == "already-there" for _, finding in result.assumed))

    assert result.draft is draft


@given(drafts_with_operations())
def test_an_applied_operation_changes_the_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)
    assume(result.applied)

    assert result.draft.text != draft.text


@given(drafts_with_operations())
def test_every_word_of_a_consolidated_draft_has_one_origin_that_holds_it(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    assume(not result.refused)
    new = getattr(operation, "new", None)
    given_words = {draft.at.document: draft.text, "telegram": instruction_of(new).text if new else ""}

    assert "\n".join(words_of(line) for each in result.draft.provisions for line in each.lines) == result.text
    for run in _runs(result.draft):
        passage = given_words[run.origin.document][run.origin.start : run.origin.end]
        assert run.words.strip() == passage.strip()


@given(drafts_with_operations())
def test_no_word_of_the_draft_stands_twice_after_an_operation(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    kept = {place: count for place, count in _origins(result.draft).items() if place[0].document != "telegram"}

    assert set(kept) <= set(_origins(draft))
    assert all(count == 1 for count in kept.values())


@given(drafts_with_operations())
def test_what_stands_beside_the_changed_place_is_kept_as_it_was(drawn: Amended) -> None:
    draft, _, result = _one(drawn)
    before, after = draft.provisions, result.draft.provisions
    same = _alike(before, after) + _alike(before[::-1], after[::-1])

    assert same >= min(len(before), len(after)) - 1


def _alike(before: tuple[Provision, ...], after: tuple[Provision, ...]) -> int:
    """How many provisions at the beginning are the very same objects."""
    pairs = zip(before, after, strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one is not other), min(len(before), len(after)))


@given(drafts_with_operations())
def test_inserting_keeps_every_word_of_the_draft(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    assume(isinstance(operation, ops.InsertWords | ops.InsertProvision) and not result.refused)

    assert _origins(draft) <= _origins(result.draft)


@given(drafts_with_operations())
def test_substituting_or_deleting_words_takes_away_those_words_alone(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    assume(isinstance(operation, ops.SubstituteWords | ops.DeleteWords) and result.applied)
    gone = "".join(letter for (_, letter), _ in sorted((_origins(draft) - _origins(result.draft)).items(), key=_place))

    assert not gone.replace("".join(operation.old.split()), "")


def _place(entry: tuple[tuple[Citation, str], int]) -> int:
    return entry[0][0].start


@given(drafts_with_operations())
def test_the_same_instruction_twice_never_changes_the_draft_twice(drawn: Amended) -> None:
    draft, operation, once = _one(drawn)
    assume(not once.refused)
    assume(not isinstance(operation, ops.Delete | ops.DeleteWords | ops.RetainOnly))
    twice = consolidate(once.draft, [operation], at=AT)

    assert twice.draft.text == once.draft.text


@given(drafts_with_operations())
def test_consolidating_in_two_parts_is_consolidating_at_once(drawn: Amended) -> None:
    draft, operations = drawn
    first = consolidate(draft, operations[:1], at=AT)

    assert consolidate(first.draft, operations[1:], at=AT).text == consolidate(draft, operations, at=AT).text


@given(drafts_with_operations())
def test_a_finding_says_what_it_is_about_in_a_sentence(drawn: Amended) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)

    for _, finding in result.assumed + result.refused:
        assert finding.at == AT
        assert finding.message[-1] in ".”"

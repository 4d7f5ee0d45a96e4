"""Laws of consolidation, for any draft and any operations: nothing lost, nothing without origin, nothing twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from tests.amend.orders import amended

from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import DeleteWords, Operation, SubstituteWords
from travaux.findings import Citation
from travaux.text.address import Level
from travaux.text.draft import Draft, Provision, Run, words_of

AT = Citation("telegram", 0, 1)
Amended = tuple[Draft, list[Operation]]
# What is refused because of another operation of the same instruction.
_CODES_OF_ONE_INSTRUCTION = {"operations-collide", "number-taken"}
law = settings(max_examples=100, deadline=None)


def _one(drawn: Amended) -> tuple[Draft, Operation, Consolidation]:
    draft, operations = drawn
    return draft, operations[0], consolidate(draft, operations[:1], at=AT)


def _runs(draft: Draft) -> list[Run]:
    return [run for provision in draft.walk() for run in provision.line]


def _letters(draft: Draft) -> Counter[tuple[str, int, str]]:
    """Every letter of a draft by the document and the place there that it came from. What begins a sentence anew may
    get a capital, and a recital the comma of another; both are told as rules."""
    return Counter(
        (run.origin.document, run.origin.start + index, letter.casefold())
        for run in _runs(draft)
        for index, letter in enumerate(run.words)
        if letter.isalnum() and run.origin.document != "telegram"
    )


@law
@given(amended(most=4))
def test_every_operation_ends_in_exactly_one_of_applied_assumed_and_refused(drawn: Amended) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)
    ends = [
        {id(operation) for operation in result.applied},
        {id(operation) for operation, _ in result.assumed},
        {id(operation) for operation, _ in result.refused},
    ]

    assert all(sum(id(operation) in end for end in ends) == 1 for operation in operations)


@law
@given(amended())
def test_what_is_refused_or_already_there_leaves_the_very_same_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)

    if result.refused or any(finding.code == "already-there" for _, finding in result.assumed):
        assert result.draft is draft


@law
@given(amended())
def test_an_applied_operation_changes_the_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)

    if result.applied:
        assert result.draft.text != draft.text


@law
@given(amended(most=3))
def test_every_word_of_a_consolidated_draft_has_one_origin_that_holds_it(drawn: Amended) -> None:
    draft, operations = drawn
    for operation in operations:
        result = consolidate(draft, [operation], at=AT)
        new = operation.new.words if hasattr(operation, "new") else ""
        source = {draft.at.document: draft.text, "telegram": new}

        assert "\n".join(words_of(line) for each in result.draft.provisions for line in each.lines) == result.text
        for run in _runs(result.draft):
            passage = source[run.origin.document][run.origin.start : run.origin.end]
            assert run.words.strip().casefold() == passage.strip().casefold()


@law
@given(amended(most=3))
def test_no_word_of_the_draft_is_doubled_or_made_up(drawn: Amended) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)

    assert _letters(result.draft) <= _letters(draft)


@law
@given(amended())
def test_every_provision_but_the_one_changed_is_the_very_same(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    if isinstance(operation, SubstituteWords) and operation.throughout:
        return
    before, after = draft.provisions, result.draft.provisions
    same = _alike(before, after) + _alike(before[::-1], after[::-1])

    assert same >= min(len(before), len(after)) - 1


def _alike(before: tuple[Provision, ...], after: tuple[Provision, ...]) -> int:
    """How many provisions at the beginning are the very same objects."""
    pairs = zip(before, after, strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one is not other), min(len(before), len(after)))


@law
@given(amended("insert"))
def test_inserting_keeps_every_word_of_the_draft(drawn: Amended) -> None:
    draft, _, result = _one(drawn)

    assert _letters(draft) <= _letters(result.draft)


@law
@given(amended("substitute"))
def test_substituting_or_deleting_words_takes_away_those_words_alone(drawn: Amended) -> None:
    draft, operation, result = _one(drawn)
    assert isinstance(operation, SubstituteWords | DeleteWords)
    if any(finding.code == "number-with-words" for _, finding in result.assumed):
        return
    gone = sorted((_letters(draft) - _letters(result.draft)).elements(), key=lambda place: place[1])
    words = "".join(letter for _, _, letter in gone)

    # Letter by letter, as `_letters` does: a folded "İ" is two signs.
    old = "".join(letter.casefold() for letter in operation.old if letter.isalnum())
    assert not (words.replace(old, "") if old else words)


@law
@given(amended("insert", "replace", "substitute"))
def test_bringing_in_the_same_words_twice_never_changes_the_draft_twice(drawn: Amended) -> None:
    _, operation, once = _one(drawn)
    # 'The last three words' are others once they were replaced.
    counted = operation.target.steps[-1].level in (Level.PORTION, Level.CLAUSE)

    if not once.refused and hasattr(operation, "new") and not counted:
        assert consolidate(once.draft, [operation], at=AT).text == once.text


@law
@given(amended(most=3))
def test_consolidating_in_two_parts_is_consolidating_at_once(drawn: Amended) -> None:
    draft, operations = drawn
    first, whole = consolidate(draft, operations[:1], at=AT), consolidate(draft, operations, at=AT)
    if _CODES_OF_ONE_INSTRUCTION & {finding.code for _, finding in whole.refused}:
        return

    assert consolidate(first.draft, operations[1:], at=AT).text == whole.text


@law
@given(amended(most=3))
def test_a_finding_cites_the_instruction_and_is_a_sentence(drawn: Amended) -> None:
    draft, operations = drawn
    result = consolidate(draft, operations, at=AT)

    for _, finding in result.assumed + result.refused:
        assert finding.at == AT
        assert finding.message[-1] in ".”"


@law
@given(amended("delete"))
def test_deleting_twice_never_brings_anything_back(drawn: Amended) -> None:
    draft, operation, once = _one(drawn)
    twice = consolidate(once.draft, [operation], at=AT)

    assert _letters(twice.draft) <= _letters(once.draft) <= _letters(draft)

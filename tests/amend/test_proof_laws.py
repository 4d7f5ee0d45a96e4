"""The proof that a consolidation carries, held against a plain comparison of the two drafts: what it names was changed
so, and nothing else was."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amend.orders import amended, rearranged
from tests.amend.texts import AT

from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import Move, Operation
from travaux.amend.succession import succeeded
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, Run, words_of
from travaux.text.spot import Path, paths_below

Amended = tuple[Draft, list[Operation]]
law = settings(max_examples=150, deadline=None)
ANY = st.one_of(amended(most=3), rearranged(most=3))


def _result(drawn: Amended) -> tuple[Draft, Consolidation]:
    draft, operations = drawn
    return draft, consolidate(draft, operations, at=AT)


def _by_address(draft: Draft) -> dict[Address, Provision]:
    places: Mapping[Path, Address] = addresses(draft)
    return {places[path]: provision for path, provision in paths_below(draft, ())}


def _letters(line: tuple[Run, ...]) -> list[tuple[str, str, int]]:
    return [
        (letter, run.origin.document, run.origin.start + index)
        for run in line
        for index, letter in enumerate(run.words)
    ]


@law
@given(ANY)
def test_a_provision_that_the_proof_does_not_name_has_the_very_same_runs(drawn: Amended) -> None:
    draft, result = _result(drawn)
    named = {change.before for change in result.changes}
    after = _by_address(result.draft)

    for at, provision in _by_address(draft).items():
        if at not in named:
            there = succeeded(at, result.successions)
            assert there is not None
            assert _letters(after[there].line) == _letters(provision.line)
            assert after[there].kind is provision.kind


@law
@given(ANY)
def test_every_provision_of_the_new_draft_was_there_or_is_named(drawn: Amended) -> None:
    draft, result = _result(drawn)
    before = _by_address(draft)
    named = {change.after for change in result.changes}

    for at, provision in _by_address(result.draft).items():
        if at not in named:
            was = succeeded(at, result.successions, backward=True)
            assert was is not None
            assert _letters(before[was].line) == _letters(provision.line)


@law
@given(ANY)
def test_what_the_proof_names_was_changed(drawn: Amended) -> None:
    draft, result = _result(drawn)
    before, after = _by_address(draft), _by_address(result.draft)

    for change in result.changes:
        assert change.operation in drawn[1]
        assert change.before is None or change.before in before
        assert change.after is None or change.after in after
        assert change.gone or change.new or change.before != change.after or isinstance(change.operation, Move)


@law
@given(amended())
def test_the_runs_of_one_operation_are_all_the_words_that_went_and_came(drawn: Amended) -> None:
    draft, result = _result(drawn)
    gone = [letter for change in result.changes for letter in _letters(change.gone)]
    new = [letter for change in result.changes for letter in _letters(change.new)]
    before = [letter for _, provision in paths_below(draft, ()) for letter in _letters(provision.line)]
    after = [letter for _, provision in paths_below(result.draft, ()) for letter in _letters(provision.line)]

    assert sorted(set(before) - set(gone) | set(new)) == sorted(set(after))


@law
@given(ANY)
def test_a_draft_left_alone_has_no_proof_and_a_draft_without_proof_reads_as_before(drawn: Amended) -> None:
    draft, result = _result(drawn)

    assert result.draft is not draft or not result.changes
    assert result.changes or result.text == draft.text
    assert result.changes or not result.successions


@law
@given(ANY)
def test_an_address_followed_forward_and_back_is_where_it_was(drawn: Amended) -> None:
    draft, result = _result(drawn)

    for at in _by_address(draft):
        there = succeeded(at, result.successions)
        assert there is None or succeeded(there, result.successions, backward=True) == at


@law
@given(rearranged(most=3))
def test_provisions_that_only_move_or_get_other_numbers_lose_no_word(drawn: Amended) -> None:
    draft, result = _result(drawn)
    before = sorted(words_of(provision.content) for provision in draft.walk())

    assert sorted(words_of(provision.content) for provision in result.draft.walk()) == before

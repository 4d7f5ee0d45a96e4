"""What a draft would change, case by case: `draft.txt`, the register and its texts; `change.txt` is what is told."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.status.cased import Cased, cased
from tests.text.golden import cases, hold

from travaux.amend.consequential import Consequence, consequential
from travaux.amend.consolidate import consolidate
from travaux.status.change import Change, change
from travaux.status.references import Reference

DAY = datetime.date(1960, 7, 1)


@pytest.mark.parametrize("case", cases("status", "change"))
def test_the_draft_would_change_this(case: Path) -> None:
    given = cased(case)
    found = change(given.draft, given.register, DAY, texts=given.texts)
    amendments = consequential(found.proposals, given.texts)

    hold(case, change="\n".join(_told(found, amendments)))


def _told(found: Change, amendments: tuple[Consequence, ...]) -> Iterator[str]:
    for words, outcomes in (("begins", found.begins), ("ends", found.ends), ("continues", found.continues)):
        for each in outcomes:
            yield f"{words}: {each.instrument} for {', '.join(each.parties)}"
            yield from (f"  by {rule.words}" for rule in each.rules)
    for affected in found.affected:
        yield f"affected: {affected.instrument}, {_said(affected.reference)} {affected.effect}"
    for consequence in amendments:
        yield f"amendment: {consequence.proposal.instrument}: {consequence.words}"
        if consequence.refused:
            yield f"  refused, {consequence.refused.code}: {consequence.refused.message}"
    yield from (f"refers: {_said(each)}" for each in found.references.references)
    yield from (f"finding, {each.code}: {each.message}" for each in found.findings)


def _said(each: Reference) -> str:
    whose = "own" if each.own else each.instrument or " or ".join(each.choices)
    return f"in {each.within}: “{each.words}” -> {each.found}, {whose}{f', {each.provision}' if each.provision else ''}"


def _case(name: str) -> Cased:
    (found,) = [each.values[0] for each in cases("status", "change") if each.id == name]
    return cased(found)


@pytest.mark.parametrize("case", cases("status", "change"))
def test_every_reference_cites_its_words(case: Path) -> None:
    given = cased(case)
    found = change(given.draft, given.register, DAY, texts=given.texts)

    for ident, text in {"draft": given.draft, **given.texts}.items():
        lines = (case / f"{ident}.txt").read_text()
        passage = "\n".join(line for line in lines.splitlines() if line)
        told = [each.reference for each in found.affected if each.instrument == ident]
        for each in found.references.references if ident == "draft" else told:
            assert passage[each.at.start : each.at.end] == each.words, text.id


@pytest.mark.parametrize("case", cases("status", "change"))
def test_what_is_proposed_and_fits_leaves_none_of_the_words_it_replaces(case: Path) -> None:
    given = cased(case)
    found = change(given.draft, given.register, DAY, texts=given.texts)
    texts = dict(given.texts)
    for each in consequential(found.proposals, given.texts):
        if each.refused is None:
            before = texts[each.proposal.instrument]
            done = consolidate(before, (each.operation,), at=each.proposal.at)
            texts[each.proposal.instrument] = done.draft
            assert done.text.count(each.proposal.old) < before.text.count(each.proposal.old)
            assert each.proposal.new in done.text


def test_the_register_is_left_as_it_was() -> None:
    given = _case("references_to_a_convention_are_to_be_read_as_to_the_new_one")
    before = (given.register.instruments, given.register.events, given.register.relations)

    change(given.draft, given.register, DAY, texts=given.texts)

    assert (given.register.instruments, given.register.events, given.register.relations) == before


def test_before_anything_is_in_force_nothing_ends() -> None:
    given = _case("references_to_a_convention_are_to_be_read_as_to_the_new_one")

    found = change(given.draft, given.register, datetime.date(1930, 1, 1), texts=given.texts)

    assert found.ends == ()
    assert "not-in-force" in [each.code for each in found.findings]


def test_without_the_other_texts_what_ends_is_told_and_no_reference_is_claimed() -> None:
    given = _case("references_to_a_convention_are_to_be_read_as_to_the_new_one")

    found = change(given.draft, given.register, DAY, texts={})

    assert [each.instrument for each in found.ends] == ["passage-1931"]
    assert found.affected == found.proposals == ()

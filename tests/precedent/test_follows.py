"""A draft against a whole library, the line of descent, standard clauses, families, repeats."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from travaux import outline, read
from travaux.precedent.descent import descent
from travaux.precedent.families import families, standards
from travaux.precedent.follows import follows
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.pairs import expanded, keep, kept, pairs
from travaux.precedent.precedents import precedents
from travaux.precedent.repeats import repeats
from travaux.text.draft import Draft

from .conftest import CONSULT, LAST, treaty


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A draft copied from the treaty of Corvany and Orsk, with a name that was not changed."""
    path = tmp_path / "draft.txt"
    text = treaty(("Corvany", "Moravel"), "1st day of May, 1960", place="Port Tarn", years="twenty", subject="Pilots")
    new = "Article 5\nLighthouses on both coasts are painted green every spring by whoever happens to live nearest.\n"
    path.write_text(
        text.replace("Pilots licensed by Moravel", "Pilots licensed by Orsk").replace("Done at", f"{new}Done at")
    )
    (found,) = outline(read(path)[0])
    return found


def test_the_agreement_that_a_draft_follows_stands_first(index: Index, draft: Draft) -> None:
    held = follows(index, draft)
    assert held.sources[0].agreement.id == "corvany-orsk"
    assert held.sources[0].taken > held.sources[-1].taken
    by_address = {each.clause.address: each for each in held.clauses}
    assert by_address["Article 1"].taken["corvany-orsk"] == 1
    assert [each.clause.address for each in held.new if each.clause.address.startswith("Article")] == ["Article 5"]


def test_the_name_of_a_party_of_the_precedent_is_told(index: Index, draft: Draft) -> None:
    assert any("Orsk" in finding.message for finding in follows(index, draft).left_over)


def test_what_is_passed_over_is_followed_nowhere(index: Index, draft: Draft) -> None:
    held = follows(index, draft, narrow=Narrow(besides="corvany-orsk"))
    assert "corvany-orsk" not in {source.agreement.id for source in held.sources}


def test_the_line_leads_from_the_oldest_to_the_words_asked_for(index: Index) -> None:
    asked = LAST.format(years="twenty").replace("notice", "written notice")
    line = descent(asked, precedents(index, asked).found)
    days = [step.precedent.agreement.date for step in line if step.precedent]
    assert days == sorted(days, key=str)
    assert line[-1].precedent is None and line[-1].after is not None
    assert line[0].after is None and line[0].changes is None


def test_nothing_later_than_the_words_is_in_their_line(index: Index) -> None:
    asked = LAST.format(years="ten")
    line = descent(asked, precedents(index, asked).found, before=datetime.date(1938, 1, 1))
    assert [step.precedent.agreement.id for step in line if step.precedent] == ["halvern-corvany"]


def test_words_that_nothing_reads_like_have_no_line() -> None:
    assert descent("Nobody wrote this.", ()) == ()


def test_a_standard_clause_is_counted_with_its_variants(library: Path, index: Index) -> None:
    found = standards(index, pairs(library))
    same = next(each for each in found if each.variants[0].found.clause.words == CONSULT)
    assert (same.agreements, same.wordings) == (3, 1)
    ratified = next(each for each in found if "ratified" in each.variants[0].found.clause.words)
    assert (ratified.agreements, ratified.wordings) == (3, 3)
    assert {variant.agreements for variant in ratified.variants} == {1}


def test_agreements_that_share_clauses_are_a_family_the_oldest_first(library: Path, index: Index) -> None:
    (family,) = families(index, pairs(library))
    assert [one.id for one in family.agreements] == ["halvern-corvany", "halvern-orsk", "corvany-orsk"]


def test_a_passage_repeats_the_earliest_text_that_has_it(library: Path, index: Index) -> None:
    found = repeats(index, expanded(library, pairs(library)))
    told = {(each.passage.agreement.id, each.passage.clause.address): each.earlier.agreement.id for each in found}
    assert told["corvany-orsk", "Article 1"] == "halvern-corvany"
    assert not any(id == "halvern-corvany" for id, _ in told)


def test_stored_pairs_hold_until_something_is_added(tmp_path: Path, texts: list[Path]) -> None:
    from travaux.precedent.add import add

    add(tmp_path / "library", texts[:2])
    found = pairs(tmp_path / "library")
    keep(tmp_path / "library", found)
    stored = kept(tmp_path / "library")
    assert stored is not None and stored.equals(found)
    add(tmp_path / "library", texts)
    assert kept(tmp_path / "library") is None

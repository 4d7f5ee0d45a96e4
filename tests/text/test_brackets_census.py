"""The census of a rolling text: how many brackets, where, whose, and for how long."""

from __future__ import annotations

import datetime
from pathlib import Path

from travaux.amend.bracket_moves import Agree
from travaux.amend.bracketing import bracketing
from travaux.findings import Citation
from travaux.record import read
from travaux.text.brackets import as_draft, brackets
from travaux.text.brackets_census import Census, census, curve
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of
from travaux.text.outline import outline

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "rolling-text"


def reading(number: int) -> Draft:
    path = EXAMPLE / f"reading-{number}.txt"
    (document,) = read(path.read_bytes(), name=path.name)
    (draft,) = outline(document)
    return draft


def draft_of(id: str, words: str, day: int | None = None) -> Draft:
    content = (Run(words, Citation(id, 0, len(words))),)
    article = Provision(ProvisionKind.ARTICLE, "1", content=content)
    date = datetime.date(1964, 3, day) if day else None
    return Draft(id=id, title="Ferry", provisions=(article,), at=Citation(id, 0, len(words)), date=date)


def ages(censuses: tuple[Census, ...]) -> list[tuple[str, int]]:
    return [(one.bracket.words, one.versions) for one in censuses[-1].brackets]


def test_the_text_of_a_draft_with_its_brackets_is_the_text_of_the_draft() -> None:
    for number in (1, 2, 3):
        assert brackets(reading(number)).text == reading(number).text


def test_the_example_is_counted() -> None:
    first, second, third = curve([reading(1), reading(2), reading(3)])
    assert [len(each.brackets) for each in (first, second, third)] == [15, 11, 2]
    assert [len(each.placeholders) for each in (first, second, third)] == [4, 4, 1]
    assert dict(second.proposers) == {"": 5, "Corvany": 3, "Halvern": 3, "Estmark": 2}
    assert dict(third.addresses) == {"Article 1, paragraph 1": 1, "Article 4, first paragraph": 1}


def test_a_bracket_that_stays_is_as_old_as_it_was_first_found() -> None:
    third = curve([reading(1), reading(2), reading(3)])[-1]
    assert third.oldest is not None
    assert third.oldest.bracket.words == "[shall][Corvany: should]"
    assert third.oldest.since.date == datetime.date(1964, 3, 3)
    assert third.oldest.versions == 3
    assert third.oldest.days(datetime.date(1964, 9, 11)) == 192


def test_a_bracket_is_known_again_at_another_place_only_where_it_is_alone() -> None:
    one = draft_of("one", "It [shall] sail and [may] rest.")
    other = draft_of("other", "It [may] rest.")
    assert ages(curve([one, other])) == [("[may]", 2)]
    other = draft_of("other", "It [x] sails.")
    assert ages(curve([one, other])) == [("[x]", 1)]


def test_a_bracket_whose_alternatives_change_is_the_one_that_shares_one() -> None:
    one = draft_of("one", "It [shall][US: may] sail.")
    other = draft_of("other", "It [new] [shall][JPN: should] sail.")
    assert ages(curve([one, other])) == [("[new]", 1), ("[shall][JPN: should]", 2)]


def test_of_two_like_brackets_only_one_is_known_again_for_each_there_was() -> None:
    one = draft_of("one", "It [may] sail.")
    other = draft_of("other", "It [may] sail and [may] rest.")
    assert ages(curve([one, other])) == [("[may]", 2), ("[may]", 1)]


def test_a_version_without_a_date_gives_no_days() -> None:
    (one,) = census(draft_of("one", "It [may] sail.")).brackets
    assert one.days(datetime.date(1964, 1, 1)) is None


def test_a_clean_text_has_no_bracket() -> None:
    clean = census(draft_of("one", "It sails."))
    assert clean.brackets == () and clean.oldest is None and clean.findings == ()


def test_an_article_in_brackets_is_one_and_loses_its_bracket_when_it_is_agreed() -> None:
    before = reading(2)
    at = Citation("minutes", 0, 9)
    text = brackets(before)
    number = next(one.bracket.number for one in text.standing() if one.bracket.words.startswith("[Article 3"))
    result = bracketing(text, [Agree(bracket=number, alternative=1, at=at)])
    after = as_draft(result.text, before, id="minutes/draft", at=at)
    assert [words_of(article.label) for article in before.articles][2] == "[Article 3"
    assert [words_of(article.label) for article in after.articles][2] == "Article 3"
    assert [article.number for article in before.articles] == ["1", "2", "3", "4"]
    assert [article.number for article in after.articles] == ["1", "2", "3", "4"]
    assert after.derived_from == before.id
    assert after.text == result.text.text
    assert {run.origin.document for provision in after.walk() for run in provision.line} == {"reading-2"}

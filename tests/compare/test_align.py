"""Which provision answers to which, when articles are put in, taken out, renumbered or rewritten."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.text.golden import document
from tests.text.instruments import drafts

from travaux.compare.align import Pair, align, alike
from travaux.record.document import Kind
from travaux.text.draft import Draft, Provision
from travaux.text.outline import outline

FERRY = "The ferry shall run daily between the two shores."
FARES = "No fare shall be taken from children and soldiers."
DOGS = "Dogs stay on the lower deck and are held on a leash."
BELLS = "A bell is rung before the boat leaves the quay."


def _draft(*articles: str, title: str = "TREATY ON THE FERRY", opening: str = "") -> Draft:
    lines = [title, *([opening] if opening else [])]
    for number, words in enumerate(articles, start=1):
        lines += [f"Article {number}", words]
    (draft,) = outline(document("d", "\n".join(lines), kind=Kind.AGREEMENT))
    return draft


def _name(provision: Provision | None) -> str:
    return (provision.number or provision.kind.value) if provision else "-"


def _told(pairs: tuple[Pair, ...]) -> list[str]:
    return [f"{_name(pair.before)} > {_name(pair.after)}" for pair in pairs]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        pytest.param([FERRY, FARES], [FERRY, FARES], ["1 > 1", "2 > 2"], id="nothing changed"),
        pytest.param([FERRY, FARES], [FERRY, DOGS, FARES], ["1 > 1", "- > 2", "2 > 3"], id="one put in"),
        pytest.param([FERRY, DOGS, FARES], [FERRY, FARES], ["1 > 1", "2 > -", "3 > 2"], id="one dropped"),
        pytest.param([FERRY, DOGS, FARES], [DOGS, FARES], ["1 > -", "2 > 1", "3 > 2"], id="the first dropped"),
        pytest.param([FERRY, FARES], [FARES, FERRY], ["2 > 1", "1 > 2"], id="two changed about"),
        pytest.param(
            [FERRY, FARES], [FERRY, "Children travel free."], ["1 > 1", "2 > 2"], id="one rewritten under its number"
        ),
        pytest.param([FERRY, FARES, BELLS], [FERRY], ["1 > 1", "2 > -", "3 > -"], id="the last two dropped"),
    ],
)
def test_articles_are_paired(before: list[str], after: list[str], pairs: list[str]) -> None:
    # One article alone makes no instrument, so each draft has the same last one.
    assert _told(align(_draft(*before, "The End."), _draft(*after, "The End.")))[1:-1] == pairs


def test_titles_answer_to_each_other_whatever_they_say() -> None:
    pairs = align(_draft(FERRY, FARES), _draft(FERRY, FARES, title="DRAFT CONVENTION ON BOATS"))

    assert _told(pairs)[0] == "title > title"


def test_a_preamble_answers_to_the_preamble() -> None:
    pairs = align(
        _draft(FERRY, FARES, opening="Wishing the ferry to run,"), _draft(FERRY, FARES, opening="Having no other wish,")
    )

    assert _told(pairs)[1] == "preamble > preamble"


def test_roman_and_arabic_numbers_are_the_same_numbers() -> None:
    (roman,) = outline(document("d", f"TREATY\nArticle I\n{FERRY}\nArticle II\n{FARES}", kind=Kind.AGREEMENT))

    assert _told(align(roman, _draft(FERRY, FARES)))[1:] == ["I > 1", "II > 2"]


def test_articles_meet_articles_though_one_draft_has_parts() -> None:
    words = f"TREATY\nPart I\nArticle 1\n{FERRY}\nPart II\nArticle 2\n{FARES}"
    (parted,) = outline(document("d", words, kind=Kind.AGREEMENT))
    pairs = align(_draft(FERRY, FARES, title="TREATY"), parted)

    assert [pair for pair in _told(pairs) if pair in ("1 > 1", "2 > 2")] == ["1 > 1", "2 > 2"]


@settings(max_examples=50, deadline=None)
@given(drafts(), drafts())
def test_every_provision_of_both_drafts_is_in_exactly_one_pair(before: Draft, after: Draft) -> None:
    pairs = align(before, after)

    assert [pair.after for pair in pairs if pair.after] == list(after.provisions)
    found = [id(pair.before) for pair in pairs if pair.before]
    assert sorted(found) == sorted(map(id, before.provisions))


@settings(max_examples=50, deadline=None)
@given(drafts(), drafts())
def test_only_provisions_of_one_kind_answer_to_each_other(before: Draft, after: Draft) -> None:
    for pair in align(before, after):
        assert pair.before is None or pair.after is None or pair.before.kind is pair.after.kind


def test_lines_are_alike_by_the_words_they_share() -> None:
    assert alike(FERRY, FERRY) == 1.0
    assert alike(FERRY, "") == 0.0
    assert 0.0 < alike(FERRY, "The ferry shall run weekly.") < 1.0

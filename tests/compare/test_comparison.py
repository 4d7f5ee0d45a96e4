"""What a comparison says of two drafts, and the laws that hold of any two."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel
from tests.text.golden import document
from tests.text.instruments import drafts

from travaux.compare.align import Fate, align
from travaux.compare.blocks import blocks, size
from travaux.compare.comparison import comparison, name
from travaux.compare.form import same_but_for_form
from travaux.compare.overlay import overlay
from travaux.compare.redline import Change, Manner, redline
from travaux.record.document import Kind
from travaux.text.draft import Draft
from travaux.text.outline import outline

WORDS = [
    "The ferry shall run daily between the two shores at the hours that both harbor masters have posted.",
    "No fare shall be taken from children, from soldiers in uniform, or from the sick who travel to a hospital.",
    "Dogs stay on the lower deck, are held on a leash, and shall wear a muzzle when the deck is crowded.",
    "A bell is rung a quarter of an hour before the boat leaves the quay, and again when the gangway is in.",
    "Each Party shall keep the lights on its own shore in good order, and give notice when one of them fails.",
    "This Treaty enters into force on the day on which the instruments of ratification are exchanged.",
]


def _draft(articles: list[str], name: str = "d") -> Draft:
    lines = ["TREATY ON THE FERRY"]
    for number, words in enumerate(articles, start=1):
        lines += [f"Article {number}", words]
    (draft,) = outline(document(name, "\n".join(lines), kind=Kind.AGREEMENT))
    return draft


@settings(max_examples=60, deadline=None)
@given(drafts(), drafts())
def test_a_comparison_gives_both_texts_back_letter_for_letter(before: Draft, after: Draft) -> None:
    compared = comparison(before, after)

    assert compared.redline.accepted == after.text
    assert compared.redline.rejected == before.text


@settings(max_examples=60, deadline=None)
@given(drafts(), st.randoms(use_true_random=False))
def test_moving_articles_about_loses_no_letter(draft: Draft, chance: Random) -> None:
    articles = list(draft.provisions)
    chance.shuffle(articles)
    shuffled = Draft(id="other", title=draft.title, provisions=tuple(articles), at=draft.at)

    for legible in (True, False):
        given_redline = comparison(draft, shuffled, legible=legible).redline
        assert (given_redline.accepted, given_redline.rejected) == (shuffled.text, draft.text)


@settings(max_examples=60, deadline=None)
@given(drafts(), drafts())
def test_no_more_words_change_than_must_where_nothing_may_move(before: Draft, after: Draft) -> None:
    laid = overlay(before, after)
    apart = [block for own in laid.moved.values() for block in own]

    left = len(laid.old.words) + len(laid.new.words) - 2 * size([*laid.kept, *laid.strayed, *apart])
    assert left <= Indel.distance(laid.old.words, laid.new.words)


@settings(max_examples=40, deadline=None)
@given(drafts())
def test_a_draft_compared_with_itself_keeps_every_provision(draft: Draft) -> None:
    compared = comparison(draft, draft)

    assert set(compared.fates) == {Fate.KEPT}
    assert not any(section.changed for section in compared.sections)


@settings(max_examples=40, deadline=None)
@given(drafts(), drafts())
def test_accepting_one_way_is_rejecting_the_other(before: Draft, after: Draft) -> None:
    there, back = redline(before, after), redline(after, before)

    assert (there.accepted, there.rejected) == (back.rejected, back.accepted)


@given(st.permutations(range(5)))
def test_articles_in_any_order_are_found_again_and_only_the_fewest_are_told_as_moved(order: list[int]) -> None:
    before, after = _draft(WORDS), _draft([*(WORDS[i] for i in order), WORDS[5]])
    pairs = [pair for pair in align(before, after) if name(pair.after).startswith("Article")]

    assert [int(pair.before.number) - 1 if pair.before else None for pair in pairs] == [*order, 5]
    moved = sum(Fate.MOVED in pair.fates for pair in pairs)
    rising = max(
        sum(True for i in range(5) if mask >> i & 1)
        for mask in range(32)
        if (kept := [order[i] for i in range(5) if mask >> i & 1]) == sorted(kept)
    )
    assert moved <= 5 - rising + 1


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        pytest.param(WORDS, [("1", "1", "kept")], id="nothing changed"),
        pytest.param([WORDS[0], *WORDS[2:]], [("2", None, "deleted"), ("3", "2", "renumbered")], id="one taken out"),
        pytest.param(
            [*WORDS[:2], f"{WORDS[2]} {WORDS[3]}", *WORDS[4:]],
            [("3", "3", "merged"), ("4", None, "merged")],
            id="merged",
        ),
    ],
)
def test_what_became_of_articles_is_told(articles: list[str], told: list[tuple[str, str | None, str]]) -> None:
    found = [
        (pair.before.number if pair.before else None, pair.after.number if pair.after else None, fate.value)
        for pair in align(_draft(WORDS), _draft(articles))
        for fate in pair.fates
    ]
    assert [each for each in told if each not in found] == []


def test_a_number_that_changed_with_its_place_is_no_changed_word() -> None:
    compared = comparison(_draft(WORDS), _draft([WORDS[0], *WORDS[2:]]))

    assert compared.words(Change.INSERTED) == 0
    numbers = [span.words for line in compared.redline.lines for span in line.spans if span.manner is Manner.NUMBER]
    assert numbers == ["3", "2", "4", "3", "5", "4", "6", "5"]


def test_changes_of_form_are_left_out_of_the_count_only_when_asked() -> None:
    compared = comparison(_draft(WORDS), _draft([WORDS[0].replace("ferry", "Ferry"), *WORDS[1:]]))

    assert (compared.words(Change.INSERTED), compared.formal) == (1, 1)
    assert compared.words(Change.INSERTED, substance=True) == 0
    assert [section.substantial for section in compared.sections if section.changed] == [False]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“quay”", '"quay"', True),
        ("Contracting Parties", "contracting parties", True),
        ("co-operation", "cooperation", True),
        ("1958–1960", "1958-1960", True),
        ("VI", "6", True),
        ("the  ferry", "the ferry", True),
        ("may be", "maybe", False),
        ("children, and", "children and", False),
        ("1-2", "12", False),
        ("shall", "should", False),
        ("", ",", False),
    ],
)
def test_only_looks_are_form(one: str, other: str, same: bool) -> None:
    assert same_but_for_form(one, other) is same


def test_long_texts_are_cut_where_rare_words_stand() -> None:
    one = [f"w{i}" for i in range(400)]
    other = [*one[:100], "new", *one[100:300], *one[301:]]
    assert blocks(one, other, at_once=1000) == blocks(one, other)

"""Laws of reading brackets: nothing is lost, everything has its place, and what is written is read as what it means."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.findings import Citation
from travaux.text.bracket import Bracketed, shape
from travaux.text.brackets_places import line_addresses, places
from travaux.text.brackets_read import read
from travaux.text.draft import Run

_SCRAPS = st.sampled_from(
    ["[", "]", "][", "{", "}", "<", ">", "/", " / ", ":", ": ", "(", ")", "1", "*", " ", "\n", "[ ]", "[...]", "[date]",
     "[delete]", "shall", "should", "US", "JPN", "Halvern", "Option 1: ", "Option 2: ", "US: ", "(proposed by Halvern)",
     "Halvern; supported by US: ", "(US)", " – US",
     "Article 5\n", "1. ", "[sic]", "[t]he", "delete", "…", "No", ";", "."]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_SCRAPS, st.text(max_size=8)), max_size=30).map("".join)
law = settings(max_examples=100, deadline=None)


def cut_up(words: str, places: list[int]) -> list[Run]:
    """The runs of words that are cut at places, as consolidation leaves them."""
    cuts = sorted({0, len(words), *(place % (len(words) + 1) for place in places)})
    return [Run(words[one:other], Citation("d1", one, other)) for one, other in pairwise(cuts)]


def whole(words: str) -> Bracketed:
    return read(cut_up(words, []))


@law
@given(TEXTS, st.lists(st.integers(0, 400), max_size=4))
def test_printing_what_was_read_gives_the_words_back(words: str, places: list[int]) -> None:
    text = read(cut_up(words, places))
    assert text.text == words
    for run in text.runs:
        assert words[run.origin.start : run.origin.end] == run.words


@law
@given(TEXTS, st.lists(st.integers(0, 400), max_size=4))
def test_brackets_do_not_depend_on_how_the_words_are_cut_into_runs(words: str, places: list[int]) -> None:
    assert shape(read(cut_up(words, places)).pieces) == shape(whole(words).pieces)


@law
@given(TEXTS)
def test_every_bracket_has_a_number_of_its_own_and_stands_where_it_says(words: str) -> None:
    text = whole(words)
    standing = text.standing()
    assert [one.bracket.number for one in standing] == list(range(1, len(standing) + 1))
    assert text.last == len(standing)
    for one in standing:
        assert words[one.start : one.end] == one.bracket.words


@law
@given(TEXTS)
def test_every_line_and_bracket_has_its_place(words: str) -> None:
    text = whole(words)
    assert len(line_addresses(text)) == words.count("\n") + 1
    assert len(places(text)) == len(text.standing())
    assert "\n".join("".join(run.words for run in line) for line in text.lines) == words


@law
@given(TEXTS)
def test_every_finding_cites_words_of_the_text(words: str) -> None:
    for finding in whole(words).findings:
        assert 0 <= finding.at.start < finding.at.end <= len(words)


@law
@given(st.text(alphabet=st.characters(exclude_characters="[]{}<>")))
def test_words_without_bracket_signs_have_no_bracket_and_no_finding(words: str) -> None:
    text = whole(words)
    assert text.standing() == () and text.findings == ()

"""The words by which documents cite others by number or day."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.record.citation_forms import Whose
from travaux.record.citing import _AT_NUMBER, Citing, citing, signs
from travaux.record.document import Kind


def _only(words: str) -> Citing:
    (found,) = citing(words, in_telegram=True)
    return found


@pytest.mark.parametrize(
    ("words", "kind", "number", "whose"),
    [
        ("Embtel 948", Kind.TELEGRAM, "948", Whose.POST),
        ("reDeptel 474", Kind.TELEGRAM, "474", Whose.HOME),
        ("Emb’s desp 210", Kind.DESPATCH, "210", Whose.POST),
        ("Embassy despatch No. 210", Kind.DESPATCH, "210", Whose.POST),
        ("your telegram 688", Kind.TELEGRAM, "688", Whose.THERE),
        ("Urtel 651", Kind.TELEGRAM, "651", Whose.THERE),
        ("ourtel 651", Kind.TELEGRAM, "651", Whose.HERE),
        ("Your 688.", Kind.TELEGRAM, "688", Whose.THERE),
        ("airgram A–12", Kind.AIRGRAM, "A–12", Whose.UNSAID),
        ("despatch 1045", Kind.DESPATCH, "1045", Whose.UNSAID),
        ("Polto 12", Kind.TELEGRAM, "Polto 12", Whose.UNSAID),
        ("CINCPAC 102345Z", Kind.TELEGRAM, "CINCPAC 102345Z", Whose.UNSAID),
        ("DEF 950561", Kind.TELEGRAM, "DEF 950561", Whose.UNSAID),
        ("Department’s telegram 474", Kind.TELEGRAM, "474", Whose.HOME),
    ],
)
def test_a_number_is_of_a_kind_and_somebodys(words: str, kind: Kind, number: str, whose: Whose) -> None:
    found = _only(f"As said {words} they wait") if not words.endswith(".") else _only(f"As said. {words}")
    assert (found.kind, found.number, found.whose) == (kind, number, whose)


@pytest.mark.parametrize(
    ("words", "origin", "destination", "day"),
    [
        ("telegram 688 from Tokyo, September 28", "Japan", "", (0, 9, 28)),
        ("telegram 688 from Tokyo, Sept. 28, 1958", "Japan", "", (1958, 9, 28)),
        ("telegram 474 to Tokyo, October 9", "", "Japan", (0, 10, 9)),
        ("telegram 474 of 9 October to the Embassy in Japan", "", "Japan", (0, 10, 9)),
        ("Tokyo telegram 948", "Japan", "", (0, 0, 0)),
        ("Tokyo’s 948", "Japan", "", (0, 0, 0)),
        ("telegram 12 from Strelsau", "Strelsau", "", (0, 0, 0)),
        ("letter of September 18 from Pell", "Pell", "", (0, 9, 18)),
        ("letter from Secretary Ash to Pell, July 3, 1957", "Secretary Ash", "Pell", (1957, 7, 3)),
    ],
)
def test_from_and_to_and_when(words: str, origin: str, destination: str, day: tuple[int, int, int]) -> None:
    found = _only(f"See {words}. They wait.")
    assert (found.origin, found.destination) == (origin, destination)
    assert (found.year, found.month, found.day) == day


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Embtels 948, 950 and 1002 tell", ["948", "950", "1002"]),
        ("Deptels 138 and 153.", ["138", "153"]),
        ("Secto 3 and Tosec 7", ["Secto 3", "Tosec 7"]),
        ("telegram 688, 1958", ["688"]),
    ],
)
def test_a_list_is_as_many_citations(words: str, numbers: list[str]) -> None:
    assert [found.number for found in citing(words, in_telegram=True)] == numbers


@pytest.mark.parametrize(
    "words",
    [
        "your 12 points",
        "my 200 men wait",
        "in Paris 1958",
        "the 688 ships",
        "our 90 minutes",
        "JCS 1776",
        "Washington 25, D.C.",
    ],
)
def test_what_counts_things_cites_nothing(words: str) -> None:
    assert not list(citing(words, in_telegram=True))


def test_a_bare_number_is_cited_in_telegrams_alone() -> None:
    assert not list(citing("Your 688. Tokyo 948.", in_telegram=False))


@given(st.text("Embtel your 0123456789,.-() andfromto TokyoSept", max_size=60))
def test_any_words_are_scanned_and_the_places_run_forward(words: str) -> None:
    end = 0
    for found in citing(words, in_telegram=True):
        assert end <= found.start < found.end <= len(words)
        end = found.end


_PIECES = "telegram No. no. A- NSC– ’9 4 12 1958–60 May of Tokyo Supra infra é ( . % tel.".split()


@given(st.lists(st.sampled_from([" ", "  ", "\n", *_PIECES]), max_size=24).map("".join))
def test_no_number_and_no_word_for_a_neighbour_is_passed_over(words: str) -> None:
    looked = signs(words, words.encode("latin-1", "replace"))
    assert set(looked.numbers) >= {match.start() for match in _AT_NUMBER.finditer(words)}
    assert looked.near == [match.start() + 1 for match in re.finditer("[Ss]upra|[Ii]nfra", words)]

from __future__ import annotations

import pytest

from travaux.record import Document, read
from travaux.record.withholding import Tally, added, in_words, withholding

HEADING = "7. Telegram From the Embassy in Halvern to the Department of State 0\n\nStrelsau, March 4, 1962\n\n"
SOURCE = "\n  1. Source: Ministry, Central Files, 1.2/3–462. Secret."


def _read(body: str) -> Document:
    (document,) = read((HEADING + body + SOURCE).encode(), name="7.txt")
    return document


def test_amounts_of_one_unit_are_added() -> None:
    held = withholding(_read("He [2 lines not declassified] said [1-1/2 lines not declassified] so."))
    assert held.tallies == (Tally("lines", 3.5, 2),)
    assert not held.in_full


def test_an_amount_that_is_not_stated_is_counted_and_not_guessed() -> None:
    held = withholding(
        _read("He [name not declassified] and [less than 1 line not declassified] said [text not declassified].")
    )
    assert set(held.tallies) == {
        Tally("names", 0, 0, unstated=1),
        Tally("lines", 0, 0, below=1),
        Tally("text", 0, 0, unstated=1),
    }
    assert held.passages == 3


def test_a_document_of_which_nothing_else_is_printed_is_withheld_in_full() -> None:
    assert withholding(_read("[5 pages of source text not declassified]")).in_full
    assert withholding(_read("USDel/MC/26\n\n[5 pages of source text not declassified]")).in_full
    assert not withholding(_read("The king called today. [5 pages of source text not declassified]")).in_full


def test_of_a_document_without_withheld_passages_nothing_is_withheld() -> None:
    held = withholding(_read("The king called."))
    assert (held.tallies, held.in_full, held.passages) == ((), False, 0)


def test_totals_are_the_sums_of_their_parts() -> None:
    parts = [Tally("lines", 2, 1), Tally("pages", 1, 1), Tally("lines", 0.5, 1, below=2, unstated=1)]
    assert added(parts) == (Tally("lines", 2.5, 2, 2, 1), Tally("pages", 1, 1))


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally("lines", 1, 1), "1 line"),
        (Tally("lines", 8.5, 1), "8.5 lines"),
        (Tally("pages", 1200, 40), "1,200 pages in 40 passages"),
        (Tally("names", 0, 0, unstated=2), "2 passages of names, amount not stated"),
        (Tally("", 0, 0, unstated=1), "1 passage, amount not stated"),
    ],
)
def test_a_tally_in_words(tally: Tally, words: str) -> None:
    assert in_words(tally) == words

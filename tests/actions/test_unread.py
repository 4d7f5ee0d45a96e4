from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.mandate import mandate
from travaux.actions.unread import held_against, unread
from travaux.desk import file

DAY = datetime.date(1955, 7, 12)
TELEGRAM = (
    "15. Telegram From the Ministry to the Embassy in Sellane\n\nHalm, July 10, 1955.\n\n"
    "You should seek a treaty on the reservoir. Your preference for a level of 336 meters is understood. "
    "The ferry runs daily.\n\nMinister\n"
)
WITHDRAWN = (
    "16. Telegram From the Ministry to the Embassy in Sellane\n\nHalm, July 11, 1955.\n\n"
    "The Cabinet has now decided against a treaty on the reservoir.\n\nMinister\n"
)


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    (tmp_path / "15.txt").write_text(TELEGRAM)
    with django_db_blocker.unblock():
        (tmp_path / "16.txt").write_text(WITHDRAWN)
        build([tmp_path / "15.txt", tmp_path / "16.txt"], out=tmp_path / "one.travaux")
        file.open_file(tmp_path / "one.travaux")
        yield
        file.close()


def test_a_sentence_that_speaks_of_a_proposal_and_gives_no_order_that_was_read_is_told() -> None:
    assert [each.words for each in unread("a level of 338 meters", DAY)] == [
        "Your preference for a level of 336 meters is understood."
    ]


@pytest.mark.parametrize("words", ["pilot dues at the cape", "level", ""])
def test_nothing_is_told_of_what_no_sentence_speaks_of_or_of_words_that_say_too_little(words: str) -> None:
    assert unread(words, DAY) == ()


def test_what_was_written_after_the_day_is_not_told() -> None:
    assert unread("a level of 338 meters", datetime.date(1955, 7, 1)) == ()


@pytest.mark.parametrize(("on", "verdict"), [(10, "within"), (11, "undetermined")])
def test_what_a_later_sentence_may_have_ended_is_not_told_to_be_within(on: int, verdict: str) -> None:
    day = datetime.date(1955, 7, on)
    held, left = held_against(mandate(day), "a treaty on the reservoir", None)
    assert held.verdict.value == verdict
    assert [each.at.document for each in left] == (["16"] if on == 11 else [])
    if on == 11:
        assert "a treaty on the reservoir.” (16, characters 0-62). Does the leave still hold?" in held.ask[0]


@pytest.mark.parametrize("words", ["dues on the reservoir", "a treaty of navigation"])
def test_where_no_order_decides_what_may_end_one_is_not_told(words: str) -> None:
    """There is nothing that it could end; it only shares a word."""
    held, left = held_against(mandate(DAY), words, None)
    assert held.verdict.value == "undetermined"
    assert unread(words, DAY)
    assert left == ()

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.unread import unread
from travaux.desk import file

DAY = datetime.date(1955, 7, 12)
TELEGRAM = (
    "15. Telegram From the Ministry to the Embassy in Sellane\n\nHalm, July 10, 1955.\n\n"
    "You should seek a treaty on the reservoir. Your preference for a level of 336 meters is understood. "
    "The ferry runs daily.\n\nMinister\n"
)


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    (tmp_path / "15.txt").write_text(TELEGRAM)
    with django_db_blocker.unblock():
        build([tmp_path / "15.txt"], out=tmp_path / "one.travaux")
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

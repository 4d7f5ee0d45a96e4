"""What answers what, and what was asked and by when."""

from __future__ import annotations

import datetime

import pytest

from travaux.mandate.threads import Answered, asked, threads
from travaux.record.document import Block, BlockKind, Document, Kind


def message(ident: str, words: str, *, on: int = 1, sender: str = "Embassy", addressee: str | None = None) -> Document:
    body = (Block(BlockKind.PARAGRAPH, words),)
    date = datetime.date(1963, 3, on)
    return Document(id=ident, title=ident, kind=Kind.TELEGRAM, body=body, date=date, sender=sender, addressee=addressee)


def answered(by: Document, to: Document, words: str) -> Answered:
    start = by.text.index(words)
    return Answered(by.id, to.id, by.cite(start, start + len(words)))


QUESTION = message("d1", "They refuse. Please instruct by March 5 what to say.")
ANSWER = message("d2", "Your 688. Hold the point.", on=3, sender="Ministry")


def test_a_message_answers_what_it_calls_yours() -> None:
    found = threads([QUESTION, ANSWER], [answered(ANSWER, QUESTION, "688")])
    assert [[each.document for each in thread] for thread in found.threads] == [["d1", "d2"]]
    assert found.unanswered == ()


def test_what_was_asked_and_nothing_answers_is_unanswered() -> None:
    found = threads([QUESTION, ANSWER], [])
    assert [each.document for each in found.unanswered] == ["d1"]
    assert len(found.threads) == 2


def test_a_day_asked_for_without_a_year_is_the_next_after_the_message() -> None:
    (one,) = asked(QUESTION)
    assert (one.by, one.words) == (datetime.date(1963, 3, 5), "Please instruct by March 5 what to say.")
    (earlier,) = asked(message("d3", "Please report by January 10."))
    assert earlier.by == datetime.date(1964, 1, 10)


def test_haste_without_a_day_is_told_in_its_words() -> None:
    (one,) = asked(message("d3", "Please advise soonest."))
    assert (one.by, one.soon) == (None, "soonest")


def test_a_reference_deep_in_a_message_is_no_answer() -> None:
    late = message("d4", "Long. " * 80 + "As told in telegram 688, it rains.", on=4, sender="Ministry")
    assert len(threads([QUESTION, late], [answered(late, QUESTION, "688")]).threads) == 2


def test_nobody_answers_their_own_message_or_a_later_one() -> None:
    own = message("d5", "Your 688. More.", on=4)
    before = message("d0", "Your 688. Less.", on=1, sender="Ministry")
    later = message("d6", "Please report.", on=9)
    found = threads([QUESTION, own, before, later], [answered(own, QUESTION, "688"), answered(before, later, "688")])
    assert all(len(thread) == 1 for thread in found.threads)


@pytest.mark.parametrize(
    ("sender", "addressee", "is_answered"),
    [
        ("Department of State", "Embassy in Japan", True),
        ("Secretary of State Herter", "Ambassador to Japan (MacArthur)", True),
        ("Department of State", "Embassy in Korea and the Embassy in Japan", True),
        ("Department of State", "Certain Diplomatic Missions", True),
        ("Department of State", "Embassy in Korea", False),
        ("Ambassador to Japan (MacArthur)", "Secretary of State Dulles", False),
        ("Embassy in Korea", "Embassy in France", False),
        ("Department of the Army", "Embassy in Korea", False),
        ("Department of State", "Department of Defense", True),
    ],
)
def test_an_answer_comes_from_another_side_and_from_who_was_asked_or_back_to_who_asked(
    sender: str, addressee: str, is_answered: bool
) -> None:
    question = message("d1", "Please instruct.", sender="Embassy in Japan", addressee="Department of State")
    other = message("d2", "Your 688. Hold the point.", on=3, sender=sender, addressee=addressee)
    assert (not threads([question, other], [answered(other, question, "688")]).unanswered) is is_answered


def test_the_earliest_day_asked_for_comes_first() -> None:
    soon = message("d8", "Please report by March 20.", on=2)
    none = message("d9", "Please report.", on=1)
    assert [each.document for each in threads([none, soon, QUESTION], []).unanswered] == ["d1", "d8", "d9"]

"""The redline written to a Word file: accepted it is the new draft, rejected the old, whoever changed what."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from tests.amend.orders import amended, rearranged
from tests.amend.texts import AT, words

from travaux.amend.consolidate import consolidate
from travaux.amend.operations import (
    Instruction,
    Operation,
)
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import Made, marked
from travaux.exchange.word.to_word import to_word
from travaux.exchange.word.tracked import TrackedText, text_of, view
from travaux.text.draft import Draft

law = settings(max_examples=60, deadline=None)
CORVANY, HALVERN = "Corvany", "Halvern"
DAY = datetime.date(1963, 2, 12)


def made(draft: Draft, *orders: tuple[str, Operation]) -> tuple[Draft, list[Made]]:
    """What each author orders in turn, and the draft that comes of it."""
    found = []
    for author, operation in orders:
        result = consolidate(draft, [operation], at=AT)
        instruction = Instruction(AT, "Article III should be changed.", (operation,), reason=words("It rests."))
        found.append(Made(instruction, result.stages, author, DAY))
        draft = result.draft
    return draft, found


def written(text: TrackedText) -> TrackedText:
    return from_word(to_word(text, title="Ferry", foot="A draft"), name="ferry.docx")


def read_as(text: TrackedText, *accepted: str) -> str:
    return text_of(view(text, frozenset(accepted)))


@law
@given(amended(most=4))
def test_of_any_change_of_words_the_file_has_the_new_text_and_the_old(drawn: tuple[Draft, list[Operation]]) -> None:
    draft, operations = drawn
    after, by = made(draft, *((f"Side {number % 3}", each) for number, each in enumerate(operations)))
    text = written(marked(draft, by))
    assert read_as(text, *text.authors) == after.text
    assert read_as(text) == draft.text


@law
@given(rearranged(most=4))
def test_of_any_move_the_file_has_the_new_text_and_the_old(drawn: tuple[Draft, list[Operation]]) -> None:
    draft, operations = drawn
    after, by = made(draft, *((CORVANY, each) for each in operations))
    text = written(marked(draft, by))
    assert read_as(text, *text.authors) == after.text
    assert read_as(text) == draft.text

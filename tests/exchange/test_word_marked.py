"""The redline written to a Word file: accepted it is the new draft, rejected the old, whoever changed what."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given, settings
from tests.amend.orders import amended, rearranged
from tests.amend.texts import AT, draft_of, words
from tests.haste import tries

from travaux.amend.consolidate import consolidate
from travaux.amend.operations import (
    Delete,
    DeleteWords,
    Instruction,
    Move,
    Operation,
    Place,
    Replace,
    SubstituteWords,
    Where,
)
from travaux.exchange.word.facts import OF_DRAFT
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import Made, clean, marked
from travaux.exchange.word.to_word import to_word
from travaux.exchange.word.tracked import UNNAMED, Change, ChangeKind, TrackedText, text_of, view
from travaux.text.draft import Draft
from travaux.text.parse import parse

law = settings(max_examples=tries(60), deadline=None)
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
    text = replace(text, facts={OF_DRAFT: "ferry"})
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


def changes(text: TrackedText) -> list[tuple[str, list[Change]]]:
    """The words under changes, each with what was done to them."""
    return [(piece.words, list(piece.changes)) for each in text.paragraphs for piece in each.pieces if piece.changes]


def _two_sides() -> tuple[Draft, TrackedText]:
    """Corvany puts words in, and Halvern takes one of them out again."""
    draft = draft_of()
    after, by = made(
        draft,
        (CORVANY, SubstituteWords(parse("Article III"), "free of charge", words("subject to a fee"))),
        (HALVERN, SubstituteWords(parse("Article III"), "a fee", words("no fee"))),
    )
    return after, written(marked(draft, by))


def test_every_change_has_its_proposer_and_its_day() -> None:
    _, text = _two_sides()
    day = datetime.datetime(1963, 2, 12, tzinfo=datetime.UTC)
    assert {(change.author, change.date) for change in text.changes()} == {(CORVANY, day), (HALVERN, day)}


def test_the_changes_of_an_earlier_author_stay_his_where_a_later_one_changes_them() -> None:
    after, text = _two_sides()
    brought_and_gone = [said for said, found in changes(text) if len(found) == 2]
    assert brought_and_gone == ["a"]
    assert "subject to a fee for pilots" in read_as(text, CORVANY)
    assert read_as(text, CORVANY, HALVERN) == after.text


def test_words_that_came_and_went_in_one_paper_are_not_written() -> None:
    draft = draft_of()
    after, by = made(
        draft,
        (CORVANY, SubstituteWords(parse("Article III"), "rest", words("halt"))),
        (CORVANY, SubstituteWords(parse("Article III"), "halt", words("sleep"))),
    )
    text = written(marked(draft, by))
    assert [said for said, _ in changes(text)] == ["rest", "sleep"]
    assert read_as(text, CORVANY) == after.text


def test_a_comment_tells_the_instruction_its_reason_and_where_it_stands() -> None:
    _, text = _two_sides()
    assert next((comment.author, comment.words) for comment in text.comments) == (
        CORVANY,
        "“Article III should be changed.”\nReason: It rests.\nSource: telegram, characters 0-200",
    )
    assert {id for each in text.paragraphs for piece in each.pieces for id in piece.comments} == {"0", "1"}


def test_a_provision_that_moves_is_a_move_in_word() -> None:
    draft = draft_of()
    after, by = made(draft, (CORVANY, Move(parse("Article IV"), Place(Where.BEFORE, unit=parse("Article III")))))
    text = written(marked(draft, by))
    moved = [(said, found[0].kind) for said, found in changes(text)]
    article = ["Article IV", "This Treaty shall be ratified."]
    assert moved == [(said, ChangeKind.MOVED_TO) for said in article] + [
        (said, ChangeKind.MOVED_FROM) for said in article
    ]
    assert read_as(text, CORVANY) == after.text


def test_a_paragraph_replaced_by_another_is_marked_word_by_word() -> None:
    draft = draft_of()
    new = words("This Treaty shall be ratified without delay.")
    _, by = made(draft, (CORVANY, Replace(parse("Article IV, first paragraph"), new)))
    assert [said for said, _ in changes(written(marked(draft, by)))] == [" without delay"]


def test_a_deleted_article_goes_with_its_lines() -> None:
    draft = draft_of()
    after, by = made(draft, (CORVANY, Delete(parse("Article II"))), (CORVANY, DeleteWords(parse("Article I"), "daily")))
    text = written(marked(draft, by))
    assert read_as(text, CORVANY) == after.text
    assert read_as(text) == draft.text


def test_what_nobody_is_known_to_have_proposed_says_so() -> None:
    _, by = made(draft_of(), ("", Delete(parse("Article IV"))))
    assert written(marked(draft_of(), by)).authors == (UNNAMED,)


def test_a_clean_draft_has_its_words_and_no_marks() -> None:
    text = written(clean(draft_of()))
    assert read_as(text) == draft_of().text
    assert not text.authors and not text.comments

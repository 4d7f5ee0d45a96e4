"""Words that a person quotes are found where they stand, or it is said why not."""

from __future__ import annotations

import pytest

from travaux.errors import UnknownDocument
from travaux.record.document import Block, BlockKind, Document, Kind, Note
from travaux.record.quoted import found, quoted

LETTER = Document(
    id="d1",
    number="1",
    title="Letter",
    kind=Kind.LETTER,
    body=(
        Block(BlockKind.PARAGRAPH, "No fare is due."),
        Block(BlockKind.PARAGRAPH, "No fare is paid."),
        Block(BlockKind.PARAGRAPH, "tut-tut-tut"),
    ),
    notes=(Note("1", "See the fare list.", 3),),
)


def test_words_quoted_over_the_end_of_a_line_are_found() -> None:
    assert LETTER.passage(quoted(LETTER, "is due.  No fare")).split() == ["is", "due.", "No", "fare"]
    assert found(LETTER, "is due. No fare") == quoted(LETTER, "is due.\nNo fare")


def test_words_of_a_note_are_found_there() -> None:
    at = found(LETTER, "fare list")
    assert (at.note, LETTER.passage(at)) == ("1", "fare list")
    assert at == quoted(LETTER, "fare list", note="1")


@pytest.mark.parametrize(
    ("words", "note", "says"),
    [
        ("No fare", "", "“No fare” stands 2 times in d1."),
        ("tut-tut", "", "“tut-tut” stands 2 times in d1."),
        ("fare list", "", "“fare list” is not in d1."),
        ("due", "1", "“due” is not in note 1 of d1."),
        (" ", "", "“ ” is not in d1."),
        ("due", "7", "d1 has no note 7."),
    ],
)
def test_words_that_do_not_stand_there_once_are_told_of(words: str, note: str, says: str) -> None:
    with pytest.raises(UnknownDocument) as told:
        quoted(LETTER, words, note=note)
    assert told.value.message == says


@pytest.mark.parametrize(("words", "says"), [("a toll", "does not have"), ("fare", "3 times"), ("", "does not have")])
def test_words_found_nowhere_or_more_than_once_in_a_document_are_told_of(words: str, says: str) -> None:
    with pytest.raises(UnknownDocument, match=says):
        found(LETTER, words)

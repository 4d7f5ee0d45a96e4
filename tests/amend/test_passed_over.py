"""What is passed over without a close reading orders nothing: the quick looks against the reading itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.amend import clauses, gate
from travaux.amend.chunks import cut
from travaux.amend.compile import _CHANGE
from travaux.amend.concern import PLACE, Concern
from travaux.amend.gate import may_hold, may_order, may_place
from travaux.amend.held import Held
from travaux.amend.operations import Operation
from travaux.amend.passages import passages
from travaux.amend.reading import read
from travaux.amend.readings import readings
from travaux.amend.source import Source
from travaux.record.document import Block, BlockKind, Document, Kind

LAW = settings(deadline=None, max_examples=400)
CASES = sorted((Path(__file__).parents[1] / "cases" / "amend").glob("*/*/instruction.txt"))

_ORDERS = (
    "Delete Article VI.|Article 3, paragraph 2 should read “The ferry runs.”|Replace “quay” with “pier”.|Delete.|"
    "Unchanged.|“Vessel” means a ferry.|Article V: “The pilots decide.”|In paragraph 2 after “pilots” insert “and”.|"
    "Renumber accordingly.|Paragraph 4 becomes paragraph 5.|Move paragraph 2 to the end.|Use only first sentence.|"
    "The words “a” in the treaty on ferries should be deleted.|Add the following: The ferry runs daily.|"
    "Insert new sentence to read: “Pilots serve.”|“quay” for “pier”.|Delete the provision on pilots.|"
    "The following change on ferries: “The ferry runs.”|At end: “and pilots”.|Delete the comma after “ferry”.|"
    "Article V shall read: The ferry runs daily.|Substitute “a” for “b” and “c” for “d”.|Retain Article 2."
).split("|")
_TALK = (
    "He said that the ferry is late.|The Minister’s “political” points were moved.|At this point they agreed.|"
    "They used the line on page 4 as before.|1. Article V.|(b) Fares.|Article VI of the draft treaty was discussed.|"
    "Changes in the ferry would be welcome.|He added: “We shall see.”|Throughout the agreement:|In paragraph 3:|"
    "The U.S. draft changed much; the fares did not.|Reason: the quay is old.|ARTICLE ivthe following|a. Title.|"
    "“quay” is used in the treaty.|The words “a” become “b”.|Delete all wording beginning “a” and ending “b”.|"
    "The language reads “quay”.|He says: “We shall see.”|In the treaty, Article V: (b) Delete.|"
    "Wherever it appears, “a” is “b”."
).split("|")
_SENTENCES = st.sampled_from(_ORDERS + _TALK)
_PASSAGES = st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join)
_WORDS = st.lists(
    st.sampled_from(
        "Article paragraph V 2 (b) “quay” “The pier.” delete deleted replace add read reads by for the words of in and "
        ", : ; . should be after before new following treaty on becomes moved use only retain point line first "
        "sentence ferry runs change changes as follows the at end throughout 1. a.".split(" ")
    ),
    min_size=1,
    max_size=14,
).map(" ".join)
_ANY_PASSAGE = st.one_of(_PASSAGES, _WORDS)
_HELD = st.sampled_from(["", "Article V.", "1. Article V, paragraph 2."])


def _held(caption: str) -> Held:
    return read(caption, held=Held(), source=Source("d1", 0)).held if caption else Held()


@LAW
@given(_ANY_PASSAGE, _HELD)
def test_a_passage_that_orders_something_is_read(words: str, caption: str) -> None:
    held = _held(caption)

    if read(words, held=held, source=Source("d1", 0)).orders:
        assert may_order(cut(words).tokens, placed=bool(held.focus))


@LAW
@given(_ANY_PASSAGE, _HELD)
def test_a_passage_that_changes_what_holds_is_told(words: str, caption: str) -> None:
    held = _held(caption)

    if read(words, held=held, source=Source("d1", 0)).held != held:
        assert may_hold(cut(words).tokens)


@LAW
@given(_ANY_PASSAGE)
def test_a_passage_that_leaves_a_place_in_force_is_told(words: str) -> None:
    if read(words, held=Held(), source=Source("d1", 0)).held.says:
        assert may_place(cut(words).tokens)


def test_every_verb_of_the_grammars_is_told_by_its_kind() -> None:
    # 'make' orders only with the changes that it makes.
    assert clauses._VERBS - {"MAKE"} <= set(gate._CODES)


def _document(paragraphs: Sequence[str]) -> Document:
    body = tuple(Block(BlockKind.PARAGRAPH, words) for words in paragraphs)
    return Document(id="d1", title="Telegram", kind=Kind.TELEGRAM, body=body)


def _closely(document: Document) -> Iterator[tuple[int, tuple[tuple[Operation, ...], ...]]]:
    """The orders of every passage that may concern a change, each read in its turn."""
    held, concern = Held(), Concern(document.text)
    for passage in passages(document):
        end = passage.start + len(passage.words)
        if not concern.may_concern(passage.start, end, placed=bool(held.focus)):
            continue
        found = read(passage.words, held=held, source=Source(document.id, passage.start))
        if found.orders:
            yield passage.start, tuple(order.operations for order in found.orders)
        if len(found.held.levels) > 1 or passage.is_heading or not found.orders:
            held = found.held


def _sparingly(document: Document) -> Iterator[tuple[int, tuple[tuple[Operation, ...], ...]]]:
    for reading in readings(document, Concern(document.text)):
        if reading.orders:
            yield reading.stretch.start, tuple(order.operations for order in reading.orders)


@LAW
@given(st.lists(_ANY_PASSAGE, min_size=1, max_size=6))
def test_passing_over_finds_the_orders_that_a_close_reading_finds(paragraphs: list[str]) -> None:
    document = _document(paragraphs)

    assert list(_sparingly(document)) == list(_closely(document))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_cases_are_read_alike(path: Path) -> None:
    document = _document(path.read_text(encoding="utf-8").split("\n"))

    assert list(_sparingly(document)) == list(_closely(document))


@pytest.mark.parametrize(
    "words",
    (
        "art. 5|articles 3|sub-paragraph 4|paras 4|para. IV|first para|penultimate paragraph|last clause|point two|"
        "item 4|latter part|first part|part IV|section A|Preamble|annex|rule 7|Regulation 2|third recital|HEADING|title"
    ).split("|"),
)
def test_a_place_is_found_by_its_letters(words: str) -> None:
    assert PLACE.search(words)

    assert Concern(words).may_concern(0, len(words), placed=False)


@pytest.mark.parametrize(
    "words",
    (
        "re-instate|reinstate|amend|struck|strike out|proposed new wording|suggested text|will read|reads|add|"
        "rephrase|re-word|come out|use only|should be used|becomes|moved|in lieu of|transpose|retain|revise|consists"
    ).split("|"),
)
def test_words_that_speak_of_a_change_are_found_by_their_letters(words: str) -> None:
    assert _CHANGE.search(words)

    assert Concern(f"Article 2: {words}").may_speak(0, len(words) + 11)


def test_a_text_without_places_or_wording_is_passed_over_whole() -> None:
    assert Concern("The ferry was changed, and nobody replaced it.").is_empty


@LAW
@given(st.lists(_ANY_PASSAGE, min_size=1, max_size=4), st.booleans())
def test_a_look_over_the_whole_text_sees_what_one_over_a_passage_sees(paragraphs: list[str], placed: bool) -> None:
    document = _document(paragraphs)
    whole = Concern(document.text)

    for start, block in zip(document.starts, document.body, strict=True):
        alone = Concern(block.text).may_concern(0, len(block.text), placed=placed)
        assert whole.may_concern(start, start + len(block.text), placed=placed) == alone

"""What documents tell of instruments, case by case: `text.txt` and `note.txt` say it, `told.txt` is the proposal."""

from __future__ import annotations

import tomllib
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given
from tests.text.golden import cases, document, hold, read

from travaux.record.document import Document, Kind, Note
from travaux.record.read import read as read_record
from travaux.status.event import Event, EventKind
from travaux.status.proposal_file import proposal_file
from travaux.status.register_file import register_file
from travaux.status.terms import NO_CLAUSES
from travaux.status.told import told
from travaux.status.told_names import parties_of
from travaux.status.told_proposals import Proposals, together

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
SENTENCES = (
    "The Harbor Treaty was signed at Tessenay on July 9, 1963. ",
    "It entered into force the same day. ",
    "The Ferry Convention, concluded at Dunmarch on March 3, 1931, was denounced by Corvany on May 4, 1950. ",
    "The King ratified it on October 11. ",
    "The pilots were content. ",
    "Ratifications were exchanged at Dunmarch on March 1, 1932. ",
    "The Harbor Treaty was signed at Tessenay on July 9, 1963, by Baron Vasarel. ",
)


def _document(case: Path) -> Document:
    text = read(case / "text.txt")
    if not (case / "note.txt").exists():
        return document("letter", text)
    note = Note("1", read(case / "note.txt"), text.find("#") if "#" in text else None)
    return document("letter", text.replace("#", ""), notes=(note,))


@pytest.mark.parametrize("case", cases("status", "told"))
def test_a_document_tells_this(case: Path) -> None:
    letter = _document(case)
    proposals = told(letter)
    lines = []
    for proposal in proposals.told:
        one = proposal.instrument
        parties = f" between {', '.join(one.parties)}" if one.parties else ""
        lines.append(f"{one.title} ({one.kind}{parties})")
        lines += [_line(letter, event) for event in proposal.events]
    lines += [f"? {one.code}: {one.message} “{letter.passage(one.at)}”" for one in proposals.findings]
    hold(case, told="\n".join(lines))


def _line(letter: Document, event: Event) -> str:
    day = f"{event.date} to {event.latest}" if event.latest else f"{event.date}"
    return f"  {event.kind}{f' of {event.party}' if event.party else ''}, {day} “{letter.passage(event.at)}”"


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from(SENTENCES))
def test_every_event_cites_the_words_it_was_read_from(said: list[str], noted: str) -> None:
    letter = document("letter", "".join(said), notes=(Note("1", noted.strip(), None),))

    for proposal in told(letter).told:
        assert all(event.words and letter.passage(event.at) == event.words for event in proposal.events)
        assert letter.passage(proposal.instrument.at)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_what_is_proposed_is_taken_as_it_stands(said: list[str]) -> None:
    letter = document("letter", "\n".join(said))
    proposals = told(letter)
    words = proposal_file(proposals, lambda _: letter)

    register = register_file(words.encode(), name="told.toml", documents=lambda _: letter, clauses=lambda _: NO_CLAUSES)
    for event in register.events:
        assert event in register.events_of[event.instrument]
        assert event.words == "" or event.words in letter.text


def test_words_that_stand_twice_are_given_with_more_beside_them() -> None:
    letter = document("letter", "The Harbor Treaty was signed on July 9, 1963. First: The Harbor Treaty was not easy.")
    (one,) = tomllib.loads(proposal_file(told(letter), lambda _: letter))["instrument"]

    assert letter.text.count(one["words"]) == 1


def test_words_of_a_line_that_stands_twice_are_given_with_the_line_beside() -> None:
    words = "The Harbor Treaty was signed on July 9, 1963."
    letter = document("letter", f"{words}\n{words}")
    (event,) = tomllib.loads(proposal_file(told(letter), lambda _: letter))["event"]

    assert letter.text.count(event["words"]) == 1


def test_two_documents_that_tell_of_one_instrument_are_joined_by_title_and_day() -> None:
    one = document("one", "The Treaty of Passage between Halvern and Corvany was signed on July 9, 1963.")
    other = document("other", "Treaty of Passage, signed July 9, 1963; entered into force December 4, 1963.")
    third = document("third", "The Treaty of Passage was signed on May 3, 1931.")
    joined = together(map(told, (one, other, third)))

    assert [(each.instrument.title, len(each.events)) for each in joined.told] == [
        ("Treaty of Passage", 1),
        ("Treaty of Passage between Halvern and Corvany", 2),
    ]


def test_joining_in_any_order_gives_the_same() -> None:
    letters = [document(f"letter-{number}", words) for number, words in enumerate(SENTENCES)]
    found = [told(letter) for letter in letters]

    assert _days(together(found)) == _days(together(reversed(found)))


def _days(proposals: Proposals) -> list[tuple[str, list[tuple[EventKind, str]]]]:
    return [(p.instrument.title, [(e.kind, str(e.date)) for e in p.events]) for p in proposals.told]


def test_a_testimonium_tells_the_signature_of_the_agreement_it_closes() -> None:
    text = "The King of Corvany and the President of Halvern have agreed.\nArticle 1\nFerries run.\n"
    text += "Done at Tessenay on the second day of June, 1931."
    treaty = document("ferry-convention", text, kind=Kind.AGREEMENT)
    ((proposal),) = told(treaty).told

    assert [(event.kind, str(event.date)) for event in proposal.events] == [(EventKind.SIGNATURE, "1931-06-02")]


def test_the_parties_are_those_between_which_a_title_says_it_is() -> None:
    assert parties_of("Treaty between Halvern and the Kingdom of Corvany concerning Ferries") == (
        "Halvern",
        "Kingdom of Corvany",
    )
    assert parties_of("Treaty of Peace with Corvany") == ()


def test_the_example_tells_what_its_register_holds_of_the_treaty() -> None:
    found = [
        told(each) for path in sorted(EXAMPLE.glob("*.txt")) for each in read_record(path.read_bytes(), name=path.name)
    ]
    proposals = together(found)
    (treaty,) = [each for each in proposals.told if each.instrument.title.startswith("Treaty of Navigation")]

    assert [(event.kind.value, event.party, str(event.date)) for event in treaty.events] == [
        ("initialling", "", "1963-06-14"),
        ("signature", "", "1963-07-09"),
        ("ratification", "Halvern", "1963-10-02"),
        ("ratification", "Corvany", "1963-10-11"),
        ("exchange of instruments", "", "1963-11-04"),
        ("entry into force", "", "1963-12-04"),
    ]

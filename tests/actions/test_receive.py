"""A counterpart's Word file taken into a negotiation's file: its changes are proposals until a person confirms them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.exchange.test_word_counter import ferry, gone, ins
from tests.record.word_files import word_file

from travaux.actions.build import build
from travaux.actions.decide import decide
from travaux.actions.receive import receive
from travaux.amend.decide import Verdict
from travaux.desk import file, models, shelf
from travaux.errors import TakenName, UnknownDocument, UnreadableInput
from travaux.exchange.export import export
from travaux.exchange.formats import format_named
from travaux.exchange.paper import Paper

LETTER = """Letter From the Ambassador in Sorne (Rook) to the Minister (Pell)

Morven, February 2, 1963.

Dear Pell: The draft follows.

FERRY TREATY

Article 1

The ferry runs daily.

Article 2

Fares are free. Dogs are carried.
"""
OURS = "letter/draft"
LOW = word_file("".join(ferry("Fares are ", gone("free"), ins("low"), ". Dogs are ", gone("carried"), ins("led"), ".")))


@pytest.fixture
def negotiation(desk: Path, tmp_path: Path) -> Path:
    """A file with our draft in it."""
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    file.close()
    assert not build([letter], out=desk).troubles
    file.create_or_open(desk)
    assert [row.ident for row in shelf.drafts()] == [OURS]
    return desk


def _outcomes() -> list[str]:
    return [step.outcome.value for step in shelf.proceedings().steps]


def test_every_change_is_held_against_our_draft_and_changes_nothing(negotiation: Path) -> None:
    found = receive(LOW, name="answer.docx", against=OURS, by="Corvany")

    assert len(found.instructions) == 2
    assert [step.base for step in shelf.proceedings().steps] == [OURS, OURS]
    assert _outcomes() == ["refused", "refused"]
    assert [row.ident for row in shelf.drafts()] == [OURS]
    assert shelf.row("answer").sender == "Corvany"


def test_what_a_person_confirms_is_done_and_the_rest_is_not(negotiation: Path) -> None:
    found = receive(LOW, name="answer.docx", against=OURS, by="Corvany")
    decide(found.instructions[0].at, Verdict.CONFIRMED)

    assert shelf.draft("answer/amended").text.endswith("Fares are low. Dogs are carried.")
    assert _outcomes() == ["applied", "refused"]


def test_all_confirmed_our_draft_reads_as_theirs(negotiation: Path) -> None:
    found = receive(LOW, name="answer.docx", against=OURS, by="Corvany")
    for instruction in found.instructions:
        decide(instruction.at, Verdict.CONFIRMED)

    assert shelf.draft("answer/amended").text == found.draft.text


def test_a_file_without_tracked_changes_is_a_draft_of_theirs(negotiation: Path) -> None:
    clean = word_file("".join(ferry("Fares are low. Dogs are carried.")))
    receive(clean, name="answer.docx", against=OURS, by="Corvany")

    theirs = shelf.draft("answer/draft")
    assert (theirs.proposed_by, theirs.derived_from) == ("Corvany", None)
    assert [step.base for step in shelf.proceedings().steps] == [OURS]


def test_it_is_of_the_day_of_its_last_change_or_of_our_draft_where_that_is_later(negotiation: Path) -> None:
    receive(LOW, name="answer.docx", against=OURS)
    early = word_file("".join(ferry(gone("Fares are free. ", on="1950-01-01"), "Dogs are carried.")))
    receive(early, name="early.docx", against=OURS)

    assert shelf.row("answer").date == datetime.date(1963, 3, 1)
    assert shelf.row("early").date == datetime.date(1963, 2, 2)


def test_the_same_file_and_another_of_its_name_are_refused(negotiation: Path) -> None:
    receive(LOW, name="answer.docx", against=OURS)
    other = word_file("".join(ferry("Fares are low.")))

    with pytest.raises(TakenName, match="has it already"):
        receive(LOW, name="again.docx", against=OURS)
    with pytest.raises(TakenName, match="another document answer"):
        receive(other, name="answer.docx", against=OURS)
    assert models.Document.objects.count() == 2


def test_a_file_that_answers_nothing_is_a_draft_by_itself(negotiation: Path) -> None:
    clean = word_file("".join(ferry("Fares are low. Dogs are carried.")))
    found = receive(clean, name="theirs.docx", by="Corvany", date=datetime.date(1963, 2, 20))

    theirs = shelf.draft("theirs/draft")
    assert theirs.text == found.draft.text and "Fares are low." in theirs.text
    assert (theirs.proposed_by, theirs.date) == ("Corvany", datetime.date(1963, 2, 20))
    assert shelf.proceedings().steps == ()


def test_tracked_changes_of_no_draft_that_is_named_are_refused(negotiation: Path) -> None:
    with pytest.raises(UnknownDocument, match="not said which draft"):
        receive(LOW, name="answer.docx", by="Corvany")
    assert models.Document.objects.count() == 1


@pytest.mark.parametrize("form", ["akn", "json", "word"])
def test_a_draft_comes_in_as_it_left_in_every_format_that_is_read(negotiation: Path, form: str) -> None:
    ours = shelf.draft(OURS)
    receive(export(Paper(ours), to=format_named(form)), name=f"back{format_named(form).ending}")

    back = shelf.draft("back/draft")
    assert back.text == ours.text
    assert [each.kind for each in back.walk()] == [each.kind for each in ours.walk()]
    text = shelf.document("back").text
    assert all(text[run.origin.start : run.origin.end] == run.words for each in back.walk() for run in each.line)


@pytest.mark.parametrize("form", ["akn", "json"])
def test_another_text_in_any_format_is_a_counter_proposal(negotiation: Path, form: str) -> None:
    clean = word_file("".join(ferry("Fares are low. Dogs are carried.")))
    theirs = receive(clean, name="theirs.docx").draft
    content = export(Paper(theirs), to=format_named(form))
    found = receive(content, name=f"answer{format_named(form).ending}", against=OURS, by="Corvany")

    assert [step.base for step in shelf.proceedings().steps] == [OURS] * len(found.instructions) != []
    assert found.draft.text == theirs.text


def test_what_is_in_no_format_that_comes_in_and_a_draft_that_is_not_there_are_refused(negotiation: Path) -> None:
    with pytest.raises(UnreadableInput, match="no format"):
        receive(b"Fares are low.", name="answer.docx", against=OURS)
    with pytest.raises(UnknownDocument):
        receive(LOW, name="answer.docx", against="nothing/draft")
    assert models.Document.objects.count() == 1

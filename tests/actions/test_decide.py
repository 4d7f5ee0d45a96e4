from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import PASSAGE, VAGUE, papers

from travaux.actions.build import build
from travaux.actions.decide import decide
from travaux.amend.decide import Verdict
from travaux.amend.proceedings import Outcome
from travaux.desk import convert, decisions, file, models, shelf
from travaux.errors import ReadOnlyPlace, UnknownDocument, UnreadableReading
from travaux.findings import Citation


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The file of the three papers, open for reading as `travaux serve` opens it."""
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        yield path
        file.close()


def _at(words: str = PASSAGE) -> Citation:
    """The passage of the doubted paper that ends with these words, as it was read."""
    document, examined = shelf.document("2-doubted"), convert.examined(shelf.row("2-doubted"))
    (at,) = [
        each.at for each in (*examined.instructions, *examined.findings) if document.passage(each.at).endswith(words)
    ]
    return at


def _text() -> str:
    return shelf.proceedings().drafts[-1].text


def _outcomes() -> list[Outcome]:
    return [step.outcome for step in shelf.proceedings().steps]


def test_what_is_in_doubt_changes_no_draft_until_it_is_confirmed() -> None:
    assert _outcomes() == [Outcome.REFUSED, Outcome.REFUSED]
    assert "twice" in _text()
    decide(_at(), Verdict.CONFIRMED)
    assert "four times a day" in _text()
    assert [draft.id for draft in shelf.proceedings().drafts[1:]] == ["2-doubted/amended", "3-later/amended"]


def test_a_decision_that_is_taken_back_leaves_everything_as_it_was() -> None:
    before = shelf.proceedings()
    decide(_at(), Verdict.CONFIRMED)
    decide(_at(), None)
    assert shelf.proceedings() == before
    assert decisions.in_force() == {}
    assert models.Decision.objects.count() == 2


def test_a_rejected_instruction_is_none() -> None:
    decide(_at(), Verdict.REJECTED)
    assert [step.instruction.at.document for step in shelf.proceedings().steps] == ["3-later"]


def test_a_corrected_instruction_gives_the_drafts_that_follow() -> None:
    decide(_at(), Verdict.CORRECTED, reading="In Article 2, the word “free” shall be replaced by the word “cheap”.")
    assert "Fares are cheap." in _text()
    assert "twice" in _text()


def test_words_that_a_correction_brings_are_cited_from_the_passage() -> None:
    decide(_at(), Verdict.CORRECTED, reading="In Article 2, the word “free” shall be replaced by the word “cheap”.")
    draft = shelf.draft("2-doubted/amended")
    (run,) = [run for provision in draft.walk() for run in provision.line if run.words == "cheap"]
    assert run.origin == _at()


def test_a_passage_that_was_not_understood_is_given_a_reading() -> None:
    at = _at(VAGUE)
    decide(at, Verdict.CORRECTED, reading="Article 2 shall be deleted.")
    assert "Article 2" not in _text()
    assert not models.Finding.objects.filter(code="not-understood").exists()


def test_a_passage_that_was_not_understood_is_no_instruction() -> None:
    decide(_at(VAGUE), Verdict.REJECTED)
    assert not models.Finding.objects.filter(code="not-understood").exists()


def test_a_person_says_which_draft_is_amended(opened: Path) -> None:
    decide(_at(), Verdict.CORRECTED, amends="1-letter/draft")
    assert "four times a day" in _text()


@pytest.mark.parametrize(
    "reading",
    [
        "In Article 1, the word “twice” shall be replaced by the word “thrice”.",
        "Replace “twice” with “thrice” in Article 1.",
    ],
)
def test_a_reading_that_means_the_same_leaves_the_passages_own(reading: str) -> None:
    decide(_at(), Verdict.CORRECTED, reading=reading, amends="1-letter/draft")
    (decision,) = decisions.of("2-doubted")
    assert (decision.reading, decision.amends) == ("", "1-letter/draft")
    assert "four times a day" in _text()


def test_a_decision_holds_when_more_is_built_into_the_file(opened: Path, tmp_path: Path) -> None:
    decide(_at(), Verdict.CONFIRMED)
    text = _text()
    file.close()
    more = tmp_path / "4-more.txt"
    more.write_text("4. Telegram From the Embassy in Vey to the Ministry\n\nVey, May 2, 1961.\n\n14. It rains.\n")
    build([more], out=opened)
    file.open_file(opened)
    assert shelf.overview().documents == 4
    assert _text() == text


def test_a_decision_keeps_its_time_and_what_was_read() -> None:
    decide(_at(), Verdict.CONFIRMED)
    (decision,) = decisions.of("2-doubted")
    assert decision.made_at is not None
    assert decision.passage.endswith(PASSAGE)
    assert decision.read_as == ("In Article 1, for “twice” put: “thrice”",)


def test_the_file_is_only_read_again_after_a_decision() -> None:
    decide(_at(), Verdict.CONFIRMED)
    with pytest.raises(Exception, match=r"read-?only"):
        models.Decision.objects.all().delete()


@pytest.mark.parametrize("reading", ["The moon is full.", "Kindly do as discussed."])
def test_words_that_are_not_understood_are_not_kept(reading: str) -> None:
    with pytest.raises(UnreadableReading):
        decide(_at(), Verdict.CORRECTED, reading=reading)
    assert models.Decision.objects.count() == 0


def test_nothing_is_decided_where_nothing_was_read() -> None:
    for at in (Citation("2-doubted", 0, 3), Citation("2-doubted", 0, 3, "9"), Citation("9-none", 0, 3)):
        with pytest.raises(UnknownDocument):
            decide(at, Verdict.REJECTED)
    with pytest.raises(UnknownDocument):
        decide(_at(), None)
    with pytest.raises(UnknownDocument):
        decide(_at(), Verdict.CORRECTED, amends="no/draft")
    with pytest.raises(UnreadableReading):
        decide(_at(VAGUE), Verdict.CONFIRMED)
    with pytest.raises(UnreadableReading):
        decide(_at(VAGUE), Verdict.CORRECTED)


def test_a_failure_while_the_drafts_are_followed_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("broken")

    before = shelf.proceedings()
    monkeypatch.setattr("travaux.actions.decide.follow", broken)
    with pytest.raises(RuntimeError):
        decide(_at(), Verdict.CONFIRMED)
    assert shelf.proceedings() == before
    assert models.Decision.objects.count() == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_place_that_takes_no_writing_is_said(opened: Path) -> None:
    at = _at()
    file.close()
    opened.chmod(0o400)
    file.open_file(opened)
    with pytest.raises(ReadOnlyPlace):
        decide(at, Verdict.CONFIRMED)

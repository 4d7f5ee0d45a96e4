"""What is read of documents is kept beside them: once, for whoever may see them whole, and never instead of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.last_papers import last_papers

from travaux.actions import mandate as told
from travaux.actions.edition import edition
from travaux.actions.mandate import mandate
from travaux.actions.mark import mark, mark_portion
from travaux.actions.read_once import Reading, read_once
from travaux.actions.tell_positions import tell_positions
from travaux.desk import convert, file, models, readings, shelf
from travaux.desk.access.marking import Level, Marking
from travaux.desk.access.viewer import Viewer, viewing
from travaux.desk.journal.verify import verify as reckoned
from travaux.errors import FileTrouble
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.rules import rules
from travaux.record.document import Document
from travaux.release.mark import Edition

SHELTER = "24-telegram-shelter"
LATE = datetime.date(1964, 3, 1)
READER = Viewer(key="reader", level=Level.CONFIDENTIAL)
CHIEF = Viewer(key="chief", level=Level.TOP_SECRET)


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    with django_db_blocker.unblock(), last_papers(tmp_path) as path:
        yield path


def _open(*idents: str) -> None:
    for ident in idents or [row.ident for row in shelf.rows()]:
        mark(ident, Marking())


def _words() -> str:
    return " ".join(each.words for each in mandate(LATE).directives)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are read for directives from now on."""
    found: list[str] = []
    read = told.directives.read

    def reading(document: Document) -> object:
        found.append(document.id)
        return read(document)

    monkeypatch.setattr(told.directives, "read", reading)
    return found


def test_a_document_is_read_the_first_time_alone(unread: list[str]) -> None:
    first = mandate(LATE)
    assert SHELTER in unread
    unread.clear()
    assert mandate(LATE) == first
    assert not unread


def test_positions_told_the_second_time_are_those_of_the_first() -> None:
    assert tell_positions(IssueRegister()) == tell_positions(IssueRegister())
    assert models.Reading.objects.filter(subject="positions").count() == models.Document.objects.count()


def test_what_older_rules_read_is_read_anew(unread: list[str]) -> None:
    first = mandate(LATE)
    with file.writing_aside():
        models.Reading.objects.update(rules="0" * 64, tree="{}")
    unread.clear()
    assert mandate(LATE) == first
    assert SHELTER in unread
    assert set(models.Reading.objects.values_list("rules", flat=True)) == {rules()}


def test_what_was_kept_may_be_thrown_away() -> None:
    first = mandate(LATE)
    with file.writing_aside():
        models.Reading.objects.all().delete()
    assert mandate(LATE) == first


def test_keeping_what_was_read_makes_no_entry_in_the_journal_and_breaks_none() -> None:
    before = reckoned()
    mandate(LATE)
    assert models.Reading.objects.exists()
    assert reckoned() == before


def test_a_file_that_takes_no_writing_is_read_each_time(unread: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> None:
        raise FileTrouble("It takes no writing.")

    monkeypatch.setattr(file, "writing_in_passing", refused)
    first = mandate(LATE)
    unread.clear()
    assert mandate(LATE) == first
    assert SHELTER in unread


def test_nothing_kept_tells_of_a_document_that_may_not_be_seen() -> None:
    _open()
    mark(SHELTER, Marking(Level.SECRET))
    assert "driven in by weather" in _words()
    with viewing(READER):
        assert "driven in by weather" not in _words()
        assert not any(SHELTER in each.at.document for each in tell_positions(IssueRegister()).positions)


def test_nothing_kept_tells_of_a_portion_that_may_not_be_seen() -> None:
    _open()
    assert "storm signal" in _words()
    document = shelf.document(SHELTER)
    start = document.text.index("Failing that")
    mark_portion(document.cite(start, document.text.index("As a last")), Marking(Level.SECRET))
    with viewing(READER):
        assert "storm signal" not in _words()
    assert "storm signal" in _words()


def test_what_one_reads_without_a_portion_is_not_kept_for_another() -> None:
    _open()
    document = shelf.document(SHELTER)
    start = document.text.index("Failing that")
    mark_portion(document.cite(start, document.text.index("As a last")), Marking(Level.SECRET))
    with viewing(READER):
        assert "storm signal" not in _words()
    key = shelf.row(SHELTER).pk
    assert key not in readings.kept("mandate", rules(), [key])
    with viewing(CHIEF):
        assert "storm signal" in _words()


def test_an_edition_has_nothing_of_what_was_kept(opened: Path, tmp_path: Path) -> None:
    mandate(LATE)
    out = tmp_path / "edition.travaux"
    edition(opened, to=Edition.PUBLIC, out=out, on=LATE)
    file.open_file(out)
    assert not models.Reading.objects.exists()


@dataclass(frozen=True)
class _Storm:
    said: bool


_STORM = Reading("storm", _Storm, lambda row: _Storm("storm" in convert.document(row).text), nothing=_Storm(False))


def _stormy(*even: str) -> list[tuple[str, bool]]:
    return [(row.ident, storm.said) for row, storm in read_once(_STORM, shelf.rows(), even=even)]


def test_documents_that_say_nothing_are_passed_over_the_first_time_and_the_second() -> None:
    said = [each.id for each in shelf.every_document() if "storm" in each.text]
    assert said and len(said) < shelf.rows().count()
    assert _stormy() == _stormy() == [(ident, True) for ident in said]


def test_a_document_that_says_nothing_is_given_where_it_is_asked_for() -> None:
    silent = next(each.id for each in shelf.every_document() if "storm" not in each.text)
    assert (silent, False) in _stormy(silent)
    assert (silent, False) in _stormy(silent)
    assert (silent, False) not in _stormy()

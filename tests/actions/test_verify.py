"""Whatever is changed behind the journal's back is found, and the first entry that it breaks is named."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import PASSAGE, papers

from travaux.actions.build import build
from travaux.actions.decide import decide
from travaux.actions.mark import mark, mark_portion
from travaux.actions.remark import remark, take_back
from travaux.actions.withhold import Ground, release, withhold
from travaux.amend.decide import Verdict
from travaux.desk import convert, file, shelf
from travaux.desk.access.marking import LIMITED, Level, Marking
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import JOURNALLED, Reckoned
from travaux.desk.journal.verify import verify as reckoned
from travaux.release.mark import Edition

pytestmark = pytest.mark.sqlite  # that are tampered with from outside

#: Tables whose rows are parts of what entries tell as a whole, or are derived from what they tell.
DERIVED = {
    "Finished",
    "Reading",
    "Document",
    "Draft",
    "Step",
    "Finding",
    "Register",
    "Entry",
    "JournalEntry",
    "Marking",
    "Stamp",
}
#: Tables of how people log in, of which no entry tells.
OF_PEOPLE = {"Session", "Attempt"}
DAY = datetime.date(1961, 5, 1)
EXTRA = "INSERT INTO desk_instrumentregister (name, content, made_at) VALUES ('a', '', '2001-01-01')"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A file in which everything was done that can be done."""
    folder = tmp_path_factory.mktemp("made")
    path = folder / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(folder / "papers"), out=path)
        file.open_file(path)
        read = convert.examined(shelf.row("2-doubted")).instructions
        doubted = shelf.document("2-doubted")
        decide(next(each.at for each in read if doubted.passage(each.at).endswith(PASSAGE)), Verdict.CONFIRMED)
        take_back(remark(shelf.proceedings().drafts[0].id, "Article 1", "Usual."))
        ground = Ground(reason="B1", authority="Vey", date=DAY, kept_in=Edition.INTERNAL)
        release(withhold(shelf.document("1-letter").cite(0, 4), ground).number, authority="Vey", date=DAY)
        mark("2-doubted", Marking(Level.SECRET))
        body = shelf.document("3-later")
        mark_portion(body.cite(len(body.text) - 3, len(body.text)), Marking(Level.TOP_SECRET, frozenset({LIMITED})))
        file.close()
    return path


@pytest.fixture
def negotiation(made: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The same, to be tampered with."""
    path = tmp_path / made.name
    shutil.copyfile(made, path)
    with django_db_blocker.unblock():
        yield path
        file.close()


def _verdict(path: Path, *, noted: str = "") -> Reckoned:
    file.open_file(path)
    try:
        return reckoned(noted=noted)
    finally:
        file.close()


def _tampered(path: Path, *statements: str) -> Reckoned:
    database = sqlite3.connect(path)
    for statement in ("DROP TRIGGER desk_journal_no_change", "DROP TRIGGER desk_journal_no_removal", *statements):
        assert database.execute(statement).rowcount != 0, statement
    database.commit()
    database.close()
    return _verdict(path)


def test_a_file_that_nobody_tampered_with_is_whole(negotiation: Path) -> None:
    verdict = _verdict(negotiation)
    assert verdict.broken == ()
    file.open_file(negotiation)
    verbs = list(JournalEntry.objects.order_by("number").values_list("verb", flat=True))
    assert verbs == ["began", *["took in"] * 3, "settled", "linked", "followed", "decided", "noted", "took back",
                     "withheld", "released", "marked", "marked"]  # fmt: skip
    assert verdict.entries == len(verbs)


@pytest.mark.parametrize(
    ("statement", "number", "what"),
    [
        ("UPDATE desk_journal SET by = 'Somebody' WHERE number = 3", 3, "changed since it was made"),
        ("UPDATE desk_journal SET content = '{}' WHERE number = 4", 4, "content is not what was entered"),
        ("UPDATE desk_journal SET at = '2001-01-01' WHERE number = 5", 5, "changed since it was made"),
        ("DELETE FROM desk_journal WHERE number = 6", 6, "it is missing"),
        ("DELETE FROM desk_journal WHERE number = 1", 1, "it is missing"),
        ("UPDATE desk_document SET tree = replace(tree, 'twice', 'thrice') WHERE ident = '1-letter'", 2, "1-letter"),
        ("UPDATE desk_document SET title = 'Other' WHERE ident = '2-doubted'", 3, "looked up by"),
        ("UPDATE desk_document SET found = '' WHERE ident = '2-doubted'", 3, "found in the documents"),
        ("DELETE FROM desk_document WHERE ident = '3-later'", 4, "3-later is not in the file"),
        ("UPDATE desk_source SET name = 'other'", 2, "source 1 is not what was entered"),
        ("UPDATE desk_draft SET tree = replace(tree, 'ferry', 'barge')", 8, "drafts"),
        ("DELETE FROM desk_step", 8, "what became of the instructions"),
        ("UPDATE desk_decision SET verdict = 'rejected'", 8, "decision 1 is not what was entered"),
        ("DELETE FROM desk_decision", 8, "decision 1 is not in the file"),
        ("UPDATE desk_remark SET words = 'Unusual.' WHERE takes_back IS NULL", 9, "remark 1"),
        ("UPDATE desk_remark SET takes_back = NULL WHERE takes_back = 1", 10, "remark 2"),
        ("UPDATE desk_withholding SET reason = 'B2' WHERE releases IS NULL", 11, "withholding 1"),
        ("DELETE FROM desk_withholding WHERE releases = 1", 12, "withholding 2"),
        ("UPDATE desk_document SET marking_id = 2 WHERE ident = '1-letter'", 2, "marking of the document 1-letter"),
        ("UPDATE desk_document SET marking_id = NULL WHERE ident = '3-later'", 4, "marking of the document 3-later"),
        ("UPDATE desk_document SET marking_id = 1 WHERE ident = '2-doubted'", 13, "marking of the document 2-doubted"),
        ("UPDATE desk_marking SET tree = '[1,[],[],false]' WHERE tree = '[4,[],[],false]'", 13, "2-doubted"),
        (f"UPDATE desk_marking SET tree = '[5,[],[],false]' WHERE tree LIKE '%{LIMITED}%'", 14, "marking 3"),
        ("UPDATE desk_portion SET marking_id = 1", 14, "portion 1 is not what was entered"),
        ("DELETE FROM desk_portion", 14, "portion 1 is not in the file"),
        ("UPDATE desk_marked SET marking_id = 1", 13, "marked 1 is not what was entered"),
        (
            "INSERT INTO desk_remark SELECT 9, draft, clause, kind, words, document, start, end, note, passage, NULL,"
            " made_at FROM desk_remark LIMIT 1",
            0,
            "No entry speaks of remark 9",
        ),
        (
            EXTRA,
            0,
            "No entry speaks of instrument register 1",
        ),
        (
            "UPDATE desk_document SET ident = 'forged' WHERE ident = '1-letter'",
            2,
            "the document 1-letter is not in the file",
        ),
    ],
)
def test_what_was_changed_behind_its_back_is_named(negotiation: Path, statement: str, number: int, what: str) -> None:
    first = _tampered(negotiation, statement).broken[0]
    assert first.number == number
    assert what in first.what


def test_the_first_broken_entry_comes_first(negotiation: Path) -> None:
    statements = "DELETE FROM desk_decision", "UPDATE desk_document SET tree = '{}' WHERE id = 2", EXTRA
    verdict = _tampered(negotiation, *statements)
    assert [each.number for each in verdict.broken] == [3, 8, 0]


def test_entries_cut_off_at_the_end_are_missed_by_whoever_noted_the_last(negotiation: Path) -> None:
    head = _verdict(negotiation).head
    assert _verdict(negotiation, noted=head[:12]).broken == ()
    _tampered(negotiation, "DELETE FROM desk_journal WHERE number = 14", "DELETE FROM desk_portion")
    assert _verdict(negotiation).broken == ()
    assert "No entry has the hash" in _verdict(negotiation, noted=head).broken[0].what


def test_every_table_is_journalled_row_by_row_or_derived() -> None:
    tables = {model.__name__ for model in apps.get_app_config("desk").get_models()}
    assert tables == DERIVED | OF_PEOPLE | set(JOURNALLED)


def test_documents_of_one_text_stay_told_apart(negotiation: Path) -> None:
    verdict = _tampered(
        negotiation, "UPDATE desk_document SET tree = (SELECT tree FROM desk_document WHERE id = 1) WHERE id = 2"
    )
    assert [each.number for each in verdict.broken] == [3]

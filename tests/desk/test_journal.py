"""The journal: one chain, never changed, and an entry for every change."""

from __future__ import annotations

import ast
import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.keeping import kept, letter

from travaux.desk import file, journal, models
from travaux.desk.journal.due import NoEntry
from travaux.desk.journal.enter import plain
from travaux.desk.journal.proof import NONE, canonical, digest, hash_of
from travaux.desk.journal.rows import JournalEntry
from travaux.errors import FileTrouble

SOURCE = Path(file.__file__).parents[1]
NOW = datetime.datetime(1961, 3, 14, 9, 30, tzinfo=datetime.UTC)


def _enter(*verbs: str) -> None:
    for verb in verbs:
        with file.writing():
            journal.enter(verb, journal.On("document", "accord/d1"), {"verb": verb})


def _entries() -> list[JournalEntry]:
    return list(JournalEntry.objects.order_by("number"))


def test_a_new_file_begins_its_journal_with_a_name_of_its_own(desk: Path) -> None:
    (began,) = _entries()
    assert (began.number, began.verb, began.before) == (1, "began", NONE)
    assert len(json.loads(began.content)["file"]) == 32


def test_each_entry_holds_the_hash_of_the_one_before(desk: Path) -> None:
    _enter("read", "decided")
    began, read, decided = _entries()
    assert (read.before, decided.before) == (began.hash, read.hash)
    assert [entry.hash for entry in _entries()] == [hash_of(plain(entry)) for entry in _entries()]


@pytest.mark.parametrize("name", ["number", "at", "clock", "by", "verb", "kind", "name", "content_hash", "before"])
def test_the_hash_of_an_entry_depends_on_all_that_it_holds(desk: Path, name: str) -> None:
    (entry,) = _entries()
    setattr(entry, name, NOW if name in ("at", "clock") else 9 if name == "number" else "other")
    assert hash_of(plain(entry)) != entry.hash


def test_a_change_without_an_entry_is_undone_and_refused(desk: Path) -> None:
    with pytest.raises(NoEntry), file.writing():
        kept([letter(1)])
    assert not models.Document.objects.exists()


def test_an_entry_outside_of_a_change_is_refused(desk: Path) -> None:
    with pytest.raises(NoEntry):
        journal.enter("read", journal.On("document", "accord/d1"), {})
    assert len(_entries()) == 1


def test_a_change_within_a_change_needs_no_entry_of_its_own(desk: Path) -> None:
    with file.writing():
        with file.writing():
            kept([letter(1)])
        journal.enter("took in", journal.On("source", "accord.xml"), {})
    assert models.Document.objects.count() == 1


def test_the_entry_of_a_change_that_fails_is_undone_with_it(desk: Path) -> None:
    with pytest.raises(ZeroDivisionError), file.writing():
        journal.enter("took in", journal.On("source", "accord.xml"), {})
        raise ZeroDivisionError
    assert len(_entries()) == 1


@pytest.mark.parametrize("statement", ["UPDATE desk_journal SET by = 'Vey'", "DELETE FROM desk_journal"])
def test_the_database_itself_refuses_to_change_an_entry(desk: Path, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only ever added to"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert len(_entries()) == 1


def test_times_never_fall_when_the_clock_is_set_back(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (began,) = _entries()
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    _enter("read", "decided")
    assert [entry.at for entry in _entries()] == [began.at] * 3
    assert [entry.clock for entry in _entries()] == [began.clock, NOW, NOW]
    assert [entry.number for entry in _entries()] == [1, 2, 3]


def test_an_entry_tells_who_acts(desk: Path) -> None:
    with journal.acting("Anna Vey"):
        _enter("read")
    _enter("decided")
    assert [entry.by for entry in _entries()] == ["", "Anna Vey", ""]


def test_what_is_no_part_of_the_negotiation_makes_no_entry(desk: Path) -> None:
    with file.writing_aside():
        kept([letter(1)])
    assert len(_entries()) == 1


def test_a_journal_is_kept_also_where_the_file_was_opened_for_reading(desk: Path) -> None:
    file.close()
    file.open_file(desk)
    _enter("read")
    assert len(_entries()) == 2
    with pytest.raises(DatabaseError):
        kept([letter(1)])


@pytest.mark.sqlite
def test_a_file_made_before_there_were_journals_begins_with_what_it_has(desk: Path) -> None:
    kept([letter(1), letter(2)])
    models.Remark.objects.create(draft="draft", clause="Article 1", kind="reason", words="Usual.", made_at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER desk_journal_no_removal")
        cursor.execute("DELETE FROM desk_journal")
        cursor.execute("PRAGMA user_version = 7")
    file.close()
    file.create_or_open(desk)
    assert [(entry.verb, entry.kind, entry.name) for entry in _entries()] == [
        ("began", "file", ""),
        ("found", "source", "accord.xml"),
        ("found", "draft", "draft"),
    ]
    assert list(json.loads(_entries()[1].content)["documents"]) == ["accord/d1", "accord/d2"]


@pytest.mark.sqlite
def test_a_file_without_a_journal_is_not_opened_for_reading(desk: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version = 7")
    file.close()
    with pytest.raises(FileTrouble, match="An older Travaux wrote this file"):
        file.open_file(desk)


def test_only_the_desk_opens_a_transaction() -> None:
    """So every change goes through `file.writing`, which undoes one without an entry."""
    own = {SOURCE / "desk" / "file.py", *(SOURCE / "desk" / "database").glob("*.py")}
    others = [path for path in SOURCE.rglob("*.py") if path not in own and path.parent.name != "migrations"]
    assert len(others) > 300
    opening = [str(path) for path in others if {"atomic", "on_commit", "set_autocommit"} & {*_names(path)}]
    assert opening == []


def _names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                yield name


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_VALUES)
def test_canonical_json_is_read_back_as_it_was(value: object) -> None:
    assert json.loads(canonical(value)) == value  # type: ignore[arg-type]


@given(st.dictionaries(st.text(), st.integers()))
def test_the_order_in_which_an_object_was_made_does_not_count(value: dict[str, int]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))


@pytest.mark.parametrize("value", [1.5, float("nan"), {1: "one"}, {"a": [b"bytes"]}, NOW])
def test_what_has_more_than_one_way_to_be_written_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)  # type: ignore[arg-type]


def test_canonical_json_is_what_the_docs_say() -> None:
    value = {"name": "Côte", "documents": {"b": 1, "a": None}, "all": [True, False]}
    words = r'{"all":[true,false],"documents":{"a":null,"b":1},"name":"C\u00f4te"}'
    assert canonical(value) == words
    assert digest(words) == digest(words.encode())

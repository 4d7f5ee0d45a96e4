"""References as the file keeps them: settled when what they wait for comes in, in whatever order."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connection

from travaux.amend.proceedings import Examined
from travaux.desk import keep, models, shelf
from travaux.desk.references import keep as references
from travaux.desk.references import look
from travaux.desk.references.due import is_settled
from travaux.desk.references.keep import keep_the_rest, looked_up, settle
from travaux.record import Document, read

CASES = Path(__file__).resolve().parent.parent / "cases" / "references"
LAKE = read((CASES / "telegrams_of_a_mission" / "input.xml").read_bytes(), name="lake.xml")
READ_AT = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def _kept(documents: Sequence[Document]) -> None:
    _taken(documents)
    settle()


def _taken(documents: Sequence[Document]) -> None:
    name = " ".join(document.id for document in documents)
    source = models.Source.objects.create(name=name, sha256=sha256(name.encode()).hexdigest(), size=1, read_at=READ_AT)
    keep.keep_documents(documents, [Examined()] * len(documents), source=source, position=0)


def _meant(name: str) -> dict[str, str]:
    return {each.cited.words: each.meant.document for each in look.references(shelf.row(name))}


def test_a_document_says_what_it_refers_to_and_who_cites_it(desk: Path) -> None:
    _kept(LAKE)
    found = {each.cited.words: each for each in look.references(shelf.row("d3"))}
    assert found["Your 312"].meant.document == "lake1961v02/d2"
    assert found["Your 312"].title == "Telegram From the Embassy in Ruritania to the Department of State"
    assert found["315"].meant.is_absent
    assert [link.at.document for link in look.backlinks(shelf.row("d2"))] == ["lake1961v02/d3"]


def test_a_reference_waits_for_its_document(desk: Path) -> None:
    _kept(LAKE[2:3])
    assert _meant("d3")["Deptel 88"] == ""
    _kept(LAKE[3:4])
    assert _meant("d3")["Deptel 88"] == "lake1961v02/d4"
    assert [link.words for link in look.backlinks(shelf.row("d4"))] == ["Deptel 88"]


@pytest.mark.parametrize("ahead", [0, 1, 20])
def test_what_was_looked_up_before_is_kept(desk: Path, monkeypatch: pytest.MonkeyPatch, ahead: int) -> None:
    monkeypatch.setattr(references, "_PAGE_SIZE", 2)
    monkeypatch.setattr(references, "_AHEAD", ahead)
    _taken(LAKE)
    meant = looked_up()
    assert not is_settled()
    settle(meant)
    assert is_settled()
    assert (_meant("d3")["Your 312"], _meant("d3")["Deptel 88"]) == ("lake1961v02/d2", "lake1961v02/d4")


def test_where_a_document_came_in_since_references_were_looked_up_they_are_looked_up_anew(desk: Path) -> None:
    _taken(LAKE[2:3])
    meant = looked_up()
    _taken(LAKE[3:4])
    settle(meant)
    assert _meant("d3")["Deptel 88"] == "lake1961v02/d4"


def test_a_nearer_document_that_comes_later_takes_the_place_of_another(desk: Path) -> None:
    _kept([LAKE[0], LAKE[2]])
    assert _meant("d3")["Your 312"] == "lake1961v02/d1"
    _kept([LAKE[1]])
    assert _meant("d3")["Your 312"] == "lake1961v02/d2"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_answers_do_not_depend_on_the_order_in_which_documents_came(desk: Path, order: tuple[int, ...]) -> None:
    parts = (LAKE[:2], LAKE[2:4], LAKE[4:])
    for part in order:
        _kept(parts[part])
    answers = {document.id: [each.meant for each in look.references(shelf.row(document.id))] for document in LAKE}
    models.Document.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_reference")
        cursor.execute("DELETE FROM desk_citable")
    _kept(LAKE)
    assert answers == {
        document.id: [each.meant for each in look.references(shelf.row(document.id))] for document in LAKE
    }


def test_what_an_earlier_format_kept_without_references_gets_them(desk: Path) -> None:
    _kept(LAKE)
    before = [look.references(shelf.row(document.id)) for document in LAKE]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_reference")
        cursor.execute("DELETE FROM desk_citable")
    assert not is_settled()
    keep_the_rest()
    settle()
    assert is_settled()
    assert [look.references(shelf.row(document.id)) for document in LAKE] == before


def test_absent_documents_stand_by_how_many_cite_them_and_those_of_no_sender_are_left_out(desk: Path) -> None:
    _kept(LAKE)
    absent = look.absent()
    assert {each.name for each in absent} >= {"telegram 290 from Ruritania", "telegram 315 from Ruritania"}
    assert all("airgram" not in each.name for each in absent)
    assert [each.citing for each in absent] == sorted((each.citing for each in absent), reverse=True)

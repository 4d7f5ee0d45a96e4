"""Drafts to take away in Word, and the other side's file to send in, on the page of a draft."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from tests.web.page import Page

from travaux.actions.build import build
from travaux.desk import file, shelf
from travaux.exchange import json_tree
from travaux.exchange.paper import Paper
from travaux.exchange.word.file import write
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.tracked import text_of, view
from travaux.web import limit

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


@pytest.fixture
def person(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """A person at a browser that has the example negotiation open."""
    path = tmp_path / "strait.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE], out=path)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, enforce_csrf_checks=True, raise_request_exception=False)
        file.close()


def _ids() -> list[str]:
    return [row.ident for row in shelf.drafts()]


def _send(person: Client, ident: str, content: bytes, name: str = "answer.docx", path: str = "") -> HttpResponse:
    """Sends a file with the form of the draft's page, as the browser does."""
    page = Page(person.get(path or reverse("draft", args=[ident])).text)
    token = next(attributes["value"] for _, attributes in page.having(name="csrfmiddlewaretoken"))
    given = {"csrfmiddlewaretoken": token, "by": "Corvany", "against": ident, "file": SimpleUploadedFile(name, content)}
    answer = person.post(reverse("take_in"), given)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_draft_is_taken_away_clean(person: Client) -> None:
    (first, *_) = _ids()
    answer = person.get(reverse("export", args=[first]) + "?as=word")

    assert answer["Content-Disposition"].startswith('attachment; filename="')
    assert answer["Content-Disposition"].endswith('.docx"')
    assert text_of(view(from_word(answer.content, name="x.docx"), frozenset())) == shelf.draft(first).text


def test_a_draft_is_taken_away_with_the_changes_since_another(person: Client) -> None:
    derived = next(each for each in map(shelf.draft, _ids()) if each.derived_from)
    page = Page(person.get(reverse("draft", args=[derived.id])).text)
    address = next(each["href"] for _, each in page.having(download="") if "since=" in each["href"])
    text = from_word(person.get(address).content, name="x.docx")

    assert text_of(view(text, frozenset(text.authors))) == derived.text
    assert text_of(view(text, frozenset())) == shelf.draft(derived.derived_from or "").text


def test_a_file_that_comes_in_is_shown_as_its_document(person: Client) -> None:
    (first, *_) = _ids()
    ours = shelf.draft(first)
    data = write(Paper(ours))

    answer = _send(person, first, data)

    assert answer.status_code == 303
    assert answer["Location"] == reverse("document", args=["answer"])
    assert shelf.row("answer").sender == "Corvany"


def test_a_file_in_no_format_that_comes_in_is_refused_with_a_cure(person: Client) -> None:
    (first, *_) = _ids()
    answer = _send(person, first, b"Fares are low.", "answer.txt")

    assert answer.status_code == 400
    assert "It is in no format in which drafts come in" in answer.text and "Save it as .docx." in answer.text


def test_word_is_offered_once_and_nothing_twice(person: Client) -> None:
    page = Page(person.get(reverse("draft", args=[_ids()[0]])).text)
    offered = [each["href"] for _, each in page.having(download="")]
    assert len([each for each in offered if each.endswith("?as=word")]) == 1
    assert len(offered) == len(set(offered))


def test_a_draft_of_its_own_comes_in_by_the_page_for_it(person: Client) -> None:
    content = json_tree.write(Paper(shelf.draft(_ids()[0])))
    answer = _send(person, "", content, "theirs.json", path=reverse("take_in"))

    assert (answer.status_code, answer["Location"]) == (303, reverse("draft", args=["theirs/draft"]))
    assert "take in a draft that came" in person.get("/").text


def test_what_was_chosen_is_still_there_when_a_file_is_refused(person: Client) -> None:
    (first, *_) = _ids()
    page = Page(_send(person, first, b"%PDF-1.7", "answer.docx").text)
    assert [each["value"] for tag, each in page.having(selected="") if tag == "option"] == [first]
    assert next(each["value"] for _, each in page.having(name="by")) == "Corvany"


def test_too_large_a_file_is_refused(person: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "MOST", 1_000)
    monkeypatch.setattr(limit, "_AROUND", 1_000)
    answer = _send(person, _ids()[0], b"x" * 5_000)

    assert answer.status_code == 413
    assert "million bytes" in answer.text and "without its pictures" in answer.text


def test_nothing_is_taken_that_no_page_of_ours_sent(person: Client) -> None:
    answer = person.post(reverse("take_in"), {"file": io.BytesIO(b"x")})

    assert answer.status_code == 403


def test_a_draft_that_is_not_there_is_told(person: Client) -> None:
    assert person.get(reverse("export", args=["nothing/draft"]) + "?as=word").status_code == 404

"""The pages where a person decides on what was read: nothing is stored that did not come from one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import PASSAGE, papers
from tests.web.negotiation import LONE, REFUSED
from tests.web.page import Page

from travaux.actions.build import build
from travaux.desk import convert, decisions, file, shelf
from travaux.findings import Citation
from travaux.web import links
from travaux.web.security import POLICY

READING = "In Article 2, the word “free” shall be replaced by the word “cheap”."


@pytest.fixture
def person(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """A person at a browser that has the file of the three papers open."""
    path = tmp_path / "ferry.travaux"
    with django_db_blocker.unblock():
        build(papers(tmp_path / "papers"), out=path)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, enforce_csrf_checks=True, raise_request_exception=False)
        file.close()


def _at(which: int = 0) -> Citation:
    """The passage in doubt; the one that was not understood."""
    found = convert.examined(shelf.row("2-doubted"))
    return (found.instructions[0].at, found.findings[0].at)[which]


def _send(person: Client, at: Citation, **given: str) -> object:
    """Sends a form of the passage's page, as the browser does."""
    page = Page(person.get(links.decision(at)).text)
    token = next(attributes["value"] for _, attributes in page.having(name="csrfmiddlewaretoken"))
    return person.post(links.decision(at), {"csrfmiddlewaretoken": token, **given})


def test_a_passage_is_told_step_by_step(person: Client) -> None:
    page = Page(person.get(links.decision(_at())).text)
    assert page.text(class_="passage").endswith(PASSAGE)
    pieces = page.text(class_="pieces")
    assert "word of change" in pieces
    assert "Galley proof" in pieces
    assert "replaced" in page.text(class_="rule")
    assert "In Article 1, for “twice” put: “thrice”" in page.text(class_="orders")
    assert "lead-not-understood" in page.text(id="main")


def test_the_reading_is_offered_in_formal_english(person: Client) -> None:
    page = Page(person.get(links.decision(_at())).text)
    assert page.text(id="reading") == "In Article 1, the word “twice” shall be replaced by the word “thrice”."


def test_a_reading_that_formal_words_do_not_give_back_is_not_offered(
    person: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("travaux.web.settle.reading.formal_words", lambda operation: "Article 1 shall be deleted.")
    assert Page(person.get(links.decision(_at())).text).text(id="reading") == ""


def test_a_draft_is_chosen_without_a_reading(person: Client) -> None:
    assert _send(person, _at(), verdict="preview", draft="1-letter/draft").status_code == 200
    _send(person, _at(), verdict="corrected", draft="1-letter/draft")
    page = Page(person.get("/documents/2-doubted").text)
    assert "on draft" in page.text(class_="decided")
    assert person.get("/drafts/2-doubted/amended").status_code == 200


def test_confirming_leads_back_to_the_document_and_gives_a_new_draft(person: Client) -> None:
    answer = _send(person, _at(), verdict="confirmed")
    assert (answer.status_code, answer["Location"]) == (303, links.place(_at()))
    page = Page(person.get(answer["Location"]).text)
    assert "Confirmed" in page.text(class_="decided")
    assert "Gave draft 2-doubted/amended" in page.text(class_="found")
    assert person.get("/drafts/2-doubted/amended").status_code == 200


def test_a_decision_is_told_where_the_words_come_from(person: Client) -> None:
    _send(person, _at(), verdict="corrected", reading=READING)
    (run,) = [run for each in shelf.draft("2-doubted/amended").walk() for run in each.line if run.words == "cheap"]
    panel = person.get(links.origin(run.origin), headers={"hx-request": "true"}).text
    assert "The reading of this passage was corrected on" in " ".join(Page(panel).text(class_="decided").split())
    assert "“cheap”" in Page(panel).text(class_="decided")


def test_a_decision_is_taken_back(person: Client) -> None:
    _send(person, _at(), verdict="rejected")
    page = Page(person.get("/documents/2-doubted").text)
    assert PASSAGE in page.text(class_="outcome-rejected")
    _send(person, _at(), verdict="taken-back")
    assert decisions.in_force() == {}
    assert "outcome-rejected" not in person.get("/documents/2-doubted").text


@pytest.mark.parametrize("htmx", [True, False])
def test_a_reading_is_shown_before_it_is_saved(person: Client, htmx: bool) -> None:
    page = Page(person.get(links.decision(_at())).text)
    token = next(attributes["value"] for _, attributes in page.having(name="csrfmiddlewaretoken"))
    given = {"csrfmiddlewaretoken": token, "verdict": "preview", "reading": READING, "draft": "1-letter/draft"}
    answer = person.post(links.decision(_at()), given, headers={"hx-request": "true"} if htmx else {})
    assert answer.status_code == 200
    assert ("<html" in answer.text) is not htmx
    shown = Page(answer.text)
    assert "In Article 2, for “free” put: “cheap”" in shown.text(class_="orders")
    inserted = [words for around, words in shown.words if "ins" in [tag for tag, _ in around]]
    assert inserted == ["cheap"]
    assert decisions.in_force() == {}


def test_words_that_are_not_understood_are_shown_and_not_saved(person: Client) -> None:
    for verdict, status in (("preview", 200), ("corrected", 400)):
        answer = _send(person, _at(), verdict=verdict, reading="The moon is full.")
        assert answer.status_code == status
        page = Page(answer.text)
        assert "not understood as an instruction" in page.text(role="alert")
        assert page.text(id="reading") == "The moon is full."
    assert decisions.in_force() == {}


def test_a_passage_that_was_not_understood_is_dismissed(person: Client) -> None:
    page = Page(person.get("/documents/2-doubted").text)
    assert "No instruction" in page.text(class_="card")
    _send(person, _at(1), verdict="rejected")
    assert "2 findings" in Page(person.get("/settle").text).text(role="status")


def test_a_form_from_elsewhere_is_refused(person: Client) -> None:
    answer = person.post(links.decision(_at()), {"verdict": "confirmed"})
    assert answer.status_code == 403
    assert "This was not sent from a page of this file." in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert decisions.in_force() == {}


@pytest.mark.parametrize("verdict", ["", "maybe", "CONFIRMED"])
def test_a_form_that_says_nothing_there_is_changes_nothing(person: Client, verdict: str) -> None:
    assert _send(person, _at(), verdict=verdict).status_code == 400
    assert decisions.in_force() == {}


@pytest.mark.parametrize(
    ("back", "there"),
    [
        ("/settle?code=x&page=2", True),
        ("https://evil.example/settle", False),
        ("//evil.example/settle", False),
        ("/", False),
    ],
)
def test_only_the_list_of_findings_is_gone_back_to(person: Client, back: str, there: bool) -> None:
    answer = _send(person, _at(), verdict="confirmed", back=back)
    assert answer["Location"] == (back if there else links.place(_at()))


def test_a_passage_without_an_instruction_has_no_page(person: Client) -> None:
    assert person.get(links.decision(Citation("2-doubted", 0, 3))).status_code == 404
    assert person.get(links.decision(Citation("9-none", 0, 3))).status_code == 404
    assert person.get(links.decision(Citation("2-doubted", 0, 3, "7"))).status_code == 404


def test_reading_pages_take_no_form(person: Client) -> None:
    _send(person, _at(), verdict="preview")
    for path in ("/settle", "/documents/2-doubted"):
        assert person.post(path).status_code in (403, 405)


def test_findings_stand_by_code(person: Client) -> None:
    page = Page(person.get("/settle").text)
    assert "3 findings" in page.text(role="status")
    table = page.text(class_="figures")
    for code in ("lead-not-understood", "not-understood", "words-not-found"):
        assert code in table
    only = Page(person.get("/settle", {"code": "lead-not-understood"}).text)
    assert "1 finding “lead-not-understood”" in only.text(role="status")
    assert [attributes["value"] for _, attributes in only.having(name="back")] == ["/settle?code=lead-not-understood"]


def test_findings_are_narrowed_by_weight_and_document(person: Client) -> None:
    assert "There is nothing to settle." in person.get("/settle", {"weight": "note"}).text
    assert "1 finding in 3-later" in Page(person.get("/settle", {"document": "3-later"}).text).text(role="status")
    assert person.get("/settle", {"weight": "nonsense", "page": "99", "code": "\0"}).status_code == 200


def test_findings_come_a_page_at_a_time(person: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("travaux.web.settle.listing.PAGE", 1)
    page = Page(person.get("/settle").text)
    (further,) = [attributes["href"] for _, attributes in page.having(rel="next")]
    later = Page(person.get(further).text)
    assert "page 2 of 3" in " ".join(later.text(class_="pages").split())


def test_a_draft_shows_each_operation_before_and_after_and_what_was_left_out(person: Client) -> None:
    _send(person, _at(), verdict="confirmed")
    page = Page(person.get("/drafts/2-doubted/amended").text)
    lines = page.text(class_="before-and-after")
    assert "twicethrice" in lines
    assert "Fares" not in lines
    assert "Confirmed" in page.text(class_="told")


def test_what_was_left_out_of_a_draft_is_counted_and_linked(person: Client) -> None:
    _send(person, _at(), verdict="confirmed")
    _send(person, _at(1), verdict="corrected", reading="Article 9 shall be deleted.")
    page = Page(person.get("/drafts/2-doubted/amended").text)
    assert page.text(id="left") == "Left out of this draft: 1"
    assert {"href": links.place(_at(1))} in [attributes for tag, attributes in page.elements if tag == "a"]


def test_the_pages_of_a_hostile_record_show_its_words_as_words(client: Client) -> None:
    for path in ("/settle?weight=every", links.decision(REFUSED.instruction.at), links.decision(LONE.at)):
        answer = client.get(path)
        assert answer.status_code == 200
        tags = [tag for tag, _ in Page(answer.text).elements]
        assert "img" not in tags
        assert tags.count("script") == 2
        assert tags.count("h1") == 1

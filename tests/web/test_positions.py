"""The pages of positions, threads and clearance, on the example negotiation."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of
from tests.web.walk_round import EXAMPLES, walk_round

from travaux.cli.app import run
from travaux.desk import file, shelf
from travaux.precedent.add import add

EXAMPLE = EXAMPLES / "strait-of-ilvane"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """The example negotiation with its positions, and its round of clearance."""
    path = tmp_path_factory.mktemp("positions") / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLE), "-o", str(path)]) == 0
        assert run(["positions", str(path), "--take", str(EXAMPLE / "issues.toml")]) == 0
        walk_round(path)
        file.close()
    return path


@pytest.fixture
def ilvane(walked: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """A client on a copy: some tests change it."""
    path = Path(shutil.copy(walked, tmp_path))
    with django_db_blocker.unblock():
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_an_issue_tells_where_its_provisions_stand_in_the_drafts_of_a_day(ilvane: Client) -> None:
    def said(day: str) -> str:
        return re.sub(r"<[^>]+>", "", page_of(ilvane, f"/positions/issues/commission?on={day}"))

    named = "Article IX of the draft of 12 February 1963"
    assert f"{named}: Article VIII in the one of 6 December 1962" in said("1962-12-31")
    assert f"{named}: still that in the one of" in said("1963-06-30")


def test_the_matrix_tells_of_a_day_and_leads_to_every_passage(ilvane: Client) -> None:
    page = page_of(ilvane, "/positions?on=1963-04-08")

    assert "On <strong>8 April 1963</strong>" in page
    assert "Halvern says: deferred without concession" in page
    assert "/documents/09-telegram-instructions?from=" in page
    assert "Moved last: Corvany, 8 Apr 1963" in page


def test_a_slide_brings_the_matrix_alone(ilvane: Client) -> None:
    answer = ilvane.get("/positions?day=1", headers={"hx-request": "true"})

    assert "<html" not in answer.content.decode()
    assert "15 March 1962" in answer.content.decode()


@pytest.mark.parametrize("asked", ["day=-4", "day=99999999", "on=9999-12-31"])
def test_what_cannot_be_read_is_as_good_as_not_asked(asked: str, ilvane: Client) -> None:
    assert "Who holds what" in page_of(ilvane, f"/positions?{asked}")


def test_a_file_without_issues_says_how_to_enter_them(client: Client) -> None:
    assert "--take ISSUES.toml" in page_of(client, "/positions")
    assert "No package was opened" in page_of(client, "/clearance")
    assert "Threads of messages" in page_of(client, "/threads")


def test_a_position_is_entered_on_the_page_of_its_issue_and_taken_back(ilvane: Client) -> None:
    address = "/positions/issues/commission"
    form = {"do": "enter", "actor": "Halvern, Treasury", "level": "preferred", "cites": "15-minutes",
            "where": "Mr. Hollin asked that there should be fewer meetings."}  # fmt: skip
    assert ilvane.post(address, form).status_code == 303
    page = page_of(ilvane, address)
    assert "Halvern, Treasury" in page
    key = page.partition('name="key" value="')[2].partition('"')[0]
    assert ilvane.post(address, {"do": "take back", "key": key}).status_code == 303
    assert 'name="key"' not in page_of(ilvane, address)


@pytest.mark.parametrize(
    "form",
    [
        {"do": "enter", "actor": "Halvern", "level": "preferred", "cites": "15-minutes", "where": "No such words."},
        {"do": "enter", "actor": "", "level": "preferred", "cites": "15-minutes", "where": "Duration."},
        {"do": "enter", "actor": "Halvern", "level": "best", "cites": "15-minutes", "where": "Duration."},
        {"do": "settle", "actor": "Halvern", "standing": "open", "cites": "none", "where": "Duration."},
        {"do": "take back", "key": "999999"},
        {"do": "burn"},
        {},
    ],
)
def test_a_form_that_says_what_is_not_there_is_refused_with_a_reason(form: dict[str, str], ilvane: Client) -> None:
    answer = ilvane.post("/positions/issues/duration", form)
    assert answer.status_code == 400
    assert 'class="trouble"' in answer.content.decode()


def test_a_position_paper_is_a_page_and_a_file_in_every_format_of_pages(ilvane: Client) -> None:
    page = page_of(ilvane, "/positions/paper?issue=naval-access&party=Halvern&on=1963-06-28")
    assert "Number of vessels" in page and "Transit area" not in page
    for form, sign in (("html", b"<!DOCTYPE"), ("word", b"PK"), ("pdf", b"%PDF"), ("text", b"Position paper")):
        answer = ilvane.get(f"/positions/paper?party=Halvern&on=1963-06-28&as={form}")
        assert answer.status_code == 200 and answer.content.startswith(sign)


def test_a_paper_on_its_page_has_precedents_where_there_is_a_library(
    ilvane: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "/positions/paper?issue=passage&party=Halvern&on=1963-12-04"
    monkeypatch.setenv("TRAVAUX_LIBRARY", str(tmp_path / "agreements.library"))
    assert "Without precedents" in page_of(ilvane, page)
    found = sorted((EXAMPLES / "library").glob("*.txt"))
    add(tmp_path / "agreements.library", found)
    told = page_of(ilvane, page)
    assert "halvern-sellane-1949, Article 1" in told and "Without precedents" not in told


def test_what_the_documents_tell_is_confirmed_one_by_one(ilvane: Client) -> None:
    page = page_of(ilvane, "/positions/told")
    assert "Dues and Customs" in page
    assert ilvane.post("/positions/told", {"do": "issue", "name": "Dues and Customs"}).status_code == 303
    assert "/positions/issues/dues-and-customs" in page_of(ilvane, "/positions")
    passage = {"do": "passage", "issue": "duration", "document": "04-letter", "start": "10", "end": "60"}
    assert ilvane.post("/positions/told", passage).status_code == 303
    assert "Passages on it" in page_of(ilvane, "/positions/issues/duration")


def test_a_proposed_passage_stands_there_in_its_words(ilvane: Client) -> None:
    page = page_of(ilvane, "/positions/told").partition('id="positions"')[0]
    asked = re.search(r'name="document" value="([^"]+)".*?"start" value="(\d+)".*?"end" value="(\d+)"', page)
    assert asked is not None
    document = shelf.document(asked[1])
    words = document.text[int(asked[2]) : int(asked[3])].split()
    assert escape(" ".join(words[:8])) in page


def test_a_proposal_is_dismissed_on_the_page_shown_there_and_taken_back(ilvane: Client) -> None:
    page = page_of(ilvane, "/positions/told")
    held = unescape(page.partition('name="held" value="')[2].partition('"')[0])
    at = dict(re.findall(r'name="(document|start|end)" value="([^"]+)"', page.partition('id="positions"')[2])[:3])
    form = {"do": "dismiss", "held": held, "reason": "He only quotes it.", **at}
    assert ilvane.post("/positions/told", form).status_code == 303
    after = page_of(ilvane, "/positions/told")
    assert "2 dismissed" in after and "He only quotes it." in after
    assert escape(held) not in after.partition('id="dismissed"')[0]
    key = after.partition('name="key" value="')[2].partition('"')[0]
    assert ilvane.post("/positions/told", {"do": "take back", "key": key}).status_code == 303
    again = page_of(ilvane, "/positions/told")
    assert "He only quotes it." not in again and escape(held) in again


def test_a_caption_that_is_no_issue_is_not_proposed_again(ilvane: Client) -> None:
    assert "<span>Dues and Customs</span>" in page_of(ilvane, "/positions/told")
    assert ilvane.post("/positions/told", {"do": "no issue", "name": "Dues and Customs"}).status_code == 303
    after = page_of(ilvane, "/positions/told")
    assert "<span>Dues and Customs</span>" not in after and "not on dues and customs" in after


@pytest.mark.parametrize(
    "form",
    [
        {"do": "dismiss", "document": "04-letter", "start": "1", "end": "9"},
        {"do": "dismiss", "document": "none", "start": "1", "end": "9"},
        {"do": "dismiss"},
        {"do": "take back", "key": "x"},
        {"do": "take back", "key": "99999"},
    ],
)
def test_what_nobody_proposed_is_not_dismissed(form: dict[str, str], ilvane: Client) -> None:
    answer = ilvane.post("/positions/told", form)
    assert answer.status_code == 400 and 'class="trouble"' in answer.content.decode()


def test_a_package_tells_its_route_its_log_and_what_is_missing(ilvane: Client) -> None:
    page = page_of(ilvane, "/clearance/answer-1963")
    assert "Two operations change the same words" in page
    assert "Minister has not decided on the text" in page
    assert "A right to close the Strait at pleasure is not compatible with Article I" in page
    sent = page_of(ilvane, "/clearance/draft-1962")
    assert "sent</span> as Mintel 212" in sent
    assert (
        "Drafted by Western Department; cleared with Legal Adviser and Ministry of Marine; approved by Minister."
        in sent
    )


def test_the_inbox_of_an_office_has_what_waits_for_it(ilvane: Client) -> None:
    assert "answer-1963" in page_of(ilvane, "/clearance?office=Treaty+Section")
    assert "Nothing waits for Treasury" in page_of(ilvane, "/clearance?office=Treasury")


def test_words_of_an_office_act_on_no_page(ilvane: Client) -> None:
    form = {"do": "object", "office": "Legal Adviser", "words": "<script>alert(1)</script>"}
    assert ilvane.post("/clearance/answer-1963", form).status_code == 303
    assert "<script>alert" not in page_of(ilvane, "/clearance/answer-1963")


@pytest.mark.parametrize("form", [{"do": "send", "office": "Treaty Section"}, {"do": "concur", "office": "Nobody"}, {}])
def test_an_act_that_is_not_to_be_done_says_why_and_changes_nothing(form: dict[str, str], ilvane: Client) -> None:
    before = page_of(ilvane, "/clearance/answer-1963").count("UTC")
    answer = ilvane.post("/clearance/answer-1963", form)
    assert answer.status_code == 400 and 'class="trouble"' in answer.content.decode()
    assert page_of(ilvane, "/clearance/answer-1963").count("UTC") == before


def test_what_is_not_there_is_told(ilvane: Client) -> None:
    assert ilvane.get("/clearance/none").status_code == 404
    assert ilvane.get("/positions/issues/none").status_code == 404

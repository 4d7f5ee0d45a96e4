"""The page that tells what binds whom on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.web.page import page_of

from travaux.cli.app import run
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """The example negotiation with its register."""
    path = tmp_path_factory.mktemp("status") / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLE), "-o", str(path)]) == 0
        assert run(["status", str(path), "--take", str(EXAMPLE / "instruments.toml")]) == 0
        file.close()
    return path


@pytest.fixture
def ilvane(registered: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    with django_db_blocker.unblock():
        file.open_file(registered)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_every_fact_leads_to_its_passage(ilvane: Client) -> None:
    page = page_of(ilvane, "/status?on=1963-12-04&of=treaty-1963")

    assert "in force</span> since 4 December 1963" in page
    assert "/documents/22-editorial-note?from=452&amp;to=531" in page
    assert "/documents/21-report-initialed-text?from=" in page


def test_each_standing_has_a_bar_and_each_relation_an_arc(ilvane: Client) -> None:
    page = page_of(ilvane, "/status?on=1963-12-04")

    assert "<title>Corvany: in force from 1932-03-01 until 1963-12-04</title>" in page
    assert page.count('class="arc"') == 4
    assert ">supersedes</text>" in page


def test_the_slider_counts_days_from_the_first_event(ilvane: Client) -> None:
    assert "On <strong>3 June 1931</strong>" in page_of(ilvane, "/status?day=1")


def test_a_slide_brings_the_panel_alone(ilvane: Client) -> None:
    answer = ilvane.get("/status?day=1", headers={"hx-request": "true"})

    assert "<html" not in answer.content.decode()
    assert "3 June 1931" in answer.content.decode()


def test_what_notice_would_do_is_shown(ilvane: Client) -> None:
    page = page_of(ilvane, "/status?on=1975-01-01&notice=treaty-1963%7CHalvern&given=1975-01-01")

    assert "if Halvern gives notice of termination on 1 January 1975, which takes effect on 1 January 1976" in page
    assert "<title>Corvany: in force from 1963-12-04 until 1976-01-01</title>" in page


@pytest.mark.parametrize("asked", ["day=-4", "day=99999999", "notice=no%7None&given=1975-01-01", "given=9999-12-31"])
def test_what_cannot_be_read_is_as_good_as_not_asked(asked: str, ilvane: Client) -> None:
    assert "What binds whom" in page_of(ilvane, f"/status?{asked}")


def test_a_file_without_a_register_says_how_to_take_one(client: Client) -> None:
    assert "--take REGISTER.toml" in page_of(client, "/status")


def test_the_page_of_a_change_leads_to_every_passage(ilvane: Client) -> None:
    page = page_of(ilvane, "/status/change?draft=21-report-initialed-text%2Fdraft")

    assert 'name="on" value="1963-12-04"' in page
    assert "/documents/02-arrangement-1948?from=114&amp;to=158" in page
    assert "Points at what has ended" in page
    assert "Which provision takes its place is for a person to choose." in page


def test_a_draft_leads_to_what_it_would_change(ilvane: Client) -> None:
    page = page_of(ilvane, "/drafts/21-report-initialed-text/draft")

    assert 'href="/status/change?draft=21-report-initialed-text%2Fdraft"' in page


def test_a_day_that_is_none_is_told(ilvane: Client) -> None:
    answer = ilvane.get("/status/change?draft=21-report-initialed-text%2Fdraft&on=yesterday")
    assert answer.status_code == 400
    assert "“yesterday” is no day." in answer.content.decode()


def test_without_a_register_the_page_proposes_what_the_documents_tell(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLE), "-o", str(path)]) == 0
        file.open_file(path)
        offered = page_of(Client(headers={"host": "localhost"}), "/status")
        page = page_of(Client(headers={"host": "localhost"}), "/status?told=1")
        file.close()

    assert '<a href="?told=1">See what the documents tell of instruments</a>' in offered
    assert "What the documents tell" in page
    assert "the King ratified it on October 11</a>" in page
    assert "ratification by Corvany" in page
    assert "/documents/22-editorial-note?from=416&amp;to=450" in page


TERMS = "/status/terms?draft=21-report-initialed-text%2Fdraft"


def test_a_person_confirms_and_strikes_terms_one_by_one(ilvane: Client) -> None:
    page = page_of(ilvane, TERMS)
    last = page.split('name="term" value="')[-1][:8]

    sent = ilvane.post(TERMS, {"term": last, "verdict": "struck"})
    struck = page_of(ilvane, TERMS)
    ilvane.post(TERMS, {"term": last, "verdict": "taken-back"})

    assert sent.status_code == 303
    assert page.count("<td>Proposed") == struck.count("<td>Proposed") + 1
    assert "<strong>Struck</strong>" in struck
    assert "<strong>Struck</strong>" not in page_of(ilvane, TERMS)


@pytest.mark.parametrize(
    ("term", "verdict"), [("0000", "struck"), ("0000", "perhaps"), ("00\0", "struck"), ("0", "\0")]
)
def test_a_form_that_decides_on_nothing_there_is_changes_nothing(ilvane: Client, term: str, verdict: str) -> None:
    assert ilvane.post(TERMS, {"term": term, "verdict": verdict}).status_code == 400


def test_the_state_tells_which_clauses_nobody_confirmed(ilvane: Client) -> None:
    assert "read, not confirmed" in page_of(ilvane, "/status?on=1963-12-04&of=treaty-1963")

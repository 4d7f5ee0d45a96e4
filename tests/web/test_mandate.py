from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker
from tests.web.page import page_of

from travaux.actions.build import build
from travaux.actions.mandate import directives_of
from travaux.desk import file, shelf
from travaux.mandate.directives_said import Standing

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"
SHELTER = "/directives/24-telegram-shelter"


@pytest.fixture
def client(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build(sorted(EXAMPLE.glob("2[3-6]-*.txt")), out=path)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def test_the_sheet_tells_authority_and_what_may_be_said_with_its_passages(client: Client) -> None:
    page = page_of(client, "/mandate", on="1964-02-26")
    assert "but no limit while the storm signal is up. A.R." in page
    assert "Not to be raised or agreed" in page and "fallback 1" in page
    assert "/documents/24-telegram-shelter?from=" in page


def test_the_sheet_of_a_day_before_has_no_directive(client: Client) -> None:
    assert "No directive in force" in page_of(client, "/mandate", on="1963-01-01")


def test_an_address_that_cannot_be_read_is_told_on_the_sheet(client: Client) -> None:
    assert "is not an address" in page_of(client, "/mandate", on="1964-02-26", article="the ferry")


@pytest.mark.parametrize("page", ["mandate", "mandate/check", "positions", "status"])
def test_a_day_that_is_none_is_told_and_not_taken_for_another(client: Client, page: str) -> None:
    answer = client.get(f"/{page}?on=1964-02-30")
    assert answer.status_code == 400
    assert "“1964-02-30” is no day." in answer.content.decode()


def test_a_check_shows_the_difference_and_drafts_the_request(client: Client) -> None:
    words = (
        "A naval vessel that is driven in by weather may lie in Quillon Roads with the leave of the Royal Admiralty."
    )
    page = page_of(client, "/mandate/check", on="1964-02-20", words=words)
    assert "verdict-outside" in page and "<ins" in page
    assert "Guidance is requested on 1 point" in page


def test_words_that_are_checked_are_shown_as_words(client: Client) -> None:
    assert "<script>x" not in page_of(client, "/mandate/check", words="<script>x</script>", on="1964-02-20")


def test_a_directive_is_confirmed_from_its_page(client: Client) -> None:
    one = directives_of(shelf.row("24-telegram-shelter"))[0].found[0]
    sent = {"start": one.at.start, "end": one.at.end, "verdict": "confirmed"}
    assert client.post(SHELTER, sent).status_code == 303
    assert directives_of(shelf.row("24-telegram-shelter"))[0].found[0].standing is Standing.CONFIRMED


def test_a_sentence_in_which_nothing_was_read_is_entered_from_its_page(client: Client) -> None:
    before = directives_of(shelf.row("24-telegram-shelter"))[0]
    at, left = before.possible[0], len(before.possible)
    assert f"{left} more sentence" in page_of(client, SHELTER)
    sent = {"start": at.start, "end": at.end, "act": "report", "object": "", "verdict": "corrected"}
    assert client.post(SHELTER, sent).status_code == 303
    after = directives_of(shelf.row("24-telegram-shelter"))[0]
    assert at in {one.at for one in after.found}
    assert len(after.possible) == left - 1


def test_a_sentence_that_gives_no_order_is_dismissed_on_its_page_and_that_is_taken_back(client: Client) -> None:
    before = directives_of(shelf.row("24-telegram-shelter"))[0]
    at = before.possible[0]
    assert "said to give no order" not in page_of(client, SHELTER)
    sent = {"start": at.start, "end": at.end, "act": "introduce", "object": "", "verdict": "rejected"}
    assert client.post(SHELTER, sent).status_code == 303
    after = directives_of(shelf.row("24-telegram-shelter"))[0]
    assert (after.dismissed, after.found) == ((at,), before.found)
    assert after.possible == before.possible[1:]
    assert "1 sentence said to give no order" in page_of(client, SHELTER)
    assert client.post(SHELTER, sent | {"verdict": "taken-back"}).status_code == 303
    assert directives_of(shelf.row("24-telegram-shelter"))[0] == before


@pytest.mark.parametrize(
    "sent",
    [
        {"start": "1", "end": "2", "verdict": "confirmed"},
        {"start": "x", "end": "2", "verdict": "confirmed"},
        {"start": "1", "end": "2", "verdict": "nonsense"},
        {"recommendation": "9", "decided": "approved"},
        {},
    ],
)
def test_a_form_that_decides_nothing_there_is_answered_with_its_mistake(client: Client, sent: dict[str, str]) -> None:
    response = client.post(SHELTER, sent)
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()


def test_a_decision_on_a_recommendation_is_entered_from_its_page(client: Client) -> None:
    page = "/directives/23-memorandum-authority"
    sent = {"recommendation": "3", "decided": "approved", "approver": "Rennick", "on": "1964-02-28"}
    assert client.post(page, sent).status_code == 303
    assert "approved</span> by Rennick, 28 February 1964" in page_of(client, page)


def test_a_sign_that_nothing_has_is_kept_as_one_that_cannot_be_read(client: Client) -> None:
    page = "/directives/23-memorandum-authority"
    one = directives_of(shelf.row("24-telegram-shelter"))[0].found[0]
    sent = {"start": one.at.start, "end": one.at.end, "verdict": "corrected", "object": "a\0b"}
    assert "“a\ufffdb”" in client.post(SHELTER, sent).content.decode()
    decided = {"recommendation": "3", "decided": "approved", "approver": "R\0k", "on": "1964-02-28"}
    assert client.post(page, decided).status_code == 303
    assert "R\ufffdk" in page_of(client, page)


def test_a_document_that_instructs_leads_to_its_directives(client: Client) -> None:
    assert SHELTER in page_of(client, "/documents/24-telegram-shelter")

"""The other side answers in Word: a person sends its file in, and confirms one of its changes, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import EXAMPLES, serving

from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.tracked import text_of, view

pytestmark = pytest.mark.browser

ANSWER = EXAMPLES / "answer-in-word" / "corvany-answer.docx"
OURS = "drafts/16-telegram-reply/amended"


@pytest.fixture
def address(example: Path) -> Iterator[str]:
    """Where the pages of the example negotiation are served."""
    with serving(example) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripted", "unscripted"])
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """The page of the draft that is answered; what the browser complains of fails the test."""
    context = chromium.new_context(java_script_enabled=request.param, accept_downloads=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{address}/{OURS}")
    yield page
    context.close()
    assert troubles == []


def test_a_change_of_an_answer_is_confirmed_and_makes_the_next_draft(page: Page) -> None:
    page.get_by_text("The other side answered").click()
    page.get_by_label("The file").set_input_files(ANSWER)
    page.get_by_label("Who sent it").fill("Corvany")
    page.get_by_role("button", name="Read it").click()

    expect(page).to_have_url(re.compile("/documents/corvany-answer"))
    expect(page.get_by_text("Our fishermen know the Strait better than any pilot.").first).to_be_visible()
    expect(page.get_by_text("This was changed without tracking it.").first).to_be_visible()
    page.get_by_role("button", name="Confirm").first.click()

    expect(page.get_by_text("applied", exact=True).first).to_be_visible()


def test_the_changes_since_an_earlier_draft_are_taken_away_as_a_word_file(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="Changes since the draft of 12 February 1963").click()

    text = from_word(Path(download.value.path()).read_bytes(), name="redline.docx")
    assert "within the areas shown" in text_of(view(text, frozenset()))
    assert "within the waters shown" in text_of(view(text, frozenset(text.authors)))

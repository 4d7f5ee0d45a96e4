"""A person settles what is in doubt: in a real browser, on a copy of the example negotiation with one paper more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import follow, serving, travaux

pytestmark = pytest.mark.browser

DOUBTED = """20a. Telegram From the Embassy in Corvany to the Ministry of External Affairs

Tessenay, May 25, 1963.

131. Re draft treaty. Galley proof: In Article IX, replace “twice in each year” with “three times in each year.”
"""


@pytest.fixture
def address(example: Path, tmp_path: Path) -> Iterator[str]:
    """Where the pages are served. Each test has a file of its own, as it changes it."""
    paper = tmp_path / "20a-telegram.txt"
    paper.write_text(DOUBTED, encoding="utf-8")
    travaux("build", paper, "-o", example)
    with serving(example) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripted", "unscripted"])
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """A page at the overview; what the browser complains of fails the test."""
    context = chromium.new_context(java_script_enabled=request.param)
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert troubles == []


def _doubted(page: Page) -> None:
    """From the overview to what is in doubt."""
    page.get_by_role("link", name=re.compile("to settle$")).click()
    page.get_by_role("link", name="lead-not-understood").click()
    expect(page.locator(".entry-to-settle").filter(has_text="Galley proof")).to_be_visible()


def test_an_instruction_in_doubt_is_confirmed_and_gives_a_new_draft(page: Page) -> None:
    before = page.locator(".drafts .draft").count()
    _doubted(page)
    page.locator(".entry-to-settle").filter(has_text="Galley proof").get_by_role("button", name="Confirm").click()
    expect(page.locator("h1")).to_have_text("Findings to settle")
    expect(page.locator(".entry-to-settle").filter(has_text="Galley proof")).to_have_count(0)
    follow(page.get_by_role("link", name="Overview"))
    expect(page.locator(".drafts .draft")).to_have_count(before + 1)
    follow(page.locator(".drafts .draft").filter(has_text="document 20a").get_by_role("link").first)
    article = page.locator(".headed:has(#article-ix) + p")
    expect(article).to_contain_text("three times in each year")
    article.locator("a.run", has_text="three times").click()
    expect(page.get_by_text("The reading of this passage was confirmed on")).to_be_visible()


def test_a_reading_is_corrected_after_it_was_looked_at(page: Page) -> None:
    _doubted(page)
    page.locator(".entry-to-settle").filter(has_text="Galley proof").get_by_role("link", name="Correct …").click()
    expect(page.locator(".pieces").first).to_contain_text("word of change")
    reading = page.get_by_label("The passage is to be read:")
    reading.fill("In Article IX, the words “twice in each year” shall be replaced by the words “at every new moon”.")
    page.get_by_role("button", name="Show how this is read").click()
    expect(page.locator("#preview ins")).to_have_text("at every new moon")
    page.get_by_role("button", name="Save this reading").click()
    decided = page.locator(".found .decided").first
    expect(decided).to_contain_text("Corrected")
    page.get_by_role("link", name="20a-telegram/amended").first.click()
    expect(page.locator(".headed:has(#article-ix) + p")).to_contain_text("at every new moon")

"""Comparing as negotiators do, in a real browser: pages that fit every width, and a reason noted and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import EXAMPLE, EXAMPLES, serving, travaux

pytestmark = pytest.mark.browser

FORM, TAB_A = "03-standard-form-1957/draft", "08-memorandum-tab-a/tab-a"
PAGES = (
    f"/compare/table?draft={TAB_A}&draft=13-telegram-redraft/draft&draft=21-report-initialed-text/draft",
    f"/compare/sides?parent={TAB_A}&draft=13-telegram-redraft/draft&draft=21-report-initialed-text/draft",
    f"/compare/deviations?form={FORM}&draft={TAB_A}",
    "/compare/languages?one=agreement-en/draft&other=agreement-fr/draft&all=1",
    "/compare/alternat?draft=agreement-en/draft",
    "/compare/lint?draft=agreement-en/draft",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of the examples are served."""
    path = tmp_path_factory.mktemp("comparing") / "example.travaux"
    travaux("build", EXAMPLE, EXAMPLES / "two-languages", "-o", path)
    with serving(path) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """A page; what the browser complains of fails the test."""
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    page.close()
    assert troubles == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_comparison_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for place in PAGES:
        page.goto(address + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


def test_each_way_to_compare_is_reached_from_the_others(page: Page, address: str) -> None:
    page.goto(f"{address}/compare")
    for name, heading in (
        ("Table", "Drafts side by side"),
        ("Sides", "What each side made of a common text"),
        ("Standard form", "Held against a standard form"),
        ("Languages", "Two authentic texts"),
        ("Alternat", "Alternat"),
        ("Leftovers", "What looks left over or wrong"),
        ("Two drafts", "Compare two drafts"),
    ):
        page.locator(".kinds").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(heading)
        expect(page.locator(".kinds [aria-current]")).to_have_text(name)


def test_a_reason_is_noted_with_what_it_rests_on_and_taken_back(page: Page, address: str) -> None:
    page.goto(address + PAGES[2])
    clause = page.locator(".departure").filter(has=page.get_by_role("heading", name="Article V", exact=True))
    expect(clause.get_by_text("No reason is known.")).to_be_visible()
    clause.get_by_text("Note a reason or a conflict").click()
    clause.get_by_label("What is to be said").fill("The instructions speak of the approaches.")
    clause.get_by_label("Document that it rests on").select_option("09-telegram-instructions")
    clause.get_by_label("Words of it, or a provision").fill("approaches")
    clause.get_by_role("button", name="Keep").click()

    expect(clause.get_by_text("The instructions speak of the approaches.")).to_be_visible()
    expect(clause.get_by_text("No reason is known.")).to_have_count(0)
    clause.get_by_role("button", name="Take back").click()
    expect(clause.get_by_text("No reason is known.")).to_be_visible()


@pytest.mark.parametrize(
    "place",
    [*PAGES[:3], "/history?at=Article+VI", "/drafts/16-telegram-reply/amended"],
    ids=lambda each: each.split("?")[0],
)
def test_keys_lead_from_change_to_change_on_every_page_that_shows_some(page: Page, address: str, place: str) -> None:
    page.goto(address + place)
    count = page.locator("#change-count")
    expect(count).to_contain_text("changes")
    page.keyboard.press("n")
    expect(count).to_contain_text("1 of")
    expect(page.locator(".at-change").first).to_be_in_viewport()
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(count).to_contain_text("1 of")

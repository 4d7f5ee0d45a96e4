"""Reads a file in a real browser: opens each page, chooses words of an article, asks where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from tests.browser.served import EXAMPLES, follow, serving, travaux

pytestmark = pytest.mark.browser

NARROW = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of all examples are served."""
    path = tmp_path_factory.mktemp("browser") / "example.travaux"
    travaux("build", *(folder for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()), "-o", path)
    with serving(path) as address:
        yield address


@dataclass
class Reader:
    """A person at a browser: the page, and what went wrong or went out while it was read."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    def see(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.troubles.append(request.url)


def _reader(browser: Browser, address: str, **options: object) -> Iterator[Reader]:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    reader = Reader(context.new_page(), address)
    reader.page.on("console", reader.hear)
    reader.page.on("pageerror", lambda error: reader.troubles.append(str(error)))
    reader.page.on("request", reader.see)
    yield reader
    context.close()
    assert reader.troubles == []


@pytest.fixture
def reader(chromium: Browser, address: str) -> Iterator[Reader]:
    yield from _reader(chromium, address)


@pytest.fixture
def narrow(chromium: Browser, address: str) -> Iterator[Reader]:
    yield from _reader(chromium, address, viewport=NARROW)


@pytest.fixture
def unscripted(chromium: Browser, address: str) -> Iterator[Reader]:
    yield from _reader(chromium, address, java_script_enabled=False)


def _open_newest_draft(reader: Reader) -> None:
    """From the overview to the newest draft that instructions made."""
    reader.open("/")
    follow(reader.page.locator(".drafts .draft").filter(has_text="as amended").last.get_by_role("link").first)


def _words_of_article_vi(reader: Reader) -> list[str]:
    """The runs of words under the heading of Article VI, by their addresses."""
    runs = reader.page.locator(".headed:has(#article-vi) + p a.run")
    return [str(runs.nth(number).get_attribute("href")) for number in range(runs.count())]


def _paths(reader: Reader) -> list[str]:
    """A page of every kind, as a reader finds them."""
    reader.open("/")
    draft = str(reader.page.locator(".drafts .draft a").last.get_attribute("href"))
    documents = reader.page.locator("#timeline .entry .what > a:first-child")
    found = [str(documents.nth(number).get_attribute("href")) for number in range(documents.count())]
    reader.open("/register")
    entry = str(reader.page.locator(".entries a").first.get_attribute("href"))
    fixed = [
        "/",
        "/register",
        entry,
        "/compare",
        "/compare?as=side",
        "/history",
        "/history?at=Article+VI",
        "/search?q=treaty",
    ]
    return [*fixed, draft, *found]


def test_every_page_opens_with_its_heading(reader: Reader) -> None:
    for path in _paths(reader):
        reader.open(path)
        expect(reader.page.locator("h1")).to_be_visible()
        expect(reader.page.locator("#main")).not_to_contain_text("There is no such page")


def test_no_page_is_wider_than_a_narrow_screen(narrow: Reader) -> None:
    for path in _paths(narrow):
        narrow.open(path)
        assert narrow.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path


def test_a_click_on_the_words_of_article_vi_names_their_origin(reader: Reader) -> None:
    _open_newest_draft(reader)
    before = reader.page.url
    for target in _words_of_article_vi(reader):
        words = reader.page.locator(f"a.run[href='{target}']").first
        words.click()
        panel = reader.page.locator("#origin")
        expect(panel).to_contain_text("Where these words come from")
        expect(panel.locator(f"a[href*='{target.split('/')[2]}']").first).to_be_visible()
        expect(panel.locator("mark")).not_to_be_empty()
        expect(words).to_have_attribute("aria-current", "true")
    assert reader.page.url == before


def test_the_origin_of_words_taken_letter_for_letter_repeats_them(reader: Reader) -> None:
    _open_newest_draft(reader)
    words = reader.page.locator(".headed:has(#article-vi) + p a.run").first
    words.click()
    said = " ".join(words.inner_text().split())
    expect(reader.page.locator("#origin mark")).to_contain_text(said)


def test_the_keyboard_alone_leads_to_the_origin_and_to_its_document(reader: Reader) -> None:
    _open_newest_draft(reader)
    reader.page.locator("#article-vi a.run").first.focus()
    reader.page.keyboard.press("Tab")
    while "run" not in str(reader.page.evaluate("document.activeElement.className")):
        reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#origin")).to_contain_text("Where these words come from")
    reader.page.get_by_role("link", name="Show the passage in the document").focus()
    reader.page.keyboard.press("Enter")
    asked = reader.page.locator(".body .is-asked, .notes .is-asked").first
    expect(asked).to_be_in_viewport()


def test_without_scripts_the_words_lead_to_a_page_of_their_origin(unscripted: Reader) -> None:
    _open_newest_draft(unscripted)
    unscripted.page.locator(".headed:has(#article-vi) + p a.run").first.click()
    expect(unscripted.page.locator("h2").first).to_have_text("Where these words come from")
    unscripted.page.get_by_role("link", name="Show the passage in the document").click()
    expect(unscripted.page.locator(".is-asked").first).to_be_in_viewport()


def test_an_instruction_beside_a_document_leads_to_its_passage(reader: Reader) -> None:
    reader.open("/?kind=amending")
    follow(reader.page.locator("#timeline .entry .what > a").first)
    own = reader.page.locator(".found .own a").first
    target = str(own.get_attribute("href"))[1:]
    own.click()
    passage = reader.page.locator(f"mark.{target}").first
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_class(f"is-instruction {target} lit")


def test_the_timeline_narrows_as_words_are_typed(reader: Reader) -> None:
    reader.open("/")
    whole = reader.page.locator("#timeline .entry").count()
    # All at once: who types slowly leaves a stop behind at each pause, and goes back to the last.
    reader.page.get_by_label("Heading or number has").fill("telegram")
    expect(reader.page.locator("#shown")).to_contain_text("of")
    assert 0 < reader.page.locator("#timeline .entry").count() < whole
    expect(reader.page).to_have_url(f"{reader.address}/?words=telegram&kind=")
    reader.page.go_back()
    expect(reader.page.locator("#timeline .entry")).to_have_count(whole)
    expect(reader.page.locator("h1")).to_be_visible()


def test_two_drafts_are_compared_in_one_column_and_in_two(reader: Reader) -> None:
    reader.open("/")
    follow(reader.page.get_by_role("link", name="compare with previous").last)
    expect(reader.page.locator("ins").first).to_be_visible()
    reader.page.locator(".sheet ins a.run").first.click()
    expect(reader.page.locator("#origin")).to_contain_text("Where these words come from")
    reader.page.get_by_role("link", name="side by side").click()
    expect(reader.page.locator(".pair").first).to_be_visible()


def test_the_history_of_article_vi_is_found_from_its_draft(reader: Reader) -> None:
    _open_newest_draft(reader)
    reader.page.get_by_role("link", name="history of Article VI", exact=True).click()
    expect(reader.page.locator("h1")).to_have_text("History of Article VI")
    assert reader.page.locator(".version").count() >= 2


def test_a_provision_that_is_nowhere_is_asked_for_again(reader: Reader) -> None:
    reader.open("/history")
    reader.page.get_by_label("Provision").fill("Article XCIX")
    reader.page.get_by_role("button", name="Show").click()
    expect(reader.page.get_by_role("alert")).to_be_visible()
    # The browser itself notes in its console that the page is a 404.
    reader.troubles.clear()


def test_the_first_stop_of_the_keyboard_skips_to_the_text(reader: Reader) -> None:
    reader.open("/")
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("link", name="Skip to the text")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#main")).to_be_focused()


def test_a_name_in_a_document_leads_to_who_it_is_and_to_where_else_it_stands(reader: Reader) -> None:
    reader.open("/documents/15-minutes")
    name = reader.page.locator(".body a.is-named", has_text="Voss").first
    expect(name).to_have_attribute("title", "Voss, Captain Leander: Ministry of Marine")
    name.click()
    card = reader.page.locator(".named .card:target")
    expect(card).to_contain_text("Voss, Captain Leander")
    card.get_by_role("link", name="Voss, Captain Leander").click()
    expect(reader.page.locator("h1")).to_have_text("Voss, Captain Leander")
    reader.page.get_by_role("link", name="15. Minutes").click()
    expect(reader.page.locator("h1")).to_contain_text("Minutes")


def test_the_register_is_searched(reader: Reader) -> None:
    reader.open("/register")
    reader.page.get_by_label("Name, office or abbreviation").fill("Ministry telegram")
    reader.page.get_by_role("button", name="Look up").click()
    expect(reader.page.locator(".entries .who")).to_contain_text("Mintel")


def test_keys_lead_from_change_to_change(reader: Reader) -> None:
    reader.open("/compare")
    count = reader.page.locator("#change-count")
    expect(count).to_contain_text("changes")
    reader.page.keyboard.press("n")
    expect(count).to_contain_text("1 of")
    expect(reader.page.locator(".at-change").first).to_be_visible()
    reader.page.keyboard.press("n")
    expect(count).to_contain_text("2 of")
    reader.page.keyboard.press("p")
    expect(count).to_contain_text("1 of")
    reader.page.get_by_role("button", name="Previous").click()
    expect(count).not_to_contain_text("1 of")


def test_what_may_be_said_on_an_issue_is_printed_on_one_page(reader: Reader) -> None:
    reader.open("/mandate?on=1964-02-26&issue=length+of+stay")
    expect(reader.page.get_by_text("a text without limit of time", exact=True)).to_be_visible()
    printed = reader.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1

"""A whole round of clearance by three people, each in a browser of their own: on a copy of the example negotiation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.served import follow, serving

pytestmark = pytest.mark.browser


@pytest.fixture
def address(example: Path) -> Iterator[str]:
    """Where the pages are served, on a file of the test's own with the positions of the example."""
    with serving(example) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripted", "unscripted"])
def people(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[tuple[Page, Page, Page]]:
    """The drafter, the clearing office and the approver, each with a browser; what it complains of fails the test."""
    contexts = [chromium.new_context(java_script_enabled=request.param) for _ in range(3)]
    troubles: list[str] = []
    pages = []
    for context in contexts:
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text) if "400" not in message.text else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address)
        pages.append(page)
    yield pages[0], pages[1], pages[2]
    for context in contexts:
        context.close()
    assert troubles == []


def inbox(page: Page, office: str) -> None:
    follow(page.get_by_role("link", name="Clearance"))
    if page.get_by_label("Inbox of").locator("option", has_text=office).count():
        page.get_by_label("Inbox of").select_option(office)
        follow(page.get_by_role("button", name="Show", exact=True))
        expect(page.locator("h1")).to_have_text(f"Held by {office}")


def take_up(page: Page, office: str, title: str) -> None:
    """The office opens the package from its inbox."""
    inbox(page, office)
    follow(page.get_by_role("link", name=title))
    expect(page.get_by_role("heading", name=f"For {office}")).to_be_visible()


def test_a_round_from_the_request_to_the_text_sent(people: tuple[Page, Page, Page]) -> None:
    drafter, marine, minister = people
    title = "Authority to negotiate"

    inbox(drafter, "Western Department")
    drafter.get_by_text("Open a package").click()
    drafter.get_by_label("Name, for its address").fill("authority")
    drafter.get_by_label("Title").fill(title)
    drafter.get_by_label("Its text: a draft or a document of the file").fill("08-memorandum-tab-a/tab-a")
    drafter.get_by_label("Drafted by (office)").fill("Western Department")
    drafter.get_by_label("Route").fill("Legal Adviser (Article VII); Ministry of Marine")
    drafter.get_by_label("Approver").fill("Minister")
    drafter.get_by_label("Recommendations, a line each").fill(
        "to open negotiations\nto declare that the guardship leaves"
    )
    follow(drafter.get_by_role("button", name="Open it"))
    follow(drafter.get_by_role("button", name="Circulate"))
    expect(drafter.locator(".lead").first).to_contain_text("with Legal Adviser")

    # Marine is not asked before the Legal Adviser has cleared; the Legal Adviser is in the same browser as Marine.
    inbox(marine, "Ministry of Marine")
    expect(marine.get_by_text("Nothing waits for Ministry of Marine")).to_be_visible()
    take_up(marine, "Legal Adviser", title)
    follow(marine.get_by_role("button", name="Concur", exact=True))
    take_up(marine, "Ministry of Marine", title)
    marine.get_by_label("Concur with a change, in formal English").fill(
        "In Article III, the words “eight hundred tons” shall be replaced by the words “six hundred tons”."
    )
    follow(marine.get_by_role("button", name="Concur with this change"))
    expect(marine.get_by_text("concurs with changes not yet settled").first).to_be_visible()

    take_up(drafter, "Western Department", title)
    follow(drafter.get_by_role("button", name="Mark as sent"))
    expect(drafter.get_by_role("alert")).to_contain_text("It may not go")
    follow(drafter.get_by_role("button", name="Accept change 1"))
    expect(drafter.locator(".words")).to_contain_text("six hundred tons")
    # The Legal Adviser cleared Article VII, which did not change.
    expect(drafter.locator(".card", has_text="Legal Adviser").locator(".pill").first).to_have_text("concurs")
    drafter.get_by_label("Hand the file to").select_option("Minister")
    follow(drafter.get_by_role("button", name="Hand over"))

    take_up(minister, "Minister", title)
    follow(minister.get_by_role("button", name="Approve 1"))
    minister.locator(".card", has_text="guardship leaves").get_by_label("Words to add").fill(
        "but not before it is in force"
    )
    follow(minister.locator(".card", has_text="guardship leaves").get_by_role("button", name="Approve with this"))

    take_up(drafter, "Western Department", title)
    drafter.get_by_label("Sent as").fill("Mintel 212")
    follow(drafter.get_by_role("button", name="Mark as sent"))
    expect(drafter.locator(".lead").first).to_contain_text("sent as Mintel 212")
    expect(drafter.locator(".line-of")).to_have_text(
        "Drafted by Western Department; cleared with Legal Adviser and Ministry of Marine; approved by Minister."
    )


def test_a_revised_text_goes_back_to_who_cleared_it_with_exactly_that_difference(
    people: tuple[Page, Page, Page],
) -> None:
    drafter, marine, _ = people
    inbox(drafter, "Treaty Section")
    drafter.get_by_text("Open a package").click()
    drafter.get_by_label("Name, for its address").fill("note")
    drafter.get_by_label("or the words").fill("Article 1\nIt runs daily.\nArticle 2\nIt is free.")
    drafter.get_by_label("Drafted by (office)").fill("Treaty Section")
    drafter.get_by_label("Route").fill("Ministry of Marine, Legal Adviser (Article 2)")
    follow(drafter.get_by_role("button", name="Open it"))
    follow(drafter.get_by_role("button", name="Circulate"))
    for office in ("Ministry of Marine", "Legal Adviser"):
        take_up(marine, office, "note")
        follow(marine.get_by_role("button", name="Concur", exact=True))
    take_up(drafter, "Treaty Section", "note")
    drafter.get_by_text("Put another text in its place").click()
    drafter.get_by_label("The text", exact=True).fill("Article 1\nIt runs weekly.\nArticle 2\nIt is free.")
    follow(drafter.get_by_role("button", name="Revise"))
    expect(drafter.get_by_text("Ministry of Marine: lapsed")).to_be_visible()
    take_up(marine, "Ministry of Marine", "note")
    expect(marine.locator(".difference del")).to_have_text("daily")
    expect(marine.locator(".difference ins")).to_have_text("weekly")
    inbox(marine, "Legal Adviser")
    expect(marine.get_by_text("Nothing waits for Legal Adviser")).to_be_visible()


def test_the_matrix_follows_the_day_and_takes_an_outcome(people: tuple[Page, Page, Page]) -> None:
    page = people[0]
    follow(page.get_by_role("link", name="Positions"))
    page.get_by_label("On", exact=True).fill("1962-12-31")
    follow(page.get_by_role("button", name="Tell"))
    expect(page.locator(".matrix tr", has_text="Pilotage").locator(".pill").first).to_have_text("open")
    follow(page.locator(".matrix").get_by_role("link", name="Pilotage"))
    form = page.locator("form", has_text="Standing")
    form.get_by_label("According to").fill("Corvany")
    form.get_by_label("Document", exact=True).fill("10-memorandum-of-conversation")
    form.get_by_label("Its words, as they stand there").fill(
        "The Ambassador said that he saw some merit in considering the two questions together."
    )
    form.get_by_label("Standing").select_option("agreed ad referendum")
    follow(form.get_by_role("button", name="Enter the outcome"))
    follow(page.get_by_role("link", name="All issues"))
    page.get_by_label("On", exact=True).fill("1962-12-31")
    follow(page.get_by_role("button", name="Tell"))
    expect(page.locator(".matrix tr", has_text="Pilotage").locator(".pill").first).to_have_text("agreed ad referendum")

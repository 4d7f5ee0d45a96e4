"""Three people of an office clear a text, each logged in: what is another's to do is not theirs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.behind_proxy import encrypted
from tests.browser.served import TRAVAUX, follow, travaux

pytestmark = pytest.mark.browser

PASSWORD = "a lamp on Cape Ivarn 1962"
PEOPLE = (
    ("fenwray", "drafter", "Western Department"),
    ("voss", "clearing office", "Ministry of Marine"),
    ("rennick", "approver", "Minister"),
    ("lind", "keeper", "Registry"),
)


@pytest.fixture
def address(example: Path, tmp_path: Path) -> Iterator[str]:
    """Where the file is served to its people, by way of a proxy."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl on the PATH, to make a certificate with")
    for _, _, office in PEOPLE:
        travaux("people", example, "--office", office, "--party", "Halvern")
    for key, role, office in PEOPLE:
        as_ = ("--role", role, "--of", office, "--level", "secret")
        travaux("people", example, "--add", key, *as_, typed=f"{PASSWORD}\n")
    # An office has settings of its own, not those of these tests.
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"} | {
        "PYTHONUNBUFFERED": "1",
        "TRAVAUX_SECRET_KEY": "".join(map(chr, range(40, 120))),
        "TRAVAUX_HOSTS": "127.0.0.1",
    }
    command = [TRAVAUX, "serve", str(example), "--office", "--port", "0", "--no-browser"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().partition("127.0.0.1:")[2].partition(".")[0])
        with encrypted(port, tmp_path) as reached:
            yield reached
        server.terminate()


@pytest.fixture
def log_in(chromium: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """A browser in which a person has logged in."""
    contexts = []

    def enter(key: str) -> Page:
        context = chromium.new_context(ignore_https_errors=True)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/clearance")
        page.get_by_label("Name", exact=True).fill(key)
        page.get_by_label("Password").fill(PASSWORD)
        follow(page.get_by_role("button", name="Log in"))
        expect(page.locator("h1")).to_have_text("In clearance")
        return page

    yield enter
    for context in contexts:
        context.close()


def test_each_does_what_is_theirs_and_no_more(address: str, log_in: Callable[[str], Page]) -> None:
    drafter, marine, minister = map(log_in, ("fenwray", "voss", "rennick"))

    drafter.get_by_text("Open a package").click()
    drafter.get_by_label("Name, for its address").fill("shelter")
    drafter.get_by_label("Title").fill("Protocol on shelter")
    drafter.get_by_label("or the words").fill("Article 1\nA naval vessel may lie in Quillon Roads.")
    drafter.get_by_label("Drafted by (office)").fill("Western Department")
    drafter.get_by_label("Route").fill("Ministry of Marine")
    drafter.get_by_label("Approver").fill("Minister")
    follow(drafter.get_by_role("button", name="Open it"))
    follow(drafter.get_by_role("button", name="Circulate"))

    # The approver does not act for Marine, though the page is theirs to see.
    minister.goto(f"{address}/clearance/shelter?office=Ministry+of+Marine")
    follow(minister.get_by_role("button", name="Concur", exact=True))
    expect(minister.get_by_role("alert")).to_contain_text("You do not act for Ministry of Marine")

    marine.goto(f"{address}/clearance?office=Ministry+of+Marine")
    follow(marine.get_by_role("link", name="Protocol on shelter"))
    marine.get_by_label("Concur with a change, in formal English").fill(
        "In Article 1, the words “A naval vessel” shall be replaced by the words “A naval vessel or an auxiliary”."
    )
    follow(marine.get_by_role("button", name="Concur with this change"))
    expect(marine.get_by_text("change 1 of Ministry of Marine is not settled")).to_be_visible()

    drafter.goto(f"{address}/clearance/shelter?office=Western+Department")
    follow(drafter.get_by_role("button", name="Accept change 1"))
    drafter.get_by_label("Hand the file to").select_option("Minister")
    follow(drafter.get_by_role("button", name="Hand over"))

    minister.goto(f"{address}/clearance/shelter?office=Minister")
    minister.get_by_label("Words to add").fill("but no limit while the storm signal is up")
    follow(minister.get_by_role("button", name="Approve with this"))

    drafter.goto(f"{address}/clearance/shelter?office=Western+Department")
    follow(drafter.get_by_role("button", name="Mark as sent"))
    expect(drafter.locator(".line-of")).to_have_text(
        "Drafted by Western Department; cleared with Ministry of Marine; approved by Minister."
    )
    # Who did it is in the log, though nobody typed a name.
    expect(drafter.locator("#log + ol")).to_contain_text("Ministry of Marine (voss)")


def test_who_has_no_part_in_a_package_does_not_see_it(address: str, log_in: Callable[[str], Page]) -> None:
    drafter, keeper = log_in("fenwray"), log_in("lind")
    drafter.get_by_text("Open a package").click()
    drafter.get_by_label("Name, for its address").fill("secret-note")
    drafter.get_by_label("or the words").fill("It runs daily.")
    drafter.get_by_label("Drafted by (office)").fill("Western Department")
    follow(drafter.get_by_role("button", name="Open it"))
    expect(drafter.locator("h1")).to_have_text("secret-note")
    keeper.reload()
    expect(keeper.get_by_text("No package was opened.")).to_be_visible()
    keeper.goto(f"{address}/clearance/secret-note")
    expect(keeper.locator("h1")).to_contain_text("There is no package")

"""A file whose drafts are put off: what needs none is shown at once, what does gives way while they are followed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver
from pytest_django.plugin import DjangoDbBlocker

from travaux.actions import follow_beside
from travaux.actions.build import build
from travaux.desk import file, shelf
from travaux.desk.access.viewer import Role, Viewer, viewing
from travaux.errors import FileTrouble

ACCORD = Path(__file__).parents[1] / "actions" / "record" / "accord.xml"
DOCUMENT = "/documents/accord/d1"
#: As long as the other process may take, on a machine with much else to do.
LONG = 120


@pytest.fixture
def client(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """Whoever asks for pages of a file whose drafts are put off."""
    path = tmp_path / "accord.travaux"
    with django_db_blocker.unblock():
        build([ACCORD], out=path, follow=False)
        file.open_file(path)
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()
    for running in follow_beside._begun.values():
        running.communicate(timeout=LONG)
    follow_beside._begun.clear()


@pytest.fixture
def nothing_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other process is begun."""
    for room in ("travaux.web.following.views", "travaux.web.api.entry"):
        monkeypatch.setattr(f"{room}.follow_beside", lambda: "")


def _ready(client: Client, page: str) -> HttpResponse:
    until = time.monotonic() + LONG
    while (answer := client.get(page)).status_code in (202, 503) and time.monotonic() < until:
        time.sleep(0.2)
    return answer


@pytest.mark.parametrize("page", ["/search?q=harbor", DOCUMENT, "/register", "/withheld", "/journal", "/threads"])
def test_what_needs_no_drafts_is_shown_at_once(client: Client, page: str) -> None:
    assert client.get(page).status_code == 200
    assert not follow_beside._begun


def test_a_document_says_that_they_are_not_sought_in_it(client: Client) -> None:
    assert b"are not sought here yet" in client.get(DOCUMENT).content


def test_what_needs_them_has_them_followed_and_comes_when_that_is_done(client: Client) -> None:
    first = client.get("/")
    assert (first.status_code, first.headers["Retry-After"]) == (202, "3")
    assert b"are sought in 3 documents, once" in first.content
    assert b'<meta http-equiv="refresh" content="3">' in first.content
    overview = _ready(client, "/")
    assert overview.status_code == 200
    assert b"/drafts/accord/d1/" in overview.content
    assert not shelf.unfinished()
    assert b"are not sought" not in client.get(DOCUMENT).content


def test_programs_are_told_to_ask_again(client: Client) -> None:
    assert client.get("/api/v1/documents").status_code == 200
    answer = client.get("/api/v1/drafts")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert answer.json()["detail"] == "The drafts are being followed, once."
    assert len(_ready(client, "/api/v1/drafts").json()["items"]) > 0


def test_it_is_begun_once(client: Client) -> None:
    client.get("/")
    (begun,) = follow_beside._begun.values()
    for page in ("/history", "/settle", "/status"):
        client.get(page)
    assert list(follow_beside._begun.values()) == [begun]


def test_what_goes_wrong_is_shown_and_it_is_tried_anew(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_beside, "_PROGRAM", 'import sys; sys.exit("The disk is full.")')
    client.get("/")
    for running in follow_beside._begun.values():
        running.wait()
    failed = client.get("/")
    assert b"could not be followed" in failed.content and b"The disk is full." in failed.content
    assert b"http-equiv" not in failed.content
    monkeypatch.undo()
    assert _ready(client, "/").status_code == 200


def test_the_other_process_tells_its_trouble_in_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(_path: Path) -> None:
        raise FileTrouble("It cannot be used.", at="x.travaux")

    monkeypatch.setattr("travaux.actions.catch_up.catch_up", refused)
    with pytest.raises(SystemExit, match=re.escape("x.travaux: It cannot be used.")):
        follow_beside.work("x.travaux")


@pytest.mark.usefixtures("nothing_begins")
class TestWhileItGoesOn:
    def test_what_is_sent_is_not_taken_and_that_is_said(self, client: Client) -> None:
        answer = client.post("/status/terms", {"draft": "accord/d1/tab-a"})
        assert answer.status_code == 503
        assert b"What you sent was not taken." in answer.content
        assert b"http-equiv" not in answer.content

    def test_a_part_of_a_page_gives_way_to_the_whole(self, client: Client) -> None:
        assert client.get("/?kind=letter", headers={"hx-request": "true"}).headers["HX-Refresh"] == "true"

    def test_files_that_are_gone_through_are_counted(self, client: Client) -> None:
        assert b"0 of 1 file are gone through" in client.get("/").content

    def test_who_may_not_see_all_is_told_no_figures(self, client: Client) -> None:
        with viewing(Viewer(key="rook", roles=frozenset({Role.READER}))):
            told = client.get("/").content
        assert b"are sought in all documents, once" in told
        assert b"1 file" not in told

    def test_no_page_is_an_error(self, client: Client) -> None:
        told = {"ident": "accord/d1", "start": 0, "end": 1, "key": 1, "rest": "drafts"}
        for pattern in get_resolver().url_patterns:
            assert isinstance(pattern, URLPattern)
            page = "/" + re.sub(r"<\w+:(\w+)>", lambda match: str(told[match[1]]), str(pattern.pattern))
            assert client.get(page).status_code in (200, 202, 302, 404, 503), page


def test_no_list_of_processes_shows_what_is_open(client: Client) -> None:
    client.get("/")
    follow_beside.follow_beside()
    (running,) = follow_beside._begun.values()
    assert "accord" in str(file.place())
    assert isinstance(running.args, list)
    assert not any("accord" in str(argument) for argument in running.args)

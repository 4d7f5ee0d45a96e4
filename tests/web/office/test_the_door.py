"""How people come in, what they may do, and what the server says of itself."""

from __future__ import annotations

import base64
import json
import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client, override_settings
from django_otp.oath import TOTP
from tests.web.office.planted import EYES, PASSWORD, SECRET

from travaux.actions.mark import mark
from travaux.actions.people import enrol_person
from travaux.desk import file, shelf
from travaux.desk.access.marking import Marking
from travaux.desk.access.viewer import Role, house
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.people.login import MOST
from travaux.desk.people.people import Told, person, told
from travaux.desk.people.tables import Attempt, Person, Session
from travaux.web.office.log import Lines

Browser = Callable[[str], Client]
#: Each test has a copy of the file, which it changes.
pytestmark = pytest.mark.sqlite


def _log_in(browser: Client, key: str = "reader", password: str = PASSWORD, code: str = "", **more: str) -> Any:
    return browser.post("/login", {"key": key, "password": password, "code": code, **more}, secure=True)


def _get(browser: Client, address: str) -> Any:
    return browser.get(address, secure=True)


def test_who_has_not_logged_in_is_led_to_the_page_to_log_in_and_back(office: Path, browser_of: Browser) -> None:
    browser = browser_of("")
    answer = _get(browser, "/documents/accord/d1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/login?next=%2Fdocuments%2Faccord%2Fd1")
    answer = _log_in(browser, next="/documents/accord/d1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/documents/accord/d1")
    assert "The ferry runs twice a day." in _get(browser, "/documents/accord/d1").text


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_led_to_another_place(office: Path, browser_of: Browser, address: str) -> None:
    assert _log_in(browser_of(""), next=address).headers["Location"] == "/"


@pytest.mark.parametrize(("key", "password"), [("reader", "wrong"), ("nobody", PASSWORD), ("drafter", "")])
def test_whatever_is_wrong_the_answer_is_the_same(office: Path, browser_of: Browser, key: str, password: str) -> None:
    answer = _log_in(browser_of(""), key, password)
    assert answer.status_code == 403
    assert "Name, password or code is wrong." in answer.text


def test_who_tries_too_often_has_to_wait_even_with_the_right_password(office: Path, browser_of: Browser) -> None:
    browser = browser_of("")
    for _ in range(MOST):
        assert _log_in(browser, password="wrong").status_code == 403
    answer = _log_in(browser)
    assert answer.status_code == 429
    assert "Try again in 15 minutes" in answer.text
    assert _log_in(browser, "keeper").status_code == 303
    with file.writing_aside():
        Attempt.objects.all().delete()
    assert _log_in(browser).status_code == 303


def test_a_password_is_kept_as_argon2_has_it_and_stands_nowhere_in_the_file(office: Path) -> None:
    assert person("reader").password.startswith("argon2$argon2id$")
    file.close()
    content = b"".join(each.read_bytes() for each in office.parent.glob(f"{office.name}*"))
    assert PASSWORD.encode() not in content


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012345"])
def test_a_password_that_would_be_guessed_is_refused(office: Path, browser_of: Browser, password: str) -> None:
    browser = browser_of("")
    _log_in(browser)
    answer = browser.post("/account", {"do": "password", "password": PASSWORD, "new": password}, secure=True)
    assert answer.status_code == 403
    assert _log_in(browser_of("")).status_code == 303


def test_logging_in_gives_a_session_of_another_key(office: Path, browser_of: Browser) -> None:
    browser = browser_of("")
    before = browser.session
    before["x"] = 1
    before.save()
    browser.cookies["__Host-travaux"] = before.session_key
    _log_in(browser)
    assert browser.cookies["__Host-travaux"].value != before.session_key
    assert not Session.objects.filter(session_key=before.session_key).exists()


def test_the_cookie_of_a_session_is_kept_from_scripts_other_places_and_plain_lines(
    office: Path, browser_of: Browser
) -> None:
    browser = browser_of("")
    _log_in(browser)
    cookie = browser.cookies["__Host-travaux"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Strict", "/")


def test_another_password_ends_the_sessions_that_there_are(office: Path, browser_of: Browser) -> None:
    browser, other = browser_of(""), browser_of("")
    _log_in(browser)
    _log_in(other)
    sent = {"do": "password", "password": PASSWORD, "new": "quite another pier"}
    assert browser.post("/account", sent, secure=True).status_code == 303
    assert _get(browser, "/").status_code == 200
    assert _get(other, "/").status_code == 302


def test_who_may_no_longer_log_in_is_out_at_once(office: Path, browser_of: Browser) -> None:
    browser = browser_of("reader")
    assert _get(browser, "/").status_code == 200
    with house():
        enrol_person(Told(key="reader", name="Reader", active=False))
    assert _get(browser, "/").status_code == 302
    assert _log_in(browser_of("")).status_code == 403


def test_logging_out_ends_the_session(office: Path, browser_of: Browser) -> None:
    browser = browser_of("reader")
    browser.post("/logout", secure=True)
    assert _get(browser, "/").status_code == 302


def test_a_form_of_another_place_is_refused(office: Path) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"host": "negotiation.example"})
    assert _log_in(browser).status_code == 403
    assert not Attempt.objects.exists()


def _code(secret: str, later: int = 0) -> str:
    device = TOTP(base64.b32decode(secret))
    device.drift = later
    return f"{device.token():06}"


def test_a_person_with_a_device_gives_a_code_of_it_and_each_code_once(office: Path, browser_of: Browser) -> None:
    browser = browser_of("reader")
    page = _get(browser, "/account").text
    found = re.search(r"<code>([A-Z2-7 ]{32,})</code>", page)
    assert found
    secret = found[1].replace(" ", "")
    sent = {"do": "device", "password": PASSWORD, "code": _code(secret)}
    assert browser.post("/account", sent, secure=True).status_code == 303
    assert _log_in(browser_of("")).status_code == 403
    assert _log_in(browser_of(""), code=_code(secret)).status_code == 403, "the code was used before"
    following = _code(secret, 1)
    assert _log_in(browser_of(""), code=following).status_code == 303
    assert _log_in(browser_of(""), code=following).status_code == 403


def test_a_code_that_is_none_is_refused(office: Path, browser_of: Browser) -> None:
    with house(), file.writing_aside():
        Person.objects.filter(key="reader").update(totp_key="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    for code in ("", "12345", "１２３４５６", "abcdef", "-12345"):
        assert _log_in(browser_of(""), code=code).status_code in (403, 429)


def test_a_keeper_adds_a_person_who_then_logs_in(office: Path, browser_of: Browser) -> None:
    sent = {"do": "person", "key": "rook", "name": "A. Rook", "level": "0", "roles": ["drafter"], "active": "1"}
    answer = browser_of("keeper").post("/people", sent | {"password": "the old lighthouse"}, secure=True)
    assert answer.status_code == 303
    browser = browser_of("")
    assert _log_in(browser, "rook", "the old lighthouse").status_code == 303
    assert "The ferry runs" in _get(browser, "/documents/accord/d1").text


@pytest.mark.parametrize(
    "more",
    [
        {"level": "4"},
        {"level": "0", "lists": ["limited distribution"]},
        {"level": "0", "offices": ["Department"]},
        {"level": "0", "key": "ambassador"},
    ],
)
def test_a_keeper_gives_nobody_sight_of_what_they_do_not_see(
    office: Path, browser_of: Browser, more: dict[str, object]
) -> None:
    sent = {"do": "person", "key": "rook", "name": "A. Rook", "roles": ["reader"], "active": "1"}
    keeper = browser_of("keeper")
    if more.get("key") == "ambassador":
        with house():
            before = told(person("ambassador"))
        sent |= {"level": str(int(before.level)), "names": "the Ambassador"}
        more = {"key": "ambassador", "password": "the old lighthouse"}
    answer = keeper.post("/people", sent | more, secure=True)
    assert answer.status_code == 400
    assert "They would see what you do not see yourself." in answer.text


def test_a_keeper_names_nobody_into_what_is_for_other_eyes(office: Path, browser_of: Browser) -> None:
    with house():
        mark("accord/d2", Marking(eyes=frozenset({"the Ambassador"})))
    sent = {"do": "person", "key": "rook", "level": "0", "roles": ["reader"], "active": "1", "name": "the ambassador"}
    assert browser_of("keeper").post("/people", sent, secure=True).status_code == 400
    assert (
        browser_of("keeper").post("/people", sent | {"name": "R", "names": "the Ambassador"}, secure=True).status_code
        == 400
    )


def test_a_keeper_puts_an_office_on_no_list_that_they_are_not_on(office: Path, browser_of: Browser) -> None:
    sent = {"do": "office", "office": "Treaty Section", "lists": ["limited distribution"]}
    assert browser_of("keeper").post("/people", sent, secure=True).status_code == 400
    assert browser_of("keeper").post("/people", sent | {"lists": []}, secure=True).status_code == 303


def test_a_keeper_bars_whoever_they_are(office: Path, browser_of: Browser) -> None:
    sent = {"do": "person", "key": "ambassador", "name": "Envoy", "level": "4", "roles": ["reader"]}
    browser = browser_of("ambassador")
    assert browser_of("keeper").post("/people", sent, secure=True).status_code == 303
    assert _get(browser, "/").status_code == 302


def test_a_file_keeps_one_who_may_say_who_takes_part(office: Path, browser_of: Browser) -> None:
    sent = {"do": "person", "key": "keeper", "name": "K", "level": "0", "roles": ["reader"], "active": "1"}
    answer = browser_of("keeper").post("/people", sent, secure=True)
    assert answer.status_code == 400
    assert "Nobody would be left to keep the file." in answer.text
    with house():
        assert Role.KEEPER.value in person("keeper").roles


def test_who_has_not_the_role_may_not(office: Path, browser_of: Browser) -> None:
    assert _get(browser_of("approver"), "/people").status_code == 403
    sent = {"verdict": "rejected"}
    answer = browser_of("reader").post("/settle/accord/d2/0-69", sent, secure=True)
    assert answer.status_code == 400
    assert "You may not decide how a passage is read." in answer.text


def test_a_keeper_marks_a_document_and_it_is_gone_for_those_below(office: Path, browser_of: Browser) -> None:
    keeper, reader = browser_of("keeper"), browser_of("reader")
    assert _get(reader, "/documents/accord/d1").status_code == 200
    assert keeper.post("/marking/accord/d1", {"level": "4"}, secure=True).status_code == 303
    assert _get(reader, "/documents/accord/d1").status_code == 404
    assert _get(keeper, "/documents/accord/d1").status_code == 404, "a keeper sees no more than others of their level"
    assert _get(browser_of("negotiator"), "/documents/accord/d1").status_code == 200


def test_a_keeper_marks_a_portion_and_takes_it_back(office: Path, browser_of: Browser) -> None:
    keeper, reader = browser_of("keeper"), browser_of("reader")
    answer = keeper.post(
        "/marking/accord/d2", {"level": "0", "words": "Re draft treaty", "eyes": "Keeper"}, secure=True
    )
    assert answer.status_code == 303
    assert "Re draft treaty" not in _get(reader, "/documents/accord/d2").text
    assert "[portion not shown]" in _get(reader, "/documents/accord/d2").text
    page = _get(keeper, "/marking/accord/d2").text
    found = re.search(r'name="back" value="(\d+)"', page)
    assert found
    keeper.post("/marking/accord/d2", {"back": found[1]}, secure=True)
    assert "Re draft treaty" in _get(reader, "/documents/accord/d2").text


def test_the_journal_tells_who_saw_a_secret_document_and_nothing_of_open_ones(
    office: Path, browser_of: Browser
) -> None:
    browser = browser_of("ambassador")
    twice = (f"/documents/{EYES.id}",) * 2
    for address in (*twice, "/documents/accord/d1", f"/export/{SECRET.id}?as=tei"):
        assert _get(browser, address).status_code == 200
    _get(browser_of("reader"), f"/documents/{EYES.id}")
    seen = JournalEntry.objects.filter(verb="saw").order_by("number").values_list("by", "name", "content")
    told = [(by, name, json.loads(content)["page"]) for by, name, content in seen]
    # The page of the one tells of the other, to which it refers.
    shown = [("ambassador", SECRET.id, "document"), ("ambassador", EYES.id, "document")]
    assert told == [*shown, ("ambassador", SECRET.id, "export")]


def test_what_a_draft_rests_on_is_seen_with_it(office: Path, browser_of: Browser) -> None:
    _get(browser_of("negotiator"), f"/drafts/{SECRET.id}/amended")
    assert JournalEntry.objects.filter(verb="saw", by="negotiator", name=SECRET.id).exists()


def test_every_answer_has_the_headers_that_keep_it_safe(office: Path, browser_of: Browser) -> None:
    asked = (("", "/login"), ("reader", "/"), ("reader", "/static/travaux/page.css"), ("reader", "/nowhere"))
    for key, address in asked:
        answer = _get(browser_of(key), address)
        answer.close()
        headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self'; object-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        if not address.startswith("/static/"):
            assert headers["X-Frame-Options"] == "DENY"
            assert "no-store" in headers["Cache-Control"]


def test_a_plain_line_leads_to_an_encrypted_one(office: Path, browser_of: Browser) -> None:
    answer = browser_of("reader").get("/documents/accord/d1")
    assert answer.status_code == 301
    assert answer.headers["Location"] == "https://negotiation.example/documents/accord/d1"


def test_another_name_of_the_place_is_refused(office: Path) -> None:
    assert Client(headers={"host": "elsewhere.example"}).get("/login", secure=True).status_code == 400


@pytest.mark.filterwarnings("ignore")
def test_the_settings_of_an_office_pass_the_checks_of_a_server(office: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # which tests in a browser set for themselves
        assert [str(message) for message in run_checks(include_deployment_checks=True)] == []


def test_a_request_with_too_much_is_refused_before_it_is_read(office: Path, browser_of: Browser) -> None:
    answer = browser_of("keeper").post("/login", {"key": "x" * 100}, secure=True, CONTENT_LENGTH="99999999999")
    assert answer.status_code == 413


def test_who_asks_too_much_has_to_wait(office: Path) -> None:
    with override_settings(BURST=3, A_SECOND=0.001):
        browser = Client(headers={"host": "negotiation.example"})
        answers = [_get(browser, "/login") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_another_cookie_each_time_does_not_get_around_the_limit(office: Path) -> None:
    with override_settings(BURST=1, A_SECOND=0.001):
        browser, answers = Client(headers={"host": "negotiation.example"}), []
        for number in range(12):
            browser.cookies["__Host-travaux"] = f"made-up-{number}"
            answers.append(_get(browser, "/login").status_code)
    assert answers == [200] * 10 + [429] * 2


def test_who_fails_elsewhere_keeps_nobody_out_here(office: Path, browser_of: Browser) -> None:
    for _ in range(MOST):
        _log_in(browser_of(""), password="wrong")
    sent = {"key": "reader", "password": PASSWORD, "code": ""}
    assert browser_of("").post("/login", sent, secure=True, REMOTE_ADDR="192.0.2.7").status_code == 303
    assert _log_in(browser_of("")).status_code == 429


def test_health_is_told_to_anybody_and_figures_to_who_has_the_token(office: Path, browser_of: Browser) -> None:
    browser = Client(headers={"host": "negotiation.example"})
    assert browser.get("/health").text == "well\n"
    assert browser.get("/metrics").status_code == 404
    assert browser.get("/metrics", headers={"authorization": "Bearer guess"}).status_code == 404
    _get(browser_of("reader"), f"/documents/{SECRET.id}")
    told = browser.get("/metrics", headers={"authorization": "Bearer figures please"}).text
    assert re.search(r'travaux_requests_total\{page="document",status="404"\} \d+', told)
    assert "accord" not in told


def test_the_log_tells_who_asked_for_what_kind_of_page_and_not_a_word_of_it(
    office: Path, browser_of: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("travaux.office").addHandler(caplog.handler)
    with caplog.at_level(logging.INFO, "travaux.office"):
        _get(browser_of("negotiator"), f"/documents/{SECRET.id}")
        _get(browser_of("negotiator"), "/search?q=zqalphabody")
        _log_in(browser_of(""), "reader", "a wrong password")
    logging.getLogger("travaux.office").removeHandler(caplog.handler)
    lines = [json.loads(Lines().format(record)) for record in caplog.records]
    told = [(line["event"], line.get("who"), line.get("page"), line.get("status")) for line in lines]
    assert ("request", "negotiator", "document", 200) in told
    assert ("request", "negotiator", "search", 200) in told
    assert ("login refused", "", None, None) in told
    written = json.dumps(lines).casefold()
    for word in ("zqalpha", "accord", "wrong", "ferry"):
        assert word not in written


def test_an_error_in_the_log_has_its_kind_and_place_and_not_its_words() -> None:
    try:
        raise ValueError("the ferry sails at zqalpha")
    except ValueError:
        record = logging.getLogger("django.request").makeRecord(
            "django.request", logging.ERROR, __file__, 1, "the ferry %s", ("sails",), sys.exc_info()
        )
    told = json.loads(Lines().format(record))
    assert (told["error"], told["event"]) == ("ValueError", "django.request")
    assert "ferry" not in json.dumps(told)


def test_one_person_at_a_machine_needs_none_of_this(planted_file: Path, client_of_one: Client) -> None:
    assert "zqalphabody" in client_of_one.get(f"/documents/{SECRET.id}").text
    assert client_of_one.get("/login").status_code == 404
    assert "Log out" not in client_of_one.get("/").text
    assert shelf.rows().count() == 9

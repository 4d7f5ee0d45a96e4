"""Programs do what people do with positions, directives and authority, and are told what is cited and named."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.take_positions import take_positions
from travaux.desk import file
from travaux.desk.journal.listing import listing
from travaux.web.api.api import ROOT

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "strait-of-ilvane"
SHELTER, AUTHORITY, MINUTES = "24-telegram-shelter", "23-memorandum-authority", "15-minutes"
FEWER = "Mr. Hollin asked that there should be fewer meetings."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    path = tmp_path_factory.mktemp("negotiating") / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE], out=path)
        file.create_or_open(path)
        take_positions((EXAMPLE / "issues.toml").read_bytes(), name="issues.toml")
        file.close()
    return path


@pytest.fixture
def client(built: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Client]:
    """A program that asks for a copy: some tests change it."""
    with django_db_blocker.unblock():
        file.open_file(Path(shutil.copy(built, tmp_path)))
        yield Client(headers={"host": "localhost"}, raise_request_exception=False)
        file.close()


def _get(client: Client, address: str) -> Any:
    answer = client.get(ROOT + address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def _sent(client: Client, address: str, **said: object) -> tuple[int, Any]:
    answer = client.post(ROOT + address, said, content_type="application/json")
    return answer.status_code, answer.json() if answer.content else None


def _done(client: Client, address: str, **said: object) -> Any:
    status, told = _sent(client, address, **said)
    assert status in (201, 204), told
    return told


def _verbs() -> list[str]:
    return [each.verb for each in listing(limit=200).entries]


def test_a_proposed_position_is_confirmed_and_is_not_proposed_again(client: Client) -> None:
    before = _get(client, "told/positions?limit=200")
    one = next(
        each for each in before["items"] if each["issue"] and each["actor"] and each["at"]["document"] == MINUTES
    )
    kept = _done(client, "positions", **{name: one[name] for name in ("issue", "actor", "level", "at")})
    assert (kept["issue"], kept["actor"], kept["words"]) == (one["issue"], one["actor"], one["words"])
    assert one["at"] not in [each["at"] for each in _get(client, "told/positions?limit=200")["items"]]
    assert kept in _get(client, f"positions?issue={one['issue']}&limit=200")["items"]
    assert _verbs()[0] == "entered"


def test_a_position_that_is_sent_twice_is_kept_once(client: Client) -> None:
    held = {"issue": "commission", "actor": "Halvern, Treasury", "level": "preferred"}
    at = {"document": MINUTES, "words": FEWER}
    first = _done(client, "positions", **held, at=at)
    entered = len(_verbs())
    assert _done(client, "positions", **held, at=at) == first
    assert len(_verbs()) == entered


def test_a_position_is_corrected_and_the_one_before_no_longer_counts(client: Client) -> None:
    held = {"issue": "commission", "actor": "Halvern, Treasury", "at": {"document": MINUTES, "words": FEWER}}
    first = _done(client, "positions", **held, level="preferred")
    second = _done(client, "positions", **held, level="minimum", instead_of=first["entry"])
    mine = [
        each for each in _get(client, "positions?issue=commission")["items"] if each["actor"] == "Halvern, Treasury"
    ]
    assert mine == [second] and second["level"] == "minimum"
    assert _sent(client, "positions", **held, level="maximum", instead_of=first["entry"])[0] == 400
    assert _get(client, "positions?issue=commission")["items"][-1] == second


def test_a_position_is_withdrawn_an_issue_settled_and_an_entry_taken_back(client: Client) -> None:
    at = {"document": MINUTES, "words": FEWER}
    held = _done(client, "positions", issue="commission", actor="Halvern", level="minimum", at=at, date="1963-01-01")
    gone = _done(client, "positions/withdrawals", position=held["id"], at=at)
    told = _get(client, "positions?issue=commission")["items"]
    assert [each["withdrawn"] for each in told if each["id"] == held["id"]] == ["1963-03-05"]
    settled = {"issue": "commission", "standing": "dropped", "according_to": "Halvern", "at": at, "date": "1964-03-01"}
    entry = _done(client, "positions/settlements", **settled)
    (issue,) = (each for each in _get(client, "issues?on=1964-03-02") if each["id"] == "commission")
    assert issue["standing"] == "dropped"
    for each in (entry["entry"], gone["entry"], held["entry"]):
        _done(client, "positions/taken-back", entry=each)
    assert held["id"] not in [each["id"] for each in _get(client, "positions?limit=200")["items"]]


def test_a_position_is_not_taken_back_from_under_what_withdraws_it(client: Client) -> None:
    at = {"document": MINUTES, "words": FEWER}
    held = _done(client, "positions", issue="commission", actor="Halvern", level="minimum", at=at, date="1963-01-01")
    gone = _done(client, "positions/withdrawals", position=held["id"], at=at)
    status, said = _sent(client, "positions/taken-back", entry=held["entry"])
    assert status == 400 and "rests on entry" in said["detail"]
    assert _verbs()[0] == "entered"
    _done(client, "positions/taken-back", **gone)
    _done(client, "positions/taken-back", entry=held["entry"])


def test_a_later_position_never_has_the_id_of_one_that_was_taken_back(client: Client) -> None:
    held = {"issue": "commission", "actor": "Halvern", "level": "minimum", "at": {"document": MINUTES, "words": FEWER}}
    first = _done(client, "positions", **held)
    _done(client, "positions/taken-back", entry=first["entry"])
    assert _done(client, "positions", **held)["id"] != first["id"]


def test_an_issue_is_entered_and_a_passage_confirmed_as_one_on_it(client: Client) -> None:
    entry = _done(client, "issues", name="Dues and Customs", provisions=["Article IX"])
    assert _done(client, "issues", name="Dues and Customs", provisions=["Article IX"]) == entry
    found = _get(client, "told/passages?limit=200")["items"]
    (one,) = (each for each in found if each["issue"] == "dues-and-customs")
    _done(client, "positions/passages", issue=one["issue"], at=one["at"])
    assert one not in _get(client, "told/passages?limit=200")["items"]


def test_a_proposal_is_dismissed_with_a_reason_listed_and_taken_back(client: Client) -> None:
    before = _get(client, "told/positions?limit=200")
    one = before["items"][0]
    entry = _done(client, "told/dismissals", at=one["at"], held=one["held"], reason="A report.")
    assert _done(client, "told/dismissals", at=one["at"], held=one["held"]) == entry
    assert one not in _get(client, "told/positions?limit=200")["items"]
    (gone,) = _get(client, "told/dismissals")["items"]
    assert (gone["entry"], gone["words"], gone["reason"]) == (entry["entry"], one["words"], "A report.")
    assert _verbs()[0] == "dismissed"
    _done(client, "positions/taken-back", **entry)
    assert _get(client, "told/positions?limit=200") == before
    nothing = {"document": MINUTES, "start": 0, "end": 3}
    assert _sent(client, "told/dismissals", at=nothing) == (
        400,
        _problem("Nothing of the kind is proposed there.", "Look at what is."),
    )


def _problem(detail: str, remedy: str) -> dict[str, object]:
    return {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": detail, "remedy": remedy}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"actor": ", Treasury"}, 422),
        ({"level": "best"}, 422),
        ({"issue": "none"}, 400),
        ({"at": {"document": "none", "start": 1, "end": 2}}, 400),
        ({"at": {"document": MINUTES, "start": 9, "end": 2}}, 400),
        ({"at": {"document": MINUTES}}, 422),
    ],
)
def test_a_position_that_rests_on_nothing_is_refused_and_nothing_is_kept(
    client: Client, said: dict[str, Any], status: int
) -> None:
    before = len(_verbs())
    held = {"issue": "commission", "actor": "Halvern", "level": "minimum", "at": {"document": MINUTES, "words": FEWER}}
    assert _sent(client, "positions", **(held | said))[0] == status
    assert len(_verbs()) == before


def test_a_directive_is_confirmed_corrected_rejected_and_taken_back(client: Client) -> None:
    def now() -> dict[str, Any]:
        found: dict[str, Any] = _get(client, f"directives/{SHELTER}")["directives"][0]
        return found

    read = now()
    at = read["at"]
    for verdict in ("confirmed", "rejected"):
        _done(client, "directives", at=at, verdict=verdict)
        assert now() == read | {"standing": verdict}
    _done(client, "directives", at=at, verdict="corrected", act="report", fallback=2, denied=True)
    assert now() == read | {"standing": "corrected", "act": "report", "fallback": 2, "denied": True}
    _done(client, "directives", at=at, verdict=None)
    assert now() == read
    assert _verbs()[:4] == ["directed"] * 4


def test_a_directive_is_entered_where_none_was_read(client: Client) -> None:
    at = _get(client, f"directives/{SHELTER}")["possible"][0]
    _done(client, "directives", at=at, verdict="corrected", act="report", object="")
    told = _get(client, f"directives/{SHELTER}")
    assert at in [each["at"] for each in told["directives"]] and at not in told["possible"]
    _done(client, "directives", at=at, verdict="rejected")
    told = _get(client, f"directives/{SHELTER}")
    assert told["dismissed"] == [at] and at not in [each["at"] for each in told["directives"]] + told["possible"]


def test_an_act_on_a_package_that_is_not_there_is_sought_in_vain(client: Client) -> None:
    assert _sent(client, "packages/none/acts", do="recall", office="Treasury")[0] == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"verdict": "proposed"}, 400),
        ({"verdict": "corrected"}, 400),
        ({"verdict": "confirmed", "act": "report"}, 400),
        ({"verdict": "corrected", "object": "words that it has not"}, 400),
        ({"verdict": "confirmed", "at": {"document": SHELTER, "start": 0, "end": 1}}, 400),
    ],
)
def test_a_decision_that_says_nothing_or_loses_something_is_refused(
    client: Client, said: dict[str, Any], status: int
) -> None:
    told = _get(client, f"directives/{SHELTER}")
    assert _sent(client, "directives", **({"at": told["directives"][0]["at"]} | said))[0] == status
    assert _get(client, f"directives/{SHELTER}") == told


def test_what_was_decided_on_authority_is_entered_and_told(client: Client) -> None:
    (request,) = (each for each in _get(client, "requests")["items"] if each["document"] == AUTHORITY)
    third = request["recommendations"][2]
    said = {"document": AUTHORITY, "number": third["number"], "decided": "approved", "on": "1964-02-28"}
    _done(client, "requests/decisions", **said, approver="Rennick")
    after = _get(client, f"directives/{AUTHORITY}")["request"]["recommendations"][2]
    assert after == third | {"decided": "approved", "by": "Rennick", "on": "1964-02-28", "addition": ""}
    assert _sent(client, "requests/decisions", **(said | {"number": "9"}))[0] == 400


def test_a_document_tells_what_it_cites_and_who_cites_it(client: Client) -> None:
    told = _get(client, f"references/{SHELTER}")
    assert AUTHORITY in [each["document"] for each in told["refers_to"]]
    back = _get(client, f"references/{AUTHORITY}")
    assert SHELTER in [each["at"]["document"] for each in back["cited_by"]]


def test_the_registers_are_read_by_name(client: Client) -> None:
    found = _get(client, "register?kind=person&limit=3")
    assert (len(found["items"]), found["next"] is not None) == (3, True)
    one = next(each for each in _get(client, "register?name=Fenwray")["items"] if each["documents"])
    told = _get(client, f"register/{one['key']}?limit=1")
    assert (told["name"], told["total"], told["times"]) == (one["name"], one["documents"], one["times"])
    assert told["entries"][0]["person"]["surname"] == "Fenwray"
    assert len(told["documents"]) == 1
    assert client.get(f"{ROOT}register/999999").status_code == 404


def test_threads_tell_what_answers_what_and_what_nobody_answered(client: Client) -> None:
    (thread,) = _get(client, f"threads?document={SHELTER}")["items"]
    (message,) = (each for each in thread["messages"] if each["document"] == SHELTER)
    assert message["answers"] or message["answered_by"]
    open_ = _get(client, "threads?unanswered=true&limit=200")["items"]
    assert open_ and all(each["unanswered"] for each in open_)


def test_a_position_paper_is_given_as_data_and_as_a_file(client: Client) -> None:
    asked = "on=1963-06-28&party=Halvern&issue=naval-access"
    told = _get(client, f"position-paper?{asked}")
    assert told["paper"]["party"] == "Halvern" and told["on_table"]
    assert "Number of vessels" in [each["issue"]["name"] for each in told["paper"]["sections"]]
    for form, sign in (("html", b"<!DOCTYPE"), ("word", b"PK"), ("pdf", b"%PDF"), ("text", b"Position paper")):
        answer = client.get(f"{ROOT}position-paper/file?{asked}&form={form}")
        assert answer.status_code == 200 and answer.content.startswith(sign)
    assert client.get(f"{ROOT}position-paper?on=1963-06-28&issue=none").status_code == 404

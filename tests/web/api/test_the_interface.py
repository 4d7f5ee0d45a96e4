"""What the interface says of itself holds for whatever is asked of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoDbBlocker
from schemathesis.specs.openapi import checks

from travaux.actions.build import build
from travaux.desk import file, shelf
from travaux.desk.start import application
from travaux.web.api.api import ROOT, api

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "strait-of-ilvane"
TELEGRAM = "09-telegram-instructions"
DRAFT = "08-memorandum-tab-a/tab-a"


@pytest.fixture(scope="module")
def ilvane(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    path = tmp_path_factory.mktemp("api") / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE / "08-memorandum-tab-a.txt", EXAMPLE / f"{TELEGRAM}.txt"], out=path)
    return path


@pytest.fixture
def opened(ilvane: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    with django_db_blocker.unblock():
        file.open_file(ilvane)
        yield ilvane
        file.close()


@pytest.fixture
def client(opened: Path) -> Client:
    return Client(headers={"host": "localhost"}, raise_request_exception=False)


OPERATIONS = tuple(
    (method.upper(), path)
    for path, methods in api.get_openapi_schema(path_prefix=ROOT)["paths"].items()
    for method in methods
)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_every_answer_is_one_that_is_described(opened: Path, method: str, path: str) -> None:
    schema = schemathesis.openapi.from_wsgi(f"{ROOT}openapi.json", application(), headers={"Host": "localhost"})

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method].as_strategy())
    def holds(case: schemathesis.Case) -> None:
        # Whether what has the right shape can be done, the file decides.
        case.call_and_validate(headers={"Host": "localhost"}, excluded_checks=[checks.positive_data_acceptance])

    holds()


def test_a_list_is_given_a_page_at_a_time(client: Client) -> None:
    first = client.get(f"{ROOT}instructions?limit=2").json()
    second = client.get(first["next"]).json()
    assert (first["total"], first["pages"], len(first["items"])) == (3, 2, 2)
    assert (len(second["items"]), second["next"]) == (1, None)


def test_a_document_is_given_with_every_word(client: Client) -> None:
    told = client.get(f"{ROOT}documents/{TELEGRAM}").json()
    assert "\n".join(block["text"] for block in told["body"]) == shelf.document(TELEGRAM).text


def test_an_answer_has_its_hash_as_its_tag_and_is_not_sent_twice(client: Client) -> None:
    answer = client.get(f"{ROOT}drafts/{DRAFT}")
    assert answer.headers["ETag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
    again = client.get(f"{ROOT}drafts/{DRAFT}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("documents/none-such", 404, "There is no document none-such."),
        ("drafts/none-such", 404, "There is no draft none-such."),
        ("none-such", 404, "There is no such operation."),
        ("documents?page=0", 422, "page: "),
        ("search?since=1958-13", 400, "This is not a date."),
        ("exports/" + DRAFT + "?form=tei", 404, "There is no document"),
        ("status?on=1963-12-04&of=none", 404, "No instrument is called none."),
    ],
)
def test_an_error_is_a_problem_with_its_remedy(client: Client, address: str, status: int, says: str) -> None:
    answer = client.get(ROOT + address)
    told = json.loads(answer.content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert told["status"] == status
    assert told["detail"].startswith(says)
    assert told["remedy"]


@pytest.mark.parametrize("address", ["documents/%00", "instructions?document=%00", "search?q=%00", "nowhere%00"])
def test_a_sign_that_nothing_has_is_told_of(client: Client, address: str) -> None:
    assert client.get(ROOT + address).status_code == 400
    assert client.get("/" + address).status_code in (200, 302, 400, 404)
    sent = {"at": {"document": "\0", "start": 0, "end": 1}, "verdict": "rejected"}
    assert client.post(f"{ROOT}decisions", sent, content_type="application/json").status_code == 400


def test_a_decision_is_kept(client: Client) -> None:
    first = client.get(f"{ROOT}instructions?document={TELEGRAM}").json()["items"][0]
    at = first["at"]
    sent = client.post(f"{ROOT}decisions", {"at": at, "verdict": "rejected"}, content_type="application/json")
    assert sent.status_code == 204
    assert client.get(f"{ROOT}instructions?document={TELEGRAM}").json()["items"][0] != first
    client.post(f"{ROOT}decisions", {"at": at, "verdict": None}, content_type="application/json")


def test_a_text_is_cleared_by_programs(client: Client) -> None:
    plan = {"id": "tab", "kind": "draft", "drafter": "WD", "approver": "Minister", "subject": DRAFT}
    opened = client.post(f"{ROOT}packages", plan | {"route": "LA (Article VI)"}, content_type="application/json")
    assert (opened.status_code, opened.json()["missing"]) == (
        201,
        ["LA: not yet asked", "Minister has not decided on the text"],
    )
    again = client.post(f"{ROOT}packages", plan | {"route": "LA"}, content_type="application/json")
    assert (again.status_code, again.json()["detail"]) == (400, "There is a package tab.")

    def act(do: str, office: str, **more: object) -> dict[str, Any]:
        sent = {"do": do, "office": office, **more}
        answer = client.post(f"{ROOT}packages/tab/acts", sent, content_type="application/json")
        assert answer.status_code == 200, answer.content
        found: dict[str, Any] = answer.json()
        return found

    act("circulate", "WD")
    assert [each["id"] for each in client.get(f"{ROOT}packages?office=LA").json()] == ["tab"]
    change = "In Article VI, the word “terms” shall be replaced by the word “conditions”."
    assert act("change", "LA", change=change)["changes"][0]["fate"] == "pending"
    cleared = act("accept", "WD", number=1)
    assert "conditions to be settled" in cleared["text"]
    assert cleared["sources"] == ["08-memorandum-tab-a"]
    act("hand over", "WD", to="Minister")
    act("modify", "Minister", words="A.R.")
    sent = act("send", "WD", to="Mintel 212")
    assert (sent["sent"], sent["log"][-1]["act"]) == (True, "sent as Mintel 212")
    refused = client.post(f"{ROOT}packages/tab/acts", {"do": "recall", "office": "WD"}, content_type="application/json")
    assert refused.status_code == 400 and refused.json()["detail"] == "It was sent."


def test_a_page_of_another_site_can_send_nothing(client: Client) -> None:
    foreign = {"Origin": "https://elsewhere.example"}
    kinds = [("text/plain", {}), ("application/x-www-form-urlencoded", {}), ("application/json", foreign)]
    for kind, headers in kinds:
        answer = client.post(f"{ROOT}decisions", "{}", content_type=kind, headers=headers)
        assert answer.status_code == 403


@pytest.mark.parametrize(
    ("address", "name", "told"),
    [
        ("search?q=light&actr=Corvany", "actr", "Did you mean actor?"),
        ("documents?on=1963-12-04", "on", "What can be asked here: kind, limit, page"),
        (f"documents/{TELEGRAM}?page=2", "page", "Nothing can be asked here."),
    ],
)
def test_a_question_by_a_name_that_is_none_is_refused(client: Client, address: str, name: str, told: str) -> None:
    answer = client.get(f"{ROOT}{address}")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(f"{name}:")
    assert told in answer.json()["remedy"]

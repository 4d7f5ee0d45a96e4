"""Programs ask as the person who gave them a token, and no longer than it counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from tests.web.office.conftest import HOST
from tests.web.office.planted import PEOPLE, hidden_from

from travaux.actions.tokens import give_token, revoke_token
from travaux.desk import file
from travaux.desk.access.viewer import Viewer, house, viewing
from travaux.desk.people import tokens
from travaux.desk.people.tables import Person, Token
from travaux.errors import NotPermitted, UnknownEntry
from travaux.web.api.api import ROOT

READER = PEOPLE[0]
DECISION = {"at": {"document": "accord/d1", "start": 0, "end": 20}, "verdict": "rejected"}


@pytest.fixture
def program(office: Path) -> Callable[[str], Client]:
    def asks_with(secret: str) -> Client:
        return Client(headers={"host": HOST, "authorization": f"Bearer {secret}"}, raise_request_exception=False)

    return asks_with


def given(key: str, *, writes: bool = False, days: int = 30) -> str:
    with house():
        return give_token(key, "a script", writes=writes, days=days)


@pytest.mark.parametrize("told", PEOPLE, ids=[told.key for told in PEOPLE])
def test_a_program_sees_what_its_person_sees(office: Path, program: Callable[[str], Client], told: object) -> None:
    client = program(given(told.key))  # type: ignore[attr-defined]
    answer = client.get(f"{ROOT}documents?limit=200", secure=True)
    assert answer.status_code == 200
    said = answer.content.decode().casefold()
    assert [stem for stem in hidden_from(told) if stem in said] == []  # type: ignore[arg-type]


def test_without_a_token_nothing_is_told(office: Path, program: Callable[[str], Client]) -> None:
    for client in (Client(headers={"host": HOST}), program("travaux_nothing"), program("")):
        answer = client.get(f"{ROOT}documents", secure=True)
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert json.loads(answer.content)["detail"] == "No token that counts was shown."


def test_a_token_counts_until_it_expires_or_is_revoked(office: Path, program: Callable[[str], Client]) -> None:
    expired, revoked, barred = given(READER.key), given(READER.key), given(PEOPLE[1].key)
    with house(), file.writing():
        revoke_token(2)
        Token.objects.filter(pk=1).update(expires_at=timezone.now())
        Person.objects.filter(key=PEOPLE[1].key).update(active=False)
    for secret in (expired, revoked, barred):
        assert program(secret).get(f"{ROOT}drafts", secure=True).status_code == 401


def test_a_token_to_read_changes_nothing(office: Path, program: Callable[[str], Client]) -> None:
    client = program(given(READER.key))
    answer = client.post(f"{ROOT}decisions", json.dumps(DECISION), content_type="application/json", secure=True)
    assert (answer.status_code, json.loads(answer.content)["detail"]) == (403, "This token may only read.")


def test_a_token_to_write_may_no_more_than_its_person(office: Path, program: Callable[[str], Client]) -> None:
    client = program(given(READER.key, writes=True))
    answer = client.post(f"{ROOT}decisions", json.dumps(DECISION), content_type="application/json", secure=True)
    assert answer.status_code == 403
    assert "You may not" in json.loads(answer.content)["detail"]


def test_the_file_keeps_no_secret(office: Path) -> None:
    secret = given(READER.key)
    assert secret.startswith("travaux_")
    for path in office.parent.glob(f"{office.name}*"):
        assert secret.encode() not in path.read_bytes()


def test_no_token_is_for_ever_or_without_a_name(office: Path) -> None:
    for name, days in (("", 30), ("a script", 0), ("a script", 400)):
        with house(), pytest.raises(UnknownEntry):
            give_token(READER.key, name, writes=False, days=days)
    assert tokens.tokens() == []


def test_a_keeper_gives_no_token_of_one_who_sees_more(office: Path) -> None:
    people = {told.key: told for told in PEOPLE}
    with viewing(Viewer(key="keeper", level=people["keeper"].level, roles=people["keeper"].roles)):
        give_token("reader", "a script", writes=False, days=1)
        with pytest.raises(NotPermitted):
            give_token("approver", "a script", writes=False, days=1)

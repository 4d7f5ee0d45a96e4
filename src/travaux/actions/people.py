"""Has a keeper say who takes part: people with their roles, levels and lists, and offices."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import file, journal, models
from travaux.desk.access.decide import admits
from travaux.desk.access.marking import read
from travaux.desk.access.viewer import Role, current
from travaux.desk.journal.proof import Value
from travaux.desk.people import login
from travaux.desk.people.people import Told, keep, keep_office, person, viewer
from travaux.desk.people.tables import Person
from travaux.errors import NotPermitted, UnknownEntry

#: What of a person no entry holds; a login and a code may change it.
SECRETS = ("password", "stamp", "totp_key", "totp_last")


def enrol_person(told: Told, *, password: str = "") -> None:
    """Keep a person as told, new or not; with a password, have them log in by that from now on.

    Raises NotPermitted where one may not, where they would see more than one sees oneself, where no keeper would be
    left, and for a password that would be guessed.
    """
    permit("people")
    with file.writing():
        row = keep(told, made_at=timezone.now())
        if told.active:
            require_no_more(row)
        if password:
            _set_password(row, password)
        _require_keeper()
        content = _content(told, bool(password)) | journal.row(row, without=SECRETS)
        journal.enter("enrolled", journal.On("person", told.key), content)


def enrol_office(name: str, *, party: str = "", lists: Iterable[str] = ()) -> None:
    """Keep an office as told."""
    permit("people")
    if not name.strip():
        raise UnknownEntry("The office has no name.", remedy="Name it.")
    with file.writing():
        known, on = " ".join(name.split()), sorted(lists)
        if not current().everything and not current().lists.issuperset(on):
            raise _more()
        row = keep_office(known, party=party.strip(), lists=on)
        journal.enter("enrolled", journal.On("office", known), journal.row(row))


def set_password(key: str, password: str) -> None:
    """Have a person log in by this password, and end their sessions. Their own anybody may set, others' a keeper."""
    if current().key != key:
        permit("people")
    with file.writing():
        row = person(key)
        require_no_more(row)
        _set_password(row, password)
        journal.enter("set password", journal.On("person", key), {})


def set_device(key: str, secret: str, code: str) -> None:
    """Have a person give a code of their device from now on, whose `secret` they have, as a code of it shows; with ""
    for both, no longer. Raises NotPermitted where the code is not one of it."""
    if current().key != key:
        permit("people")
    with file.writing():
        row, step = person(key), 0
        require_no_more(row)
        if secret:
            digits = "".join(code.split())
            found = login.verified(secret, int(digits)) if digits.isascii() and digits.isdecimal() else None
            if found is None:
                raise NotPermitted("This code is not one of the device.", remedy="Look at its clock, and try again.")
            step = found
        row.totp_key, row.totp_last = secret, step
        row.save(update_fields=["totp_key", "totp_last"])
        journal.enter("set device" if secret else "dropped device", journal.On("person", key), {})


def require_no_more(row: Person) -> None:
    """Raises NotPermitted where the person of a row sees what whoever asks does not: who could make them, or log in as
    them, would see it too. The person at the machine sees all."""
    mine, theirs = current(), viewer(row)
    if mine.everything or mine == theirs:
        return
    markings = [read(tree) for tree in models.Marking.objects.values_list("tree", flat=True)]
    by_names = any(admits(theirs, each) and not admits(mine, each) for each in markings)
    if theirs.level > mine.level or not theirs.lists <= mine.lists or by_names:
        raise _more()


def _more() -> NotPermitted:
    remedy = "Have the person at the machine that keeps the file do it."
    return NotPermitted("They would see what you do not see yourself.", remedy=remedy)


def _content(told: Told, password: bool) -> dict[str, Value]:
    """What an entry tells of a person: never a password."""
    return {
        "name": told.name,
        "level": told.level.words,
        "roles": sorted(role.value for role in told.roles),
        "lists": sorted(told.lists),
        "names": sorted(told.names),
        "offices": sorted(told.offices),
        "active": told.active,
        "password set": password,
    }


def _set_password(row: Person, password: str) -> None:
    row.password, row.stamp = login.hashed(password, row), secrets.token_hex(16)
    row.save(update_fields=["password", "stamp"])


def _require_keeper() -> None:
    """A file that people log in to keeps one who may say who they are."""
    keepers = Person.objects.filter(active=True, roles__contains=f'"{Role.KEEPER.value}"')
    if not keepers.exists() and not current().everything:
        raise NotPermitted("Nobody would be left to keep the file.", remedy="Name another keeper first.")

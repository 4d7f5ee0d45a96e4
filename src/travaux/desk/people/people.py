"""Keeps people and offices, and tells who somebody is. The transaction, and whether one may, are the action's."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from travaux.desk.access.marking import LISTS, Level
from travaux.desk.access.viewer import Role, Viewer
from travaux.desk.people.tables import Office, Person
from travaux.errors import UnknownEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a person: all but their password. `names` is what a mark "eyes only" may call them by."""

    key: str
    name: str
    level: Level = Level.UNCLASSIFIED
    roles: frozenset[Role] = frozenset({Role.READER})
    lists: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    active: bool = True

    def __post_init__(self) -> None:
        if not self.key or not set(self.key) <= _KEY:
            raise ValueError("a person logs in by a name of small letters, figures, dots and dashes")
        if unknown := self.lists - LISTS.keys():
            raise ValueError(f"there is no list {', '.join(sorted(unknown))}")


_KEY = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-_")


def people() -> tuple[Person, ...]:
    """Everybody, by name."""
    return tuple(Person.objects.prefetch_related("offices").order_by("key"))


def person(key: str) -> Person:
    """The person of that name. Raises UnknownEntry where there is none."""
    found = Person.objects.filter(key=key).first()
    if found is None:
        raise UnknownEntry(f"Nobody is called {key}.", remedy="See who there is: travaux people FILE.")
    return found


def keep(told: Told, *, made_at: datetime.datetime) -> Person:
    """Keep a person as told, in place of what was told before."""
    row, _ = Person.objects.get_or_create(
        key=told.key, defaults={"name": told.name, "password": "", "made_at": made_at}
    )
    row.name, row.level, row.active = told.name or told.key, int(told.level), told.active
    row.lists, row.names, row.roles = _json(told.lists), _json(told.names), _json(told.roles)
    if not told.active:
        row.stamp = secrets.token_hex(16)
    row.save()
    row.offices.set([office(name) for name in sorted(told.offices)])
    return row


def office(name: str) -> Office:
    """The office of that name. Raises UnknownEntry where there is none."""
    found = Office.objects.filter(name=name).first()
    if found is None:
        raise UnknownEntry(f"There is no office {name}.", remedy="Add it first: travaux people FILE --office NAME.")
    return found


def offices() -> tuple[Office, ...]:
    """All offices, by name."""
    return tuple(Office.objects.order_by("name"))


def can_log_in() -> bool:
    """Whether there is anybody who can."""
    return Person.objects.filter(active=True).exclude(password="").exists()


def keep_office(name: str, *, party: str = "", lists: Iterable[str] = ()) -> Office:
    """Keep an office as told; gives its row. Raises ValueError where there is no such list."""
    if unknown := set(lists) - LISTS.keys():
        raise ValueError(f"there is no list {', '.join(sorted(unknown))}")
    row, _ = Office.objects.update_or_create(name=name, defaults={"party": party, "lists": _json(lists)})
    return row


def told(row: Person) -> Told:
    """What is told of the person of a row."""
    return Told(
        key=row.key,
        name=row.name,
        level=Level(row.level),
        roles=frozenset(Role(each) for each in _words(row.roles)),
        lists=_words(row.lists),
        names=_words(row.names),
        offices=frozenset(each.name for each in row.offices.all()),
        active=row.active,
    )


def viewer(row: Person) -> Viewer:
    """The person of a row as one who looks at the file: with the lists and parties of their offices."""
    offices = tuple(row.offices.all())
    return Viewer(
        key=row.key,
        name=row.name,
        level=Level(row.level),
        lists=_words(row.lists).union(*(_words(each.lists) for each in offices)),
        names=_words(row.names) | {row.name},
        offices=frozenset(each.name for each in offices),
        parties=frozenset(each.party for each in offices if each.party),
        roles=frozenset(Role(each) for each in _words(row.roles)),
    )


def _words(kept: str) -> frozenset[str]:
    return frozenset(msgspec.json.decode(kept, type=list[str]))


def _json(words: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(words)).decode()

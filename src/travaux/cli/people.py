"""`travaux people`: who takes part, with which role, level and lists. Passwords are asked for, never given as words."""

from __future__ import annotations

import getpass
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.people import enrol_office, enrol_person, set_device, set_password
from travaux.actions.take_people import take_people
from travaux.cli import terminal
from travaux.desk import file
from travaux.desk.access.marking import LISTS, Level
from travaux.desk.access.viewer import Role
from travaux.desk.people.people import Told
from travaux.desk.people.people import people as everybody
from travaux.desk.people.people import told as told_of
from travaux.errors import NotPermitted, UnknownEntry


def people(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    add: Annotated[str, typer.Option("--add", metavar="KEY", help="Add a person, or change what is told of one.")] = "",
    name: Annotated[str, typer.Option("--name", help="What the person is called.")] = "",
    role: Annotated[list[str] | None, typer.Option("--role", help="A role; may be said again.")] = None,
    level: Annotated[str, typer.Option("--level", help="Up to which level they see, such as secret.")] = "",
    lists: Annotated[list[str] | None, typer.Option("--list", help="A distribution list; may be said again.")] = None,
    known_as: Annotated[list[str] | None, typer.Option("--known-as", help="A name that eyes-only marks use.")] = None,
    of: Annotated[list[str] | None, typer.Option("--of", metavar="OFFICE", help="An office they are of.")] = None,
    bar: Annotated[str, typer.Option("--bar", metavar="KEY", help="Let a person no longer log in.")] = "",
    password: Annotated[str, typer.Option("--password", metavar="KEY", help="Ask for a new password of theirs.")] = "",
    no_device: Annotated[str, typer.Option("--no-device", metavar="KEY", help="Ask them for no code any more.")] = "",
    office: Annotated[str, typer.Option("--office", metavar="NAME", help="Add or change an office.")] = "",
    party: Annotated[str, typer.Option("--party", help="The party that the office is of.")] = "",
    take: Annotated[
        Path | None, typer.Option("--take", metavar="TOML", help="Take people, offices and marks in.")
    ] = None,
) -> None:
    """List who takes part in FILE, or add and change people and offices."""
    file.open_file(path)
    with file.troubles(path):
        if take is not None:
            take_people(take.read_bytes(), name=take.name)
        if office:
            enrol_office(office, party=party, lists=lists_named(lists))
        if add:
            _add(add, name=name, roles=role, level=level, lists=lists, known_as=known_as, of=of)
        if bar:
            _bar(bar)
        if password:
            set_password(password, _asked(password))
        if no_device:
            set_device(no_device, "", "")
        if not (take or office or add or bar or password or no_device):
            _list()


def _add(
    key: str,
    *,
    name: str,
    roles: list[str] | None,
    level: str,
    lists: list[str] | None,
    known_as: list[str] | None,
    of: list[str] | None,
) -> None:
    """Add a person, or change of one what was said; a new one is asked for a password."""
    before = next((told_of(row) for row in everybody() if row.key == key), None)
    old = before or Told(key=key, name=name or key)
    told = Told(
        key=key,
        name=name or old.name,
        level=level_named(level) if level else old.level,
        roles=frozenset(_role(each) for each in roles) if roles else old.roles,
        lists=lists_named(lists) if lists else old.lists,
        names=frozenset(known_as) if known_as else old.names,
        offices=frozenset(of) if of else old.offices,
    )
    enrol_person(told, password="" if before else _asked(key))


def _bar(key: str) -> None:
    old = next((told_of(row) for row in everybody() if row.key == key), None)
    if old is None:
        raise UnknownEntry(f"Nobody is called {key}.", remedy="See who there is: travaux people FILE.")
    enrol_person(replace(old, active=False))


def _asked(key: str) -> str:
    """The password that the terminal is asked for, twice; where there is no terminal, a line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass(f"Password of {key}: ")
    if getpass.getpass("The same again: ") != first:
        raise NotPermitted("The two are not the same.", remedy="Run the command again.")
    return first


def _list() -> None:
    console = terminal.output()
    for row in everybody():
        told = told_of(row)
        parts = [
            ", ".join(sorted(role.value for role in told.roles)),
            told.level.words,
            *(LISTS[name] for name in sorted(told.lists)),
            *sorted(told.offices),
            *(() if told.active else ("may not log in",)),
            *(("gives a code",) if row.totp_key else ()),
        ]
        terminal.put(console, terminal.styled(f"{told.key}  {told.name}: {'; '.join(parts)}"))


def level_named(words: str) -> Level:
    wanted = " ".join(words.replace("-", " ").casefold().split())
    found = next((level for level in Level if level.words.casefold() == wanted), None)
    if found is None:
        raise UnknownEntry(
            f"There is no level {words}.", remedy=f"Say one of: {', '.join(each.words for each in Level)}."
        )
    return found


def _role(words: str) -> Role:
    try:
        return Role(words)
    except ValueError:
        remedy = f"Say one of: {', '.join(each.value for each in Role)}."
        raise UnknownEntry(f"There is no role {words}.", remedy=remedy) from None


def lists_named(names: list[str] | None) -> frozenset[str]:
    found = frozenset(names or ())
    if unknown := found - LISTS.keys():
        remedy = f"Say one of: {', '.join(LISTS)}."
        raise UnknownEntry(f"There is no list {', '.join(sorted(unknown))}.", remedy=remedy)
    return found

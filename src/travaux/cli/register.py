"""`travaux register`: who is who in the file, what abbreviations mean, and which documents name them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import named, terminal
from travaux.cli.json_text import json_text
from travaux.cli.wording import counted, in_words, short
from travaux.desk import file
from travaux.desk.registers import lookup
from travaux.desk.registers.lookup import Entry, Found
from travaux.desk.registers.pack import EntryKind
from travaux.errors import UnknownEntry

#: More entries than this are told by their names alone.
_IN_FULL = 5
#: More than this are not told at all; a longer name finds fewer.
_MOST = 500


def register(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="A name, a part of one or of an office, or an abbreviation.")
    ] = "",
    kind: Annotated[EntryKind | None, typer.Option(help="Only persons, or only abbreviations.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many documents to tell.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Show who somebody is or what an abbreviation means, and where it is named; without NAME, what is listed."""
    file.open_file(path)
    with file.troubles(path):
        if not name.strip() and not as_json:
            _print(_listed(kind))
            return
        found = lookup.find(name, kind=kind, limit=_MOST)
        if not found.total:
            raise UnknownEntry(f"Nothing in the registers is called {name}.", remedy=_remedy())
        if as_json:
            groups = [_group_data(group, limit) for group in found.groups]
            print(json_text({"total": found.total, "entries": groups}))
        else:
            _print(_groups(found, limit))


def _print(lines: Iterator[str]) -> None:
    console = terminal.output()
    for line in lines:
        terminal.put(console, terminal.styled(line))


def _remedy() -> str:
    if not lookup.counts():
        return "No source in this file lists persons or abbreviations."
    return "Give a surname, a word of an office, or an abbreviation."


def _listed(kind: EntryKind | None) -> Iterator[str]:
    """The registers of the file."""
    registers = lookup.listed()
    for each in registers:
        span = f", {in_words(each.since)} to {in_words(each.until)}" if each.since else ""
        numbers = {EntryKind.PERSON: "person", EntryKind.ABBREVIATION: "abbreviation"}
        told = [
            counted(getattr(each, f"{word}s"), word) for one, word in numbers.items() if kind is None or kind is one
        ]
        yield f"{each.id}: {', '.join(told)}{span}"
    if not registers:
        yield "No source in this file lists persons or abbreviations."


def _groups(found: Found, limit: int) -> Iterator[str]:
    if found.total > _IN_FULL:
        for group in found.groups:
            yield f"{group[0].name}  {short(group[0].printed.removeprefix(group[0].name).lstrip(' ,'))}"
        more = f", the first {_MOST} of them told" if found.total > _MOST else ""
        yield f"{found.total:,} entries{more}."
        return
    for place, group in enumerate(found.groups):
        if place:
            yield ""
        yield from _in_full(group, limit)


def _in_full(group: tuple[Entry, ...], limit: int) -> Iterator[str]:
    """One name, with the words of every list that has it, and the documents that name it."""
    yield group[0].name
    for entry in group:
        yield f"  {entry.register}: {entry.printed}"
        if entry.person:
            if entry.person.aliases:
                yield f"    also written: {'; '.join(entry.person.aliases)}"
            for office in entry.person.offices:
                yield f"    {_time(office.since, office.until, office.understood)}  {office.title}"
        elif entry.abbreviation and entry.abbreviation.aliases:
            yield f"    also written: {'; '.join(entry.abbreviation.aliases)}"
    rows, total, times = lookup.documents(group, limit=limit)
    yield f"  {counted(times, 'mention')} in {counted(total, 'document')}"
    for row, count in rows:
        yield f"    {row.ident}  {in_words(row.date)}  {short(row.title, 70)} ({count})"
    if total > len(rows):
        yield f"    ... and {total - len(rows):,} more: --limit {total}"


def _time(since: str, until: str, understood: bool) -> str:
    if not understood:
        return "when was not understood"
    return f"{since or '..'}/{until or '..'}" if since or until else "no dates given"


def _group_data(group: tuple[Entry, ...], limit: int) -> dict[str, object]:
    rows, total, times = lookup.documents(group, limit=limit)
    return {
        "name": group[0].name,
        "kind": group[0].kind.value,
        "listed": [named.entry_data(entry) for entry in group],
        "mentions": times,
        "documents": total,
        "in": [{"document": row.ident, "title": row.title, "mentions": count} for row, count in rows],
    }

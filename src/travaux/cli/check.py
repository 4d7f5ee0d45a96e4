"""`travaux check`: all findings of a file with their passages, and whether anything is left to settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import counted, reason, short
from travaux.desk import file, noted, shelf
from travaux.desk.noted import Noted
from travaux.errors import UnknownDocument
from travaux.findings import Severity

UNSETTLED = 1
_PASSAGE = 240


def check(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    document: Annotated[str, typer.Option(metavar="ID", help="Only of this document.")] = "",
    code: Annotated[str, typer.Option(metavar="CODE", help="Only with this code, such as words-ambiguous.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List all findings of FILE by code, each with its passage.

    Exit status 1 where something was left undone that a person must settle, 0 where nothing was."""
    open_followed(path)
    with file.troubles(path):
        ident = shelf.row(document).ident if document else ""
        codes = noted.codes()
        if code and code not in codes:
            raise UnknownDocument(f"There is no finding “{code}” in this file.", remedy=_such(codes))
        found = noted.noted(document=ident, code=code)
    if as_json:
        print(json_text(_as_data(found)))
    else:
        console = terminal.output()
        for line in _lines(found):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if _undone(found):
        raise typer.Exit(UNSETTLED)


def _such(codes: Sequence[str]) -> str:
    return f"Those there are: {', '.join(codes)}." if codes else "It has none at all."


def _undone(found: Sequence[Noted]) -> int:
    return sum(each.finding.severity is Severity.REFUSED for each in found)


def _lines(found: Sequence[Noted]) -> Iterator[str]:
    yield f"{counted(len(found), 'finding')}, {_undone(found):,} to settle"
    counts = Counter((each.finding.code, each.finding.severity) for each in found)
    for (code, severity), count in _in_order(counts):
        yield f"  {count:>6,}  {code} ({severity})"
    for (code, severity), count in _in_order(counts):
        yield ""
        yield f"{code} ({severity}): {count:,}"
        chosen = [each for each in found if (each.finding.code, each.finding.severity) == (code, severity)]
        for ident, group in groupby(chosen, key=lambda each: each.finding.at.document):
            yield f"  {ident}"
            for each in group:
                yield from _finding(each)


def _in_order(counts: Counter[tuple[str, Severity]]) -> list[tuple[tuple[str, Severity], int]]:
    """What is to settle first, then by falling number."""
    weight = list(Severity)
    return sorted(counts.items(), key=lambda each: (weight.index(each[0][1]), -each[1], each[0][0]))


def _finding(each: Noted) -> Iterator[str]:
    at = each.finding.at
    note = f" of note {at.note}" if at.note else ""
    yield f"    characters {at.start}-{at.end}{note}: {reason(each.finding)}"
    if each.passage:
        yield f"      “{short(each.passage, _PASSAGE)}”"


def _as_data(found: Sequence[Noted]) -> Json:
    counts = Counter((each.finding.code, each.finding.severity) for each in found)
    return {
        "to_settle": _undone(found),
        "codes": [
            {"code": code, "severity": severity.value, "findings": count}
            for (code, severity), count in _in_order(counts)
        ],
        "findings": [
            {**msgspec.to_builtins(each.finding), "passage": each.passage, "explains_instruction": each.of_instruction}
            for each in found
        ],
    }

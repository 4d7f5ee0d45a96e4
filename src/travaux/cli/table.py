"""`travaux table`: drafts side by side, provision by provision, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from travaux.actions.compare_drafts import compare_drafts
from travaux.cli import data, terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, in_words, short
from travaux.cli.written import write_bytes
from travaux.compare.reasons import ReasonKind
from travaux.compare.render import as_text
from travaux.compare.table import Row, Synopsis
from travaux.compare.table import table as table_of
from travaux.desk import file
from travaux.errors import UnknownDocument
from travaux.exchange.export import export
from travaux.exchange.formats import format_of
from travaux.exchange.synopsis import synopsis
from travaux.text.draft import Draft

_FEWEST, _MOST = 2, 4


def table(
    drafts: Annotated[
        list[str], typer.Argument(metavar="DRAFT...", help="Two to four: files, or with --in their ids.")
    ],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    head: Annotated[
        list[str] | None, typer.Option("--head", metavar="WORDS", help="What a column is called, in their order.")
    ] = None,
    changed: Annotated[bool, typer.Option("--changed", help="Only the provisions that are not the same.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write it there, in the format of its ending.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Lay two to four drafts side by side, their provisions aligned, with the comments of the record."""
    if not _FEWEST <= len(drafts) <= _MOST:
        raise UnknownDocument(f"A table has two to four drafts, not {len(drafts)}.", remedy="Name two, three or four.")
    told = _in_file(drafts, within) if within else table_of([draft_named(name, None) for name in drafts])
    heads = _heads(told.drafts, head or [])
    if out is not None:
        write_bytes(export(synopsis(told, heads=heads, changed=changed), to=format_of(out.name)), out)
    elif as_json:
        print(json_text(_as_data(told, heads, changed=changed)))
    else:
        _print(told, heads, changed=changed)


def _in_file(drafts: Sequence[str], within: Path) -> Synopsis:
    open_followed(within)
    with file.troubles(within):
        return compare_drafts(drafts)


def _heads(drafts: Sequence[Draft], given: Sequence[str]) -> list[str]:
    """The names of columns as given; for the rest the date of the draft and its document."""
    told = [f"{in_words(draft.date)}, {draft.at.document}" if draft.date else draft.id for draft in drafts]
    return [*given[: len(told)], *told[len(given) :]]


def _rows(told: Synopsis, *, changed: bool) -> list[Row]:
    return [row for row in told.rows if row.changed or not changed]


def _print(told: Synopsis, heads: Sequence[str], *, changed: bool) -> None:
    console = terminal.output()
    colour = terminal.in_colour(console)
    shown = _rows(told, changed=changed)
    other = sum(row.changed for row in told.rows)
    terminal.put(console, terminal.styled(f"{counted(len(told.rows), 'provision')}, {other} not the same\n"))
    for row in shown:
        terminal.put(console, terminal.styled(row.name, "bold"))
        for line in _row(row, heads, colour=colour):
            terminal.put(console, line)


def _row(row: Row, heads: Sequence[str], *, colour: bool) -> Iterator[Text]:
    for head, cell in zip(heads, row.cells, strict=True):
        named = f" ({cell.at})" if cell.at is not None and str(cell.at).casefold() != row.name.casefold() else ""
        if cell.provision is None:
            yield terminal.styled(f"  {head}: nothing")
            continue
        yield terminal.styled(f"  {head}{named}:", "italic" if colour else "")
        for line in as_text(cell.redline, colour=colour).split("\n"):
            yield Text("    ").append_text(Text.from_ansi(line) if colour else terminal.styled(line))
    for comment in row.comments:
        label = "in conflict" if comment.kind is ReasonKind.CONFLICT else "comment"
        cited = f" ({comment.at})" if comment.at else ""
        yield terminal.styled(f"  {label}: {short(comment.words, 300)}{cited}")


def _as_data(told: Synopsis, heads: Sequence[str], *, changed: bool) -> Json:
    return {
        "drafts": [{"head": head, **data.draft_as_data(draft)} for head, draft in zip(heads, told.drafts, strict=True)],
        "rows": [
            {
                "name": row.name,
                "changed": row.changed,
                "cells": [
                    {
                        "at": str(cell.at) if cell.at is not None else None,
                        "text": cell.provision.text if cell.provision else None,
                        "redline": data.redline_as_data(cell.redline),
                    }
                    for cell in row.cells
                ],
                "comments": [
                    {"kind": each.kind.value, "words": each.words, "at": str(each.at) if each.at else None}
                    for each in row.comments
                ],
            }
            for row in _rows(told, changed=changed)
        ],
    }

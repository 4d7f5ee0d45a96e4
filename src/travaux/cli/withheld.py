"""`travaux withheld`: how much of the documents was not released, by volume and in all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text, tally_as_data
from travaux.cli.wording import counted
from travaux.desk import file, marks
from travaux.desk import withheld as shelf
from travaux.desk.withheld import Total
from travaux.record.withholding import in_words
from travaux.release.mark import Mark, Release, Unit


def withheld(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell how much of the documents was not released, by volume."""
    file.open_file(path)
    with file.troubles(path):
        totals = shelf.withheld()
        marked = marks.marks()
    whole = shelf.in_all(totals)
    if as_json:
        data = {"in_all": _total(whole), "volumes": [_total(total) for total in totals]}
        print(json_text({**data, "marks": [_mark_as_data(mark, release) for mark, release in marked]}))
        return
    console = terminal.output()
    for name, total in (*((total.volume or "Documents of their own", total) for total in totals), ("In all", whole)):
        terminal.put(console, terminal.styled(name, "bold"))
        for line in _lines(total):
            terminal.put(console, terminal.styled(f"  {line}"))
    for position, (mark, release) in enumerate(marked):
        if not position:
            terminal.put(console, terminal.styled("Marked here", "bold"))
        terminal.put(console, terminal.styled(f"  {_mark_line(mark, release)}"))


def _mark_line(mark: Mark, release: Release | None) -> str:
    what = "in full" if mark.unit is Unit.DOCUMENT else f"{mark.at.start}-{mark.at.end}"
    note = f", note {mark.at.note}" if mark.at.note else ""
    circle = f"kept in the {mark.kept_in} edition" if mark.kept_in else "kept in none"
    told = f"{mark.number}. {mark.at.document}{note}, {what}: {mark.reason}, by {mark.authority}, {mark.date}; {circle}"
    return f"{told}; released by {release.authority}, {release.date}" if release else told


def _mark_as_data(mark: Mark, release: Release | None) -> Json:
    told: Json = {**msgspec.to_builtins(mark)}
    told["release"] = {"authority": release.authority, "date": release.date.isoformat()} if release else None
    return told


def _lines(total: Total) -> Iterator[str]:
    in_full = f", {total.in_full:,} of them in full" if total.in_full else ""
    yield f"{counted(total.documents, 'document')}{in_full}; {counted(total.passages, 'passage')}"
    yield from map(in_words, total.tallies)


def _total(total: Total) -> Json:
    return {
        "volume": total.volume or None,
        "documents": total.documents,
        "in_full": total.in_full,
        "passages": total.passages,
        "units": [tally_as_data(tally) for tally in total.tallies],
    }

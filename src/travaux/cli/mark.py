"""`travaux mark`: who may see a document, or a passage of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.mark import mark as marked
from travaux.actions.mark import mark_portion, take_back
from travaux.cli import terminal
from travaux.cli.people import level_named, lists_named
from travaux.desk import file, models, shelf
from travaux.desk.access.marking import Marking, read
from travaux.record.quoted import found


def mark(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="The document's id or number.")] = "",
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A passage, as the document has it.")] = "",
    level: Annotated[str, typer.Option("--level", help="The level, such as secret.")] = "",
    lists: Annotated[list[str] | None, typer.Option("--list", help="A distribution list; may be said again.")] = None,
    eyes: Annotated[list[str] | None, typer.Option("--eyes-only", metavar="NAME", help="For whose eyes alone.")] = None,
    back: Annotated[int, typer.Option("--take-back", metavar="N", help="Let a portion's marking no longer .")] = 0,
) -> None:
    """Print how DOC is marked, or have it, or a passage of it, be marked otherwise."""
    file.open_file(path)
    console = terminal.output()
    with file.troubles(path):
        if back:
            take_back(back)
            return
        row = shelf.row(document)
        if not level:
            for line in _told(row):
                terminal.put(console, terminal.styled(line))
            return
        marking = Marking(level_named(level), lists_named(lists), frozenset(eyes or ()))
        if words:
            number = mark_portion(found(shelf.document(row.ident), words), marking)
            terminal.put(console, terminal.styled(f"Portion {number} of {row.ident}: {marking}."))
        else:
            marked(row.ident, marking)
            terminal.put(console, terminal.styled(f"{row.ident}: {marking}."))


def _told(row: models.Document) -> list[str]:
    lines = [f"{row.ident}: {read(row.marking.tree) if row.marking else 'not marked'}"]
    portions = models.Portion.objects.filter(document=row, taken_back_at=None).select_related("marking").order_by("id")
    return lines + [f"  {each.pk}. characters {each.start}-{each.end}: {read(each.marking.tree)}" for each in portions]

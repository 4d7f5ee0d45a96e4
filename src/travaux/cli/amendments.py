"""`travaux amendments`: the instruction that turns one draft into another, item by item."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.amend.draft import Drafted, draft
from travaux.cli import data, terminal
from travaux.cli.followed import open_followed
from travaux.cli.wording import counted, reason
from travaux.desk import file, shelf
from travaux.errors import UnknownDocument
from travaux.findings import Severity
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.outline import outline


def amendments(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier draft: a file, or with --in its id.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later draft.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Write the amendments that turn one draft into another, in formal English."""
    if within is not None:
        open_followed(within)
        with file.troubles(within):
            earlier, later = shelf.draft(before), shelf.draft(after)
    else:
        earlier, later = _only_draft(Path(before)), _only_draft(Path(after))
    drafted = draft(earlier, later)
    if as_json:
        print(data.drafted(drafted, earlier, later))
    else:
        _print(drafted)


def _only_draft(path: Path) -> Draft:
    """The draft that a file holds. Raises UnknownDocument where it holds none or several."""
    drafts = [found for document in read(path.read_bytes(), name=path.name) for found in outline(document)]
    if len(drafts) != 1:
        names = f": {', '.join(found.id for found in drafts[:5])}" if drafts else ""
        remedy = "Build a file of it with travaux build, and name the drafts by their ids with --in."
        raise UnknownDocument(f"It holds {counted(len(drafts), 'draft')}{names}.", at=str(path), remedy=remedy)
    return drafts[0]


def _print(drafted: Drafted) -> None:
    console = terminal.output()
    if not drafted.words:
        terminal.put(console, terminal.styled("The two drafts say the same."))
        return
    terminal.put(console, terminal.styled(drafted.document.title, "bold"))
    for block in drafted.document.body:
        terminal.put(console, terminal.styled(block.text))
    told = [finding for finding in drafted.findings if finding.severity is not Severity.NOTE]
    if told:
        console.print("\nTo be settled", style="bold")
        for finding in told:
            terminal.put(console, terminal.styled(f"  {reason(finding)}"))

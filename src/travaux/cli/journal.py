"""`travaux journal`: who changed what in the file, and when; or one entry in full."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import json_text
from travaux.desk import file
from travaux.desk.journal.listing import Entry, Listing, entry, listing


def journal(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    on: Annotated[str, typer.Argument(metavar="OBJECT", help="A document, a draft, a register, or a kind.")] = "",
    number: Annotated[int, typer.Option("--entry", metavar="N", min=0, help="The entry of that number, in full.")] = 0,
    sights: Annotated[bool, typer.Option("--sights/--changes", help="Who saw what, too.")] = True,
    page: Annotated[int, typer.Option("--page", metavar="N", min=1, help="Which page.")] = 1,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Entries a page.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List the changes of FILE, the newest first: all, or those on OBJECT."""
    file.open_file(path)
    with file.troubles(path):
        if number:
            one, content = entry(number)
            print(json_text({**msgspec.to_builtins(one), "content": content}))
            return
        found = listing(on, page=page, limit=limit, sights=sights)
    if as_json:
        print(json_text(json.loads(msgspec.json.encode(found))))
        return
    console = terminal.output()
    for line in _lines(found):
        terminal.put(console, terminal.styled(line))


def _lines(found: Listing) -> Iterator[str]:
    for each in found.entries:
        yield _line(each)
    yield f"{found.total:,} in all" + (f"; page {found.page} of {found.pages}" if found.pages > 1 else "")


def _line(each: Entry) -> str:
    back = "; the clock was set back" if each.set_back else ""
    by = f", {each.by}" if each.by else ""
    told = f"{each.number}. {each.at:%Y-%m-%d %H:%M:%S}{by}: {each.verb} {each.kind} {each.name}".rstrip()
    seen = f" (page: {each.seen_on})" if each.seen_on else ""
    return f"{told}{seen} [{each.hash[:12]}]{back}"

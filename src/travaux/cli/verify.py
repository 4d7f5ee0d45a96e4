"""`travaux verify`: whether a file, or a bundle, is what its journal says."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.desk import file
from travaux.desk.journal.proof import Broken, NoBundle, prove_file
from travaux.desk.journal.verify import verify as reckoned
from travaux.errors import FileTrouble

BROKEN = 1
_MOST = 20


def verify(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file, or a bundle of it.")],
    head: Annotated[
        str, typer.Option("--head", metavar="HASH", help="The hash of an entry, written down before.")
    ] = "",
    key: Annotated[
        Path | None, typer.Option("--key", metavar="KEY", help="The public key that must have signed a bundle.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Reckon the journal of FILE anew, and hold all that it speaks of against it.

    Exit status 1 where an entry is broken, which is named."""
    if path.is_file() and zipfile.is_zipfile(path):
        told, broken = _bundle(path, key)
    else:
        told, broken = _file(path, head)
    if as_json:
        found = [{"entry": each.number or None, "what": each.what} for each in broken]
        print(json_text({**told, "whole": not broken, "broken": found}))
    else:
        console = terminal.output()
        for name, value in told.items():
            terminal.put(console, terminal.styled(f"{name.replace('_', ' ')}: {value}"))
        terminal.put(console, terminal.styled("Broken" if broken else "All of it is whole.", "bold"))
        for each in broken[:_MOST]:
            terminal.put(console, terminal.styled(f"  {each}"))
        if len(broken) > _MOST:
            terminal.put(console, terminal.styled(f"  and {len(broken) - _MOST:,} more"))
    if broken:
        raise typer.Exit(BROKEN)


def _file(path: Path, head: str) -> tuple[Json, tuple[Broken, ...]]:
    file.open_file(path)
    with file.troubles(path), file.reading():
        verdict = reckoned(noted=head)
    told: Json = {"entries": verdict.entries, "contents": verdict.contents, "last_entry": verdict.head}
    return told, verdict.broken


def _bundle(path: Path, key: Path | None) -> tuple[Json, tuple[Broken, ...]]:
    try:
        proved = prove_file(path, key=key.read_bytes() if key else None)
    except NoBundle as error:
        raise FileTrouble(str(error), at=str(path), remedy="Ask for it again from whoever made it.") from None
    told: Json = {
        "entries": proved.entries,
        "contents": proved.contents,
        "last_entry": proved.head,
        "signed_at": proved.made_at,
        "key": proved.fingerprint,
    }
    return told, (proved.broken,) if proved.broken else ()

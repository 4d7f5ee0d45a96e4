"""`travaux alternat`: the same text with the other party first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, reason, short
from travaux.cli.written import write_text
from travaux.text.alternat import Alternat
from travaux.text.alternat import alternat as alternat_of
from travaux.text.parties import Party


def alternat(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A file with the draft, or with --in its id.")],
    party: Annotated[
        list[str] | None,
        typer.Option("--party", metavar="NAME", help="A party, given twice, where the text is not clear."),
    ] = None,
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the text there.")] = None,
    changes: Annotated[bool, typer.Option("--changes", help="Only what was exchanged.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Print DRAFT with the order of its two parties exchanged, for the other party's original."""
    told = alternat_of(draft_named(draft, within), between=tuple(Party(name) for name in party or ()))
    if as_json:
        print(json_text({
            "first": told.first.name,
            "text": told.draft.text,
            "exchanged": [{"at": str(each.at), "before": each.before, "after": each.after} for each in told.exchanged],
            "findings": msgspec.to_builtins(told.findings),
        }))  # fmt: skip
        return
    console = terminal.output()
    if out is not None:
        write_text(told.draft.text + "\n", out)
    elif not changes:
        print(terminal.plain(told.draft.text) + "\n")
    for line in _lines(told):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _lines(told: Alternat) -> Iterator[str]:
    yield f"{told.first.name} first; exchanged in {counted(len(told.exchanged), 'line')}"
    for each in told.exchanged:
        yield f"  {each.at}: {short(each.after)}"
    if told.findings:
        yield "To look at"
        yield from (f"  {reason(finding)}" for finding in told.findings)

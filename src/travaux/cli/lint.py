"""`travaux lint`: what an editor would strike through in a text, each with its passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, reason, short
from travaux.findings import Finding, Severity
from travaux.text.draft import Draft
from travaux.text.lint import lint as lint_of

UNSETTLED = 1
_PASSAGE = 120


def lint(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A file with the draft, or with --in its id.")],
    other: Annotated[
        list[str] | None,
        typer.Option("--other", metavar="DRAFT", help="An agreement from which something may have been left over."),
    ] = None,
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List what looks left over or wrong in DRAFT: numbers, references, terms, names, days, titles, blanks.

    Exit status 1 where the text cannot be meant so, 0 where there is nothing or only what a person should look at."""
    text = draft_named(draft, within)
    found = lint_of(text, others=[draft_named(name, within) for name in other or ()])
    if as_json:
        print(json_text(_as_data(text, found)))
    else:
        console = terminal.output()
        for line in _lines(text, found):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if _to_settle(found):
        raise typer.Exit(UNSETTLED)


def _to_settle(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.severity is Severity.REFUSED]


def _lines(draft: Draft, found: Sequence[Finding]) -> Iterator[str]:
    settle = _to_settle(found)
    look = [finding for finding in found if finding.severity is not Severity.REFUSED]
    yield f"{draft.id}: {short(draft.title)}"
    yield f"  {counted(len(settle), 'finding')} to settle, {len(look):,} to look at"
    for caption, group in (("To settle", settle), ("To look at", look)):
        if group:
            yield caption
        for finding in group:
            yield f"  {finding.code}: {reason(finding)}"
            yield f"    {finding.at}: “{short(_passage(draft, finding), _PASSAGE)}”"


def _passage(draft: Draft, finding: Finding) -> str:
    """The line of the draft that holds the passage."""
    at = finding.at
    for provision in draft.walk():
        for run in provision.line:
            origin = run.origin
            if origin.document == at.document and origin.start <= at.start < max(origin.end, origin.start + 1):
                return run.words[max(at.start - origin.start - _PASSAGE // 3, 0) :]
    return ""


def _as_data(draft: Draft, found: Sequence[Finding]) -> Json:
    return {
        "draft": draft.id,
        "to_settle": len(_to_settle(found)),
        "findings": [
            {**msgspec.to_builtins(finding), "passage": short(_passage(draft, finding), _PASSAGE)} for finding in found
        ],
    }

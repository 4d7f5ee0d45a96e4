"""`travaux amend`: a draft as instructions amend it, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.text import Text

from travaux.amend.amend import Amended
from travaux.amend.amend import amend as amended_by
from travaux.amend.compile import compile
from travaux.amend.proceedings import Outcome
from travaux.cli import data, terminal
from travaux.cli.json_text import json_text
from travaux.cli.steps import step_lines
from travaux.cli.taken import documents_in, draft_named
from travaux.cli.wording import counted, reason
from travaux.cli.written import write_text
from travaux.compare.redline import redline as redlined
from travaux.compare.render import as_text
from travaux.findings import Finding
from travaux.text.draft import Draft

LEFT_OUT = 1


@dataclass(frozen=True, slots=True)
class _Result:
    """The draft before, what became of it and of every instruction, and the passages that were not understood."""

    before: Draft
    amended: Amended
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether no instruction was refused, and no passage on a change left not understood."""
        return not self.findings and all(step.outcome is not Outcome.REFUSED for step in self.amended.steps)


def amend(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A file with the draft, or with --in its id.")],
    instructions: Annotated[
        list[Path], typer.Argument(metavar="INSTRUCTIONS...", help="Files with instructions, in order of time.")
    ],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take proposals and doubtful readings as confirmed orders.")
    ] = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the text there.")] = None,
    redline: Annotated[bool, typer.Option("--redline", help="Show what changed in place of the text alone.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Amend DRAFT by the instructions in files, and tell what became of each.

    Exit status 1 where an instruction was left out or a passage not understood."""
    result = _result(draft_named(draft, within), instructions, accept=accept)
    console = terminal.output()
    colour = redline and out is None and terminal.in_colour(console)
    text = _redline(result, colour=colour) if redline else result.amended.draft.text
    if out is not None:
        write_text(text + "\n", out)
    if as_json:
        print(json_text(_as_data(result)))
    else:
        if out is None:
            for line in text.split("\n"):
                terminal.put(console, Text.from_ansi(line) if colour else terminal.styled(line))
            print()
        for line in _report(result):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if not result.complete:
        raise typer.Exit(LEFT_OUT)


def _result(before: Draft, paths: Sequence[Path], *, accept: bool) -> _Result:
    compiled = [compile(document) for document in documents_in(paths)]
    found = [instruction for each in compiled for instruction in each.instructions]
    taken = [instruction.confirmed for instruction in found] if accept else found
    findings = tuple(finding for each in compiled for finding in each.findings)
    return _Result(before, amended_by(before, taken), findings)


def _redline(result: _Result, *, colour: bool) -> str:
    return as_text(redlined(result.before, result.amended.draft, legible=True), colour=colour)


def _report(result: _Result) -> Iterator[str]:
    steps = result.amended.steps
    counts = [(outcome, sum(step.outcome is outcome for step in steps)) for outcome in Outcome]
    told = ", ".join(f"{count} {outcome}" for outcome, count in counts if count)
    yield f"{counted(len(steps), 'instruction')}{f': {told}' if told else ''}"
    for step in steps:
        first, *rest = step_lines(step)
        yield from (f"  {line}" for line in (first, *rest))
    if result.findings:
        yield "Not understood"
        yield from (f"  {finding.at}: {reason(finding)}" for finding in result.findings)


def _as_data(result: _Result) -> dict[str, object]:
    return {
        "before": data.draft_as_data(result.before),
        "draft": data.draft_as_data(result.amended.draft),
        "text": result.amended.draft.text,
        "redline": data.redline_as_data(redlined(result.before, result.amended.draft, legible=True)),
        "instructions": [data.step_as_data(step) for step in result.amended.steps],
        "findings": msgspec.to_builtins(result.findings),
        "complete": result.complete,
    }

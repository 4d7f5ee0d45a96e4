"""`travaux import`: what a file that came from elsewhere holds: the draft, its changes, and what to look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.actions.receive import receive
from travaux.amend.in_words import in_words as operation_in_words
from travaux.amend.operations import Instruction
from travaux.cli import data, terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.received import received_against, received_from
from travaux.cli.standard_input import here
from travaux.cli.steps import step_lines
from travaux.cli.taken import content_of, draft_named
from travaux.cli.wording import counted, in_words, reason
from travaux.cli.written import write_bytes
from travaux.desk import file
from travaux.errors import UnknownDocument
from travaux.exchange.export import export
from travaux.exchange.formats import format_named, format_of
from travaux.exchange.paper import Paper, Received, fingerprint, sources


def import_(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file in a format that export writes and import reads.")
    ],
    against: Annotated[
        str,
        typer.Option("--against", metavar="DRAFT", help="Our draft that it answers: a file, or with --in its id."),
    ] = "",
    within: Annotated[Path | None, typer.Option("--in", metavar="NEGOTIATION", help="The negotiation's file.")] = None,
    by: Annotated[str, typer.Option("--by", metavar="SIDE", help="Who sent it.")] = "",
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep it in the negotiation's file: as a draft, or change by change.")
    ] = False,
    date: Annotated[
        datetime.datetime | None,
        typer.Option("--date", metavar="DAY", formats=["%Y-%m-%d"], help="With --keep: its day, as 1963-03-15."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write the draft there.")] = None,
    to: Annotated[str, typer.Option("--as", metavar="FORMAT", help="In this format; else by the name of OUT.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Read a draft that came in FILE, and tell what it is, what changes came with it, and what to look at.

    Of an answer to a draft of ours, what each of its authors changes in that."""
    if keep and within is None:
        raise UnknownDocument("It is not said where to keep it.", remedy="Say --in NEGOTIATION.")
    if within and not (against or keep):
        raise UnknownDocument("It is not said which draft it answers.", remedy="Say --against DRAFT, or --keep.")
    path = here(path)
    received = received_against(path, draft_named(against, within), by) if against else received_from(path)
    if keep and within is not None:
        file.create_or_open(within)
        with file.troubles(within):
            receive(content_of(path), name=path.name, against=against, by=by, date=date.date() if date else None)
    if out is not None:
        form = format_named(to) if to else format_of(out.name)
        write_bytes(export(received.paper, to=form), out)
    if as_json:
        print(json_text(_as_data(received)))
        return
    console = terminal.output()
    for line in _report(received):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _report(received: Received) -> Iterator[str]:
    paper, draft = received.paper, received.paper.draft
    yield draft.title or draft.id
    by = f", proposed by {draft.proposed_by}" if draft.proposed_by else ""
    yield f"  {draft.id}, {in_words(draft.date)}{by}; {counted(len(draft.articles), 'article')}"
    yield f"  from {draft.at}"
    if draft.derived_from:
        yield f"  derived from {draft.derived_from}"
    yield f"  words from: {', '.join(sources(draft))}"
    yield f"  SHA-256 of the words: {fingerprint(draft)}"
    yield from _changes(paper)
    if received.findings:
        yield "To look at"
        yield from (f"  {finding.code} ({finding.severity}): {reason(finding)}" for finding in received.findings)


def _changes(paper: Paper) -> Iterator[str]:
    if paper.made_by:
        yield "Made by"
        yield from (f"  {line}" for step in paper.made_by for line in step_lines(step))
    if paper.orders:
        yield "Orders"
        yield from (f"  {line}" for instruction in paper.orders for line in _order(instruction))


def _order(instruction: Instruction) -> Iterator[str]:
    yield f"“{' '.join(instruction.words.split())}”"
    proposer = f" by {instruction.proposer}" if instruction.proposer else ""
    yield f"    {instruction.at}; {instruction.status}{proposer}"
    if instruction.reason is not None:
        yield f"    why: {' '.join(instruction.reason.words.split())}"
    for operation in instruction.operations:
        saying = operation_in_words(operation)
        yield f"    {saying.words}{f' “{saying.wording.words}”' if saying.wording else ''}"


def _as_data(received: Received) -> Json:
    paper = received.paper
    return {
        "draft": data.draft_as_data(paper.draft),
        "sha256": fingerprint(paper.draft),
        "sources": list(sources(paper.draft)),
        "text": paper.draft.text,
        "before": data.draft_as_data(paper.before) if paper.before else None,
        "made_by": [data.step_as_data(step) for step in paper.made_by],
        "orders": [data.instruction_as_data(instruction) for instruction in paper.orders],
        "findings": [msgspec.to_builtins(finding) for finding in received.findings],
    }

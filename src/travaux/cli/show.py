"""`travaux show`: a document as people read it, and what was found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from travaux.amend.proceedings import Step
from travaux.cli import data, terminal
from travaux.cli.cited import reference_lines, references_as_data
from travaux.cli.named import named, named_lines
from travaux.cli.page import body, heading, notes
from travaux.cli.steps import step_lines
from travaux.cli.wording import counted, reason
from travaux.desk import convert, file, shelf
from travaux.desk.references import look
from travaux.desk.registers import lookup
from travaux.findings import Finding
from travaux.text.draft import Draft


def show(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    name: Annotated[
        str, typer.Argument(metavar="DOC", help="Its id, the end of it (d28), its number, or how it begins (06).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Show a document, what was found in it, what it refers to and who cites it."""
    file.open_file(path)
    with file.troubles(path):
        row = shelf.row(name)
        document = convert.document(row)
        drafts, steps, findings = shelf.drafts_of(row), shelf.steps_of(row), shelf.findings_of(row)
        references, cited_by = look.references(row), look.backlinks(row)
        links, followed = lookup.links(row), row.source.followed
    if as_json:
        beside = references_as_data(references, cited_by) | {"named": named(links, document.date), "followed": followed}
        print(data.shown(document, drafts, steps, findings, beside))
        return
    console = terminal.output()
    for line in (*heading(document), *body(document), *notes(document)):
        terminal.put(console, line)
    if not followed:
        terminal.put(console, terminal.styled("\nDrafts and instructions are not sought here yet", "bold"))
        terminal.put(console, terminal.styled(f"  To have them sought: travaux build --follow -o {file.shown(path)}"))
    _print_drafts(console, drafts)
    _print_steps(console, steps)
    _print_findings(console, findings)
    for words in (*reference_lines(references, cited_by), *named_lines(links, document.date)):
        terminal.put(console, terminal.styled(words, "" if words.startswith(" ") else "bold"))


def _print_drafts(console: Console, drafts: tuple[Draft, ...]) -> None:
    if not drafts:
        return
    console.print("\nDrafts found here", style="bold")
    for draft in drafts:
        articles = counted(len(draft.articles), "article")
        by = f", tabled by {draft.proposed_by}" if draft.proposed_by else ""
        origin = f"made from {draft.derived_from}" if draft.derived_from else f"{draft.title}{by}"
        terminal.put(console, terminal.styled(f"  {draft.id}  {origin}, {articles}"))


def _print_steps(console: Console, steps: tuple[Step, ...]) -> None:
    if not steps:
        return
    console.print("\nInstructions found here", style="bold")
    for step in steps:
        for line in step_lines(step):
            terminal.put(console, terminal.styled(f"  {line}"))


def _print_findings(console: Console, findings: tuple[Finding, ...]) -> None:
    if not findings:
        return
    console.print("\nTo be settled here", style="bold")
    for finding in findings:
        terminal.put(console, terminal.styled(f"  {reason(finding)} ({finding.at})"))

"""`travaux history`: how a provision came to read as it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from travaux.actions.history import Histories, Told
from travaux.actions.history import history as history_of
from travaux.amend.proceedings import Step
from travaux.cli import data, terminal
from travaux.cli.followed import open_followed
from travaux.cli.steps import step_lines
from travaux.cli.wording import in_words, short
from travaux.compare.redline import Redline
from travaux.compare.render import as_text
from travaux.desk import file
from travaux.history.trace import Version
from travaux.record.document import Document
from travaux.text.address import Address
from travaux.text.draft import Provision
from travaux.text.parse import parse


def history(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help='Such as "Article VI" or "Preamble".')],
    draft: Annotated[str, typer.Option(metavar="ID", help="Only the text that this draft is a version of.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell how a provision came to read as it does.

    Each version with its document, the instruction, what changed, and the source of every word."""
    at = parse(address)
    open_followed(path)
    with file.troubles(path):
        histories = history_of(at, draft=draft)
    if as_json:
        print(data.told(histories))
        return
    console = terminal.output()
    for line in _lines(histories, colour=terminal.in_colour(console)):
        terminal.put(console, line)


def _lines(histories: Histories, *, colour: bool) -> Iterator[Text]:
    texts = [told for told in histories.told if not told.once]
    if len(texts) > 1:
        yield terminal.styled(f"{len(texts)} texts have {histories.at}. For one alone:")
        for told in texts:
            yield terminal.styled(f"  --draft {told.first.id}   {short(told.first.title)}")
        yield Text()
    for told in histories.told:
        once = f"Another provision, which stood at {histories.at} in draft {told.first.id}: " if told.once else ""
        yield terminal.styled(f"{once}{histories.at} of {told.first.title}", "bold")
        yield from _told(told, colour=colour)
    yield from _not_applied(histories.on_no_draft, "On the same address, but of a text that is not in the record")


def _told(told: Told, *, colour: bool) -> Iterator[Text]:
    for number, version in enumerate(told.history.versions, start=1):
        yield Text()
        yield from _version(version, number, told.history.at, colour=colour)
    yield from _not_applied(told.history.not_applied, "Not applied")
    yield Text()


def _version(version: Version, number: int, at: Address, *, colour: bool) -> Iterator[Text]:
    document = version.document
    yield terminal.styled(f"{number}. {_name(document)}", "bold")
    sender = f"; from {document.sender}" if document.sender else ""
    yield terminal.styled(f"   {document.date_text or in_words(document.date)}{sender}")
    here = f", where it is {version.at}" if version.at and version.at != at else ""
    yield terminal.styled(f"   Draft {version.draft.id}{here}")
    for step in version.steps:
        yield from _indented(step_lines(step))
    yield Text()
    if version.provision is None:
        yield terminal.styled("   The draft has dropped it.")
        return
    if version.redline:
        yield from _redline(version.redline, colour=colour)
    else:
        yield from _indented(version.provision.text.splitlines())
    yield from _sources(version.provision)


def _name(document: Document) -> str:
    number = f"Document {document.number}: " if document.number else ""
    return f"{number}{document.title} ({document.id})"


def _redline(redline: Redline, *, colour: bool) -> Iterator[Text]:
    yield from (Text("   ").append_text(Text.from_ansi(line)) for line in as_text(redline, colour=colour).split("\n"))
    if not redline.changed:
        yield terminal.styled("   (as before)")


def _sources(provision: Provision) -> Iterator[Text]:
    yield Text()
    yield terminal.styled("   Sources", "bold")
    for run in (run for line in provision.lines for run in line):
        yield terminal.styled(f"   “{short(run.words)}”  {run.origin}")


def _not_applied(steps: tuple[Step, ...], title: str) -> Iterator[Text]:
    if not steps:
        return
    yield Text()
    yield terminal.styled(title, "bold")
    for step in steps:
        yield from _indented(step_lines(step))


def _indented(lines: list[str] | tuple[str, ...]) -> Iterator[Text]:
    return (terminal.styled(f"   {line}") for line in lines)

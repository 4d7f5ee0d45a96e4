"""`travaux threads`: what answers what among messages, what was asked for by when, and what nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import json_text
from travaux.cli.wording import in_words, short
from travaux.desk import file, shelf
from travaux.desk.threads import told
from travaux.mandate.threads import Message, Threads


def threads(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    name: Annotated[str, typer.Argument(metavar="[DOC]", help="Only the thread that this document is in.")] = "",
    unanswered: Annotated[bool, typer.Option("--unanswered", help="Only what was asked and not answered.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell what answers what among messages, and what was asked for and not answered."""
    file.open_file(path)
    with file.troubles(path):
        found = told(document=shelf.row(name).ident if name else "")
    if as_json:
        print(json_text({"threads": msgspec.to_builtins(found.threads),
                         "unanswered": [message.document for message in found.unanswered]}))  # fmt: skip
        return
    console = terminal.output()
    for line in _unanswered(found.unanswered) if unanswered else _threads(found, alone=bool(name)):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _threads(found: Threads, *, alone: bool) -> Iterator[str]:
    """Threads of more than one message, or the one asked for."""
    for thread in found.threads:
        if len(thread) > 1 or alone:
            yield f"{len(thread)} message{'s' if len(thread) > 1 else ''}, {thread[0].document}"
            for message in thread:
                yield from _message(message)


def _message(message: Message) -> Iterator[str]:
    answers = f", answers {', '.join(one.to for one in message.answers)}" if message.answers else ""
    yield f"  {message.document}  {in_words(message.date)}  {short(message.title, 70)}{answers}"
    for one in message.asks:
        due = f" by {in_words(one.by)}" if one.by else f" {one.soon}" if one.soon else ""
        yield f"      asks{due}: {short(one.words, 110)}"
    if message.is_unanswered:
        yield "      not answered in this file"


def _unanswered(messages: Sequence[Message]) -> Iterator[str]:
    yield f"Asked and not answered in this file: {len(messages)}"
    for message in messages:
        yield from _message(message)

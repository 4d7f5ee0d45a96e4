"""`travaux remark`: note on a clause of a draft why it departs from a form, or with what it is in conflict."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.remark import Cites, take_back
from travaux.actions.remark import remark as noted
from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.compare.reasons import ReasonKind
from travaux.desk import file


def remark(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The id of the draft.")] = "",
    clause: Annotated[str, typer.Argument(metavar="ADDRESS", help='Such as "Article V" or "Preamble".')] = "",
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is to be said of it.")] = "",
    conflict: Annotated[bool, typer.Option("--conflict", help="It is in conflict with what --cites names.")] = False,
    cites: Annotated[str, typer.Option("--cites", metavar="DOC", help="The document that it rests on.")] = "",
    where: Annotated[
        str, typer.Option("--where", metavar="WORDS", help="Words of that document, or a provision of its text.")
    ] = "",
    back: Annotated[
        int, typer.Option("--take-back", metavar="N", help="Have the remark of that number not count.")
    ] = 0,
) -> None:
    """Note a reason on a clause of a draft, or a conflict with another instrument, with what it cites."""
    open_followed(path)
    with file.troubles(path):
        if back:
            take_back(back)
            terminal.put(terminal.output(), terminal.styled(f"Remark {back} no longer counts."))
            return
        kind = ReasonKind.CONFLICT if conflict else ReasonKind.REASON
        key = noted(draft, clause, words, kind=kind, cites=Cites(cites, where) if cites else None)
    terminal.put(terminal.output(), terminal.styled(f"Kept as remark {key} on {clause} of {draft}."))

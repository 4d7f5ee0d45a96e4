"""`travaux terms`: what the final clauses of a draft are read as, term by term, to confirm or strike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.settle_terms import settle_terms
from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import counted, short
from travaux.desk import file, instruments
from travaux.status.confirmed import Considered, TermVerdict
from travaux.status.term_facts import facts, kind_of


def terms(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The id of the draft.")],
    confirm: Annotated[
        list[str] | None, typer.Option("--confirm", metavar="TERM", help="Confirm this term; 'all' those proposed.")
    ] = None,
    strike: Annotated[
        list[str] | None, typer.Option("--strike", metavar="TERM", help="Have this term not count.")
    ] = None,
    back: Annotated[
        list[str] | None, typer.Option("--take-back", metavar="TERM", help="Take back what was decided on this term.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List what the final clauses of a draft are read as, each with its words, and confirm or strike terms."""
    open_followed(path)
    with file.troubles(path):
        for idents, verdict in ((confirm, TermVerdict.CONFIRMED), (strike, TermVerdict.STRUCK), (back, None)):
            if idents:
                settle_terms(draft, _named(draft, idents), verdict)
        found = instruments.terms(draft)
    if as_json:
        print(json_text({"terms": [_as_data(each) for each in found]}))
        return
    console = terminal.output()
    for line in _lines(found):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _named(draft: str, idents: Sequence[str]) -> list[str]:
    """The terms meant: 'all' are those that are proposed and that count."""
    if "all" not in idents:
        return list(idents)
    return [each.id for each in instruments.terms(draft) if each.decision is None and each.counts]


def _lines(found: Sequence[Considered]) -> Iterator[str]:
    for each in found:
        where = f", {each.term.address}" if each.term.address else ""
        yield f"{each.id}  {kind_of(each.term)}{where}: {_standing(each)}"
        told = "; ".join(f"{name} {said}" for name, said in facts(each.term))
        if told:
            yield f"    {told}"
        yield f"    “{short(each.term.words)}” ({each.term.at})"
    open_ = sum(each.decision is None and each.counts for each in found)
    yield f"{counted(len(found), 'term')}, {open_} proposed and not decided on"


def _standing(each: Considered) -> str:
    if each.decision is None:
        return "proposed" if each.counts else "proposed; a confirmed one counts in its place"
    by = f" by {each.decision.by}" if each.decision.by else ""
    when = f" on {each.decision.made_at:%Y-%m-%d %H:%M} UTC" if each.decision.made_at else ""
    return f"{each.standing}{by}{when}{'' if each.read else '; no longer read so'}"


def _as_data(each: Considered) -> Json:
    at = each.term.at
    return {
        "id": each.id,
        "kind": type(each.term).__name__,
        "standing": each.standing,
        "counts": each.counts,
        "read": each.read,
        "by": each.decision.by if each.decision else "",
        "made_at": each.decision.made_at.isoformat() if each.decision and each.decision.made_at else "",
        "address": str(each.term.address) if each.term.address else "",
        "says": dict(facts(each.term)),
        "words": each.term.words,
        "at": {"document": at.document, "start": at.start, "end": at.end, "note": at.note},
    }

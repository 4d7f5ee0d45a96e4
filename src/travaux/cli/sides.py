"""`travaux sides`: what each side made of a common text, what all accept, and where they collide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, short
from travaux.compare.render import as_text
from travaux.compare.sides import Fate, Held, Sides, Touch
from travaux.compare.sides import sides as sides_of
from travaux.errors import UnknownDocument

COLLIDING = 1
_CONTEXT = 40


def sides(
    parent: Annotated[str, typer.Argument(metavar="PARENT", help="The common text: a file, or with --in its id.")],
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="What the sides made of it, two or more.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    side: Annotated[
        list[str] | None, typer.Option("--side", metavar="NAME", help="What a side is called, in their order.")
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Also the provisions that nobody touched.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Hold drafts against the text that they come from: what each changed, what all accept, where they collide.

    Exit status 1 where they collide."""
    if len(drafts) < 2:
        raise UnknownDocument(
            "Two drafts at least are held against each other.", remedy="Name the drafts of both sides."
        )
    found = sides_of(draft_named(parent, within), [draft_named(name, within) for name in drafts])
    names = [*(side or [])[: len(drafts)], *(draft.id for draft in found.drafts[len(side or []) :])]
    if as_json:
        print(json_text(_as_data(found, names)))
    else:
        console = terminal.output()
        for line in _lines(found, names, whole=whole):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if found.with_fate(Fate.COLLIDING):
        raise typer.Exit(COLLIDING)


def _lines(found: Sides, names: Sequence[str], *, whole: bool) -> Iterator[str]:
    yield f"From {found.parent.id}"
    for fate in Fate:
        count = len(found.with_fate(fate))
        if count:
            yield f"  {counted(count, 'provision')} {fate}"
    for held in found.held:
        if whole or held.fate is not Fate.UNTOUCHED:
            yield f"{held.name}: {held.fate}"
            yield from _held(held, names)


def _held(held: Held, names: Sequence[str]) -> Iterator[str]:
    for place in held.touched_by:
        yield f"  {names[place]}{_stands(held, held.touches[place])}"
        yield from (f"    {line}" for line in _shown(held.touches[place]))
    for place, touch in enumerate(held.touches):
        if place not in held.touched_by and (touch.moved or (touch.renumbered and touch.at)):
            yield f"  {names[place]}: unchanged{_stands(held, touch)}"
    for collision in held.collisions:
        if held.parent is not None and (collision.start, collision.end) != (0, len(held.parent.wording)):
            yield f"  they collide {_where(held.parent.wording, collision.start, collision.end)}"
        for who, words in collision.readings:
            yield f"    {' and '.join(names[place] for place in who)}: {_reading(words)}"
    if held.together is not None and held.fate is Fate.TOGETHER:
        yield "  together"
        yield from (f"    {line}" for line in held.together.split("\n"))


def _stands(held: Held, touch: Touch) -> str:
    if touch.provision is None:
        return ": struck out"
    if held.parent is None:
        return f": added as {touch.at}" if touch.at else ": added"
    told = [f"is {touch.at}"] if touch.renumbered and touch.at else []
    return f" ({', '.join([*told, *(['moved'] if touch.moved else [])])})" if told or touch.moved else ""


def _shown(touch: Touch) -> Iterator[str]:
    """The lines of the side's version in which something changed."""
    lines = as_text(touch.redline).split("\n")
    yield from (line for line in lines if "[-" in line or "{+" in line)


def _where(wording: str, start: int, end: int) -> str:
    """The common words in question, or between which ones."""
    if end > start:
        return f"on “{short(wording[start:end], 120)}”"
    before, after = wording[max(start - _CONTEXT, 0) : start], wording[end : end + _CONTEXT]
    return f"between “…{' '.join(before.split())}” and “{' '.join(after.split())}…”"


def _reading(words: str) -> str:
    return f"“{short(words, 300)}”" if words.strip() else "struck out"


def _as_data(found: Sides, names: Sequence[str]) -> Json:
    return {
        "parent": found.parent.id,
        "sides": [{"name": name, "draft": draft.id} for name, draft in zip(names, found.drafts, strict=True)],
        "provisions": [_held_as_data(each) for each in found.held],
        "collisions": sum(len(each.collisions) for each in found.held),
    }


def _held_as_data(held: Held) -> Json:
    return {
        "at": str(held.at) if held.at else None,
        "fate": held.fate.name.lower(),
        "parent": held.parent.wording if held.parent else None,
        "together": held.together,
        "touched_by": list(held.touched_by),
        "sides": [
            {
                "at": str(touch.at) if touch.at else None,
                "text": touch.provision.text if touch.provision else None,
                "edits": [{"start": one.start, "end": one.end, "words": one.words} for one in touch.edits],
                "moved": touch.moved,
                "renumbered": touch.renumbered,
            }
            for touch in held.touches
        ],
        "collisions": [
            {
                "start": each.start,
                "end": each.end,
                "readings": [{"sides": list(who), "words": words} for who, words in each.readings],
            }
            for each in held.collisions
        ],
    }

"""`travaux check-authority`: whether a wording, a draft or a concession is within the mandate of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions.mandate import mandate
from travaux.actions.unread import held_against
from travaux.cli import terminal
from travaux.cli.asked import OnDay, day_of
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import words_in
from travaux.cli.wording import in_words, short
from travaux.cli.written import write_bytes
from travaux.compare.render import as_text
from travaux.desk import file, shelf
from travaux.errors import UnreadableReading
from travaux.mandate.check import check_draft
from travaux.mandate.doubt import Unread
from travaux.mandate.guidance import guidance
from travaux.mandate.on import Mandate
from travaux.mandate.verdict import Check, Verdict
from travaux.text.parse import parse

#: What is not within the mandate.
NOT_WITHIN = 1


def check_authority(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="The wording, or what is to be conceded.")] = "",
    article: Annotated[
        str, typer.Option("--article", metavar="ADDRESS", help='The provision it is for, such as "Article V".')
    ] = "",
    draft: Annotated[str, typer.Option("--draft", metavar="DRAFT", help="Every article of this draft instead.")] = "",
    taken: Annotated[Path | None, typer.Option("--from", metavar="TEXT", help="Take the words from this file.")] = None,
    on: OnDay = None,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Only by what a person confirmed.")] = False,
    request: Annotated[
        Path | None, typer.Option("--request", metavar="OUT", help="Write a request for guidance there, to be edited.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Hold WORDS, or a draft, against the mandate in force: within, outside with the difference, or undetermined.

    Exit status 1 where anything is not within."""
    open_followed(path)
    with file.troubles(path):
        held = mandate(day_of(on), confirmed=confirmed)
        if sum((bool(words), taken is not None, bool(draft))) > 1:
            raise UnreadableReading(
                "More than one thing is to be checked.", remedy="Give the words, --from a file, or --draft."
            )
        said = words_in(taken) if taken else words
        found, left = _checked(held, said, article, draft)
    if request is not None:
        write_bytes(guidance(found, mandate=held).encode(), request, option="--request")
    if as_json:
        print(
            json_text(
                {
                    "on": held.on.isoformat(),
                    "checks": [_as_data(each) for each in found],
                    "unread": [{"at": str(each.at), "words": each.words} for each in left],
                }
            )
        )
    else:
        console = terminal.output()
        for line in (*_lines(found, held), *_unread(left)):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if any(each.verdict is not Verdict.WITHIN for each in found):
        raise typer.Exit(NOT_WITHIN)


def _checked(held: Mandate, words: str, article: str, draft: str) -> tuple[tuple[Check, ...], tuple[Unread, ...]]:
    if draft:
        return check_draft(held, shelf.draft(draft)), ()
    if not words.strip():
        raise UnreadableReading("There is nothing to check.", remedy="Give the words, --from a file, or --draft.")
    one, left = held_against(held, words, parse(article) if article else None)
    return (one,), left


def _lines(found: tuple[Check, ...], held: Mandate) -> Iterator[str]:
    for each in found:
        place = f"{each.address}: " if each.address else ""
        part = ", for the part put forward" if each.rest else ""
        yield f"{place}{each.verdict.value}{part}, {in_words(held.on)}"
        if each.wording is not None:
            step = f", fallback {each.wording.fallback}" if each.wording.fallback else ""
            yield f"  by {each.wording.at}, {in_words(each.wording.date)}{step}"
        if each.directive is not None and (each.wording is None or each.directive is not each.wording.directive):
            told = f", fallback {each.step}" if each.step else ""
            yield f"  by {each.directive.at}{told}: {short(each.directive.words, 200)}"
        if each.recommendation is not None:
            one = each.recommendation
            decided = f"recommendation {one.number}, {one.decided.value}"
            yield f"  by {one.words.at}: {decided}: {short(one.words.words, 200)}"
        if each.condition:
            yield f"  when: {short(each.condition, 200)}"
        if each.difference is not None:
            yield from (f"  {line}" for line in as_text(each.difference).splitlines())
        for rest in each.rest:
            yield f"  not put forward: {short(rest, 200)}"
        yield from (f"  ask: {question}" for question in each.ask)


def _unread(left: Sequence[Unread]) -> Iterator[str]:
    if left:
        yield "Speaks of it too, and no order was read there: read it"
    yield from (f"  {each.at}, {in_words(each.date)}: {short(each.words, 160)}" for each in left)


def _as_data(each: Check) -> Json:
    return {
        "verdict": each.verdict.value,
        "address": str(each.address) if each.address else None,
        "by": str(each.at) if each.at else None,
        "step": each.step,
        "condition": each.condition or None,
        "difference": as_text(each.difference) if each.difference else None,
        "ask": list(each.ask),
        "rest": list(each.rest),
    }

"""`travaux brackets`: what is not agreed in a text, where, whose, and for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_in
from travaux.cli.wording import counted, in_words, reason, short
from travaux.desk import file, shelf
from travaux.errors import TravauxError, UnreadableInput
from travaux.text.bracket import Alternative
from travaux.text.brackets_census import Census, Counted, course, curve
from travaux.text.brackets_clean import clean as cleaned
from travaux.text.draft import Draft
from travaux.text.instrument import by_instrument

OPEN = 1


def brackets(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Texts, versions of one in order of time; or the negotiation's file."),
    ],
    party: Annotated[list[str] | None, typer.Option("--party", metavar="NAME", help="The name of a party.")] = None,
    clean: Annotated[bool, typer.Option("--clean", help="Print the agreed words; what is open is named.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Count the brackets of texts: how many, where, whose, what is to be filled in, and for how long each has stood.

    With --clean, exit status 1 where something is still open."""
    curves = [curve(drafts, parties=party or ()) for drafts in _series(paths)]
    if as_json:
        print(json_text({"texts": [_as_data(each) for each in curves]}))
    elif clean:
        print(terminal.plain("\n\n".join(cleaned(each[-1].text) for each in curves)))
        if any(each[-1].brackets for each in curves):
            raise typer.Exit(OPEN)
    else:
        console = terminal.output()
        for line in _report(curves):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _series(paths: Sequence[Path]) -> list[list[Draft]]:
    """The drafts of each text, in order: the files given, or the instruments of a negotiation's file."""
    if len(paths) == 1 and file.is_negotiation(paths[0]):
        open_followed(paths[0])
        with file.troubles(paths[0]):
            return by_instrument(shelf.proceedings().drafts)
    for path in paths:
        if file.is_negotiation(path):
            remedy = "Give it alone, or only texts."
            raise UnreadableInput("It is a negotiation's file and no text.", at=str(path), remedy=remedy)
    return [[_draft(path) for path in paths]]


def _draft(path: Path) -> Draft:
    try:
        return draft_in(path)
    except TravauxError as error:
        error.at = error.at or str(path)
        raise


def _report(curves: Sequence[tuple[Census, ...]]) -> Iterator[str]:
    bracketed = [each for each in curves if any(census.brackets for census in each)]
    for each in bracketed:
        for census in each:
            if census.brackets or census.findings or len(each) < 3:
                yield from _census(census)
        if len(each) > 1:
            yield from _curve(each)
    clean = sum(len(each) for each in curves) - sum(len(each) for each in bracketed)
    if clean:
        yield f"{counted(clean, 'text')} without brackets{' besides' if bracketed else ''}"
    if not bracketed:
        yield from (f"  {reason(finding)}" for each in curves for census in each for finding in census.findings)


def _census(census: Census) -> Iterator[str]:
    yield f"{census.version.draft}, {in_words(census.version.date)}"
    to_fill = f", {len(census.placeholders)} of them to fill in" if census.placeholders else ""
    yield f"  {counted(len(census.brackets), 'bracket')}{to_fill}"
    if census.brackets:
        named = ", ".join(f"{name or 'nobody named'} {count}" for name, count in census.proposers)
        yield f"  Proposed by: {named}"
    for one in census.brackets:
        yield from _bracket(one, census)
    for finding in census.findings:
        yield f"  {finding.code}, {finding.at}: {reason(finding)}"


def _bracket(one: Counted, census: Census) -> Iterator[str]:
    indent = "  " * (one.placed.standing.depth + 1)
    place = one.address or "The text"
    days = one.days(census.version.date)
    for_days = f", {counted(days, 'day')}" if days else ""
    age = f"; since {in_words(one.since.date)}{for_days}, in {one.versions} versions" if one.versions > 1 else ""
    fill = f"; to fill in: {one.bracket.placeholder}" if one.bracket.placeholder else ""
    yield f"{indent}{one.bracket.number}. {place}{', all of it' if one.placed.whole else ''}{fill}{age}"
    yield from (f"{indent}   - {_offered(each)}" for each in one.bracket.alternatives if not each.placeholder)


def _offered(each: Alternative) -> str:
    """An alternative on one line: whose it is, then its words."""
    backing = each.backing
    told = [backing.label, ", ".join(backing.proposers)]
    for verb, names in (
        ("supported by", backing.supporters),
        ("opposed by", backing.opposers),
        ("reserved by", each.reservations),
    ):
        told.append(f"{verb} {', '.join(names)}" if names else "")
    head = "; ".join(filter(None, told))
    words = "no words (delete)" if each.deletion else f"“{short(each.words)}”"
    return f"{head}: {words}" if head else words


def _curve(censuses: Sequence[Census]) -> Iterator[str]:
    yield "Over time"
    yield f"  {'version':<20}{'brackets':>10}{'to fill in':>12}{'new':>6}{'gone':>6}  oldest since"
    for step in course(censuses):
        census = step.census
        oldest = in_words(census.oldest.since.date) if census.oldest else "-"
        yield (
            f"  {in_words(census.version.date):<20}{len(census.brackets):>10}{len(census.placeholders):>12}"
            f"{step.new:>6}{step.gone:>6}  {oldest}"
        )


def _as_data(censuses: Sequence[Census]) -> Json:
    return {
        "versions": [_census_as_data(census) for census in censuses],
        "curve": [
            {
                "draft": census.version.draft,
                "date": census.version.date.isoformat() if census.version.date else None,
                "brackets": len(census.brackets),
                "placeholders": len(census.placeholders),
            }
            for census in censuses
        ],
    }


def _census_as_data(census: Census) -> Json:
    return {
        "draft": census.version.draft,
        "date": census.version.date.isoformat() if census.version.date else None,
        "by": [{"name": name or None, "brackets": count} for name, count in census.proposers],
        "brackets": [_bracket_as_data(one, census) for one in census.brackets],
        "findings": msgspec.to_builtins(census.findings),
        "clean": cleaned(census.text),
    }


def _bracket_as_data(one: Counted, census: Census) -> Json:
    standing = one.placed.standing
    return {
        "number": one.bracket.number,
        "address": one.address or None,
        "whole": one.placed.whole,
        "start": standing.start,
        "end": standing.end,
        "depth": standing.depth,
        "placeholder": one.bracket.placeholder or None,
        "since": msgspec.to_builtins(one.since),
        "versions": one.versions,
        "days": one.days(census.version.date),
        "alternatives": [
            {
                "words": each.words,
                "delete": each.deletion,
                "label": each.backing.label or None,
                "proposers": each.backing.proposers,
                "supporters": each.backing.supporters,
                "opposers": each.backing.opposers,
                "reservations": each.reservations,
                "note": each.note.words if each.note else None,
            }
            for each in one.bracket.alternatives
        ],
    }

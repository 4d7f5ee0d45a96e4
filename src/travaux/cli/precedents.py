"""`travaux precedents`: who agreed to a clause before, in what words."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from travaux.actions.library import library as library_of
from travaux.actions.standings import standings
from travaux.cli import data, terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, short
from travaux.compare.render import as_text
from travaux.desk import file
from travaux.desk.search import first_day, last_day
from travaux.errors import TravauxError
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.spot import provision_at

# What reads a library is read in by the command that is asked for: the help of the program names this one and needs
# none of it.
if TYPE_CHECKING:
    from travaux.precedent.clause import Agreement
    from travaux.precedent.descent import Generation
    from travaux.precedent.follows import Followed, Follows
    from travaux.precedent.index import Index
    from travaux.precedent.precedents import Precedent, Precedents
    from travaux.precedent.search import Passage


def precedents(
    at: Annotated[str, typer.Argument(metavar="ADDRESS", help='A provision of the draft, such as "Article IV".')] = "",
    draft: Annotated[
        str, typer.Option("--draft", metavar="DRAFT", help="The draft: a file, or with --in its id.")
    ] = "",
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    typed: Annotated[str, typer.Option("--words", metavar="WORDS", help="The words of a clause; - to read them.")] = "",
    verbatim: Annotated[bool, typer.Option("--verbatim", help="Find the words as they stand in any clause.")] = False,
    tolerant: Annotated[
        bool, typer.Option("--tolerant", help="Find them with other spellings and names, too.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--library", "-l", metavar="FOLDER", help="The library of agreements.")
    ] = None,
    party: Annotated[str, typer.Option(metavar="NAME", help="Only agreements with this party.")] = "",
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="1958, 1958-09 or 1958-09-29.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day, month or year.")] = "",
    kind: Annotated[str, typer.Option(metavar="KIND", help="Such as treaty or exchange of notes.")] = "",
    earlier: Annotated[bool, typer.Option("--earlier", help="Only agreements older than the draft.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many passages.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Find the precedents of a clause in a library of agreements; without ADDRESS, of every article of a draft."""
    from travaux.precedent.descent import descent
    from travaux.precedent.follows import LOOKED_AT, follows
    from travaux.precedent.index import opened
    from travaux.precedent.narrow import Narrow
    from travaux.precedent.precedents import precedents as precedents_of
    from travaux.precedent.search import search as search_in

    index = opened(library_of(folder, beside=within))
    if within is not None:
        open_followed(within)
    text = draft_named(draft, within) if draft else None
    if earlier and (text is None or text.date is None):
        raise TravauxError("The draft has no date.", remedy="Give the last day with --to.")
    narrow = Narrow(
        party=party,
        since=first_day(since),
        until=last_day(until),
        before=text.date if text and earlier else None,
        kind=kind,
        besides=text.at.document if text else "",
    )
    if text is not None and not at:
        held = follows(index, text, narrow=narrow)
        known = _known([source.agreement for source in held.sources], within)
        _print(_follows_as_data(held, known), _follows(held, known), as_json=as_json)
        return
    if text is not None:
        asked = provision_at(text, locate(text, parse(at)).path).wording
    else:
        asked = sys.stdin.read() if typed == "-" else typed or at
    if verbatim or tolerant:
        passages = search_in(index, asked, tolerant=tolerant, narrow=narrow, most=limit)
        known = _known([each.agreement for each in passages], within)
        listed: Json = {"passages": [_passage_as_data(each, known) for each in passages]}
        _print(listed, _passages(passages, tolerant, known), as_json=as_json)
        return
    told = precedents_of(index, asked, narrow=narrow, least=LOOKED_AT, most=limit)
    line = descent(asked, told.found, before=text.date if text else None)
    known = _known([each.agreement for each in told.found], within)
    _print(_as_data(told, line, known), _told(told, line, index, known), as_json=as_json)


_Known = Mapping[str, str]


def _known(agreements: Iterable[Agreement], within: Path | None) -> _Known:
    """How agreements stand today by the register of a negotiation's file, where one is named."""
    if within is None:
        return {}
    with file.troubles(within):
        return standings(agreements, date=datetime.date.today())


def _print(as_data: Json, lines: Iterator[str], *, as_json: bool) -> None:
    if as_json:
        print(json_text(as_data))
        return
    console = terminal.output()
    for line in lines:
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _told(told: Precedents, line: tuple[Generation, ...], index: Index, known: _Known) -> Iterator[str]:
    from travaux.precedent.precedents import SAME

    if not told.found:
        yield f"Nothing among {counted(index.count, 'clause')} reads like it. See --tolerant for words within a clause."
        return
    for each in told.found:
        yield f"{each.likeness:.2f}  {_named(each)}"
        yield f"  {_about(each.agreement, known)}"
        yield from (f"    {row}" for row in as_text(each.redline(told.asked)).split("\n"))
    if told.earliest:
        yield f"Earliest known use (likeness {SAME} or more): {_named(told.earliest)}, {told.earliest.agreement.when}"
    if len(line) > 1:
        yield "Line of descent, oldest first"
        for step in line:
            name = _named(step.precedent) if step.precedent else "the words asked for"
            when = step.precedent.agreement.when if step.precedent else ""
            yield f"  {when:<10}  {name}" + (f", {step.likeness:.2f} like the one before" if step.after else "")


def _follows(held: Follows, known: _Known) -> Iterator[str]:
    yield f"{held.draft.id} against the library"
    for source in held.sources:
        yield (
            f"  {source.taken:4.0%} of its words, {counted(source.clauses, 'clause')} alike: {source.agreement.id}, "
            f"{source.agreement.when or 'no date'}: {short(source.agreement.title, 60)}"
            f"{_stands(source.agreement, known)}"
        )
    for each in held.clauses:
        yield f"{each.clause.address}{': new' if each.is_new else ''}"
        yield from (f"  {line}" for line in _nearest(each))
    for finding in held.left_over:
        yield f"Left over: {finding.message}"


def _nearest(followed: Followed) -> Iterator[str]:
    for each in followed.nearest:
        when = each.agreement.when or "no date"
        yield f"{each.likeness:.2f}  {each.taken:4.0%} of its words  {_named(each)}, {when}"


def _passages(passages: tuple[Passage, ...], tolerant: bool, known: _Known) -> Iterator[str]:
    if not passages:
        yield "No clause has these words." + ("" if tolerant else " Try --tolerant.")
    for each in passages:
        words = each.clause.words
        before, after = words[: each.start].split("\n")[-1][-80:], words[each.end :].split("\n")[0][:80]
        sure = f"{each.exact:.2f}  " if tolerant else ""
        yield f"{sure}{each.agreement.id}, {each.clause.address}"
        yield f"  {_about(each.agreement, known)}"
        yield f"    {before}[{' '.join(words[each.start : each.end].split())}]{after}"


def _named(precedent: Precedent) -> str:
    return f"{precedent.agreement.id}, {precedent.clause.address}"


def _about(one: Agreement, known: _Known) -> str:
    parties = f"; {' and '.join(one.parties)}" if one.parties else ""
    return f"{short(one.title, 80)}; {one.when or 'no date'}{parties}{_stands(one, known)}"


def _stands(one: Agreement, known: _Known) -> str:
    return f"; {known[one.id]}" if one.id in known else ""


def _as_data(told: Precedents, line: tuple[Generation, ...], known: _Known) -> Json:
    return {
        "words": told.asked,
        "precedents": [
            {
                **_precedent_as_data(each),
                **_status(each.agreement, known),
                "redline": data.redline_as_data(each.redline(told.asked)),
            }
            for each in told.found
        ],
        "earliest": told.earliest and _precedent_as_data(told.earliest),
        "descent": [
            {
                "precedent": step.precedent and _precedent_as_data(step.precedent),
                "after": step.after and _precedent_as_data(step.after),
                "likeness": round(step.likeness, 4),
            }
            for step in line
        ],
    }


def _follows_as_data(held: Follows, known: _Known) -> Json:
    return {
        "draft": held.draft.id,
        "follows": [
            {
                "agreement": msgspec.to_builtins(each.agreement),
                **_status(each.agreement, known),
                "taken": round(each.taken, 4),
                "clauses": each.clauses,
            }
            for each in held.sources
        ],
        "clauses": [
            {
                "address": each.clause.address,
                "new": each.is_new,
                "words": each.words,
                "nearest": [_precedent_as_data(near) for near in each.nearest],
                "taken": {
                    source.agreement.id: round(each.taken.get(source.agreement.id, 0), 4) for source in held.sources
                },
            }
            for each in held.clauses
        ],
        "left_over": msgspec.to_builtins(held.left_over),
    }


def _precedent_as_data(each: Precedent) -> Json:
    return {
        "agreement": msgspec.to_builtins(each.agreement),
        "address": each.clause.address,
        "likeness": round(each.likeness, 4),
        "taken": round(each.taken, 4),
        "words": each.clause.words,
    }


def _passage_as_data(each: Passage, known: _Known) -> Json:
    return {
        "agreement": msgspec.to_builtins(each.agreement),
        **_status(each.agreement, known),
        "address": each.clause.address,
        "words": each.clause.words[each.start : each.end],
        "start": each.start,
        "end": each.end,
        "exact": each.exact,
    }


def _status(one: Agreement, known: _Known) -> dict[str, str | None]:
    return {"status": known.get(one.id)}

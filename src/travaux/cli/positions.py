"""`travaux positions`: who holds what on every issue on a date, how it changed, and what is agreed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.actions.library import precedents_in
from travaux.actions.take_positions import From, Holding, Outcome, enter_position, settle_issue, take_back_entry
from travaux.actions.take_positions import take_positions as taken
from travaux.cli import proposals, terminal
from travaux.cli.asked import OnDay, Take, Told, cited, day_of
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.standard_input import here
from travaux.cli.taken import content_of
from travaux.cli.wording import in_words, short
from travaux.cli.written import write_bytes
from travaux.desk import file
from travaux.desk import positions as kept
from travaux.desk.position_papers import paper as papered
from travaux.desk.position_papers import sheet
from travaux.errors import UnknownEntry
from travaux.exchange.export import export
from travaux.exchange.formats import format_named, format_of
from travaux.findings import Citation
from travaux.mandate.issue import Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.matrix import Matrix, Row, matrix, moves
from travaux.mandate.position import Level, Position, actor
from travaux.mandate.position_paper import PositionPaper
from travaux.mandate.subject import named
from travaux.text.draft import Draft


def positions(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    date: OnDay = None,
    of: Annotated[str, typer.Option("--of", metavar="ISSUE", help="Only this issue and those below it.")] = "",
    changes: Annotated[bool, typer.Option("--changes", help="How it changed over time, and who moved last.")] = False,
    take: Take = None,
    told: Told = False,
    paper: Annotated[str, typer.Option("--paper", metavar="PARTY", help="Write the position paper of a party.")] = "",
    to: Annotated[str, typer.Option("--as", metavar="FORMAT", help="The paper's format: text, html, word, pdf.")] = "",
    library: Annotated[
        Path | None,
        typer.Option("--library", "-l", metavar="FOLDER", help="With --paper: find precedents in these agreements."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write it here.")] = None,
    enter: Annotated[
        tuple[str, Level] | None,
        typer.Option("--enter", metavar="ISSUE LEVEL", help="Enter a position, with --of-actor."),
    ] = None,
    settle: Annotated[
        tuple[str, Standing] | None,
        typer.Option("--settle", metavar="ISSUE STANDING", help="Enter how an issue was settled, with --of-actor."),
    ] = None,
    whose: Annotated[
        str, typer.Option("--of-actor", metavar="ACTOR", help='Whose position, or by whose account: "Halvern, Marine".')
    ] = "",
    cites: Annotated[str, typer.Option("--cites", metavar="DOC", help="The document that says it.")] = "",
    where: Annotated[str, typer.Option("--where", metavar="WORDS", help="Its words, as they stand there.")] = "",
    wording: Annotated[str, typer.Option("--wording", metavar="WORDS", help="The text of the treaty asked for.")] = "",
    confirmed: Annotated[
        str, typer.Option("--confirm", metavar="DOC:N-N", help="Confirm what is proposed at these characters.")
    ] = "",
    dismissed: Annotated[
        str,
        typer.Option("--dismiss", metavar="DOC:N-N", help="It is no position; with --of, nothing on that issue."),
    ] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="With --dismiss: why.")] = "",
    gone: Annotated[bool, typer.Option("--dismissed", help="What was dismissed, with its numbers.")] = False,
    back: Annotated[int, typer.Option("--take-back", metavar="N", help="Have the entry of that number not count.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell who holds what on every issue on a date, what is agreed, and who says otherwise; write position papers."""
    (open_followed if paper else file.open_file)(path)
    day = day_of(date)
    with file.troubles(path):
        if take is not None:
            take = here(take)
            taken(content_of(take), name=take.name)
        entry = _Entry(whose, From(cites, where), wording, date.date() if date else None)
        if enter or settle or back:
            _entered(entry, enter, settle, back)
            return
        if confirmed or dismissed:
            _print(_proposed(cited(confirmed or dismissed), of, entry, reason, confirm=bool(confirmed)))
            return
        if told or gone:
            _print(proposals.propose(out, as_json=as_json) if told else proposals.dismissed())
            return
        if paper:
            of = _registered(path, of)[1]
            _paper(papered(party=paper, day=day, issue=of, precedents=precedents_in(library, beside=path)), to, out)
            return
        register, of = _registered(path, of)
    if as_json:
        print(json_text(_as_data(register, matrix(register, day), of)))
        return
    _print(_changes(register, of) if changes else _lines(matrix(register, day), register, of))


class _Entry(msgspec.Struct, frozen=True):
    whose: str
    source: From
    wording: str
    date: datetime.date | None


def _entered(entry: _Entry, enter: tuple[str, Level] | None, settle: tuple[str, Standing] | None, back: int) -> None:
    """One entry or taking back, told in a line."""
    if back:
        take_back_entry(back)
        said = f"Entry {back} no longer counts."
    elif not entry.whose or not entry.source.document:
        raise UnknownEntry("An entry says whose it is, and cites.", remedy="Give --of-actor, --cites and --where.")
    elif enter:
        holding = Holding(
            issue=enter[0], actor=actor(entry.whose), level=enter[1], date=entry.date, wording=entry.wording
        )
        found = enter_position(holding, entry.source)
        said = proposals.kept_line(found)
    elif settle:
        outcome = Outcome(
            issue=settle[0],
            standing=settle[1],
            according_to=actor(entry.whose),
            date=entry.date,
            wording=entry.wording,
        )
        said = f"Kept as entry {settle_issue(outcome, entry.source)}: {settle[0]} is {settle[1]}."
    _print(iter([said]))


def _proposed(at: Citation, of: str, entry: _Entry, reason: str, *, confirm: bool) -> Iterator[str]:
    return proposals.confirm(at, of, entry.whose, entry.date) if confirm else proposals.dismiss(at, of, reason)


def _registered(path: Path, of: str) -> tuple[IssueRegister, str]:
    """The register, and the id of the issue that is asked for by its id or any name, "" for none."""
    register = kept.register()
    if not register.issues:
        raise UnknownEntry(
            "No issue is entered.",
            at=str(path),
            remedy="Take a register: --take FILE.toml. One to begin with: --told -o FILE.toml.",
        )
    issue = named(register, of) if of else None
    if of and issue is None:
        raise UnknownEntry(f"There is no issue {of}.", remedy=f"There are: {', '.join(register.by_id)}.")
    return register, issue.id if issue else ""


def _paper(told: tuple[PositionPaper, Draft | None], to: str, out: Path | None) -> None:
    form = format_named(to) if to else format_of(out.name) if out else format_named("text")
    content = export(sheet(*told), to=form)
    if out is not None:
        write_bytes(content, out)
    elif form.name in ("word", "pdf"):
        raise UnknownEntry(f"{form.title} is no text to print.", remedy="Name a file for it: -o FILE.")
    else:
        print(terminal.plain(content.decode()), end="")


def _print(lines: Iterator[str]) -> None:
    console = terminal.output()
    for line in lines:
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _shown(register: IssueRegister, issue: str, of: str) -> bool:
    return not of or of in (issue, *register.above(issue))


def _lines(found: Matrix, register: IssueRegister, of: str) -> Iterator[str]:
    """Each issue with its standing, and under it what everybody holds."""
    yield f"On {in_words(found.day)}"
    for row in found.rows:
        if _shown(register, row.issue.id, of):
            yield from _row(row, found)


def _row(row: Row, found: Matrix) -> Iterator[str]:
    state = row.state
    by = f", according to {state.by.according_to} ({state.by.at.document})" if state.by else ""
    of = f" ({row.of})" if row.of else ""
    yield f"{row.issue.name}{of}: {state.standing}{by}"
    for actor_, level in state.levels:
        yield f"    it meets the {level} position of {actor_}"
    for other in state.otherwise:
        yield f"    {other.according_to} says it is {other.standing} ({other.at.document})"
    for actor_, cell in zip(found.actors, row.cells, strict=True):
        for position in cell:
            yield f"    {actor_}, {position.level}: {_said(position)} ({position.at.document})"
    if row.last_move:
        yield f"    moved last: {row.last_move.actor}, {in_words(row.last_move.date)}"


def _said(position: Position) -> str:
    words = f"“{position.wording}”" if position.wording else position.words
    condition = f"; condition: {position.condition}" if position.condition else ""
    return short(words, 120) + condition


def _changes(register: IssueRegister, of: str) -> Iterator[str]:
    for move in moves(register):
        if not _shown(register, move.issue, of):
            continue
        yield f"{in_words(move.date)}, {register.by_id[move.issue].name}: {move.actor}"
        for one in move.gone:
            yield f"    no longer {one.level}: {_said(one)}"
        for one in move.new:
            yield f"    now {one.level}: {_said(one)} ({one.at.document})"


def _as_data(register: IssueRegister, found: Matrix, of: str) -> Json:
    rows = [row for row in found.rows if _shown(register, row.issue.id, of)]
    return {
        "on": found.day.isoformat(),
        "actors": [str(each) for each in found.actors],
        "issues": [
            {
                "id": row.issue.id,
                "name": row.issue.name,
                "parent": row.issue.parent,
                "standing": row.state.standing.value,
                "by": row.state.by and msgspec.to_builtins(row.state.by),
                "levels": [{"actor": str(each), "level": level.value} for each, level in row.state.levels],
                "otherwise": msgspec.to_builtins(row.state.otherwise),
                "positions": [msgspec.to_builtins(one) for cell in row.cells for one in cell],
                "last_move": row.last_move and msgspec.to_builtins(row.last_move),
            }
            for row in rows
        ],
        "moves": [msgspec.to_builtins(move) for move in moves(register) if _shown(register, move.issue, of)],
    }

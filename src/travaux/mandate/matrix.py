"""Who holds what on every issue on a day, what is agreed and who says otherwise, and who moved last.

The newest paper counts: of an actor's positions at one level those of the latest day stand, of the accounts of how an
issue was settled the latest does.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.mandate.issue import Issue, Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import RANKS, Actor, Level, Position, Settlement


@dataclass(frozen=True, slots=True)
class Move:
    """An actor's change of position: what it no longer holds and what it holds instead."""

    issue: str
    actor: Actor
    date: datetime.date
    gone: tuple[Position, ...]
    new: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What became of an issue by a day: by which paper, at which level of each actor's positions, and who says
    otherwise."""

    standing: Standing
    by: Settlement | None = None
    levels: tuple[tuple[Actor, Level], ...] = ()
    otherwise: tuple[Settlement, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """An issue on a day, with the name of the wider issue that it is `of`; for each actor of the matrix what it holds,
    from the most it asks on."""

    issue: Issue
    of: str
    state: State
    cells: tuple[tuple[Position, ...], ...]
    last_move: Move | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issue by actor on a day."""

    day: datetime.date
    actors: tuple[Actor, ...]
    rows: tuple[Row, ...]


def matrix(register: IssueRegister, day: datetime.date) -> Matrix:
    """The matrix on a day: every issue in its order, every actor that the register ever names."""
    actors = register.actors
    rows = []
    for issue, _ in register.in_order():
        own = [one for one in register.positions if one.issue == issue.id]
        cells = tuple(_in_force(register, (one for one in own if one.actor == actor), day) for actor in actors)
        made = [move for move in moves(register, issue.id) if move.date <= day]
        of = register.by_id[issue.parent].name if issue.parent else ""
        rows.append(Row(issue, of, state(register, issue.id, day), cells, made[-1] if made else None))
    return Matrix(day, actors, tuple(rows))


def held(register: IssueRegister, issue: str, actor: Actor, day: datetime.date) -> tuple[Position, ...]:
    """What an actor holds on an issue on a day, from the most it asks on."""
    own = (one for one in register.positions if one.issue == issue and one.actor == actor)
    return _in_force(register, own, day)


def state(register: IssueRegister, issue: str, day: datetime.date) -> State:
    """What became of an issue by a day. Without any paper that tells it is open."""
    told = sorted((one for one in register.settlements if one.issue == issue and one.date <= day), key=_by_day)
    if not told:
        return State(Standing.OPEN)
    newest = told[-1]
    last = {one.according_to: one for one in told}
    otherwise = tuple(one for one in last.values() if _differs(one, newest))
    return State(newest.standing, newest, _levels(register, newest), otherwise)


def moves(register: IssueRegister, issue: str = "") -> tuple[Move, ...]:
    """Every change of a position on an issue, or on any, in order of time. The first that an actor says is none."""
    found = []
    own = [one for one in register.positions if issue in ("", one.issue)]
    ended = {one.position: one.date for one in register.withdrawals}
    for subject, actor in dict.fromkeys((one.issue, one.actor) for one in own):
        theirs = [one for one in own if (one.issue, one.actor) == (subject, actor)]
        days = sorted({one.date for one in theirs} | {ended[one.id] for one in theirs if one.id in ended})
        before: tuple[Position, ...] = ()
        for day in days:
            now = _in_force(register, theirs, day)
            gone = tuple(one for one in before if one.said not in {each.said for each in now})
            new = tuple(one for one in now if one.said not in {each.said for each in before})
            if before and (gone or new):
                found.append(Move(subject, actor, day, gone, new))
            before = now
    return tuple(sorted(found, key=lambda move: move.date))


def days(register: IssueRegister) -> tuple[datetime.date, ...]:
    """The days on which the matrix changes."""
    said = {one.date for one in register.positions} | {one.date for one in register.withdrawals}
    return tuple(sorted(said | {one.date for one in register.settlements}))


def _in_force(register: IssueRegister, own: Iterable[Position], day: datetime.date) -> tuple[Position, ...]:
    """The positions of one actor on one issue that stand on a day. What is refused stays refused until withdrawn."""
    gone = {one.position for one in register.withdrawals if one.date <= day}
    said = [one for one in own if one.date <= day]
    newest: dict[Level, datetime.date] = {}
    for one in said:
        newest[one.level] = max(newest.get(one.level, one.date), one.date)
    standing = [
        one
        for one in said
        if one.id not in gone and (one.level is Level.EXCLUDED or one.date == newest[one.level])
    ]  # fmt: skip
    return tuple(sorted(standing, key=lambda one: (RANKS[one.level], one.date)))


def _differs(one: Settlement, newest: Settlement) -> bool:
    """Whether the last that another actor tells of an issue is not what the newest paper tells."""
    if one.according_to == newest.according_to:
        return False
    both_worded = bool(one.wording and newest.wording)
    return one.standing is not newest.standing or (both_worded and _same(one.wording) != _same(newest.wording))


def _levels(register: IssueRegister, settled: Settlement) -> tuple[tuple[Actor, Level], ...]:
    """The levels of the positions that a settlement meets: those that it names, and those whose wording it has."""
    if settled.standing not in (Standing.AGREED, Standing.AD_REFERENDUM):
        return ()
    met = [
        one
        for actor in register.actors
        for one in held(register, settled.issue, actor, settled.date)
        if one.id in settled.meets or (one.wording and _same(one.wording) == _same(settled.wording))
    ]
    named = [one for one in register.positions if one.id in settled.meets and one not in met]
    return tuple(dict.fromkeys((one.actor, one.level) for one in (*met, *named)))


def _same(wording: str) -> str:
    return " ".join(wording.split()).strip(" .;,").casefold()


def _by_day(settled: Settlement) -> datetime.date:
    return settled.date

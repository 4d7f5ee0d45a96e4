"""The position paper on an issue or on all: what we hold from the most we ask to the least we take, what the others do,
the wording on the table, and what is open. Every line has its passage; a line without one is not there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from travaux.errors import UnknownEntry
from travaux.mandate.issue import Issue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.matrix import Move, State, held, moves, state
from travaux.mandate.open_points import Line as Line
from travaux.mandate.open_points import Wording as Wording
from travaux.mandate.open_points import not_entered, open_points
from travaux.mandate.position import Actor, Level, Position

#: What the levels are called in our own paper.
NAMES = {
    Level.MAXIMUM: "Maximum",
    Level.PREFERRED: "Preferred",
    Level.ACCEPTABLE: "Fallback",
    Level.MINIMUM: "Minimum",
    Level.EXCLUDED: "Not acceptable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A clause of another agreement that reads like the provision `of` the text on the table. `agreement` and `address`
    are where it stands in the library, `when` is its day as known; `likeness` and `taken` are what the library reckons.
    """

    of: str
    agreement: str
    title: str
    when: str
    address: str
    words: str
    likeness: float
    taken: float

    @property
    def place(self) -> str:
        """Where it stands, as it is cited."""
        return f"{self.agreement}, {self.address}: {self.title}{f', {self.when}' if self.when else ''}"


@dataclass(frozen=True, slots=True)
class Section:
    """The paper on one issue."""

    issue: Issue
    state: State
    ours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    wording: tuple[Wording, ...] = ()
    open_points: tuple[Line, ...] = ()
    last_move: Move | None = None
    precedents: tuple[Precedent, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionPaper:
    """The paper of a party for a day."""

    party: str
    day: datetime.date
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What other rooms bring, by the ids of the issues: the wording on the table, and precedents."""

    on_table: Mapping[str, Sequence[Wording]] = field(default_factory=dict)
    precedents: Mapping[str, Sequence[Precedent]] = field(default_factory=dict)


NOTHING = Beside()


def position_paper(
    register: IssueRegister, *, party: str, day: datetime.date, issue: str = "", beside: Beside = NOTHING
) -> PositionPaper:
    """The paper of `party` on one issue and those below it, or on all. Raises UnknownEntry where there is no such issue
    or party."""
    parties = tuple(dict.fromkeys(actor.party for actor in register.actors))
    if party not in parties:
        named = ", ".join(parties) or "nobody yet"
        raise UnknownEntry(f"No position of {party or 'no party'} is entered.", remedy=f"There are: {named}.")
    if issue and issue not in register.by_id:
        raise UnknownEntry(f"There is no issue {issue}.", remedy=f"There are: {', '.join(register.by_id)}.")
    chosen = [one for one, _ in register.in_order() if not issue or issue in (one.id, *register.above(one.id))]
    return PositionPaper(party, day, tuple(_section(register, one, party, day, beside) for one in chosen))


def _section(register: IssueRegister, issue: Issue, party: str, day: datetime.date, beside: Beside) -> Section:
    now = state(register, issue.id, day)
    ours = [one for actor in register.actors if actor.party == party for one in held(register, issue.id, actor, day)]
    theirs = [one for actor in register.actors if actor.party != party for one in held(register, issue.id, actor, day)]
    made = [move for move in moves(register, issue.id) if move.date <= day]
    on_table = tuple(beside.on_table.get(issue.id, ()))
    return Section(
        issue,
        now,
        ours=tuple(_line(one, party) for one in sorted(ours, key=_from_the_most)),
        theirs=tuple(_line(one, party) for one in theirs),
        wording=on_table,
        open_points=open_points(now, ours, theirs, on_table),
        last_move=made[-1] if made else None,
        precedents=tuple(beside.precedents.get(issue.id, ())),
        missing=not_entered(ours, theirs),
    )


def _from_the_most(position: Position) -> tuple[int, Actor]:
    return list(Level).index(position.level), position.actor


def _line(position: Position, party: str) -> Line:
    own = position.actor.party == party
    office = position.actor.office
    name = NAMES[position.level] if own else f"{position.actor}, {position.level}"
    name = f"{name} ({office})" if own and office else name
    held = f"“{position.wording}”" if position.wording else position.words
    said = f"{held.rstrip('.')}; condition: {position.condition}" if position.condition else held
    assessed = "".join(f" {each.by} thinks it {each.prospect}." for each in position.assessments)
    end = "" if said.rstrip("”").endswith((".", "!", "?")) else "."
    return Line(name, said + (end + assessed if assessed else ""), (position.at, *(e.at for e in position.assessments)))

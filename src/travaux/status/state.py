"""What is so on a date: the standing of each party to each instrument, with the rule and the events that make it so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import msgspec

from travaux.findings import Citation
from travaux.status.event import Event


class Status(StrEnum):
    """How a party stands to an instrument."""

    #: Nothing is known of it; this states nothing.
    NO_RECORD = "no record"
    INITIALLED = "initialled"
    #: Bound not to defeat object and purpose (VCLT art. 18), and no more.
    SIGNED = "signed"
    #: It has consented to be bound; the instrument is not in force for it (a contracting State, VCLT art. 2(1)(f)).
    CONSENTED = "consent given"
    PROVISIONAL = "applied provisionally"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Doubt(StrEnum):
    """Why something is undetermined."""

    NOT_YET = "not yet triggered"
    NO_RECORD = "no record of it"
    #: The days on which it may have happened lead to different states.
    INEXACT = "date not exact"
    #: What the document says and what the clauses give are not the same.
    DIFFERS = "differs from the clause"
    CIRCULAR = "each waits on the other"


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is so: words of a clause, at `at`, or a rule of the law of treaties."""

    words: str
    at: Citation | None = None


@dataclass(frozen=True, slots=True)
class Undetermined:
    """What is not determined, and why."""

    doubt: Doubt
    message: str
    at: Citation | None = None


class Standing(msgspec.Struct, frozen=True, gc=False):
    """How `party` stands to `instrument` on the date asked: `since` when, by which rules and events.

    `until` is the first day on which it will no longer be so, where what happened so far settles it; `expected` the day
    on which the instrument enters into force for the party, where that is settled and still to come.

    A Struct, since thousands are made for one question: it takes a tenth of the time that a dataclass does.
    """

    instrument: str
    party: str
    status: Status
    since: datetime.date | None = None
    rules: tuple[Rule, ...] = ()
    events: tuple[Event, ...] = ()
    until: datetime.date | None = None
    expected: datetime.date | None = None
    undetermined: tuple[Undetermined, ...] = ()


@dataclass(frozen=True)
class State:
    """Every standing on `date`, in the order of the register's instruments and of their parties."""

    date: datetime.date
    standings: tuple[Standing, ...]

    @cached_property
    def _found(self) -> dict[tuple[str, str], Standing]:
        return {(standing.instrument, standing.party): standing for standing in self.standings}

    def of(self, instrument: str, party: str) -> Standing:
        """The standing of a party to an instrument; NO_RECORD where the register has neither."""
        return self._found.get((instrument, party)) or Standing(instrument, party, Status.NO_RECORD)

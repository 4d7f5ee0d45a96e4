"""The final clauses of an instrument as typed terms, each with the passage that it was read from.

A term says what the clause says and no more; `on` applies it. What a clause leaves open has no value here.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar, cast

from travaux.findings import Citation
from travaux.text.address import Address


class Unit(StrEnum):
    """What a period counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days, weeks, months or years."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(f"a period is not shorter than nothing: {self.count}")

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


class Landing(StrEnum):
    """On which day a period that a clause counts comes down."""

    #: 'three months after', 'on the thirtieth day after': the day that far from the one it is counted from.
    THAT_DAY = "that day"
    #: 'the day following', 'the expiration of three months after': the day after that.
    NEXT_DAY = "the day after"
    #: 'the first day of the month following ...'
    MONTH_BEGINS = "first day of the next month"
    #: 'the first day of January following', 'the beginning of the calendar year following'
    YEAR_BEGINS = "first day of the next year"
    #: 'at the end of the calendar year'
    YEAR_ENDS = "end of that year"
    #: 'at the end of the month'
    MONTH_ENDS = "end of that month"


@dataclass(frozen=True, slots=True)
class Delay:
    """How far from an act its effect is. `including`: the day of the act is the first of the days counted."""

    period: Period | None = None
    landing: Landing = Landing.THAT_DAY
    including: bool = False

    def __str__(self) -> str:
        after = f"{self.period} after" if self.period else ""
        landing = "" if self.landing is Landing.THAT_DAY else f", on the {self.landing}"
        day = ", the day itself counted" if self.including else ""
        return f"{after}{landing}{day}".lstrip(", ")


AT_ONCE = Delay()


class Trigger(StrEnum):
    """The act on which an instrument, or its effect for one party, waits."""

    SIGNATURE = "signature"
    #: Ratifications exchanged between two states.
    EXCHANGE = "exchange of instruments"
    #: Notes exchanged, by which the agreement is concluded or its requirements are said to be met.
    NOTES = "exchange of notes"
    #: Each has told the other that its requirements are met; the last of these counts.
    NOTIFICATIONS = "last notification"
    #: Instruments of ratification, acceptance, approval, accession deposited with a depositary, or received by it.
    DEPOSITS = "deposit of instruments"
    DATE = "date"
    #: Another instrument enters into force.
    INSTRUMENT = "entry into force of another instrument"
    #: The parties agree on the day, or some organ sets it.
    AGREED = "date to be agreed"
    #: Adoption by a conference or an organ.
    ADOPTION = "adoption"


class Measure(StrEnum):
    """What a condition on entry into force counts beside instruments."""

    NAMED_STATES = "named states"
    SHARE = "share"
    STATES_OF_A_KIND = "states of a kind"


@dataclass(frozen=True, slots=True)
class Condition:
    """What else must be so: the instruments of `parties` be among those counted, or of as many as hold `share`
    per cent of what `words` tell ('of the gross tonnage of the world's merchant shipping')."""

    measure: Measure
    words: str
    parties: tuple[str, ...] = ()
    share: float | None = None
    count: int | None = None


#: Of every signatory or party.
ALL = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the final clauses: `words` as they stand at `at`, in the provision `address` of the instrument."""

    words: str
    at: Citation
    address: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryIntoForce(Term):
    """When an instrument enters into force: `delay` after the act that `trigger` names.

    `count` is how many must have done it, ALL for every one; `date` is that of Trigger.DATE; `other` names the
    instrument of Trigger.INSTRUMENT. `not_before` is the earliest day. Of several such terms of one instrument the
    first that is fulfilled counts, or with `latest` the last ('whichever is the later').
    """

    trigger: Trigger
    count: int | None = None
    share_of: tuple[int, int] | None = None  # 'two thirds of the signatories': (2, 3)
    delay: Delay = AT_ONCE
    date: datetime.date | None = None
    other: str = ""
    conditions: tuple[Condition, ...] = ()
    not_before: datetime.date | None = None
    latest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterEntry(Term):
    """When it enters into force for a party that consents after that: `delay` after its own act (VCLT art. 24(3))."""

    trigger: Trigger = Trigger.DEPOSITS
    delay: Delay = AT_ONCE


class Since(StrEnum):
    """From when a term of years counts."""

    ENTRY_INTO_FORCE = "entry into force"
    SIGNATURE = "signature"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Term):
    """How long it stays in force. No `period`, `until` or `while_other`: without limit.

    `period` counts from `since` (`since_date` of Since.DATE), `until` is its last day. `renewal` is the period by which
    it goes on each time unless notice is given, `notice` how long before the end of a period that must be.
    `while_other` names the instrument whose life it shares. `then_notice`: after the period it stays in force until
    ended by notice.
    """

    period: Period | None = None
    since: Since = Since.ENTRY_INTO_FORCE
    since_date: datetime.date | None = None
    until: datetime.date | None = None
    renewal: Period | None = None
    notice: Period | None = None
    while_other: str = ""
    then_notice: bool = False


class Ending(StrEnum):
    """Whether notice ends the instrument or only one party's part in it."""

    TERMINATION = "termination"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Termination(Term):
    """How it may be ended by notice: with effect `delay` after the notice, given not before `not_before` in force.

    `own_entry`: that time runs for each party from its own entry. `at_end_of_period`: it ends no earlier than the first
    period of its duration. `acts_done`: what the clause says of acts done or obligations incurred before.
    """

    ending: Ending = Ending.TERMINATION
    delay: Delay = AT_ONCE
    not_before: Period | None = None
    not_before_date: datetime.date | None = None
    own_entry: bool = False
    at_end_of_period: bool = False
    acts_done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersession(Term):
    """Another instrument, as `other` names it, ceases or is replaced when this one enters into force."""

    other: str
    between_parties: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation(Term):
    """Another instrument stays in force, is continued or is left unaffected."""

    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAs(Term):
    """References to `old` (in `other`, where named) are to be read as references to `new`."""

    old: str
    new: str
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Savings(Term):
    """Rights, obligations or other agreements that the instrument says it does not affect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalApplication(Term):
    """It is applied before it enters into force (VCLT art. 25), from signature or from `date`."""

    trigger: Trigger = Trigger.SIGNATURE
    date: datetime.date | None = None
    may: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Term):
    """How it may be amended or revised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Depositary(Term):
    """With whom instruments are deposited."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticLanguages(Term):
    """In which languages the text is authentic, and which prevails where one does."""

    languages: tuple[str, ...]
    prevails: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Term):
    """How consent is expressed: subject to ratification, acceptance, approval; open to accession (VCLT arts. 11-15)."""

    means: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimonium(Term):
    """Where and when it says that it was done."""

    place: str = ""
    date: datetime.date | None = None


_Kind = TypeVar("_Kind", bound=Term)


@dataclass(frozen=True)
class FinalClauses:
    """All terms read from the final clauses of an instrument, in reading order."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def _of_kind(self) -> dict[type[Term], tuple[Term, ...]]:
        return {kind: tuple(term for term in self.terms if type(term) is kind) for kind in {*map(type, self.terms)}}

    def of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """The terms of one kind."""
        return cast(tuple[_Kind, ...], self._of_kind.get(kind, ()))


NO_CLAUSES = FinalClauses()

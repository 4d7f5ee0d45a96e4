"""What happened to an instrument, for one party or for all, on a day that a document tells."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation


class EventKind(StrEnum):
    """What was done. Each act of consent is a kind of its own, though their effect is alike (VCLT arts. 11-15)."""

    ADOPTION = "adoption"
    INITIALLING = "initialling"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    FORMAL_CONFIRMATION = "formal confirmation"
    #: Ratifications exchanged between the parties.
    EXCHANGE = "exchange of instruments"
    #: The instrument of ratification, acceptance, approval or accession deposited.
    DEPOSIT = "deposit"
    #: Notes exchanged that conclude an agreement.
    NOTES = "exchange of notes"
    #: A party told that what its law requires is done.
    NOTIFICATION = "notification"
    PROVISIONAL_APPLICATION = "provisional application"
    PROVISIONAL_END = "end of provisional application"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    DECLARATION = "declaration"
    TERRITORIAL_APPLICATION = "territorial application"
    ENTRY_INTO_FORCE = "entry into force"
    TERMINATION_NOTICE = "notice of termination"
    WITHDRAWAL_NOTICE = "notice of withdrawal"
    #: An act withdrawn: `of` names the event; a ratification, a notice, a reservation.
    REVOCATION = "revocation"
    SUSPENSION = "suspension"
    RESUMPTION = "end of suspension"
    RECTIFICATION = "rectification"
    TERMINATION = "termination"


#: Acts by which a state consents to be bound, signature apart, whose effect signature may also have.
CONSENTS = frozenset(
    {
        EventKind.RATIFICATION,
        EventKind.ACCEPTANCE,
        EventKind.APPROVAL,
        EventKind.ACCESSION,
        EventKind.SUCCESSION,
        EventKind.FORMAL_CONFIRMATION,
    }
)
NOTICES = frozenset({EventKind.TERMINATION_NOTICE, EventKind.WITHDRAWAL_NOTICE})


class Signing(StrEnum):
    """What a signature does (VCLT arts. 12, 14, 18)."""

    DEFINITIVE = "definitive"
    SUBJECT_TO_RATIFICATION = "subject to ratification"
    #: It binds once the state confirms it (VCLT art. 12(2)(b)).
    AD_REFERENDUM = "ad referendum"
    #: What the instrument says of consent decides.
    UNSAID = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An act of `party` ("" for all of them together) on `instrument`, told at `at`.

    `date` is its day, or with `latest` the first of the days between which it lies. `effective` is the day of its
    effect where the document states one; what the clauses give is counted, never entered. `of` is the id of the event
    that it revokes or objects to, `territory` what a territorial application extends to.
    """

    id: str
    instrument: str
    kind: EventKind
    date: datetime.date
    at: Citation
    party: str = ""
    latest: datetime.date | None = None
    effective: datetime.date | None = None
    signing: Signing = Signing.UNSAID
    of: str = ""
    territory: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.instrument:
            raise ValueError("an event has an id and an instrument")
        if self.latest is not None and self.latest < self.date:
            raise ValueError(f"the days of event {self.id} run backward")
        if (self.kind is EventKind.REVOCATION) != bool(self.of) and self.kind is not EventKind.OBJECTION:
            raise ValueError(f"event {self.id}: a revocation names the event that it revokes, and only it does")

    @property
    def precise(self) -> bool:
        """Whether its day is known."""
        return self.latest is None or self.latest == self.date

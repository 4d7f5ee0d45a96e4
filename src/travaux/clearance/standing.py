"""How a package stands: who has the file, who was asked, how each office stands to the text as it is now, and what is
missing before it may go. It changes nothing; `routing` tells it from the log."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from travaux.clearance import entries
from travaux.clearance.changes import Change, Fate, Together, together
from travaux.clearance.entries import Answer, Decided, Entry, Replied, Verdict
from travaux.clearance.package import Package, Seat, part_hash
from travaux.text.draft import Draft


class Clearance(StrEnum):
    """How an office stands to the text as it is now."""

    AHEAD = "not yet asked"
    ASKED = "asked"
    CONCURS = "concurs"
    NO_INTEREST = "no interest"
    PENDING = "concurs with changes not yet settled"
    OBJECTS = "objects"
    LAPSED = "lapsed"

    @property
    def is_given(self) -> bool:
        """Whether it holds nothing up."""
        return self in (Clearance.CONCURS, Clearance.NO_INTEREST)


@dataclass(frozen=True, slots=True)
class HandOver:
    """Who gave the file to whom, and when."""

    giver: str
    to: str
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """The last that an office said, with the text that it clears: the one it was shown, with its own changes in it."""

    entry: Replied
    text: Draft


@dataclass(frozen=True, slots=True)
class Decision:
    """What the approver decided, and on which text; which clearances were `lacking` then, and which lapsed by what the
    decision changed (`undone`)."""

    entry: Decided
    text: Draft
    lacking: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routing:
    """A package as its log tells it. `reached` counts the stages that were asked; `texts` are all its versions."""

    package: Package
    texts: tuple[Draft, ...]
    holder: str
    circulated: bool = False
    reached: int = 0
    replies: tuple[Reply, ...] = ()
    changes: tuple[Change, ...] = ()
    decisions: tuple[Decision, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    reminders: tuple[entries.Reminded, ...] = ()
    sent: entries.Sent | None = None
    log: tuple[Entry, ...] = ()

    @property
    def text(self) -> Draft:
        """The text as it stands."""
        return self.texts[-1]

    @property
    def is_recalled(self) -> bool:
        """Whether it was on its way and was called back."""
        return not self.circulated and any(isinstance(entry, entries.Circulated) for entry in self.log)

    def reply_of(self, office: str) -> Reply | None:
        """The last reply of an office."""
        return next((reply for reply in reversed(self.replies) if reply.entry.by == office), None)

    def clearance(self, seat: Seat) -> Clearance:
        """How an office stands to the text as it is now."""
        reply = self.reply_of(seat.office)
        if reply is None:
            asked = self.circulated and self.package.stage_of(seat.office) < self.reached
            return Clearance.ASKED if asked else Clearance.AHEAD
        if reply.entry.answer is Answer.OBJECTS:
            return Clearance.OBJECTS
        if part_hash(reply.text, seat.of) == part_hash(self.text, seat.of):
            return Clearance.NO_INTEREST if reply.entry.answer is Answer.NO_INTEREST else Clearance.CONCURS
        pending = any(one.office == seat.office and one.fate is Fate.PENDING for one in self.changes)
        return Clearance.PENDING if pending else Clearance.LAPSED

    def decision_on(self, recommendation: int) -> Decision | None:
        """The last decision on a recommendation that was taken on the text as it is now."""
        now = part_hash(self.text)
        taken = (one for one in reversed(self.decisions) if one.entry.recommendation == recommendation)
        newest = next(taken, None)
        return newest if newest is not None and part_hash(newest.text) == now else None

    @property
    def to_decide(self) -> tuple[int, ...]:
        """The numbers of what the approver has to decide; (0,) is the text."""
        if not self.package.approver:
            return ()
        return tuple(range(1, len(self.package.recommendations) + 1)) or (0,)

    @property
    def uncleared(self) -> tuple[str, ...]:
        """The required clearances that are missing, and the changes not settled, in words."""
        seats = [(seat, self.clearance(seat)) for seat in self.package.seats if seat.required]
        lacking = [f"{seat.office}: {found}" for seat, found in seats if not found.is_given]
        lacking += [f"change {one.number} of {one.office} is not settled"
                    for one in self.changes if one.fate is Fate.PENDING]  # fmt: skip
        return tuple(lacking)

    @property
    def to_answer_for(self) -> tuple[str, ...]:
        """What of it the approver has to say that the decision is taken all the same: what was not answered for with a
        decision that stands, and is not that decision's own doing."""
        standing = filter(None, map(self.decision_on, self.to_decide))
        known = {each for one in standing for each in (*(one.lacking if one.entry.despite else ()), *one.undone)}
        return tuple(each for each in self.uncleared if each not in known)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is missing before it may be sent, in words; nothing where it may go."""
        lacking = list(self.uncleared)
        decided = [self.decision_on(number) for number in self.to_decide]
        open_ = [number for number, one in zip(self.to_decide, decided, strict=True) if one is None]
        lacking += [f"{self.package.approver} has not decided on {_named(number)}" for number in open_]
        if decided and not open_ and all(one and one.entry.verdict is Verdict.DISAPPROVED for one in decided):
            lacking.append(f"{self.package.approver} approved nothing of it")
        return tuple(lacking)

    @property
    def to_settle_together(self) -> tuple[Together, ...]:
        """The pending changes that are the same, or collide."""
        return together(self.text, self.changes)

    def late(self, day: datetime.date) -> tuple[Seat, ...]:
        """The offices that were asked, have a deadline that is past, and still hold it up."""
        asked = (Clearance.ASKED, Clearance.LAPSED)
        return tuple(
            seat
            for seat in self.package.seats
            if seat.deadline is not None and seat.deadline < day and self.circulated and not self.sent
            and self.clearance(seat) in asked
        )  # fmt: skip

    def reminded(self, office: str) -> entries.Reminded | None:
        """The last reminder of an office that still owes a reply; None where there is none, or it has replied since."""
        reply = self.reply_of(office)
        sent = next((each for each in reversed(self.reminders) if each.office == office), None)
        open_ = sent is not None and (reply is None or reply.entry.made_at < sent.made_at)
        return sent if open_ and office in self.held_up_by else None

    @property
    def held_up_by(self) -> tuple[str, ...]:
        """Who has to do something now: the offices asked, and who holds the file."""
        if self.sent:
            return ()
        waiting = (Clearance.ASKED, Clearance.LAPSED)
        asked = [s.office for s in self.package.seats if self.circulated and self.clearance(s) in waiting]
        return tuple(dict.fromkeys((self.holder, *asked)))


def _named(recommendation: int) -> str:
    return f"recommendation {recommendation}" if recommendation else "the text"

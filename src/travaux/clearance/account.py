"""Gives account of a package as data: one form for whoever asks for it, at the terminal or as a program."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from travaux.clearance.line import written
from travaux.clearance.package import Seat, part_hash
from travaux.clearance.route import in_words
from travaux.clearance.standing import Routing
from travaux.clearance.tell import tell
from travaux.text.draft import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """An office on the route, what `of` the text it has to clear (all where empty), and how it stands to the text as it
    is now, with its reasons in `words`. `late`: its deadline is past and it still owes a reply."""

    office: str
    required: bool
    of: tuple[str, ...]
    deadline: datetime.date | None
    late: bool
    clearance: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change that an office proposed, what became of it, and why it no longer applies."""

    number: int
    office: str
    words: str
    fate: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherLine:
    """The numbers of changes to be settled together, and why: they are the same, or collide."""

    changes: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """What was decided on a recommendation of the text as it is now; 0 is the text. `missing` are the required
    clearances that were missing then."""

    recommendation: int
    decided: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """An act of the log."""

    by: str
    person: str
    made_at: datetime.datetime
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageLine:
    """A text that is being cleared: who holds it, who owes a reply, and what is missing before it may be sent.
    `sent_as` is the number under which it was sent, empty where it has none."""

    id: str
    kind: str
    title: str
    subject: str
    drafter: str
    approver: str
    route: str
    holder: str
    held_up_by: tuple[str, ...]
    circulated: bool
    recalled: bool
    sent: bool
    sent_as: str
    missing: tuple[str, ...]
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageWhole(PackageLine):
    """The same with its text and the documents that this cites, recommendations, changes proposed and the log. `line`
    is the clearance line; `sha256` is that of the text, to which clearances are bound; `versions` counts the texts."""

    text: str
    sources: tuple[str, ...]
    sha256: str
    versions: int
    line: str
    recommendations: tuple[str, ...]
    decisions: tuple[DecisionLine, ...]
    changes: tuple[ChangeLine, ...]
    together: tuple[TogetherLine, ...]
    log: tuple[ActLine, ...]


def line(state: Routing, day: datetime.date) -> PackageLine:
    """A package as a line of a list; who is late on that day."""
    package, late = state.package, state.late(day)
    return PackageLine(
        id=package.id,
        kind=package.kind.value,
        title=package.title,
        subject=package.subject,
        drafter=package.drafter,
        approver=package.approver,
        route=in_words(package.route),
        holder=state.holder,
        held_up_by=tuple(state.held_up_by),
        circulated=state.circulated,
        recalled=state.is_recalled,
        sent=state.sent is not None,
        sent_as=state.sent.as_document if state.sent else "",
        missing=tuple(state.missing),
        seats=tuple(_seat(state, seat, late=seat in late) for seat in package.seats),
    )


def account(state: Routing, day: datetime.date, *, own: str) -> PackageWhole:
    """All of a package; who is late on that day. `own` is what the ids of texts begin with that are the package's own:
    what is cited from these is in no document."""
    told = line(state, day)
    return PackageWhole(
        **{name: getattr(told, name) for name in PackageLine.__dataclass_fields__},
        text=state.text.text,
        sources=_sources(state, own),
        sha256=part_hash(state.text),
        versions=len(state.texts),
        line=str(written(state)),
        recommendations=tuple(state.package.recommendations),
        decisions=_decisions(state),
        changes=_changes(state),
        together=tuple(TogetherLine(changes=tuple(one.numbers), why=one.why) for one in state.to_settle_together),
        log=tuple(ActLine(by=one.by, person=one.person, made_at=one.made_at, act=tell(one)) for one in state.log),
    )


def _seat(state: Routing, seat: Seat, *, late: bool) -> SeatLine:
    reply = state.reply_of(seat.office)
    return SeatLine(
        office=seat.office,
        required=seat.required,
        of=tuple(seat.of),
        deadline=seat.deadline,
        late=late,
        clearance=state.clearance(seat).value,
        words=reply.entry.words if reply else "",
    )


def _sources(state: Routing, own: str) -> tuple[str, ...]:
    runs = (run for top in state.text.provisions for one in top.walk() for run in one.content if isinstance(run, Run))
    cited = dict.fromkeys(run.origin.document for run in runs)
    return tuple(each for each in cited if not each.startswith(own))


def _decisions(state: Routing) -> tuple[DecisionLine, ...]:
    found = ((number, state.decision_on(number)) for number in state.to_decide)
    return tuple(
        DecisionLine(recommendation=number, decided=tell(one.entry), missing=tuple(one.lacking))
        for number, one in found
        if one
    )


def _changes(state: Routing) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            number=one.number,
            office=one.office,
            words=one.instruction.words,
            fate=one.fate.value,
            why=one.why.message if one.why else "",
        )
        for one in state.changes
    )

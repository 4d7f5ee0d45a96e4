"""Where a package stands, as lines to read and as data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import msgspec

from travaux.clearance.account import account
from travaux.clearance.account import line as told_line
from travaux.clearance.changes import Change
from travaux.clearance.difference import difference_for
from travaux.clearance.line import written
from travaux.clearance.package import Seat, part_hash
from travaux.clearance.route import in_words as route_in_words
from travaux.clearance.standing import Routing
from travaux.clearance.tell import tell
from travaux.cli.json_text import Json
from travaux.cli.wording import counted, in_words
from travaux.compare.redline import Change as Changed
from travaux.compare.redline import Redline
from travaux.desk import packages
from travaux.errors import UnknownEntry

_MARKS = {Changed.INSERTED: ("{+", "+}"), Changed.DELETED: ("[-", "-]"), Changed.MOVED: ("[-", "-]")}


def inbox(states: Sequence[Routing], office: str, day: datetime.date) -> Iterator[str]:
    """The packages, those of one office where one is named, with who is late on that day."""
    yield f"{counted(len(states), 'package')}{f' held by {office}' if office else ''}"
    known = packages.offices() if office and not states else ()
    if known and office not in known:
        yield f"  No package has a part for {office}; those with one: {', '.join(known)}"
    for state in states:
        yield f"  {state.package.id}  {state.package.kind}  {state.package.title}"
        yield f"      {_standing(state)}"
        for seat in state.package.seats:
            if office in ("", seat.office) and seat.office in state.held_up_by:
                yield from _due(state, seat, day)


def _due(state: Routing, seat: Seat, day: datetime.date) -> Iterator[str]:
    """By when an office owes a reply, and when it was reminded."""
    told = []
    if seat.deadline:
        told.append(f"by {in_words(seat.deadline)}{', late' if seat in state.late(day) else ''}")
    reminder = state.reminded(seat.office)
    if reminder:
        told.append(f"reminded on {in_words(reminder.made_at.date())}")
    if told:
        yield f"      {seat.office}: {'; '.join(told)}"


def _standing(state: Routing) -> str:
    if state.sent:
        number = f" as {state.sent.as_document}" if state.sent.as_document else ""
        return f"sent{number} on {in_words(state.sent.made_at.date())}"
    waiting = [each for each in state.held_up_by if each != state.holder]
    way = "" if state.circulated else "; recalled" if state.is_recalled else "; not yet circulated"
    return f"with {state.holder}{way}" + (f"; asked: {', '.join(waiting)}" if waiting else "")


def lines(state: Routing, day: datetime.date) -> Iterator[str]:
    """A package with its route, its changes, its decisions and what is missing."""
    package = state.package
    yield f"{package.id}: {package.title} ({package.kind})"
    yield f"  text {part_hash(state.text)[:12]}, version {len(state.texts)}; {_standing(state)}"
    yield f"  route: {route_in_words(package.route)}"
    late = {seat.office for seat in state.late(day)}
    for seat in package.seats:
        reply = state.reply_of(seat.office)
        said = f": {reply.entry.words}" if reply and reply.entry.words else ""
        reminder = state.reminded(seat.office)
        again = f", reminded on {in_words(reminder.made_at.date())}" if reminder else ""
        yield f"  {seat.office}: {state.clearance(seat)}{', late' if seat.office in late else ''}{again}{said}"
    for change in state.changes:
        yield from _change(change)
    for both in state.to_settle_together:
        yield f"  changes {' and '.join(map(str, both.numbers))}: {both.why}"
    for number, words in enumerate(package.recommendations or (), start=1):
        yield f"  {number}) {words}"
    for number in state.to_decide:
        decision = state.decision_on(number)
        if decision:
            yield f"  {package.approver}, {tell(decision.entry)}"
            yield from (f"    missing then: {each}" for each in decision.lacking)
    if not state.sent:
        yield from (f"  missing: {each}" for each in state.missing)
    yield f"  {written(state)}"
    yield "  log:"
    for entry in state.log:
        person = f" ({entry.person})" if entry.person else ""
        yield f"    {entry.made_at:%Y-%m-%d %H:%M} UTC  {entry.by}{person}: {tell(entry)}"


def _change(change: Change) -> Iterator[str]:
    why = f" ({change.why.message})" if change.why else ""
    yield f"  change {change.number} of {change.office}, {change.fate}{why}: {change.instruction.words}"


def difference(state: Routing, office: str) -> Iterator[str]:
    """What changed since an office cleared the text, in its part alone."""
    try:
        found = difference_for(state, office)
    except ValueError as error:
        raise UnknownEntry(f"{error}.", remedy="Name an office on its route.") from None
    if found is None:
        yield f"{office} has cleared no text."
    elif not found.changed:
        yield f"Nothing changed since {office} cleared it."
    else:
        yield f"What changed since {office} cleared it"
        yield from _redline(found)


def _redline(found: Redline) -> Iterator[str]:
    for line in found.lines:
        if any(span.change is not Changed.KEPT for span in line.spans):
            marked = (_MARKS.get(span.change, ("", "")) for span in line.spans)
            yield "  " + "".join(f"{a}{s.words}{b}" for s, (a, b) in zip(line.spans, marked, strict=True))


def as_data(state: Routing, day: datetime.date) -> Json:
    """A package as data; who is late on that day."""
    told: Json = msgspec.to_builtins(account(state, day, own=packages.own(state)))
    return told


def as_line(state: Routing, day: datetime.date) -> Json:
    """The same as one of a list, without its text, changes and log."""
    told: Json = msgspec.to_builtins(told_line(state, day))
    return told

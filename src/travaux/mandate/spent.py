"""Tells which orders to be carried out once are spent: reported as done by a later message, or their day is past.

An order is never dropped: it is told with the passage that reports it, or with its day. What is allowed or forbidden,
and what is to be done whenever something happens, is not spent.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.mandate.deeds import Deed
from travaux.mandate.directives_due import due
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.likeness import likeness
from travaux.record.when import MONTHS


class Why(StrEnum):
    """By what an order is spent."""

    DONE = "reported done"
    ANSWERED = "answered"
    PAST = "its day is past"


@dataclass(frozen=True, slots=True)
class Spent:
    """An order that was to be carried out once, why it is spent, and the passage or the day that says so."""

    directive: Directive
    why: Why
    by: Citation | None = None
    words: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A later message by whom an order was given to: its day, what it says to have done, and where it refers to the
    message of the order (`at`; None where it does not)."""

    to: str
    date: datetime.date
    at: Citation | None
    deeds: tuple[Deed, ...]


_ONCE = frozenset({Act.RAISE, Act.CONSULT, Act.CLEAR, Act.ASSURE, Act.PROPOSE, Act.INTRODUCE, Act.REPORT})
#: Of these acts only what says so is to be done once; the others are, unless they are told for whenever.
_HELD = frozenset({Act.PROPOSE, Act.CLEAR, Act.ASSURE, Act.INTRODUCE})
_SAYS_ONCE = re.compile(
    r"(?i)\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|at once|immediately|urgently|soonest|"
    r"as soon as (?:possible|you can)|(?:at|in|on) your next|next (?:meeting|talk|call|conversation)|earliest|"
    r"deliver\w*|hand (?:him|her|them|over|to|the)|convey|transmit|inform|notify)\b"
)
_WHENEVER = re.compile(
    r"(?i)\b(?:whenever|if|should|each|every|unless|until|again|continue|from time to time|in the event)\b"
)
_RELATIVE = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1}
_RELATIVE_DAY = re.compile(rf"(?i)\b(?P<day>{'|'.join(_RELATIVE)})\b")
#: Behind it stands what is to be said, or what something is told of: a day there is no day by which to do it.
_CONTENT = re.compile(r"(?i)\b(?:that|which|whom?|whether|referring to)\b")
_NAMED_DAY = re.compile(
    rf"\b(?:by|before|on|(?:not|no) later than|prior to|at the meeting of)\s+(?:close of business )?"
    rf"(?P<day>(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?)\b"
)
#: So much of what the shorter says must be in the other, where the report refers to the order; and where it does not.
_LIKE, _LIKE_ALONE = 0.34, 0.6


def spent(directives: Iterable[Directive], replies: Sequence[Reply], *, on: datetime.date) -> tuple[Spent, ...]:
    """The orders that are spent on a day."""
    return tuple(_spent([each for each in directives if is_once(each)], replies, on))


def is_once(directive: Directive) -> bool:
    """Whether an order is to be carried out once."""
    if directive.denied or directive.allowed or directive.act not in _ONCE or directive.date is None:
        return False
    if directive.condition is not None and _WHENEVER.search(directive.condition.words):
        return False
    said = directive.act not in _HELD or _SAYS_ONCE.search(directive.words) is not None
    return said or _day(directive) is not None


def _day(directive: Directive) -> datetime.date | None:
    """The day by which, or on which, an order is to be carried out; None where it names none."""
    if directive.date is None:
        return None
    own = _CONTENT.split(directive.words, maxsplit=1)[0]
    words = " ".join((directive.deadline.words if directive.deadline else "", own))
    named = _NAMED_DAY.search(words)
    if named is not None:
        day = due(named["day"], told=directive.date)
        return datetime.date.fromisoformat(day) if day else None
    relative = _RELATIVE_DAY.search(words)
    days = _RELATIVE[relative["day"].lower()] if relative else None
    return directive.date + datetime.timedelta(days=days) if days is not None else None


def _spent(once: Sequence[Directive], replies: Sequence[Reply], on: datetime.date) -> Iterator[Spent]:
    to: dict[str, list[Reply]] = {}
    for reply in replies:
        to.setdefault(reply.to, []).append(reply)
    for directive in once:
        done = next(_done(directive, to.get(directive.document, ())), None)
        day = _day(directive)
        if done is not None:
            yield done
        elif day is not None and day < on:
            yield Spent(directive, Why.PAST, day=day)


def _done(directive: Directive, replies: Sequence[Reply]) -> Iterator[Spent]:
    """Of the messages that answer its own, those that report an order as done, the first first. A report is made by any
    answer."""
    for reply in replies:
        if directive.date is None or reply.date < directive.date:
            continue
        if directive.act is Act.REPORT:
            if reply.at is not None:
                yield Spent(directive, Why.ANSWERED, by=reply.at, day=reply.date)
            continue
        least = _LIKE if reply.at is not None else _LIKE_ALONE
        said = directive.object.words if directive.object else directive.words
        for deed in reply.deeds:
            if directive.act in deed.acts and likeness(said, deed.words) >= least:
                yield Spent(directive, Why.DONE, by=deed.at, words=deed.words, day=reply.date)

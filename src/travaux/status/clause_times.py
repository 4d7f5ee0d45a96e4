"""Reads what a clause says of a time: on which act it waits, of how many, and how long after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.terms import ALL, AT_ONCE, Delay, Trigger

#: What an entry into force may wait on.
ACTS = frozenset(
    "SIGNATURE DEPOSIT INSTRUMENTS RATIFY EXCHANGE NOTES REPLY RECEIPT PROCEDURES NOTIFYING NOTICE ADOPTION PUBLISH "
    "AGREE ENTRY".split()
)


@dataclass(frozen=True, slots=True)
class When:
    """What a sentence says of a time: on which act it waits, of how many, and how long after it."""

    trigger: Trigger
    delay: Delay = AT_ONCE
    count: int | None = None
    share_of: tuple[int, int] | None = None
    date_item: Item | None = None
    other: Item | None = None


def times(row: Sequence[Item], default: Trigger | None = None) -> list[When]:
    """The times that a row of items tells, in order; alternatives apart. `default` is the act where none is named."""
    cuts = [at for at, item in enumerate(row) if item.kind == "WHICHEVER"]
    row = row[: cuts[0]] if cuts else row
    delay = next((item for item in row if item.kind in (DELAY, PERIOD)), None)
    acts = [item for item in row if item.kind in ACTS or item.kind == "ENTERS"]
    date = next((item for item in row if item.kind == "DATE"), None)
    trigger = _trigger(row, {item.kind for item in acts}, either=bool(cuts))
    if trigger is None and date is None:
        return [] if not default or delay is None or delay.delay is None else [When(default, delay.delay)]
    if trigger is Trigger.DEPOSITS and date is not None and _is_fixed(row, date):
        trigger = None
    found: list[When] = []
    if trigger is not None:
        count, share = _count(row, trigger)
        after = delay.delay if delay is not None and delay.delay else AT_ONCE
        floor = date if date is not None and not cuts and _is_floor(row, date) else None
        found.append(When(trigger, after, count, share, floor, _other(row) if trigger is Trigger.INSTRUMENT else None))
    if date is not None and (not found or cuts):
        found.insert(0, When(Trigger.DATE, date_item=date))
    return found


def _other(row: Sequence[Item]) -> Item | None:
    place = next((at for at, item in enumerate(row) if item.kind in ("SAME_TIME", "ENTRY")), 0)
    return next((item for item in row[place:] if item.kind in ("OTHER", "THIS")), None)


def _is_floor(row: Sequence[Item], date: Item) -> bool:
    """'but not before 1 January 1980', 'on 1 January 1980 or as soon thereafter as'"""
    at = list(row).index(date)
    if _or_later(row, at):
        return True
    return any(item.kind in ("NOT", "BEFORE") or "later than" in item.words for item in row[max(at - 3, 0) : at])


def _or_later(row: Sequence[Item], date: int) -> bool:
    """Whether an act stands behind a day as what is waited for: 'on 1 January 1980, or as soon thereafter as'."""
    behind = row[date + 1 : date + 5]
    later = next((at for at, item in enumerate(behind) if item.kind == "THEREAFTER"), None)
    return later is not None and has(row[date + 1 + later :], *ACTS)


def _is_fixed(row: Sequence[Item], date: Item) -> bool:
    """'after approval by the Parties, on 1 January 1995'"""
    led = has(row[max(row.index(date) - 1, 0) : row.index(date)], "ON")
    return led and not has(row, "DEPOSIT", "INSTRUMENTS", "SIGNATURE", "OTHER", "DONE_AT", "WHICHEVER")


def _trigger(row: Sequence[Item], kinds: set[str], *, either: bool) -> Trigger | None:
    """The act that a time waits on; None where it is a day. `either`: of a day and an act one counts."""
    if [item.kind for item in row[:2]] == ["ON", "AGREE"]:
        return Trigger.AGREED
    dated = _first_of(row, "DATE")
    if dated < _first_of(row, *ACTS) and not either and not _or_later(row, dated):
        return None
    return Trigger.INSTRUMENT if _with_another(row) else _instruments(kinds) or _act(row, kinds)


def _instruments(kinds: set[str]) -> Trigger | None:
    """Instruments deposited, exchanged or received."""
    formal = bool(kinds & {"INSTRUMENTS", "RATIFY"})
    if "DEPOSIT" in kinds:
        return Trigger.DEPOSITS
    if kinds & {"EXCHANGE"} and formal and not kinds & {"NOTIFYING", "PROCEDURES"}:
        return Trigger.NOTES if "NOTES" in kinds and "INSTRUMENTS" not in kinds else Trigger.EXCHANGE
    received = "RECEIPT" in kinds and not kinds & {"NOTIFYING", "NOTICE", "NOTES", "PROCEDURES"}
    return Trigger.DEPOSITS if received and formal else None


def _act(row: Sequence[Item], kinds: set[str]) -> Trigger | None:
    notices = kinds & {"NOTIFYING", "NOTICE", "NOTES", "RECEIPT"}
    told = "NOTIFYING" in kinds or ("NOTICE" in kinds and has(row, "LAST", "ALL"))
    told |= any(item.kind == "INSTRUMENTS" and item.words.lower().startswith("notif") for item in row)
    found = {
        Trigger.NOTIFICATIONS: told or (notices and kinds & {"PROCEDURES", "RATIFY"}),
        Trigger.NOTES: "REPLY" in kinds or {"NOTES", "EXCHANGE"} <= kinds,
        Trigger.DEPOSITS: kinds & {"INSTRUMENTS", "RATIFY"},
        Trigger.EXCHANGE: "EXCHANGE" in kinds,
        Trigger.SIGNATURE: "SIGNATURE" in kinds,
        Trigger.INSTRUMENT: kinds & {"ENTRY", "ENTERS"} and has(row, "OTHER"),
    }
    first = next((trigger for trigger, there in found.items() if there), None)
    if first is not None:
        return first
    if "PROCEDURES" in kinds or notices:
        return Trigger.NOTIFICATIONS
    if "ADOPTION" in kinds:
        return Trigger.ADOPTION
    return Trigger.AGREED if "AGREE" in kinds else None


def _with_another(row: Sequence[Item]) -> bool:
    """'on the date of entry into force of the Treaty', 'together with the Treaty'"""
    places = [at for at, item in enumerate(row) if item.kind in ("SAME_TIME", "ENTRY")]
    return any(has(row[at + 1 : at + 2], "OTHER", "THIS") and not has(row[:at], *ACTS - {"ENTRY"}) for at in places[:1])


def _first_of(row: Sequence[Item], *kinds: str) -> int:
    return next((at for at, item in enumerate(row) if item.kind in kinds), len(row))


def _count(row: Sequence[Item], trigger: Trigger) -> tuple[int | None, tuple[int, int] | None]:
    """How many must have acted: a number, ALL, or a share."""
    for at, item in enumerate(row):
        near = {each.kind for each in row[at + 1 : at + 4]}
        if item.kind == "FRACTION":
            return None, _share(item.words)
        if item.kind in ("NUM", "ORD") and near & {"INSTRUMENTS", "PARTIES", "RATIFY", "DEPOSIT", "SIGNATURE", "PARTY"}:
            return item.number, None
    if has(row, "ALL", "EITHER", "LAST") or trigger in (
        Trigger.EXCHANGE,
        Trigger.NOTIFICATIONS,
        Trigger.SIGNATURE,
        Trigger.NOTES,
    ):
        return ALL, None
    if any(item.kind == "PARTY" and "last " in item.words.lower() for item in row):
        return ALL, None
    if any(
        item.kind == "PARTIES" and item.words.lower().startswith(("both", "all", "the two", "two", "the"))
        for item in row
    ):
        return ALL, None
    return None, None


def _share(words: str) -> tuple[int, int]:
    low = words.lower()
    parts = {"half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "majority": 2}
    whole = next((number for word, number in parts.items() if word in low), 0) or (3 if "/3" in low else 4)
    part = 3 if low.startswith(("three", "3")) else 2 if low.startswith(("two", "2")) else 1
    return part, whole

"""Keeps issues, positions and settlements as people enter them, and gives the register that those that count make."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from django.db.models import Max, QuerySet

from travaux.desk import models, shelf
from travaux.desk.access.decide import sees_all
from travaux.desk.access.names import cited_in
from travaux.errors import UnknownEntry
from travaux.mandate.issue import Dismissal, Issue, Passage
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Position, Settlement, Voice, Withdrawal

Entered = Issue | Voice | Passage | Position | Withdrawal | Settlement | Dismissal
#: What may be entered, under the names by which rows know it.
KINDS: Mapping[str, type[Entered]] = {
    kind.__name__.lower(): kind for kind in (Issue, Voice, Passage, Position, Withdrawal, Settlement, Dismissal)
}


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry with the number by which it is taken back, who made it, and when."""

    key: int
    entry: Entered
    by: str
    made_at: datetime.datetime
    register: str = ""


def keep(entry: Entered, *, by: str, made_at: datetime.datetime) -> models.IssueEntry:
    """Keep one entry; gives its row, whose key is the number by which it is taken back."""
    row = _row(entry, by=by, made_at=made_at)
    row.save(force_insert=True)
    return row


def keep_register(
    entries: Iterable[Entered], *, name: str, by: str, made_at: datetime.datetime
) -> list[models.IssueEntry]:
    """Keep the entries of a register as those of its name that count; gives their rows."""
    last = models.IssueEntry.objects.filter(register=name).aggregate(last=Max("batch"))["last"] or 0
    taken = models.IssueEntry(kind=_TAKEN, register=name, batch=last + 1, tree="", by=by, made_at=made_at)
    rows = [_row(entry, by=by, made_at=made_at) for entry in entries]
    for row in rows:
        row.register, row.batch = name, last + 1
    return models.IssueEntry.objects.bulk_create([taken, *rows])


def take_back(key: int, *, by: str, made_at: datetime.datetime) -> models.IssueEntry:
    """Have an entry no longer count; gives the row that says so. Raises UnknownEntry where none of that number was
    entered by itself and counts."""
    row = _counting().filter(pk=key, register="").first()
    if row is None:
        raise UnknownEntry(f"There is no entry {key} to take back.", remedy="Its number stands beside it.")
    back = models.IssueEntry(kind=row.kind, tree=row.tree, by=by, takes_back=row.pk, made_at=made_at)
    back.save(force_insert=True)
    return back


def kept(*, without: str | None = None) -> tuple[Kept, ...]:
    """The entries that count and may be seen, in the order in which they came; those of the register `without` left
    out."""
    rows = _counting().order_by("id")
    rows = rows if without is None else rows.exclude(register=without)
    newest = {
        row["register"]: row["newest"]
        for row in models.IssueEntry.objects.exclude(register="").values("register").annotate(newest=Max("batch"))
    }
    standing = [row for row in rows.iterator() if not row.register or row.batch == newest[row.register]]
    return tuple(
        Kept(int(row.pk), msgspec.json.decode(row.tree, type=KINDS[row.kind]), row.by, row.made_at, row.register)
        for row in _seen(standing)
    )


def register(entries: Iterable[Kept] | None = None) -> IssueRegister:
    """What the entries that count make together. An entry that rests on one that may not be seen is left out."""
    by_kind: dict[type[Entered], list[Entered]] = {kind: [] for kind in KINDS.values()}
    for each in kept() if entries is None else entries:
        by_kind[type(each.entry)].append(each.entry)
    positions = [one for one in by_kind[Position] if isinstance(one, Position)]
    held = {one.id for one in positions}
    settled = [one for one in by_kind[Settlement] if isinstance(one, Settlement)]
    return IssueRegister(
        issues=tuple(one for one in by_kind[Issue] if isinstance(one, Issue)),
        passages=tuple(one for one in by_kind[Passage] if isinstance(one, Passage)),
        positions=tuple(positions),
        withdrawals=tuple(o for o in by_kind[Withdrawal] if isinstance(o, Withdrawal) and o.position in held),
        settlements=tuple(one for one in settled if set(one.meets) <= held),
        voices=tuple(one for one in by_kind[Voice] if isinstance(one, Voice)),
        dismissals=tuple(one for one in by_kind[Dismissal] if isinstance(one, Dismissal)),
    )


def resting_on(row: models.IssueEntry) -> tuple[Withdrawal | Settlement, ...]:
    """The withdrawals and settlements that count and may be seen, and name the position of a row."""
    position = msgspec.json.decode(row.tree, type=KINDS[row.kind])
    if not isinstance(position, Position):
        return ()
    entries = [each.entry for each in kept()]
    gone = (one for one in entries if isinstance(one, Withdrawal) and one.position == position.id)
    met = (one for one in entries if isinstance(one, Settlement) and position.id in one.meets)
    return (*gone, *met)


def free_id() -> str:
    """An id for a position that none ever had, so that what was said of one is never said of another; those that do not
    count or may not be seen keep theirs."""
    trees = models.IssueEntry.objects.filter(kind=Position.__name__.lower()).values_list("tree", flat=True)
    taken = (_NUMBERED.fullmatch(msgspec.json.decode(tree, type=Position).id) for tree in trees.iterator())
    return f"entered-{max((int(found['number']) for found in taken if found), default=0) + 1}"


def dismissed() -> tuple[Kept, ...]:
    """What a person said is none of what is proposed, and stands so, the newest first."""
    return tuple(each for each in reversed(kept()) if isinstance(each.entry, Dismissal))


_TAKEN = "taken"
_NUMBERED = re.compile(r"entered-(?P<number>\d{1,9})")


def _row(entry: Entered, *, by: str, made_at: datetime.datetime) -> models.IssueEntry:
    kind = type(entry).__name__.lower()
    return models.IssueEntry(kind=kind, tree=msgspec.json.encode(entry).decode(), by=by, made_at=made_at)


def _counting() -> QuerySet[models.IssueEntry]:
    taken = models.IssueEntry.objects.filter(takes_back__isnull=False).values("takes_back")
    return models.IssueEntry.objects.filter(takes_back__isnull=True).exclude(pk__in=taken).exclude(kind=_TAKEN)


def _seen(rows: list[models.IssueEntry]) -> list[models.IssueEntry]:
    """Those that cite no document that whoever looks now may not see."""
    if sees_all():
        return rows
    cited = {row.pk: cited_in(row.tree) for row in rows}
    seen = shelf.idents_seen(frozenset[str]().union(*cited.values()))
    return [row for row in rows if cited[row.pk] <= seen]

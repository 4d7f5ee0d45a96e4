"""Keeps what is done with packages in clearance, and tells where each stands to those who may see all that is in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec
from django.db.models import Max

from travaux.clearance import entries
from travaux.clearance.entries import Entry, Opened
from travaux.clearance.package import Package
from travaux.clearance.routing import Routing, routing
from travaux.desk import models, shelf
from travaux.desk.access.decide import sees_all
from travaux.desk.access.rests import cited_in
from travaux.desk.access.viewer import current
from travaux.errors import UnknownEntry

_KINDS: dict[str, type[Entry]] = {
    kind.__name__.lower(): kind
    for kind in (
        Opened, entries.Circulated, entries.Replied, entries.Settled, entries.Revised, entries.HandedOver,
        entries.Reminded, entries.Recalled, entries.Decided, entries.Sent,
    )
}  # fmt: skip


def keep(entry: Entry, *, package: str) -> models.ClearanceEntry:
    """Keep an act as the next in the log of its package; gives its row."""
    last = models.ClearanceEntry.objects.filter(package=package).aggregate(last=Max("position"))["last"]
    row = models.ClearanceEntry(
        package=package,
        position=0 if last is None else last + 1,
        kind=type(entry).__name__.lower(),
        tree=msgspec.json.encode(entry).decode(),
        by=entry.by,
        person=entry.person,
        made_at=entry.made_at,
    )
    row.save(force_insert=True)
    return row


def taken(package: str) -> bool:
    """Whether there is a package of that id, whoever may see it."""
    return models.ClearanceEntry.objects.filter(package=package).exists()


def packages() -> tuple[Routing, ...]:
    """Where every package stands that may be seen, the one last acted on first."""
    found = [state for state in map(_routing, _idents()) if state is not None]
    return tuple(sorted(found, key=lambda state: state.log[-1].made_at, reverse=True))


def package(ident: str) -> Routing:
    """Where one stands. Raises UnknownEntry where there is none that may be seen."""
    state = _routing(ident)
    if state is None:
        there = ", ".join(one.package.id for one in packages()) or "none yet"
        raise UnknownEntry(f"There is no package {ident}.", remedy=f"There are: {there}.")
    return state


def held_by(office: str) -> tuple[Routing, ...]:
    """The packages that wait for an office, or for its hand."""
    return tuple(state for state in packages() if office in state.held_up_by)


def offices() -> tuple[str, ...]:
    """Everybody who has a part in any package."""
    found = {office for state in packages() for office in participants(state.package)}
    return tuple(sorted(found))


def participants(package: Package) -> tuple[str, ...]:
    """Who has a part in a package: the drafter, the offices on its route, the approver."""
    route = (seat.office for seat in package.seats)
    return tuple(filter(None, dict.fromkeys((package.drafter, *route, package.approver))))


def _idents() -> Iterator[str]:
    yield from models.ClearanceEntry.objects.order_by("package").values_list("package", flat=True).distinct()


def _routing(ident: str) -> Routing | None:
    rows = list(models.ClearanceEntry.objects.filter(package=ident).order_by("position"))
    if not rows:
        return None
    log = [msgspec.json.decode(row.tree, type=_KINDS[row.kind]) for row in rows]
    state = routing(log)
    return state if _may_see(state.package, [row.tree for row in rows]) else None


def _may_see(package: Package, trees: list[str]) -> bool:
    """Whether whoever looks now has a part in a package, and may see every document that is in it."""
    if sees_all():
        return True
    if not _may_see_subject(package.subject):
        return False
    own = f"{package.id}/"
    cited = {ident for tree in trees for ident in cited_in(tree) if not ident.startswith(own)}
    offices = {office.casefold() for office in current().offices}
    has_part = any(one.casefold() in offices for one in participants(package))
    return has_part and cited <= shelf.idents_seen(cited)


def _may_see_subject(subject: str) -> bool:
    """Whether the draft that a package is of may be seen: it rests on instructions too of which it has no words."""
    is_draft = models.Draft._base_manager.filter(ident=subject).exists()
    return not is_draft or models.Draft.objects.filter(ident=subject).exists()


def today() -> datetime.date:
    """The day on which deadlines are reckoned."""
    return datetime.datetime.now(datetime.UTC).date()

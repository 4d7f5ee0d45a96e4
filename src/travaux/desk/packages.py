"""Keeps what is done with packages in clearance, and tells where each stands to those who may see all that is in it.

A package is known by the id that it was given. Where one that its maker may not see has that id, it is kept under a key
of its own, so that nobody learns of the other; who may see both sees that key for the later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec
from django.db.models import Max, Q, QuerySet

from travaux.clearance import entries
from travaux.clearance.entries import Entry, Opened
from travaux.clearance.package import Package
from travaux.clearance.routing import routing
from travaux.clearance.standing import Routing
from travaux.desk import models, shelf
from travaux.desk.access.decide import sees_all
from travaux.desk.access.names import cited_in
from travaux.desk.access.viewer import current
from travaux.errors import UnknownEntry

_KINDS: dict[str, type[Entry]] = {
    kind.__name__.lower(): kind
    for kind in (
        Opened, entries.Circulated, entries.Replied, entries.Settled, entries.Revised, entries.HandedOver,
        entries.Reminded, entries.Recalled, entries.Decided, entries.Sent,
    )
}  # fmt: skip


#: What stands in a key between the id of a package and how many had it before.
_AGAIN = "~"


def keep(entry: Entry, *, package: str) -> models.ClearanceEntry:
    """Keep an act as the next in the log of the package with that key; gives its row."""
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


def free_key(ident: str) -> str | None:
    """The key for a new package of that id; None where there is one that whoever asks may see."""
    if any(known == ident for known, _, _ in _seen(_like(ident))):
        return None
    kept = set(_like(ident))
    return next(key for key in (ident, *(f"{ident}{_AGAIN}{n}" for n in range(2, len(kept) + 3))) if key not in kept)


def packages() -> tuple[Routing, ...]:
    """Where every package stands that may be seen, the one last acted on first."""
    found = [as_known(state, known) for known, _, state in _seen(_opened().values_list("package", flat=True))]
    return tuple(sorted(found, key=lambda state: state.log[-1].made_at, reverse=True))


def package(ident: str) -> Routing:
    """Where one stands. Raises UnknownEntry where there is none that may be seen."""
    return as_known(keyed(ident)[1], ident)


def as_known(state: Routing, ident: str) -> Routing:
    """Where a package stands, under the id by which whoever asks knows it."""
    return replace(state, package=replace(state.package, id=ident))


def own(state: Routing) -> str:
    """What the ids of texts begin with that are a package's own, and in no document: with the id that it was given."""
    opened = state.log[0]
    assert isinstance(opened, Opened)
    return f"{opened.package.id}/"


def keyed(ident: str) -> tuple[str, Routing]:
    """The key under which one is kept, and where it stands, under the id that it was given. Raises UnknownEntry where
    none may be seen."""
    for known, key, state in _seen(_like(ident)):
        if known == ident:
            return key, state
    there = ", ".join(one.package.id for one in packages()) or "none yet"
    raise UnknownEntry(f"There is no package {ident}.", remedy=f"There are: {there}.")


class _Subject(msgspec.Struct):
    subject: str = ""


class _Of(msgspec.Struct):
    package: _Subject


def decided_by_subject() -> dict[str, list[str]]:
    """The keys of the packages in which something was decided, the oldest first, by what they are about."""
    decided = models.ClearanceEntry.objects.filter(kind=entries.Decided.__name__.lower()).values("package")
    found: dict[str, list[str]] = {}
    for key, tree in _opened().filter(package__in=decided).values_list("package", "tree"):
        found.setdefault(msgspec.json.decode(tree, type=_Of).package.subject, []).append(key)
    return found


def seen(keys: Iterable[str]) -> tuple[Routing, ...]:
    """Where those of these packages stand that may be seen."""
    return tuple(as_known(state, known) for known, _, state in _seen(keys))


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


def _opened() -> QuerySet[models.ClearanceEntry]:
    return models.ClearanceEntry.objects.filter(position=0).order_by("pk")


def _like(ident: str) -> Iterable[str]:
    """The keys of the packages that may have been given that id, or be known by it, the oldest first."""
    first = ident.partition(_AGAIN)[0]
    like = Q(package=first) | Q(package__startswith=f"{first}{_AGAIN}")
    return _opened().filter(like).values_list("package", flat=True)


def _seen(keys: Iterable[str]) -> Iterator[tuple[str, str, Routing]]:
    """Those of these packages that may be seen: the id by which each is known, its key, and where it stands. Of several
    with one id the first is known by it, the others by their keys."""
    known = set[str]()
    for key in keys:
        state = _routing(key)
        if state is not None:
            ident = key if state.package.id in known else state.package.id
            known.add(ident)
            yield ident, key, state


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
    cited = {ident for tree in trees for ident in cited_in(tree)}
    # A package may be called as a volume is ("frus1958-60v18"): what begins with its id may be a document all the same.
    own = {ident for ident in cited if ident.startswith(f"{package.id}/")}
    cited -= own - set(models.Document._base_manager.filter(ident__in=own).values_list("ident", flat=True))
    offices = {office.casefold() for office in current().offices}
    has_part = any(one.casefold() in offices for one in participants(package))
    return has_part and cited <= shelf.idents_seen(cited)


def _may_see_subject(subject: str) -> bool:
    """Whether the draft that a package is of may be seen: it rests on instructions too of which it has no words."""
    is_draft = models.Draft._base_manager.filter(ident=subject).exists()
    return not is_draft or models.Draft.objects.filter(ident=subject).exists()

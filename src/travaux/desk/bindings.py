"""Tells where the provisions of an issue stand on a day: each was named in a draft, and later drafts may number it
otherwise. Of an issue that names no draft the numbers alone are known, and they stand as they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from travaux.desk import convert, models, shelf
from travaux.errors import UnreadableAddress
from travaux.mandate.bound import bound
from travaux.mandate.issue import Issue
from travaux.text.draft import Draft
from travaux.text.instrument import by_instrument
from travaux.text.parse import parse


@dataclass(frozen=True, slots=True)
class Binding:
    """A provision as an issue names it, of which draft, and the address at which it stands in the draft `standing`, ""
    where it does not stand there."""

    named: str
    of: Draft
    standing: Draft
    now: str


def bindings(issue: Issue, *, on: datetime.date) -> tuple[Binding, ...]:
    """Where the provisions of an issue stand in the newest version by a day of the instrument that they were named
    in; none where the issue names no draft, or one that may not be seen."""
    if not issue.draft or not issue.provisions:
        return ()
    line = _line(issue.draft)
    return _bindings(issue, line.to(line.newest(on)))


def provisions_in(issue: Issue, draft: str) -> tuple[str, ...]:
    """The addresses of the provisions of an issue as a draft numbers them, one that is not there left out; as the issue
    names them where it names no draft of the same instrument."""
    found = _bindings(issue, _line(issue.draft).to(draft)) if issue.draft else ()
    return tuple(each.now for each in found if each.now) if found else issue.provisions


def numbered(
    issues: Iterable[Issue], days: Mapping[str, datetime.date], drafts: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """The addresses of the provisions of issues as documents of these days number them, and as drafts do, by their ids;
    of those that no issue that names a draft says anything of, none."""
    found: dict[str, list[str]] = {}
    whole = tuple(issues)
    if not any(issue.draft and issue.provisions for issue in whole):
        return {}
    wanted = tuple(dict.fromkeys(drafts))
    for issue in whole:
        line = _line(issue.draft) if issue.draft else _Line("", {})
        meant = {document: line.newest(day) for document, day in days.items()}
        meant |= {draft: draft if draft in line.dates else "" for draft in wanted}
        stand = {target: _bindings(issue, line.to(target)) for target in set(meant.values()) if target}
        for ident, target in meant.items():
            told = stand.get(target, ())
            now = [each.now for each in told if each.now] if told else issue.provisions
            found.setdefault(ident, []).extend(now)
    return {ident: tuple(now) for ident, now in found.items()}


@dataclass(frozen=True, slots=True)
class _Line:
    """The versions of the instrument that a draft is of, in their order, each with its day; none where the draft may
    not be seen."""

    ident: str
    dates: Mapping[str, datetime.date | None]

    def newest(self, day: datetime.date) -> str:
        """The newest by a day; the draft itself where all are later, "" where there is none."""
        known = [ident for ident, date in self.dates.items() if date and date <= day]
        return known[-1] if known else (self.ident if self.ident in self.dates else "")

    def to(self, target: str) -> tuple[Draft, ...]:
        """The versions from this one to another, forward or backward."""
        if target not in self.dates:
            return ()
        order = list(self.dates)
        first, last = order.index(self.ident), order.index(target)
        path = order[first : last + 1] if first <= last else order[last : first + 1][::-1]
        found = {row.ident: convert.draft(row) for row in models.Draft.objects.filter(ident__in=path)}
        return tuple(found[each] for each in path)


def _line(ident: str) -> _Line:
    groups = by_instrument(shelf.drafts())
    kin = next((each for each in groups if any(row.ident == ident for row in each)), [])
    return _Line(ident, {row.ident: row.date for row in kin})


def _bindings(issue: Issue, drafts: tuple[Draft, ...]) -> tuple[Binding, ...]:
    if not drafts:
        return ()
    return tuple(Binding(named, drafts[0], drafts[-1], _now(named, drafts)) for named in issue.provisions)


def _now(named: str, drafts: tuple[Draft, ...]) -> str:
    try:
        address = parse(named)
    except UnreadableAddress:
        return ""
    if len(drafts) == 1:
        return named
    found = bound(address, drafts)
    return str(found) if found is not None else ""

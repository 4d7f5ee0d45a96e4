"""Every issue of a negotiation with what is held on it: what a person entered or confirmed, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from travaux.mandate.issue import Dismissal, Issue, Passage, folded
from travaux.mandate.position import Actor, Position, Settlement, Voice, Withdrawal


@dataclass(frozen=True)
class IssueRegister:
    """Issues in their order, and what papers say on them. Raises ValueError where an entry names what is not there."""

    issues: tuple[Issue, ...] = ()
    passages: tuple[Passage, ...] = ()
    positions: tuple[Position, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    voices: tuple[Voice, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()

    def __post_init__(self) -> None:
        _require_once("issue", (issue.id for issue in self.issues))
        _require_once("position", (position.id for position in self.positions))
        self._require_names_apart()
        for issue in self.issues:
            self._require_issue(issue.parent, f"the issue {issue.id}")
            if issue.id in self.above(issue.id):
                raise ValueError(f"the issue {issue.id} stands below itself")
        said = [(each.issue, each.at) for each in self.passages]
        said += [(each.issue, each.at) for each in self.positions]
        said += [(each.issue, each.at) for each in self.settlements]
        for ident, at in said:
            self._require_issue(ident, f"the entry on {at}")
        positions = {position.id for position in self.positions}
        for ident in (*(one.position for one in self.withdrawals), *(i for s in self.settlements for i in s.meets)):
            if ident not in positions:
                raise ValueError(f"there is no position {ident}")

    def _require_issue(self, ident: str, by: str) -> None:
        if ident and ident not in self.by_id:
            raise ValueError(f"there is no issue {ident}, which {by} names")

    def _require_names_apart(self) -> None:
        homes: dict[str, str] = {}
        for issue in self.issues:
            for name in issue.names:
                other = homes.setdefault(folded(name), issue.id)
                if other != issue.id:
                    raise ValueError(f"“{name}” is a name of both {other} and {issue.id}")

    @cached_property
    def by_id(self) -> dict[str, Issue]:
        """The issues by their ids."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def by_name(self) -> dict[str, Issue]:
        """The issues by every name, as names are compared."""
        return {folded(name): issue for issue in self.issues for name in issue.names}

    @property
    def ours(self) -> str:
        """The party whose papers these are, "" where nobody said."""
        return next((voice.actor.party for voice in self.voices if voice.ours), "")

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who holds a position, the parties before their offices."""
        held = {position.actor for position in self.positions}
        parties = dict.fromkeys(position.actor.party for position in self.positions)
        order = {party: place for place, party in enumerate(parties)}
        return tuple(sorted(held, key=lambda each: (order[each.party], each.office)))

    def above(self, ident: str) -> tuple[str, ...]:
        """The ids of the wider issues that one belongs to, the nearest first."""
        found: list[str] = []
        parent = self.by_id[ident].parent
        while parent and parent in self.by_id and parent not in found:
            found.append(parent)
            parent = self.by_id[parent].parent
        return tuple(found)

    def in_order(self) -> tuple[tuple[Issue, int], ...]:
        """Every issue with how deep it stands, each right below the one it belongs to."""
        return tuple(self._below("", 0))

    def _below(self, parent: str, depth: int) -> Iterable[tuple[Issue, int]]:
        for issue in self.issues:
            if issue.parent == parent:
                yield issue, depth
                yield from self._below(issue.id, depth + 1)


def _require_once(what: str, idents: Iterable[str]) -> None:
    twice = [ident for ident, count in Counter(idents).items() if count > 1]
    if twice:
        raise ValueError(f"there are two of the {what} {twice[0]}")

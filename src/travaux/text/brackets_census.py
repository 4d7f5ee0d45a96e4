"""Counts the brackets of a draft: how many, where, whose, what is to be filled in, and for how long each has stood."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from travaux.findings import Finding
from travaux.text.bracket import Bracket, Bracketed
from travaux.text.brackets import brackets
from travaux.text.brackets_places import Placed, places
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a text: the draft's id and date."""

    draft: str
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A bracket of one version. `since` is the version in which it is first found, `versions` in how many it stands."""

    placed: Placed
    since: Version
    versions: int = 1

    @property
    def bracket(self) -> Bracket:
        """The bracket itself."""
        return self.placed.standing.bracket

    @property
    def address(self) -> str:
        """Where it is, in words; "" for a text without provisions."""
        return str(self.placed.at) if self.placed.at else ""

    @property
    def proposers(self) -> tuple[str, ...]:
        """Whose alternatives it holds, those within inner brackets left out."""
        return tuple(dict.fromkeys(name for each in self.bracket.alternatives for name in each.backing.proposers))

    def days(self, today: datetime.date | None) -> int | None:
        """For how many days it has stood at a date; None where a version bears no date."""
        return (today - self.since.date).days if today and self.since.date else None


@dataclass(frozen=True, slots=True)
class Census:
    """The brackets of one version. A clean text has none."""

    version: Version
    text: Bracketed
    brackets: tuple[Counted, ...]

    @property
    def placeholders(self) -> tuple[Counted, ...]:
        """What is left to be filled in."""
        return tuple(one for one in self.brackets if one.bracket.placeholder)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading the brackets left to a person."""
        return self.text.findings

    @property
    def proposers(self) -> tuple[tuple[str, int], ...]:
        """Whose brackets there are, and how many of each; "" for those that nobody is named for."""
        return _most(name for one in self.brackets for name in one.proposers or ("",))

    @property
    def addresses(self) -> tuple[tuple[str, int], ...]:
        """Where there are brackets, in the order of the text, and how many."""
        return tuple(Counter(one.address for one in self.brackets).items())

    @property
    def oldest(self) -> Counted | None:
        """The bracket that stands in the most versions; of several the first in the text."""
        return max(self.brackets, key=lambda one: one.versions, default=None)


@dataclass(frozen=True, slots=True)
class Turn:
    """One version in the course of a text: its census, how many of its brackets are new, how many of those of the
    version before are gone."""

    census: Census
    new: int
    gone: int


def census(draft: Draft, *, parties: Iterable[str] = ()) -> Census:
    """The census of one draft by itself."""
    return curve((draft,), parties=parties)[0]


def curve(drafts: Sequence[Draft], *, parties: Iterable[str] = ()) -> tuple[Census, ...]:
    """The census of each version of a text, in the order given; brackets that stay are known again.

    A bracket is the same one where its alternatives are: at its address, or elsewhere if only one bracket of each
    version has them. Else it is the one at its address that shares an alternative with it, or that holds whole lines as
    it does. Names known from one version are known in the later ones.
    """
    known = frozenset(parties)
    found: list[Census] = []
    for draft in drafts:
        text = brackets(draft, parties=known)
        known |= text.parties
        version = Version(draft.id, draft.date)
        counted = tuple(Counted(placed, version) for placed in places(text))
        found.append(Census(version, text, _aged(counted, found[-1].brackets) if found else counted))
    return tuple(found)


def course(censuses: Iterable[Census]) -> tuple[Turn, ...]:
    """What each version brought and what it settled, of the censuses that `curve` gives."""
    turns: list[Turn] = []
    before = 0
    for each in censuses:
        new = sum(one.versions == 1 for one in each.brackets)
        turns.append(Turn(each, new, before - (len(each.brackets) - new)))
        before = len(each.brackets)
    return tuple(turns)


def _aged(counted: tuple[Counted, ...], before: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """The brackets with the age of those they were in the version before."""
    alone = _alone(counted) & _alone(before)
    left = list(before)
    aged = list(counted)
    for is_same in (_is_unchanged, _is_moved, _is_revised):
        for index, one in enumerate(aged):
            if one.versions > 1 or (is_same is _is_moved and _offered(one) not in alone):
                continue
            was = next((other for other in left if is_same(one, other)), None)
            if was is not None:
                left.remove(was)
                aged[index] = replace(one, since=was.since, versions=was.versions + 1)
    return tuple(aged)


def _alone(counted: tuple[Counted, ...]) -> frozenset[tuple[str, ...]]:
    """What only one bracket of a version offers: words by which it is known at another place."""
    offered = Counter(map(_offered, counted))
    return frozenset(words for words, count in offered.items() if count == 1)


def _is_unchanged(one: Counted, other: Counted) -> bool:
    return one.address == other.address and _offered(one) == _offered(other)


def _is_moved(one: Counted, other: Counted) -> bool:
    return _offered(one) == _offered(other)


def _is_revised(one: Counted, other: Counted) -> bool:
    if one.address != other.address:
        return False
    shared = {*_offered(one)} & {*_offered(other)} - {""}
    return bool(shared) or (one.placed.whole and other.placed.whole)


def _offered(one: Counted) -> tuple[str, ...]:
    """The wordings that a bracket offers, whoever offers them."""
    return tuple(each.words for each in one.bracket.alternatives)


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda entry: -entry[1]))

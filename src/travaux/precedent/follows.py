"""A draft held against a whole library: which agreement each article follows, which one the draft, and what is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.findings import Citation, Finding
from travaux.precedent.clause import Agreement, Clause
from travaux.precedent.gather import clauses
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.precedents import Precedent, precedents
from travaux.precedent.verify import FEWEST
from travaux.precedent.words import words
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.lint_leftovers import leftovers

#: So alike an article is at least to be told; below that it has no precedent. What shares fewer words is not looked at.
LEAST, LOOKED_AT = 0.5, 0.3
_NEAREST, _PASSAGES, _COLUMNS = 3, 40, 8


@dataclass(frozen=True, slots=True)
class Followed:
    """A clause of a draft with the passages nearest to it, and the share of its words that stand in each agreement."""

    clause: Clause
    words: int
    nearest: tuple[Precedent, ...]
    taken: dict[str, float]

    @property
    def is_new(self) -> bool:
        """Whether nothing in the library reads like it."""
        return not self.nearest or self.nearest[0].likeness < LEAST


@dataclass(frozen=True, slots=True)
class Source:
    """An agreement that a draft has words in common with: the share of its words, and how many clauses are alike."""

    agreement: Agreement
    taken: float
    clauses: int


@dataclass(frozen=True, slots=True)
class Follows:
    """A draft against a library. `sources`: what it has most words of, first the one that it follows as a whole.

    `left_over` is what in it belongs to one of these, as another party's name.
    """

    draft: Draft
    clauses: tuple[Followed, ...]
    sources: tuple[Source, ...]
    left_over: tuple[Finding, ...]

    @property
    def new(self) -> tuple[Followed, ...]:
        """The clauses without a precedent."""
        return tuple(each for each in self.clauses if each.is_new)


def follows(index: Index, draft: Draft, *, narrow: Narrow | None = None) -> Follows:
    """Hold every clause of a draft of twelve words and more against the library.

    The share of words taken is that of the words of a clause which stand, in order, in one clause of an agreement.
    """
    found: list[Followed] = []
    for clause in clauses(draft):
        if clause.inner or len(words(clause.words)) < FEWEST:
            continue
        near = precedents(index, clause.words, narrow=narrow, least=LOOKED_AT, most=_PASSAGES).found
        taken: dict[str, float] = {}
        for each in near:
            taken[each.agreement.id] = max(taken.get(each.agreement.id, 0.0), each.taken)
        told = tuple(each for each in near if each.likeness >= LEAST)[:_NEAREST] or near[:1]
        found.append(Followed(clause, len(words(clause.words)), told, taken))
    sources = _sources(index, found)
    others = [_as_draft(each.agreement) for each in sources[:_NEAREST] if each.clauses]
    return Follows(draft, tuple(found), sources, _left_over(draft, others))


def _sources(index: Index, found: Sequence[Followed]) -> tuple[Source, ...]:
    """The agreements with most of a draft's words."""
    total = sum(each.words for each in found)
    count: dict[str, int] = defaultdict(int)
    shared: dict[str, float] = defaultdict(float)
    for each in found:
        for id, share in each.taken.items():
            shared[id] += share * each.words
        for id in {near.agreement.id for near in each.nearest if near.likeness >= LEAST}:
            count[id] += 1
    by_id = {one.id: one for one in index.agreements}
    order = sorted(shared, key=lambda id: (-shared[id], id))[:_COLUMNS]
    return tuple(Source(by_id[id], shared[id] / total, count[id]) for id in order)


def _left_over(draft: Draft, others: Sequence[Draft]) -> tuple[Finding, ...]:
    """What in a draft names the parties or the days of another; what is amiss in it by itself is told elsewhere."""
    alone = set(leftovers(draft))
    return tuple(dict.fromkeys(each for each in leftovers(draft, others) if each not in alone))


def _as_draft(agreement: Agreement) -> Draft:
    """An agreement by its title and its parties, as the lint asks for them."""
    at = Citation(agreement.id, 0, len(agreement.title))
    title = Provision(ProvisionKind.TITLE, content=(Run(agreement.title, at),))
    between = " and ".join(f"the {name}" for name in agreement.parties)
    opening = (Provision(ProvisionKind.FORMULA, content=(Run(f"{between},", at),)),) if between else ()
    return Draft(
        id=agreement.id,
        title=agreement.title,
        provisions=(title, *((Provision(ProvisionKind.PREAMBLE, children=opening),) if opening else ())),
        at=at,
        date=agreement.date,
    )

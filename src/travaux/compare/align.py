"""Which provision of one draft answers to which of another, and what became of it: kept, moved, renumbered, split,
merged, inserted or deleted. Told by number, and where that fails by the words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from travaux.compare.overlay import Overlay, overlay
from travaux.text.draft import Draft, Provision
from travaux.text.lines import same_number

# A provision came out of another, or went into it, where that has so much of its words.
_PART = 0.5


class Fate(StrEnum):
    """What became of a provision from one draft to the next."""

    KEPT = "kept"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision before and after; None on the side that lacks it.

    `moved`: others have changed sides with it. `into`: provisions of the later draft, besides `after`, that words of
    `before` went to; `out_of`: provisions of the earlier draft, besides `before`, that `after` has words from.
    """

    before: Provision | None
    after: Provision | None
    moved: bool = False
    into: tuple[Provision, ...] = ()
    out_of: tuple[Provision, ...] = ()

    @property
    def renumbered(self) -> bool:
        """Whether it has another number; Roman or Arabic is the same."""
        if self.before is None or self.after is None:
            return False
        return not same_number(self.before.number, self.after.number)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What became of it, in the order of `Fate`: a provision may be moved, renumbered and split at once."""
        if self.before is None:
            return (Fate.SPLIT,) if self.out_of else (Fate.INSERTED,)
        if self.after is None:
            return (Fate.MERGED,) if self.into else (Fate.DELETED,)
        told = {
            Fate.MOVED: self.moved, Fate.RENUMBERED: self.renumbered,
            Fate.SPLIT: bool(self.into), Fate.MERGED: bool(self.out_of),
        }  # fmt: skip
        return tuple(fate for fate, holds in told.items() if holds) or (Fate.KEPT,)


#: The place of a pair: that of its later unit, or where it has none that of its earlier one.
Place = tuple[int | None, int | None]


def align(before: Draft, after: Draft) -> tuple[Pair, ...]:
    """The outermost provisions of two drafts in pairs, in the order of the later one; what it dropped stands
    where it stood.

    An article whose number now stands for another text is paired with the one that reads most like it.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind, Run
    >>> def draft(*articles):
    ...     at = Citation("d1", 0, 9)
    ...     provisions = [
    ...         Provision(ProvisionKind.ARTICLE, number, content=(Run(words, at),)) for number, words in articles
    ...     ]
    ...     return Draft(id="d1/draft", title="Ferry Treaty", provisions=tuple(provisions), at=at)
    >>> before = draft(("1", "The ferry runs daily."), ("2", "Fares are free."))
    >>> after = draft(("1", "Pilots are licensed."), ("2", "The ferry runs daily."), ("3", "Fares are free."))
    >>> [(pair.before and pair.before.number, pair.after.number, *pair.fates) for pair in align(before, after)]
    [(None, '1', <Fate.INSERTED: 'inserted'>), ('1', '2', <Fate.RENUMBERED: 'renumbered'>), ('2', '3', \
<Fate.RENUMBERED: 'renumbered'>)]
    """
    return tuple(pair for _, pair in pairing(overlay(before, after, legible=True)))


def pairing(laid: Overlay) -> list[tuple[Place, Pair]]:
    """The units of two texts in pairs, each under its place, in the order of the later text; one that is gone follows
    the one it stood behind."""
    partner = dict(laid.pairs)
    answers = {j: i for i, j in partner.items()}
    into, out_of = _parts(laid, partner, answers)
    gone: dict[int, list[int]] = defaultdict(list)
    anchor = -1
    for i in range(len(laid.before)):
        anchor = partner.get(i, anchor)
        if i not in partner:
            gone[anchor].append(i)
    pairs: list[tuple[Place, Pair]] = []
    for j in range(-1, len(laid.after)):
        if j >= 0:
            one = answers.get(j)
            before = laid.before[one] if one is not None else None
            moved = (one, j) in laid.moved
            pairs.append(((None, j), Pair(before, laid.after[j], moved, into.get(one, ()), out_of.get(j, ()))))
        pairs += [((i, None), Pair(laid.before[i], None, into=into.get(i, ()))) for i in gone.get(j, ())]
    return pairs


def _parts(
    laid: Overlay, partner: dict[int, int], answers: dict[int, int]
) -> tuple[dict[int | None, tuple[Provision, ...]], dict[int, tuple[Provision, ...]]]:
    """Which later units have words of each earlier one, and the other way about, besides the one it answers to."""
    if len(partner) == len(laid.before) and len(answers) == len(laid.after):
        return {}, {}
    into: dict[int | None, list[int]] = defaultdict(list)
    out_of: dict[int, list[int]] = defaultdict(list)
    for (i, j), words in sorted(laid.given().items()):
        came = j not in answers and words >= _PART * laid.new.count(j)
        went = i not in partner and words >= _PART * laid.old.count(i)
        if (came or went) and laid.before[i].kind is laid.after[j].kind:
            into[i].append(j)
            out_of[j].append(i)
    return (
        {i: tuple(laid.after[j] for j in found) for i, found in into.items()},
        {j: tuple(laid.before[i] for i in found) for j, found in out_of.items()},
    )


def alike(one: str, other: str) -> float:
    """How much two lines share of their words, in order: 0 to 1."""
    return float(Indel.normalized_similarity(one.casefold().split(), other.casefold().split()))

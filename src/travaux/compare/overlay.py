"""Lays two texts over each other: which unit answers to which, which words stay, and what went elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.compare.answering import Answers, answering, common
from travaux.compare.blocks import Block, size
from travaux.compare.matching import Apart, flat, line_for_line, matching
from travaux.compare.matching import least as leaving_least
from travaux.compare.matching import legible as legibly
from travaux.compare.printed import Printed, printed
from travaux.compare.staying import staying
from travaux.text.draft import Draft, Provision, ProvisionKind

# What others have changed sides with must have this share of its words in common with what it answers to.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Overlay:
    """Two texts laid over each other, both as units in reading order.

    `pairs`: the units that answer to each other, `moved` those of them that others have changed sides with, each with
    the words it has in common. `kept`: the words of all others that keep their order, `strayed` those that do not.
    """

    before: Sequence[Provision]
    after: Sequence[Provision]
    old: Printed
    new: Printed
    pairs: list[tuple[int, int]]
    moved: dict[tuple[int, int], list[Block]]
    kept: list[Block]
    strayed: list[Block]

    def given(self) -> Counter[tuple[int, int]]:
        """How many words each unit has from each."""
        words: Counter[tuple[int, int]] = Counter()
        for block in (*self.kept, *self.strayed, *(block for held in self.moved.values() for block in held)):
            i, j, left = block
            while left:
                one, other = self.old.unit_at(i), self.new.unit_at(j)
                count = min(left, self.old.span(one)[1] - i, self.new.span(other)[1] - j)
                words[one, other] += count
                i, j, left = i + count, j + count, left - count
        return words


def overlay(before: Draft | Provision | None, after: Draft | Provision | None, *, legible: bool = False) -> Overlay:
    """Two texts laid over each other with as few words changed as can be; or `legible`: provision by provision, and
    lines that say other things have nothing in common, whatever small words they share. Two drafts are taken apart
    into their units, any other text is one unit."""
    if isinstance(before, Draft) and isinstance(after, Draft):
        olds, news = units(before.provisions), units(after.provisions)
        old, new = printed(map(_all, olds)), printed(map(_all, news))
        found = answering(olds, news, old, new)
    else:
        olds, news = _one(before), _one(after)
        old, new = printed([olds] if olds else []), printed([news] if news else [])
        found = {(0, 0): common(old, new, 0, 0)} if olds and news else {}
    found = _believed(found, old, new)
    moved = _moved(found)
    apart = Apart(
        tuple(block for own in moved.values() for block in own),
        tuple(old.span(i) for i, _ in moved),
        tuple(new.span(j) for _, j in moved),
    )
    held = matching([block for pair, own in found.items() if pair not in moved for block in own], old, new, apart=apart)
    if legible:
        held = legibly(held[0], old, new), held[1]
        moved = {pair: legibly(own, old, new) for pair, own in moved.items()}
    else:
        held = leaving_least(held, old, new, apart=apart)
        whole = flat(old, new)
        if whole is not None and size((*whole[0], *whole[1])) > size((*held[0], *held[1], *apart.kept)):
            held, moved = whole, {}
    return Overlay(olds, news, old, new, sorted(found), moved, *held)


def in_rows(laid: Overlay) -> Overlay:
    """The same without moves, and each line laid over one other at most."""
    stay = [pair for pair in laid.pairs if pair not in laid.moved]
    return replace(laid, pairs=stay, moved={}, strayed=[], kept=line_for_line(laid.kept, laid.old, laid.new))


def _believed(found: Answers, old: Printed, new: Printed) -> Answers:
    """The pairs without those that would have moved past others and have too little in common for that."""
    doubtful = {
        (i, j) for (i, j), own in _moved(found).items() if 2 * size(own) < _SAME * (old.count(i) + new.count(j))
    }
    return {pair: own for pair, own in found.items() if pair not in doubtful}


def _moved(found: Answers) -> dict[tuple[int, int], list[Block]]:
    """The pairs that others have changed sides with: as few words as can be moved."""
    pairs = sorted(found, key=lambda pair: pair[1])
    weighed = [Block(i, j, 1 + size(found[i, j])) for i, j in pairs]
    return {(i, j): found[i, j] for i, j, _ in staying(weighed)[1]}


def _all(unit: Provision) -> list[Provision]:
    return list(unit.walk())


def units(provisions: Sequence[Provision]) -> list[Provision]:
    """Articles and what stands beside them; parts and chapters are opened, so that articles meet articles."""
    opened: list[Provision] = []
    for provision in provisions:
        if any(below is not provision and below.kind is ProvisionKind.ARTICLE for below in provision.walk()):
            opened.append(Provision(provision.kind, provision.number, provision.label, provision.content))
            opened += units(provision.children)
        else:
            opened.append(provision)
    return [unit for unit in opened if unit.lines]


def _one(text: Draft | Provision | None) -> list[Provision]:
    """The lines of a text as one unit."""
    if text is None:
        return []
    return list(text.walk())

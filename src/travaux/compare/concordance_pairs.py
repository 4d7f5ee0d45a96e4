"""Which provision of a text answers to which of the same text in another language.

No words are compared. Provisions answer to each other by what they are, by their numbers, and by the days, figures and
names in them, in order: authentic texts do not change the order of their provisions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.text import lines
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind
from travaux.text.facts import Facts
from travaux.text.spot import Path, children_at, paths_below

# Kinds that one text may be outlined in and the other in another: a recital in one language opens like a formula.
_ALIKE_KINDS = (
    frozenset({ProvisionKind.RECITAL, ProvisionKind.FORMULA, ProvisionKind.PARAGRAPH, ProvisionKind.TITLE}),
    frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING}),
    frozenset({ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE}),
)
_SKIPPED = PRINTED_ONLY | {ProvisionKind.SIGNATURE}
_SAME_NUMBER, _UNNUMBERED, _FACTS, _LENGTH, _OTHER_KIND = 6.0, 1.5, 4.0, 1.0, -0.5
# What two provisions of different numbers must share to answer to each other.
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Matched:
    """The paths of two provisions that answer to each other; None on the side that lacks one."""

    one: Path | None
    other: Path | None


def matched(one: Draft, other: Draft, ours: Mapping[Path, Facts], theirs: Mapping[Path, Facts]) -> tuple[Matched, ...]:
    """The provisions of two texts in pairs, in reading order, down to the last line; what has no answer is told once,
    without what is below it."""
    sides = (_Text(one, ours), _Text(other, theirs))
    return tuple(_below(sides, (), ()))


@dataclass(frozen=True, slots=True)
class _Text:
    draft: Draft
    facts: Mapping[Path, Facts]


def _below(sides: tuple[_Text, _Text], one: Path, other: Path) -> Iterator[Matched]:
    first, second = (_children(side.draft, path) for side, path in zip(sides, (one, other), strict=True))
    for before, after in _in_order(sides, first, second):
        yield Matched(before, after)
        if before is not None and after is not None:
            yield from _below(sides, before, after)


def _children(draft: Draft, path: Path) -> list[Path]:
    """What stands below a path. Names of signers, pages and contents are each text's own; a preamble is opened, since
    in some languages the title is outlined as a part of it."""
    found: list[Path] = []
    for index, child in enumerate(children_at(draft, path)):
        if child.kind is ProvisionKind.PREAMBLE:
            found += _children(draft, (*path, index))
        elif child.kind not in _SKIPPED:
            found.append((*path, index))
    return found


def _in_order(
    sides: tuple[_Text, _Text], first: Sequence[Path], second: Sequence[Path]
) -> list[tuple[Path | None, Path | None]]:
    """The choice of pairs, in order on both sides, that agrees the most in all."""
    marks = [_Mark.of(sides[0], path) for path in first], [_Mark.of(sides[1], path) for path in second]
    agree = [[_agreement(a, b) for b in marks[1]] for a in marks[0]]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(second) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + agree[i][j])
    pairs: list[tuple[Path | None, Path | None]] = []
    i = j = 0
    while i < len(first) and j < len(second):
        if agree[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + agree[i][j]:
            pairs.append((first[i], second[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((first[i], None))
            i += 1
        else:
            pairs.append((None, second[j]))
            j += 1
    return pairs + [(path, None) for path in first[i:]] + [(None, path) for path in second[j:]]


@dataclass(frozen=True, slots=True)
class _Mark:
    """By what a provision is told: its kind, its number, how long it is, and what all of it says."""

    kind: ProvisionKind
    number: str
    size: int
    said: Counter[str]

    @classmethod
    def of(cls, text: _Text, path: Path) -> _Mark:
        below = list(paths_below(text.draft, path))
        provision: Provision = below[0][1]
        said: Counter[str] = Counter()
        for each, _ in below:
            found = text.facts[each]
            said.update(
                fact.value for facts in (found.dates, found.figures, found.references, found.names) for fact in facts
            )
        return cls(provision.kind, provision.number, len(provision.text), said)


def _agreement(one: _Mark, other: _Mark) -> float:
    """How much two provisions agree; 0 where they cannot answer to each other."""
    if one.kind is not other.kind and not any({one.kind, other.kind} <= kinds for kinds in _ALIKE_KINDS):
        return 0.0
    shared, every = (one.said & other.said).total(), max(one.said.total(), other.said.total())
    score = _FACTS * shared / every if every else 0.0
    score += _LENGTH * min(one.size, other.size) / max(one.size, other.size, 1)
    score += _OTHER_KIND if one.kind is not other.kind else 0.0
    if one.number and other.number and lines.same_number(one.number, other.number):
        return score + _SAME_NUMBER
    if not one.number and not other.number:
        return score + _UNNUMBERED
    return score if shared and score >= _LEAST + _LENGTH else 0.0

"""Which provision of one draft answers to which of another: by number, and where that fails by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.lines import same_number

# Provisions that share less of their words than this (0 to 100) do not answer to each other.
_ALIKE = 55.0
# Two of the same number that share this much answer to each other without a look at the others.
_EVIDENT = 80.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A provision before and after; None on the side that lacks it."""

    before: Provision | None
    after: Provision | None


def align(before: Draft, after: Draft) -> tuple[Pair, ...]:
    """The outermost provisions of two drafts in pairs, in the order of the later one; what it dropped stands
    where it stood.

    An article whose number now stands for another text is paired with the one that reads most like it.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> def draft(*articles):
    ...     at = Citation("d1", 0, 9)
    ...     provisions = [
    ...         Provision(ProvisionKind.ARTICLE, number, content=(Run(words, at),)) for number, words in articles
    ...     ]
    ...     return Draft(id="d1/draft", title="Ferry Treaty", provisions=tuple(provisions), at=at)
    >>> before = draft(("1", "The ferry runs daily."), ("2", "Fares are free."))
    >>> after = draft(("1", "Pilots are licensed."), ("2", "The ferry runs daily."), ("3", "Fares are free."))
    >>> [(pair.before and pair.before.number, pair.after.number) for pair in align(before, after)]
    [(None, '1'), ('1', '2'), ('2', '3')]
    """
    return _paired(_units(before.provisions), _units(after.provisions))


def _units(provisions: Sequence[Provision]) -> list[Provision]:
    """Articles and what stands beside them; parts and chapters are opened, so that articles meet articles."""
    units: list[Provision] = []
    for provision in provisions:
        holds_articles = any(below.kind is ProvisionKind.ARTICLE for below in provision.children)
        if holds_articles:
            units.append(Provision(provision.kind, provision.number, provision.label, provision.content))
            units += _units(provision.children)
        else:
            units.append(provision)
    return [unit for unit in units if unit.lines]


def _paired(before: list[Provision], after: list[Provision]) -> tuple[Pair, ...]:
    partner = _evident(before, after)
    free = set(range(len(after))) - set(partner.values())
    rest = [i for i in range(len(before)) if i not in partner]
    for i, j in _candidates(before, after, rest, sorted(free)):
        if i not in partner and j in free:
            partner[i] = j
            free.discard(j)
    return _merged(before, after, partner)


def _evident(before: list[Provision], after: list[Provision]) -> dict[int, int]:
    """Provisions of the same number that read nearly the same; the rest is compared each with each."""
    numbered = {(provision.kind, provision.number): j for j, provision in enumerate(after) if provision.number}
    partner: dict[int, int] = {}
    for i, provision in enumerate(before):
        j = numbered.get((provision.kind, provision.number))
        if j is not None and j not in partner.values():
            if fuzz.ratio(provision.wording, after[j].wording, score_cutoff=_EVIDENT):
                partner[i] = j
    return partner


def _candidates(
    before: list[Provision], after: list[Provision], olds: list[int], news: list[int]
) -> list[tuple[int, int]]:
    """Pairs that may answer to each other, the likeliest first."""
    scored = []
    for i in olds:
        for j in news:
            one, other = before[i], after[j]
            if one.kind is not other.kind:
                continue
            numbered = bool(one.number) and same_number(one.number, other.number)
            likeness = fuzz.token_sort_ratio(one.wording, other.wording) if one.wording or other.wording else 100.0
            single = one.kind in (ProvisionKind.PREAMBLE, ProvisionKind.TITLE, ProvisionKind.TESTIMONIUM)
            if likeness >= _ALIKE or single or (numbered and one.kind is not ProvisionKind.ARTICLE):
                scored.append((likeness + (20.0 if numbered else 0.0), -abs(i - j), i, j))
            elif numbered:
                # The same number with other words: only where nothing reads more like it.
                scored.append((likeness / 2, -abs(i - j), i, j))
    return [(i, j) for _, _, i, j in sorted(scored, reverse=True)]


def _merged(before: list[Provision], after: list[Provision], partner: dict[int, int]) -> tuple[Pair, ...]:
    """All pairs in the order of the later draft; a provision that is gone follows the one it stood behind."""
    answers = {j: i for i, j in partner.items()}
    gone: dict[int, list[int]] = {}
    for i in range(len(before)):
        if i not in partner:
            anchor = next((partner[k] for k in range(i - 1, -1, -1) if k in partner), -1)
            gone.setdefault(anchor, []).append(i)
    pairs = [Pair(before[i], None) for i in gone.get(-1, [])]
    for j, provision in enumerate(after):
        pairs.append(Pair(before[answers[j]] if j in answers else None, provision))
        pairs += [Pair(before[i], None) for i in gone.get(j, [])]
    return tuple(pairs)


def alike(one: str, other: str) -> float:
    """How much two lines share of their words, in order: 0 to 1."""
    return float(Indel.normalized_similarity(one.casefold().split(), other.casefold().split()))

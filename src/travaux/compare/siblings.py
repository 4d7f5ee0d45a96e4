"""Which of the provisions beside each other in one text answer to which in another, at any depth of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.compare.align import align
from travaux.compare.in_order import in_order
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, Run

_NOWHERE = Citation("draft", 0, 0)


@dataclass(frozen=True, slots=True)
class Match:
    """The places of a provision before and after; None on the side that lacks it. `moved`: others have changed sides
    with it."""

    before: int | None
    after: int | None
    moved: bool = False


def siblings(before: Sequence[Provision], after: Sequence[Provision]) -> tuple[Match, ...]:
    """The provisions in pairs, in the order of the later text; one that is gone stands where it stood.

    >>> from travaux.text.draft import ProvisionKind
    >>> def paragraphs(*lines):
    ...     return [Provision(ProvisionKind.PARAGRAPH, content=(Run(line, _NOWHERE),)) for line in lines]
    >>> [(one.before, one.after) for one in siblings(paragraphs("Free."), paragraphs("New.", "Free."))]
    [(None, 0), (0, 1)]
    """
    texts, others = [_words(each) for each in before], [_words(each) for each in after]
    partner = _equal(texts, others)
    partner |= _alike(before, after, partner)
    stay = in_order(partner)
    return _merged(len(before), len(after), partner, stay)


def _words(provision: Provision) -> str:
    return provision.text


def _equal(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Those that read the same, from both ends inward and where a text stands once on each side."""
    partner: dict[int, int] = {}
    size = min(len(before), len(after))
    head = next((i for i in range(size) if before[i] != after[i]), size)
    tail = next((i for i in range(size - head) if before[-1 - i] != after[-1 - i]), size - head)
    partner.update((i, i) for i in range(head))
    partner.update((len(before) - 1 - i, len(after) - 1 - i) for i in range(tail))
    olds, news = _once(before, head, tail), _once(after, head, tail)
    partner.update((i, news[text]) for text, i in olds.items() if text in news)
    return partner


def _once(texts: Sequence[str], head: int, tail: int) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for i in range(head, len(texts) - tail):
        places.setdefault(texts[i], []).append(i)
    return {text: found[0] for text, found in places.items() if len(found) == 1}


def _alike(before: Sequence[Provision], after: Sequence[Provision], taken: dict[int, int]) -> dict[int, int]:
    """The others, as `align` pairs them."""
    olds = [i for i in range(len(before)) if i not in taken]
    news = sorted(set(range(len(after))) - set(taken.values()))
    if not olds or not news:
        return {}
    one, other = [_leaf(before[i]) for i in olds], [_leaf(after[j]) for j in news]
    first, second = ({id(leaf): k for k, leaf in enumerate(leaves)} for leaves in (one, other))
    pairs = align(_draft(one), _draft(other))
    return {
        olds[first[id(pair.before)]]: news[second[id(pair.after)]]
        for pair in pairs
        if pair.before is not None and pair.after is not None
    }


def _leaf(provision: Provision) -> Provision:
    """The provision with all its words on its own line, so that it is paired as one."""
    words = provision.wording
    return Provision(
        provision.kind, provision.number, provision.label, (Run(words, _NOWHERE),) if words else provision.label
    )


def _draft(provisions: Sequence[Provision]) -> Draft:
    return Draft(id="siblings", title="", provisions=tuple(provisions), at=_NOWHERE)


def _merged(olds: int, news: int, partner: dict[int, int], stay: set[int]) -> tuple[Match, ...]:
    answers = {j: i for i, j in partner.items()}
    merged: list[Match] = []
    waiting = 0
    for j in range(news):
        i = answers.get(j)
        if i is not None and i in stay:
            merged += [Match(k, None) for k in range(waiting, i) if k not in partner]
            waiting = i + 1
        merged.append(Match(i, j, moved=i is not None and i not in stay))
    merged += [Match(k, None) for k in range(waiting, olds) if k not in partner]
    return _gone_first(merged)


def _gone_first(merged: list[Match]) -> tuple[Match, ...]:
    """What is gone stands before what is new in its place."""
    ordered: list[Match] = []
    for match in merged:
        place = len(ordered)
        while match.after is None and place and ordered[place - 1].before is None:
            place -= 1
        ordered.insert(place, match)
    return tuple(ordered)

"""Which unit of one text answers to which of another: by number where they read nearly the same, then by the rows of
words that only these two share, then by how alike they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from travaux.compare.blocks import Block, blocks
from travaux.compare.printed import Printed
from travaux.text.draft import Provision, ProvisionKind
from travaux.text.lines import plain_number, same_number

# Provisions that share less of their words than this (0 to 100) do not answer to each other.
_ALIKE = 55.0
# Two of the same number that share this much of their words answer to each other without a look at the others.
_EVIDENT = 0.8
# How far behind the last such pair the next is looked for.
_NEAR = 3
# Rows of so many words are held against each other, and two units that share half of theirs are told by them.
_ROW, _ROWS_SHARED = 4, 0.5
# More pairs than this are compared only where they share a row of words, or stand side by side.
_EACH_WITH_EACH = 400
_SINGLE = (ProvisionKind.PREAMBLE, ProvisionKind.TITLE, ProvisionKind.TESTIMONIUM)

#: The units that answer to each other, with the words they have in common.
Answers = dict[tuple[int, int], list[Block]]


def answering(before: Sequence[Provision], after: Sequence[Provision], old: Printed, new: Printed) -> Answers:
    """Which unit answers to which, each to one at most. `old` and `new` have the words of these units, in this order.

    The numbers of a pair are those of the units, the words of a block are counted in the whole texts.
    """
    found = _evident(before, after, old, new)
    for more in (_telling, _likely):
        found |= {(i, j): common(old, new, i, j) for i, j in more(before, after, old, new, found)}
    return found


def common(old: Printed, new: Printed, i: int, j: int, *, share: float = 0) -> list[Block]:
    """The words that two units have in common, counted in the whole texts; none where they are less than a share of
    the words of both."""
    (start, end), (first, last) = old.span(i), new.span(j)
    least = share * (end - start + last - first) / 2
    return blocks(old.words[start:end], new.words[first:last], at=(start, first), least=least)


def _evident(before: Sequence[Provision], after: Sequence[Provision], old: Printed, new: Printed) -> Answers:
    """Units of the same number that read nearly the same, of several with one number the first with the first; and
    those that follow soon on such a pair and read nearly the same."""
    places: dict[tuple[ProvisionKind, str], list[int]] = defaultdict(list)
    for j, provision in enumerate(after):
        if provision.number:
            places[provision.kind, provision.number].append(j)
    found: Answers = {}
    taken: set[int] = set()
    last = -1
    for i, provision in enumerate(before):
        waiting = places.get((provision.kind, provision.number), [])
        tried = [
            *waiting[:1],
            *(j for j in range(last + 1, min(last + 1 + _NEAR, len(after))) if after[j].kind is provision.kind),
        ]
        del waiting[:1]
        for j in dict.fromkeys(tried):
            shared = common(old, new, i, j, share=_EVIDENT) if j not in taken else []
            if shared:
                found[i, j] = shared
                taken.add(j)
                last = j
                break
    return found


def _left(found: Iterable[tuple[int, int]], olds: int, news: int) -> tuple[list[int], list[int]]:
    """The units that answer to none so far."""
    one, other = {i for i, _ in found}, {j for _, j in found}
    return [i for i in range(olds) if i not in one], [j for j in range(news) if j not in other]


def _telling(
    before: Sequence[Provision], after: Sequence[Provision], old: Printed, new: Printed, found: Answers
) -> list[tuple[int, int]]:
    """Units that share most of the rows of words which stand in no third one, each the best for the other."""
    olds, news = _left(found, len(before), len(after))
    votes = shared_rows([(i, *old.span(i)) for i in olds], [(j, *new.span(j)) for j in news], old.words, new.words)
    best: dict[int, int] = {}
    for (i, j), _ in sorted(votes.items(), key=lambda vote: vote[1]):
        best[j] = i
    back: dict[int, int] = {}
    for (i, j), _ in sorted(votes.items(), key=lambda vote: vote[1]):
        back[i] = j
    pairs = []
    for j, i in best.items():
        rows = max(old.count(i), new.count(j)) - _ROW + 1
        if back[i] == j and before[i].kind is after[j].kind and votes[i, j] >= _ROWS_SHARED * rows:
            pairs.append((i, j))
    return pairs


def shared_rows(
    olds: Sequence[tuple[int, int, int]], news: Sequence[tuple[int, int, int]], before: Sequence[str],
    after: Sequence[str], size: int = _ROW,
) -> Counter[tuple[int, int]]:  # fmt: skip
    """How many rows of words two stretches share that stand in no other stretch of the earlier text. A stretch is its
    name, its first word and the first after it."""
    home: dict[tuple[str, ...], int] = {}
    for name, start, end in olds:
        for row in _rows(before[start:end], size):
            home[row] = name if home.get(row, name) == name else -1
    votes: Counter[tuple[int, int]] = Counter()
    for name, start, end in news:
        for row in _rows(after[start:end], size):
            owner = home.get(row, -1)
            if owner >= 0:
                votes[owner, name] += 1
    return votes


def _rows(words: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(size)), strict=False)


def _likely(
    before: Sequence[Provision], after: Sequence[Provision], old: Printed, new: Printed, found: Answers
) -> list[tuple[int, int]]:
    """The rest: pairs that are alike, the likeliest first; two of one number only where nothing reads more like it."""
    olds, news = _left(found, len(before), len(after))
    partner: dict[int, int] = {}
    free = set(news)
    for _, _, i, j in sorted(_scored(before, after, old, new, (olds, news)), reverse=True):
        if i not in partner and j in free:
            partner[i] = j
            free.discard(j)
    return sorted(partner.items())


def _scored(
    before: Sequence[Provision], after: Sequence[Provision], old: Printed, new: Printed,
    left: tuple[list[int], list[int]],
) -> Iterable[tuple[float, int, int, int]]:  # fmt: skip
    wordings = [" ".join(sorted(old.words[slice(*old.span(i))])) for i in left[0]]
    others = {j: " ".join(sorted(new.words[slice(*new.span(j))])) for j in left[1]}
    for i, wording in zip(left[0], wordings, strict=True):
        for j in _worth_comparing(before, after, i, left):
            one, other = before[i], after[j]
            numbered = bool(one.number) and same_number(one.number, other.number)
            likeness = fuzz.ratio(wording, others[j]) if wording or others[j] else 100.0
            if likeness >= _ALIKE or one.kind in _SINGLE or (numbered and one.kind is not ProvisionKind.ARTICLE):
                yield likeness + (20.0 if numbered else 0.0), -abs(i - j), i, j
            elif numbered:
                # The same number with other words: only where nothing reads more like it.
                yield likeness / 2, -abs(i - j), i, j


def _worth_comparing(
    before: Sequence[Provision], after: Sequence[Provision], i: int, left: tuple[list[int], list[int]]
) -> Iterable[int]:
    """The later units of one kind; of very many, those of the same number and the nearest."""
    kin = [j for j in left[1] if after[j].kind is before[i].kind]
    if len(left[0]) * len(left[1]) <= _EACH_WITH_EACH:
        return kin
    nearest = set(sorted(kin, key=lambda j: abs(i - j))[:8])
    number = plain_number(before[i].number)
    return [j for j in kin if j in nearest or (number and plain_number(after[j].number) == number)]

"""Finds the part of authorised words that a proposal is a fragment of: some of their sentences, or some words of one.

Says nothing of whether the part may stand without the rest; it gives the rest, so that a person can tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from travaux.text.sentences import sentences

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LABEL = re.compile(r"\(?[0-9A-Za-z]{1,4}[.)]\s+")
#: So like its part a fragment must be, from 0 to 1; below that it is held against the whole.
_LIKE = 0.6
#: So many words of a sentence must be left out for the rest to be called a part of it.
_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of words that a proposal is a fragment of, and what stands before and after it. `of` is the sentence
    that it is some words of; "" where it is whole sentences."""

    words: str
    before: str = ""
    after: str = ""
    of: str = ""

    @property
    def rest(self) -> tuple[str, ...]:
        """What was not put forward."""
        return tuple(each for each in (self.before, self.after) if each)


Span = tuple[int, int]


@lru_cache(maxsize=256)
def fragment(words: str, proposal: str) -> Fragment | None:
    """The part of `words` that a proposal is a fragment of; None where it is all of them, or like no part more.

    >>> fragment("The ferry runs daily. It stops at noon. It is free.", "It stops at one.")
    Fragment(words='It stops at noon.', before='The ferry runs daily.', after='It is free.', of='')
    """
    spans = [(start + first, start + last) for start, line in _lines(words) for first, last in sentences(line)]
    wanted = _bag(proposal)
    if not spans or not wanted:
        return None
    part = max(_windows(spans, len(sentences(proposal)) + 1), key=lambda span: _nearness(words, span, wanted))
    is_all = part == (spans[0][0], spans[-1][1])
    # What opens small and has no full stop is some words of a sentence.
    if len(sentences(proposal)) == 1 and not proposal.strip().endswith((".", ".”", '."', ";")):
        inner = _inside(words, spans, wanted)
        if inner is not None:
            return inner
    if is_all or likeness(_bag(words[part[0] : part[1]]), wanted) < _LIKE:
        return None
    return _cut(words, part, proposal)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many of the words of both are in both, from 0 to 1."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _windows(spans: Sequence[Span], longest: int) -> Iterator[Span]:
    """Stretches of sentences that follow each other, the shorter first, and all of them."""
    for count in range(1, min(longest, len(spans) - 1) + 1):
        for place in range(len(spans) - count + 1):
            yield spans[place][0], spans[place + count - 1][1]
    yield spans[0][0], spans[-1][1]


def _nearness(words: str, span: Span, wanted: Counter[str]) -> float:
    return likeness(_bag(words[span[0] : span[1]]), wanted)


def _inside(words: str, spans: Sequence[Span], wanted: Counter[str]) -> Fragment | None:
    """Some words of one sentence, as many as are proposed and as like them as any, from the first to the last that both
    have."""
    count = wanted.total()
    best: tuple[float, Span, Span] | None = None
    for sentence in spans:
        found = list(_WORD.finditer(words, *sentence))
        if len(found) < count + _LEFT_OUT:
            continue
        for place in range(len(found) - count + 1):
            both = [each for each in found[place : place + count] if _folded(each.group()) in wanted]
            if not both:
                continue
            span = both[0].start(), both[-1].end()
            near = _nearness(words, span, wanted)
            if best is None or near > best[0]:
                best = near, span, sentence
    if best is None or best[0] < _LIKE:
        return None
    _, span, sentence = best
    cut = _cut(words, span, words[span[0] : span[1]])
    return Fragment(cut.words, cut.before, cut.after, of=words[sentence[0] : sentence[1]])


def _cut(words: str, span: Span, proposal: str) -> Fragment:
    """The part, without the number of its paragraph where the proposal leaves it out."""
    start, end = span
    part = without_label(words[start:end], proposal)
    return Fragment(part, words[:start].strip(), words[end:].strip())


def without_label(words: str, proposal: str) -> str:
    """Words without the number of their paragraph, which who proposes it may leave out; with it where he does not."""
    label = _LABEL.match(words)
    return words[label.end() :] if label and not proposal.lstrip().startswith(label[0].rstrip()) else words


def _lines(words: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in words.split("\n"):
        yield start, line
        start += len(line) + 1


def _bag(words: str) -> Counter[str]:
    return Counter(map(_folded, _WORD.findall(words)))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")

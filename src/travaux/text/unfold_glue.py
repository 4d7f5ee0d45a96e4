"""Finds where a heading ends that ran into the text under it when their line end was lost: 'observersthe conference'.

A word is two run together where the text has it nowhere else, and its halves are words that may end a heading and
begin a sentence.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
#: With what a sentence begins under a heading.
_OPENERS = (
    "the this these each every any all both no none nothing an a in for on upon at as if when where whenever while "
    "should except unless subject without within to by with from after before until under pursuant there it its they "
    "such parties members contracting states party member either neither one two three not notwithstanding provided "
    "having considering immediately following during only la le les el los las il lo der die das"
).split()
_LONGEST_FIRST = sorted(_OPENERS, key=len, reverse=True)
#: Words that end like two and are one.
_ONE = frozenset(
    "whereas therein herein wherein hereto thereto thereby hereby whereby thereafter hereinafter wherever hereunder "
    "thereunder without within into onto upon thereon hereon therefrom unto breathe bathe clothe soothe lithe another "
    "otherwise".split()
)
#: With what headings usually end, though the text may have the word nowhere else.
_USUAL = frozenset(
    "definitions terms scope purpose purposes objective objectives principles provisions obligations undertakings "
    "cooperation implementation application measures procedures arrangements institutions secretariat commission "
    "committee council finances budget contributions privileges immunities disputes arbitration settlement liability "
    "amendment amendments annexes protocols signature ratification acceptance approval accession reservations force "
    "duration extension renewal review withdrawal denunciation termination depositary registration languages texts "
    "notification notifications relations parties areas information research enforcement inspection definition".split()
)
_SHORT = 3


class Vocabulary:
    """The words of a text, in small letters."""

    def __init__(self, text: str) -> None:
        self._counted = Counter(match.group().lower() for match in _WORD.finditer(text))

    def has(self, word: str, times: int = 1) -> bool:
        """Whether the text has the word so many times by itself."""
        return self._counted[word] >= times

    def halves(self, word: str, before: frozenset[str]) -> int:
        """How many letters of a word are the end of a heading, where two words ran together; 0 where it is one.

        `before` are the words of the heading so far: a sentence may begin with one of them.
        """
        if word in _ONE or self.has(word, 2):
            return 0
        half = len(word) // 2
        if half > _SHORT and word[:half] == word[half:]:
            return half
        for opener in (*_LONGEST_FIRST, *sorted(before, key=len, reverse=True)):
            first = word[: -len(opener)]
            if not word.endswith(opener) or len(first) < _SHORT:
                continue
            if self._may_end(first) or (opener == "the" and len(first) > _SHORT):
                return len(first)
        return 0

    def _may_end(self, word: str) -> bool:
        """Whether a heading may end with the word: the text has it elsewhere, alone or in the other number."""
        return word in _USUAL or self.has(word) or self.has(word.removesuffix("s")) or self.has(f"{word}s")


def glued(words: str, vocabulary: Vocabulary, *, longest: int) -> int:
    """How many characters of `words` are a heading that runs into the next word; 0 where none of the first does.

    >>> text = "observers sit apart. " * 2
    >>> glued("observersthe conference may invite", Vocabulary(text), longest=120)
    9
    """
    before: list[str] = []
    for match in _WORD.finditer(words, 0, longest):
        word = match.group().lower()
        size = vocabulary.halves(word, frozenset(each for each in before if len(each) > _SHORT))
        if size:
            return match.start() + size
        before.append(word)
    return 0

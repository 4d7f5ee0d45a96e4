"""When an order holds: its condition, its limit and its deadline, before the order or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.mandate.directives_heads_words import Head
from travaux.text.scan import Token as Piece

_TRAILING = re.compile(r"[\s,;:.–—-]+$")
_CONTENT = frozenset("CLEAR ASSURE REPORT PROPOSE SEEK".split())


class When:
    """The words that say when; an order has the pieces from `start` to `end` of its sentence."""

    def __init__(self, words: str, sentence: Sequence[Piece], head: Head, start: int, end: int) -> None:
        self.words, self.sentence, self.head, self.start, self.end = words, sentence, head, start, end
        self.kinds = [piece.kind for piece in sentence]

    def condition(self) -> tuple[int, int] | None:
        """The words that say under which condition."""
        if self.head.kind == "REPORT" and self.kinds[self.head.last + 1 : self.head.last + 2] == ["IF"]:
            return self._condition_before()  # 'advise if this is not possible' is whether
        return self._condition_before() or self._condition_behind()

    def _condition_before(self) -> tuple[int, int] | None:
        for place in range(self.start, self.head.last):
            kind = self.kinds[place]
            if kind in ("IF", "OCCASION") or self._inverted(place):
                if kind == "OCCASION":
                    return self.sentence[place].start, self.sentence[place].end
                inside = place > self.head.first
                stop = self._clause_end(place, self.head.last if inside else self.head.first)
                return self.sentence[place].start, stop
        return None

    def _inverted(self, place: int) -> bool:
        """'Should the Japanese raise this, you may'."""
        return (
            place == self.start
            and self.kinds[place] == "MODAL"
            and self.sentence[place].words == "Should"
            and place < self.head.first
        )

    def _clause_end(self, place: int, stop: int) -> int:
        last = next((i for i in range(stop - 1, place, -1) if self.kinds[i] == "COMMA"), None)
        end = self.sentence[last].start if last is not None else self.sentence[stop].start
        return trim(self.words, self.sentence[place].start, end)

    def _condition_behind(self) -> tuple[int, int] | None:
        turned = next((i for i in range(self.head.last + 2, self.end) if self.is_inverted_behind(i)), None)
        if turned is not None:
            return self.sentence[turned].start, self._last_before_comma(turned)
        that = next((i for i in range(self.head.last + 1, self.end) if self.kinds[i] == "THAT"), self.end)
        says = self.head.kind in ("CLEAR", "ASSURE")
        for place in range(self.head.last + 1, min(that, self.end)):
            kind = self.kinds[place]
            if kind == "OCCASION":
                return self.sentence[place].start, self.sentence[place].end
            if "LEFT" in self.kinds[self.head.last : place] and "RIGHT" not in self.kinds[self.head.last : place]:
                continue
            if kind == "IF" and (not says or self.kinds[place - 1] == "COMMA" or self.before_that(place) is not None):
                last = next((i for i in range(place + 1, min(that, self.end)) if self.kinds[i] == "COMMA"), None)
                end = self.sentence[last].start if last is not None and that < self.end else self.last()
                return self.sentence[place].start, trim(self.words, self.sentence[place].start, end)
        return None

    def _last_before_comma(self, place: int) -> int:
        comma = next((i for i in range(place + 1, self.end) if self.kinds[i] == "COMMA"), self.end)
        return trim(self.words, self.sentence[place].start, self.sentence[comma - 1].end)

    def span(self, kind: str) -> tuple[int, int] | None:
        """The first stretch of a kind in the order, outside of what is to be said."""
        that = next((i for i in range(self.head.last + 1, self.end) if self.kinds[i] == "THAT"), self.end)
        for place in range(self.start, that):
            if self.kinds[place] != kind:
                continue
            first, last = self.sentence[place].start, self.sentence[place].end
            if kind == "LIMIT":
                stop = next(
                    (i for i in range(place + 1, self.end) if self.kinds[i] in ("COMMA", "SEMICOLON")), self.end
                )
                last = trim(self.words, first, self.sentence[stop - 1].end)
            return first, last
        return None

    def has(self, kind: str) -> bool:
        """Whether the order has a piece of a kind outside of what is to be said."""
        return self.span(kind) is not None

    def is_inverted_behind(self, place: int) -> bool:
        """'Support it should opposition develop': a condition by the order of words."""
        if self.head.kind in _CONTENT or self.sentence[place].words not in ("should", "shld", "were", "had"):
            return False
        after = self.sentence[place + 1] if place + 1 < self.end else None
        between = self.kinds[self.head.last + 1 : place]
        return bool(after and after.kind == "WORD" and between and not {"THAT", "WHO"}.intersection(between))

    def before_that(self, at: int) -> int | None:
        """The comma between a condition and what is to be said: 'say, if this comes up, that'."""
        found = (i for i in range(at + 1, min(at + 14, self.end - 1)) if self.kinds[i] == "COMMA")
        return next((i for i in found if self.kinds[i + 1] == "THAT"), None)

    def last(self) -> int:
        return self.sentence[self.end - 1].end


def trim(words: str, first: int, last: int) -> int:
    """The end without blanks and marks before it."""
    match = _TRAILING.search(words, first, last)
    return match.start() if match else last

"""When an order holds: its condition, its limit and its deadline, before the order or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from travaux.mandate.directives_heads_words import Head
from travaux.text.scan import Token as Piece

_TRAILING = re.compile(r"[\s,;:.–—-]+$")
_CONTENT = frozenset("CLEAR ASSURE REPORT PROPOSE SEEK".split())
# 'At the earliest suitable opportunity', 'seek an appropriate occasion to': when it fits, not by when.
_SUITABLE = re.compile(
    r"(?i)\b(?:appropriate|suitable|opportune|favou?rable|propitious|proper|convenient)\b.*"
    r"\b(?:opportunit\w+|occasions?|moment|time|juncture|point)\b"
)
# 'If necessary explain you should say': not a second choice but an occasion, where the order is to say or report.
_NECESSARY = re.compile(r"(?i)if .*(?:necessary|unavoidable)$")
_ANY = re.compile(r"(?i)\bany (?:appropriate |suitable |available |possible |further )*(?:opportunit|occasion)")
# 'Discuss this with him if possible' tells how, 'if possible you should' when.
_IN_SO_FAR = re.compile(r"(?i)if (?:possible|feasible)$")
# 'At the same time' is by no time.
_AT_ONCE_WITH = re.compile(r"(?i)same time$")
# 'If they are to succeed' tells what for.
_SO_THAT = re.compile(r"if (?:\w+ ){1,3}(?:is|are) to ")
# 'If rejected': what fails is also when.
_SHOULD_FAIL = re.compile(r"(?i)(?:if|should) ")
# 'Believe important, if you agree, that': the condition stands within the words that ask.
_WITHIN = re.compile(r"(?i)\b(?:if|unless|provided|when|in the event) [^,]+(?=,)")
# 'Take the same line if he approaches you', while what is said may be an 'if' itself: 'inform him if'.
_LINE = re.compile(r"(?i)(?:take|follow|draw|use|repeat|make (?:the |these |this )|reply|respond)")
_THAT_EVENT = re.compile(r"(?i)in (?:this|such|that)(?: an?)? (?:case|event|eventuality|contingency)")
_CONTRADICTED = re.compile(
    r"(?i)\b(?:refus\w+|reluctan\w+|unwilling\w*|reject\w*|cannot|can not|unable|fail\w*|declin\w+|insists?|"
    r"oppos\w+|objects?|objected|unacceptable|impossible|unobtainable|"
    r"(?:not|never) (?:be )?(?:agree\w*|accept\w*|possible|willing|prepared|obtain\w*|succe\w+|feasible))\b"
)
_SPEAKS = frozenset("CLEAR ASSURE REPORT CONSULT RAISE".split())


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
            if self._is_of_another(place):
                continue
            within = self._within(place)
            if within is not None:
                return within
            if self.kinds[place] == "IF" or self._inverted(place):
                inside = place > self.head.first
                stop = self._clause_end(place, self.head.last if inside else self.head.first)
                return self.sentence[place].start, stop
            if self.is_occasion(place):
                return self.sentence[place].start, self._occasion_end(place)
        return None

    def _within(self, place: int) -> tuple[int, int] | None:
        """The condition within the words that ask: 'believe important, if you agree, that'."""
        piece = self.sentence[place]
        found = _WITHIN.search(piece.words) if piece.kind in ("REQUEST", "IMPERSONAL", "ORDERED") else None
        return (piece.start + found.start(), piece.start + found.end()) if found else None

    def is_occasion(self, place: int) -> bool:
        """Whether a piece says on which occasion: 'if asked', 'if this fails', 'at the first suitable moment'."""
        piece = self.sentence[place]
        if piece.kind == "FALLBACK":
            near = place < self.head.last or self.kinds[place - 1] == "COMMA"
            return near and "LEFT" not in self.kinds[self.start : place] and bool(_SHOULD_FAIL.match(piece.words))
        if piece.kind in ("DEADLINE", "ADVERB"):
            return _SUITABLE.search(piece.words) is not None
        any_time = piece.kind == "TRY" or (piece.kind == "WORD" and place == self.head.last + 1)
        return piece.kind == "OCCASION" or (any_time and _ANY.search(piece.words) is not None)

    def _is_of_another(self, place: int) -> bool:
        """'It might be well if he could hear it, and I suggest that you': the condition of what is said before."""
        if self.kinds[place] != "IF" or place == self.start or self.kinds[place - 1] not in ("WORD", "WHO"):
            return False
        behind = self.kinds[place : self.head.first]
        return any(pair in (("COMMA", "AND"), ("AND", "IF")) for pair in pairwise(behind))

    def _occasion_end(self, place: int) -> int:
        """'If asked about the visit, you may': with what it is about, where a comma ends that."""
        said = self.sentence[place]
        rest = self.kinds[place + 1 : self.head.first]
        goes_on = bool(rest) and rest[0] in ("OF", "WORD", "IN", "TO") and "COMMA" in rest
        if not goes_on or place != self.start:
            return said.end
        return self.sentence[place + 1 + rest.index("COMMA") - 1].end

    def _inverted(self, place: int) -> bool:
        """'Should the Japanese raise this, you may'."""
        if self.kinds[place] != "MODAL" or place >= self.head.first:
            return False
        opening = self.kinds[self.start : place]
        if not opening:
            return self.sentence[place].words == "Should"
        # 'However, should officials bring this up, you may'
        light = not set(opening) - {"ADVERB", "COMMA", "AND"} and self.sentence[place].words == "should"
        return light and self.kinds[place + 1] == "WORD" and "COMMA" in self.kinds[place : self.head.first]

    def _clause_end(self, place: int, stop: int) -> int:
        last = next((i for i in range(stop - 1, place, -1) if self.kinds[i] == "COMMA"), None)
        end = self.sentence[last].start if last is not None else self.sentence[stop].start
        return trim(self.words, self.sentence[place].start, end)

    def _condition_behind(self) -> tuple[int, int] | None:
        turned = next((i for i in range(self.head.last + 2, self.end) if self.is_inverted_behind(i)), None)
        if turned is not None:
            return self.sentence[turned].start, self._last_before_comma(turned)
        that = next((i for i in range(self.head.last + 1, self.end) if self.kinds[i] == "THAT"), self.end)
        says = self.head.kind in ("CLEAR", "ASSURE") and not _LINE.match(self.sentence[self.head.last].words)
        for place in range(self.head.last + 1, min(that, self.end)):
            kind = self.kinds[place]
            if kind == "PURPOSE" or (kind == "IF" and self._opens_another(place)):
                return None
            if self.is_occasion(place) and not _IN_SO_FAR.match(self.sentence[place].words):
                return self.sentence[place].start, self.sentence[place].end
            if "LEFT" in self.kinds[self.head.last : place] and "RIGHT" not in self.kinds[self.head.last : place]:
                continue
            if kind == "IF" and self._is_content(place):
                continue
            if kind == "IF" and (not says or self.kinds[place - 1] == "COMMA" or self.before_that(place) is not None):
                last = next((i for i in range(place + 1, min(that, self.end)) if self.kinds[i] == "COMMA"), None)
                aside = that < self.end or self.kinds[place - 1] == "COMMA"
                end = self.sentence[last].start if last is not None and aside else self.last()
                return self.sentence[place].start, trim(self.words, self.sentence[place].start, end)
        return None

    def _is_content(self, place: int) -> bool:
        """'Notify us when you have informed him', 'your views re what follows if he does': that is to be reported."""
        if self.head.kind == "TOLD_DONE" and place == self.head.last + 1:
            return True  # 'he must be told unless he moves he will lose'
        if _SO_THAT.match(self.words, self.sentence[place].start):
            return True
        if self.head.kind not in ("REPORT", "CLEAR"):
            return False
        on = self.head.kind == "REPORT" and "OF" in self.kinds[self.head.last : place]
        return self.sentence[place].words.lower() == "when" or (on and self.kinds[place - 1] != "COMMA")

    def _opens_another(self, place: int) -> bool:
        """'Give your views, and if there is no time, you may': the condition of what comes next."""
        behind = self.kinds[place + 1 :]
        comma = behind.index("COMMA") if "COMMA" in behind else None
        if self.kinds[place - 1] != "AND":
            return False
        return self.sentence[place].words.lower() == "subject" or (
            comma is not None and "WHO" in behind[comma + 1 : comma + 3]
        )

    def _last_before_comma(self, place: int) -> int:
        comma = next((i for i in range(place + 1, self.end) if self.kinds[i] == "COMMA"), self.end)
        return trim(self.words, self.sentence[place].start, self.sentence[comma - 1].end)

    def span(self, kind: str) -> tuple[int, int] | None:
        """The first stretch of a kind in the order, outside of what is to be said."""
        that = next((i for i in range(self.head.last + 1, self.end) if self.kinds[i] == "THAT"), self.end)
        for place in range(self.start, that):
            if self.kinds[place] != kind:
                continue
            if kind == "DEADLINE" and _AT_ONCE_WITH.search(self.sentence[place].words):
                continue
            if kind == "DEADLINE" and "AND" in self.kinds[place + 1 : self.head.first]:
                continue  # 'that will become known at once, but we leave it to you'
            first, last = self.sentence[place].start, self.sentence[place].end
            if kind == "LIMIT":
                stop = next(
                    (i for i in range(place + 1, self.end) if self.kinds[i] in ("COMMA", "SEMICOLON")), self.end
                )
                last = trim(self.words, first, self.sentence[stop - 1].end)
            return first, last
        return None

    @property
    def is_fallback(self) -> bool:
        """Whether the order is for when another fails: a piece outside of what is to be said says so."""
        ends = (i for i in range(self.head.last + 1, self.end) if self.kinds[i] in ("THAT", "SEMICOLON"))
        end = next(ends, self.end)  # behind a semicolon stands what is tried next
        return any(self.kinds[i] == "FALLBACK" and not self._is_aside(i) for i in range(self.start, end))

    def _is_aside(self, place: int) -> bool:
        """'By telephone if necessary'."""
        return self.head.kind in _SPEAKS and _NECESSARY.match(self.sentence[place].words) is not None

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


def refers_back(condition: str) -> bool:
    """Whether a condition only points to one that was told before: 'in that event'."""
    return _THAT_EVENT.fullmatch(condition) is not None


def tries_again(head: Head, condition: str) -> bool:
    """Whether an order is for when what was ordered before was not had: 'if they refuse, you may accept'."""
    return head.kind not in _SPEAKS and head.act.name not in _SPEAKS and _CONTRADICTED.search(condition) is not None


def trim(words: str, first: int, last: int) -> int:
    """The end without blanks and marks before it."""
    match = _TRAILING.search(words, first, last)
    return match.start() if match else last

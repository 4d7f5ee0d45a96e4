"""Tells with a quick look which passages may concern a change, so that most of a record is spared the closer ones.

Errs on the side of yes: a caption may name a place for what follows, and a word of change near wording or a place may
order something.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from ahocorasick_rs import BytesAhoCorasick, Implementation

from travaux.text.openings import in_any_case

_ROMAN_OR_FIGURE = r"(?:[IVXLC]+|\d+)"
_PLACES = (
    r"art(?:icle|\.)s? (?:[IVXLC]+|\d+[a-z]?)",
    rf"(?:sub-?)?para(?:graph|\.)?s? (?:{_ROMAN_OR_FIGURE}|\([a-z]\))",
    r"(?:first|second|third|fourth|last|final|penultimate) (?:sentence|para\w*|clause|article|recital)",
    r"(?:point|item) (?:one|two|three|four|five|six|\d+|[IVX]+)",
    r"(?:latter|first|last) part",
    r"(?:part|chapter|section|schedule|appendix|protocol|regulation|rule) (?:[IVXLC]+|\d+|[A-Z])",
    r"preamble|recital|annex|title|heading|testimonium",
)
#: A place in a text that passages name.
PLACE = in_any_case(rf"(?:{'|'.join(_PLACES)})\b")
_MARKS = ("“", '"', "‘", "\ufffd")

# Letters that every place holds.
_OF_PLACES = (
    *("article", "art. ", "parag", "para ", "para.", "preamb", "sentence", "clause", "recital", "annex", "title"),
    *("heading", "testimon", "part ", "chapter", "section", "schedule", "appendi", "protocol", "regulation", "rule "),
)
# More that every place holds which those do not.
_OF_SHORT_PLACES = (
    *("paras ", "art.s ", "point ", "item ", "latter part", "first part", "last part"),
    *(f"{which} para" for which in ("first", "second", "third", "fourth", "last", "final", "penultimate")),
)
# Words of change by their letters; a bar stands where a word begins or ends.
_STRONG = (
    *(
        "substitut",
        "replac",
        "insert",
        "reinstat",
        "delet",
        "omit",
        "omission",
        "eliminat",
        "strike",
        "strick",
        "struck",
    ),
    *("struke", "phras", "reword", "re-word", "redraft", "renumber", "transpos", "abrogat", "amend", "become"),
    *("interchang", "revers"),
    *("in lieu of", "in place of", "instead of", "come out|", "read as", "reads as"),
    *("should read", "now read", "to read", "shall read", "will read", "would read"),
)
# Those that are common in any text.
_WEAK = (
    *("|add", "|chang", "|drop", "|remov", "|includ", "|revis", "|modif", "|move|", "|moved|", "|moving|", "|becom"),
    *("|use only", "|using only", "|used", "|consist", "|retain", "|read|", "|reads|", "|should be", "|shall be"),
    *("|rather than", "|alternative"),
)


# More words that speak of a change; those above give the place and the wording near them away.
_SPOKEN = (
    "re-instat",
    *(f"{how} {what}" for how in ("proposed", "suggested") for what in ("wording", "text", "language", "paragraph")),
    *("proposed new ", "suggested new "),
)


# What letters belong to.
_PLACE, _SHORT_PLACE, _CHANGE, _SPOKEN_OF = range(4)


@dataclass(frozen=True, slots=True)
class _Stem:
    """Letters to look for, and what they belong to; how many characters a word of change stands from the wording, and
    from the place, it goes with, at most."""

    letters: str
    of: int
    begins: bool = False
    ends: bool = False
    far: int = 0
    near: int = 0

    def stands(self, words: str, start: int) -> bool:
        """Whether the letters that were found at `start` begin and end a word where they should."""
        end = start + len(self.letters)
        glued_before = self.begins and start > 0 and _is_letter(words[start - 1])
        return not glued_before and not (self.ends and end < len(words) and _is_letter(words[end]))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


_start = itemgetter(0)
# How long a caption is, and one with bare wording under it.
_CAPTION, _BARE = 90, 600
# How far from its beginning a place has the letters that every place holds, at most.
_LONGEST_PLACE = 16


class Concern:
    """What a look over a whole text finds: where words of change, places and marks of quotations stand in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        found: list[list[tuple[int, _Stem]]] = [[], [], [], []]
        automaton, stems = _automaton()
        for index, start, _ in automaton.find_matches_as_indexes(_letters(text), overlapping=True):
            stem = stems[index]
            found[stem.of].append((start, stem))
        self._verbs = sorted(found[_CHANGE], key=_start)
        self._spoken = sorted(map(_start, found[_CHANGE] + found[_SPOKEN_OF]))
        self._named = sorted(map(_start, found[_PLACE]))
        self._placed = sorted(map(_start, found[_PLACE] + found[_SHORT_PLACE]))
        self._marks = _marks(text)
        self._hot = sorted(self._where_it_may()) if self._marks or self._placed else []

    @property
    def is_empty(self) -> bool:
        """Whether no passage of the text may concern a change."""
        return not self._hot

    @property
    def first(self) -> int:
        """Where the first passage that may concern a change begins, or a place within it; of a text that has one."""
        return self._hot[0]

    def _where_it_may(self) -> Iterator[int]:
        """A place in every passage that may concern a change before a caption has named a place: a word of change near
        wording or a place, a place on a short line or near wording."""
        for at, stem in self._verbs:
            near = _is_near(at, self._marks, stem.far) or _is_near(at, self._placed, stem.near + _LONGEST_PLACE)
            if near and stem.stands(self._text, at):
                yield at
        for at in self._placed:
            if _is_near(at, self._marks, _BARE) or self._is_short_line(at):
                yield at

    def _is_short_line(self, at: int) -> bool:
        end = self._text.find("\n", at)
        return (end if end >= 0 else len(self._text)) - self._text.rfind("\n", 0, at) <= _CAPTION

    def may_concern(self, start: int, end: int, *, placed: bool) -> bool:
        """Whether the passage from `start` to `end` may; `placed` that a caption before it names a place."""
        if not (placed or _stands(self._hot, start, end)):
            return False
        quotes = _within(self._marks, start, end)
        short, caption = bool(quotes) and end - start < _BARE, end - start < _CAPTION
        if short and placed:
            return True
        named = _stands(self._named, start, end)
        if not (quotes or placed or named or caption):
            return False
        places = self._places(start, end) if named or caption else []
        if places and (caption or (short and named)):
            return True
        verbs = self._verbs[bisect_left(self._verbs, start, key=_start) : bisect_left(self._verbs, end, key=_start)]
        if not verbs:
            return False
        return any(
            (_is_near(at, quotes, stem.far) or _is_near(at, places, stem.near) or (placed and at - start < stem.near))
            and stem.stands(self._text, at)
            for at, stem in verbs
        )

    def _places(self, start: int, end: int) -> list[int]:
        """Where places begin between two others: they are looked for where their letters are."""
        found: list[int] = []
        for at in _within(self._placed, start, end):
            first = max(start, at - _LONGEST_PLACE)
            match = PLACE.search(self._text, first, min(end, at + _CAPTION))
            if match:
                found.append(match.start())
                start = match.end()
        return found

    def may_speak(self, start: int, end: int) -> bool:
        """Whether words may speak of a change to a place or to wording: one of each stands in them."""
        beside = _stands(self._marks, start, end) or _stands(self._placed, start, end)
        return beside and _stands(self._spoken, start, end)


def _letters(text: str) -> bytes:
    """The text in small letters, a byte for each character; those of other alphabets than the stems' are no letters of
    these."""
    return text.encode("latin-1", "replace").lower()


def _marks(text: str) -> list[int]:
    found = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def _stands(places: Sequence[int], start: int, end: int) -> bool:
    """Whether a place stands between two others."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _within(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


@cache
def _automaton() -> tuple[BytesAhoCorasick, list[_Stem]]:
    """What finds the stems, and these in the order by which it tells them."""
    tables = ((_OF_PLACES, _PLACE), (_OF_SHORT_PLACES, _SHORT_PLACE), (_SPOKEN, _SPOKEN_OF))
    stems = [_Stem(letters, of) for table, of in tables for letters in table]
    for table, far, near in ((_WEAK, 110, 50), (_STRONG, 220, 130)):
        stems += [_Stem(row.strip("|"), _CHANGE, row.startswith("|"), row.endswith("|"), far, near) for row in table]
    letters = [stem.letters.encode() for stem in stems]
    return BytesAhoCorasick(letters, implementation=Implementation.DFA), stems


def _is_near(place: int, others: Sequence[int], distance: int) -> bool:
    index = bisect_left(others, place)
    after = index < len(others) and others[index] - place <= distance
    return after or (index > 0 and place - others[index - 1] <= distance)

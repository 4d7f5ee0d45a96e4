"""Tells with a quick look whether a passage may concern a change, so that most of a record is spared the closer ones.

Errs on the side of yes: a caption may name a place for what follows, and a word of change near wording or a place may
order something.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick

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
PLACE = re.compile(rf"(?i)\b(?:{'|'.join(_PLACES)})\b")
_MARKS = ("“", '"', "‘", "\ufffd")
_MARK = re.compile(f"[{''.join(_MARKS)}]")

# Letters that every place holds.
_OF_PLACES = (
    *("article", "art. ", "parag", "para ", "para.", "preamb", "sentence", "clause", "recital", "annex", "title"),
    *("heading", "testimon", "part ", "chapter", "section", "schedule", "appendi", "protocol", "regulation", "rule "),
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
    *("in lieu of", "in place of", "instead of", "come out|", "read as", "reads as"),
    *("should read", "now read", "to read", "shall read", "will read", "would read"),
)
# Those that are common in any text.
_WEAK = (
    *("|add", "|chang", "|drop", "|remov", "|includ", "|revis", "|modif", "|move|", "|moved|", "|moving|", "|becom"),
    *("|use only", "|using only", "|used", "|consist", "|retain", "|read|", "|reads|", "|should be", "|shall be"),
    *("|rather than", "|alternative"),
)


@dataclass(frozen=True, slots=True)
class _Stem:
    """Letters to look for; how many characters a word of change stands from the wording, and from the place, it goes
    with, at most: both 0 for the letters of a place."""

    letters: str
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


# How long a caption is, and one with bare wording under it.
_CAPTION, _BARE = 90, 600


def may_concern(words: str, *, placed: bool) -> bool:
    """Whether a passage may concern a change; `placed` that a caption before it names a place."""
    quoted = any(mark in words for mark in _MARKS)
    short, caption = quoted and len(words) < _BARE, len(words) < _CAPTION
    if short and placed:
        return True
    lowered = words.lower()
    found = [(last - len(stem.letters) + 1, stem) for last, stem in _automaton().iter(lowered)]
    verbs = [(start, stem) for start, stem in found if stem.far]
    named = len(verbs) < len(found)
    if not (verbs or short or caption) or not (quoted or placed or named or caption):
        return False
    if (caption or (short and named)) and PLACE.search(words):
        return True
    if not verbs:
        return False
    places = [match.start() for match in PLACE.finditer(words)] if named else []
    quotes = [match.start() for match in _MARK.finditer(words)] if quoted else []
    return any(
        (_is_near(start, quotes, stem.far) or _is_near(start, places, stem.near) or (placed and start < stem.near))
        and stem.stands(lowered, start)
        for start, stem in verbs
    )


@cache
def _automaton() -> ahocorasick.Automaton:
    found = ahocorasick.Automaton()
    stems = [_Stem(letters) for letters in _OF_PLACES]
    for table, far, near in ((_WEAK, 110, 50), (_STRONG, 220, 130)):
        stems += [_Stem(row.strip("|"), row.startswith("|"), row.endswith("|"), far, near) for row in table]
    for stem in stems:
        found.add_word(stem.letters, stem)
    found.make_automaton()
    return found


def _is_near(place: int, others: Sequence[int], distance: int) -> bool:
    index = bisect(others, place)
    return any(abs(other - place) <= distance for other in others[max(index - 1, 0) : index + 1])

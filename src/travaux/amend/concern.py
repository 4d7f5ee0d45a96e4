"""Tells with a quick look whether a passage may concern a change, so that most of a record is spared the closer ones.

Errs on the side of yes: a caption may name a place for what follows, and a word of change near wording or a place may
order something.
"""

from __future__ import annotations

import re
from bisect import bisect

PLACE = re.compile(
    r"(?i)\b(?:art(?:icle|\.)s? (?:[IVXLC]+|\d+[a-z]?)|preamble|(?:sub-?)?para(?:graph|\.)?s? (?:[IVXLC]+|\d+|\([a-z]\))|"
    r"(?:first|second|third|fourth|last|final|penultimate) (?:sentence|para\w*|clause|article|recital)|recital|"
    r"(?:point|item) (?:one|two|three|four|five|six|\d+|[IVX]+)|(?:latter|first|last) part|annex|title|heading|testimonium|"
    r"(?:part|chapter|section|schedule|appendix|protocol|regulation|rule) (?:[IVXLC]+|\d+|[A-Z]))\b"
)
#: Words of change in small letters, with those that are common in any text apart.
_STRONG = re.compile(
    r"substitut|replac|insert|reinstat|delet|omit|omission|eliminat|str[iu](?:ke|ck)|phras|re-?word|redraft|renumber|transpos|"
    r"abrogat|amend|in lieu of|in place of|instead of|come out\b|become|(?:should|now|to|shall|will|would) read|reads? as"
)
_WEAK = re.compile(
    r"\b(?:add|chang|drop|remov|includ|revis|modif|mov(?:e|ed|ing)\b|becom|us(?:e|ing) only|used|consist|retain|reads?\b|"
    r"should be|shall be|rather than|alternative)"
)
_MARKS = re.compile(r"[“\"‘�]")
# Letters that every word of change, and every place, holds: a look that costs next to nothing.
_CHANGE_STEMS = (
    "substitut", "replac", "insert", "reinstat", "delet", "omi", "eliminat", "strik", "struck", "strick", "drop", "remov", "phras", "word",
    "revis", "redraft", "amend", "modif", "chang", "add", "includ", "read", "consist", "used", "number", "mov", "transpos",
    "becom", "retain", "abrogat", "instead", "come out", "in place", "in lieu", " only", "should be", "shall be",
    "rather than", "alternative",
)  # fmt: skip
_PLACE_STEMS = (
    "article",
    "art. ",
    "parag",
    "para ",
    "para.",
    "preamb",
    "sentence",
    "clause",
    "recital",
    "annex",
    "title",
    "heading",
    "testimon",
    "part ",
    "chapter",
    "section",
    "schedule",
    "appendi",
    "protocol",
    "regulation",
    "rule ",
)
# How many characters a word of change stands from the wording, and from the place, it goes with, at most.
_NEAR = ((_STRONG, 220, 130), (_WEAK, 110, 50))
# How long a caption is, and one with bare wording under it.
_CAPTION, _BARE = 90, 600


def may_concern(words: str, *, placed: bool) -> bool:
    """Whether a passage may concern a change; `placed` that a caption before it names a place."""
    lowered = words.lower()
    if len(words) < _CAPTION and PLACE.search(words):
        return True
    quoted = any(mark in words for mark in "“\"‘�")
    short = quoted and len(words) < _BARE
    if short and placed:
        return True
    named = any(stem in lowered for stem in _PLACE_STEMS)
    if not (quoted or placed or named) or not (short or any(stem in lowered for stem in _CHANGE_STEMS)):
        return False
    places = [match.start() for match in PLACE.finditer(words)] if named else []
    if short and places:
        return True
    quotes = [match.start() for match in _MARKS.finditer(words)] if quoted else []
    if not (quotes or places or placed):
        return False
    return any(
        _is_near(match.start(), quotes, far)
        or _is_near(match.start(), places, near)
        or (placed and match.start() < near)
        for verbs, far, near in _NEAR
        for match in verbs.finditer(lowered)
    )


def _is_near(place: int, others: list[int], distance: int) -> bool:
    index = bisect(others, place)
    return any(abs(other - place) <= distance for other in others[max(index - 1, 0) : index + 1])

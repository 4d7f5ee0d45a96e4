"""Instruments as a line of a text names them, with their day or without: 'the said Convention', 'this Treaty'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from travaux.text.instruments_named import KINDS, instruments_named

_KIND = "|".join([*(kind.title().replace(" Of ", " of ") for kind in KINDS), "Memorandum", "Notes?", "Minutes?"])
_LEAD = (
    r"[Tt]h(?:e|at|is|ese|ose) (?:(?:said|same|aforesaid|above-?mentioned|present|former|latter) )?"
    r"|[Ss]aid |[Ii]ts |[Tt]heir |[Aa]n? "
)
_NAMED = re.compile(rf"\b(?P<lead>{_LEAD})(?P<name>(?:[A-Z][\w’'-]* ){{0,6}}?(?P<kind>{_KIND})\b)(?!’s? [A-Z])")
# What follows a name and belongs to it, where no day does: 'of the United Nations', 'on Pilotage, Lights and Buoys'.
# Where another instrument or a provision of it begins, the name has ended.
_STOPS = rf"(?:{_KIND}|Article|Paragraph|Section|Chapter|Part|Annex|Protocol)s?\b"
_ABOUT = r"(?:of|on|for|concerning|regarding|respecting|relating to|between|against|establishing|to)"
_WORD = rf"(?!{_STOPS})[A-Z][\w’'-]*"
_NEXT = rf" (?:{_ABOUT}|in|with|as to) (?:the )?|,? and (?!the\b)|,? |,? and the (?=Kingdom|Republic)"
_TAIL = re.compile(rf" {_ABOUT} (?:the )?{_WORD}(?:(?:{_NEXT}){_WORD})*")
# What stands between a name and a day that is its own: not 'the Agreement on 31 December'.
_DATED = re.compile(r"(?i)\b(?:signed|done|made|concluded|dated|adopted|exchanged|opened|initial\w*|of)\b")
_YEAR = re.compile(r",? (?:of|signed in|done in|concluded in|made in) (?P<year>(?:1[6-9]|20)\d\d)\b(?! \w+ [12]\d{3})")
_AMENDED = re.compile(
    r",? as (?:last |subsequently )?(?:amended|modified|revised)(?: by [^.;,]{3,60}| from time to time)?"
)
# 'the notes on the guardship exchanged with it', 'the notes exchanged at Tokyo on September 8, 1951'
_NOTES = re.compile(
    r"\bthe (?P<kind>notes|letters)\b(?: (?!shall|were|was|are|is)[\w’-]+){0,6} exchanged\b[^.;,]{0,80}"
)


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """An instrument as characters `start` to `end` of a line name it. `kind` is what it is called there; `bare` that
    nothing but this tells it ('the Convention'); `pointing` that it points back ('that', 'the said'); `own` that it
    is the text itself ('this Treaty'); `year` stands where only that is given of its day; `vague` without an article
    that tells it from others ('a Protocol')."""

    words: str
    start: int
    end: int
    kind: str
    bare: bool = False
    pointing: bool = False
    own: bool = False
    vague: bool = False
    year: int | None = None


def mentions(line: str, titles: frozenset[str] = frozenset()) -> Iterator[InstrumentMention]:
    """The instruments that a line names, in order, none within another; `titles` are names that are known.

    >>> [each.words for each in mentions("under the Convention of June 2, 1931, and the said Treaty")]
    ['the Convention of June 2, 1931', 'the said Treaty']
    """
    end = 0
    for found in sorted(_all(line, titles), key=lambda each: (each.start, -each.end)):
        if found.start >= end:
            end = found.end
            yield found


def _all(line: str, titles: frozenset[str]) -> Iterator[InstrumentMention]:
    dated = {
        each.start: each.end
        for each in instruments_named(line)
        if _DATED.search(line[each.start + len(each.name) : each.end])
    }
    for match in _NAMED.finditer(line):
        yield _mention(line, match, dated.get(match.start("name")))
    for match in _titled(titles).finditer(line) if titles else ():
        yield InstrumentMention(match[0], *match.span(), kind=kind_of(match[0]))
    for match in _NOTES.finditer(line):
        yield InstrumentMention(match[0].rstrip(), match.start(), match.start() + len(match[0].rstrip()), "notes")


def _mention(line: str, match: re.Match[str], day_ends: int | None) -> InstrumentMention:
    lead, end, year = match["lead"].lower(), match.end(), None
    own = bool(re.match(r"(?:this|these|the present)\b", lead))
    if own:
        pass
    elif day_ends is not None:
        end = day_ends
    elif found := _YEAR.match(line, end):
        end, year = found.end(), int(found["year"])
    elif found := _TAIL.match(line, end):
        end = found.end()
        if after := _YEAR.match(line, end):
            end, year = after.end(), int(after["year"])
    told = end > match.end()
    if not own and (found := _AMENDED.match(line, end)):
        end = found.end()
    return InstrumentMention(
        line[match.start() : end],
        match.start(),
        end,
        match["kind"].casefold(),
        bare=not told and match["name"] == match["kind"],
        pointing=bool(re.match(r"(?:that|those|its|their|said)\b", lead))
        or bool(re.search(r"s(?:aid|ame) $|latter $", lead)),
        own=own,
        vague=lead in ("a ", "an ") and day_ends is None,
        year=year,
    )


@cache
def _titled(titles: frozenset[str]) -> re.Pattern[str]:
    known = "|".join(r"\s".join(map(re.escape, title.split())) for title in sorted(titles, key=len, reverse=True))
    return re.compile(rf"(?i)(?:\bthe )?\b(?:{known})\b")


def kind_of(title: str) -> str:
    """What an instrument of that title is called, by the first of the kinds in it: 'treaty'; "" where it does not say.

    >>> kind_of("Convention concerning the Passage of the Strait")
    'convention'
    """
    found = re.search(rf"(?i)\b(?:{_KIND})\b", title)
    return found[0].casefold() if found else ""

"""Reads when somebody held which office from the words of a list. Words of another form are kept, not guessed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.record.dateline import MONTHS
from travaux.record.register import Office

#: EDTF's numbers of the seasons.
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_OUTSIDE_BRACKETS = re.compile(r";(?![^(]*\))")
#: What begins a sentence about somebody, not an office.
_NO_OFFICE = re.compile(
    r"(?i)(?:and )?(?:(?:was|were|had|has|is) |(?:re)?(?:appointed|assigned|assumed|presented|became|died|resigned|"
    r"elected|arrested|killed|assassinated|overthrown|retired|resumed|left|took|named|confirmed|designated)\b)"
)
#: What cannot stand in the title of an office if its dates were all understood.
_MONTH = "|".join(MONTHS)
_LEFT_OVER = re.compile(
    rf"\b(?:until|since|thereafter|thereupon)\b"
    rf"|\b(?:from|to|in|after|before|on) (?:early |late |mid-? ?|about |around )?(?:{_MONTH}|1[789]\d\d)\b"
    rf"|\b(?:{_MONTH}) (?:\d{{1,2}}, )?1[789]\d\d\b"
)
#: One of these is in every such word.
_LEFT = AhoCorasick([*MONTHS, "until", "since", "there", "17", "18", "19"])
#: What a part of a government is called: 'until June 1957, Bureau of Marine Affairs' names no second office.
_PART = re.compile(r"(?:U\.S\. )?(?:Office|Bureau|Department|Division|Ministry|Embassy|Mission|Section|Staff)\b")
_BRACKETS = re.compile(r"\([^()]*\)")


def tenure(words: str) -> tuple[Office, ...]:
    """The offices that the words of an entry name, in their order; what is not understood is an office as printed.

    >>> for office in tenure("Minister of Marine until June 1957; thereafter Ambassador to Corvany"):
    ...     print(office.title, office.since or "..", office.until or "..")
    Minister of Marine .. 1957-06
    Ambassador to Corvany 1957-06 ..
    """
    offices: list[Office] = []
    for part in _OUTSIDE_BRACKETS.split(words):
        said = " ".join(part.split()).strip(" ,")
        said = said if said.endswith(("Jr.", "ret.")) else said.rstrip(".")
        if said:
            offices += _succeeding(_office(said), offices[-1] if offices else None)
    return tuple(offices)


def _succeeding(offices: tuple[Office, ...], before: Office | None) -> Iterator[Office]:
    """Offices held 'thereafter' begin where the one before them in the entry ends."""
    for office in offices:
        if office.since == _LATER:
            if before is None or not before.until:
                office = Office(office.words, office.words, understood=False)
            else:
                office = replace(office, since=before.until)
        yield office
        before = office


#: Stands for the beginning of an office that is held 'thereafter', until it is known.
_LATER = "thereafter"


@lru_cache(maxsize=4096)
def _office(words: str) -> tuple[Office, ...]:
    unknown = (Office(words, words, understood=False),)
    if _NO_OFFICE.match(words):
        return unknown
    offices = _plainly(words) or _by_grammar(words)
    if not offices:
        return unknown
    if any(_is_left_over(office.title) or _NO_OFFICE.match(office.title) for office in offices):
        return unknown
    return offices


def _is_left_over(title: str) -> bool:
    # Few titles hold such letters, which is seen without the pattern.
    return bool(_LEFT.find_matches_as_indexes(title)) and _LEFT_OVER.search(_BRACKETS.sub("", title)) is not None


#: The commonest shapes, which are read without the grammar: a title, and at most one time behind it.
_DATE = rf"(?:(?:{_MONTH}) (?:[1-9]|[12]\d|3[01]), |(?:{_MONTH}) )?(?:1[789]|20)\d\d"
_PLAIN_TIME = re.compile(
    rf"(?:(?<![–—-]),? (?P<first>{_DATE}|{_MONTH})[–-](?P<last>{_DATE})"
    rf"|(?:,? (?:from|since|after) (?P<since>{_DATE}))?(?:,? (?:until|to|through) (?P<until>{_DATE}))?)\Z"
)
#: No such time has more characters before its first figure.
_BEFORE_FIGURE = 24
#: What an office held after the one before it opens with.
_THEREAFTER = re.compile(r"thereafter,? (?=[^\s,])")
#: What may be a time, and what may lead one at the end, in small letters, as no such title has them.
_TIMELY = AhoCorasick(
    [*_MONTH.lower().split("|"), *"thereafter therafter subsequently then spring summer autumn fall winter".split()]
)
_LEADS = ("and", "from", "since", "after", "beginning", "as of", "until", "through", "till", "to", "in", "during")
#: No date is without a figure.
_FIGURE = re.compile(r"[\d\n]")


def _plainly(words: str) -> tuple[Office, ...]:
    """The office of words of such a shape; none where they are of another one."""
    later = _THEREAFTER.match(words)
    title, since, until = words[later.end() :] if later else words, "", ""
    figure = _FIGURE.search(title)
    if figure:
        plain = _PLAIN_TIME.search(title, max(figure.start() - _BEFORE_FIGURE, 1))
        if plain is None or plain.start() > figure.start():
            return ()
        title = title[: plain.start()]
        first, last, *held = plain.groups()
        if first and first.isalpha():
            first += f" {last[-4:]}"
        since, until = (_edtf(_dated(date)) if date else "" for date in ((first, last) if first else held))
    small = title.lower()
    if small.rstrip(", ").endswith(_LEADS) or _TIMELY.find_matches_as_indexes(small):
        return ()
    return (Office(title.strip(" ,"), words, since or (_LATER if later else ""), until),)


def _dated(date: str) -> dict[str, str]:
    *before, year = date.replace(",", "").split()
    return dict(zip(("MONTH", "DAY"), before, strict=False)) | {"YEAR": year}


def _by_grammar(words: str) -> tuple[Office, ...]:
    try:
        return tuple(_offices(_grammar().parse(words), words))
    except (UnexpectedInput, ValueError):
        return ()


def _offices(tree: Tree[Token], words: str) -> Iterator[Office]:
    """The offices of one parsed part, each with the times that stand beside it. ValueError for a date that is none."""
    titles, parts = _titles(tree), [child for child in tree.children if isinstance(child, Tree)]
    match tree.data:
        case "times_first":
            yield from _held(titles[0], parts[0], words)
        case "times_between":
            yield Office(titles[0], words)
            yield from _held(titles[1], parts[1], words)
        case "part_named_last":
            if not _PART.match(titles[1]):
                raise ValueError("neither an office of its own nor a part of the first")
            yield from _held(", ".join(titles), parts[1], words)
        case _:
            yield from _in_turn(parts, words)


def _in_turn(parts: list[Tree[Token]], words: str) -> Iterator[Office]:
    """Offices whose times follow them."""
    for part, following in pairwise([*parts, None]):
        times = following if following is not None and following.data == "times" else None
        if part is None or part.data == "times":
            continue
        (title,) = _titles(part) if part.data == "later" else _titles(Tree("one", [part]))
        if part.data == "later":
            spans = [_time(time) for time in _trees(times)] if times else [(_LATER, "")]
            yield from (Office(title, words, since or _LATER, until) for since, until in spans)
        elif times:
            yield from _held(title, times, words)
        else:
            yield Office(title, words)


def _held(title: str, times: Tree[Token], words: str) -> Iterator[Office]:
    for time in _trees(times):
        yield Office(title, words, *_time(time))


def _titles(tree: Tree[Token]) -> list[str]:
    return [str(title.children[0]).strip(" ,") for title in _trees(tree) if title.data == "title"]


def _trees(tree: Tree[Token]) -> list[Tree[Token]]:
    return [child for child in tree.children if isinstance(child, Tree)]


def _time(time: Tree[Token]) -> tuple[str, str]:
    """Since and until when."""
    dates = [_parts(date) for date in _trees(time)]
    if time.data == "between":
        first, last = dates
        first = {"YEAR": last.get("YEAR", "")} | first
        last = ({"MONTH": first["MONTH"]} if "MONTH" in first and "DAY" in last else {}) | last
        return _edtf(first), _edtf(last)
    date = _edtf(dates[0])
    return (date if time.data != "until" else "", date if time.data != "since" else "")


def _parts(date: Tree[Token]) -> dict[str, str]:
    return {token.type: str(token) for token in date.children if isinstance(token, Token)}


def _edtf(parts: dict[str, str]) -> str:
    """The EDTF form of a date; ValueError where it has no year."""
    if not parts.get("YEAR"):
        raise ValueError("a date without a year")
    written = parts["YEAR"]
    if "SEASON" in parts:
        return f"{written}-{_SEASONS[parts['SEASON'].lower()]}"
    if "MONTH" in parts:
        written += f"-{MONTHS.index(parts['MONTH'].title()) + 1:02d}"
        written += f"-{int(parts['DAY']):02d}" if "DAY" in parts else ""
    elif "DAY" in parts:
        raise ValueError("a day without a month")
    return written


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("tenure.lark")
    return Lark(path.read_text(encoding="utf-8"), parser="lalr")

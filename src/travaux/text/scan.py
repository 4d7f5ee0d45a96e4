"""Cuts words into the tokens of a grammar's terminals. A number is one only where it can be the number of something.

Numbers stand after what they number ('Article', 'paras', 'Annex') or after another number: so 'vi', 'a' and 'one'
are numbers in 'article vi', 'paragraph a' and 'point one', and words everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import NamedTuple

from lark import Lark

from travaux.text.openings import SIZE, expression, openings, quick, spelled_whole

#: What a number can be the number of: the terminals of `address.lark` that its rule `level` lists.
LEVELS = frozenset(
    "ARTICLE PARAGRAPH SUBPARAGRAPH SENTENCE CLAUSE RECITAL PREAMBLE TITLE HEADING ANNEX APPENDIX SCHEDULE PROTOCOL "
    "PART CHAPTER SECTION REGULATION RULE RECOMMENDATION OPERATIVE POINT DEFINITION FOOTNOTE LINE PAGE CHAPEAU "
    "TESTIMONIUM NOTE OFFER REPLY QUOTATION TABLE ROW LOCUS FINAL FORMULA".split()
)
# Verbs that give a number: 'subparagraph (c) becomes (b)'.
_NUMBERING = frozenset({"BECOME", "RENUMBER"})
_NUMBERED = LEVELS | _NUMBERING
_JOINING = frozenset({"COMMA", "AND", "TO"})
# So many of them in a row join no number.
_MOST_JOINED = 3
_NOTHING = "(?!)"
# Where line breaks were lost, a number runs into the words after it ('ARTICLE ivthe following', '1 bisthe').
_RUN_ON = (
    r"(?=(?:the|in|of|for|with|after|before|at|to|a new|new|delete|insert|add|replace|substitute|paragraphs?|articles?|"
    r"annex|notwithstanding|is|shall)\b)"
)
_END = rf"(?:(?![A-Za-z0-9])|{_RUN_ON})"
# What hangs on to a number: '4 (A)', '2(b)', '1(ii)(b)', '9–g', 'IX/5', '3–B', '6. b.', '1 bis', 'III.B'.
_TAIL = (
    rf"(?: ?(?:bis|ter|quater|quinquies){_END})?(?: ?\((?:[A-Za-z]{{1,5}}|\d{{1,2}}[a-z]?)\)"
    r"|[–/-](?:\d{1,2}|[A-Za-z])(?![A-Za-z0-9])|\.[A-Z](?![A-Za-z])|(?<=\d)\. [a-z](?=\.,|,|\)|\.$|$))*"
)
# Roman, or figures with or without a letter: 'IV', 'VIA', '5', '5.5.2', '6a'.
_COUNT = r"(?:[IVXLC]+[A-H]?|\d{1,4}(?:\.\d+)*(?:[A-Za-z](?![A-Za-z]))?)"
# A number right after what it numbers.
_FIRSTS = (
    r"\([A-Za-z]{1,4}\)|\(\d{1,2}\)|[A-Z]\.\d+(?!\w)",
    rf"{_COUNT}{_END}|[ivxlc]+{_END}",
    r"[B-Zb-z](?![\w’'-])|[Aa](?![\w’'-]| [a-z])|\d{1,4}[a-z](?=the\b)",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b",
)
# One after another number, where words are more likely; and 'I' and 'a' are words.
_LATERS = (
    rf"[A-Z]\.\d+|\([A-Za-z]{{1,4}}\)|\(\d{{1,2}}\)|{_COUNT}{_END}|[ivxlc]{{2,}}{_END}",
    r"[A-Za-z](?=[\s]*(?:[,.;:)]|$| (?:and|or|of|are|is|shall)\b))(?<! a)",
)
_FIRST = re.compile(rf"[–-]?(?:{'|'.join(_FIRSTS)}){_TAIL}")
_LATER = re.compile(rf"(?!I [a-z])(?:{'|'.join(_LATERS)}){_TAIL}")


Match = Callable[[str, int], re.Match[str] | None]
# A terminal by its name, and what matches it at a place.
Row = tuple[str, Match]


class Token(NamedTuple):
    """Words from `start` to `end` of a text, and the terminal that they are."""

    kind: str
    words: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)


class Scanner:
    """A table of terminals; of those that match at a place the first in the table wins. Words that none matches are
    joined."""

    def __init__(self, terminals: Mapping[str, str]) -> None:
        more = _plain(terminals)
        # A word is read with those after it that can be no other terminal.
        self._rows = [
            (name, re.compile(f"(?:{pattern}){more}" if name == "WORD" else quick(pattern)).match)
            for name, pattern in terminals.items()
        ]
        self._more = re.compile(more).match
        # By the letters that a match can begin with, so that few of many rows are tried at a place.
        self._by_beginning: dict[str, list[int]] = {}
        for index, pattern in enumerate(terminals.values()):
            for beginning in openings(pattern):
                self._by_beginning.setdefault(beginning, []).append(index)
        self._by_opening: dict[str, tuple[Row, ...]] = {}
        # The same by fewer letters, as places of rows, and the rows of such places: many openings share them.
        self._told: dict[str, tuple[int, ...]] = {"": tuple(self._by_beginning.get("", ()))}
        self._rows_of: dict[tuple[int, ...], tuple[Row, ...]] = {}

    def scan(self, words: str, *, bare: bool = False) -> list[Token]:
        """The tokens of `words`; with `bare`, words that open with a number alone ('II, 1') have one."""
        tokens: list[Token] = []
        at, size, last = 0, len(words), ""
        # How many tokens that join ('III, and') stand after a number.
        joined = _MOST_JOINED
        rows_of, rows_at = self._by_opening.get, self._rows_at
        while at < size:
            if words[at].isspace():
                at += 1
                continue
            number = None
            if last in _NUMBERED:
                number = _FIRST.match(words, at)
            elif joined < _MOST_JOINED or (bare and not tokens):
                # A number stands before, or one and what joins another to it.
                number = _LATER.match(words, at)
            if number:
                kind, end = "NUMBER", number.end()
            else:
                for kind, match in rows_of(words[at : at + SIZE]) or rows_at(words, at):  # noqa: B007
                    found = match(words, at)
                    if found:
                        end = found.end()
                        break
                else:
                    # A sign that no terminal matches, and the words after it.
                    kind, end = "WORD", self._end_of_words(words, at + 1)
            if kind == "WORD" and last == "WORD" and words[at - 1] == " ":
                at = tokens.pop().start
            tokens.append(_token((kind, words[at:end], at, end)))
            if number:
                joined = 0
            elif joined < _MOST_JOINED:
                joined = joined + 1 if kind in _JOINING or words[at:end].lower() == "to" else _MOST_JOINED
            # A blank stands after most.
            at, last = end + (words[end : end + 1] == " "), kind
        return tokens

    def _end_of_words(self, words: str, at: int) -> int:
        more = self._more(words, at)
        return more.end() if more else at

    def _rows_at(self, words: str, at: int) -> tuple[Row, ...]:
        """The terminals that can match at a place, by its first letters."""
        opening = words[at : at + SIZE]
        told = self._tell(opening)
        rows = self._rows_of.get(told)
        if rows is None:
            rows = self._rows_of[told] = tuple([self._rows[index] for index in told])
        self._by_opening[opening] = rows
        return rows

    def _tell(self, opening: str) -> tuple[int, ...]:
        """The places in the table of the terminals that can match where words open so."""
        told = self._told.get(opening)
        if told is None:
            told = self._tell(opening[:-1])
            more = [index for one in spelled_whole(opening) for index in self._by_beginning.get(one, ())]
            if more:
                told = tuple(sorted({*told, *more}))
            self._told[opening] = told
        return told


def _plain(terminals: Mapping[str, str]) -> str:
    """An expression for the words after a word that can be no other terminal than WORD."""
    others = {one for name, pattern in terminals.items() if name != "WORD" for one in openings(pattern)}
    word = rf"(?!{expression(others)})(?:{terminals['WORD']})" if "WORD" in terminals else _NOTHING
    return f"(?: {word})*"


def terminals(grammar: str, *, start: str) -> dict[str, str]:
    """The terminals that the rules in `start` use, as expressions, those of the highest priority first."""
    found = Lark(grammar, start=start.split(), parser="earley", lexer="basic").terminals  # which needs no tables made
    rows = sorted(found, key=lambda terminal: -terminal.priority)
    return {row.name: row.pattern.to_regexp() for row in rows if row.name != "NUMBER"}


@cache
def scanner(grammar: str, start: str) -> Scanner:
    """The scanner of a grammar, made once."""
    return Scanner(terminals(grammar, start=start))

"""Cuts words into the tokens of a grammar's terminals. A number is one only where it can be the number of something.

Numbers stand after what they number ('Article', 'paras', 'Annex') or after another number: so 'vi', 'a' and 'one'
are numbers in 'article vi', 'paragraph a' and 'point one', and words everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lark import Lark

from travaux.text.openings import SIZE, openings

#: What a number can be the number of: the terminals of `address.lark` that its rule `level` lists.
LEVELS = frozenset(
    "ARTICLE PARAGRAPH SUBPARAGRAPH SENTENCE CLAUSE RECITAL PREAMBLE TITLE HEADING ANNEX APPENDIX SCHEDULE PROTOCOL "
    "PART CHAPTER SECTION REGULATION RULE RECOMMENDATION OPERATIVE POINT DEFINITION FOOTNOTE LINE PAGE CHAPEAU "
    "TESTIMONIUM NOTE OFFER REPLY QUOTATION TABLE ROW LOCUS FINAL FORMULA".split()
)
# Verbs that give a number: 'subparagraph (c) becomes (b)'.
_NUMBERING = frozenset({"BECOME", "RENUMBER"})
_JOINING = frozenset({"COMMA", "AND", "TO"})
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


# A terminal by its name, and the expression that it matches.
Row = tuple[str, re.Pattern[str]]


class Token(NamedTuple):
    """Words from `start` to `end` of a text, and the terminal that they are."""

    kind: str
    words: str
    start: int
    end: int


class Scanner:
    """A table of terminals; of those that match at a place the first in the table wins. Words that none matches are
    joined."""

    def __init__(self, terminals: Mapping[str, str]) -> None:
        self._rows = [(name, re.compile(pattern)) for name, pattern in terminals.items()]
        # By the letters that a match can begin with, so that few of many rows are tried at a place.
        self._by_beginning: dict[str, list[int]] = {}
        for index, pattern in enumerate(terminals.values()):
            for beginning in openings(pattern):
                self._by_beginning.setdefault(beginning, []).append(index)
        self._by_opening: dict[str, tuple[Row, ...]] = {}

    def scan(self, words: str, *, bare: bool = False) -> list[Token]:
        """The tokens of `words`; with `bare`, words that open with a number alone ('II, 1') have one."""
        tokens: list[Token] = []
        at, size = 0, len(words)
        while at < size:
            if words[at].isspace():
                at += 1
                continue
            number = _number(words, at, tokens, bare=bare)
            kind, end = ("NUMBER", number) if number is not None else self._match(words, at)
            if kind == "WORD":
                end = self._end_of_words(words, end)
                if tokens and tokens[-1].kind == "WORD" and words[at - 1] == " ":
                    at = tokens.pop().start
            tokens.append(Token(kind, words[at:end], at, end))
            at = end
        return tokens

    def _match(self, words: str, at: int) -> tuple[str, int]:
        """The terminal that matches at a place and where its words end; a sign that none matches is a word."""
        for name, pattern in self._rows_at(words, at):
            match = pattern.match(words, at)
            if match:
                return name, match.end()
        return "WORD", at + 1

    def _end_of_words(self, words: str, end: int) -> int:
        """Where the words end that follow a word and can be no other terminal."""
        while words[end : end + 1] == " ":
            rows = self._rows_at(words, end + 1)
            match = rows[0][1].match(words, end + 1) if len(rows) == 1 and rows[0][0] == "WORD" else None
            if match is None:
                break
            end = match.end()
        return end

    def _rows_at(self, words: str, at: int) -> tuple[Row, ...]:
        """The terminals that can match at a place, by its first letters."""
        opening = words[at : at + SIZE].lower()
        rows = self._by_opening.get(opening)
        if rows is None:
            beginnings = (opening[:size] for size in range(SIZE + 1))
            told = {index for beginning in beginnings for index in self._by_beginning.get(beginning, ())}
            near_end = len(opening) < SIZE
            rows = tuple(row for index, row in enumerate(self._rows) if near_end or index in told)
            self._by_opening[opening] = rows
        return rows


def _number(words: str, at: int, tokens: Sequence[Token], *, bare: bool) -> int | None:
    """Where the number ends that stands at a place; None where none can stand there."""
    if not tokens:
        match = _LATER.match(words, at) if bare else None
    elif tokens[-1].kind == "WORD":
        return None
    elif tokens[-1].kind in LEVELS or tokens[-1].kind in _NUMBERING:
        match = _FIRST.match(words, at)
    else:
        match = _LATER.match(words, at) if _goes_on(tokens) else None
    return match.end() if match and match.group() else None


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a number stands before, or one and what joins another to it: 'III to', '2b, and'."""
    for token in reversed(tokens[-3:]):
        if token.kind not in _JOINING and token.words.lower() != "to":
            return token.kind == "NUMBER"
    return False


def terminals(grammar: str, *, start: str) -> dict[str, str]:
    """The terminals that the rules in `start` use, as expressions, those of the highest priority first."""
    found = Lark(grammar, start=start.split(), parser="lalr").terminals
    rows = sorted(found, key=lambda terminal: -terminal.priority)
    return {row.name: row.pattern.to_regexp() for row in rows if row.name != "NUMBER"}


@cache
def scanner(grammar: str, start: str) -> Scanner:
    """The scanner of a grammar, made once."""
    return Scanner(terminals(grammar, start=start))

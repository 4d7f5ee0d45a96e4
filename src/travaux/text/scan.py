"""Cuts words into the tokens of a grammar's terminals. A number is one only where it can be the number of something.

Numbers stand after what they number ('Article', 'paras', 'Annex') or after another number: so 'vi', 'a' and 'one'
are numbers in 'article vi', 'paragraph a' and 'point one', and words everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lark import Lark, Token

from travaux.text.openings import SIZE, openings

#: What a number can be the number of: the terminals of `address.lark` that its rule `level` lists.
LEVELS = frozenset(
    "ARTICLE PARAGRAPH SUBPARAGRAPH SENTENCE CLAUSE RECITAL PREAMBLE TITLE HEADING ANNEX APPENDIX SCHEDULE PROTOCOL PART "
    "CHAPTER SECTION REGULATION RULE RECOMMENDATION OPERATIVE POINT DEFINITION FOOTNOTE LINE PAGE CHAPEAU "
    "TESTIMONIUM".split()
)
# Verbs that give a number: 'subparagraph (c) becomes (b)'.
_NUMBERING = frozenset({"BECOME", "RENUMBER"})
_JOINING = frozenset({"COMMA", "AND", "TO", "SLASH"})
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
_FIRST = re.compile(
    r"[–-]?(?:\([A-Za-z]{1,4}\)|\(\d{1,2}\)|[A-Z]\.\d+(?!\w)|(?:[IVXLC]+[A-H]?|\d{1,4}(?:\.\d+)*(?:[A-Za-z](?![A-Za-z]))?)"
    rf"{_END}|[ivxlc]+{_END}|[B-Zb-z](?![\w’'-])|[Aa](?![\w’'-]| [a-z])|\d{{1,4}}[a-z](?=the\b)"
    rf"|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b){_TAIL}"
)
_LATER = re.compile(
    rf"(?!I [a-z])(?:[A-Z]\.\d+|\([A-Za-z]{{1,4}}\)|\(\d{{1,2}}\)|(?:[IVXLC]+[A-H]?|\d{{1,4}}(?:\.\d+)*(?:[A-Za-z](?![A-Za-z]))?){_END}"
    rf"|[ivxlc]{{2,}}{_END}|[A-Za-z](?=[\s]*(?:[,.;:)]|$| (?:and|or|of|are|is|shall)\b))(?<! a)|[A-Z]\.\d+){_TAIL}"
)


class Scanner:
    """A table of terminals; of those that match at a place the first in the table wins. Words that none matches are
    joined."""

    def __init__(self, terminals: Mapping[str, str]) -> None:
        self._terminals = [(name, re.compile(pattern), openings(pattern)) for name, pattern in terminals.items()]
        self._by_opening: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def scan(self, words: str, *, start: int = 0, bare: bool = False) -> list[Token]:
        """The tokens of `words` from `start`; with `bare`, words that open with a number alone ('II, 1') have one."""
        tokens: list[Token] = []
        at, size = start, len(words)
        while at < size:
            if words[at].isspace():
                at += 1
                continue
            number = self._number(words, at, tokens, bare)
            kind, value = ("NUMBER", number) if number is not None else self._match(words, at)
            if kind == "WORD" and tokens and tokens[-1].type == "WORD" and words[at - 1] == " ":
                first = tokens[-1].start_pos or 0
                tokens[-1] = Token("WORD", words[first : at + len(value)], start_pos=first, end_pos=at + len(value))
            else:
                tokens.append(Token(kind, value, start_pos=at, end_pos=at + len(value)))
            at += len(value)
        return tokens

    def _match(self, words: str, at: int) -> tuple[str, str]:
        opening = words[at : at + SIZE].lower()
        terminals = self._by_opening.get(opening)
        if terminals is None:
            beginnings = {opening[:size] for size in range(SIZE + 1)}
            terminals = [
                (name, row)
                for name, row, told in self._terminals
                if len(opening) < SIZE or not told.isdisjoint(beginnings)
            ]
            self._by_opening[opening] = terminals
        for name, row in terminals:
            match = row.match(words, at)
            if match:
                return name, match.group()
        return "WORD", words[at]

    @staticmethod
    def _number(words: str, at: int, tokens: list[Token], bare: bool) -> str | None:
        if not tokens:
            match = _LATER.match(words, at) if bare else None
        elif tokens[-1].type in LEVELS or tokens[-1].type in _NUMBERING:
            match = _FIRST.match(words, at)
        else:
            match = _LATER.match(words, at) if _goes_on(tokens) else None
        return match.group() if match and match.group() else None


def _goes_on(tokens: list[Token]) -> bool:
    """Whether a number stands before, or one and what joins another to it: 'III to', '2b, and'."""
    before = tokens[-3:]
    while before and (before[-1].type in _JOINING or before[-1].lower() == "to"):
        before.pop()
    return bool(before) and before[-1].type == "NUMBER"


def terminals(grammar: str, *, start: str) -> dict[str, str]:
    """The terminals that the rules in `start` use, as expressions, those of the highest priority first."""
    found = Lark(grammar, start=start.split(), parser="lalr").terminals
    rows = sorted(found, key=lambda terminal: -terminal.priority)
    return {row.name: row.pattern.to_regexp() for row in rows if row.name != "NUMBER"}


@cache
def scanner(grammar: str, start: str) -> Scanner:
    """The scanner of a grammar, made once."""
    return Scanner(terminals(grammar, start=start))

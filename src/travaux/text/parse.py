"""Reads addresses as people write them, by `address.lark`: 'second sentence of para 2 of Art. V'. Never guesses one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from lark import Lark, Token, Transformer

from travaux import numerals
from travaux.errors import UnreadableAddress
from travaux.text.address import RANKS, Address, Level, Step
from travaux.text.scan import LEVELS, scanner

GRAMMAR = Path(__file__).with_name("address.lark").read_text(encoding="utf-8")

DETERMINERS = frozenset({"DETERMINER"})
# What a number comes under that only hangs on to another: 'Article 15 (1) (c)', 'paragraph 1 (ii)(b)'.
_BELOW = {
    Level.ARTICLE: Level.PARAGRAPH,
    Level.REGULATION: Level.PARAGRAPH,
    Level.RULE: Level.PARAGRAPH,
    Level.ANNEX: Level.PARAGRAPH,
    Level.APPENDIX: Level.PARAGRAPH,
    Level.SCHEDULE: Level.PARAGRAPH,
    Level.SECTION: Level.PARAGRAPH,
    Level.CHAPTER: Level.PARAGRAPH,
    Level.PART: Level.PARAGRAPH,
    Level.OPERATIVE: Level.SUBPARAGRAPH,
    Level.PARAGRAPH: Level.SUBPARAGRAPH,
    Level.SUBPARAGRAPH: Level.POINT,
    Level.CLAUSE: Level.SUBPARAGRAPH,
}
# What an address counts or numbers; of the rest there is only one.
_COUNTED = frozenset(
    {Level.ARTICLE, Level.RECITAL, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.SENTENCE, Level.CLAUSE, Level.POINT}
)
_PLURAL = re.compile(r"(?i)(?:s|ces)\.?$")


@dataclass(frozen=True, slots=True)
class Named:
    """What the address tokens `first` to `last` of a passage name: one place, or several."""

    addresses: tuple[Address, ...]
    first: int
    last: int


def parse(words: str) -> Address:
    """The address that `words` write, in any usual form. Raises UnreadableAddress for other words, and for several.

    >>> str(parse("second sentence of para 2 of Art. V"))
    'Article V, paragraph 2, second sentence'
    >>> str(parse("preamble"))
    'Preamble'
    """
    found = parse_all(words)
    if len(found) != 1:
        raise _unreadable(words, f"names {len(found)} places")
    if any(step.level in _COUNTED and not step.value for step in found[0].steps):
        raise _unreadable(words, "does not say which one")
    return found[0]


def parse_all(words: str) -> tuple[Address, ...]:
    """The addresses that `words` list. Raises UnreadableAddress for other words.

    >>> [str(one) for one in parse_all("Articles III to V")]
    ['Article III', 'Article IV', 'Article V']
    """
    told = words.strip().rstrip(".,;:")
    tokens = scanner(GRAMMAR, "address unsaid").scan(told, bare=True)
    found = read_at(tokens, 0)
    if found is None or found.last != len(tokens):
        raise _unreadable(words, "is not an address")
    return found.addresses


def _unreadable(words: str, why: str) -> UnreadableAddress:
    remedy = "Write it as in “Article VI”, “Article V, paragraph 2” or “third recital of the Preamble”."
    return UnreadableAddress(f"“{words}” {why}.", remedy=remedy)


def read_at(tokens: Sequence[Token], first: int) -> Named | None:
    """The longest address that begins at a token; None where none does."""
    last = first
    while last < len(tokens) and tokens[last].type in _USED and not _is_run_on(tokens, first, last):
        last += 1
    kinds = _in_series([token for token in tokens[first:last] if token.type not in DETERMINERS])
    for size in _lengths(tuple(token.type for token in kinds)):
        addresses = _fold(kinds[:size])
        if addresses:
            end = kinds[size - 1].end_pos or 0
            return Named(addresses, first, next(i for i in range(first, last) if (tokens[i].end_pos or 0) >= end) + 1)
    return None


def _is_run_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a line break was lost before a token: 'ARTICLE 1paragraph 2' names an article, and then a paragraph."""
    glued = at > first and tokens[at].start_pos == tokens[at - 1].end_pos
    return glued and tokens[at - 1].type == "NUMBER" and tokens[at][:1].isalpha() and tokens[at].type != "NUMBER"


def _in_series(tokens: list[Token]) -> list[Token]:
    """Tokens whose commas and "and" between numbers, or between ordinals, are told from those between units."""
    tokens = [token for token, after in pairwise([*tokens, Token("END", "")]) if not _is_doubled(token, after)]
    told = []
    plural = False
    for index, token in enumerate(tokens):
        before = tokens[index - 1].type if index else ""
        after = tokens[index + 1].type if index + 1 < len(tokens) else ""
        if token.type in LEVELS:
            plural = bool(_PLURAL.search(token))
        numbers = before == after == "NUMBER" and (token.type == "AND" or (token.type == "COMMA" and plural))
        ordinals = before == after == "ORDINAL" and token.type in ("AND", "COMMA")
        ranges = before == after == "NUMBER" and token.lower() == "to"
        kind = "SERIES" if numbers or ordinals else "TO" if ranges else token.type
        told.append(Token.new_borrow_pos(kind, token.value, token))
    return told


def _is_doubled(token: Token, after: Token) -> bool:
    """The comma of ', and'."""
    return token.type == "COMMA" and token.value == "," and after.type == "AND"


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, start="address", parser="lalr")


_USED = frozenset(
    {"COMMA", "AND", "OF", "TO", "NUMBER", "ORDINAL", "CARDINAL", "PORTION", "QUOTE", "OTHERWISE", "DEFINITION"}
    | {"DETERMINER"}
    | LEVELS
)


@lru_cache(maxsize=4096)
def _lengths(kinds: tuple[str, ...]) -> tuple[int, ...]:
    """How many of the tokens make an address, the most first."""
    parser = _parser().parse_interactive("")
    accepted = []
    for count, kind in enumerate(kinds, 1):
        if kind not in parser.choices():
            break
        parser.feed_token(Token(kind, kind))
        if "$END" in parser.choices():
            accepted.append(count)
    return tuple(reversed(accepted))


def _fold(tokens: Sequence[Token]) -> tuple[Address, ...]:
    parser = _parser().parse_interactive("")
    for token in tokens:
        parser.feed_token(token)
    return _Places().transform(parser.feed_eof())


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """The paths that one item names, side by side; `bare`: numbers whose level comes from what stands before."""

    paths: tuple[Steps, ...]
    bare: bool = False


class _Places(Transformer[Token, tuple[Address, ...]]):
    """Turns the tree of `address.lark` into the places it names."""

    def level(self, parts: list[Token]) -> Token:
        return parts[0]

    def link(self, parts: list[Token]) -> Token:
        return parts[0]

    def numbers(self, parts: list[Token]) -> list[Token]:
        return parts

    def ordinals(self, parts: list[Token]) -> list[Token]:
        return parts

    def numbered(self, parts: list[object]) -> _Item:
        level, numbers = parts
        assert isinstance(level, Token) and isinstance(numbers, list)
        return _Item(tuple(_path(Level(level.type.lower()), one) for one in _listed(numbers, level)))

    def bare(self, parts: list[list[Token]]) -> _Item:
        numbers = _listed(parts[0], parts[0][0])
        return _Item(tuple((Step(Level.WHOLE, one),) for one in numbers), bare=True)

    def counted(self, parts: list[object]) -> _Item:
        ordinals, level = parts
        assert isinstance(level, Token) and isinstance(ordinals, list)
        named = Level(level.type.lower())
        if ordinals[-1].type == "CARDINAL":
            return _Item(((Step(named, _span(ordinals[0], ordinals[-1])),),))
        words = [token.lower() for token in ordinals if token.type == "ORDINAL"]
        return _Item(tuple((Step(named, _usual(word)),) for word in words))

    def named(self, parts: list[Token]) -> _Item:
        return _Item(((Step(Level(parts[0].type.lower())),),))

    def opened(self, parts: list[Token]) -> _Item:
        words = parts[0].strip('“”"').rstrip(",. ")
        return _Item(((Step(Level(parts[1].type.lower()), words, quoted=True),),))

    def defined(self, parts: list[Token]) -> _Item:
        return _Item(((Step(Level.DEFINITION, parts[1].strip('“”"')),),))

    def portion(self, parts: list[Token]) -> _Item:
        return _Item(((Step(Level.PORTION, parts[0].lower()),),))

    def otherwise(self, parts: list[Token]) -> _Item:
        return _Item(())

    def address(self, parts: list[object]) -> tuple[Address, ...]:
        return _joined(parts)


def _usual(ordinal: str) -> str:
    """One word for 'next to last' and its like."""
    return "penultimate" if ordinal.startswith(("next", "last but")) else ordinal


def _span(ordinal: Token, count: Token) -> str:
    """'first two' is '1-2', 'last two' stays in words."""
    number = numerals.value(count) or 1
    return f"1-{number}" if numerals.ordinal(ordinal) == 1 else f"{ordinal.lower()} {count.lower()}"


def _listed(numbers: list[Token], level: Token) -> list[str]:
    """The numbers of a list, ranges written out: '3, 5 and 7', 'III to V', '6-8'."""
    found: list[str] = []
    for index, token in enumerate(numbers):
        before = numbers[index - 1] if index else None
        hyphened = re.fullmatch(r"(\d+)[–-](\d+)", token)
        if token.type != "NUMBER":
            continue
        if before is not None and before.type == "TO":
            found += _between(found[-1], str(token))
        elif hyphened and (_PLURAL.search(level) or level.type != "NUMBER"):
            found += [hyphened[1], *_between(hyphened[1], hyphened[2])]
        elif found and token.startswith("(") and "(" in found[-1][1:]:
            # '1 (i) and (ii)'
            found.append(f"{found[-1][: found[-1].rindex('(')]}{token}")
        else:
            found.append(str(token))
    return found


def _between(first: str, last: str) -> list[str]:
    """The numbers after `first` up to `last`, in the way `last` is written."""
    low, high = numerals.value(first.strip("()")), numerals.value(last.strip("()"))
    if low is None or high is None:
        one, other = first.strip("()"), last.strip("()")
        letters = f"{one}{other}".isalpha() and one.islower() == other.islower()
        if letters and len(one) == len(other) == 1 and one < other:
            return [last.replace(other, chr(code)) for code in range(ord(one) + 1, ord(other) + 1)]
        return [last]
    if not low < high <= low + 60:
        return [last]
    if last.isdecimal():
        return [str(number) for number in range(low + 1, high + 1)]
    written = [numerals.roman(number) for number in range(low + 1, high + 1)]
    return [number if last.isupper() else number.lower() for number in written]


def _path(level: Level, written: str) -> Steps:
    """'15 (1) (c)' of an article: article 15, paragraph 1, subparagraph (c)."""
    if level is Level.SUBPARAGRAPH and re.match(r"[\d.]+ ?[(–-]", written):
        # 'subparagraph 5.5.2(a)' counts from the paragraph.
        level = Level.PARAGRAPH
    first, *rest = _pieces(level, written)
    steps = [Step(level, first)]
    for piece in rest:
        steps.append(Step(_under(steps[-1], piece), piece))
    return tuple(steps)


def _under(step: Step, number: str) -> Level:
    """The level of a number that hangs on to a step."""
    below = _BELOW.get(step.level, Level.POINT)
    lettered = number.isalpha() and (number.islower() or len(number) == 1)
    return Level.SUBPARAGRAPH if below is Level.PARAGRAPH and lettered else below


def _pieces(level: Level, written: str) -> list[str]:
    """The numbers that are written together: '4 (A)', '9–g', 'IX/5', '6. b.', '2a' of a paragraph; '6a' of an article
    and '1.3.22a' are one."""
    if written.isalpha() and len(written) > 2 and not numerals.from_roman(written):
        return [str(numerals.value(written) or written)]
    suffix = re.search(r" ?(?:bis|ter|quater|quinquies)$", written)
    found = re.findall(r"[A-Z]\.\d+|\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]+", written[: suffix.start()] if suffix else written)
    paragraph = level in (Level.PARAGRAPH, Level.OPERATIVE, Level.WHOLE)
    if paragraph and re.fullmatch(r"\d+[A-Za-z]", found[0]):
        found[:1] = [found[0][:-1], found[0][-1]]
    elif found[1:] and re.fullmatch(r"\d+[A-Za-z]", found[1]):
        found[1:2] = [found[1][:-1], found[1][-1]]
    if suffix:
        found[-1] += suffix.group()
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """Places side by side: `paths` as they name themselves, `shared` what they have of the place named before them, and
    the rank of the level that was last put outside ('... in Section III')."""

    paths: tuple[Steps, ...]
    shared: Steps = ()
    outside: int | None = None

    @property
    def places(self) -> tuple[Address, ...]:
        """The places in full."""
        outermost = RANKS[self.paths[0][0].level]
        shared = tuple(step for step in self.shared if RANKS[step.level] < outermost)
        return tuple(Address((*shared, *path)) for path in self.paths)


def _joined(parts: Sequence[object]) -> tuple[Address, ...]:
    """The places of a row of items: what comes after a comma is further in or beside, what comes after 'of' further
    out; levels tell which."""
    rows: list[_Row] = []
    link = ""
    for part in parts:
        if isinstance(part, Token):
            link = part.type
        elif isinstance(part, _Item) and part.paths:
            if _is_beside(rows, part, link):
                return ()
            rows = _with(rows, part, link)
            link = ""
    return tuple(place for row in rows for place in row.places)


def _is_beside(rows: list[_Row], item: _Item, link: str) -> bool:
    """Whether a unit follows one of its own kind with nothing between: 'Article 6 Article 5' is a caption and a place."""
    return bool(rows) and not link and not item.bare and item.paths[0][0].level is rows[-1].paths[0][0].level


def _with(rows: list[_Row], item: _Item, link: str) -> list[_Row]:
    if not rows:
        return [_Row(tuple(_alone(path) for path in item.paths) if item.bare else item.paths)]
    *before, row = rows
    if item.bare and _is_article(row, item, listed=len(rows) > 1):
        # 'Articles IV paragraph 3, IX/1, XI/9(A)'
        return [*rows, _Row(tuple(_alone(path) for path in item.paths))]
    if item.bare:
        deeper = tuple((*outer, *_deeper(outer, path)) for outer in row.paths for path in item.paths)
        return [*before, replace(row, paths=deeper)]
    if _holds_no_articles(row, item):
        # 'the Preamble, Article IV and Article VI'
        return [*rows, _Row(item.paths)]
    rank, outermost, innermost = (RANKS[step.level] for step in (item.paths[0][0], row.paths[0][0], row.paths[0][-1]))
    if row.paths == ((Step(Level.TITLE),),) and link == "OF":
        row, outermost = replace(row, paths=((Step(Level.HEADING),),)), RANKS[Level.HEADING]
    if rank < outermost and link != "AND":
        # 'paragraph 2 of Article V', 'paragraph 6, Annex I'; 'paragraphs 1 and 3 of Article V' has it for both.
        return [*(_outside(one, item, rank) for one in before), _outside(row, item, rank)]
    if link != "AND" and (rank > innermost or (row.outside is not None and rank > row.outside)):
        return [*before, _inside(row, item)]
    if link in ("COMMA", "") and rank == innermost == RANKS[Level.SUBPARAGRAPH] and len(row.paths[0]) > 1:
        # 'paragraph 1(i), subparagraphs (b) and (c)'
        below = tuple(tuple(Step(Level.POINT, step.value) for step in path) for path in item.paths)
        return [*before, _inside(row, _Item(below))]
    if link == "OF":
        return rows
    return [*rows, _Row(item.paths, (*row.shared, *row.paths[0]))]


def _holds_no_articles(row: _Row, item: _Item) -> bool:
    """Whether an article is named after the preamble, which has none."""
    return item.paths[0][0].level is Level.ARTICLE and any(step.level is Level.PREAMBLE for step in row.paths[-1])


def _is_article(row: _Row, item: _Item, *, listed: bool) -> bool:
    """Whether a bare Roman number counts the articles and not what is in the last one named, or in one of a list."""
    last = row.paths[-1]
    deep = len(last) > 1 or listed
    within = last[0].level is Level.ARTICLE and deep and bool(numerals.from_roman(last[0].value))
    return within and all(re.match(r"[IVXLC]+(?![A-Za-z])", path[0].value) for path in item.paths)


def _outside(row: _Row, item: _Item, rank: int) -> _Row:
    """The row within the places of an item."""
    if RANKS[row.paths[0][0].level] <= rank:
        return row
    shared = tuple(step for step in row.shared if RANKS[step.level] < rank)
    return _Row(tuple((*path, *steps) for path in item.paths for steps in row.paths), shared, rank)


def _inside(row: _Row, item: _Item) -> _Row:
    """The places of an item within the row, each step where its level belongs."""
    paths = tuple((*steps, *path) for steps in row.paths for path in item.paths)
    if row.outside is not None:
        paths = tuple(tuple(sorted(path, key=lambda step: RANKS[step.level])) for path in paths)
    return replace(row, paths=paths)


def _alone(path: Steps) -> Steps:
    """A number alone: Roman of an article, a letter in brackets of a subparagraph, else of a paragraph."""
    written = path[0].value
    first = _pieces(Level.WHOLE, written)[0]
    if written.startswith("("):
        return (Step(Level.SUBPARAGRAPH if first.isalpha() else Level.PARAGRAPH, first),)
    return _path(Level.ARTICLE if numerals.from_roman(first) and first.isupper() else Level.PARAGRAPH, written)


def _deeper(outer: Steps, path: Steps) -> Steps:
    """A bare number counts what comes under the step before it: 'XXV, 2(b)'."""
    pieces = _pieces(Level.WHOLE, path[0].value)
    steps = [outer[-1]]
    for piece in pieces:
        steps.append(Step(_under(steps[-1], piece), piece))
    return tuple(steps[1:])

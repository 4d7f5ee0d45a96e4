"""Reads what is typed into a search. It never fails: what it cannot use is left out, with a remark that says so.

any  = all ("OR" all)*
all  = part+                 "AND" between parts says nothing more; "NOT" before one leaves it out
part = "(" any ")" | near
near = term ("NEAR" term)*   "NEAR/3" sets the distance; "NEAR(a b, 3)" is the same
term = word | "words together", either with a "*" behind it for words that begin so
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.desk.search.query import NEAR, AllOf, AnyOf, Near, Node, Query, Term

MOST_CHARACTERS = 2000
MOST_TERMS = 64
MOST_NESTED = 20
MOST_DISTANCE = 1000

TOO_LONG = f"Only the first {MOST_CHARACTERS:,} characters were looked at."
TOO_MANY = f"Only the first {MOST_TERMS} words were looked for."
NO_PARTNER = "A parenthesis without its partner was left out."
TOO_DEEP = "Parentheses within so many others were left out."
NO_END = "A quotation without its end was taken to go on to the last word."
LONELY = "AND, OR and NEAR stand between words, NOT before one; left out where they did not."
ONLY_NOT = "NOT leaves something out of what else is looked for; there was nothing else."
WILD = "A * stands at the end of a word; elsewhere it was left out."
MINUS = "A - before a word was left out; write NOT to leave out the word."

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_TOKEN = re.compile(
    r"""
    NEAR\((?P<near>[^()]*)\)
  | (?P<paren>[()])
  | ["“”„«»](?P<quoted>[^"“”„«»]*)(?P<closed>["“”„«»]?)(?P<wild>\*?)
  | (?P<bare>[^\s()"“”„«»]+)
    """,
    re.VERBOSE,
)
_JOINING = re.compile(r"(?P<name>AND|OR|NOT|NEAR)(?:(?<=NEAR)/(?P<distance>\d{1,9}))?")
_DISTANCE = re.compile(r",\s*(\d{1,9})\s*$")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A parenthesis, or one of the words that join; `distance` is that of a NEAR."""

    name: str
    distance: int = NEAR


_Token = Term | Near | _Sign


def parse(typed: str) -> Query:
    """The query that was typed."""
    # A word that was copied from a page may bring the places where it may be divided.
    clean = _CONTROL.sub(" ", typed.encode(errors="replace").decode().replace("\u00ad", ""))
    lexer = _Lexer()
    if len(clean) > MOST_CHARACTERS:
        lexer.remark(TOO_LONG)
    tokens = lexer.balanced(lexer.tokens(clean[:MOST_CHARACTERS]))
    parser = _Parser(tokens)
    wanted = parser.any_of()
    return Query(wanted, tuple(dict.fromkeys((*lexer.remarks, *parser.remarks))))


class _Remarking:
    def __init__(self) -> None:
        self.remarks: list[str] = []

    def remark(self, words: str) -> None:
        self.remarks.append(words)


class _Lexer(_Remarking):
    """Cuts what was typed into terms and signs."""

    def tokens(self, typed: str) -> list[_Token]:
        found: list[_Token] = []
        terms = 0
        for match in _TOKEN.finditer(typed):
            for token in self._read(match):
                terms += not isinstance(token, _Sign)
                if terms > MOST_TERMS:
                    self.remark(TOO_MANY)
                    return found
                found.append(token)
        return found

    def _read(self, match: re.Match[str]) -> Iterator[_Token]:
        if match["paren"]:
            yield _Sign(match["paren"])
        elif match["near"] is not None:
            yield from self._near(match["near"])
        elif match["quoted"] is not None:
            if not match["closed"]:
                self.remark(NO_END)
            yield from self._term(" ".join(match["quoted"].split()), prefix=bool(match["wild"]))
        elif joining := _JOINING.fullmatch(match["bare"]):
            yield _Sign(joining["name"], min(int(joining["distance"] or NEAR), MOST_DISTANCE))
        else:
            yield from self._bare(match["bare"])

    def _bare(self, word: str) -> Iterator[Term]:
        stem = word.rstrip("*")
        if "*" in stem:
            self.remark(WILD)
        if re.match(r"-\w", stem):
            self.remark(MINUS)
        yield from self._term(stem.replace("*", " ") or word, prefix=stem != word)

    def _term(self, words: str, *, prefix: bool) -> Iterator[Term]:
        kept = _EDGES.sub("", words)
        if any(map(str.isalnum, kept)):
            # A sign between the last letter and the * ends the word.
            yield Term(kept, prefix and words.endswith(kept))
        elif words:
            self.remark(f"Left out, as there is no letter or figure in it: {words}")

    def _near(self, inside: str) -> Iterator[Near | Term]:
        stated = _DISTANCE.search(inside)
        inner = self.tokens(inside[: stated.start()] if stated else inside)
        terms = tuple(token for token in inner if isinstance(token, Term))
        if len(terms) > 1:
            yield Near(terms, min(int(stated[1]), MOST_DISTANCE) if stated else NEAR)
        else:
            self.remark(LONELY)
            yield from terms

    def balanced(self, tokens: list[_Token]) -> list[_Token]:
        """The tokens without the parentheses that have no partner, or stand within too many others."""
        dropped, opened = set(), []
        for at, token in enumerate(tokens):
            if token == _Sign("("):
                opened.append(at)
            elif token == _Sign(")"):
                if not opened:
                    dropped.add(at)
                    self.remark(NO_PARTNER)
                elif len(opened) > MOST_NESTED:
                    dropped |= {at, opened.pop()}
                    self.remark(TOO_DEEP)
                else:
                    opened.pop()
        if opened:
            self.remark(NO_PARTNER)
        dropped.update(opened)
        return [token for at, token in enumerate(tokens) if at not in dropped]


class _Parser(_Remarking):
    """Descends through the tokens; a method for each rule of the grammar."""

    def __init__(self, tokens: list[_Token]) -> None:
        super().__init__()
        self._left = tokens[::-1]

    def any_of(self) -> Node | None:
        parts = [self._all_of()]
        while self._take("OR"):
            parts.append(self._all_of())
        kept = tuple(part for part in parts if part)
        if len(kept) < len(parts) > 1:
            self.remark(LONELY)
        return AnyOf(kept) if len(kept) > 1 else next(iter(kept), None)

    def _all_of(self) -> Node | None:
        of: list[Node] = []
        without: list[Node] = []
        while self._goes_on():
            before = bool(of or without)
            joined = self._take("AND")
            left_out = self._take("NOT")
            part = self._part() if self._goes_on() else None
            if part:
                (without if left_out else of).append(part)
            if (joined and not before) or ((joined or left_out) and not part):
                self.remark(LONELY)
        if without and not of:
            self.remark(ONLY_NOT)
        return _all_of(of, without) if of else None

    def _part(self) -> Node | None:
        if self._take("("):
            node = self.any_of()
            self._take(")")
            return node
        if isinstance(self._left[-1], _Sign):
            self._left.pop()
            self.remark(LONELY)
            return None
        return self._near()

    def _near(self) -> Node:
        first = self._left.pop()
        assert not isinstance(first, _Sign)
        if isinstance(first, Near):
            return first
        terms, distance = [first], 0
        while (near := self._peek("NEAR")) and len(self._left) > 1 and isinstance(term := self._left[-2], Term):
            del self._left[-2:]
            terms.append(term)
            distance = max(distance, near.distance)
        return Near(tuple(terms), distance) if len(terms) > 1 else first

    def _goes_on(self) -> bool:
        return bool(self._left) and not self._peek(")") and not self._peek("OR")

    def _peek(self, name: str) -> _Sign | None:
        token = self._left[-1] if self._left else None
        return token if isinstance(token, _Sign) and token.name == name else None

    def _take(self, name: str) -> bool:
        found = self._peek(name) is not None
        if found:
            self._left.pop()
        return found


def _all_of(of: list[Node], without: list[Node]) -> Node:
    """All of these in one, with those that only say 'all of' opened up."""
    flat: list[Node] = []
    for node in of:
        flat.extend(node.of if isinstance(node, AllOf) and not node.without else (node,))
    return AllOf(tuple(flat), tuple(without)) if len(flat) > 1 or without else flat[0]

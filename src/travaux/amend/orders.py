"""Reads one sentence as an order to change a text, by the grammar of a dialect.

`instruction.lark` holds what the dialects share; `formal.lark` and `telegraphic.lark` each hold one way of
giving orders. A sentence that no dialect covers is no order; whether that is worth a finding, the caller says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.amend.tokens import Gather, may_order
from travaux.findings import Citation
from travaux.text.address import GRAMMAR, WHOLE, Address, AddressTree, Level

T = TypeVar("T")

# On which side of its anchor each rule of `place` puts the new words.
_SIDES = {
    "after": Where.AFTER,
    "before": Where.BEFORE,
    "between": Where.AFTER,
    "before_unit": Where.BEFORE,
    "after_unit": Where.AFTER,
    "at_end": Where.END,
    "at_start": Where.START,
}

DIALECTS = ("formal", "telegraphic")
_HERE = Path(__file__).parent
_SHARED = "".join(line for line in GRAMMAR.splitlines(keepends=True) if not line.startswith("QUOTE."))


@dataclass(frozen=True, slots=True)
class Beside:
    """Words beside an order: before it ("lead"), after it ("tail") or between a provision and its verb ("about").
    `kind` is the grammar's name for them: WORD, CONDITION, ARTICLE ..."""

    part: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a sentence orders, the words that lead to it as they stand, and all the words of it that no rule gave a
    meaning to, for the caller to weigh."""

    operations: tuple[Operation, ...]
    lead: str
    beside: tuple[Beside, ...]
    dialect: str

    def part(self, name: str) -> str:
        """The words of one part beside the order, as one string."""
        return " ".join(each.words for each in self.beside if each.part == name)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the sentence stands, for citing the words it quotes."""

    document: str
    start: int

    def words(self, quote: Token, *, fragment: bool) -> Words:
        """The words between quotation marks. A full stop or comma that the sentence around a fragment
        puts inside the marks is not part of it."""
        start, words = (quote.start_pos or 0) + 1, quote[1:-1]
        start, words = start + len(words) - len(words.lstrip()), words.strip()
        if fragment and not words.endswith(".."):
            words = words.rstrip(".") if words.startswith(",") else words.rstrip(".,")
        return Words(words, Citation(self.document, self.start + start, self.start + start + len(words)))


def order(sentence: str, *, document: str, start: int) -> Order | None:
    """The order in a sentence that begins at `start` of the document's text; None where there is none."""
    words = sentence.rstrip().rstrip(".;,")
    for dialect in DIALECTS:
        parser = _parser(dialect)
        try:
            if not may_order(parser.lex(words)):
                continue
            tree = parser.parse(words)
        except UnexpectedInput:
            continue
        reader = _Reader(_Source(document, start))
        return Order(tuple(reader.cores(tree)), words[: _first_position(tree)], tuple(_beside(tree)), dialect)
    return None


@cache
def _parser(dialect: str) -> Lark:
    own = [(_HERE / f"{name}.lark").read_text(encoding="utf-8") for name in ("instruction", dialect)]
    return Lark("\n".join([_SHARED, *own]), start="order", parser="earley", lexer="basic", postlex=Gather())


def _first_position(tree: Tree[Token]) -> int:
    """Where the order itself begins, behind the words that lead to it."""
    core = next(part for part in tree.children if isinstance(part, Tree) and part.data not in ("lead", "tail"))
    return min((token.start_pos or 0 for token in core.scan_values(lambda value: isinstance(value, Token))), default=0)


def _beside(tree: Tree[Token]) -> Iterator[Beside]:
    for part in tree.children:
        if not isinstance(part, Tree):
            continue
        if part.data in ("lead", "tail", "about"):
            for token in part.scan_values(lambda value: isinstance(value, Token)):
                yield Beside(str(part.data), str(token.type), str(token))
        else:
            yield from _beside(part)


class _Reader:
    """Turns the tree of an order into operations: one method a rule of the grammars."""

    def __init__(self, source: _Source) -> None:
        self.source = source

    def cores(self, tree: Tree[Token]) -> Iterator[Operation]:
        for core in tree.children:
            if isinstance(core, Tree) and core.data not in ("lead", "tail"):
                parts = [part for part in core.children if isinstance(part, Tree) or part.type == "QUOTE"]
                read = getattr(self, str(core.data))
                yield read([part for part in map(self._part, parts) if part is not None])

    def _part(self, part: Tree[Token] | Token) -> Address | Place | Token | _Unit | None:
        if isinstance(part, Token):
            return part
        if part.data == "address":
            return _address(part)
        if part.data == "new_unit":
            return _Unit(str(_tokens(part)[-1].type))
        return None if part.data == "about" else self._place(part)

    def _place(self, part: Tree[Token]) -> Place:
        quotes = [
            self.source.words(token, fragment=True).words
            for token in part.children
            if isinstance(token, Token) and token.type == "QUOTE"
        ]
        unit = next((_address(child) for child in part.children if isinstance(child, Tree)), None)
        anchor, until = (*quotes, "", "")[:2]
        return Place(_SIDES[str(part.data)], anchor, until, unit)

    def _whole(self, quote: Token) -> Words:
        return self.source.words(quote, fragment=False)

    def _fragment(self, quote: Token) -> Words:
        return self.source.words(quote, fragment=True)

    def _added(self, quote: Token, place: Place) -> Words:
        """Words that go to the start or end of a provision may be a sentence; next to others they are a part of one."""
        edge = place.where in (Where.START, Where.END)
        return self._whole(quote) if edge and _is_sentence(quote[1:-1].strip()) else self._fragment(quote)

    def replace(self, parts: list[object]) -> Operation:
        return ops.Replace(_first(Address, parts), self._whole(_first(Token, parts)))

    def replace_by(self, parts: list[object]) -> Operation:
        return self.replace(parts)

    def replace_changed(self, parts: list[object]) -> Operation:
        return ops.Replace(_first(Address, parts), self._whole(_last(Token, parts)))

    def replace_context(self, parts: list[object]) -> Operation:
        return ops.Replace(WHOLE, self._whole(_first(Token, parts)))

    def retain(self, parts: list[object]) -> Operation:
        target, kept = (part for part in parts if isinstance(part, Address))
        quoted = next((self._whole(part) for part in parts if isinstance(part, Token)), None)
        return ops.RetainOnly(target, kept.within(target), quoted)

    def insert_words(self, parts: list[object]) -> Operation:
        place = _first(Place, parts)
        target = next((part for part in parts if isinstance(part, Address)), None)
        if target is None and place.unit is not None and place.where in (Where.START, Where.END):
            target, place = place.unit, Place(place.where)
        return ops.InsertWords(_quotable(target or WHOLE), place, self._added(_first(Token, parts), place))

    insert_words_in = insert_words_last = insert_words_of = insert_words

    def insert_there(self, parts: list[object]) -> Operation:
        return self._insert(parts, _first(Place, parts), WHOLE)

    def insert_in(self, parts: list[object]) -> Operation:
        place = next((part for part in parts if isinstance(part, Place)), Place(Where.END))
        return self._insert(parts, place, _first(Address, parts))

    insert_of = insert_in

    def append_context(self, parts: list[object]) -> Operation:
        return self._insert(parts, Place(Where.END), WHOLE)

    def _insert(self, parts: list[object], place: Place, target: Address) -> Operation:
        """A sentence or words join a provision that stands; a paragraph, recital or article is a new one."""
        unit = next((part.token for part in parts if isinstance(part, _Unit)), "WORDING")
        if place.unit is not None and target is WHOLE and place.where in (Where.START, Where.END):
            target, place = place.unit, Place(place.where)
        quote = _first(Token, parts)
        words_only = unit in ("SENTENCE", "CLAUSE") or (unit == "WORDING" and place.unit is None)
        if words_only and place.unit is None:
            new = self._whole(quote) if unit == "SENTENCE" else self._added(quote, place)
            return ops.InsertWords(target, place, new)
        return ops.InsertProvision(target, place, self._whole(quote))

    def substitute(self, parts: list[object]) -> Operation:
        old, new = (part for part in parts if isinstance(part, Token))
        return self._substitute(parts, old, new)

    substitute_last = substitute_of = substitute

    def substitute_by(self, parts: list[object]) -> Operation:
        new, old = (part for part in parts if isinstance(part, Token))
        return self._substitute(parts, old, new)

    substitute_by_of = substitute_by

    def _substitute(self, parts: list[object], old: Token, new: Token) -> Operation:
        target = next((part for part in parts if isinstance(part, Address)), WHOLE)
        return ops.SubstituteWords(_quotable(target), self._fragment(old).words, self._fragment(new))

    def delete_words(self, parts: list[object]) -> Operation:
        target = next((part for part in parts if isinstance(part, Address)), WHOLE)
        return ops.DeleteWords(_quotable(target), self._fragment(_first(Token, parts)).words)

    delete_words_of = delete_words

    def delete_of(self, parts: list[object]) -> Operation:
        outer, inner = (part for part in parts if isinstance(part, Address))
        return ops.Delete(_joined(outer, inner))

    def delete(self, parts: list[object]) -> Operation:
        return ops.Delete(_first(Address, parts))


@dataclass(frozen=True, slots=True)
class _Unit:
    """The grammar's name for what is to be added: SENTENCE, PARAGRAPH, WORDING ..."""

    token: str


def _is_sentence(words: str) -> bool:
    """Whether quoted words are a sentence of their own, and their full stop part of it."""
    return words[:1].isupper() and words.endswith(".") and " " in words


def _joined(outer: Address, inner: Address) -> Address:
    """'In Article 2, para 1, delete third sentence': the place, then what of it."""
    return inner if inner.outer else Address((*outer.steps, *inner.steps))


def _quotable(target: Address) -> Address:
    """The target of an order that quotes its words: a clause named beside them tells nothing more."""
    steps = tuple(step for step in target.steps if step.level is not Level.CLAUSE)
    return Address(steps) if steps else WHOLE


def _address(tree: Tree[Token]) -> Address:
    address = AddressTree().transform(tree)
    if not isinstance(address, Address):
        raise TypeError(address)
    return address


def _tokens(tree: Tree[Token]) -> list[Token]:
    return [child for child in tree.children if isinstance(child, Token)]


def _first(kind: type[T], parts: Iterable[object]) -> T:
    return next(part for part in parts if isinstance(part, kind))


def _last(kind: type[T], parts: Iterable[object]) -> T:
    return [part for part in parts if isinstance(part, kind)][-1]

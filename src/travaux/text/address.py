"""Where a provision or a stretch of its words is: 'second sentence of paragraph 2 of Article V'.

Parses what people write and prints it in one form; `locate` finds it in a draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedInput, VisitError

from travaux import numerals
from travaux.errors import UnreadableAddress

GRAMMAR = Path(__file__).with_name("address.lark").read_text(encoding="utf-8")


class Level(StrEnum):
    """What a step of an address counts or names, from the outside in."""

    WHOLE = "whole"
    TITLE = "title"
    ANNEX = "annex"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    PREAMBLE = "preamble"
    ARTICLE = "article"
    RECITAL = "recital"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    SENTENCE = "sentence"
    CLAUSE = "clause"


_ORDER = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Step:
    """One level and which: a number as written ("VI", "2", "a"), an ordinal ("first", "last"), or with
    `quoted` the words that it begins with ("having resolved")."""

    level: Level
    value: str = ""
    quoted: bool = False

    def __str__(self) -> str:
        name = self.level.value
        if self.level is Level.WHOLE:
            return "the draft"
        if self.quoted:
            return f"“{self.value}” {name}"
        if self.level in (Level.PREAMBLE, Level.TITLE):
            return name.capitalize()
        if not self.value:
            return name.capitalize()
        if numerals.ordinal(self.value) is not None:
            return f"{self.value.lower()} {name}"
        if self.level is Level.SUBPARAGRAPH or (self.level is Level.PARAGRAPH and self.value.isalpha()):
            return f"{name} ({self.value})"
        outer = self.level in (Level.ARTICLE, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION)
        return f"{name.capitalize() if outer else name} {self.value}"


@dataclass(frozen=True, slots=True)
class Address:
    """Steps from the outside in: Article V > paragraph 2 > second sentence."""

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("an address has at least one step")

    def __str__(self) -> str:
        return ", ".join(map(str, self.steps))

    @property
    def outer(self) -> tuple[Step, ...]:
        """The steps down to the article, preamble or annex that the address is in; () where it names none."""
        return tuple(step for step in self.steps if 0 < _ORDER[step.level] <= _ORDER[Level.ARTICLE])

    def within(self, context: Address | None) -> Address:
        """This address, completed by the article that a caption above it names."""
        if context is None or self.outer:
            return self
        if self.steps[0].level is Level.WHOLE:
            return context
        rank = _ORDER[self.steps[0].level]
        return Address((*(step for step in context.steps if _ORDER[step.level] < rank), *self.steps))


WHOLE = Address((Step(Level.WHOLE),))


class AddressTree(Transformer[Token, "Address"]):
    """Turns the tree of `address.lark` into an Address; the transformers of instructions build on it."""

    def address(self, parts: list[object]) -> Address:
        steps = [step for part in parts if isinstance(part, list) for step in part]
        return Address(tuple(sorted(steps, key=lambda step: _ORDER[step.level])))

    def units(self, parts: list[list[Step]]) -> list[Step]:
        steps: list[Step] = []
        for part in parts:
            for step in part:
                steps.append(_placed(step, steps))
        return steps

    def article(self, parts: list[Token]) -> list[Step]:
        return [Step(Level.ARTICLE, str(parts[1]))]

    def paragraph(self, parts: list[Token]) -> list[Step]:
        return [Step(Level.PARAGRAPH, parts[1].strip("()"))]

    def subparagraph(self, parts: list[Token]) -> list[Step]:
        return [Step(Level.SUBPARAGRAPH, parts[1].strip("()"))]

    def division(self, parts: list[Token]) -> list[Step]:
        return [Step(Level(parts[0].type.lower()), str(parts[1]) if len(parts) > 1 else "")]

    def bare(self, parts: list[Token]) -> list[Step]:
        number = parts[0].strip("()")
        if parts[0].type == "PAREN" and number.isalpha():
            return [Step(Level.SUBPARAGRAPH, number)]
        return [Step(Level.PARAGRAPH if parts[0].type == "PAREN" else Level.WHOLE, number)]

    def lettered(self, parts: list[Token]) -> list[Step]:
        words = re.sub(r"[ –-]", "", parts[-1])
        return [Step(Level.PARAGRAPH, words[:-1]), Step(Level.SUBPARAGRAPH, words[-1])]

    def ordinal(self, parts: list[Token]) -> list[Step]:
        return [Step(Level(str(parts[1])), str(parts[0]).lower())]

    def counted(self, parts: list[Token]) -> str:
        return parts[0].type.lower()

    def named(self, parts: list[Token]) -> str:
        return parts[0].type.lower()

    def quoted(self, parts: list[Token]) -> list[Step]:
        return [Step(Level(str(parts[1])), parts[0].strip('“”"').rstrip(",. "), quoted=True)]

    def preamble(self, parts: list[Token]) -> list[Step]:
        return [Step(Level.PREAMBLE)]

    def title(self, parts: list[Token]) -> list[Step]:
        return [Step(Level.TITLE)]

    def elsewhere(self, parts: list[Token]) -> None:
        return None


def _placed(step: Step, before: list[Step]) -> Step:
    """A bare number or letter counts what comes under the step before it: 'XXV, 2(b)'."""
    if step.level is not Level.WHOLE:
        return step
    if not before:
        return Step(Level.ARTICLE if numerals.from_roman(step.value) else Level.PARAGRAPH, step.value)
    deep = before[-1].level in (Level.PARAGRAPH, Level.SUBPARAGRAPH) or step.value.isalpha()
    return Step(Level.SUBPARAGRAPH if deep else Level.PARAGRAPH, step.value)


@cache
def _parser() -> Lark:
    return Lark(GRAMMAR, start="address", parser="earley", lexer="basic")


def _in_capitals(numbered: re.Match[str]) -> str:
    """'article vi' as 'article VI', the way numerals are looked for."""
    return f"{numbered[1]} {numbered[2].upper()}"


def parse(words: str) -> Address:
    """The address that `words` write, in any usual form. Raises UnreadableAddress for other words.

    >>> str(parse("second sentence of para 2 of Art. V"))
    'Article V, paragraph 2, second sentence'
    >>> str(parse("preamble"))
    'Preamble'
    """
    numbered = re.sub(r"(?i)\b(article|annex|part) ([ivxlc]+)\b", _in_capitals, words)
    try:
        address = AddressTree().transform(_parser().parse(numbered.strip().rstrip(".,;:")))
    except (UnexpectedInput, VisitError) as error:
        raise UnreadableAddress(
            f"“{words}” is not an address.",
            remedy="Write it as in “Article VI”, “Article V, paragraph 2” or “third recital of the Preamble”.",
        ) from error
    if not isinstance(address, Address):
        raise TypeError(address)
    return address

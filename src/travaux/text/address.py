"""Where a provision or a stretch of its words is: 'second sentence of paragraph 2 of Article V'.

Prints it in one form; `parse` reads what people write, and `locate` finds it in a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux import numerals


class Level(StrEnum):
    """What a step of an address counts or names, from the outside in."""

    WHOLE = "whole"
    PAGE = "page"
    DOCUMENT = "document"
    TITLE = "title"
    NOTE = "note"
    OFFER = "offer"
    REPLY = "reply"
    QUOTATION = "quotation"
    PROTOCOL = "protocol"
    ANNEX = "annex"
    APPENDIX = "appendix"
    SCHEDULE = "schedule"
    FINAL = "final"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    PREAMBLE = "preamble"
    TESTIMONIUM = "testimonium"
    LOCUS = "locus"
    ARTICLE = "article"
    REGULATION = "regulation"
    RULE = "rule"
    RECOMMENDATION = "recommendation"
    HEADING = "heading"
    RECITAL = "recital"
    FORMULA = "formula"
    OPERATIVE = "operative"
    DEFINITION = "definition"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    TABLE = "table"
    ROW = "row"
    FOOTNOTE = "footnote"
    CHAPEAU = "chapeau"
    SENTENCE = "sentence"
    CLAUSE = "clause"
    PORTION = "portion"
    LINE = "line"


#: How far in each level is.
RANKS = {level: rank for rank, level in enumerate(Level)}


#: What levels are called whose name alone does not say it.
_SAID = {
    Level.OPERATIVE: "operative paragraph",
    Level.FINAL: "final clauses",
    Level.FORMULA: "enacting formula",
}
#: The levels by which an address says in which part of a text it is, without the pages and documents around it.
_OUTER = frozenset(level for level, rank in RANKS.items() if RANKS[Level.TITLE] <= rank <= RANKS[Level.RECOMMENDATION])


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
        if self.level is Level.PORTION:
            return self.value
        if self.quoted or self.level is Level.DEFINITION:
            return f"definition of “{self.value}”" if not self.quoted else f"“{self.value}” {name}"
        name = _SAID.get(self.level, name)
        if not self.value:
            return name.capitalize()
        if numerals.ordinal(self.value) is not None:
            return f"{self.value.lower()} {name}"
        if "-" in self.value or " " in self.value.removesuffix(" bis").removesuffix(" ter").removesuffix(" quater"):
            return f"{name}s {self.value}"
        if self.level is Level.SUBPARAGRAPH or (self.level is Level.PARAGRAPH and self.value.isalpha()):
            return f"{name} ({self.value})"
        outer = RANKS[self.level] <= RANKS[Level.RECOMMENDATION]
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
        return tuple(step for step in self.steps if step.level in _OUTER)

    def within(self, context: Address | None) -> Address:
        """This address, completed by the article that a caption above it names."""
        if context is None or self.outer:
            return self
        if self.steps[0].level is Level.WHOLE:
            return context
        rank = RANKS[self.steps[0].level]
        return Address((*(step for step in context.steps if RANKS[step.level] < rank), *self.steps))


WHOLE = Address((Step(Level.WHOLE),))

"""What a text names: persons and abbreviations of a register, each mention with the rule by which it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation


class Rule(StrEnum):
    """Why words are taken for a mention. Each is a rule that a reader may dispute."""

    FULL_NAME = "full-name"
    SURNAME = "surname"
    BESIDE = "words-beside"
    CONTEXT = "named-elsewhere"
    SHORT_NAME = "short-name"
    OFFICE = "office-on-date"
    ABBREVIATION = "abbreviation"
    VARIANT = "abbreviation-written-otherwise"


class Sure(StrEnum):
    """How sure a mention is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    AMBIGUOUS = "ambiguous"


_CERTAIN = frozenset({Rule.FULL_NAME, Rule.SURNAME, Rule.BESIDE, Rule.ABBREVIATION})

#: What each rule says, for people.
REASONS = {
    Rule.FULL_NAME: "named in full",
    Rule.SURNAME: "the only one of that surname in the register",
    Rule.BESIDE: "decided by the title, name or initial beside it",
    Rule.CONTEXT: "named in full or with an office elsewhere in the document",
    Rule.SHORT_NAME: "the first of two surnames, and nobody else's",
    Rule.OFFICE: "the holder of the office on the date of the document",
    Rule.ABBREVIATION: "written as in the register",
    Rule.VARIANT: "written a little otherwise than in the register",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something in a register. Several `targets`: one of these, and nothing decides which."""

    at: Citation
    targets: tuple[str, ...]
    rule: Rule

    def __post_init__(self) -> None:
        if not self.targets:
            raise ValueError("a mention names something")

    @property
    def target(self) -> str | None:
        """The id of what is meant; None where that is not decided."""
        return self.targets[0] if len(self.targets) == 1 else None

    @property
    def sure(self) -> Sure:
        if len(self.targets) > 1:
            return Sure.AMBIGUOUS
        return Sure.CERTAIN if self.rule in _CERTAIN else Sure.LIKELY

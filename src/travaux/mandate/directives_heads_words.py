"""A sentence whose orders are looked for: its words by what they do, where it begins, and what was found so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.mandate import directives_heads_signs as signs
from travaux.mandate.directives_pieces import NOUNS
from travaux.mandate.directives_said import Act
from travaux.text.scan import Token as Piece


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an order: the pieces from `first` to `last` of a sentence, the last of them its verb."""

    shape: str
    act: Act
    kind: str
    first: int
    last: int


class Words:
    """The pieces of a sentence, their kinds, the first behind its label, and the orders found from left to right."""

    def __init__(self, sentence: Sequence[Piece], first: int) -> None:
        self.sentence = sentence
        self.kinds = tuple(piece.kind for piece in sentence)
        self.first = first
        self.found: list[Head] = []

    def opening(self, first: int) -> str:
        """What stands before a place, behind the label."""
        return " ".join(piece.words for piece in self.sentence[self.first : first])

    def goes_on(self, first: int) -> bool:
        """Whether 'to' goes on with an order before: 'to oppose ... and to propose', 'seek a meeting to urge'."""
        if not self.found:
            return False
        before = self.found[-1]
        said = self.kinds[before.first : before.last]
        if self.kinds[first - 1] == "AND" and ("TO" in said or "ORDERED" in said):
            return True
        verb = self.sentence[before.last].words
        if signs.MET.match(verb) and "THAT" not in self.kinds[before.last : first]:
            return self.kinds[first + 1 : first + 2] in (("CLEAR",), ("ASSURE",))
        between = " ".join(piece.words for piece in self.sentence[before.last + 1 : first])
        return before.kind in ("SEEK", "CONSULT") and signs.MEETING.search(between) is not None

    def is_joined(self, first: int) -> bool:
        """Whether a verb behind 'and' goes on with the order: behind a clause that is told only with a comma."""
        before = self.found[-1]
        between = self.kinds[before.last + 1 : first]
        if (
            before.kind == "REPORT"
            and signs.ASKER.match(self.sentence[before.first].words)
            and between[-1:] == ("AND",)
        ):
            return False  # 'we would like to know them and exchange views'
        if before.kind in {*signs.CONTENT, "DISCRETION"} and ("THAT" in between or "MODAL" in between):
            return between[-1:] == ("SEMICOLON",) or between[-2:] == ("COMMA", "AND")
        if between[-1:] != ("COMMA",) or self.kinds[first] in ("ADVERB", "FALLBACK", "OCCASION"):
            return True
        verb = self.sentence[first].words.lower()
        whom = r"them|him|that|whether" + ("" if verb in NOUNS else r"|an?|the|our|your|any|no")
        return re.match(rf" (?:{whom})\b", self.after(first)) is not None

    def after(self, last: int) -> str:
        words = [piece.words for piece in self.sentence[last + 1 : last + 3]]
        return f" {' '.join(words)}" if words else ""

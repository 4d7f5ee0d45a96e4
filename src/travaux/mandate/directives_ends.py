"""Where what an order is on ends: at a condition, a reason, the next order, or the office that it is meant for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.mandate import directives_parts_signs as signs
from travaux.mandate.directives_heads_words import Head
from travaux.mandate.directives_when import When
from travaux.text.scan import Token as Piece


class Ends:
    """Finds the ends; an order has the pieces of its sentence up to `end`."""

    def __init__(self, words: str, sentence: Sequence[Piece], head: Head, end: int, when: When) -> None:
        self.words, self.sentence, self.head, self.end, self.when = words, sentence, head, end, when
        self.kinds = [piece.kind for piece in sentence]

    def stop(self, at: int) -> int:
        """Where the object ends: a condition behind it, the next order, the end of the sentence."""
        content = "THAT" in self.kinds[at : min(at + 6, self.end)]
        verb = self.sentence[self.head.last].words
        for place in range(at + 1, self.end):
            kind = self.kinds[place]
            before = self.kinds[place - 1]
            if kind == "COLON" and self._is_list(at, place):
                return self.sentence[place - 1].end
            if not content and self.when.is_inverted_behind(place):
                return self.sentence[place - 1].end
            if kind == "IF" and self.head.kind in ("CLEAR", "ASSURE") and before not in ("COMMA", "AND"):
                continue
            if (
                kind == "LIMIT"
                and before in ("OF", "TO", "IN")
                and self.words[: self.sentence[place].start].endswith("of ")
            ):
                continue  # 'a term of not more than ten years'
            if kind == "SEMICOLON" and content and "THAT" in self.kinds[place + 1 : place + 3]:
                continue  # 'that we are grateful; that our study ...; and that ...'
            if kind == "SEMICOLON" or (kind in signs.ENDS_OBJECT and (not content or kind in ("LIMIT", "FALLBACK"))):
                return (
                    self.sentence[place - 1].end if before not in ("COMMA", "AND") else self.sentence[place - 1].start
                )
            if (
                kind == "PURPOSE"
                and not content
                and not signs.OPEN_RELATIVE.search(self.sentence[place - 1].words)
                and (before == "COMMA" or self.head.kind not in ("CLEAR", "ASSURE", "PROPOSE"))
            ):
                return self.sentence[place - 1].end
            if (
                kind in signs.TIMES
                and not content
                and (place >= self.end - 2 or self.head.kind in ("CONSULT", "RAISE"))
            ):
                return self.sentence[place - 1].end
            if self._breaks(at, place, content=content):
                return self.sentence[place - 1].start
            if (
                before == "COMMA"
                and kind == "WORD"
                and (self.head.kind not in ("CLEAR", "ASSURE") or self.kinds[at] == "OF" or signs.DRAWN_ON.match(verb))
                and signs.PARTICIPLE.match(self.sentence[place].words)
                and not (self.head.kind in ("REPORT", "SEEK") and signs.SAYS.search(self._said_since(at, place)))
            ):
                return self.sentence[place - 1].start
        return self.when.last()

    def _said_since(self, at: int, place: int) -> str:
        return self.words[self.sentence[at].start : self.sentence[place].start]

    def _breaks(self, at: int, place: int, *, content: bool) -> bool:
        """Whether a bracket around it ends here, a 'that is' or a sentence begins: 'paras A and B. Posts may'."""
        before = self.kinds[place - 1]
        if before == "COMMA":
            return not content and signs.THAT_IS.match(self.words, self.sentence[place].start) is not None
        if before != "STOP":
            return False
        if self.kinds[place] == "RIGHT":
            return "LEFT" not in self.kinds[at:place]
        label = self.sentence[place - 2].words.rpartition(" ")[2]
        new = signs.NEW_SENTENCE if len(label) == 1 else signs.CAPITAL
        return (len(label) == 1 or label == "etc") and new.match(self.words, self.sentence[place].start) is not None

    def _is_list(self, at: int, colon: int) -> bool:
        """'The following points: (a) ...': the list is what they are."""
        said = self.words[self.sentence[at].start : self.sentence[colon].start]
        quoted = self.kinds[colon + 1 : colon + 2] == ["QUOTE"]
        return not quoted and len(said) < 80 and signs.LISTED.search(said) is not None

    def without_receiver(self, verb: str, first: int, last: int) -> int:
        """'deliver it to the Foreign Office': without the office."""
        if self.head.kind in signs.TRANSFER or (self.head.kind == "CLEAR" and signs.CONVEYS.match(verb)):
            match = signs.TO_NAME.search(self.words, first, last)
            if match and signs.BELONGS.search(self.words, first, match.start()):
                match = None
            near = match is not None and match.start() - first < 120
            if match and near and (self.head.kind in signs.TRANSFER or last - match.start() < 60):
                last = match.start()
        manner = signs.MANNER_BEHIND.search(self.words, first, last)
        if manner and manner.start() - first > 1 and not self.words.endswith(("that", "that "), 0, first):
            last = manner.start()
        pronoun = signs.IT_IN.match(self.words, first, last)
        last = pronoun.end() if pronoun and self.head.kind in signs.ON_IT else last
        freely = signs.FREELY.search(self.words[:last], first)
        last = freely.start() if freely else last
        said = signs.BY_SAYING.search(self.words, first, last)
        if said and said.start() - first > 2 and self.head.kind != "FORESTALL":
            last = said.start()
        if self.head.kind == "CONSULT" and re.match(r"(?i)(?:approach|see|call|contact)", verb):
            aim = signs.CONSULTED_TO.search(self.words, first, last)
            last = aim.start() if aim else last
        again = signs.AGAIN.search(self.words, first, last) if self.head.kind == "CONSULT" else None
        last = again.start() if again else last
        if self.head.kind == "CONSULT" and re.match(r"(?i)discuss", verb):
            match = signs.DISCUSSED.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        if self.head.kind == "RAISE" or signs.DRAWS.match(verb):
            match = signs.ATTENTION.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        if self.head.kind == "REPORT":
            match = signs.BEHIND_REPORT.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
            match = signs.WITH_REPORT.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        return last

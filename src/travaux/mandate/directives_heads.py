"""Finds where orders begin in a sentence: from who is told, or from the verb, to the verb, by the grammar files.

`lexis.lark` lists the words, `formal.lark` and `telegraphic.lark` the shapes. Nothing is looked for in quotations, nor
in what somebody is only told to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.mandate import directives_heads_signs as signs
from travaux.mandate.directives_pieces import ACTS, NOUNS
from travaux.mandate.directives_said import Act
from travaux.mandate.directives_shapes import shape as shape_of
from travaux.text.scan import Token as Piece


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an order: the pieces from `first` to `last` of a sentence, the last of them its verb."""

    shape: str
    act: Act
    kind: str
    first: int
    last: int


def heads(sentence: Sequence[Piece]) -> tuple[Head, ...]:
    """The orders that begin in a sentence, from left to right."""
    return tuple(_Reader(sentence).read())


class _Reader:
    """Goes through a sentence from left to right; what was found last says what may follow."""

    def __init__(self, sentence: Sequence[Piece]) -> None:
        self.sentence = sentence
        self.kinds = tuple(piece.kind for piece in sentence)
        self.first = after_label(sentence)
        self.found: list[Head] = []

    def read(self) -> list[Head]:
        for last, kind in enumerate(self.kinds):
            if kind in signs.ENDING and last >= self.first:
                head = self._head(last)
                if head is not None:
                    self.found.append(head)
        return self.found

    def _head(self, last: int) -> Head | None:
        """The longest order that comes to its verb here."""
        before = self.found[-1].last + 1 if self.found else self.first
        for first in range(max(before, last - signs.FARTHEST), last + 1):
            bare = self._may_be_bare(first)
            if not bare and self.kinds[first] not in signs.OPENING:
                continue
            shape = shape_of(self.kinds[first : last + 1])
            if shape and self._stands(shape, first, last, bare=bare):
                return Head(shape, self._act(first, last), self.kinds[last], first, last)
        return None

    def _act(self, first: int, last: int) -> Act:
        """What a verb is told to do, by whom it is told to: asked, assured, or the department reported to."""
        before = " ".join(each.words for each in self.sentence[self.first : first])
        if signs.INVITED.match(self.sentence[last].words) and signs.ATTENTION.search(before):
            return Act.RAISE
        if self.kinds[last] == "TOLD_DONE":
            if signs.ASSURED.match(self.sentence[last].words):
                return Act.ASSURE
            if signs.ASKED.match(self.sentence[last].words) or self._is_to_do(last):
                return Act.SEEK
            if first and signs.HOME.search(self.sentence[first - 1].words):
                return Act.REPORT
        return Act[_act(self.kinds[last])]

    def _is_to_do(self, last: int) -> bool:
        """'They should be advised to accept': told what they should do."""
        after = self.kinds[last + 1 : last + 3]
        if after[:1] == ("TO",):
            return after[1:] != ("WORD",) or self.sentence[last].words.lower() in ("advised", "told")
        return self.sentence[last].words.lower() in ("advised", "told") and bool(ACTS.intersection(after[:1]))

    def _may_be_bare(self, first: int) -> bool:
        """Whether a bare verb may begin here: at the head of a sentence or clause, or joined to an order before."""
        if first == self.first:
            return True
        before = self.kinds[first - 1]
        if signs.DOING.match(self.sentence[first].words) and self.found:
            return True
        if signs.WOULD.match(self.sentence[first].words) and not self.found:
            clause = self.kinds[self.first : first]
            since = len(clause) - clause[::-1].index("COMMA") if "COMMA" in clause else 0
            return "THAT" not in clause[since:]  # 'the Department would be interested in knowing'
        if before in signs.BREAKS:
            return not signs.HEADS.match(self.sentence[first - 2].words if first > 1 else "")
        if self.kinds[self.first] == "IF" and not self.found:
            # A condition that no comma ends: 'if no reply is had make démarche', 'if they agree do not make it'.
            ours = signs.OURS.search(self.sentence[first - 1].words) is not None
            if before in ("TO", "MODAL", "BE", "NOT"):
                return False
            if before == "QUOTE" or (self.sentence[first].words.lower().startswith(signs.UNENDED) and not ours):
                return True
        if before == "COMMA":
            return self._after_clause(first - 1) or bool(self.found)
        if self.kinds[first] == "TO" and self._goes_on(first):
            return True
        keeps = self.sentence[first].words.lower().startswith("keep ")
        return before == "AND" and (bool(self.found) or keeps)

    def _after_clause(self, comma: int) -> bool:
        """Whether the sentence opens with a condition or an adverb that ends at a comma."""
        opening = self.kinds[self.first]
        return (
            opening in ("IF", "OCCASION", "FALLBACK", "ADVERB", "MODAL", "IN", "DEADLINE", "PURPOSE", "OF", "TO")
            and not self.found
        )

    def _stands(self, shape: str, first: int, last: int, *, bare: bool) -> bool:
        if self.sentence[last].words.split()[0].lower() in signs.ONLY_TOLD and not self._is_told_outright(
            shape, first, last
        ):
            return False
        if signs.DOING.match(self.sentence[last].words) or signs.DOING.match(self.sentence[first].words):
            return self._is_done_with_it(shape, first)
        if self._is_content(first):
            return False
        if shape == "told" and (self._is_minded(first, last) or self._is_of_others(first, last)):
            return False
        if (
            self.kinds[first] == "PLEASE"
            and first == self.first + 1
            and signs.HOME.search(self.sentence[first - 1].words)
        ):
            return False  # 'Department please pass copies': asked of those who send it on
        if shape == "bare":
            return bare and self._is_bare(first, last)
        if shape == "passive":
            return self._is_passive(first, last)
        if shape == "joined":
            # 'Should make clear that ...': who is told is left out at the head of a clause.
            alone = bool(self.found) or self.kinds[:first].count("COMMA") < 2
            opens = first == self.first or (alone and (self._may_be_bare(first) or self._is_on_subject(first)))
            bound = self.sentence[first].words.lower() in {*signs.BOUND, "may", "might"} - {"shall"}
            bound = bound or (first > self.first and self.sentence[first].words.lower() == "can")
            if not self.found and self._goes_with_reader(first):
                return True
            return opens and (self._is_joined(first) if self.found else bound)
        return self._is_ours(shape, first, last)

    def _goes_with_reader(self, first: int) -> bool:
        """'Officials should remain calm and should avoid': told though the first verb is none of the acts."""
        before = self.kinds[self.first : first]
        told = any(before[at : at + 2] in (("WHO", "MODAL"), ("WHO", "ORDERED")) for at in range(len(before)))
        return told and before[-1:] == ("AND",) and "THAT" not in before and "IF" not in before

    def _is_told_outright(self, shape: str, first: int, last: int) -> bool:
        """Whether the reader is told it himself: 'you should help', not 'this may help'."""
        modal = next((each.words.lower() for each in self.sentence[first:last] if each.kind == "MODAL"), "")
        if shape == "joined":
            return modal == "must" and first == self.first
        return shape in ("told", "bare") and self.kinds[first] != "IMPERSONAL" and (
            shape == "told" or "TRY" in self.kinds[first:last]
        ) and (not modal or modal in signs.BOUND)  # fmt: skip

    def _is_done_with_it(self, shape: str, first: int) -> bool:
        """Whether a participle goes on with an order: 'inform him, pointing out that'."""
        if shape != "bare":
            return True
        ours = bool(self.found) and self.found[-1].shape in ("told", "bare", "joined")
        return ours and self.kinds[first - 1] in ("COMMA", "AND", "WORD")

    def _is_on_subject(self, first: int) -> bool:
        """Whether only a subject or a discretion stands before: 're timing should say', 'in your discretion can'."""
        before = self.kinds[self.first : first]
        subject = self.sentence[self.first].words.lower() in ("re", "regarding", "concerning")
        return (subject and set(before) <= signs.NAMED) or set(before) <= signs.FREE

    def _is_ours(self, shape: str, first: int, last: int) -> bool:
        """Whether what stands before lets the writer's side say it: 'we could accept', 'your views are desired'."""
        kinds = self.kinds[self.first : first]
        before = " ".join(piece.words for piece in self.sentence[self.first : first])
        if shape == "discretion":
            return not before.lower().endswith(" for")  # 'guide lines for use in your discretion'
        if shape == "own":
            known = signs.KNOWN.match(before) or before.endswith((" which", " whom"))
            return not known and self.kinds[last] == "ACCEPT" and "THAT" not in kinds
        if shape == "wanted":
            if signs.REPORTED.search(self.sentence[last].words):
                return not self.found and "THAT" not in kinds and not signs.OF_OTHERS.search(before)
            return not self.found and signs.REPORTED.search(before) is not None
        if shape == "refused":
            return not {"THAT", "IF"}.intersection(kinds)
        if self.kinds[first] == "IMPERSONAL":
            return signs.OTHERS_SAY.search(before) is None
        if shape == "suggested":
            return first == self.first and self.sentence[first].words.lower() == "suggest"
        return True

    def _is_content(self, first: int) -> bool:
        """Whether it stands in what an order before says is to be told: 'state that you are authorized to discuss'."""
        if not self.found or self.found[-1].kind not in signs.CONTENT:
            return False
        between = self.kinds[self.found[-1].last + 1 : first]
        if self.kinds[first] == "TO" and self._goes_on(first):
            return False
        return not (signs.BREAKS | signs.JOINS).intersection(between) or between[-1:] not in (
            ("AND",),
            ("COMMA",),
            ("SEMICOLON",),
        )

    def _is_of_others(self, first: int, last: int) -> bool:
        """'... informed that USUN will discuss': what somebody does is told to somebody else."""
        if self.kinds[first] != "WHO":
            return False
        modal = next((piece.words.lower() for piece in self.sentence[first:last] if piece.kind == "MODAL"), "")
        if modal not in ("will", "may", "might", "can", "could"):
            return False
        before = self.kinds[self.first : first]
        if self.sentence[first].words.lower().startswith("you"):
            return "THAT" in before[-2:] and modal == "will"
        return "THAT" in before

    def _is_minded(self, first: int, last: int) -> bool:
        """'You will recall', 'we assume you note': no order."""
        said = self.sentence[first:last]
        modal = next((each.words.lower() for each in said if each.kind == "MODAL"), "")
        if any(each.kind == "REQUEST" and re.search(r"(?i)assume|expect|hope", each.words) for each in said):
            modal = "assumed"
        if self.kinds[first] == "WHO" and not self.sentence[first].words.lower().startswith("you"):
            return False
        if modal == "will" and self.kinds[last] == "SEEK" and self.sentence[last].words.lower() == "see":
            return True
        return self.sentence[last].words.lower() in signs.MINDED.get(modal, ())

    def _is_bare(self, first: int, last: int) -> bool:
        verb, kind = self.sentence[last].words.lower(), self.kinds[last]
        after = self._after(last)
        timed = self.kinds[last + 1 : last + 2] == ("DEADLINE",)
        if verb.split()[0] in NOUNS and not timed and signs.NOUN_GOES_ON.match(after) and not self._takes(verb, after):
            return False
        if kind in signs.DONE or kind == "DISCRETION" or (self.kinds[first] == "TO" and not self._goes_on(first)):
            return False
        if verb.startswith("no ") and "THAT" in self.kinds[self.first : first]:
            return False  # what others hold should not be done
        if verb == "press" and not re.match(r" (?:for|them|him|[A-Z])", after):
            return False
        if verb.split()[0] in NOUNS and (
            signs.IS_SUBJECT.match(after) or self.kinds[last + 1 : last + 3] == ("WORD", "MODAL")
        ):
            return False
        if verb == "see" and not signs.SEEN.match(after):
            return False
        if verb == "present" and not signs.SHOWN.match(after):
            return False
        if verb.startswith(("your ", "ur ", "any ")) and first == last:
            return False
        joined = first > self.first and bool(self.found)
        if joined:
            return self._is_joined(first)
        tried = "TRY" in self.kinds[first:last]
        if kind == "PROPOSE" and signs.SUGGESTED.match(after) and verb == "suggest":
            return True
        return kind == "REPORT" or tried or (kind not in signs.OWN and verb.split()[0] not in signs.OWN_WORDS)

    def _takes(self, verb: str, after: str) -> bool:
        """'Stress to GOI', and 'report on reactions' where nothing is told of a report."""
        if after.startswith(" to "):
            if verb == "report" and signs.TO_HOME.match(after):
                return True
            return verb in ("stress", "state", "present", "talk", "appeal", "convey", "point")
        told = " ".join(piece.words for piece in self.sentence)
        return verb == "report" and after.startswith(" on ") and not signs.TELLS.search(told)

    def _goes_on(self, first: int) -> bool:
        """Whether 'to' goes on with an order before: 'to oppose ... and to propose', 'seek a meeting to urge'."""
        if not self.found:
            return False
        before = self.found[-1]
        said = self.kinds[before.first : before.last]
        if self.kinds[first - 1] == "AND" and ("TO" in said or "ORDERED" in said):
            return True
        between = " ".join(piece.words for piece in self.sentence[before.last + 1 : first])
        return before.kind in ("SEEK", "CONSULT") and signs.MEETING.search(between) is not None

    def _is_joined(self, first: int) -> bool:
        """Whether a verb behind 'and' goes on with the order: behind a clause that is told only with a comma."""
        before = self.found[-1]
        between = self.kinds[before.last + 1 : first]
        if before.kind in signs.CONTENT and ("THAT" in between or "MODAL" in between):
            return between[-1:] == ("SEMICOLON",) or between[-2:] == ("COMMA", "AND")
        if between[-1:] != ("COMMA",) or self.kinds[first] in ("ADVERB", "FALLBACK", "OCCASION"):
            return True
        return re.match(r" (?:them|him|that|whether)\b", self._after(first)) is not None

    def _is_passive(self, first: int, last: int) -> bool:
        """Whether it is a thing that is to be done here: 'should be reported', not 'may be deferred'."""
        if self.found and self.found[-1].kind in {*signs.CONTENT, "DISCRETION"}:
            return False
        if self.kinds[first] == "SHALL":
            return self._is_asked_to_be(first, last)
        if signs.DRAWN_UP.match(self.sentence[last].words):
            return False  # 'plans should be developed'
        before = self.kinds[first - 1] if first else ""
        if first == self.first and "BE" in self.kinds[first + 1 : first + 3]:
            return self.sentence[first].words in ("Should", "Shld")
        if not first or before in ("WHO", "IF", "THAT") or "IF" in self.kinds[self.first : first][-4:]:
            return False
        verb, subject = self.sentence[last].words.lower(), " ".join(each.words for each in self.sentence[:first])
        if self.kinds[last] == "FORESTALL_DONE" and signs.NONE_OF_IT.search(subject):
            return self.sentence[first].words.lower() in signs.BOUND
        if "THAT" in self.kinds[self.first : first] and not signs.HOME_HOLDS.match(subject):
            return False
        being = next(place for place in range(first, last) if self.kinds[place] == "BE")
        if not signs.AMID_PASSIVE.issuperset(self.kinds[being + 1 : last]) or signs.NOT_SAID.search(subject):
            return False
        if _is_of_no_reader(verb, subject):
            return False
        modal = self.sentence[first].words.lower()
        if modal in ("may", "can", "might", "could") and self.kinds[last] in ("TOLD_DONE", "CLEAR_DONE"):
            return modal == "may" or (modal == "might" and signs.IS_SAID.search(subject) is not None)
        return modal in signs.BOUND

    def _is_asked_to_be(self, first: int, last: int) -> bool:
        """Whether 'request that it be' asks for something: not for consideration."""
        subject = " ".join(each.words for each in self.sentence[:first])
        return self.kinds[last] != "UNAFFECTED_DONE" and signs.NOT_SAID.search(subject) is None

    def _after(self, last: int) -> str:
        words = [piece.words for piece in self.sentence[last + 1 : last + 3]]
        return f" {' '.join(words)}" if words else ""


def _is_of_no_reader(verb: str, subject: str) -> bool:
    """Whether what is to be done to a subject is done by ourselves, by others, or by nobody."""
    if verb == "noted" or signs.OURSELVES.search(subject) or signs.OTHERS_SAY.search(subject):
        return True
    if verb == "provided":
        return not signs.IS_HANDED.search(subject)
    return verb == "made" and not signs.IS_SAID.search(subject)


def after_label(sentence: Sequence[Piece]) -> int:
    """Where a sentence begins behind its number: '1.', '(a)', 'A.', '523.'."""
    at = 0
    while at < len(sentence):
        words = sentence[at].words
        after = sentence[at + 1].kind if at + 1 < len(sentence) else ""
        if sentence[at].kind in ("LEFT", "QUOTE") or (signs.SINGLE_LABEL.match(words) and after in ("STOP", "RIGHT")):
            at += 1
        elif sentence[at].kind in ("STOP", "RIGHT", "DASH") and at:
            at += 1
        else:
            break
    return at


def _act(kind: str) -> str:
    return {"TOLD_DONE": "CLEAR", "UNACCEPTABLE": "ACCEPT", "WANTED": "REPORT"}.get(kind, kind.removesuffix("_DONE"))

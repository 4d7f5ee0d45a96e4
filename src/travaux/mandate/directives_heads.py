"""Finds where orders begin in a sentence: from who is told, or from the verb, to the verb, by the grammar files.

`lexis.lark` lists the words, `formal.lark` and `telegraphic.lark` the shapes. Nothing is looked for in quotations, nor
in what somebody is only told to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.mandate import directives_heads_signs as signs
from travaux.mandate.directives_heads_bare import is_bare, may_be_bare
from travaux.mandate.directives_heads_passive import is_passive
from travaux.mandate.directives_heads_words import Head, Words
from travaux.mandate.directives_pieces import ACTS
from travaux.mandate.directives_said import Act
from travaux.mandate.directives_shapes import shape as shape_of
from travaux.text.scan import Token as Piece


def heads(sentence: Sequence[Piece]) -> tuple[Head, ...]:
    """The orders that begin in a sentence, from left to right."""
    return tuple(_Reader(sentence).read())


class _Reader:
    """Goes through a sentence from left to right; what was found last says what may follow."""

    def __init__(self, sentence: Sequence[Piece]) -> None:
        self.words = Words(sentence, after_label(sentence))

    def read(self) -> list[Head]:
        for last, kind in enumerate(self.words.kinds):
            if kind in signs.ENDING and last >= self.words.first:
                head = self._head(last)
                if head is not None:
                    self.words.found.append(head)
        return self.words.found

    def _head(self, last: int) -> Head | None:
        """The longest order that comes to its verb here."""
        before = self.words.found[-1].last + 1 if self.words.found else self.words.first
        for first in range(max(before, last - signs.FARTHEST), last + 1):
            bare = may_be_bare(self.words, first)
            if not bare and self.words.kinds[first] not in signs.OPENING:
                continue
            shape = shape_of(self.words.kinds[first : last + 1])
            if shape and self._stands(shape, first, last, bare=bare):
                return Head(shape, self._act(shape, first, last), self.words.kinds[last], first, last)
        return None

    def _is_forbidden(self, first: int, last: int) -> bool:
        """Whether nobody is to do it: 'must not be discussed', 'nothing should be said'."""
        subject = " ".join(each.words for each in self.words.sentence[self.words.first : first])
        said = " ".join(each.words for each in self.words.sentence[first:last])
        return signs.NOTHING.search(subject) is not None or signs.NEGATED.search(said) is not None

    def _act(self, shape: str, first: int, last: int) -> Act:
        """What a verb is told to do, by whom it is told to: asked, assured, or the department reported to."""
        before = " ".join(each.words for each in self.words.sentence[self.words.first : first])
        if signs.INVITED.match(self.words.sentence[last].words) and signs.ATTENTION.search(before):
            return Act.RAISE
        kind = self.words.kinds[last]
        kept_in = kind != "FORESTALL_DONE" or signs.DISCLOSED.match(self.words.sentence[last].words)
        if shape == "passive" and kept_in and self._is_forbidden(first, last):
            return Act.FORESTALL
        verb = self.words.sentence[last].words.lower()
        if (
            verb == "comment"
            and "PLEASE" in self.words.kinds[first:last]
            and not self.words.after(last).startswith(" to ")
        ):
            return Act.REPORT
        if kind == "REPORT_DONE" and verb.startswith("kept") and not signs.HOME.search(before):
            return Act.CLEAR  # 'the British should be kept informed'
        if kind == "TOLD_DONE":
            if signs.ASSURED.match(self.words.sentence[last].words):
                return Act.ASSURE
            if signs.ASKED.match(self.words.sentence[last].words) or self._is_to_do(last):
                return Act.SEEK
            if first and signs.HOME.search(self.words.sentence[first - 1].words):
                return Act.REPORT
        return Act[_act(kind)]

    def _is_to_do(self, last: int) -> bool:
        """'They should be advised to accept': told what they should do."""
        after = self.words.kinds[last + 1 : last + 3]
        if after[:1] == ("TO",):
            return after[1:] != ("WORD",) or self.words.sentence[last].words.lower() in ("advised", "told")
        return self.words.sentence[last].words.lower() in ("advised", "told") and bool(ACTS.intersection(after[:1]))

    def _stands(self, shape: str, first: int, last: int, *, bare: bool) -> bool:
        verb = self.words.sentence[last].words.split()[0].lower()
        if verb in signs.ONLY_TOLD and not self._is_told_outright(shape, first, last):
            return False
        if self.words.kinds[last] == "PROPOSE" and verb in signs.REDRAFTS:
            opens = first == self.words.first or signs.IN_TEXT.match(self.words.opening(first)) is not None
            alone = shape == "bare" and opens and last - first < 2 and verb != "omit"
            return alone or (shape == "told" and self.words.kinds[first] not in ("IMPERSONAL", "LIMIT"))
        if signs.DOING.match(self.words.sentence[last].words) or signs.DOING.match(self.words.sentence[first].words):
            return self._is_done_with_it(shape, first)
        if shape == "listed":
            opens = self.words.kinds[self.words.first : self.words.first + 1] == ("IF",) and not self.words.found
            return first == self.words.first or (opens and self.words.kinds[first - 1] in ("WORD", "COMMA"))
        return not self._is_no_order(shape, first, last) and self._is_order(shape, first, last, bare=bare)

    def _is_no_order(self, shape: str, first: int, last: int) -> bool:
        """Whether it is only what is to be said, what the reader knows, what others do, or a courtesy."""
        if self._is_content(first) or self._is_able_itself(first, last):
            return True
        if shape == "told" and (self._is_minded(first, last) or self._is_of_others(first, last)):
            return True
        if self.words.kinds[first] == "WHO" and first and signs.WAS_SAID.search(self.words.sentence[first - 1].words):
            return True
        if self.words.kinds[first] != "PLEASE":
            return False
        # 'Department please pass copies': asked of those who send it on; 'please accept my regards'
        passed = first == self.words.first + 1 and signs.HOME.search(self.words.sentence[first - 1].words)
        courtesy = signs.COURTESY.match(self.words.sentence[last].words + self.words.after(last)) is not None
        return bool(passed) or courtesy

    def _is_order(self, shape: str, first: int, last: int, *, bare: bool) -> bool:
        if shape == "bare":
            return bare and is_bare(self.words, first, last)
        if shape == "passive":
            return is_passive(self.words, first, last)
        if shape == "joined":
            # 'Should make clear that ...': who is told is left out at the head of a clause.
            alone = bool(self.words.found) or self.words.kinds[:first].count("COMMA") < 2
            opens = first == self.words.first or (
                alone and (may_be_bare(self.words, first) or self._is_on_subject(first))
            )
            bound = self.words.sentence[first].words.lower() in {*signs.BOUND, "may", "might"} - {"shall"}
            bound = bound or (first > self.words.first and self.words.sentence[first].words.lower() == "can")
            if not self.words.found and self._goes_with_reader(first):
                return True
            return opens and (self.words.is_joined(first) if self.words.found else bound)
        return self._is_ours(shape, first, last)

    def _is_able_itself(self, first: int, last: int) -> bool:
        """'You will be able to': what comes of itself; 'we hope you will be able to' is asked."""
        said = self.words.sentence[first:last]
        able = any(each.kind == "TRY" and each.words.lower() in signs.ABLE for each in said)
        return able and not any(each.kind == "REQUEST" for each in said)

    def _goes_with_reader(self, first: int) -> bool:
        """'Officials should remain calm and should avoid': told though the first verb is none of the acts."""
        before = self.words.kinds[self.words.first : first]
        told = any(before[at : at + 2] in (("WHO", "MODAL"), ("WHO", "ORDERED")) for at in range(len(before)))
        return told and before[-1:] == ("AND",) and "THAT" not in before and "IF" not in before

    def _is_told_outright(self, shape: str, first: int, last: int) -> bool:
        """Whether the reader is told it himself: 'you should help', not 'this may help'."""
        modal = next((each.words.lower() for each in self.words.sentence[first:last] if each.kind == "MODAL"), "")
        if shape == "joined":
            return modal == "must" and first == self.words.first
        if self.words.sentence[last].words == "accomplish" and self.words.kinds[first] == "IMPERSONAL":
            return True
        return shape in ("told", "bare") and self.words.kinds[first] != "IMPERSONAL" and (
            shape == "told" or "TRY" in self.words.kinds[first:last]
        ) and (not modal or modal in signs.BOUND)  # fmt: skip

    def _is_done_with_it(self, shape: str, first: int) -> bool:
        """Whether a participle goes on with an order: 'inform him, pointing out that'."""
        if shape != "bare":
            return True
        ours = bool(self.words.found) and self.words.found[-1].shape in ("told", "bare", "joined")
        if ours and self.words.kinds[first - 1] == "WORD" and self.words.found[-1].kind in ("CLEAR", "ASSURE"):
            return signs.POINTS_OUT.match(self.words.sentence[first].words) is not None  # 'inform him expressing hope'
        return ours and self.words.kinds[first - 1] in ("COMMA", "AND", "WORD")

    def _is_on_subject(self, first: int) -> bool:
        """Whether only a subject or a discretion stands before: 're timing should say', 'in your discretion can'."""
        before = self.words.kinds[self.words.first : first]
        subject = self.words.sentence[self.words.first].words.lower() in ("re", "regarding", "concerning")
        return (subject and set(before) <= signs.NAMED) or set(before) <= signs.FREE

    def _is_ours(self, shape: str, first: int, last: int) -> bool:
        """Whether what stands before lets the writer's side say it: 'we could accept', 'your views are desired'."""
        kinds = self.words.kinds[self.words.first : first]
        before = " ".join(piece.words for piece in self.words.sentence[self.words.first : first])
        if shape == "discretion":
            return not before.lower().endswith(" for")  # 'guide lines for use in your discretion'
        if shape == "own":
            known = signs.KNOWN.match(before) or before.endswith((" which", " whom")) or signs.OTHERS_SAY.search(before)
            return not known and self.words.kinds[last] == "ACCEPT" and "THAT" not in kinds
        if shape == "wanted":
            if signs.REPORTED.search(self.words.sentence[last].words):
                return not self.words.found and "THAT" not in kinds and not signs.OF_OTHERS.search(before)
            return not self.words.found and signs.REPORTED.search(before) is not None
        if shape == "refused":
            return not {"THAT", "IF"}.intersection(kinds)
        if self.words.kinds[first] == "IMPERSONAL":
            return signs.OTHERS_SAY.search(before) is None
        if shape == "suggested":
            return first == self.words.first and self.words.sentence[first].words.lower() == "suggest"
        return True

    def _is_content(self, first: int) -> bool:
        """Whether it stands in what an order before says is to be told: 'state that you are authorized to discuss'."""
        if not self.words.found or self.words.found[-1].kind not in signs.CONTENT:
            return False
        between = self.words.kinds[self.words.found[-1].last + 1 : first]
        if self.words.kinds[first] == "TO" and self.words.goes_on(first):
            return False
        return not (signs.BREAKS | signs.JOINS).intersection(between) or between[-1:] not in (
            ("AND",),
            ("COMMA",),
            ("SEMICOLON",),
        )

    def _is_of_others(self, first: int, last: int) -> bool:
        """'... informed that USUN will discuss': what somebody does is told to somebody else."""
        if self.words.kinds[first] != "WHO":
            return False
        modal = next((piece.words.lower() for piece in self.words.sentence[first:last] if piece.kind == "MODAL"), "")
        if modal not in ("will", "may", "might", "can", "could"):
            return False
        before = self.words.kinds[self.words.first : first]
        if self.words.sentence[first].words.lower().startswith("you"):
            return "THAT" in before[-2:] and modal == "will"
        return "THAT" in before

    def _is_minded(self, first: int, last: int) -> bool:
        """'You will recall', 'we assume you note': no order."""
        said = self.words.sentence[first:last]
        modal = next((each.words.lower() for each in said if each.kind == "MODAL"), "")
        if any(each.kind == "REQUEST" and re.search(r"(?i)assume|expect|hope", each.words) for each in said):
            modal = "assumed"
        if self.words.kinds[first] == "WHO" and not self.words.sentence[first].words.lower().startswith("you"):
            return False
        if modal == "will" and self.words.kinds[last] == "SEEK" and self.words.sentence[last].words.lower() == "see":
            return True
        return self.words.sentence[last].words.lower() in signs.MINDED.get(modal, ())


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

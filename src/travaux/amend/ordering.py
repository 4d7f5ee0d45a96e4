"""Reads one sentence: its clauses in order, what each one says of the place holding for those after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from travaux.amend.change import Around
from travaux.amend.chunk import Chunk, Wording
from travaux.amend.clauses import Clause, clauses
from travaux.amend.held import Held
from travaux.amend.meaning import Meaning, meaning
from travaux.amend.operations import DeleteStretch, DeleteWords, InsertWords, Operation, Place, Replace, SubstituteWords
from travaux.amend.order import Order
from travaux.amend.sentence import Sentence, is_in_message, mentioned
from travaux.amend.source import Source
from travaux.amend.spoken_of import Setting, is_spoken_of
from travaux.amend.targets import Focus
from travaux.text.address import RANKS, WHOLE, Address, Level

_ELLIPTIC = frozenset({"added_again", "put_for_again"})
_SUBSTITUTING = frozenset({"SUBSTITUTE", "REPLACE", "REWORD"})
_OPENING_MARKS = frozenset({"COMMA", "COLON", "DASH", "CHANGES", "AND"})
_TEXTS = frozenset({"INSTRUMENT", "TEXT_NAMED", "EVERYWHERE"})
# What may stand between what is said before an order and the order itself.
_PLACES = frozenset(
    "COMMA OF TEXT_NAMED COLON DASH IN UNIT AT_END AT_START AFTER BEFORE EVERYWHERE NEW".split(),
)
_ON_WORDS = (SubstituteWords, DeleteWords, DeleteStretch, InsertWords)
# 'add the phrase “...” to the toast': something that is no text takes the words.
_INTO = re.compile(
    r"(?i)(?:to|in|into|from) (?:the |his |her |their |a )?"
    r"(?!(?:text|draft|article|paragraph|para|preamble|treaty|agreement|note|order|view|place|case|accordance|conformity|"
    r"make|be|read|line|this|that|it|conform|avoid|cover|meet)\b)[a-z]+"
)


class Before(NamedTuple):
    """What a passage says before a sentence: the places in force, the orders, the place last mentioned, the chunks."""

    words: str
    source: Source
    held: Held
    orders: Sequence[Order] = ()
    mentioned: Address | None = None
    chunks: Sequence[Chunk] = ()


class Ordered(NamedTuple):
    """The orders of a sentence; `left` is the place that it leaves in force, `throughout` that it does so for the whole
    text."""

    orders: tuple[Order, ...]
    left: Focus | None = None
    throughout: bool = False


def ordering(sentence: Sentence, *, before: Before) -> Ordered:
    """What a sentence orders after what the passage said before it."""
    return _Reader(sentence, before).read()


class _Reader:
    """The clauses of a sentence as they are read: the place come to, and the place that the sentence opens with."""

    def __init__(self, sentence: Sentence, before: Before) -> None:
        self.sentence, self.before = sentence, before
        self.clauses = clauses(sentence.chunks)
        self.focus: Focus = before.held.focus
        self.place: Place | None = None
        self.everywhere = before.held.throughout
        self.opened = False
        self.opening: Focus | None = None
        self.opening_throughout = False
        self.orders: list[Order] = []

    def read(self) -> Ordered:
        for index, clause in enumerate(self.clauses):
            if clause.rule == "context" and not self._may_be_context(index):
                continue
            if clause.rule == "bare":
                self._take_bare(clause)
            elif not is_spoken_of(clause, self._setting()):
                self._take(index)
        first = self.sentence.chunks[0].kind
        leaves = not self.orders or first in ("UNIT", "IN", "EVERYWHERE")
        return Ordered(tuple(self.orders), self.opening if leaves else None, self.opening_throughout)

    def _setting(self) -> Setting:
        substitutes = any(chunk.kind in _SUBSTITUTING for chunk in self.before.chunks)
        return Setting(self.sentence, self.before.words, not self.orders, not self.before.orders, substitutes)

    def _take(self, index: int) -> None:
        clause = self.clauses[index]
        meant = meaning(clause, around=self._around(clause), source=self.before.source)
        placing = clause.rule in ("context", "announced_change")
        if placing or (not meant.operations and meant.focus is not None):
            self._go_to(index, meant)
        elif meant.operations:
            self.place = None
            if not self._is_elsewhere(clause, meant.operations):
                self.orders.append(self._order(meant.operations, clause, own=meant.own or self.opened))
            if meant.outer and meant.operations[-1].target.outer:
                self.focus = (Address(meant.operations[-1].target.outer),)

    def _around(self, clause: Clause) -> Around:
        return Around(
            self.focus,
            self.place,
            self.everywhere,
            spoken=self._wording_spoken_of(clause),
            taken=self._wording_taken(clause),
            before=self._verb_before(clause),
        )

    def _go_to(self, index: int, meant: Meaning) -> None:
        opens = not self.orders and self._opens(index)
        self.focus, self.place = meant.focus or self.focus, meant.place or self.place
        self.everywhere = self.everywhere or meant.throughout
        if opens:
            self.opened = self.opened or meant.focus is not None
            self.opening = meant.focus or self.opening
            self.opening_throughout = self.opening_throughout or meant.throughout

    def _take_bare(self, clause: Clause) -> None:
        """'Title. “...”': a caption, and a text without a verb."""
        alone = len(self.clauses) == len(self.sentence.chunks) == 1 and bool(self.focus) and not self.before.orders
        wording = clause.chunks[0].quoted[0]
        quoted = any(chunk.quoted for chunk in self.before.chunks)
        if alone and not quoted and " " in wording.words:
            words = self.before.source.words(wording, fragment=False)
            self.orders.append(self._order(tuple(Replace(at, words) for at in self.focus), clause, own=False))

    def _verb_before(self, clause: Clause) -> tuple[Operation, ...]:
        """The order whose verb an elliptic one takes up: the one before it in the sentence, or in the list."""
        if self.orders:
            return self.orders[-1].operations
        elliptic = clause.rule in _ELLIPTIC and self.before.orders
        return self.before.orders[-1].operations if elliptic else ()

    def _wording_taken(self, clause: Clause) -> Wording | None:
        """The wording that the order before took out, for one that puts it in elsewhere."""
        before = [chunk for chunk in self.sentence.chunks[: clause.first] if chunk.kind == "WORDS"]
        return before[-1].quoted[0] if before else None

    def _wording_spoken_of(self, clause: Clause) -> Wording | None:
        """The one wording that the passage quoted before the sentence; None where it quoted several or none."""
        if clause.rule != "put":
            return None
        quoted = [wording for chunk in self.before.chunks for wording in chunk.quoted]
        return quoted[0] if len(quoted) == 1 else None

    def _is_elsewhere(self, clause: Clause, operations: Sequence[Operation]) -> bool:
        """Whether words go into something that is no text ('add the phrase “...” to the toast'), or are what somebody
        says ('He added: “...”') or does away with ('eliminate the “balance of terror”')."""
        if any(operation.target != WHOLE for operation in operations):
            return False
        if all(_is_bare(operation) for operation in operations):
            called = any(chunk.noun for chunk in clause.chunks)
            named = any(chunk.kind in _TEXTS for chunk in self.sentence.chunks)
            if not (called or named or self.before.held.focus or self.before.mentioned):
                return True
        after = self.sentence.after(clause.last)
        return after is not None and after.kind == "NOISE" and _INTO.match(after.words) is not None

    def _may_be_context(self, index: int) -> bool:
        """A unit alone is a caption only at the beginning, or after a mark; with 'in' it may stand anywhere."""
        clause = self.clauses[index]
        if clause.chunks[0].kind not in ("UNIT", "NEW"):
            later = clause.first and self.sentence.after(clause.last)
            return not (later and is_in_message(self.before.words, clause.chunks[-1].end))
        before = self.sentence.chunks[clause.first - 1] if clause.first else None
        return before is None or before.kind in ("COLON", "DASH") or self._opens(index)

    def _opens(self, index: int) -> bool:
        """Whether a place stands where a caption or an opening does: nothing but other places before it."""
        taken = {place for each in self.clauses[:index] for place in range(each.first, each.last)}
        return all(
            place in taken or chunk.kind in _OPENING_MARKS or (chunk.kind == "NOISE" and len(chunk.words) < 3)
            for place, chunk in enumerate(self.sentence.chunks[: self.clauses[index].first])
        )

    def _order(self, operations: tuple[Operation, ...], clause: Clause, *, own: bool) -> Order:
        at = None
        if all(one.target == WHOLE and isinstance(one, _ON_WORDS) for one in operations):
            at = self._spoken_of(clause)
        if at is not None:
            operations = tuple(replace(operation, target=at) for operation in operations)
        span = clause.chunks[0].start, clause.chunks[-1].end
        lead = self._lead(clause)
        return Order(operations, clause, *span, self.sentence.span, *lead, own=own, taken_over=at is not None)

    def _lead(self, clause: Clause) -> tuple[int, int]:
        """Where the words before the order begin and end, without the places that open the sentence or the order."""
        opening = self.sentence.chunks[0]
        start = opening.end if clause.first and opening.kind == "UNIT" else self.sentence.start
        first = clause.first
        while first and self.sentence.chunks[first - 1].kind in _PLACES:
            first -= 1
        first += self.sentence.chunks[first].kind == "COMMA"
        return start, max(start, self.sentence.chunks[first].start)

    def _spoken_of(self, clause: Clause) -> Address | None:
        """The place named in the sentence, of the order before, or last mentioned."""
        ahead = mentioned(self.sentence.chunks[: clause.first])
        if ahead is not None:
            return ahead
        for order in reversed(self.before.orders):
            outer = order.operations[-1].target
            if outer != WHOLE:
                steps = tuple(step for step in outer.steps if RANKS[step.level] < RANKS[Level.SENTENCE])
                return Address(steps) if steps else None
        return self.before.mentioned


def _is_bare(operation: Operation) -> bool:
    """Whether an operation puts words in or takes them out and says nothing of where."""
    if isinstance(operation, DeleteWords):
        return operation.place is None
    return isinstance(operation, InsertWords) and not operation.place.anchor and operation.place.unit is None

"""Reads the passages of a document in order, and no more of them than can matter.

A passage that cannot order anything is read only when one after it needs to know which place it left in force;
what the passages before one say of its text is gathered only for one that orders something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from travaux.amend.chunks import Cut, cut
from travaux.amend.concern import Concern
from travaux.amend.gate import may_hold, may_order, may_place
from travaux.amend.held import Held
from travaux.amend.order import Order
from travaux.amend.passages import Passage, Reader, Stretch, joined_blocks, outside_drafts
from travaux.amend.reading import Read, read_cut
from travaux.amend.source import Source
from travaux.record.document import Document
from travaux.text.passages import Passage as DraftPassage


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage that may concern a change, its orders, and what tells whether it leaves a place in force. `passage` is
    it with what those before it say of its text, where it orders something."""

    stretch: Stretch
    orders: tuple[Order, ...]
    is_placed: Callable[[], bool]
    passage: Passage | None = None


def readings(
    document: Document, concern: Concern, *, outside: Sequence[DraftPassage] | None = None
) -> Iterator[Reading]:
    """The passages of a document that may concern a change, each as it was read; `concern` is the look over its text.
    What tells of the place in force does so until the next one is asked for. `outside` are the passages of drafts,
    where somebody found them before."""
    if concern.is_empty:
        return
    joined = joined_blocks(document)
    ahead = (each for each in joined if each.end > concern.first)
    if not any(concern.may_concern(each.start, each.end, placed=False) for each in ahead):
        # Nothing names a place for what follows either.
        return
    course, reader, passed = _Course(document.id), Reader(), list[Stretch]()
    for stretch in outside_drafts(document, joined, drafts=outside):
        concerned = _may_concern(stretch, concern, course)
        orders = course.orders(stretch) if concerned else ()
        if orders:
            for each in passed:
                reader.pass_over(each)
            passed.clear()
            yield Reading(stretch, orders, course.left_placed, reader.passage(stretch))
            continue
        passed.append(stretch)
        if concerned:
            yield Reading(stretch, orders, course.left_placed)


def _may_concern(stretch: Stretch, concern: Concern, course: _Course) -> bool:
    if concern.may_concern(stretch.start, stretch.end, placed=False):
        return True
    if not (course.may_be_placed and concern.may_concern(stretch.start, stretch.end, placed=True)):
        return False
    return course.is_placed()


class _Course:
    """What holds as one passage after the other is read. Those that order nothing wait until somebody asks."""

    def __init__(self, document: str) -> None:
        self._document = document
        # What is in force, and what the last passage left for its own paragraph.
        self._held = self._left = Held()
        self._waiting: list[tuple[Stretch, Cut]] = []
        # Whether one of those that wait may leave a place in force.
        self._may_place = False

    @property
    def may_be_placed(self) -> bool:
        """Whether a place may be in force."""
        return self._may_place or self._held.says

    def is_placed(self) -> bool:
        """Whether a place is in force."""
        if self.may_be_placed:
            self._catch_up()
        return bool(self._held.focus)

    def left_placed(self) -> bool:
        """Whether the last passage left a place in force for its own paragraph, if not for those after it."""
        if self.may_be_placed:
            self._catch_up()
        return bool(self._left.focus)

    def orders(self, stretch: Stretch) -> tuple[Order, ...]:
        """The orders of the next passage."""
        tokens = cut(stretch.words)
        if self._may_order(tokens):
            return self._ordered(stretch, tokens)
        self._left = self._held
        if may_hold(tokens.tokens):
            self._waiting.append((stretch, tokens))
            self._may_place = self._may_place or may_place(tokens.tokens)
        return ()

    def _may_order(self, tokens: Cut) -> bool:
        if not may_order(tokens.tokens, placed=self.may_be_placed):
            return False
        # A place that only may be in force is looked for before the passage is read.
        return not self.may_be_placed or may_order(tokens.tokens, placed=self.is_placed())

    def _ordered(self, stretch: Stretch, tokens: Cut) -> tuple[Order, ...]:
        if not self.may_be_placed and _is_alone(tokens):
            found = self._found(stretch, tokens)
            if not found.held.says:
                # In which list it stands matters only to those after it, once a place is in force.
                self._left = found.held
                if may_hold(tokens.tokens):
                    self._waiting.append((stretch, tokens))
                return found.orders
        self._catch_up()
        return self._read(stretch, tokens).orders

    def _catch_up(self) -> None:
        for stretch, tokens in self._waiting:
            self._read(stretch, tokens)
        self._waiting.clear()
        self._may_place = False

    def _read(self, stretch: Stretch, tokens: Cut) -> Read:
        found = self._found(stretch, tokens)
        self._left = found.held
        if _holds_on(stretch, found):
            self._held = found.held
        return found

    def _found(self, stretch: Stretch, tokens: Cut) -> Read:
        return read_cut(tokens, held=self._held, source=Source(self._document, stretch.start))


def _is_alone(tokens: Cut) -> bool:
    """Whether what a passage orders does not depend on the lists around it, where no place is in force: it bears no
    number of an item, or one that it opens with."""
    return not any(token.kind == "LABEL" for token in tokens.tokens[1:])


def _holds_on(stretch: Stretch, found: Read) -> bool:
    """Whether the place that a passage names holds for those after it: under a number of its own, or as a heading. One
    that runs straight into an instruction ('Article VI–Substitute') holds for its own paragraph."""
    labelled = len(found.held.levels) > 1
    return labelled or stretch.is_heading or not found.orders

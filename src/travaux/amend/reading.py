"""Reads a passage as orders, sentence by sentence, and keeps what captions, openings and numbered items say of the place.

A place named in a caption ('6. Article V.') or an opening ('In paragraph 3:') holds for the items under it, until an
item of the same kind of number or letter begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from travaux import numerals
from travaux.amend.chunks import Chunk, Wording, chunks
from travaux.amend.clauses import Clause, clauses
from travaux.amend.meaning import Focus, Source, meaning
from travaux.amend.operations import (
    DeleteStretch,
    DeleteWords,
    InsertProvision,
    InsertWords,
    Operation,
    Place,
    Replace,
    SubstituteWords,
)
from travaux.text.address import RANKS, WHOLE, Address, Level

_ENDS = frozenset({"STOP", "SEMICOLON"})


@dataclass(frozen=True, slots=True)
class Order:
    """The operations of one clause, where its words and its sentence stand in the passage, what of the sentence was
    left over before and after it, and whether its place was only taken over from an order before."""

    operations: tuple[Operation, ...]
    clause: Clause
    start: int
    end: int
    sentence: tuple[int, int]
    lead_start: int = 0
    lead_end: int = 0
    lead_in: str = ""
    said: str = ""
    own: bool = False
    taken_over: bool = False

    @property
    def named(self) -> tuple[Chunk, ...]:
        """The texts that the order names beside its place."""
        if self.clause.rule == "changes_made":
            return ()
        return tuple(chunk for chunk in self.clause.chunks if chunk.kind == "TEXT_NAMED")


@dataclass(frozen=True, slots=True)
class Level_:
    """A list that the passage stands in: the style of its labels, the label it has come to, and the place in force."""

    style: str = ""
    label: str = ""
    focus: Focus = ()
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """The places in force, one for each list that the passage stands in, outermost first."""

    levels: tuple[Level_, ...] = (Level_(),)

    @property
    def focus(self) -> Focus:
        """The place that holds now."""
        return self.levels[-1].focus

    @property
    def throughout(self) -> bool:
        """Whether what follows is ordered for the whole text ('Throughout the agreement:')."""
        return self.levels[-1].throughout

    def at_label(self, label: str) -> Held:
        """What holds when an item with a label begins: a list goes on, or another opens within it."""
        if self.levels[-1].focus != (parted := _parted(self.focus, _value(label))):
            return self.narrowed(parted, False).at_label(label)
        style, value = _style(label), _value(label)
        kept = self.levels
        for index in range(len(self.levels) - 1, 0, -1):
            level = self.levels[index]
            if level.style == style and (_value(level.label) < value or index == len(self.levels) - 1):
                kept = self.levels[:index]
                break
        return Held((*kept, Level_(style, label, kept[-1].focus, kept[-1].throughout)))

    def narrowed(self, focus: Focus | None, throughout: bool) -> Held:
        """What holds once a caption or opening named a place."""
        level = self.levels[-1]
        said = replace(level, focus=level.focus if focus is None else focus, throughout=level.throughout or throughout)
        return Held((*self.levels[:-1], said))


@dataclass(frozen=True, slots=True)
class Read:
    """The orders of a passage, and what it leaves in force for the passages after it."""

    orders: tuple[Order, ...]
    held: Held


def read(words: str, *, held: Held, source: Source) -> Read:
    """The orders in a passage, under what the passages before it say of the place."""
    orders: list[Order] = []
    remark = False
    mentioned: Address | None = None
    lead_in = ""
    found = list(_sentences(chunks(words)))
    for place, sentence in enumerate(found):
        if sentence.is_headed:
            held = Held()
        if sentence.label:
            held, remark = held.at_label(sentence.label), False
        remark = remark or (bool(orders) and bool(_REMARK.match(words, sentence.chunks[0].start)))
        if (remark and not sentence.captioned) or _DESCRIBED.match(words, sentence.start):
            continue
        remark = False
        quoted = [chunk for each in found[:place] for chunk in each.chunks]
        reader = _SentenceReader(sentence, words, held, orders, mentioned, source, quoted)
        ordered = _without_restated(reader.read(), orders)
        orders += [replace(order, lead_in=lead_in, said=sentence.said(words)) for order in ordered]
        if not ordered and sentence.chunks[-1].kind in ("COLON", "FOLLOWS"):
            lead_in = words[slice(*sentence.span)]
        mentioned = sentence.mentioned or mentioned
        if reader.left is not None or reader.throughout:
            held = held.narrowed(_item_run_in(words, reader.left), reader.throughout)
    return Read(tuple(orders), held)


def _item_run_in(words: str, left: Focus | None) -> Focus | None:
    """'ARTICLE 61. the present text ...' is Article 6 and item 1, where capitals and line breaks were lost."""
    joined = re.match(r"\W*ARTICLE (\d+)1\. (?=[a-z])", words)
    if joined is None or left is None or left[0].steps[0].value != f"{joined[1]}1":
        return left
    return (Address((replace(left[0].steps[0], value=joined[1]), *left[0].steps[1:])),)


def _without_restated(found: list[Order], before: list[Order]) -> list[Order]:
    """Orders without those that only say again what was ordered before in the passage."""
    kept: list[Order] = []
    for order in found:
        earlier = [operation for each in (*before, *kept) for operation in each.operations]
        new = tuple(operation for operation in order.operations if not _is_restated(operation, earlier, order.own))
        if new:
            kept.append(replace(order, operations=new))
    return kept


def _is_restated(operation: Operation, earlier: list[Operation], own: bool) -> bool:
    if operation in earlier:
        return True
    for one in earlier:
        if isinstance(operation, DeleteWords) and isinstance(one, SubstituteWords | DeleteWords):
            if operation.old == one.old and (not own or operation.target == one.target):
                return True
        if isinstance(operation, SubstituteWords) and isinstance(one, SubstituteWords) and not own:
            if (operation.old, operation.new.words) == (one.old, one.new.words):
                return True
        if isinstance(operation, Replace) and isinstance(one, Replace) and operation.target == one.target:
            if operation.new.words == one.new.words:
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Sentence:
    label: str
    chunks: tuple[Chunk, ...]
    start: int

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.chunks[-1].end

    @property
    def is_headed(self) -> bool:
        """Whether it begins with a heading in capitals: what held before holds no longer."""
        first = self.chunks[0]
        return first.kind == "UNIT" and re.match(r"(?:ARTICLE|ANNEX)\b", first.words) is not None

    def said(self, words: str) -> str:
        """The words of the sentence without the wording that it quotes or sets out."""
        pieces, at = [], self.start
        for chunk in self.chunks:
            if chunk.kind in ("WORDS", "TEXT"):
                pieces.append(words[at : chunk.start])
                at = chunk.end
        return "“”".join((*pieces, words[at : self.chunks[-1].end + 1]))

    @property
    def captioned(self) -> bool:
        """Whether it is a caption: a place and no more."""
        return all(chunk.kind in ("UNIT", "COLON", "DASH", "COMMA") for chunk in self.chunks)

    @property
    def mentioned(self) -> Address | None:
        """The last place in the text spoken of; one in a telegram or despatch is none."""
        found = None
        for chunk, after, beyond in zip(
            self.chunks, (*self.chunks[1:], None), (*self.chunks[2:], None, None), strict=False
        ):
            near = [each for each in (after, beyond) if each is not None and each.kind in ("INSTRUMENT", "NOISE")]
            elsewhere = any(_MESSAGE.search(each.words[:_NEAR_MESSAGE]) for each in near[:2])
            if chunk.kind == "UNIT" and chunk.addresses[0].steps[0].value and not elsewhere:
                found = chunk.addresses[0]
        return found


def _sentences(found: Sequence[Chunk]) -> Iterator[_Sentence]:
    """Chunks by sentence: a full stop, a semicolon and the label of an item part them."""
    label, start = "", 0
    current: list[Chunk] = []
    for chunk in found:
        if chunk.kind in _ENDS or chunk.kind == "LABEL":
            if current:
                yield _Sentence(label, tuple(current), start)
                label, current = "", []
            label = chunk.words if chunk.kind == "LABEL" else label
            start = chunk.end
        else:
            current.append(chunk)
    if current:
        yield _Sentence(label, tuple(current), start)


def _style(label: str) -> str:
    """What kind of label: '1.', '(1)', 'a.', '(a)', 'A.', 'iv)'."""
    kind = "9" if re.search(r"\d", label) else "A" if re.search(r"[A-Z]", label) else "a"
    return re.sub(r"\w+", kind, label.replace(" ", ""))


def _value(label: str) -> int:
    """The number of a label among its like: '(c)' is 3."""
    inner = re.sub(r"\W", "", label)
    if inner.isdecimal():
        return int(inner)
    if len(inner) > 1 and numerals.from_roman(inner):
        return numerals.from_roman(inner) or 0
    return ord(inner[:1].lower() or "a") - 96


def _parted(focus: Focus, item: int) -> Focus:
    """'article 710.' before item 13 is Article 7 and item 10, run together where line breaks were lost."""
    number = focus[0].steps[-1].value if len(focus) == 1 and len(focus[0].steps) == 1 else ""
    if not number.isdecimal() or len(number) < 3 or item < 10:
        return focus
    for first in range(item, max(item - 20, 9), -1):
        rest = number.removesuffix(str(first))
        if rest and rest != number and not rest.startswith("0"):
            return (Address((replace(focus[0].steps[0], value=rest),)),)
    return focus


# What follows is a remark on the order before, up to the next item or caption.
_REMARK = re.compile(
    r"(?i)(?:(?:comment|reason|remark|note|explanation|purpose)s?(?: for (?:the )?changes?)?)\b ?[:.–—]"
)
# 'Present wording: “...”' tells what stands; 'Reason for change: ...' why. Neither orders anything.
_DESCRIBED = re.compile(
    r"(?i)\W*(?:(?:the )?(?:present|existing|current) (?:wording|text|language|beginning|ending)\b"
    r"(?:(?!\b(?:should|shall|will|would|must|is|are|be|to read)\b)[^“”\":])*[:“\"]|reasons?(?: for(?: \w+){1,3})? ?[:–—])"
)
_NEAR_MESSAGE = 30
_MESSAGE = re.compile(
    r"(?i)\b(?:telegram|despatch|dispatch|message|cable|letter|deptel|embtel|memorandum)\b|[Dd]eptel|[Ee]mbtel"
)
# A change spoken of as a condition, a reason or what might have been, and not ordered.
_SUBORDINATE = re.compile(
    r"(?i)(?:^|[.;:,] |\b(?:and|but|that) )(?:if|since|because|although|though|while|whereas|after|before|unless|once|when)\b[^,“”]*$"
)
_MAIN_CLAUSE = re.compile(r"(?i)\b(?:we|you|they|it|I|he|she) (?:could|would|should|might|can|will|may)\b.*\b(?:if)?")
_INTO = re.compile(
    r"(?i)(?:to|in|into|from) (?:the |his |her |their |a )?(?!(?:text|draft|article|paragraph|para|preamble|treaty|agreement|note|"
    r"order|view|place|case|accordance|conformity|make|be|read|line|this|that|it|conform|avoid|cover|meet)\b)[a-z]+"
)
_AGAIN = re.compile(r"(?i)^\W*(?:in other words|that is(?: to say)?|i\.e\.|thus|so that)\b")
_RESULT = re.compile(r"(?i)\b(?:thus|then|so|would now|in other words)\b[^.;]*$")
_GIVEN = re.compile(r"(?i)\W*(?:\w{1,2}[.)] )?(?:since|because|although|though|whereas)\b")
_DONE = re.compile(r"(?i),? (?:has|have|had|was|were) (?:been )?\w+")
_IS_ACTIVE = re.compile(r"(?i)(?<!being )\b\w+ing$")
_COUNTERFACTUAL = re.compile(r"(?i)\b(?:had|have|has|was|were)(?: \w+)? used\b|\bif \w+ had\b")


class _SentenceReader:
    """Reads one sentence; `left` is the place that it leaves in force, `throughout` that it does so for the whole text."""

    def __init__(
        self,
        sentence: _Sentence,
        words: str,
        held: Held,
        before: list[Order],
        mentioned: Address | None,
        source: Source,
        quoted_before: Sequence[Chunk] = (),
    ) -> None:
        self.sentence, self.words, self.held, self.source = sentence, words, held, source
        self.before, self.mentioned = before, mentioned
        self.substitutes = any(chunk.kind in ("SUBSTITUTE", "REPLACE", "REWORD") for chunk in quoted_before)
        self.quoted = [wording for chunk in quoted_before for wording in chunk.quoted]
        self.focus, self.place = held.focus, _no_place()
        self.everywhere = held.throughout
        self.opened = False
        self.left: Focus | None = None
        self.throughout = False

    def read(self) -> list[Order]:
        orders: list[Order] = []
        read = clauses(self.sentence.chunks)
        opening: Focus | None = None
        for index, clause in enumerate(read):
            if clause.rule == "context" and not self._may_be_context(read, index):
                continue
            if clause.rule == "bare":
                orders += self._bare(clause, read)
                continue
            if self._is_spoken_of(clause, orders):
                continue
            meant = meaning(
                clause,
                focus=self.focus,
                place=self.place,
                throughout=self.everywhere,
                taken=self._wording_taken(clause),
                spoken=self._wording_spoken_of(clause),
                before=self._verb_before(clause, orders),
                source=self.source,
            )
            if clause.rule in ("context", "announced_change") or (not meant.operations and meant.focus is not None):
                self.focus, self.place = meant.focus or self.focus, meant.place or self.place
                self.opened = self.opened or (not orders and meant.focus is not None and self._opens(read, index))
                self.everywhere = self.everywhere or meant.throughout
                if not orders and self._opens(read, index):
                    opening = meant.focus or opening
                    self.throughout = self.throughout or meant.throughout
            elif meant.operations:
                self.place = None
                if not self._is_elsewhere(clause, meant.operations):
                    orders.append(self._order(meant.operations, clause, meant.own or self.opened))
                if meant.outer and meant.operations[-1].target.outer:
                    self.focus = (Address(meant.operations[-1].target.outer),)
        if opening is not None and (not orders or self.sentence.chunks[0].kind in ("UNIT", "IN", "EVERYWHERE")):
            self.left = opening
        return orders

    def _verb_before(self, clause: Clause, orders: list[Order]) -> tuple[Operation, ...]:
        """The order whose verb an elliptic one takes up: the one before it in the sentence, or in the list."""
        if orders:
            return orders[-1].operations
        elliptic = clause.rule in ("added_again", "put_for_again")
        return self.before[-1].operations if elliptic and self.before else ()

    def _wording_taken(self, clause: Clause) -> Wording | None:
        """The wording that the order before took out, for one that puts it in elsewhere."""
        before = [chunk for chunk in self.sentence.chunks[: clause.first] if chunk.kind == "WORDS"]
        return before[-1].quoted[0] if before else None

    def _wording_spoken_of(self, clause: Clause) -> Wording | None:
        """The one wording that the passage quoted before the sentence; None where it quoted several or none."""
        return self.quoted[0] if len(self.quoted) == 1 and clause.rule == "put" else None

    def _is_elsewhere(self, clause: Clause, operations: tuple[Operation, ...]) -> bool:
        """Whether words go into something that is no text ('add the phrase “...” to the toast'), or are what somebody
        says ('He added: “...”') or does away with ('eliminate the “balance of terror”')."""
        if all(operation.target == WHOLE and _is_bare(operation) for operation in operations):
            called = any(chunk.noun for chunk in clause.chunks)
            named = any(chunk.kind in ("INSTRUMENT", "TEXT_NAMED", "EVERYWHERE") for chunk in self.sentence.chunks)
            if not (called or named or self.held.focus or self.mentioned):
                return True
        after = self.sentence.chunks[clause.last : clause.last + 1]
        into = bool(after) and after[0].kind == "NOISE" and _INTO.match(after[0].words)
        return bool(into) and all(operation.target == WHOLE for operation in operations)

    def _may_be_context(self, read: tuple[Clause, ...], index: int) -> bool:
        """A unit alone is a caption only at the beginning, or after a mark; with 'in' it may stand anywhere."""
        clause = read[index]
        if clause.chunks[0].kind not in ("UNIT", "NEW"):
            after = self.sentence.chunks[clause.last : clause.last + 1]
            return not (after and clause.first and self._is_in_message(clause))
        before = self.sentence.chunks[clause.first - 1] if clause.first else None
        return before is None or before.kind in ("COLON", "DASH") or self._opens(read, index)

    def _is_in_message(self, clause: Clause) -> bool:
        """Whether a place is one of a telegram or letter: 'as authorized first paragraph Department telegram 1975'."""
        return _MESSAGE.search(self.words, clause.chunks[-1].end, clause.chunks[-1].end + _NEAR_MESSAGE) is not None

    def _opens(self, read: tuple[Clause, ...], index: int) -> bool:
        """Whether a place stands where a caption or an opening does: nothing but other places before it."""
        before = self.sentence.chunks[: read[index].first]
        taken = {place for each in read[:index] for place in range(each.first, each.last)}
        marks = ("COMMA", "COLON", "DASH", "CHANGES", "AND")
        return all(
            place in taken or chunk.kind in marks or (chunk.kind == "NOISE" and len(chunk.words) < 3)
            for place, chunk in enumerate(before)
        )

    def _is_spoken_of(self, clause: Clause, orders: list[Order]) -> bool:
        """Whether a clause only speaks of a change: as a condition, a reason, a result, or what was not done."""
        start, end = self.sentence.span[0], clause.chunks[0].start
        ahead = self.words[start:end]
        if clause.rule == "context":
            return False
        if clause.rule == "put_for_again" and not orders and not self.before and not self.substitutes:
            return True
        if clause.rule == "kept" and len(clause.chunks) == 1:
            # 'that they would retain bases after ...'
            return any(chunk.kind == "NOISE" for chunk in self.sentence.chunks[clause.last : clause.last + 1])
        if clause.rule == "removed" and clause.dialect == "formal" and _IS_ACTIVE.search(clause.chunks[-1].words):
            # 'their language for the final clause deleting a reference to ...'
            return True
        if not orders and _GIVEN.match(self.words, start) and _DONE.match(self.words, clause.chunks[0].end):
            # 'Since the phrase “...” has been dropped, we hope that ...'
            return True
        if clause.rule == "removed_here":
            after = self.sentence.chunks[clause.last : clause.last + 1]
            plain = not after or after[0].kind in ("COMMA", "AND")
            return not plain or any(chunk.kind == "NOISE" for chunk in self.sentence.chunks[: clause.first])
        ordered = bool(orders or self.before)
        brought = next((chunk.start for chunk in clause.chunks if chunk.kind == "WORDS"), end)
        if ordered and (_AGAIN.search(self.words[start : end + 14]) or _RESULT.search(self.words[start:brought])):
            return clause.rule in ("replaced", "recast", "supplants", "removed", "put_for")
        if _COUNTERFACTUAL.search(self.words[start : clause.chunks[-1].end]) and any(
            c.kind == "USE" for c in clause.chunks
        ):
            return True
        if clause.first and self.sentence.chunks[clause.first - 1].kind in ("AFTER", "BEFORE"):
            return True
        return bool(_SUBORDINATE.search(ahead)) and not _MAIN_CLAUSE.search(ahead)

    def _bare(self, clause: Clause, read: tuple[Clause, ...]) -> list[Order]:
        """'Title. “...”': a caption, and a text without a verb."""
        alone = len(read) == 1 and len(self.sentence.chunks) == 1 and bool(self.focus) and not self.before
        wording = clause.chunks[0].quoted[0]
        if not alone or self.quoted or " " not in wording.words:
            return []
        words = self.source.words(wording, fragment=False)
        return [self._order(tuple(Replace(at, words) for at in self.focus), clause, False)]

    def _order(self, operations: tuple[Operation, ...], clause: Clause, own: bool) -> Order:
        taken_over = False
        if all(operation.target == WHOLE for operation in operations):
            at = self._spoken_of(clause) if all(isinstance(one, _ON_WORDS) for one in operations) else None
            if at is not None:
                operations = tuple(_moved_to(operation, at) for operation in operations)
                taken_over = True
        span = clause.chunks[0].start, clause.chunks[-1].end
        return Order(operations, clause, *span, self.sentence.span, *self._lead(clause), own=own, taken_over=taken_over)

    def _lead(self, clause: Clause) -> tuple[int, int]:
        """Where the words before the order begin and end, without the places that open the sentence or the order."""
        opening = self.sentence.chunks[0]
        start = opening.end if clause.first and opening.kind == "UNIT" else self.sentence.span[0]
        first = clause.first
        while first and self.sentence.chunks[first - 1].kind in _PLACES:
            first -= 1
        first += self.sentence.chunks[first].kind == "COMMA"
        return start, max(start, self.sentence.chunks[first].start)

    def _spoken_of(self, clause: Clause) -> Address | None:
        """The place named in the sentence, of the order before, or last mentioned."""
        ahead = replace(self.sentence, chunks=self.sentence.chunks[: clause.first])
        if ahead.mentioned is not None:
            return ahead.mentioned
        for order in reversed(self.before):
            if order.operations[-1].target != WHOLE:
                outer = order.operations[-1].target
                steps = tuple(step for step in outer.steps if RANKS[step.level] < RANKS[Level.SENTENCE])
                return Address(steps) if steps else None
        return self.mentioned


_PLACES = frozenset(
    {
        "COMMA",
        "OF",
        "TEXT_NAMED",
        "COLON",
        "DASH",
        "IN",
        "UNIT",
        "AT_END",
        "AT_START",
        "AFTER",
        "BEFORE",
        "EVERYWHERE",
        "NEW",
    }
)
def _is_bare(operation: Operation) -> bool:
    """Whether an operation puts words in or takes them out and says nothing of where."""
    if isinstance(operation, DeleteWords):
        return operation.place is None
    return isinstance(operation, InsertWords) and not operation.place.anchor and operation.place.unit is None


_ON_WORDS = (SubstituteWords, DeleteWords, DeleteStretch, InsertWords)


def _moved_to(operation: Operation, at: Address) -> Operation:
    if isinstance(operation, InsertProvision) and operation.unit is not None:
        return operation
    return replace(operation, target=at)


def _no_place() -> Place | None:
    return None

"""Compiles the instructions in a document: passages that change a draft, as typed operations.

What a passage orders is read by `reading`; here it is weighed: how the passage stands to the change, on which text, and
whether a person should confirm the reading. A sentence that speaks of a change to a provision and is not understood
becomes a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from travaux.amend.concern import PLACE, Concern
from travaux.amend.leads import is_plain_about, is_plain_lead
from travaux.amend.naming import is_specific, named_after, names, unquoted
from travaux.amend.operations import Delete, DeleteWords, Instruction, Operation, Replace, Status
from travaux.amend.order import Order
from travaux.amend.passages import Passage
from travaux.amend.readings import Reading, readings
from travaux.amend.standing import is_reported, standing
from travaux.findings import Citation, Finding
from travaux.record.document import Document
from travaux.text.address import WHOLE
from travaux.text.openings import in_any_case
from travaux.text.passages import Passage as DraftPassage
from travaux.text.sentences import sentences

_CHANGE = in_any_case(
    r"substitut|replac(?!ement of)|insert|re-?instat|delet|omit|omission|eliminat|str[iu](?:ke|ck)|"
    r"drop(?:ped)?\b|remov|re-?phras|re-?word|revis|redraft|amend(?:ed)?\b|modif|chang|add(?:ed|ition of|"
    r"ition at)?\b|includ|"
    r"(?:will|should|shall|now|to|would) reads?\b|reads?\b|consists?\b|should be used|renumber|mov(?:e|ed|ing)\b|"
    r"(?:propos|suggest)ed (?:new )?(?:wording|text|language|paragraph)|transpos|interchang|"
    r"revers(?:e|ed|ing) (?:the )?order|(?:use|using) only\b|becomes?\b|"
    r"retain|come out\b|abrogat|instead of|in place of|in lieu of"
)
_ORDERING = re.compile(
    r"(?i)\b(?:should|shall|will|must|to)(?: also| then| now)? (?:be|begin|include|end)\b|"
    r"(?:^\W*(?:\(?\w\)\W*)?|\bto )(?:substitute|replace|insert|delete|omit|strike|re-?word|re-?phrase|revise|"
    r"redraft|"
    r"amend|change|add|renumber|move|transpose|interchange|reverse)\b"
)
_COMMENT = re.compile(r"(?i)\W*(?:comment|reason|note|remark)s?\b ?[:.–—]")
_OPENS = re.compile(r"(?:^|[.:;)] ?)$")
# 'The note should be revised as follows: Word ...'
_INTRODUCED = re.compile(r"(?P<text>[^:]{3,160}):")


@dataclass(frozen=True, slots=True)
class Compilation:
    """The instructions of a document in reading order, and the passages on changes that were not understood."""

    instructions: tuple[Instruction, ...]
    findings: tuple[Finding, ...]


def compile(document: Document, *, outside: Sequence[DraftPassage] | None = None) -> Compilation:
    """What a document orders, proposes, accepts or refuses to change in a text. `outside` are the passages of the
    drafts it holds, where somebody found them before.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> words = "Article 4. Replace word “areas” with “waters.”"
    >>> body = (Block(BlockKind.PARAGRAPH, words),)
    >>> (one,) = compile(Document(id="d2", title="Telegram", kind=Kind.TELEGRAM, body=body)).instructions
    >>> print(one.operations[0].target, one.operations[0].old, one.operations[0].new.words, sep=" | ")
    Article 4 | areas | waters
    """
    instructions: list[Instruction] = []
    findings: list[Finding] = []
    concern = Concern(document.text)
    for reading in readings(document, concern, outside=outside):
        if reading.passage is not None:
            instructions += _instructions(document, reading.passage, reading.orders)
        findings += _not_understood(document, reading, concern)
    return Compilation(tuple(instructions), tuple(findings))


def _instructions(document: Document, passage: Passage, orders: Sequence[Order]) -> Iterator[Instruction]:
    """One instruction for each sentence that orders something."""
    for _, group in groupby(orders, key=lambda order: order.sentence):
        together = list(group)
        yield _instruction(document, passage, together)


def _instruction(document: Document, passage: Passage, orders: list[Order]) -> Instruction:
    start, end = _quoted_span(passage.words, orders)
    said = orders[0].said
    after = passage.words[orders[0].sentence[1] :].lstrip(". ")[:120]
    stands = standing(said, lead_in=f"{passage.lead_in} {orders[0].lead_in}", after=after)
    at = document.cite(passage.start + start, passage.start + end)
    instruction = Instruction(
        at=at,
        words=document.passage(at),
        operations=tuple(operation for order in orders for operation in order.operations),
        status=stands.status,
        text_named=_text_named(passage, orders),
        alternative=bool(re.match(r"(?i)\W*alternative", said)),
        reported=stands.reported,
    )
    standing_by_itself = stands.reported or stands.status in (Status.TENTATIVE, Status.REJECTED)
    doubts = () if standing_by_itself else tuple(_doubts(instruction, passage, orders))
    return replace(instruction, doubts=doubts)


def _quoted_span(words: str, orders: list[Order]) -> tuple[int, int]:
    """The passage as a person would quote it: from the caption before the order to the end of its sentence."""
    start, end = orders[0].sentence[0], max(orders[-1].end, orders[0].sentence[1])
    first = next((first for first, last in sentences(words) if first <= start < last), start)
    start = 0 if len(words[:first].strip()) < 60 and "“" not in words[:first] else min(start, first)
    while end < len(words) and words[end] in ".”;)":
        end += 1
    start += len(words[start:]) - len(words[start:].lstrip())
    return start, end


def _text_named(passage: Passage, orders: Sequence[Order]) -> str:
    """The text that the order names beside its place, else the one its caption or heading names."""
    said = [chunk.words for order in orders for chunk in order.named]
    own = [name for words in said for name in names(re.sub(r"^(?i:of|in|to|from|for) (?:the )?", "", words))]
    tail = unquoted(passage.words[orders[-1].end : orders[-1].sentence[1]])
    brought = next((chunk.start for chunk in orders[0].clause.chunks if chunk.kind == "WORDS"), orders[0].start)
    intro = _INTRODUCED.match(unquoted(passage.words[orders[0].sentence[0] : brought]))
    told = [
        *own,
        *(name for name in names(tail) if is_specific(name)),
        *(reversed(names(intro["text"])) if intro else ()),
    ]
    placed = _text_with_target(unquoted(passage.words[slice(*orders[0].sentence)]), orders)
    return placed or next(iter(told), "") or _text_before(passage, orders[0]) or passage.text_named


def _text_before(passage: Passage, order: Order) -> str:
    """The text named with a place at the beginning of a sentence before: 'Article VI draft treaty will ...'."""
    said = unquoted(passage.words[: order.sentence[0]])
    found = [(match.start(), named_after(said[match.end() :])) for match in PLACE.finditer(said)]
    opening = [name for start, name in found if name and _OPENS.search(said, max(0, start - 6), start)]
    return opening[-1] if opening else ""


def _text_with_target(said: str, orders: Sequence[Order]) -> str:
    """The text named right after the very provision that is changed; another provision's text is not meant."""
    targets = {step.value for order in orders for one in order.operations for step in one.target.outer}
    found = [(match.group(), named_after(said[match.end() :])) for match in PLACE.finditer(said)]
    return next((name for place, name in found if name and place.split()[-1] in targets), "")


def _doubts(instruction: Instruction, passage: Passage, orders: Sequence[Order]) -> Iterator[Finding]:
    """Why a person should confirm the reading before it is applied."""
    lead = unquoted(passage.words[orders[0].lead_start : orders[0].lead_end])
    after_place = orders[0].lead_start > orders[0].sentence[0]
    remedy = "Read the passage; confirm the change if it is one."
    if not is_plain_lead(lead) and not (after_place and is_plain_about(lead)):
        message = f"The words before this change may make it something else: “{lead.strip()[:160]}”"
        yield Finding("lead-not-understood", message, instruction.at, remedy)
    if any(order.taken_over for order in orders):
        message = "The passage does not say which provision it changes; the one spoken of before was taken."
        yield Finding("place-taken-over", message, instruction.at, remedy)
    unnamed = any(one.target == WHOLE for one in instruction.operations) and not is_specific(instruction.text_named)
    if unnamed and passage.place_before:
        # 'Article II. Our lawyers dislike this.' and a line on: 'Replace ...'
        message = f"The place may be the one spoken of before, “{passage.place_before}”."
        yield Finding("place-not-understood", message, instruction.at, remedy)
    if any(_is_mention(order) for order in orders):
        message = "The passage speaks of a reference to these words; what goes with them is not said."
        yield Finding("mention-not-words", message, instruction.at, remedy)
    if any(_is_vague(operation) for operation in instruction.operations) and not is_specific(instruction.text_named):
        yield Finding("place-not-understood", "This does not say which provision it changes.", instruction.at, remedy)


def _is_mention(order: Order) -> bool:
    """Whether 'reference to “pilots”' is to go, and not the words alone: 'and the' before them goes with it."""
    removed = any(isinstance(operation, DeleteWords) for operation in order.operations)
    quoted = [chunk.words for chunk in order.clause.chunks if chunk.kind == "WORDS"]
    return removed and any(re.match(r"(?i)(?:the )?references? to\b", words) for words in quoted)


def _is_vague(operation: Operation) -> bool:
    """A whole text that goes or is replaced by a quotation, with nothing that names it, is talk, not an order."""
    return isinstance(operation, Replace | Delete) and operation.target == WHOLE


def _not_understood(document: Document, reading: Reading, concern: Concern) -> Iterator[Finding]:
    """The sentences that speak of a change and give no order."""
    passage = reading.stretch
    if not concern.may_speak(passage.start, passage.start + len(passage.words)):
        return
    taken = [order.sentence for order in reading.orders]
    for first, last in sentences(passage.words):
        if not concern.may_speak(passage.start + first, passage.start + last):
            continue
        words = passage.words[first:last]
        if any(start < last and first < end for start, end in taken) or not _may_order(words, reading.is_placed):
            continue
        quoted = words if len(words) < 300 else f"{words[:200].rstrip()} … {words[-80:].lstrip()}"
        yield Finding(
            "not-understood",
            f"This speaks of a change, but how is not understood: {quoted}",
            Citation(document.id, passage.start + first, passage.start + last),
            "Read the passage; if it is an instruction, enter the change by hand.",
        )


def _may_order(words: str, is_placed: Callable[[], bool]) -> bool:
    """Whether a sentence that no grammar covers may yet be an instruction, so that a person should see it."""
    said = unquoted(words)
    quotes = said != words
    if _COMMENT.match(words) or not _CHANGE.search(said):
        return False
    if not (_ORDERING.search(said) or (quotes and not is_reported(said))):
        return False
    if PLACE.search(said):
        return True
    # Whether a place is in force is asked last: what was passed over may have to be read for it.
    return quotes and (any(is_specific(name) for name in names(said)) or is_placed())

"""Reads a passage as orders, sentence by sentence; keeps what captions, openings and numbered items say of the place.

A place named in a caption ('6. Article V.') or an opening ('In paragraph 3:') holds for the items under it, until an
item of the same kind of number or letter begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.amend.chunk import Chunk
from travaux.amend.chunks import Cut, cut
from travaux.amend.held import Held, without_first_item
from travaux.amend.order import Order, without_restated
from travaux.amend.ordering import Before, ordering
from travaux.amend.sentence import sentences
from travaux.amend.source import Source
from travaux.text.address import Address

# What follows is a remark on the order before, up to the next item or caption.
_REMARK = re.compile(
    r"(?i)(?:(?:comment|reason|remark|note|explanation|purpose)s?(?: for (?:the )?changes?)?)\b ?[:.–—]"
)
# 'Present wording: “...”' tells what stands; 'Reason for change: ...' why. Neither orders anything.
_DESCRIBED = re.compile(
    r"(?i)\W*(?:(?:the )?(?:present|existing|current) (?:wording|text|language|beginning|ending)\b"
    r"(?:(?!\b(?:should|shall|will|would|must|is|are|be|to read)\b)[^“”\":])*[:“\"]|"
    r"reasons?(?: for(?: \w+){1,3})? ?[:–—])"
)


@dataclass(frozen=True, slots=True)
class Read:
    """The orders of a passage, and what it leaves in force for the passages after it."""

    orders: tuple[Order, ...]
    held: Held


def read(words: str, *, held: Held, source: Source) -> Read:
    """The orders in a passage, under what the passages before it say of the place."""
    return read_cut(cut(words), held=held, source=source)


def read_cut(passage: Cut, *, held: Held, source: Source) -> Read:
    """`read` for a passage that is cut into tokens."""
    words = passage.words
    orders: list[Order] = []
    said: list[Chunk] = []
    remark, lead_in = False, ""
    mentioned: Address | None = None
    for sentence in sentences(passage.chunks):
        before, said = said, [*said, *sentence.chunks]
        if sentence.is_headed:
            held = Held()
        if sentence.label:
            held, remark = held.at_label(sentence.label), False
        remark = remark or (bool(orders) and _REMARK.match(words, sentence.chunks[0].start) is not None)
        if (remark and not sentence.is_caption) or _DESCRIBED.match(words, sentence.start):
            continue
        remark = False
        found = ordering(sentence, before=Before(words, source, held, tuple(orders), mentioned, before))
        ordered = without_restated(found.orders, orders)
        orders += [replace(order, lead_in=lead_in, said=sentence.said(words)) for order in ordered]
        if not ordered and sentence.chunks[-1].kind in ("COLON", "FOLLOWS"):
            lead_in = words[slice(*sentence.span)]
        mentioned = sentence.mentioned or mentioned
        if found.left is not None or found.throughout:
            held = held.narrowed(without_first_item(words, found.left), throughout=found.throughout)
    return Read(tuple(orders), held)

"""Reads in a message what its writer says to have done: "I raised today with the Minister ...", "Delivered note this
morning". Whether that was an order is not told here: `spent` holds it against those in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.mandate.directives_said import Act
from travaux.record.document import Document, Kind
from travaux.text.sentences import sentences

#: How each act is reported as done.
_DONE = {
    Act.RAISE: "raised|brought up|took up|mentioned|broached",
    Act.CONSULT: "saw|called on|met with|spoke to|spoke with|discussed|consulted|talked to|talked with|approached",
    Act.CLEAR: "told|informed|stated|made clear|explained|pointed out|stressed|handed|delivered|conveyed|transmitted|"
    "presented|notified|communicated|emphasized|left with|sent",
    Act.ASSURE: "assured|told|informed|gave assurances?",
    Act.PROPOSE: "proposed|suggested|put forward|handed|presented|offered",
    Act.INTRODUCE: "introduced|tabled|handed|presented|submitted|delivered",
}
_VERBS = "|".join(dict.fromkeys(verb for verbs in _DONE.values() for verb in verbs.split("|")))
#: The writer is the subject, or the sentence of a telegram leaves it out; what comes before says when.
_DEED = re.compile(
    rf"(?i)^(?:\W*\d{{1,2}}[.)]\s*)?(?:(?:on|this|today|yesterday|at|in|after|when|during|accordingly|as instructed)\b"
    rf"[^.;]{{0,80}}?[, ])?(?:(?:I|we|Ambassador|the Ambassador|Embassy|DCM|Chargé) )?(?:have |has |had |today |also |"
    rf"again |duly |then |accordingly |orally |formally |this morning |this afternoon |yesterday )*(?P<verb>{_VERBS})\b"
)
_SAYS = re.compile(rf"(?i)\b(?:{_VERBS})\b")
_MESSAGES = frozenset(
    {Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.LETTER, Kind.MESSAGE, Kind.MEMORANDUM, Kind.REPORT}
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the writer of a message says to have done, and the acts of which it may be the doing."""

    at: Citation
    words: str
    acts: tuple[Act, ...]


def deeds(document: Document) -> tuple[Deed, ...]:
    """What the writer of a message says to have done; nothing in talk that others wrote down.

    >>> from travaux.record.document import Block, BlockKind
    >>> body = (Block(BlockKind.PARAGRAPH, "I raised fees with the Minister today. He told me nothing."),)
    >>> [one.words for one in deeds(Document(id="d1", title="", kind=Kind.TELEGRAM, body=body))]
    ['I raised fees with the Minister today.']
    """
    return tuple(_deeds(document)) if document.kind in _MESSAGES else ()


def _deeds(document: Document) -> Iterator[Deed]:
    for start, block in zip(document.starts, document.body, strict=True):
        if not _SAYS.search(block.text):
            continue
        for first, last in sentences(block.text):
            words = block.text[first:last]
            found = _DEED.match(words)
            if found is not None:
                verb = found["verb"].lower()
                acts = tuple(act for act, verbs in _DONE.items() if re.fullmatch(verbs, verb))
                yield Deed(document.cite(start + first, start + last), words, acts)

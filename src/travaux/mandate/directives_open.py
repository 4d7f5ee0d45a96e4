"""What is left of a sentence of an instruction in which no directive was read: that it speaks of an order, or that it
may give one. A person reads these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.findings import Citation, Finding
from travaux.mandate.directives_heads import after_label
from travaux.mandate.directives_pieces import ACTS
from travaux.mandate.instructs import CUE
from travaux.mandate.turns import ends_all, turns
from travaux.record.document import Document
from travaux.text.scan import Token as Piece

# What only speaks of what the other did or knows: 'as you will recall', 'you may be aware'.
_ASIDE = re.compile(
    r"(?i)\byou (?:may|will|might|can) (?:agree|recall|be aware|know|note|see|have|find|receive|be|like|"
    r"recognize|understand|remember)\b"
)
# Words of duty, wish, leave, preference and judgment, and names of the reader: one of them stands in most orders.
_MAY_ORDER = re.compile(
    r"(?i)\b(?:should|shld|shd|must|ought|need (?:to|not)|prefers?|preferabl[ey]|preferred|hopes?|"
    r"suggests?|suggested|recommends?|recommended|desires?|desired|desirable|wish(?:es)?|want|propose|essential|"
    r"important|imperative|"
    r"advisable|authori[sz]e[sd]?|authd|instruct(?:ed|s|ions)?|requests?|requested|direct(?:ed|s)|free to|discretion|"
    r"appreciate|welcome|useful|helpful|urges?|(?:bear|keep) in mind|guidance|guided|best|no objection|object|"
    r"approves?d?|agree|concurs?|your?|ur|embassy|emb|ambassador|mission|usdel|delegation)\b"
)


def speaks_of_order(words: str) -> bool:
    """Whether a sentence says outright that somebody is to do something."""
    return CUE.search(words) is not None and not _ASIDE.search(words)


def may_order(words: str, pieces: Sequence[Piece]) -> bool:
    """Whether a sentence has a word that orders go with, opens with a verb of one, or ends an earlier order. Most that
    do give none."""
    first = after_label(pieces)
    opens = first < len(pieces) and pieces[first].kind in ACTS
    return opens or _MAY_ORDER.search(words) is not None or turns(words) or ends_all(words)


def not_understood(document: Document, at: Citation) -> Finding:
    """The finding on a sentence that speaks of an order."""
    words = document.passage(at)
    told = words if len(words) < 300 else f"{words[:200].rstrip()} … {words[-80:].lstrip()}"
    return Finding(
        "directive-not-understood",
        f"This speaks of an order, but what is to be done is not understood: {told}",
        at,
        "Read the passage; if it is a directive, enter it by hand.",
    )

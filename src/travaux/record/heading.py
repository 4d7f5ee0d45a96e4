"""What a heading says: the printed number, the kind of document, who writes to whom."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from travaux.record.document import Kind
from travaux.record.parties import parties

#: The word of a title that names a kind; the first of them before 'From', 'by' and the like decides.
KIND_WORDS = {
    "Telegram": Kind.TELEGRAM,
    "Cablegram": Kind.TELEGRAM,
    "Airgram": Kind.AIRGRAM,
    "Letter": Kind.LETTER,
    "Memorandum": Kind.MEMORANDUM,
    "Memoranda": Kind.MEMORANDUM,
    "Despatch": Kind.DESPATCH,
    "Dispatch": Kind.DESPATCH,
    "Note": Kind.NOTE,
    "Paper": Kind.PAPER,
    "Report": Kind.REPORT,
    "Minutes": Kind.MINUTES,
    "Message": Kind.MESSAGE,
    "Instruction": Kind.INSTRUCTION,
}
_KIND = re.compile(rf"\b(?:{'|'.join(KIND_WORDS)})\b")
_LEAD_ENDS = re.compile(r"\b(?:[Ff]rom|[Bb]y|[Pp]repared|[Bb]etween|at the|to the|for the)\b")
_CONVERSATION = re.compile(r".*Memorand(?:um|a) .*\b[Cc]onversations?\b")
_AGREEMENT = re.compile(
    r"(?:(?!Draft\b|Proposed\b|Standard\b)[A-Z][\w-]+ ){0,2}(?:Convention|Treaty|Agreement|Protocol|Arrangement)"
    r" (?:Between|Concerning|Regarding|on|of|for)\b"
)
_NUMBERED = re.compile(r"(?:No\.\s*)?(?P<number>\d+[A-Za-z]?)\b\.?\s*")


class Heading(NamedTuple):
    """A heading without its number and notes, and what it says."""

    title: str
    number: str | None
    kind: Kind
    sender: str | None
    addressee: str | None


def heading(words: str, *, number: str | None = None) -> Heading:
    """Read a heading; it opens with a number only if that is `number`, the document's own."""
    match = _NUMBERED.match(words)
    own = match is not None and number is not None and match["number"].lower() == number.lower()
    title = words[match.end() :] if match and own else words
    kind = kind_of(title)
    sides = parties(title, opens_with_kind=kind is not Kind.OTHER or _KIND.search(title) is not None)
    return Heading(title, match["number"] if match and own else None, kind, sides.sender, sides.addressee)


@lru_cache(maxsize=4096)
def kind_of(title: str) -> Kind:
    """The kind of document that a title names; `Kind.OTHER` when it names none."""
    if title.startswith(("Editorial Note", "Editorial note")):
        return Kind.EDITORIAL_NOTE
    if _AGREEMENT.match(title):
        return Kind.AGREEMENT
    lead = _LEAD_ENDS.split(title, maxsplit=1)[0]
    found = _KIND.search(lead)
    kind = KIND_WORDS[found.group()] if found else Kind.OTHER
    return Kind.CONVERSATION if kind is Kind.MEMORANDUM and _CONVERSATION.match(lead) else kind

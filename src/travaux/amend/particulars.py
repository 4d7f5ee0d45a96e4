"""Adds to an instruction what its passage says beside the change: who puts it forward, why, and how exactly it stands.

A reason is given as the passage words it, with its place; where none is given there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from travaux.amend.naming import unquoted
from travaux.amend.operations import Instruction, Status, Words
from travaux.record.document import Document

# A remark after the order, up to the next item; and a clause within its sentence.
_REMARK = re.compile(
    r"\W{0,4}(?:Comment|Reason|Remark|Explanation|Purpose)s?(?: (?:for|of) (?:the )?changes?)?\s?[:.–—]\s*"
    r"(?P<why>.+?)(?=\s\(?(?:\d{1,2}|[a-z])[.)]\s|\n|$)",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"(?i)\b(?P<why>(?:because|since|inasmuch as|in order (?:that|to)|so as to|so that|in view of|"
    r"for (?:the )?(?:same )?reasons?|for (?:the sake|purposes?) of|"
    r"to (?:avoid|meet|remove|conform|clarify|make clear|prevent|provide|strengthen|ensure))\b[^.;:“”]{3,300})"
)
# Who is said to put a change forward: 'Brand suggested', 'the Sornish member proposed', 'Sornish have substituted'.
_PARTY = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’.]+ )*(?:[A-Z][\w’]+(?<!Article)(?<!Paragraph)(?<!Department)|"
    r"[Mm]ember|[Dd]elegation|[Gg]overnment|[Rr]epresentative|[Mm]inister))\b"
    r"(?: (?:also|now|then|therefore|again|have|has|had|would|will))* "
    r"(?:propos|suggest|wish|ask|request|want|prefer|recommend|insist|desir|"
    r"insert|substitut|eliminat|delet|drop|mov|add|agreed)\w*"
)
# Words with a capital that name no party.
_NO_PARTY = frozenset(
    "To Add Insert Delete Replace Word Words Phrase Also Then Therefore We You It They He She This That The In "
    "East West Far Pacific".split()
)
_FINER = (
    (Status.PROPOSED, Status.COUNTER_PROPOSED, re.compile(r"(?i)counter-?\s?propos")),
    (Status.TENTATIVE, Status.AD_REFERENDUM, re.compile(r"(?i)\bad referendum\b")),
    (Status.REJECTED, Status.WITHDRAWN, re.compile(r"(?i)\bwithdr(?:aw|ew|awn|awal)")),
)


def with_particulars(document: Document, instruction: Instruction) -> Instruction:
    """The instruction with its proposer, its reason and the finer status that its passage names.

    The proposer is the party that the passage names, else the sender of the document; "" where neither is known, or the
    passage reports the change of a party that it does not name.
    """
    said = unquoted(instruction.words)
    return replace(
        instruction,
        status=_status(instruction.status, said),
        proposer=_proposer(said) or ("" if instruction.reported else document.sender or ""),
        reason=_reason(document, instruction),
    )


def _status(status: Status, said: str) -> Status:
    return next((finer for plain, finer, words in _FINER if status is plain and words.search(said)), status)


def _proposer(said: str) -> str:
    for match in _PARTY.finditer(said):
        words = re.split(r"(?<=\b[IVXLC])\. |(?<=[A-Za-z]{2})\. ", match["who"])[-1].split()
        while words and words[0] in _NO_PARTY:
            words = words[1:]
        if words:
            return " ".join(words)
    return ""


def _reason(document: Document, instruction: Instruction) -> Words | None:
    """The remark that follows the order, else the clause of its sentence that says why."""
    if instruction.at.note:
        return None
    text, end = document.text, instruction.at.end
    quoted = instruction.at.start + instruction.words.rfind("”") + 1
    match = _REMARK.match(text, end) or _REMARK.search(text, quoted, end)
    if match is None:
        # Quotations are filled, so that a wording's own 'in order to' is not taken for a reason.
        filled = re.sub(r"“[^”]*”", lambda quote: "“" + "_" * (len(quote.group()) - 2) + "”", instruction.words)
        match = _CLAUSE.search(filled)
        start = instruction.at.start + match.start("why") if match else 0
    else:
        start = match.start("why")
    if match is None:
        return None
    words = text[start : start + len(match["why"])].rstrip(" ,")
    return Words(words, document.cite(start, start + len(words))) if words else None

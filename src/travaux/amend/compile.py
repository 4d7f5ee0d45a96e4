"""Compiles the instructions in a document: passages that change a draft, as typed operations.

Reads captions for the provision meant, and sentences by the grammars of `orders`. A sentence that speaks of a
change to a provision and is not understood becomes a finding; so does an order whose place is only hinted at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.amend.naming import named_after, names, unquoted
from travaux.amend.operations import Delete, Instruction, Operation, Replace, RetainOnly, Status
from travaux.amend.orders import Order, order
from travaux.amend.passages import Passage, passages
from travaux.findings import Citation, Finding
from travaux.record.document import Document
from travaux.text.address import Address, Level
from travaux.text.sentences import sentences

_CHANGE = re.compile(
    r"(?i)\b(?:substitut|replac(?!ement of)|insert|delet|omit|omission|eliminat|str[iu](?:ke|ck)|drop(?:ped)?\b|remov|"
    r"re-?phras|re-?word|revis|redraft|amend(?:ed)?\b|modif|chang|add(?:ed|ition of|ition at)?\b|includ|"
    r"(?:will|should|shall|now|to|would) reads?\b|reads?\b|consists?\b|should be used)"
)
_PLACE = re.compile(
    r"(?i)\b(?:art(?:icle|\.) (?:[IVXLC]+|\d+)|preamble|(?:sub)?para(?:graph|\.)?s? (?:[IVXLC]+|\d+|\([a-z]\))|"
    r"(?:first|second|third|fourth|last|final|penultimate) (?:sentence|para\w*|clause|article|recital))\b"
)
_DELETION = re.compile(r"(?i)\b(?:delet|omit|omission|eliminat|str[iu](?:ke|ck)|drop|remov)")
_ORDERING = re.compile(
    r"(?i)\b(?:should|shall|will|must|to) be\b|(?:^\W*(?:\(?\w\)\W*)?|\bto )(?:substitute|replace|insert|delete|omit|"
    r"strike|re-?word|re-?phrase|revise|redraft|amend|change|add)\b"
)
# The verb of an order stands near the wording that it brings or takes away.
_NEAR_QUOTE = re.compile(rf"{_CHANGE.pattern}[^“”]{{0,110}}“”|“”[^“”]{{0,60}}?{_CHANGE.pattern.removeprefix('(?i)')}")
_COMMENT = re.compile(r"(?i)\W*(?:comment|reason|note|remark)s?\b ?[:.–—]")
# Characters of an order beside what it quotes, and of one that quotes nothing.
_LONGEST, _LONGEST_UNQUOTED = 320, 200
_QUOTE = re.compile(r"“[^”]*”")
_REPORTED = re.compile(
    r"(?i)\b(?:has|have|had|was|were)\b(?: been| also| now)* (?:\w+ed|struck|put|added)\b|^\W*(?:elimination|insertion|"
    r"substitution|addition|deletion) of\b"
)
_THIRD_PARTY = re.compile(
    r"(?:\b(?:[Hh]e|[Tt]hey|[Ss]he)|\b[A-Z][\w’]+)(?: (?:also|now|then|would|again))* "
    r"(?:propos|suggest|wish|ask|request|want|prefer|recommend|like|insist)\w*"
)
# The grammar's names for words that point to a place.
_HINTS = frozenset(
    {
        "ARTICLE",
        "NUMERAL",
        "ORDINAL",
        "PREAMBLE",
        "ANNEX",
        "PLURAL",
        "SECTION",
        "CHAPTER",
        "CLAUSE",
        "LETTERED",
    }
)


@dataclass(frozen=True, slots=True)
class Compilation:
    """The instructions of a document in reading order, and the passages on changes that were not understood."""

    instructions: tuple[Instruction, ...]
    findings: tuple[Finding, ...]


def compile(document: Document) -> Compilation:
    """What a document orders, proposes, accepts or refuses to change in a text.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> words = "Article 4. Replace word “areas” with “waters.”"
    >>> body = (Block(BlockKind.PARAGRAPH, words),)
    >>> (one,) = compile(Document(id="d2", title="Telegram", kind=Kind.TELEGRAM, body=body)).instructions
    >>> print(one.operations[0].target, one.operations[0].old, one.operations[0].new.words, sep=" | ")
    Article 4 | areas | waters
    """
    instructions: list[Instruction] = []
    findings: list[Finding] = []
    for passage in passages(document):
        for found in _read(document, passage):
            (instructions if isinstance(found, Instruction) else findings).append(found)  # type: ignore[arg-type]
    return Compilation(tuple(instructions), tuple(findings))


def _read(document: Document, passage: Passage) -> list[Instruction | Finding]:
    """The instructions of one passage, sentence by sentence; each may name the text for those after it."""
    found: list[Instruction | Finding] = []
    text_named = passage.text_named
    for first, last in sentences(passage.words):
        words = passage.words[first:last]
        intro = _introduction(words)
        if intro:
            text_named = next(iter(reversed(names(words[:intro]))), text_named)
            first, words = first + intro, words[intro:]
        text_named = _named_with_place(words) or text_named
        if not _CHANGE.search(unquoted(words)) or not (_QUOTE.search(words) or _PLACE.search(words)):
            continue
        opening = passage.opening if first == 0 else passage.start + first
        one = _instruction(document, passage, (opening, passage.start + first), words, text_named)
        if one is not None:
            found.append(one)
    return found


def _instruction(
    document: Document, passage: Passage, starts: tuple[int, int], words: str, text_named: str
) -> Instruction | Finding | None:
    """The instruction in a sentence. `starts`: where its caption begins, and the sentence itself."""
    opening, start = starts
    at = document.cite(opening, start + len(words))
    given = order(words, document=document.id, start=start) if _is_order(words) else None
    if given is None:
        message = "This speaks of a change, but how is not understood"
        return _unread("not-understood", message, words, at) if _may_order(words, passage) else None
    operations = tuple(_completed(operation, passage.caption) for operation in given.operations)
    hint = _hinted_place(given)
    if hint:
        return _unread("place-not-understood", f"“{hint}” points to a place that is not understood", words, at)
    if any(_is_vague(operation) for operation in operations):
        return _unread("place-not-understood", "This does not say which provision it changes", words, at)
    return Instruction(
        at=at,
        words=document.passage(at),
        operations=operations,
        status=_status(given, words),
        text_named=text_named,
        alternative=any(word.casefold().startswith("alternative") for _, word in given.beside),
        reported=_is_reported(words),
    )


def _unread(code: str, message: str, words: str, at: Citation) -> Finding:
    quoted = words if len(words) < 300 else f"{words[:200].rstrip()} … {words[-80:].lstrip()}"
    remedy = "Read the passage; if it is an instruction, enter the change by hand."
    return Finding(code, f"{message}: {quoted}", at, remedy)


def _is_order(words: str) -> bool:
    """Whether a sentence may be an order. A long one tells of changes; one that quotes nothing can only delete."""
    said = unquoted(words)
    if said == words:
        return len(said) <= _LONGEST_UNQUOTED and bool(_DELETION.search(said))
    return len(said) <= _LONGEST and bool(_NEAR_QUOTE.search(said))


def _may_order(words: str, passage: Passage) -> bool:
    """Whether a sentence that no grammar covers may yet be an instruction, so that a person should see it."""
    said = unquoted(words)
    placed = bool(_PLACE.search(said)) or passage.caption is not None
    if _COMMENT.match(words):
        return False
    return placed and (bool(_ORDERING.search(said)) or (said != words and not _is_reported(words)))


def _introduction(words: str) -> int:
    """How long the words are that only lead up to an instruction: 'The note should be revised as follows: Word ...'."""
    match = re.match(r"(?:\(?\w{1,2}[.)]\s+)?[^“”:]{3,160}:\s+(?=[A-Z(])", words)
    return match.end() if match else 0


def _named_with_place(words: str) -> str:
    """The text named right after a provision: 'Article VI draft treaty', 'Article 5 of our draft'."""
    said = unquoted(words)
    for match in _PLACE.finditer(said):
        name = named_after(said[match.end() :])
        if name:
            return name
    return ""


def _completed(operation: Operation, caption: Address | None) -> Operation:
    target = operation.target.within(caption)
    if isinstance(operation, RetainOnly):
        return replace(operation, target=target, kept=operation.kept.within(target))
    return replace(operation, target=target)


def _hinted_place(given: Order) -> str:
    """Words beside the order that point to a place which the order itself does not name."""
    if any(operation.target.outer for operation in given.operations):
        return ""
    hints = [word for kind, word in given.beside if kind in _HINTS]
    beside = " ".join(word for _, word in given.beside)
    if hints or re.search(r"(?i)\b(?:part|portion|half|beginning|end) of\b|\bpara(?:graph)? \d", beside):
        return beside
    return ""


def _is_vague(operation: Operation) -> bool:
    """A whole text that goes or is replaced by a quotation, with nothing that names it, is talk, not an order."""
    return isinstance(operation, (Replace, Delete)) and operation.target.steps[0].level is Level.WHOLE


def _status(given: Order, words: str) -> Status:
    beside = {kind for kind, _ in given.beside}
    if "REFUSAL" in beside:
        return Status.REJECTED
    if "CONDITION" in beside:
        return Status.TENTATIVE
    if "ASSENT" in beside:
        return Status.AGREED
    if "PROPOSAL" in beside or _is_reported(words):
        return Status.PROPOSED
    return Status.INSTRUCTED


def _is_reported(words: str) -> bool:
    """Whether the passage tells what another side changed or wishes, rather than orders it."""
    said = unquoted(words)
    return bool(_REPORTED.search(said) or _THIRD_PARTY.search(said))

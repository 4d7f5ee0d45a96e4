"""Compiles the instructions in a document: passages that change a draft, as typed operations.

Reads captions for the provision meant, and sentences by the grammars of `orders`. A sentence that speaks of a
change to a provision and is not understood becomes a finding; so does an order whose place is only hinted at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from travaux.amend.leads import is_plain_about, is_plain_lead
from travaux.amend.naming import is_specific, named_after, names, unquoted
from travaux.amend.operations import Delete, Instruction, Operation, Replace, RetainOnly, Status
from travaux.amend.orders import Order, order
from travaux.amend.passages import Passage, caption_at, passages
from travaux.findings import Citation, Finding
from travaux.record.document import Document
from travaux.text.address import WHOLE, Address, Level
from travaux.text.sentences import sentences

_CHANGE = re.compile(
    r"(?i)\b(?:substitut|replac(?!ement of)|insert|delet|omit|omission|eliminat|str[iu](?:ke|ck)|drop(?:ped)?\b|remov|"
    r"re-?phras|re-?word|revis|redraft|amend(?:ed)?\b|modif|chang|add(?:ed|ition of|ition at)?\b|includ|"
    r"(?:will|should|shall|now|to|would) reads?\b|reads?\b|consists?\b|should be used|renumber|mov(?:e|ed|ing)\b|"
    r"transpos)"
)
_PLACE = re.compile(
    r"(?i)\b(?:art(?:icle|\.) (?:[IVXLC]+|\d+)|preamble|(?:sub)?para(?:graph|\.)?s? (?:[IVXLC]+|\d+|\([a-z]\))|"
    r"(?:first|second|third|fourth|last|final|penultimate) (?:sentence|para\w*|clause|article|recital)|recital|"
    r"(?:point|item) (?:one|two|three|four|five|six|\d+|[IVX]+)|(?:latter|first|last) part)\b"
)
# Several places at once.
_PLACES = re.compile(
    r"(?i)\b(?:articles|paragraphs|paras|sub-?paragraphs|recitals|sentences) (?:[IVXLC]+|\d+|\([a-z]\))\b"
)
# What can be ordered without quoting anything.
_DELETION = re.compile(r"(?i)\b(?:delet|omit|omission|eliminat|str[iu](?:ke|ck)|drop|remov|consists? )")
_ORDERING = re.compile(
    r"(?i)\b(?:should|shall|will|must|to)(?: also| then| now)? (?:be|begin|include|end)\b|"
    r"(?:^\W*(?:\(?\w\)\W*)?|\bto )(?:substitute|replace|insert|delete|omit|strike|re-?word|re-?phrase|revise|redraft|"
    r"amend|change|add|renumber|move|transpose)\b"
)
# The verb of an order stands near the wording that it brings or takes away.
_NEAR_QUOTE = re.compile(rf"{_CHANGE.pattern}[^“”]{{0,110}}“”|“”[^“”]{{0,60}}?{_CHANGE.pattern.removeprefix('(?i)')}")
_INTRODUCTION = re.compile(r"(?:\(?\w{1,2}[.)]\s+)?[^“”:]{3,160}:\s+(?=[A-Z(])")
# What words that introduce a list say of all that is in it.
_REFUSING = re.compile(r"(?i)\b(?:reject|refus|oppos|not\b|cannot|unacceptable|declin|withdr|disregard|defeat|rescind)")
_CONDITIONAL = re.compile(
    r"(?i)\b(?:if|unless|fallback|fall-back|may (?:offer|propose|accept)|subject to|pending|last resort|"
    r"information only|failing|tentative|alternativ)\b"
)
_COMMENT = re.compile(r"(?i)\W*(?:comment|reason|note|remark)s?\b ?[:.–—]")
# Characters of an order beside what it quotes, and of one that quotes nothing.
_LONGEST, _LONGEST_UNQUOTED = 320, 200
_REPORTED = re.compile(
    r"(?i)\b(?:has|have|had|was|were)\b(?: been| also| now)* (?!agreed|accepted|decided|approved)"
    r"(?:\w+ed|struck|put|added)\b|^\W*(?:elimination|insertion|substitution|addition|deletion) of\b"
)
# Words with a capital that are no party: numerals, and those that tell somebody what to do.
_NO_PARTY = r"(?![IVXLC]+\b|(?:We|You|It|Please|Also|Dept|Department|Defense|Article)\b)"
_THIRD_PARTY = re.compile(
    rf"(?:\b(?:[Hh]e|[Tt]hey|[Ss]he)|\b{_NO_PARTY}[A-Z][\w’]+)(?: (?:also|now|then|would|again|will))* "
    r"(?:propos|suggest|wish|ask|request|want|prefer|recommend|like|insist|said|say|told|stat(?:e|ed)\b|thought|think|felt|"
    r"believ|argu(?:e|ing)|repl(?:y|ie)|explain|hop(?:e|ing)|consider|demand|claim|tabl|contend)\w*|"
    r"\b(?:[Hh]e|[Tt]hey|[Ss]he)(?: (?:also|now))? (?:will|would|may|might)\b"
)
_PARTYS_LIST = re.compile(
    rf"\b{_NO_PARTY}[A-Z][\w’]+(?: [a-z]+){{0,3}} (?:propos|suggest|request|tabl|submit|demand|want|wish|ask)\w*"
)
# 'Article I, as well as Article III,': a second provision joined to the first.
_SECOND_PLACE = re.compile(
    r"(?i)\b(?:and|or|as|well|with|also|plus)(?: [A-Z_]+)? (?:the )?(?:article|para\w*|preamble|annex) [A-Z]"
)
_HINT = re.compile(r"(?i)\b(?:part|portion|half|beginning|end) of\b|\bpara(?:graph)? \d")
_PLACES_NAMED = frozenset({"ARTICLE", "PREAMBLE", "PARAGRAPH", "SUBPARAGRAPH", "ANNEX", "RECITAL"})
# The grammar's names for words that point to a place.
_HINTS = frozenset({"NUMERAL", "ORDINAL", "PREAMBLE", "ANNEX", "PLURAL", "SECTION", "CHAPTER", "CLAUSE", "LETTERED"})


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence from `start` of the document's text, `said` its words with every quotation emptied; what captions
    and sentences before it say of its place and text; and where the passage begins that a person would quote."""

    start: int
    words: str
    said: str
    opening: int
    caption: Address | None
    text_named: str
    lead_in: str = ""
    place_before: str = ""

    @property
    def placed(self) -> bool:
        """Whether the sentence, or the caption above it, names a provision."""
        return self.caption is not None or bool(_PLACE.search(self.said) or _PLACES.search(self.said))


def _sentences(passage: Passage) -> Iterator[_Sentence]:
    """The sentences of a passage; each may name the place or the text for those after it."""
    caption, text_named, lead_in = passage.caption, passage.text_named, passage.lead_in
    opening, place = passage.opening, passage.place_before
    for first, last in sentences(passage.words):
        words = passage.words[first:last]
        opening = opening if opening < passage.start + first and not first else passage.start + first
        while found := caption_at(words):
            caption = found.at.within(caption)
            first, words = first + found.size, words[found.size :]
        intro = _introduction(words)
        if intro:
            text_named = next(iter(reversed(names(words[:intro]))), text_named)
            lead_in = lead_in if _COMMENT.match(words) else f"{lead_in} {words[:intro]}"
            first, words = first + intro, words[intro:]
        said = unquoted(words)
        if words:
            yield _Sentence(passage.start + first, words, said, opening, caption, text_named, lead_in, place)
        place = next((match.group() for match in _PLACE.finditer(said)), place)
        text_named = next((named.text for named in _named_texts(said) if named.start < 5), text_named)


def _read(document: Document, passage: Passage) -> Iterator[Instruction | Finding]:
    if not _may_hold_instructions(passage):
        return
    for sentence in _sentences(passage):
        quotes = sentence.said != sentence.words
        # 'Article IV. “...”': a caption and wording, without a verb.
        bare = quotes and sentence.caption is not None and not sentence.said.strip(" “”.:,")
        if bare or (_CHANGE.search(sentence.said) and (quotes or sentence.placed)):
            one = _instruction(document, sentence)
            if one is not None:
                yield one


def _may_hold_instructions(passage: Passage) -> bool:
    """A quick look that spares most of a record the closer ones."""
    quotes = "“" in passage.words or '"' in passage.words
    if quotes and passage.caption is not None:
        return True
    placed = passage.caption is not None or bool(_PLACE.search(passage.words) or _PLACES.search(passage.words))
    return (quotes or placed) and bool(_CHANGE.search(passage.words))


def _instruction(document: Document, sentence: _Sentence) -> Instruction | Finding | None:
    words = sentence.words
    at = document.cite(sentence.opening, sentence.start + len(words))
    given = order(words, document=document.id, start=sentence.start) if _is_order(sentence) else None
    if given is None:
        unread = _Doubt("not-understood", "This speaks of a change, but how is not understood")
        return _unread(unread, words, at) if _may_order(sentence) else None
    operations = tuple(_completed(operation, sentence.caption) for operation in given.operations)
    status, reported = _status(given, sentence)
    standing = status in (Status.TENTATIVE, Status.REJECTED) or reported
    doubt = _doubt_of_place(given, operations, sentence) or (None if standing else _doubt_of_lead(given))
    if doubt:
        return _unread(doubt, words, at)
    return Instruction(
        at=at,
        words=document.passage(at),
        operations=operations,
        status=status,
        text_named=_text_in_tail(given) or _text_with_target(sentence.said, operations) or sentence.text_named,
        alternative=any(each.words.casefold().startswith("alternative") for each in given.beside),
        reported=reported,
    )


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Why a sentence is not taken for the instruction that it may be."""

    code: str
    message: str


def _doubt_of_place(given: Order, operations: tuple[Operation, ...], sentence: _Sentence) -> _Doubt | None:
    hint = _second_place(given) or _hinted_place(given)
    unnamed = any(operation.target == WHOLE for operation in operations) and not is_specific(sentence.text_named)
    if not hint and unnamed:
        # 'Article II. Our lawyers dislike this. Replace ...': the place may be the one spoken of before.
        hint = sentence.place_before
    if hint:
        return _Doubt("place-not-understood", f"“{hint}” points to a place that is not understood")
    if any(_is_vague(operation) for operation in operations):
        return _Doubt("place-not-understood", "This does not say which provision it changes")
    return None


def _doubt_of_lead(given: Order) -> _Doubt | None:
    if is_plain_lead(given.lead) and is_plain_about(given.part("about")):
        return None
    return _Doubt("lead-not-understood", "The words beside this change may make it something else")


def _unread(doubt: _Doubt, words: str, at: Citation) -> Finding:
    quoted = words if len(words) < 300 else f"{words[:200].rstrip()} … {words[-80:].lstrip()}"
    remedy = "Read the passage; if it is an instruction, enter the change by hand."
    return Finding(doubt.code, f"{doubt.message}: {quoted}", at, remedy)


def _is_order(sentence: _Sentence) -> bool:
    """Whether a sentence may be an order. A long one tells of changes; one that quotes nothing can only delete."""
    said = sentence.said
    if said == sentence.words:
        return len(said) <= _LONGEST_UNQUOTED and bool(_DELETION.search(said))
    return len(said) <= _LONGEST and bool(_NEAR_QUOTE.search(said))


def _may_order(sentence: _Sentence) -> bool:
    """Whether a sentence that no grammar covers may yet be an instruction, so that a person should see it."""
    quotes = sentence.said != sentence.words
    names_text = quotes and any(is_specific(name) for name in names(sentence.said))
    if _COMMENT.match(sentence.words) or not (sentence.placed or names_text):
        return False
    return bool(_ORDERING.search(sentence.said)) or (quotes and not _is_reported(sentence.words))


def _introduction(words: str) -> int:
    """How long the words are that only lead up to an instruction: 'The note should be revised as follows: Word ...'."""
    match = _INTRODUCTION.match(words) if ": " in words else None
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class _NamedText:
    """A text named right after a provision at `start`: 'Article VI draft treaty', 'Article 5 of our draft'."""

    start: int
    place: str
    text: str


def _named_texts(said: str) -> list[_NamedText]:
    found = [(match, named_after(said[match.end() :])) for match in _PLACE.finditer(said)]
    return [_NamedText(match.start(), match.group(), name) for match, name in found if name]


def _text_with_target(said: str, operations: tuple[Operation, ...]) -> str:
    """The text named after the very provision that is changed; another provision's text is not meant."""
    targets = {step.value for operation in operations for step in operation.target.outer}
    return next((named.text for named in _named_texts(said) if named.place.split()[-1] in targets), "")


def _completed(operation: Operation, caption: Address | None) -> Operation:
    target = operation.target.within(caption)
    if isinstance(operation, RetainOnly):
        return replace(operation, target=target, kept=operation.kept.within(target))
    return replace(operation, target=target)


def _second_place(given: Order) -> str:
    """Words beside the order that name a second provision, which the order would leave out."""
    around = [each for each in given.beside if each.part != "about"]
    # 'Article I, as well as Article III, should be deleted': the order has only the latter.
    leads = bool(around) and around[0].part == "lead" and around[0].kind in _PLACES_NAMED
    # 'Articles II and III should be deleted': of several places the order has only the last.
    if leads or any(each.kind == "PLURAL" for each in around):
        return " ".join(each.words for each in around)
    about = " ".join(f"{each.words} {each.kind}" for each in given.beside if each.part == "about")
    return " ".join(each.words for each in given.beside) if _SECOND_PLACE.search(about) else ""


def _hinted_place(given: Order) -> str:
    """Words beside the order that point to a place which the order itself does not name."""
    named = [bool(operation.target.outer) for operation in given.operations]
    if all(named):
        return ""
    beside = " ".join(each.words for each in given.beside)
    if any(named):
        # Of two changes in one breath one names its article: whether the other is in the same is not said.
        return beside or "The place of one change"
    hinted = any(each.kind in _HINTS for each in given.beside) or _HINT.search(beside)
    return beside if hinted else ""


def _text_in_tail(given: Order) -> str:
    """The text that the words after an order name: '... in the consultation formula'."""
    tail = " ".join(each.words for each in given.beside if each.part == "tail")
    return next((name for name in names(tail) if is_specific(name)), "")


def _is_vague(operation: Operation) -> bool:
    """A whole text that goes or is replaced by a quotation, with nothing that names it, is talk, not an order."""
    return isinstance(operation, (Replace, Delete)) and operation.target.steps[0].level is Level.WHOLE


def _status(given: Order, sentence: _Sentence) -> tuple[Status, bool]:
    """How the passage stands to the change, and whether it only reports it; what introduces a list holds for it."""
    beside = {each.kind for each in given.beside}
    lead_in = sentence.lead_in
    reported = _is_reported(sentence.words) or bool(_PARTYS_LIST.search(lead_in))
    if "REFUSAL" in beside or _REFUSING.search(lead_in):
        return Status.REJECTED, reported
    if "CONDITION" in beside or _CONDITIONAL.search(lead_in):
        return Status.TENTATIVE, reported
    if "ASSENT" in beside:
        return Status.AGREED, reported
    if "PROPOSAL" in beside or reported:
        return Status.PROPOSED, reported
    return Status.INSTRUCTED, reported


def _is_reported(words: str) -> bool:
    """Whether the passage tells what another side changed or wishes, rather than orders it."""
    said = unquoted(words)
    return bool(_REPORTED.search(said) or _THIRD_PARTY.search(said))

"""Why a draft departs from a standard form: passages of the record that name a clause and speak of the form.

A passage is on a clause where it begins with its address ("(b) Article VI. Form gives access ..."), in a document that
speaks of a standard form; and a sentence that begins so in a paragraph that names the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from travaux.errors import UnreadableAddress
from travaux.findings import Citation
from travaux.record.document import BlockKind, Document
from travaux.text.address import Address, Level
from travaux.text.draft import Draft
from travaux.text.lines import same_number
from travaux.text.parse import parse
from travaux.text.sentences import sentences


class ReasonKind(StrEnum):
    """What is said of a clause: why it departs, or with what other instrument it is in conflict."""

    REASON = "reason"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Reason:
    """Words on a clause of a text. `draft` is the text's id and `clause` its address there.

    `at` cites the passage of the record that says it, or with which a clause is in conflict; None where a person gave a
    reason and cited nothing. `given` is True where a person gave it; `key` then tells it from others.
    """

    kind: ReasonKind
    draft: str
    clause: Address
    words: str
    at: Citation | None = None
    given: bool = False
    key: int = 0

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a reason has words")
        if self.kind is ReasonKind.CONFLICT and self.at is None:
            raise ValueError("a conflict cites the provision with which it is")

    def is_on(self, draft: str, at: Address | None) -> bool:
        """Whether it is on that clause of that draft."""
        return at is not None and self.draft == draft and _same(self.clause, at)


_FORM = re.compile(
    r"\b(?:[Ss]tandard|[Mm]odel|[Tt]ype) (?:[Ff]orm|[Tt]ype|[Aa]greement|[Tt]reaty|[Tt]ext|[Dd]raft|[Cc]lauses?)\b"
)
_NAMES_IT = re.compile(r"\b(?:Form|form|model|standard|Standard|Model)\b")
_ENUMERATED = re.compile(r"\s*(?:\(?[a-z\d]{1,3}[.)]|[–—-])\s+")
_CAPTION = re.compile(
    r"(?P<caption>(?:Article|Art\.|Paragraph|Annex|Part|Section) [IVXLC\d]+[a-z]?(?:[, ]+(?:first |second |third )?"
    r"(?:paragraph|sentence)(?: \d+)?)?|Preamble|Title)(?P<stop>\.|:| [–—-])?\s+(?=\S)"
)


def reasons(documents: Iterable[Document], form: Draft, draft: Draft) -> tuple[Reason, ...]:
    """The passages of the record that say why clauses depart from the form, in the order of the documents.

    Articles are numbered as in the form, but in a document that holds the draft itself, or names it as it stands.
    """
    return tuple(
        reason
        for document in documents
        if document.id != form.at.document and _FORM.search(document.text)
        for reason in _in_document(document, form, draft)
    )


def _in_document(document: Document, form: Draft, draft: Draft) -> Iterator[Reason]:
    own = document.id == draft.at.document
    start = 0
    for block in document.body:
        within = own and draft.at.start <= start < draft.at.end
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not within:
            for begin, end in _passages(block.text):
                reason = _reason(document, block.text, (start, begin, end), draft if own else form)
                if reason is not None:
                    yield reason
        start += len(block.text) + 1


def _passages(words: str) -> list[tuple[int, int]]:
    """A paragraph that begins with an address is one passage; of one that names the form, each sentence that does."""
    mark = _ENUMERATED.match(words)
    begin = mark.end() if mark else 0
    caption = _CAPTION.match(words, begin)
    if caption and caption["stop"]:
        return [(begin, len(words.rstrip()))]
    return list(sentences(words)) if _FORM.search(words) or _NAMES_IT.search(words) else []


def _reason(document: Document, words: str, place: tuple[int, int, int], text: Draft) -> Reason | None:
    start, begin, end = place
    caption = _CAPTION.match(words, begin)
    if caption is None:
        return None
    try:
        clause = parse(caption["caption"])
    except UnreadableAddress:
        return None
    first = caption.end() if caption["stop"] else begin
    return Reason(ReasonKind.REASON, text.id, clause, words[first:end], document.cite(start + first, start + end))


def _same(one: Address, other: Address) -> bool:
    """Whether two addresses are in the same article, preamble or annex."""
    first, second = _outermost(one), _outermost(other)
    return first[0] is second[0] and (first[1] == second[1] or same_number(first[1], second[1]))


def _outermost(at: Address) -> tuple[Level, str]:
    """The article that an address is in, without its part or chapter; else its first step."""
    article = next((step for step in at.steps if step.level is Level.ARTICLE), at.steps[0])
    return article.level, article.value

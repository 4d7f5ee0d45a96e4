"""Takes a document apart into the clauses that a library compares. What cannot be outlined is one passage."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.precedent.clause import Agreement, Clause, Dated
from travaux.record.document import BlockKind, Document, Kind
from travaux.text.addresses import addresses
from travaux.text.dates import dates
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.outline import outline
from travaux.text.parties import parties
from travaux.text.spot import Path, provision_at

# What holds clauses and is none itself; its own words, apart from a heading, are a clause.
_HOLDERS = frozenset(
    {
        ProvisionKind.PREAMBLE,
        ProvisionKind.PART,
        ProvisionKind.CHAPTER,
        ProvisionKind.SECTION,
        ProvisionKind.ANNEX,
        ProvisionKind.OFFER,
        ProvisionKind.REPLY,
        ProvisionKind.QUOTATION,
        ProvisionKind.TABLE,
    }
)
_CLAUSES = frozenset(
    {
        ProvisionKind.ARTICLE,
        ProvisionKind.PARAGRAPH,
        ProvisionKind.SUBPARAGRAPH,
        ProvisionKind.RECITAL,
        ProvisionKind.FORMULA,
        ProvisionKind.TESTIMONIUM,
    }
)
_KINDS = re.compile(
    r"(?i)\b(exchange of (?:notes|letters)|memorandum of understanding|joint communiqu[ée]|agreed minutes?|"
    r"protocol|convention|treaty|agreement|covenant|charter|pact|declaration|arrangement|statutes?|constitution|"
    r"amendments?|adjustments?|resolution|recommendations?|decision|regulations?|accord|acuerdo|tratado|convenio|"
    r"protocolo|vertrag|abkommen|acordo|accordo)\b"
)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Gathered:
    """An agreement with its clauses, in reading order."""

    agreement: Agreement
    clauses: tuple[Clause, ...]


def gather(document: Document, *, source: str = "") -> tuple[Gathered, ...]:
    """The agreements in a document, each with its clauses. `source` is the name of its file.

    A letter or a telegram is one text: the clauses of the drafts in it, and its own paragraphs. What holds no text of
    an instrument that can be outlined is kept as one passage.

    >>> from travaux.record.document import Block
    >>> body = ["Ferry Treaty", "Article 1", "The ferry runs daily.", "Article 2", "1. Fares are free.", "2. Dogs pay."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> (treaty,) = gather(Document(id="d1", title="Ferry Treaty", kind=Kind.AGREEMENT, body=blocks))
    >>> [(clause.address, clause.inner) for clause in treaty.clauses]
    [('Article 1', False), ('Article 2', False), ('Article 2, paragraph 1', True), ('Article 2, paragraph 2', True)]
    """
    drafts = tuple(draft for draft in outline(document) if _is_told_apart(draft))
    if document.kind is not Kind.AGREEMENT and _is_sent(document):
        return (_papers(document, drafts, source),)
    if not drafts:
        whole = Clause(address="the whole text", kind=ProvisionKind.PARAGRAPH, words=document.text)
        return (Gathered(_agreement(document, None, source), (whole,)),)
    several = len(drafts) > 1
    return tuple(
        Gathered(_agreement(document, draft, source, draft.id if several else ""), tuple(clauses(draft)))
        for draft in drafts
    )


def clauses(draft: Draft) -> Iterator[Clause]:
    """The clauses of a draft: its articles, the paragraphs of these where there are several, and what stands in no
    article."""
    named = addresses(draft)
    for path, inner in _paths(draft.provisions, ()):
        provision = provision_at(draft, path)
        holder = provision.kind in _HOLDERS
        words = words_of(provision.content) if holder else provision.wording
        if words.strip():
            yield Clause(
                address=str(named[path]),
                kind=provision.kind,
                words=words,
                label=words_of(provision.label).strip(),
                inner=inner,
            )


def _paths(siblings: Sequence[Provision], above: Path) -> Iterator[tuple[Path, bool]]:
    """The paths of the clauses among provisions and below them, and whether each is part of an article."""
    for index, provision in enumerate(siblings):
        path = (*above, index)
        if provision.kind in _HOLDERS:
            if provision.content:
                yield path, False
            yield from _paths(provision.children, path)
        elif provision.kind in _CLAUSES:
            yield path, False
            yield from _inner(provision, path)


def _inner(article: Provision, path: Path) -> Iterator[tuple[Path, bool]]:
    """The paragraphs of an article, where it is more than one of them."""
    if article.kind is not ProvisionKind.ARTICLE:
        return
    parts = [index for index, each in enumerate(article.children) if each.kind in _CLAUSES]
    if len(parts) > 1 or (parts and article.content):
        yield from (((*path, index), True) for index in parts)


def _is_told_apart(draft: Draft) -> bool:
    """Whether a draft has any provision beside titles and lines before its first article."""
    return any(each.kind in _CLAUSES - {ProvisionKind.FORMULA, ProvisionKind.TESTIMONIUM} for each in draft.walk())


def _is_sent(document: Document) -> bool:
    """Whether a document is a paper of the record, not the bare text of an instrument."""
    return bool(document.sender or document.addressee or document.number or document.dateline)


def _papers(document: Document, drafts: Sequence[Draft], source: str) -> Gathered:
    """A document that is no agreement by itself: the drafts in it, and its paragraphs outside these."""
    found = [clause for draft in drafts for clause in clauses(draft)]
    taken = [(draft.at.start, draft.at.end) for draft in drafts if draft.at.document == document.id]
    for count, (start, block) in enumerate(zip(document.starts, document.body, strict=True), start=1):
        inside = any(first <= start < last for first, last in taken)
        if block.kind is not BlockKind.HEADING and block.text.strip() and not inside:
            found.append(Clause(address=f"paragraph {count}", kind=ProvisionKind.PARAGRAPH, words=block.text))
    return Gathered(_agreement(document, None, source, kind=document.kind.value), tuple(found))


def _agreement(document: Document, draft: Draft | None, source: str, id: str = "", *, kind: str = "") -> Agreement:
    date, dated = _day(document, draft, source)
    title = " ".join((draft.title if draft else document.title).split())
    told = _KINDS.search(title)
    return Agreement(
        id=id or document.id,
        title=title or document.id,
        kind=kind or (told.group(1).casefold() if told else "agreement"),
        source=source,
        date=date,
        dated=dated,
        parties=tuple(party.short for party in parties(draft)) if draft else (),
        outlined=draft is not None or bool(kind),
    )


def _day(document: Document, draft: Draft | None, source: str) -> tuple[datetime.date | None, Dated]:
    """The day of an agreement: its own, that of its signatures, or the year that the name of its file ends on."""
    if document.date:
        return document.date, Dated.DOCUMENT
    for provision in draft.provisions if draft else ():
        if provision.kind in (ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE):
            for day in dates(provision.text):
                return day.date, Dated.SIGNED
    years = _YEAR.findall(source.rpartition("/")[2])
    return (datetime.date(int(years[0]), 1, 1), Dated.FILE_NAME) if years else (None, Dated.UNKNOWN)

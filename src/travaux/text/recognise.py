"""Says what outlining recognised in a draft, by which rules, and what it could not tell. Judges nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from travaux import numerals
from travaux.findings import Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.exchange import is_salutation
from travaux.text.misread_numbers import MISREAD
from travaux.text.outline import outline
from travaux.text.passages import passages
from travaux.text.tables import cells_apart
from travaux.text.unfold import CAPITALS, OPENINGS, SERIES

_DEFINITION = re.compile(
    r"[“\"‘'«][^”\"’'»]{1,80}[”\"’'»]\s*(?:means?|shall mean|includes?|refers? to|signifie|significa)\b"
)
_INDENT = re.compile(r"(?:[-–—•·*]|\(-\)) *(?=\w)")
_LOCUS = re.compile(r"(?i)\b(?:done|signed|fait|hecho|firmado|feito|вчинено|совершено)\b")
_FINAL = re.compile(
    r"(?i)\b(?:entry into force|enter into force|ratification|accession|denunciation|withdrawal|depositary|"
    r"authentic texts?|amendments?|reservations?|signature|termination|duration)\b"
)
_FIRST = re.compile(r"(?i)^(?:premi[eè]re?|primero|primeiro|[uú]nico)$")
_LONG = 2000

#: What is said of a rule by which line ends were found again.
_RULES = {
    CAPITALS: "The text lost its line ends; articles were told by their names in capitals and the next number.",
    SERIES: "The text lost its line ends; articles were told where the next number stands at the end of a sentence.",
    MISREAD: "Numbers of articles are misprinted; they were told where the next is called for: “Article 1 0” after 9.",
    OPENINGS: "The text lost its line ends and names no articles; recitals and paragraphs were told by their openings.",
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was told in one draft: how many provisions of each kind, its articles in order, where numbers are missing
    or come twice, the rules that found lost line ends, and what could not be told."""

    draft: Draft
    counts: dict[str, int]
    articles: tuple[str, ...]
    gaps: tuple[str, ...]
    twice: tuple[str, ...]
    rules: tuple[str, ...]
    findings: tuple[Finding, ...]


def recognise(document: Document) -> tuple[Recognised, ...]:
    """What was recognised in every draft of a document, in order.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> body = ["Ferry Treaty", "Article 1", "The ferry runs daily.", "Article 3", "Fares are free."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> (told,) = recognise(Document(id="d1", title="Ferry Treaty", kind=Kind.AGREEMENT, body=blocks))
    >>> told.articles, told.gaps
    (('1', '3'), ('2',))
    """
    return tuple(
        recognised(draft, passage.rules) for draft, passage in zip(outline(document), passages(document), strict=True)
    )


def recognised(draft: Draft, rules: tuple[str, ...] = ()) -> Recognised:
    """What was recognised in a draft; `rules` found its lines where these were lost."""
    every = tuple(draft.walk())
    own = (each for top in draft.provisions if top.kind is not ProvisionKind.ANNEX for each in top.walk())
    articles = tuple(each.number for each in own if each.kind is ProvisionKind.ARTICLE)
    gaps, twice = _gaps(articles), tuple(number for number, times in Counter(articles).items() if times > 1)
    findings = tuple(_findings(draft, every, rules, gaps))
    return Recognised(draft, _counts(every), articles, gaps, twice, rules, findings)


def _counts(every: Sequence[Provision]) -> dict[str, int]:
    """How many of each kind, in the order of kinds, then what kinds do not say: definitions, chapeaux, indents."""
    kinds = Counter(each.kind for each in every)
    counts = {kind.value: kinds[kind] for kind in ProvisionKind if kinds[kind]}
    more = {
        "chapeau": sum(bool(each.children) and words_of(each.content).rstrip().endswith(":") for each in every),
        "definition": sum(bool(_DEFINITION.match(words_of(each.content))) for each in every),
        "indent": sum(not each.number and bool(_INDENT.match(words_of(each.content))) for each in every),
        "final clause": sum(each.kind is ProvisionKind.ARTICLE and bool(_FINAL.search(_name(each))) for each in every),
        "locus and date": sum(
            each.kind in (ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE) and bool(_LOCUS.search(each.text))
            for each in every
        ),
    }
    return counts | {name: count for name, count in more.items() if count}


def _name(article: Provision) -> str:
    """What an article is called: its label and heading, or where it has none its first sentence."""
    heading = next((each.text for each in article.children if each.kind is ProvisionKind.HEADING), "")
    return f"{words_of(article.label)} {heading or article.wording[:120]}"


def _gaps(articles: Sequence[str]) -> tuple[str, ...]:
    """The numbers that a row of plain numbers leaves out."""
    values = [value for number in articles if (value := numerals.value(_FIRST.sub("1", number))) is not None]
    missing = sorted(set(range(1, max(values) + 1)) - set(values)) if values else []
    return tuple(map(str, missing))


def _findings(draft: Draft, every: Sequence[Provision], rules: tuple[str, ...], gaps: tuple[str, ...]) -> list[Finding]:
    found = [Finding(f"lines-{rule}", _RULES[rule], draft.at, severity=Severity.ASSUMED) for rule in rules]
    if gaps:
        message = f"No article with the number {', '.join(gaps[:10])}{' …' if len(gaps) > 10 else ''} was told."
        found.append(Finding("articles-missing", message, draft.at, "See whether the text has them.", Severity.NOTE))
    kinds = {each.kind for each in every}
    if ProvisionKind.OFFER not in kinds and sum(is_salutation(words_of(each.line)) for each in every) > 1:
        message = "Notes or letters stand in this text, and which of them replies to which was not told."
        found.append(
            Finding("exchange-not-told", message, draft.at, "Give each of them with its line ends.", Severity.NOTE)
        )
    if not kinds & {ProvisionKind.ARTICLE, ProvisionKind.OFFER}:
        message = "No article was told in this text."
        found.append(Finding("articles-none", message, draft.at, "It may be in paragraphs only.", Severity.NOTE))
    printed = [each for each in every if each.line]
    apart = cells_apart([words_of(each.line) for each in printed])
    if apart:
        message = (
            f"{len(apart)} lines that are numbers, one after the other with few words between them, may count the rows "
            "of a table whose cells stand each on a line of its own; no row of it was told."
        )
        at = printed[apart[0]].line[0].origin
        found.append(Finding("cells-apart", message, at, "Give each row on one line.", Severity.NOTE))
    long = [each for each in every if len(words_of(each.content)) > _LONG]
    for each in long[:20]:
        size = len(words_of(each.content))
        message = f"A {each.kind.value} of {size:,} characters may hold lines that were not told apart."
        found.append(Finding("lines-lost", message, each.content[0].origin, "Give the text with its line ends."))
    return found

"""References of a text to itself that lead nowhere, or to where they stand.

What a reference leads to is told from the words right after it: "of this Treaty" and "above" are this text, "of the
Charter" and "thereof" another one, which is not looked up. A bare one is of this text, unless the text changes another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux import numerals
from travaux.findings import Finding, Severity
from travaux.text import lines
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.lint_lines import Place, amends, body_of, places
from travaux.text.provisions_named import provisions_named
from travaux.text.spot import provision_at

_KINDS = (
    r"treaty|agreement|convention|protocol|covenant|pact|charter|arrangement|memorandum|statute|constitution|decision|"
    r"declaration"
)
_OURS = re.compile(
    rf"(?i)\W*(?:of|to|in|under) (?:this|the present) (?:{_KINDS})\b|\W*(?:above|below|hereof|hereto|hereafter)\b"
)
_HERE = re.compile(r"(?i)\W*(?:of|to|in|under) (?:this|the present|the same) (?:article|paragraph)\b")
# What follows a reference to another text: 'of the Charter', 'of Regulation 12', 'thereof', 'of ADR'.
_THEIRS = re.compile(
    r"(?i)[,)\s]*(?:thereof|(?:\(\w+\) )?"
    r"(?:of|to|in|under) (?:(?:the|that|those|said|its|their|his|each|any|such|an?)\b|[A-Z“\"]))"
    r"|[,)\s]*(?-i:GATT|GATS|TRIPS|[A-Z]{3,})\b|[,)\s]*(?:article|section|paragraph)"
)
_BEFORE = re.compile(r"(?i)(?:\b(?:its|their|whose|former|new|old|existing|said)|[’']s?)\s*$")
_CHECKED = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.SUBPARAGRAPH})
_REMEDY = "See which provision is meant."


def references(draft: Draft) -> Iterator[Finding]:
    """The references to articles, paragraphs and letters of the text itself that lead nowhere."""
    bodies = body_of(draft)
    articles = [each for body in bodies for each in body.walk() if each.kind is ProvisionKind.ARTICLE]
    changes = amends(draft)
    for place in places(draft):
        outermost = draft.provisions[place.path[0]].kind
        if outermost is ProvisionKind.TITLE or not (place.path[0] < len(bodies) or outermost is ProvisionKind.ANNEX):
            continue
        for named in provisions_named(place):
            sure = is_of_this(place.words, named.end)
            if not sure and (
                outermost is ProvisionKind.PREAMBLE
                or changes
                or is_of_another(place.words, named.start, named.end)
                or outermost is ProvisionKind.ANNEX
            ):
                continue
            for address in named.addresses:
                yield from _checked(draft, articles, place, address, (named.start, named.end))


def is_of_this(words: str, end: int) -> bool:
    """Whether what follows a reference that ends there says that it is to this text: 'of this Treaty', 'above'."""
    return bool(_OURS.match(words, end))


def is_of_another(words: str, start: int, end: int) -> bool:
    """Whether the words around a reference say that it is to another text."""
    if _HERE.match(words, end):
        return False
    if re.match(r"[-–.]\d", words[end : end + 2]):
        # "Article 1-04" counts by chapter in a way that is not read.
        return True
    return bool(_THEIRS.match(words, end) or _BEFORE.search(words, 0, start)) or _after_another(words, start)


def _after_another(words: str, start: int) -> bool:
    """Whether the instrument is named before its article: 'the Charter, in particular Article 51'."""
    clause = re.split(r"[.;:]", words[:start])[-1]
    return bool(
        re.search(
            rf"\b(?:the|that|said) (?:[A-Z][\w’'-]* ){{0,6}}(?i:{_KINDS}|act|regulations?|rules?|law|code)\b", clause
        )
    )


def _checked(
    draft: Draft, articles: list[Provision], place: Place, address: Address, span: tuple[int, int]
) -> Iterator[Finding]:
    if any(step.level not in _CHECKED for step in address.steps) or not all(step.value for step in address.steps):
        return
    own = _article_above(draft, place)
    steps = list(address.steps)
    if steps[0].level is Level.ARTICLE:
        number = steps.pop(0).value
        found = [each for each in articles if lines.same_number(each.number, number)]
        if not articles or not _is_number(number) or (_by_chapter(articles[0].number) and not _by_chapter(number)):
            return
        if not found:
            yield _nowhere(place, f"Article {number}", "there is none", span)
            return
        if own is not None and found == [own] and not steps:
            message = f"{place.name} refers to Article {number}, in which it stands."
            yield Finding("reference-to-itself", message, place.cite(*span), "It may be another.", Severity.NOTE)
        home = found[0] if len(found) == 1 else None
        name = f"Article {number}"
    else:
        home, name = own, f"Article {own.number}" if own is not None else ""
    for step in steps:
        if home is None or not _may_have(home, step):
            return
        below = _below(home, step)
        if not below and f"({step.value})" in home.text:
            return
        if not below:
            yield _nowhere(place, f"{step} of {name}", f"{name} has none", span)
            return
        home, name = below, f"{step} of {name}"


def _by_chapter(number: str) -> bool:
    """Whether a number counts an article within its chapter: '2.10'."""
    return "." in number


def _is_number(number: str) -> bool:
    return numerals.value(number.split(" ")[0]) is not None and number.split(" ")[0].lower() not in ("one", "two")


def _article_above(draft: Draft, place: Place) -> Provision | None:
    for size in range(len(place.path), 0, -1):
        above = provision_at(draft, place.path[:size])
        if above.kind is ProvisionKind.ARTICLE:
            return above
    return None


def _may_have(home: Provision, step: Step) -> bool:
    """Whether a provision has numbers of that level at all; what is printed without numbers is not counted here."""
    kind = ProvisionKind.PARAGRAPH if step.level is Level.PARAGRAPH else ProvisionKind.SUBPARAGRAPH
    if numerals.ordinal(step.value) is not None or "." in step.value or step.value.startswith("0"):
        return False
    return any(each.kind is kind and each.number for each in home.walk())


def _below(home: Provision, step: Step) -> Provision | None:
    return next(
        (
            each
            for each in home.walk()
            if each is not home and each.number and lines.same_number(each.number, step.value)
        ),
        None,
    )


def _nowhere(place: Place, what: str, why: str, span: tuple[int, int]) -> Finding:
    return Finding("reference-nowhere", f"{place.name} refers to {what}, and {why}.", place.cite(*span), _REMEDY)

"""What an order is on: the provisions that its words name, an instrument, words given, or a subject."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from travaux.mandate.directives_said import Directive, ObjectKind
from travaux.text.address import Address
from travaux.text.fold import GRAMMAR
from travaux.text.parse import read_at
from travaux.text.scan import scanner

_INSTRUMENT = re.compile(
    r"\b(?i:treaty|agreement|convention|protocol|note|notes|minute|draft|communiqu[eé]|memorandum|resolution|"
    r"declaration|exchange of notes|aide-m[eé]moire|arrangement)\b"
)
#: With what a sentence begins that says first what it is on; the words behind name that, and order nothing.
_LEAD = re.compile(
    r"(?i)\W*(?:\w{1,3}[.)] )?(?:in(?: the case of)?|on|re|for|as to|as (?:for|regards)|"
    r"with (?:regard|respect|reference) to|regarding|concerning|under|in (?:regard|respect|connection) (?:to|of|with)) "
    r"(?=(?:[\w()-]+,? ){1,8}\W*$)"
)


@lru_cache(maxsize=4096)
def addresses_in(words: str) -> tuple[Address, ...]:
    """The provisions that words name, in order, each once."""
    tokens = scanner(GRAMMAR, "address unsaid").scan(words)
    found: dict[Address, None] = {}
    at = 0
    while at < len(tokens):
        named = read_at(tokens, at) if tokens[at].kind in ("ARTICLE", "PARAGRAPH", "PREAMBLE", "SUBPARAGRAPH") else None
        if named is None:
            at += 1
            continue
        counted = [one for one in named.addresses if one.steps[0].value or one.steps[0].level.value == "preamble"]
        found.update(dict.fromkeys(counted))
        at = named.last
    return tuple(found)


def in_place(directive: Directive, before: str) -> Directive:
    """A directive that names no provision, with those that the words before it in its sentence say it is on: 'In
    Article 5 you may ...', 'Re Article 6, you ...'."""
    found = None if directive.addresses else _LEAD.match(before)
    named = addresses_in(before[found.end() :]) if found else ()
    if not named:
        return directive
    placed = replace(directive, addresses=named)
    return replace(placed, kind=kind_of(placed))


def kind_of(directive: Directive) -> ObjectKind:
    """The kind of what a directive is on."""
    if directive.wording is not None:
        return ObjectKind.WORDING
    if directive.addresses:
        return ObjectKind.PROVISION
    said = directive.object.words if directive.object else ""
    if len(said) < 120 and _INSTRUMENT.search(said):
        return ObjectKind.INSTRUMENT
    return ObjectKind.ISSUE

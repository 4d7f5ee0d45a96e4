"""The words that a directive gives to be used, and whether they are all of a provision or come into one.

Of "replace X with Y" Y is given, of "delete X" nothing: X is what goes. Reads the words of the directive alone, and
does not say what a text becomes by it; that is told by its instructions (`amend`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.amend.quotes import Quotation, quotations
from travaux.mandate.directives_said import Directive, Said

#: Before a quotation: its words go. "substitute B for A" has A behind "for".
_GOES = re.compile(
    r"(?i)\b(?:replac(?:e|ing)|delet(?:e|ing|ion of)|omit(?:ting)?|omission of|drop(?:ping)?|strik(?:e|ing)(?: out)?"
    r"|eliminat(?:e|ing|ion of)|remov(?:e|ing|al of)|chang(?:e|ing)|revis(?:e|ing)|amend(?:ing)?)\b[^“”\"]{0,40}$"
)
_FOR = re.compile(r"(?i)\b(?:for|in (?:the )?place of|instead of|in lieu of)\b[^“”\"]{0,30}$")
#: Before a quotation: it is what another was taken in place of, or is left out of what may be taken.
_AGAINST = re.compile(
    r"(?i)(?:\b(?:instead of|rather than|in (?:place|lieu) of|in preference to|as (?:against|opposed to)|(?:and|but) "
    r"not|except|other than)|[”\"],? for)"
    r"(?: (?:the |any |its )?(?:\w+ )?(?:words?|phrases?|sentences?|clauses?|wording|text))? *$"
)
#: Behind a quotation: the same.
_WENT = re.compile(
    r"(?i)^[^“”\"]{0,40}\b(?:be|are|is)\b (?:\w+ )?(?:replaced|deleted|omitted|dropped|struck|eliminated|removed"
    r"|changed|revised|amended)\b"
)
#: Between what goes and what comes.
_COMES = re.compile(r"(?i)\b(?:with|by|to|as|read|substitut\w+)\b[^“”\"]{0,40}$")
_SUBSTITUTE = re.compile(r"(?i)\bsubstitut\w+\b")
#: What comes into a provision that says more.
_ADDED = re.compile(
    r"(?i)\b(?:insert\w*|append\w*|addition(?:al)?|adding|add(?! (?:an? |the )?(?:new )?(?:articles?|preamble)\b))\b"
)
#: What is a part of a provision.
_PART = re.compile(r"(?i)\b(?:sentences?|phrases?|clauses?|(?:sub)?paragraphs?|(?:sub)?paras?)\b")


@dataclass(frozen=True, slots=True)
class Given:
    """Words given to be used. `partly`: they come into what the directive names, or are a part of it alone."""

    said: Said
    partly: bool


def given(directive: Directive) -> Given | None:
    """The words that a directive gives; None where it gives none, or quotes only what is to go."""
    said = directive.wording
    if said is None:
        return None
    words, first = directive.words, directive.at.start
    found = quotations(words)
    own = next((each for each in found if first + each.first == said.at.start), None)
    around = words if own is None else f"{words[: own.start]} {words[own.end :]}"
    deeper = any(len(each.steps) > 1 for each in directive.addresses)
    if own is None or not _goes(words, own):
        swapped = own is not None and any(_goes(words, each) for each in found if each != own)
        added = _ADDED.search(around) is not None
        # Where the part is named, the words are all of that.
        return Given(said, swapped or added or (not deeper and _PART.search(around) is not None))
    comes = next((each for each in found if each.start > own.end and _COMES.search(words[own.end : each.start])), None)
    if comes is None and _AGAINST.search(words[: own.start]):
        comes = next((each for each in found if each.start < own.start and not _goes(words, each)), None)
    if comes is None:
        return None
    at = replace(said.at, start=first + comes.first, end=first + comes.last)
    return Given(Said(words[comes.first : comes.last], at), partly=True)


def _goes(words: str, quoted: Quotation) -> bool:
    """Whether the words of a quotation are those that are to go."""
    before, behind = words[: quoted.start], words[quoted.end :]
    if _AGAINST.search(before):
        return True
    verb = _GOES.search(before)
    if verb is not None and not _COMES.search(before, verb.start()):
        return True
    return bool(_WENT.match(behind)) or bool(_SUBSTITUTE.search(before) and _FOR.search(before))

"""The words that other texts would need once a draft is in force. Proposed, with the clause that asks for each; which
provision takes the place of one that has ended is left to a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.status.instrument import Instrument
from travaux.status.references import Reference
from travaux.status.state import Rule
from travaux.status.terms import ReadAs, Supersession
from travaux.text.address import Address
from travaux.text.draft import Draft


class Effect(StrEnum):
    """What becomes of a reference in another text."""

    NOTHING = "points at what has ended"
    READ_AS = "is to be read otherwise"


@dataclass(frozen=True, slots=True)
class Affected:
    """A reference in the text of `instrument` that no longer stands as it did, and why."""

    instrument: str
    reference: Reference
    effect: Effect
    rule: Rule


@dataclass(frozen=True, slots=True)
class Proposal:
    """For `old` in the provision at `within` of the text of `instrument` there would have to stand `new`; `at` cites
    the clause that asks for it. `times` is how often the words stand there so. `open`: part of `new` stands in
    brackets, for a person to choose."""

    instrument: str
    text: str
    within: Address
    old: str
    new: str
    at: Citation
    times: int = 1
    open: bool = False


# What may be left of "as references to" before what references lead to.
_TO = re.compile(r"(?i)^(?:references? )?to ")
_SMALL = frozenset("a an and as at by for from in of on or the to with between concerning".split())
_THIS = re.compile(r"\b(?:[Tt]his|[Tt]he present) [A-Z]\w*")


def proposals(instrument: Instrument, affected: Sequence[Affected], texts: Mapping[str, Draft]) -> tuple[Proposal, ...]:
    """The words that texts would need; none where what ended has nothing in its place."""
    return tuple(_proposals(instrument, affected, texts))


def _proposals(instrument: Instrument, affected: Sequence[Affected], texts: Mapping[str, Draft]) -> Iterator[Proposal]:
    name = f"the {_in_small(instrument.title).removeprefix('The ').removeprefix('the ')}"
    terms = {Rule(term.words, term.at): term for term in instrument.clauses.of(ReadAs)}
    replaces = {Rule(term.words, term.at) for term in instrument.clauses.of(Supersession)}
    times = Counter(_key(each) for each in affected)
    told: set[tuple[str, Address, str]] = set()
    for each in affected:
        reference, open_ = each.reference, False
        if each.effect is Effect.READ_AS:
            new = _THIS.sub(name, _TO.sub("", terms[each.rule].new))
            whole = names_provision(terms[each.rule].old) or not reference.provision
            words = new if whole else reference.words.replace(reference.named, new)
        elif each.rule in replaces or each.rule.words.startswith(f"{instrument.id} supersedes"):
            open_ = reference.provision is not None
            words = f"[the provision to be chosen] of {name}" if open_ else name
        else:
            continue
        if reference.words[:1].isupper() and words.startswith("the "):
            words = f"T{words[1:]}"
        key = _key(each)
        at = each.rule.at or instrument.at
        if key not in told:
            told.add(key)
            yield Proposal(
                each.instrument,
                texts[each.instrument].id,
                reference.within,
                reference.words,
                words,
                at,
                times[key],
                open_,
            )


def _in_small(title: str) -> str:
    """A title as it stands in a sentence: one in capitals with capitals only where words of a name begin.

    >>> _in_small("TREATY OF NAVIGATION IN THE STRAIT OF ILVANE")
    'Treaty of Navigation in the Strait of Ilvane'
    """
    if not title.isupper():
        return title
    words = (word.lower() if word.lower() in _SMALL else word.title() for word in title.split())
    return " ".join(words)


def _key(each: Affected) -> tuple[str, Address, str]:
    return each.instrument, each.reference.within, each.reference.words


def names_provision(words: str) -> bool:
    """Whether what a clause turns is a provision, and not an instrument as a whole."""
    return bool(re.match(r"(?i)\W*(?:the )?(?:articles?|paragraphs?|sections?)\b", words))

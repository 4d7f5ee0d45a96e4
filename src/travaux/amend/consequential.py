"""Consequential amendments: what a draft would change in the texts of other instruments, as operations on them.

Each is tried on its text. One that does not fit, or would touch words that mean something else, is told with why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from travaux.amend.consolidate import consolidate
from travaux.amend.formal_words import formal_words
from travaux.amend.operations import SubstituteWords, Words
from travaux.errors import UnknownProvision
from travaux.findings import Finding
from travaux.status.proposals import Proposal
from travaux.text.draft import Draft
from travaux.text.locate import locate, provision_at


@dataclass(frozen=True, slots=True)
class Consequence:
    """What is proposed for a text, as an operation and in `words` that order it; `refused` says why it does not fit."""

    proposal: Proposal
    operation: SubstituteWords
    words: str
    refused: Finding | None = None


def consequential(proposals: tuple[Proposal, ...], texts: Mapping[str, Draft]) -> tuple[Consequence, ...]:
    """The amendments that `proposals` ask for, in the order in which they are to be applied; `texts` are by id of the
    instrument. Of two in one text the longer words go first, since the shorter may stand in them."""
    found: list[Consequence] = []
    for ident in dict.fromkeys(each.instrument for each in proposals):
        own = [each for each in proposals if each.instrument == ident]
        found.extend(_in_text(texts[ident], sorted(own, key=lambda each: -len(each.old))))
    return tuple(found)


def _in_text(text: Draft, proposals: list[Proposal]) -> Iterator[Consequence]:
    for each in proposals:
        operation = SubstituteWords(each.within, each.old, Words(each.new, each.at), throughout=each.times > 1)
        refused = _elsewhere_too(text, each)
        if refused is None:
            done = consolidate(text, (operation,), at=each.at)
            refused = done.refused[0][1] if done.refused else None
            text = done.draft
        yield Consequence(each, operation, formal_words(operation), refused)


def _elsewhere_too(text: Draft, proposal: Proposal) -> Finding | None:
    """Why words cannot be replaced: they stand in the provision more often than they refer to what is changed."""
    try:
        spot = locate(text, proposal.within)
    except UnknownProvision:
        return None  # Applying it says so, with the place.
    count = provision_at(text, spot.path).text.count(proposal.old) if spot.path else proposal.times
    if count <= proposal.times:
        return None
    message = f"“{proposal.old}” stands {count} times in {proposal.within}, and {proposal.times} of them refer to it."
    return Finding("words-elsewhere-too", message, proposal.at, "Amend the provision as a whole.")

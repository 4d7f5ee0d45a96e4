"""Puts a quoted text in the place of a provision, of several, or of a stretch of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from travaux.amend.change import Change
from travaux.amend.operations import DeleteStretch, InsertWords, Operation, Place, Replace, Words
from travaux.amend.parts import Thing
from travaux.amend.targets import Focus, in_a_row, without_notes
from travaux.text.address import Address, Level

# How passages break a quotation off; the longer before those that they end with.
_BROKEN_OFF = (
    *(" . . . etc.", " . . . . etc.", " . . . .", ". . . .", " . . .", "…", " . . . etc"),
    *(", et cetera", ", etc.", " etc."),
)
_BEGINS = re.compile(r"(?i)\bbegin(?:s|ning)?\b")


def recasting(order: Change, targets: Focus, new: Thing) -> Iterator[Operation]:
    """The replacement of each target by the quoted text of a thing."""
    for target in without_notes(in_a_row(targets)):
        for wording in new.quoted[:1]:
            words = order.source.words(wording, fragment=False)
            bare = _unelided(words)
            yield Replace(target, bare, elided=bare is not words or _is_beginning(order, target))


def recasting_after(order: Change, targets: Focus, place: Place, new: Thing) -> Iterator[Operation]:
    """'All of paragraph 2 after “x” is replaced by “y”': what follows goes, and the new words come in its place."""
    words = order.source.words(new.quoted[0], fragment=True)
    for target in targets:
        yield DeleteStretch(target, after=place.anchor)
        yield InsertWords(target, place, words)


def _unelided(words: Words) -> Words:
    """Quoted words without the dots or 'etc.' that break them off, or the same object."""
    for mark in _BROKEN_OFF:
        if words.words.endswith(mark) and len(words.words) > len(mark):
            kept = words.words.removesuffix(mark).rstrip()
            return Words(kept, replace(words.at, end=words.at.start + len(kept)))
    return words


def _is_beginning(order: Change, target: Address) -> bool:
    """'To have Article VI begin “...”': the rest of it stands."""
    begins = any(chunk.kind == "INTRO" and _BEGINS.search(chunk.words) for chunk in order.clause.chunks)
    return begins and target.steps[-1].level is not Level.PORTION

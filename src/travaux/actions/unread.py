"""Finds the sentences of messages that speak of a proposal and may order something, and in which no order was read.

What a check says rests on the orders that were read; these a person reads before relying on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.actions.mandate import standing, up_to
from travaux.desk import convert
from travaux.findings import Citation
from travaux.mandate.likeness import likeness, telling

#: So much of the telling words of the proposal or of the sentence, whichever has fewer, are the same.
_SPEAKS_OF = 0.6
#: So many are told, the newest.
_MOST = 5


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence in which no order was read: where it stands, its words, and the day of its message."""

    at: Citation
    words: str
    date: datetime.date | None


def unread(proposal: str, on: datetime.date) -> tuple[Unread, ...]:
    """The newest such sentences of messages up to a day, at most five; none for words that say too little."""
    if len(telling(proposal)) < 2:
        return ()
    found = sorted(_speaking(proposal, on), key=lambda each: each.date or datetime.date.min, reverse=True)
    return tuple(found[:_MOST])


def _speaking(proposal: str, on: datetime.date) -> Iterator[Unread]:
    for row, told, _ in standing(up_to(on)):
        left = (*told.possible, *(each.at for each in told.findings))
        document = convert.document(row) if left else None
        for at in left if document else ():
            words = document.passage(at) if document else ""
            if len(telling(words)) > 1 and likeness(words, proposal) >= _SPEAKS_OF:
                yield Unread(at, words, row.date or row.filed)

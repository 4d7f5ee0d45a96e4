"""Holds a proposal against the mandate of the open file, and finds the sentences of messages that speak of it and may
order something, and in which no order was read.

What a check says rests on the orders that were read; these a person reads before relying on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from travaux.actions.mandate import standing, up_to
from travaux.desk import convert
from travaux.mandate.check import check
from travaux.mandate.doubt import Unread, ending, in_doubt, is_on, speaks_of
from travaux.mandate.on import Mandate
from travaux.mandate.verdict import Check
from travaux.text.address import Address

#: So many are told, the newest.
_MOST = 5


def held_against(mandate: Mandate, words: str, address: Address | None) -> tuple[Check, tuple[Unread, ...]]:
    """Words against a mandate, and the newest sentences that were not read as orders and speak of them or may end what
    decides, at most five. What such a sentence may have ended is undetermined."""
    left = unread(words, mandate.on)
    held = check(mandate, words, address=address)
    later = ending(held, left)
    shown = tuple(each for each in left if each in later or speaks_of(each.words, words))
    return in_doubt(held, left), shown[:_MOST]


def unread(proposal: str, on: datetime.date) -> tuple[Unread, ...]:
    """Sentences of messages up to a day that were not read as orders, and speak of a proposal or may end an order on a
    part of it, the newest first; of a thing told with one word the latter alone."""
    found = sorted(_speaking(proposal, on), key=lambda each: each.date or datetime.date.min, reverse=True)
    return tuple(found)


def _speaking(proposal: str, on: datetime.date) -> Iterator[Unread]:
    for row, told, _ in standing(up_to(on)):
        left = (*told.possible, *(each.at for each in told.findings))
        document = convert.document(row) if left else None
        for at in left if document else ():
            words = document.passage(at) if document else ""
            if is_on(words, proposal):
                yield Unread(at, words, row.date or row.filed)

"""Lays a redline of two drafts out provision by provision, for one column or two."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.compare.overlay import overlay
from travaux.compare.redline import Redline, sections
from travaux.text.address import Address
from travaux.text.draft import Draft
from travaux.web.draft.reading import address_of


@dataclass(frozen=True, slots=True)
class Compared:
    """A provision of two drafts laid over each other; `was` is its name before, where it had another.

    `gone` where the later draft does not have it any more.
    """

    address: Address | None
    was: Address | None
    gone: bool
    redline: Redline


def provisions(before: Draft, after: Draft) -> tuple[Compared, ...]:
    """The provisions of two drafts that answer to each other, with what changed in each."""
    compared = []
    for _, pair, redline in sections(overlay(before, after, legible=True)):
        earlier = address_of(pair.before) if pair.before else None
        later = address_of(pair.after) if pair.after else earlier
        compared.append(Compared(later, earlier if earlier != later else None, pair.after is None, redline))
    return tuple(compared)

"""Tells which authorised words hold at an address where words for a part of a provision were given after those for all
of it: the newer ones for the part, the older ones for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.mandate.on import Path, Wording, is_first, path
from travaux.text.address import Address


def later_parts(wording: Wording, wordings: Sequence[Wording], *, within: Address | None) -> tuple[Wording, ...]:
    """The words that were given for a part of those of a wording after it, as far as they are for what is `within` an
    address."""
    if wording.address is None or within is None:
        return ()
    return tuple(
        each
        for each in wordings
        if each.address is not None and _is_in(path(each.address), path(within)) and _is_later(each, wording)
    )


def standing_at(wordings: Sequence[Wording], address: Address) -> list[Wording]:
    """The wordings of what stands at an address, of a part of it, and of what it is in where no newer words were given
    for the part that is asked of."""
    at = path(address)
    there = [(path(each.address), each) for each in wordings if each.address is not None]
    found = [each for own, each in there if _is_in(own, at) or _is_in(at, own)]
    newer = [each for own, each in there if _is_in(at, own)]
    return [each for each in found if not any(_is_later(part, each) for part in newer)]


def _is_later(one: Wording, other: Wording) -> bool:
    """Whether a wording is a first choice for a part of another, given after it."""
    if one.address is None or other.address is None or one.date is None or other.date is None:
        return False
    part, all_ = path(one.address), path(other.address)
    return is_first(one) and part != all_ and _is_in(part, all_) and one.date > other.date


def _is_in(one: Path, other: Path) -> bool:
    return one[: len(other)] == other

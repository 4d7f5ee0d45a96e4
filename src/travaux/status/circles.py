"""Articles that each leave a matter to the other: 'as provided in Article 6', and Article 6 'subject to Article 4'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.findings import Citation, Finding, Severity

#: What stands before a reference to which a provision leaves the matter.
_DEFERS = re.compile(
    r"(?i)\b(?:as (?:is |are )?(?:provided|defined|set (?:out|forth)|laid down|specified|described|determined)|"
    r"subject to|in accordance with|in the manner of)\b[^.;]{0,30}$"
)


@dataclass(frozen=True, slots=True)
class Deferral:
    """One article, as an address names it, leaves a matter to another, in the words at `at`."""

    of: str
    to: str
    at: Citation


def defers(before: str) -> bool:
    """Whether the words before a reference leave the matter to what it leads to.

    >>> defers("Pilots shall be paid as provided in "), defers("Notice under ")
    (True, False)
    """
    return bool(_DEFERS.search(before))


def circles(deferrals: Sequence[Deferral]) -> Iterator[Finding]:
    """A finding for each ring of articles that leads back to its first; a note, since each may say something itself."""
    leads: dict[str, dict[str, Deferral]] = {}
    for each in deferrals:
        if each.of != each.to:
            leads.setdefault(each.of, {}).setdefault(each.to, each)
    told: set[frozenset[str]] = set()
    for first in leads:
        ring = _ring(leads, first)
        if ring and frozenset(ring) not in told:
            told.add(frozenset(ring))
            said = ", ".join(f"{of} to {to}" for of, to in zip(ring, [*ring[1:], first], strict=True))
            message = f"Each leaves the matter to the next, and the last to the first: {said}."
            at = leads[first][ring[1]].at
            yield Finding("references-in-a-circle", message, at, "See that one of them settles it.", Severity.NOTE)


def _ring(leads: dict[str, dict[str, Deferral]], first: str) -> list[str]:
    """The shortest way from an article back to it; [] where there is none."""
    ways = [[first]]
    seen: set[str] = set()
    for way in ways:
        for to in leads.get(way[-1], {}):
            if to == first:
                return way
            if to not in seen:
                seen.add(to)
                ways.append([*way, to])
    return []

"""Which provision of one draft became which of the next: the addresses that changed, followed both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.text.address import Address


@dataclass(frozen=True, slots=True)
class Succession:
    """`before` in the one draft is `after` in the next; None where it is new, or gone. What lies below goes with it,
    unless it is named itself."""

    before: Address | None
    after: Address | None


def succeeded(at: Address, successions: Iterable[Succession], *, backward: bool = False) -> Address | None:
    """The address in the next draft of what stands at `at` in this one (`backward`: in the draft before); None where
    it is not there.

    >>> from travaux.text.parse import parse
    >>> moved = [Succession(parse("Article VIII"), parse("Article IX")), Succession(None, parse("Article VIII"))]
    >>> str(succeeded(parse("Article VIII, paragraph 2"), moved))
    'Article IX, paragraph 2'
    >>> succeeded(parse("Article VIII"), moved, backward=True) is None
    True
    """
    ends = [(each.after, each.before) if backward else (each.before, each.after) for each in successions]
    goals = {start.steps: goal for start, goal in ends if start is not None}
    for size in range(len(at.steps), 0, -1):
        if at.steps[:size] in goals:
            goal = goals[at.steps[:size]]
            return None if goal is None else Address((*goal.steps, *at.steps[size:]))
    return at


def successions(pairs: Sequence[tuple[Address | None, Address | None]]) -> tuple[Succession, ...]:
    """As few successions as give every pair of addresses before and after, in reading order of the draft before."""
    found: list[Succession] = []
    forward: dict[Address, Address | None] = {}
    for before, after in pairs:
        if before is not None and _predicted(before, forward) != after:
            found.append(Succession(before, after))
            forward[before] = after
    new: set[Address] = set()
    for before, after in pairs:
        if before is None and after is not None:
            if not any(Address(after.steps[:size]) in new for size in range(1, len(after.steps))):
                found.append(Succession(None, after))
            new.add(after)
    return tuple(found)


def _predicted(at: Address, known: dict[Address, Address | None]) -> Address | None:
    for size in range(len(at.steps), 0, -1):
        prefix = Address(at.steps[:size])
        if prefix in known:
            goal = known[prefix]
            return None if goal is None else Address((*goal.steps, *at.steps[size:]))
    return at

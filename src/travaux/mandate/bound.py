"""Where a provision that was named in one draft stands in another: by what it says, not by the number that it had."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from travaux.compare.align import align
from travaux.text.address import Address, Level, Step
from travaux.text.addresses import LEVELS
from travaux.text.draft import Draft, Provision
from travaux.text.lines import same_number

_OUTERMOST = (Level.ARTICLE, Level.PREAMBLE, Level.ANNEX, Level.SECTION)


def bound(address: Address, drafts: Sequence[Draft]) -> Address | None:
    """Where the provision at an address of the first of these drafts stands in the last, from each to the next; None
    where it does not stand there, or where it cannot be told which it is.

    The article is followed, or the annex or preamble; the steps within it are kept as they were named.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind, Run
    >>> from travaux.text.parse import parse
    >>> def draft(*articles):
    ...     at = Citation("d1", 0, 9)
    ...     found = [Provision(ProvisionKind.ARTICLE, n, content=(Run(words, at),)) for n, words in articles]
    ...     return Draft(id="d1/draft", title="Ferry Treaty", provisions=tuple(found), at=at)
    >>> before = draft(("1", "The ferry runs daily."), ("2", "Fares are free."))
    >>> after = draft(("1", "Pilots are licensed."), ("2", "The ferry runs daily."), ("3", "Fares are free."))
    >>> str(bound(parse("Article 2"), (before, after)))
    'Article 3'
    """
    steps = address.steps
    place = next((at for at, step in enumerate(steps) if step.level in _OUTERMOST), None)
    if place is None:
        return None
    step: Step | None = steps[place]
    for before, after in pairwise(drafts):
        step = _next(step, before, after) if step is not None else None
    return Address((step, *steps[place + 1 :])) if step is not None else None


def _next(step: Step, before: Draft, after: Draft) -> Step | None:
    pairs = [pair for pair in align(before, after) if pair.before is not None and _is(pair.before, step)]
    if len(pairs) != 1 or pairs[0].after is None:
        return None
    stands = pairs[0].after
    return Step(LEVELS[stands.kind], stands.number)


def _is(provision: Provision, step: Step) -> bool:
    return LEVELS[provision.kind] is step.level and same_number(provision.number, step.value)

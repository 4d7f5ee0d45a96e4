"""The state on a date: how each party stands to each instrument, by which rules and events, and what is undetermined.

Only what was done by that date counts. Where the day of an act is not exact, a standing is given as far as every day
on which it may have been done leads to the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from itertools import product

import msgspec

from travaux.status.acts import Dated, on_its_day
from travaux.status.reckoning import Reckoning
from travaux.status.register import Register
from travaux.status.state import Doubt, Standing, State, Status, Undetermined

#: With more acts of unknown day than this, only all of the first days and all of the last are tried.
_MOST_INEXACT = 6


def on(register: Register, date: datetime.date, *, of: Collection[str] | None = None) -> State:
    """The state on `date`: a standing for every instrument and each of its parties, or those that acted by then.

    `of` names the instruments to tell of, where that is not all; those that hang together are to be named together.

    >>> from travaux.findings import Citation
    >>> from travaux.status.event import Event, EventKind
    >>> from travaux.status.instrument import Instrument, InstrumentKind
    >>> at, both = Citation("treaty", 0, 6), ("Ardal", "Brisk")
    >>> ferry = Instrument(id="ferry", title="Ferry Treaty", kind=InstrumentKind.TREATY, at=at, parties=both)
    >>> signed = Event(id="e1", instrument="ferry", kind=EventKind.SIGNATURE, date=datetime.date(1962, 5, 4), at=at)
    >>> (one, _) = on(Register((ferry,), (), (signed,)), datetime.date(1962, 5, 4)).standings
    >>> one.status.value, one.rules[0].words[:15]
    ('in force', 'VCLT art. 24(2)')
    """
    if register.exact:
        return State(date, tuple(Reckoning(register, date).standings(of)))
    first, *others = (_standings(register, date, dated, of) for dated in _ways(register, of))
    return State(date, tuple(_agreed(key, standing, others) for key, standing in first.items()))


_Key = tuple[str, str]


def _standings(
    register: Register, date: datetime.date, dated: Dated, of: Collection[str] | None
) -> dict[_Key, Standing]:
    found = Reckoning(register, date, dated).standings(of)
    return {(standing.instrument, standing.party): standing for standing in found}


def _ways(register: Register, of: Collection[str] | None) -> Iterator[Dated]:
    """The days that the acts whose day is not exact may have had: the first and the last of each."""
    inexact = [event for event in register.events if not event.precise and (of is None or event.instrument in of)]
    if len(inexact) > _MOST_INEXACT:
        yield on_its_day
        yield lambda event: event.latest or event.date
        return
    for choice in product((False, True), repeat=len(inexact)):
        late = {event.id for event, chosen in zip(inexact, choice, strict=True) if chosen}
        yield lambda event, late=late: event.latest if event.id in late else event.date  # type: ignore[misc]


def _agreed(key: _Key, standing: Standing, others: list[dict[_Key, Standing]]) -> Standing:
    """A standing that holds whichever days are right; else nothing is stated but the doubt."""
    ways = (standing, *(each.get(key, Standing(*key, Status.NO_RECORD)) for each in others))
    stated = sorted({_told(each) for each in ways})
    if len(stated) == 1:
        return standing
    words = f"The day of an act is not exact; as it lies in its bounds, this is {', or '.join(stated)}."
    inexact = tuple(dict.fromkeys(event for each in ways for event in each.events if not event.precise))
    doubt = Undetermined(Doubt.INEXACT, words, inexact[0].at if inexact else None)
    status = standing.status if len({each.status for each in ways}) == 1 else Status.NO_RECORD
    since = standing.since if len({each.since for each in ways}) == 1 else None
    return msgspec.structs.replace(
        standing, status=status, since=since, until=None, expected=None, undetermined=(doubt,)
    )


def _told(standing: Standing) -> str:
    days = (("since", standing.since), ("until", standing.until), ("expected", standing.expected))
    return " ".join([standing.status.value, *(f"{word} {day}" for word, day in days if day)])

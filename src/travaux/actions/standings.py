"""How agreements of a library stand by the register of the open file: in force, ended on a date. Says nothing of an
agreement that the register does not hold, and never guesses which instrument one is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from travaux.desk import instruments
from travaux.status.naming import named, telling_words
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Standing, Status

if TYPE_CHECKING:
    from travaux.precedent.clause import Agreement


def standings(agreements: Iterable[Agreement], *, date: datetime.date) -> Mapping[str, str]:
    """What the register of the open file says on a date of agreements, by their ids; of those only that it names.

    An agreement is a registered instrument where its title has every telling word of a name of that one, and its day is
    the day of that one's signature. Raises UnreadableRegister.
    """
    register = instruments.register()
    if not register.instruments:
        return {}
    found = {one.id: _instrument(register, one) for one in agreements}
    told = {ident: _standing(register, ident, date) for ident in set(found.values()) if ident}
    return {id: told[ident] for id, ident in found.items() if told.get(ident)}


def _instrument(register: Register, agreement: Agreement) -> str:
    """The id of the instrument that an agreement is; "" where it is none, or it may be one or another."""
    words = telling_words(agreement.title)
    known = [name for name in register.names if agreement.date in name.days and name.words <= words]
    fitting = named(agreement.title, known)
    return fitting[0] if len(fitting) == 1 else ""


def _standing(register: Register, ident: str, date: datetime.date) -> str:
    """How an instrument stands on a date, in words; where its parties do not stand alike, each by itself."""
    state = on(register, date, of=register.together[ident])
    own = [each for each in state.standings if each.instrument == ident]
    alike: dict[str, list[Standing]] = {}
    for each in own:
        alike.setdefault(_words(each), []).append(each)
    if len(alike) == 1:
        return next(iter(alike))
    return "; ".join(f"{_parties(each)}: {words or Status.NO_RECORD.value}" for words, each in alike.items())


def _words(standing: Standing) -> str:
    """A standing in words; "" where nothing is known of it."""
    if standing.status is Status.NO_RECORD:
        return ""
    between = "on" if standing.status is Status.ENDED else "since"
    return f"{standing.status.value} {between} {standing.since}" if standing.since else standing.status.value


def _parties(alike: Sequence[Standing]) -> str:
    return ", ".join(each.party for each in alike)

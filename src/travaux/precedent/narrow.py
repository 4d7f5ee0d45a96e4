"""Which agreements of a library are asked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from travaux.precedent.clause import Agreement, Dated
from travaux.text.facts import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """A choice of agreements: with a party, from a day on, up to a day, before a day, of a kind. An agreement without a
    date is in no period. `besides` is the id of an agreement to pass over."""

    party: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    before: datetime.date | None = None
    kind: str = ""
    besides: str = ""

    def __bool__(self) -> bool:
        return self != Narrow()

    def admits(self, agreement: Agreement) -> bool:
        """Whether an agreement is one of those chosen.

        >>> ferry = Agreement(id="f", title="Ferry Treaty between Halvern and Corvany", kind="treaty", source="")
        >>> Narrow(party="halvern").admits(ferry), Narrow(until=datetime.date(1960, 1, 1)).admits(ferry)
        (True, False)
        """
        if self.besides and agreement.id == self.besides:
            return False
        if self.party and not _names(agreement, fold(self.party)):
            return False
        if self.kind and fold(self.kind) not in fold(agreement.kind):
            return False
        return self._in_time(agreement)

    def _in_time(self, agreement: Agreement) -> bool:
        if not (self.since or self.until or self.before):
            return True
        day = agreement.date
        if day is None:
            return False
        last = day.replace(month=12, day=31) if agreement.dated is Dated.FILE_NAME else day
        return (
            (self.since is None or last >= self.since)
            and (self.until is None or day <= self.until)
            and (self.before is None or last < self.before)
        )


def _names(agreement: Agreement, party: str) -> bool:
    return any(party in fold(name) for name in (*agreement.parties, agreement.title))

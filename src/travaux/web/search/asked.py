"""What a reader asks of the search page, read from its address, and addresses that ask for a little else."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from travaux.desk.search import Filters, Order, first_day, last_day
from travaux.errors import TravauxError
from travaux.web.asked import number

# The names in an address, in the order of the form.
_NAMES = ("q", "from", "to", "kind", "actor", "sender", "recipient", "classification", "volume", "withheld", "order")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """The values in the address of a search that are not empty, by name, and the page; `troubles` are its misuses."""

    values: dict[str, str]
    filters: Filters
    page: int = 1
    troubles: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return self.values.get("q", "")

    @property
    def order(self) -> Order:
        return Order.DATE if self.values.get("order") == Order.DATE else Order.RANK

    def address(self, **other: str) -> str:
        """The address of the same search with other values; an empty one is asked for no more. From its first page."""
        values = self.values | other
        return f"{reverse('search')}?{urlencode({name: value for name, value in values.items() if value})}"


def asked(request: HttpRequest) -> Asked:
    """What the address asks for. A date that cannot be read is told of, and not asked for."""
    given = {name: request.GET.get(name, "").strip()[:_LONGEST] for name in _NAMES}
    values = {name: value for name, value in given.items() if value}
    days, troubles = {}, []
    for name, read in (("from", first_day), ("to", last_day)):
        try:
            days[name] = read(values.get(name, ""))
        except TravauxError as error:
            troubles.append(str(error))
    filters = Filters(
        since=days.get("from"),
        until=days.get("to"),
        withheld="withheld" in values,
        **{name: values.get(name, "") for name in _NAMES[3:9]},
    )
    return Asked(values, filters, number(request, "page") or 1, tuple(troubles))

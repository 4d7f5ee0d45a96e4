"""The number of brackets over the versions of a text, as a line over time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.text.brackets_census import Census

#: The chart in units of its own: its width, its height, the room around the curve, the least between two versions.
WIDTH, HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 50, 30, 34
_LEAST = 60
_LINES = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A version on the chart: where it stands, how high its brackets and those to fill in reach."""

    census: Census
    x: float
    y: float
    to_fill: float
    shows_day: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The points in order of time, the lines behind them with their numbers, and the size of it all."""

    points: tuple[Point, ...]
    levels: tuple[tuple[float, int], ...]
    width: int
    dated: bool
    height: int = HEIGHT

    @property
    def line(self) -> str:
        """The line of all brackets."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def filling(self) -> str:
        """The line of those to fill in."""
        return " ".join(f"{point.x},{point.to_fill}" for point in self.points)

    @property
    def foot(self) -> int:
        """How far down nought is."""
        return HEIGHT - _BOTTOM


def chart(censuses: Sequence[Census]) -> Chart:
    """The chart of versions in the order given: by their days where all are dated and in order, else evenly spaced."""
    places, dated = _places(censuses)
    most = max((len(each.brackets) for each in censuses), default=0)
    step = max(1, -(-most // _LINES))
    top = step * max(1, -(-most // step))

    def height(count: int) -> float:
        return round(_TOP + (1 - count / top) * (HEIGHT - _TOP - _BOTTOM), 1)

    points = []
    named = -float(_LEAST)
    for census, x in zip(censuses, places, strict=True):
        shows = x - named >= _LEAST * 1.4
        named = x if shows else named
        points.append(Point(census, x, height(len(census.brackets)), height(len(census.placeholders)), shows))
    levels = tuple((height(count), count) for count in range(0, top + 1, step))
    width = max(WIDTH, int(max(places, default=0)) + _RIGHT)
    return Chart(tuple(points), levels, width, dated)


def _places(censuses: Sequence[Census]) -> tuple[list[float], bool]:
    """How far right each version stands, and whether that is by its day."""
    days = [each.version.date for each in censuses]
    known = [day for day in days if day is not None]
    span = (known[-1] - known[0]).days if known else 0
    if len(known) < len(days) or known != sorted(known) or not span:
        gap = max(_LEAST, (WIDTH - _LEFT - _RIGHT) / max(len(days) - 1, 1))
        return [round(_LEFT + 10 + gap * place, 1) for place in range(len(days))], False
    return _apart([_across(day, known[0], span) for day in known]), True


def _across(day: datetime.date, first: datetime.date, span: int) -> float:
    return _LEFT + 10 + (day - first).days / span * (WIDTH - _LEFT - _RIGHT - 10)


def _apart(places: Sequence[float]) -> list[float]:
    """The places, with versions that would lie on one another set apart."""
    found: list[float] = []
    for place in places:
        found.append(round(max(place, found[-1] + _LEAST / 4), 1) if found else round(place, 1))
    return found

"""How long a piece of work takes, and how a figure is shown."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

TIMES = 3


def seconds(work: Callable[[], object], *, times: int = TIMES) -> float:
    """The best of some runs, in seconds."""
    return min(_taken(work, time.perf_counter) for _ in range(times))


def medians(
    *works: Callable[[], object], times: int = TIMES, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, ...]:
    """The median of each, in seconds. They are run in turn: a machine that is busy for a while is so for all."""
    rounds = [[_taken(work, clock) for work in works] for _ in range(times)]
    return tuple(statistics.median(taken) for taken in zip(*rounds, strict=True))


def show(what: str, taken: float, other: float, against: str, *, most: float | None = None) -> None:
    """One figure; a floor is undercut by nobody, a peer is hoped to be. `most` is the ratio to keep within."""
    kept = f", at most {most:g}" if most else ""
    print(f"  {what:34} {taken:8.3f} s   {taken / other:8.2f} x {against} ({other:.3f} s{kept})")


def show_parts(parts: Sequence[tuple[str, float]]) -> None:
    """What a figure is made of."""
    for what, taken in parts:
        print(f"    {what:32} {taken:8.3f} s")


def _taken(work: Callable[[], object], clock: Callable[[], float]) -> float:
    begin = clock()
    work()
    return clock() - begin

"""Measures what the journal costs a build, how fast it is verified, and how fast both databases answer a search.

    python bench/journal.py VOLUME...

Times are of the processor, the best of several, but for the search in PostgreSQL, whose server is another process:
there they are of the clock.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from travaux.desk.start import start

start()

import office  # noqa: E402

from travaux.actions import build as building  # noqa: E402
from travaux.actions.backup import restore  # noqa: E402
from travaux.desk import file, journal, search  # noqa: E402
from travaux.desk.journal.verify import verify  # noqa: E402

ENTRIES = 5_000
QUERIES = ("treaty", "treaty area", '"treaty area"', "bas* NOT navy", "area NEAR Ryukyus", "consult* OR agree*",
           "ambassador minister", "notes exchange of views", "security council", "japan")  # fmt: skip


def main(volumes: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "measured.travaux"
        share = min(_share(volumes, out) for _ in range(3))
        print(f"the journal takes {share:.2%} of the processor time of a build")
        file.open_file(out)
        print(f"p95 of a search in SQLite: {_p95(time.perf_counter):.1f} ms")
        file.close()
        with office.server() as uri:
            there = Path(folder) / "there.travaux"
            there.write_text(office.database(uri, "measured"))
            restore(out, out=there)
            file.open_file(there)
            print(f"p95 of a search in PostgreSQL: {_p95(time.perf_counter):.1f} ms")
            file.close()
        file.create_or_open(out)
        begun = time.process_time()
        for number in range(ENTRIES):
            with file.writing():
                journal.enter("saw", journal.On("document", f"{number}"), {})
        print(f"{ENTRIES / (time.process_time() - begun):,.0f} entries made a second, each in its own transaction")
        spent = min(_spent(verify) for _ in range(3))
        print(f"{verify().entries / spent:,.0f} entries verified a second, with {verify().contents:,} contents")
        file.close()


def _share(volumes: list[Path], out: Path) -> float:
    """The share of the journal in the processor time of a build, workers included."""
    out.unlink(missing_ok=True)
    spent: list[float] = []
    before = _used()
    names = (
        (building.journal, "enter"),
        (building.contents, "source"),
        (building.contents, "followed"),
        (building, "digest"),
    )
    kept = [(module, name, getattr(module, name)) for module, name in names]
    for module, name, work in kept:
        setattr(module, name, _timed(work, spent))
    building.build(volumes, out=out)
    for module, name, work in kept:
        setattr(module, name, work)
    return sum(spent) / (_used() - before)


def _timed(work: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    def timed(*given: object, **named: object) -> object:
        begun = time.process_time()
        try:
            return work(*given, **named)
        finally:
            spent.append(time.process_time() - begun)

    return timed


def _used() -> float:
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in each)


def _p95(clock: Callable[[], float]) -> float:
    """The time of one search in twenty that takes longest, in milliseconds."""
    took = []
    for query in QUERIES * 6:
        begun = clock()
        search.search(query)
        took.append(clock() - begun)
    return sorted(took[len(QUERIES) :])[int(len(took[len(QUERIES) :]) * 0.95)] * 1000


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])

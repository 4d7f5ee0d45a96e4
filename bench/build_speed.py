"""Measures `travaux build` on two cores against the floor on one, and what memory it takes, in one run; beside it the
drafts, which a build of many volumes puts off: followed when they are first asked for, or with the build.

.venv/bin/python bench/build_speed.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import floors
from django.db import transaction
from django.utils import timezone
from measure import medians, show, show_parts
from volumes import copied, volumes

from travaux.actions.put_off import AT_ONCE
from travaux.amend.examine import examine
from travaux.desk.rows import Ready
from travaux.desk.start import start
from travaux.record.cite import cite
from travaux.record.read import opened
from travaux.record.registers.linker import Linker
from travaux.record.registers.merge import merge
from travaux.record.uncollected import uncollected

_Result = TypeVar("_Result")

TRAVAUX = (sys.executable, "-c", "from travaux.cli import main; main()")
FLOOR = "parse, walk, insert and index on one core"
#: How many times the floor a build may take, what share of it the next one, and how much memory.
MOST, AGAIN, MEMORY = 2, 0.02, 600
#: How many times as many volumes are built to see what memory and building again then take.
TIMES = 4


def main() -> None:
    """Prints the time of a build, what it is made of, and what a build of many more volumes takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said, paths = volumes(folder)
        print(f"Building, {said}, medians of 3, two cores")
        timed(paths, folder)
        print("  of a build with the drafts, processor time, once")
        show_parts(parts(paths, folder / "parts.travaux"))
        more = copied(paths, folder, times=TIMES)
        print(f"Building {TIMES} times as many volumes, once")
        many(more, folder)


def timed(paths: list[Path], folder: Path) -> None:
    out = folder / "library.travaux"
    # What a person types; where there are few volumes, the same is asked for.
    few = sum(path.stat().st_size for path in paths) <= AT_ONCE
    works = {
        f"travaux build{' --no-follow' if few else ''}": lambda: build(paths, out, *(["--no-follow"] if few else [])),
        "then the drafts, once": lambda: run("--follow", "-o", str(out)),
        "travaux build --follow": lambda: build(paths, out, "--follow"),
        FLOOR: lambda: floors.build(paths, out),
    }
    *taken, floor = medians(*works.values())
    for number, (what, seconds) in enumerate(zip(works, taken, strict=False)):
        show(what, seconds, floor, FLOOR, most=None if number else MOST)
    # What a machine that is busy with other things tells as well as one that is not.
    *taken, floor = (processor_time(work) for work in works.values())
    print("  the same, processor time of all processes together, once")
    for what, seconds in zip(works, taken, strict=False):
        show(what, seconds, floor, "that of the floor")


def processor_time(work: Callable[[], object]) -> float:
    """The seconds that this process and those it waited for were at work."""
    before = os.times()
    work()
    return sum(os.times()[:4]) - sum(before[:4])


def parts(paths: Sequence[Path], out: Path) -> list[tuple[str, float]]:
    """The processor time that each part of the work on documents takes alone."""
    spent = Spent()
    for old in out.parent.glob(f"{out.name}*"):
        old.unlink()
    start()
    from travaux.desk import file, search

    file.create_or_open(out)
    for path in paths:
        with uncollected():
            rows = made(path, spent)
        spent.on("stored and indexed", lambda path=path, rows=rows: stored(path, rows))
    spent.on("parts of the index joined", search.settle)
    file.close()
    return list(spent.taken.items())


def made(path: Path, spent: Spent) -> list[Ready]:
    """The rows of a volume, a part of the work after the other."""
    from travaux.desk.ready import ready

    reading = spent.on("reading", lambda: opened(path.read_bytes(), name=path.name))
    documents = spent.on("reading", lambda: list(reading.documents))
    register = spent.on("lists of persons", reading.register)
    if register:
        linker = spent.on("names linked", lambda: Linker(merge([register])))
        spent.on("names linked", lambda: [linker.named(document) for document in documents])
    spent.on("references cited", lambda: [cite(document) for document in documents])
    found = spent.on("drafts and instructions", lambda: [examine(document) for document in documents])
    return spent.on("rows, references once more", lambda: list(map(ready, documents, found)))


def stored(path: Path, rows: list[Ready]) -> None:
    from travaux.desk import keep, models

    with transaction.atomic():
        source = models.Source.objects.create(name=path.name, sha256=path.name, size=1, read_at=timezone.now())
        keep.keep_ready(rows, source=source, position=0)


class Spent:
    """The processor time spent on each of several things."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def on(self, what: str, work: Callable[[], _Result]) -> _Result:
        """Do a piece of work."""
        began = time.process_time()
        result = work()
        self.taken[what] = self.taken.get(what, 0.0) + time.process_time() - began
        return result


def many(paths: list[Path], folder: Path) -> None:
    out = folder / "many.travaux"
    began = time.perf_counter()
    memory = build(paths, out)
    first = time.perf_counter() - began
    print(f"  {'memory, all processes together':34} {memory:8.0f} MB  (at most {MEMORY})")
    (again,) = medians(lambda: run(*map(str, paths), "-o", str(out)))
    share = f"{again / first:8.2%} of the first time ({first:.1f} s, at most {AGAIN:.0%})"
    print(f"  {'the same again':34} {again:8.3f} s   {share}")
    memory = run("--follow", "-o", str(out))
    print(f"  {'memory to follow the drafts':34} {memory:8.0f} MB  (at most {MEMORY})")


def build(paths: Sequence[Path], out: Path, *how: str) -> float:
    """Build a file anew; the memory as `run` tells it."""
    for old in out.parent.glob(f"{out.name}*"):
        old.unlink()
    return run(*map(str, paths), *how, "-o", str(out))


def run(*arguments: str) -> float:
    """Run `travaux build` on two cores, and tell the most memory that its processes had at one time, in MB."""
    process = subprocess.Popen(
        [*TRAVAUX, "build", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=_two_cores
    )
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_memory, _family(process.pid))))
        time.sleep(0.01)
    if process.returncode:
        raise SystemExit(f"travaux build ended with {process.returncode}")
    return most


def _two_cores() -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])


def _family(process: int) -> list[int]:
    """A process, and all that it started."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *(each for child in children for each in _family(int(child)))]


def _memory(process: int) -> float:
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()

"""Measures how long TEI volumes take to become documents, against the floor on one core, in one run.

.venv/bin/python bench/reading_speed.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import process_time

import floors
from measure import medians, show
from volumes import volumes

from travaux import record

#: How many times the floor all volumes together may take.
MOST = 2.5
FLOOR = "parse, walk and join"


def main() -> None:
    """Prints the time of all volumes together, and that of the slowest against its own floor."""
    with tempfile.TemporaryDirectory() as folder:
        said, paths = volumes(Path(folder))
        contents = {path.name: path.read_bytes() for path in paths}
    print(f"Reading, {said} ({sum(map(len, contents.values())) / 1e6:.1f} MB), medians of 3, processor time")
    # A volume after the other, as a build does it: none is kept.
    taken, floor, parsing = medians(
        lambda: [len(record.read(content, name=name)) for name, content in contents.items()],
        lambda: [len(list(floors.texts(content))) for content in contents.values()],
        lambda: [len(floors.parsed(content)) for content in contents.values()],
        clock=process_time,
    )
    show("TEI volumes into documents", taken, floor, FLOOR, most=MOST)
    show("the floor itself", floor, parsing, "bare parsing")
    name, taken, floor = max(
        (_one(name, content) for name, content in contents.items()), key=lambda one: one[1] / one[2]
    )
    show(f"the slowest, {name}", taken, floor, FLOOR)


def _one(name: str, content: bytes) -> tuple[str, float, float]:
    works = (lambda: record.read(content, name=name), lambda: list(floors.texts(content)))
    return name, *medians(*works, clock=process_time)


if __name__ == "__main__":
    main()

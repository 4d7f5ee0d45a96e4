"""The last four papers of the example: a request for authority, its decision, and the telegrams behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from travaux.actions.build import build
from travaux.desk import file

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"


@contextmanager
def last_papers(folder: Path) -> Iterator[Path]:
    """Their file, open for reading as `travaux serve` opens it."""
    path = folder / "ilvane.travaux"
    build(sorted(EXAMPLE.glob("2[3-6]-*.txt")), out=path)
    file.open_file(path)
    yield path
    file.close()

"""Draws the agreements whose facts are labelled by hand: the same forty for the same folder."""

from __future__ import annotations

import random
import sys
from pathlib import Path

SEED, SIZE = 1969, 40


def draw(folder: Path) -> tuple[str, ...]:
    """The names of forty texts of a folder of agreements, chosen evenly by a seeded draw, in the order drawn."""
    return tuple(random.Random(SEED).sample(sorted(path.stem for path in folder.glob("*.txt")), SIZE))


if __name__ == "__main__":
    sys.stdout.write("\n".join(draw(Path(sys.argv[1]))) + "\n")

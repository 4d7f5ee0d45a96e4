"""Draws the agreements whose facts are labelled by hand: the same forty for the same folder, and twenty others.

The rules of outlining were worked out with the forty in view. The twenty were labelled, and outlined once, after that;
then mended, and twenty more were labelled and outlined once.
"""

from __future__ import annotations

import random
import sys
from itertools import islice
from pathlib import Path

SEED, SIZE = 1969, 40
#: The seeds by which twenty others are drawn, and the most characters that one may have to be labelled by hand.
HELD_OUT_SEEDS, HELD_OUT_SIZE, LONGEST = (1970, 1971), 20, 100_000
THIRD_SEED, THIRD_LONGEST = 1972, 60_000


def draw(folder: Path) -> tuple[str, ...]:
    """The names of forty texts of a folder of agreements, chosen evenly by a seeded draw, in the order drawn."""
    return tuple(random.Random(SEED).sample(sorted(path.stem for path in folder.glob("*.txt")), SIZE))


def held_out(folder: Path) -> tuple[str, ...]:
    """The names of twenty texts of a folder that are none of the forty, nor longer than can be labelled by hand."""
    known = set(draw(folder))
    rest = [path.stem for path in sorted(folder.glob("*.txt"), key=lambda path: path.stem) if path.stem not in known]
    drawn = [name for seed in HELD_OUT_SEEDS for name in random.Random(seed).sample(rest, HELD_OUT_SIZE)]
    short = (name for name in dict.fromkeys(drawn) if _length(folder / f"{name}.txt") <= LONGEST)
    return tuple(islice(short, HELD_OUT_SIZE))


def third(folder: Path) -> tuple[str, ...]:
    """Twenty more that are none of those, and shorter."""
    known = {*draw(folder), *held_out(folder)}
    rest = [path.stem for path in sorted(folder.glob("*.txt"), key=lambda path: path.stem) if path.stem not in known]
    drawn = random.Random(THIRD_SEED).sample(rest, 2 * HELD_OUT_SIZE)
    short = (name for name in drawn if _length(folder / f"{name}.txt") <= THIRD_LONGEST)
    return tuple(islice(short, HELD_OUT_SIZE))


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8", errors="replace"))


if __name__ == "__main__":
    named = third if "--third" in sys.argv else held_out if "--held-out" in sys.argv else draw
    sys.stdout.write("\n".join(named(Path(sys.argv[1]))) + "\n")

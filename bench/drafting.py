"""Measures `amend.draft` on agreements that are versions of each other, or made after one pattern: whether the written
instruction leads from one to the other letter for letter, how many items it has, how many words it quotes for each that
changes, and how many of its operations `compile` reads back as they were.

.venv/bin/python bench/drafting.py FOLDER prints a line a pair, and the sums.
"""

from __future__ import annotations

import math
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from travaux import compile, consolidate, draft, outline, read
from travaux.amend.draft import Drafted
from travaux.amend.operations import DeleteWords, InsertWords, Operation, SubstituteWords
from travaux.amend.word_changes import word_changes
from travaux.errors import UnreadableInput
from travaux.findings import Citation
from travaux.text.draft import Draft
from travaux.text.instrument import same_instrument

SMALLEST, LARGEST = 100, 7000
# The share of words in common that makes a pair: of one code or title, and of agreements made after one pattern.
RELATED, UNRELATED = 0.8, 0.9
AT = Citation("instruction", 0, 1)


def agreements(folder: Path, *, largest: float = math.inf) -> dict[str, Draft]:
    """The longest draft of each file that can be read and has no more than `largest` bytes."""
    found: dict[str, Draft] = {}
    for path in sorted(each for each in folder.glob("*.txt") if each.stat().st_size <= largest):
        with suppress(UnreadableInput):
            drafts = [each for document in read(path) for each in outline(document)]
            if drafts:
                found[path.stem] = max(drafts, key=lambda each: len(each.text))
    return found


def pairs(drafts: dict[str, Draft], *, largest: int = LARGEST) -> Iterator[tuple[Draft, Draft]]:
    """Those of much the same words, none longer than `largest` words."""
    words = {name: Counter(re.findall(r"\w+", each.text.casefold())) for name, each in drafts.items()}
    size = {name: counted.total() for name, counted in words.items()}
    kept = [name for name in drafts if SMALLEST < size[name] < largest]
    for one, other in combinations(kept, 2):
        related = one.split("_")[0] == other.split("_")[0] or same_instrument(drafts[one], drafts[other])
        share = RELATED if related else UNRELATED
        if 2 * min(size[one], size[other]) > share * (size[one] + size[other]):
            if 2 * (words[one] & words[other]).total() > share * (size[one] + size[other]):
                yield drafts[one], drafts[other]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one pair: `quoted` for each change of words, how many words are quoted for one that changes."""

    exact: bool
    items: int
    read_back: int
    seconds: float
    quoted: tuple[float, ...]


def measured(before: Draft, after: Draft) -> Measured:
    start = time.process_time()
    drafted = draft(before, after)
    seconds = time.process_time() - start
    result = consolidate(before, drafted.operations, at=AT)
    return Measured(
        exact=result.text == after.text and not result.refused,
        items=len(drafted.operations),
        read_back=_read_back(drafted),
        seconds=seconds,
        quoted=tuple(share for operation in drafted.operations for share in _quoted(operation)),
    )


def _read_back(drafted: Drafted) -> int:
    compiled = {operation for one in compile(drafted.document).instructions for operation in one.operations}
    return sum(operation in compiled for operation in drafted.operations)


def _quoted(operation: Operation) -> Iterator[float]:
    match operation:
        case SubstituteWords(_, old, new):
            changes = word_changes(old, new.words) or ()
            changed = sum(max(_count(old[one.start : one.end]), _count(one.new)) for one in changes)
            yield (_count(old) + _count(new.words)) / max(changed, 1)
        case InsertWords(_, place, new):
            yield (_count(new.words) + _count(place.anchor)) / _count(new.words)
        case DeleteWords(_, old):
            yield 1.0 + (_count(operation.place.anchor) if operation.place else 0) / _count(old)


def _count(words: str) -> int:
    return len(words.split())


def main() -> None:
    found = []
    for before, after in pairs(agreements(Path(sys.argv[1]))):
        one = measured(before, after)
        found.append(one)
        names = f"{before.at.document} -> {after.at.document}"
        print(
            f"{names}: {'exact' if one.exact else 'NOT EXACT'}, {one.items} items, {one.read_back} read back,"
            f" {one.seconds:.1f} s",
            flush=True,
        )
    items, back = sum(one.items for one in found), sum(one.read_back for one in found)
    quoted = statistics.median(share for one in found for share in one.quoted)
    print(f"{sum(one.exact for one in found)} of {len(found)} pairs exact; {items} items, {back} read back;")
    print(f"median of items a pair {statistics.median(one.items for one in found)};")
    print(f"median of words quoted for each that changes {quoted:.2f}")


if __name__ == "__main__":
    main()

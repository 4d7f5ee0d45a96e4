"""What lint finds in a folder of agreements: how many findings of each code, and in how many texts.

    python bench/linting.py ../shared/record/treaties [--every 7] [--code reference-nowhere]

Nobody has labelled these texts: the figures say how much a person would have to look at, not how much of it is right.
With --code the findings of that code are printed, to be judged by hand.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from travaux.errors import TravauxError
from travaux.findings import Finding
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.lint import lint
from travaux.text.outline import outline


def main() -> None:
    """Print the figures for every n-th text of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=7)
    parser.add_argument("--code", default="")
    asked = parser.parse_args()
    codes: Counter[str] = Counter()
    sizes: list[int] = []
    for draft in _drafts(asked.folder, asked.every):
        found = lint(draft)
        codes.update(finding.code for finding in found)
        sizes.append(len(found))
        _print(draft, [finding for finding in found if finding.code == asked.code])
    print(f"{len(sizes)} texts, {sum(not size for size in sizes)} without a finding, {sum(sizes)} findings,", end=" ")
    print(f"{statistics.median(filter(None, sizes)):g} in the median of the texts that have any")
    for code, count in codes.most_common():
        print(f"  {count:>5}  {code}")


def _drafts(folder: Path, every: int) -> Iterator[Draft]:
    """The first draft of every n-th file; a file that cannot be read, or holds none, is passed over."""
    for path in sorted(folder.glob("*.txt"))[::every]:
        try:
            drafts = [draft for document in read(path.read_bytes(), name=path.name) for draft in outline(document)]
        except TravauxError:
            continue
        yield from drafts[:1]


def _print(draft: Draft, found: list[Finding]) -> None:
    for finding in found:
        print(f"{draft.at.document}: {finding.message}")


if __name__ == "__main__":
    main()

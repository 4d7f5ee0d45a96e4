"""How well clearance lines of the published record are read, held against sixty that were labelled by hand.

`python bench/clearance_lines.py [--unseen]` prints precision and recall of the names by role, and of their manner.
`tests/clearance/labels` holds the labels: names alone, as printed, under the ids of their documents. They are drawn by
chance from eight volumes, those of `--unseen` from others, and these were labelled after the grammar was written.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from volumes import CORPUS

from travaux import record
from travaux.clearance.line import Line, of_note
from travaux.record import Document

LABELS = Path(__file__).parent.parent / "tests/clearance/labels"
ROLES = ("drafted", "cleared", "approved")
Labels = Mapping[str, Mapping[str, Sequence[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unseen", action="store_true")
    asked = parser.parse_args()
    name = "clearance_lines_unseen.json" if asked.unseen else "clearance_lines.json"
    labels = json.loads((LABELS / name).read_text(encoding="utf-8"))
    scores = measured(labels)
    for role, (found, wanted, right) in scores.items():
        print(f"{role:>9}: {right} of {wanted} found, {right / max(found, 1):.3f} of {found} right")


def measured(labels: Labels, folder: Path = CORPUS) -> dict[str, tuple[int, int, int]]:
    """For each role how many names were found, are labelled, and are both; the same for the manner of each."""
    scores: Counter[tuple[str, str]] = Counter()
    for document in _documents(labels, folder):
        read = of_note(document.source_note, document=document.id).line if document.source_note else Line()
        label = labels[document.id]
        for role in ROLES:
            _count(scores, role, [named.who for named in getattr(read, role)], label.get(role, ()))
        manners = [f"{named.who} {named.manner}" for named in (*read.cleared, *read.approved) if named.manner]
        _count(scores, "manner", manners, [" ".join(pair) for pair in dict(label.get("manner", {})).items()])
    return {each: (scores[each, "found"], scores[each, "wanted"], scores[each, "right"]) for each in (*ROLES, "manner")}


def _count(scores: Counter[tuple[str, str]], role: str, found: Sequence[str], wanted: Sequence[str]) -> None:
    scores[role, "found"] += len(found)
    scores[role, "wanted"] += len(wanted)
    scores[role, "right"] += (Counter(found) & Counter(wanted)).total()


def _documents(labels: Labels, folder: Path) -> Iterator[Document]:
    for volume in sorted({ident.partition("/")[0] for ident in labels}):
        content = (folder / f"{volume}.xml").read_bytes()
        yield from (one for one in record.read(content, name=f"{volume}.xml") if one.id in labels)


if __name__ == "__main__":
    main()

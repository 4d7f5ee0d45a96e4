"""Measures how final clauses are read as terms, against agreements labelled by hand.

`python bench/final_clauses.py FOLDER` prints precision, recall and F1 of each kind of term; with `--misses` what was
missed or found too much; `--held-out`, `--third`, `--fourth`, `--fifth` and `--sixth` take other sets, of which the
last four were labelled before the rules had read any of them. With `--anywhere` the article is not compared; with
`--survey` it counts the terms of every text of the folder. A labelled text that is refused counts as missed.

A term found is right when the text is labelled with one of its kind, in the same article (or in none, where the text
has no articles), and all of these are equal that its kind has: the act that entry into force waits on, its delay, its
date and the day before which it is not; the period, the last day, the renewal of a duration and the notice against
that; of notice to end it how long it runs and after how long it may be given. A label marked `optional` counts neither
when it is found nor when it is not: a clause said twice, one for part of the parties, one that a quoted text sets.
Notice that only prevents a renewal is told with the duration, and a term for it counts neither way.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scores import Score

from travaux import numerals
from travaux.errors import TravauxError
from travaux.record.read import read
from travaux.status.final_clauses import final_clauses
from travaux.status.terms import Duration, EntryIntoForce, LaterEntry, Term, Termination
from travaux.text.address import Level
from travaux.text.outline import outline

LABELS = Path(__file__).parent.parent / "tests/status/labels/final_clauses.json"
HELD_OUT = LABELS.with_name("held_out.json")
THIRD = LABELS.with_name("third.json")
FOURTH = LABELS.with_name("fourth.json")
FIFTH = LABELS.with_name("fifth.json")
SIXTH = LABELS.with_name("sixth.json")
KINDS = {kind.__name__: kind for kind in (EntryIntoForce, LaterEntry, Duration, Termination)}
#: What must be equal, by kind.
FACTS = {
    "EntryIntoForce": ("trigger", "delay", "date", "not_before"),
    "LaterEntry": ("delay",),
    "Duration": ("period", "until", "renewal", "notice"),
    "Termination": ("delay", "not_before"),
}
Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read(Score):
    """How many terms of a kind are labelled, how many were found, how many are right; and what was not right."""

    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def clauses(folder: Path, *, of: Path = LABELS, anywhere: bool = False) -> dict[tuple[str, str], Read]:
    """The score of every kind for every labelled text of a folder that is in English, by (text, kind).

    `anywhere`: a term counts also where it is told of another article than that in which it stands.
    """
    labels = json.loads(of.read_text(encoding="utf-8"))
    scores: dict[tuple[str, str], Read] = {}
    for name, text in labels.items():
        if "language" in text:
            continue
        found = _found(folder / f"{name}.txt")
        for kind in KINDS:
            wanted = [_label(label, anywhere=anywhere) for label in text["terms"] if label["kind"] == kind]
            scores[name, kind] = _score(kind, wanted, [facts for facts in found if facts["kind"] == kind])
    return scores


def _label(label: Facts, *, anywhere: bool) -> Facts:
    """A label; without its article, where that is not to be compared."""
    return {name: value for name, value in label.items() if name != "article"} if anywhere else label


def _found(path: Path) -> list[Facts]:
    """What the terms of a text say; none where the text is refused."""
    try:
        return [_facts(term) for term in terms_of(path) if type(term).__name__ in KINDS]
    except TravauxError as refused:
        sys.stderr.write(f"{refused}\n")
        return []


def terms_of(path: Path) -> Iterator[Term]:
    """The terms of the drafts that a file holds."""
    for document in read(path.read_bytes(), name=path.name):
        for draft in outline(document):
            yield from final_clauses(draft).terms


def total(scores: Sequence[Score]) -> Score:
    """Scores taken together."""
    return sum(scores, Score())


def _facts(term: Term) -> Facts:
    """What a term says, as it is labelled."""
    kind = type(term).__name__
    facts: Facts = {"kind": kind, "article": _article(term), "words": term.words}
    facts["only_prevents"] = getattr(term, "at_end_of_period", False)
    for name in FACTS[kind]:
        value = getattr(term, name)
        facts[name] = str(value) if value is not None else ""
    return facts


def _article(term: Term) -> str:
    steps = term.address.steps if term.address else ()
    return next((step.value for step in steps if step.level in (Level.ARTICLE, Level.SECTION)), "")


def _is(kind: str, label: Facts, found: Facts) -> bool:
    """Whether what was found is what a label says; 'trigger': 'any' is not compared."""
    if "article" in label and not _same_number(label["article"], found["article"]):
        return False
    return all(_equal(label.get(name, ""), found[name]) for name in FACTS[kind])


def _equal(wanted: Any, found: str) -> bool:
    if wanted == "any":
        return True
    return found in wanted if isinstance(wanted, list) else found == wanted


def _same_number(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or (
        numerals.value(one) is not None and numerals.value(one) == numerals.value(other)
    )


def _score(kind: str, labels: list[Facts], found: list[Facts]) -> Read:
    """Each label and each term found pairs with one other at most."""
    left, right = list(found), 0
    missed = []
    for label in sorted(labels, key=lambda label: bool(label.get("optional"))):
        match = next((facts for facts in left if _is(kind, label, facts)), None)
        if match is not None:
            left.remove(match)
        if not label.get("optional"):
            right += match is not None
            if match is None:
                missed.append(_told({name: value for name, value in label.items() if name != "kind"}))
    extra = [facts for facts in left if not facts["only_prevents"]]
    wanted = sum(not label.get("optional") for label in labels)
    return Read(wanted, right + len(extra), right, tuple(missed), tuple(map(_told, extra)))


def _told(facts: Facts) -> str:
    return ", ".join(
        f"{name} {value}" for name, value in facts.items() if value and name not in ("kind", "only_prevents")
    )


def _lines(scores: dict[tuple[str, str], Read], *, misses: bool) -> list[str]:
    lines = [f"{len({name for name, _ in scores})} agreements in English"]
    for kind in KINDS:
        score = total([each for (_, of), each in scores.items() if of == kind])
        lines.append(
            f"{kind:<15} labelled {score.labelled:>4}  found {score.found:>4}  right {score.right:>4}  "
            f"precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}"
        )
    if misses:
        for (name, kind), score in scores.items():
            lines += [f"{name} {kind} missed: {each}" for each in score.missed]
            lines += [f"{name} {kind} too much: {each}" for each in score.extra]
    return lines


def survey(folder: Path) -> str:
    """Every text of a folder read: how many have terms on each subject."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        try:
            kinds = {type(term).__name__ for term in terms_of(path)}
        except TravauxError:
            counts["not read"] += 1
            continue
        counts["texts"] += 1
        counts.update(kinds)
    return ", ".join(f"{count:,} {name}" for name, count in counts.most_common())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--held-out", dest="labels", action="store_const", const=HELD_OUT, default=LABELS)
    parser.add_argument("--third", dest="labels", action="store_const", const=THIRD, default=LABELS)
    parser.add_argument("--fourth", dest="labels", action="store_const", const=FOURTH, default=LABELS)
    parser.add_argument("--fifth", dest="labels", action="store_const", const=FIFTH, default=LABELS)
    parser.add_argument("--sixth", dest="labels", action="store_const", const=SIXTH, default=LABELS)
    parser.add_argument("--anywhere", action="store_true")
    parser.add_argument("--survey", action="store_true")
    asked = parser.parse_args()
    if asked.survey:
        sys.exit(sys.stdout.write(f"{survey(asked.folder)}\n") and 0)
    scores = clauses(asked.folder, of=asked.labels, anywhere=asked.anywhere)
    sys.stdout.write("\n".join(_lines(scores, misses=asked.misses)) + "\n")

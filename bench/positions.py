"""Measures how positions are read from documents, against documents labelled by hand.

`python bench/positions.py FOLDER` reads FOLDER (frus/*.xml) and prints precision, recall and F1 for who holds it, at
which level, and both together, on the set that the grammar was widened with (`dev`), on the one that was labelled at
the same time and looked at last (`held_out`), and on one that was labelled when both were read, before it was read
itself (`third`); `--misses` lists what was missed, found too much or read otherwise, `--set NAME` takes one.

A position found pairs with the labelled one that its words overlap most, one with one, by at least half of the shorter
of the two; where several do, with one whose holder and level are the same. A label names everybody who may be said to
hold it, and every level at which it may be said to be held: a reader disputes neither. One that is marked optional
counts neither when found nor when not. The naive reader takes a sentence with a verb of holding for a position of the
capitalised word before it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scores import Score, Span, meet, overlap, paired

from travaux.mandate.position_reading import position_reading
from travaux.record.document import Document
from travaux.record.read import read
from travaux.text.sentences import sentences

LABELS = Path(__file__).parent.parent / "tests/mandate/position_labels"
SETS = ("dev", "held_out", "third")
MEASURES = ("actor", "level", "both")


@dataclass(frozen=True, slots=True)
class Held:
    """A position as it is compared: any of the actors, at any of the levels."""

    at: Span
    actors: frozenset[str]
    levels: frozenset[str]
    optional: bool = False


Reader = Callable[[Document], Sequence[Held]]


def labels(name: str) -> dict[str, list[Held]]:
    """The labelled positions by document."""
    lines = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["document"]: [_label(each) for each in row["positions"]] for row in map(json.loads, lines)}


def _label(facts: dict) -> Held:
    return Held(
        tuple(facts["at"]), frozenset(map(_plain, facts["actor"])), frozenset(facts["level"]),
        facts.get("optional", False),
    )  # fmt: skip


_TITLE = re.compile(r"^(?:the |mr\. |dr\. |president |prime minister |ambassador |secretary |admiral |general )+(?=\w)")


def _plain(who: str) -> str:
    """A name without article, title and 'Government'; whoever writes is 'we'."""
    named = _TITLE.sub("", who.casefold())
    named = re.sub(r"^government of (?:the )?| (?:government|govt)$|[’']s?$", "", named)
    return "we" if named in ("i", "our", "my") else named.replace(".", "")


def documents(folder: Path, idents: Sequence[str]) -> Iterator[Document]:
    """The documents of these ids in a folder of volumes."""
    for volume in sorted({ident.partition("/")[0] for ident in idents}):
        path = next(folder.rglob(f"{volume}.xml"))
        yield from (each for each in read(path.read_bytes(), name=path.name) if each.id in idents)


def by_grammar(document: Document) -> list[Held]:
    """What the program reads."""
    return [
        Held((told.at.start, told.at.end), frozenset({_plain(told.who)}), frozenset({told.level.value}))
        for told in position_reading(document).told
    ]


_VERBS = {
    "preferred": "prefer|want|wish|hope|propos|suggest|urg|desire|would like",
    "acceptable": "accept|agree|concur|willing|prepared to|ready to|no objection",
    "minimum": "insist|demand|must|essential",
    "excluded": "oppos|object|reject|refus|cannot|will not",
}


def naive(document: Document) -> list[Held]:
    """What one would find who looks for a few words."""
    found = []
    for first, last in sentences(document.text.replace("\n", " ")):
        words = document.text[first:last]
        verbs = [(match.start(), level) for level, listed in _VERBS.items()
                 for match in re.finditer(rf"(?i)\b(?:{listed})", words)]  # fmt: skip
        if verbs:
            start, level = min(verbs)
            names = re.findall(r"\b(?:[A-Z]\w+|we|I)\b", words[:start])
            found.append(Held((first, last), frozenset({_plain(names[-1] if names else "we")}), frozenset({level})))
    return found


def compared(wanted: Sequence[Held], found: Sequence[Held]) -> tuple[dict[str, Score], list[Held], list[Held], list]:
    """The scores of one document, what was missed, what was too much, and the pairs that differ."""
    pairs = _pairs(wanted, found)
    used = {id(one) for pair in pairs for one in pair}
    pairs = [(one, other) for one, other in pairs if not one.optional]
    missed = [one for one in wanted if id(one) not in used and not one.optional]
    extra = [one for one in found if id(one) not in used]
    count, number = len(pairs) + len(missed), len(pairs) + len(extra)
    rights = {
        "actor": sum(bool(one.actors & other.actors) for one, other in pairs),
        "level": sum(bool(one.levels & other.levels) for one, other in pairs),
        "both": sum(_same(one, other) for one, other in pairs),
    }
    wrong = [(one, other) for one, other in pairs if not _same(one, other)]
    return {name: Score(count, number, right) for name, right in rights.items()}, missed, extra, wrong


def _same(one: Held, other: Held) -> bool:
    return bool(one.actors & other.actors and one.levels & other.levels)


def _pairs(wanted: Sequence[Held], found: Sequence[Held]) -> list[tuple[Held, Held]]:
    return paired(
        wanted, found,
        lambda one, other: (not _same(one, other), one.optional, -overlap(one.at, other.at))
        if meet(one.at, other.at) else None,
    )  # fmt: skip


def measured(folder: Path, name: str, reader: Reader) -> tuple[dict[str, Score], list[str]]:
    """The scores of a set, and lines on what is not right."""
    wanted = labels(name)
    total = {measure: Score() for measure in MEASURES}
    lines = []
    for document in documents(folder, list(wanted)):
        scores, missed, extra, wrong = compared(wanted[document.id], reader(document))
        total = {measure: total[measure] + scores[measure] for measure in MEASURES}
        lines += [f"{document.id} missed {_facts(one)}: {_words(document, one.at)}" for one in missed]
        lines += [f"{document.id} extra {_facts(one)}: {_words(document, one.at)}" for one in extra]
        lines += [f"{document.id} wrong {_facts(one)}, found {_facts(other)}: {_words(document, one.at)}"
                  for one, other in wrong]  # fmt: skip
    return total, lines


def _facts(held: Held) -> str:
    return f"{'/'.join(sorted(held.actors))} {'/'.join(sorted(held.levels))}"


def _words(document: Document, at: Span) -> str:
    return document.text[at[0] : at[1]][:200].replace("\n", " ")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--set", choices=SETS)
    given = parser.parse_args(arguments)
    for name in [given.set] if given.set else SETS:
        for called, reader in (("grammar", by_grammar), ("naive", naive)):
            total, lines = measured(given.folder, name, reader)
            for measure in MEASURES:
                print(f"{name:9} {called:8} {measure:6} {total[measure]}")
            if given.misses and called == "grammar":
                print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())

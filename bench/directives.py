"""Measures how directives are read from instructions, against documents labelled by hand.

`python bench/directives.py FOLDER` reads FOLDER (frus/*.xml) and prints precision, recall and F1 for act, object,
condition and order of fallback, on the set that the grammar was written with (`dev`) and on those that were labelled
from the text alone before it read any of them; `--misses` lists what was missed or found too much, `--set NAME` takes
one. Sets that are read less well than the others are held to are measured only when they are named.

A directive found pairs with the labelled one that its words overlap most, one with one, by at least half of the
shorter of the two. Its act is right when it is one of those labelled; its object when what both cover is at least half
of what either covers. Condition and order are measured on the pairs alone. A label marked optional counts neither
when found nor when not. The naive reader takes every sentence that has 'should', 'please' or 'authorized' for a
directive whose act is the first listed verb and whose object is the rest of the sentence.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scores import Score, Span, meet, overlap, paired, size

from travaux.mandate.directives import read as read_directives
from travaux.record.document import Document
from travaux.record.read import read
from travaux.text.sentences import sentences

LABELS = Path(__file__).parent.parent / "tests/mandate/labels"
HALVES = (
    "dev", "held_out", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "eleventh", "twelfth",
    "thirteenth", "sixteenth", "nineteenth", "twenty_third",
)  # fmt: skip
#: Read less well than the others are held to: measured when they are named.
UNUSED = (
    "tenth", "seventeenth", "twentieth", "twenty_second", "twenty_fourth", "twenty_fifth", "twenty_sixth",
    "twenty_seventh", "twenty_eighth",
    "fourteenth", "fifteenth", "eighteenth", "twenty_first",
)  # fmt: skip
MEASURES = ("act", "object", "condition", "fallback")


@dataclass(frozen=True, slots=True)
class Told:
    """A directive as it is compared."""

    at: Span
    acts: tuple[str, ...]
    objects: tuple[Span, ...]
    condition: bool
    fallback: int
    optional: bool = False


Reader = Callable[[Document], Sequence[Told]]


def labels(half: str) -> dict[str, list[Told]]:
    """The labelled directives by document."""
    lines = (LABELS / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["document"]: [_label(each) for each in row["directives"]] for row in map(json.loads, lines)}


def _label(facts: dict) -> Told:
    acts = facts["act"] if isinstance(facts["act"], list) else [facts["act"]]
    objects = facts["object"] or []
    objects = objects if objects and isinstance(objects[0], list) else [objects] if objects else []
    return Told(
        tuple(facts["at"]), tuple(acts), tuple(map(tuple, objects)), facts["condition"], facts["fallback"],
        facts.get("optional", False),
    )  # fmt: skip


def documents(folder: Path, idents: Sequence[str]) -> Iterator[Document]:
    """The documents of these ids in a folder of volumes."""
    for volume in sorted({ident.partition("/")[0] for ident in idents}):
        path = next(folder.rglob(f"{volume}.xml"))
        yield from (each for each in read(path.read_bytes(), name=path.name) if each.id in idents)


def by_grammar(document: Document) -> list[Told]:
    """What the program reads."""
    return [
        Told((one.at.start, one.at.end), (one.act.value,),
             ((one.object.at.start, one.object.at.end),) if one.object else (), one.condition is not None, one.fallback)
        for one in read_directives(document).found
    ]  # fmt: skip


_WORDS = re.compile(r"(?i)\b(?:should|please|authori[sz]ed|instructed|requested)\b")
_VERBS = {
    "propose": "propose|suggest|offer", "seek": "seek|obtain|secure|ask|urge|request", "accept": "accept|agree|support",
    "assure": "re-?assure|assure", "raise": "raise|take up", "introduce": "introduce|submit|present|deliver",
    "forestall": "oppose|avoid|prevent|refrain", "defer": "defer|postpone", "consult": "consult|discuss|see",
    "report": "report", "make clear": "state|inform|say|tell|point out|stress|emphasize|reply|make clear|express",
}  # fmt: skip


def naive(document: Document) -> list[Told]:
    """What one would find who looks for a few words."""
    found = []
    for first, last in sentences(document.text.replace("\n", " ")):
        words = document.text[first:last]
        if not _WORDS.search(words):
            continue
        verbs = [(match.start(), match.end(), act) for act, listed in _VERBS.items()
                 for match in re.finditer(rf"(?i)\b(?:{listed})\b", words)]  # fmt: skip
        if verbs:
            _, end, act = min(verbs)
            condition = bool(re.search(r"(?i)\b(?:if|unless|until|when)\b", words))
            found.append(Told((first, last), (act,), ((first + end + 1, last - 1),), condition, 0))
    return found


def compared(wanted: Sequence[Told], found: Sequence[Told]) -> tuple[dict[str, Score], list[Told], list[Told], list]:
    """The scores of one document, what was missed, what was too much, and the pairs that differ."""
    pairs = _pairs(wanted, found)
    taken_wanted = {id(one) for one, _ in pairs}
    taken_found = {id(other) for _, other in pairs}
    pairs = [(one, other) for one, other in pairs if not one.optional]
    missed = [one for one in wanted if id(one) not in taken_wanted and not one.optional]
    extra = [one for one in found if id(one) not in taken_found]
    count, number = len(pairs) + len(missed), len(pairs) + len(extra)
    objects = [(one, other) for one, other in pairs if one.objects]
    without = len(pairs) - len(objects)
    conditions = [other.condition == one.condition for one, other in pairs]
    scores = {
        "act": Score(count, number, sum(other.acts[0] in one.acts for one, other in pairs)),
        "object": Score(count - without, number - without, sum(_same(one, other) for one, other in objects)),
        "condition": Score(
            sum(one.condition for one in wanted if not one.optional),
            sum(other.condition for _, other in pairs) + sum(one.condition for one in extra),
            sum(other.condition and one.condition for one, other in pairs),
        ),
        "fallback": Score(len(pairs), len(pairs), sum(one.fallback == other.fallback for one, other in pairs)),
    }
    wrong = [(one, other) for (one, other), same in zip(pairs, conditions, strict=True)
             if other.acts[0] not in one.acts or (one.objects and not _same(one, other)) or not same]  # fmt: skip
    return scores, missed, extra, wrong


def _pairs(wanted: Sequence[Told], found: Sequence[Told]) -> list[tuple[Told, Told]]:
    return paired(
        wanted, found,
        lambda one, other: (other.acts[0] not in one.acts,
                            -overlap(one.at, other.at) / min(size(one.at), size(other.at)),
                            abs(one.at[0] - other.at[0])) if meet(one.at, other.at) else None,
    )  # fmt: skip


def _same(one: Told, other: Told) -> bool:
    return any(
        2 * overlap(span, given) >= max(size(span), size(given)) for span in one.objects for given in other.objects
    )


def measured(folder: Path, half: str, reader: Reader) -> tuple[dict[str, Score], list[str]]:
    """The scores of a half, and lines on what is not right."""
    wanted = labels(half)
    total = {name: Score() for name in MEASURES}
    lines = []
    for document in documents(folder, list(wanted)):
        scores, missed, extra, wrong = compared(wanted[document.id], reader(document))
        total = {name: total[name] + scores[name] for name in MEASURES}
        lines += [f"{document.id} missed {'/'.join(one.acts)}: {_words(document, one.at)}" for one in missed]
        lines += [f"{document.id} extra {one.acts[0]}: {_words(document, one.at)}" for one in extra]
        for one, other in wrong:
            lines.append(
                f"{document.id} wrong {'/'.join(one.acts)} c={one.condition} {_objects(document, one)!r}\n"
                f"      found {other.acts[0]} c={other.condition} {_objects(document, other)!r}"
            )
    return total, lines


def _words(document: Document, at: Span) -> str:
    return document.text[at[0] : at[1]][:160].replace("\n", " ")


def _objects(document: Document, one: Told) -> str:
    return " | ".join(f"{document.text[a:b][:60]}..{document.text[a:b][-20:]}" for a, b in one.objects)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--set", choices=(*HALVES, *UNUSED))
    given = parser.parse_args(arguments)
    for half in [given.set] if given.set else HALVES:
        for name, reader in (("grammar", by_grammar), ("naive", naive)):
            total, lines = measured(given.folder, half, reader)
            for measure in MEASURES:
                print(f"{half:9} {name:8} {measure:10} {total[measure]}")
            if given.misses and name == "grammar":
                print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())

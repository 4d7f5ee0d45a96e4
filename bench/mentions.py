"""How well persons and abbreviations are found, held against the links that TEI volumes have in their own markup.

`python bench/mentions.py VOLUME...` prints for each volume, and for all, what was found of what the markup links. The
markup links most mentions, not all: a mention beside its links is counted apart, as `extra`, and is mostly right.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from travaux.record import Document, read
from travaux.record.formats.tei_body import TEI
from travaux.record.formats.xml_source import xml_root
from travaux.record.mention import Mention
from travaux.record.registers.linker import Linker
from travaux.record.registers.tei_lists import tei_register

_LINKED = {f"{TEI}persName": "corresp", f"{TEI}gloss": "target"}


@dataclass(frozen=True)
class Marked:
    """A mention that the markup links: which characters, and to what."""

    note: str
    start: int
    end: int
    target: str


def main(paths: list[Path]) -> None:
    """Print the figures of these volumes."""
    total: dict[str, Counter[str]] = {"persons": Counter(), "abbreviations": Counter()}
    seconds: Counter[str] = Counter()
    for path in paths:
        content = path.read_bytes()
        figures, took = measure(content, path.name)
        seconds.update(took)
        for kind, counter in figures.items():
            total[kind].update(counter)
        print(path.stem, *(f"{kind} {worded(counter)}" for kind, counter in figures.items()), sep="\n    ")
    print("all", *(f"{kind} {worded(counter)}" for kind, counter in total.items()), sep="\n    ")
    extra = seconds["lists"] + seconds["linking"]
    print(", ".join(f"{name} {took:.2f} s" for name, took in seconds.items()), f"= {extra / seconds['reading']:.0%}")


def measure(content: bytes, name: str) -> tuple[dict[str, Counter[str]], dict[str, float]]:
    """The figures of one volume, and how long its parts took."""
    gc.collect()
    started = time.perf_counter()
    documents = read(content, name=name)
    done = time.perf_counter()
    root = xml_root(content, name=name)
    parsed = time.perf_counter()
    register = tei_register(root, name=name)
    listed = time.perf_counter()
    linker = Linker(register)
    mentions = [linker.link(document) for document in documents]
    linked = time.perf_counter()
    kinds = {person.id: "persons" for person in register.persons}
    kinds |= {each.id: "abbreviations" for each in register.abbreviations}
    figures: dict[str, Counter[str]] = {"persons": Counter(), "abbreviations": Counter()}
    for found, marked in zip(mentions, markup(root, documents, name), strict=True):
        held_against(found, marked, kinds, figures)
    return figures, {"reading": done - started, "lists": listed - parsed, "linking": linked - listed}


def markup(root: etree._Element, documents: tuple[Document, ...], name: str) -> Iterator[list[Marked]]:
    """What the markup links in the text and notes of each document: its links are read as if they were references."""
    targets: list[str] = []
    for body in root.iter(f"{TEI}body"):
        for element in body.iter(*_LINKED):
            target = element.get(_LINKED[element.tag])
            if target:
                element.tag = f"{TEI}ref"
                element.attrib.clear()
                element.set("target", f"links#d{len(targets)}")
                targets.append(target.removeprefix("#"))
    for document, linked in zip(documents, read(etree.tostring(root), name=name), strict=True):
        assert document.text == linked.text
        yield [
            Marked(each.at.note, each.at.start, each.at.end, targets[int(each.target.removeprefix("links/d"))])
            for each in linked.references
            if each.target.startswith("links/d") and each.at.end
        ]


def held_against(
    found: tuple[Mention, ...], marked: list[Marked], kinds: dict[str, str], figures: dict[str, Counter[str]]
) -> None:
    """Count what was found right, wrong, undecided and not at all, and what was found besides."""
    here: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        here[mention.at.note].append(mention)
    met: set[int] = set()
    for link in marked:
        hits = [each for each in here[link.note] if each.at.start < link.end and each.at.end > link.start]
        met.update(map(id, hits))
        if link.target in kinds:
            figures[kinds[link.target]][_outcome(hits, link.target)] += 1
    for mention in found:
        if id(mention) not in met and mention.target:
            figures[kinds[mention.target]]["extra"] += 1


def _outcome(hits: list[Mention], target: str) -> str:
    if any(hit.target == target for hit in hits):
        return "right"
    if not hits:
        return "missed"
    return "wrong" if all(hit.target for hit in hits) else "undecided"


def worded(counter: Counter[str]) -> str:
    """The figures of a kind in a line."""
    linked = sum(counter[name] for name in ("right", "wrong", "undecided", "missed"))
    if not linked:
        return f"none linked by the markup, {counter['extra']} found"
    precision = counter["right"] / max(counter["right"] + counter["wrong"], 1)
    return (
        f"{linked} linked: recall {counter['right'] / linked:.3f}, precision {precision:.3f} "
        f"({counter['wrong']} wrong, {counter['undecided']} undecided, {counter['missed']} missed), "
        f"{counter['extra']} found besides"
    )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])

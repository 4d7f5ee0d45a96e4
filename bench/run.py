"""Measures Travaux against a floor (the least the work can cost) or a peer, in one run; prints ratios.

A ratio against a floor says how many times as long Travaux takes; against a peer, how many times as fast it is.
Takes the published record where TRAVAUX_CORPUS or ../shared/record holds it, and invented text elsewhere.
"""

from __future__ import annotations

import difflib
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from travaux import compile, follow, read, record, redline
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, ProvisionKind, Run

ROOT = Path(__file__).parents[1]
VOLUME = "frus1958-60v18.xml"


def seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Prints one line a figure: what, seconds, ratio, and what the ratio is against."""
    corpus = Path(os.environ.get("TRAVAUX_CORPUS", ROOT.parent / "shared" / "record"))
    volume = corpus / "frus" / VOLUME
    if volume.exists():
        content = volume.read_bytes()
        source = VOLUME
    else:
        content, source = invented_volume(300), "an invented volume of 300 documents"
    print(f"Reading, on {source} ({len(content) / 1e6:.1f} MB)")
    reading(content)
    documents = record.read(content, name="volume.xml") if volume.exists() else examples()
    print(f"Amending, on {len(documents)} documents")
    amending(documents)
    before, after = drafts()
    print(f"Comparing, on two drafts of {len(before.text.split())} words with 3 words in 100 changed")
    comparing(before, after)


def show(what: str, taken: float, other: float, against: str) -> None:
    """One figure; a floor is undercut by nobody, a peer is hoped to be."""
    print(f"  {what:34} {taken:8.3f} s   {taken / other:8.2f} x {against} ({other:.3f} s)")


def reading(content: bytes) -> None:
    def floor() -> None:
        parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
        "".join(etree.fromstring(content, parser).itertext()).split()

    taken = seconds(lambda: record.read(content, name="volume.xml"))
    show("TEI volume into documents", taken, seconds(floor), "the time to parse it and split its words")


def amending(documents: tuple[record.Document, ...]) -> None:
    verbs = re.compile(r"(?i)\b(?:substitut|replac|insert|delet|omit|amend|chang|add|read)\w*")

    def floor() -> None:
        for document in documents:
            verbs.findall(document.text)

    lowest = seconds(floor)
    compiled = seconds(lambda: [compile(document) for document in documents], times=1)
    show("instructions compiled", compiled, lowest, "the time to look for the verbs of change")
    followed = seconds(lambda: follow(documents), times=1)
    show("drafts followed through them", followed, compiled, "the time to compile alone")


def comparing(before: Draft, after: Draft) -> None:
    def peer() -> None:
        old, new = re.findall(r"\w+|\W", before.text), re.findall(r"\w+|\W", after.text)
        difflib.SequenceMatcher(None, old, new).get_opcodes()

    show("redline", seconds(lambda: redline(before, after)), seconds(peer, times=1), "difflib on the same words")


def examples() -> tuple[record.Document, ...]:
    """The documents of the example negotiation."""
    paths = sorted((ROOT / "examples").glob("*/*.txt"))
    return tuple(document for path in paths for document in read(path))


def drafts() -> tuple[Draft, Draft]:
    """Two drafts of 200 articles; the second has 3 words in 100 changed."""
    chance = random.Random(1958)
    vocabulary = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("", "n", "r", "s")]
    texts = [[" ".join(chance.choices(vocabulary, k=80)) for _ in range(3)] for _ in range(200)]
    changed = [[_changed(words, chance, vocabulary) for words in paragraphs] for paragraphs in texts]
    return _draft("before", texts), _draft("after", changed)


def _changed(words: str, chance: random.Random, vocabulary: list[str]) -> str:
    return " ".join(chance.choice(vocabulary) if chance.random() < 0.03 else word for word in words.split())


def _draft(name: str, texts: list[list[str]]) -> Draft:
    articles = tuple(_article(number, paragraphs) for number, paragraphs in enumerate(texts, 1))
    return Draft(id=name, title="Treaty", provisions=articles, at=Citation(name, 0, 1))


def _article(number: int, paragraphs: list[str]) -> Provision:
    label = (Run(f"Article {number}", Citation("d", 0, 9)),)
    children = tuple(
        Provision(ProvisionKind.PARAGRAPH, content=(Run(words, Citation("d", 0, len(words))),)) for words in paragraphs
    )
    return Provision(ProvisionKind.ARTICLE, str(number), label, (), children)


def invented_volume(count: int) -> bytes:
    """A TEI volume of telegrams about nothing."""
    chance = random.Random(1960)
    words = ["ferry", "strait", "pilot", "harbor", "treaty", "minister", "agreed", "proposed", "of", "the", "in", "and"]
    documents = "".join(
        f'<div type="document" xml:id="d{n}" n="{n}"><head>{n}. Telegram From the Embassy in Halvern to the Department'
        f' of State</head><dateline><placeName>Dunmarch</placeName>, <date when="1962-03-{n % 28 + 1:02d}">March'
        f" {n % 28 + 1}, 1962</date></dateline>"
        + "".join(f"<p>{' '.join(chance.choices(words, k=90))}.</p>" for _ in range(12))
        + "</div>"
        for n in range(1, count + 1)
    )
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{documents}</body></text></TEI>'.encode()


if __name__ == "__main__":
    main()

"""Measures Travaux against a floor (the least the work can cost) or a peer, in one run; prints ratios.

A ratio against a floor says how many times as long Travaux takes; against a peer, how many times as fast it is.
Takes the published record where TRAVAUX_CORPUS or ../shared/record holds it, and invented text elsewhere.
"""

from __future__ import annotations

import difflib
import random
import re
import tempfile
from pathlib import Path
from time import process_time

import build_speed
import reading_speed
import search
import status_speed
from measure import medians, seconds, show
from volumes import CORPUS, volumes

from travaux import compile, follow, read, record, redline
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, ProvisionKind, Run

ROOT = Path(__file__).parents[1]
VOLUME = "frus1958-60v18.xml"
#: How many times the reading of a library the scan of all its documents for instructions may take.
MOST_SCANNED = 1.0


def main() -> None:
    """Prints one line a figure: what, seconds, ratio, and what the ratio is against."""
    volume = CORPUS / VOLUME
    reading_speed.main()
    build_speed.main()
    search.main()
    status_speed.main()
    documents = record.read(volume.read_bytes(), name=VOLUME) if volume.exists() else examples()
    print(f"Amending, on {len(documents)} documents")
    amending(documents)
    with tempfile.TemporaryDirectory() as folder:
        said, paths = volumes(Path(folder))
        print(f"Scanning for instructions, {said}, medians of 3, processor time")
        scanning({path.name: path.read_bytes() for path in paths})
    before, after = drafts()
    print(f"Comparing, on two drafts of {len(before.text.split())} words with 3 words in 100 changed")
    comparing(before, after)


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


def scanning(contents: dict[str, bytes]) -> None:
    """All documents of a library compiled, against reading them."""
    documents = [each for name, content in contents.items() for each in record.read(content, name=name)]
    read_all, compiled = medians(
        lambda: [record.read(content, name=name) for name, content in contents.items()],
        lambda: [compile(document) for document in documents],
        clock=process_time,
    )
    show("a library scanned", compiled, read_all, "the time to read it", most=MOST_SCANNED)


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


if __name__ == "__main__":
    main()

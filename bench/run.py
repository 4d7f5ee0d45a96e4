"""Measures Travaux against a floor (the least the work can cost) or a peer, in one run; prints ratios.

A ratio against a floor says how many times as long Travaux takes; against a peer, how many times as fast it is.
Takes the published record where TRAVAUX_CORPUS or ../shared/record holds it, and invented text elsewhere.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from time import process_time

import build_speed
import comparing
import precedents
import reading_speed
import search
import status_speed
from measure import medians, seconds, show
from volumes import CORPUS, volumes

from travaux import compile, follow, read, record
from travaux.record.uncollected import uncollected

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
    comparing.main()
    treaties = CORPUS.parent / "treaties"
    print("Precedents, on the published agreements, else on the examples")
    precedents.main(treaties if treaties.is_dir() else ROOT / "examples" / "library")


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


def scanned(documents: list[record.Document]) -> None:
    """What a build does with the documents of a library; as there, and as in reading, the collector is kept still."""
    with uncollected():
        for document in documents:
            compile(document)


def scanning(contents: dict[str, bytes]) -> None:
    """All documents of a library compiled, against reading them."""
    documents = [each for name, content in contents.items() for each in record.read(content, name=name)]
    read_all, compiled = medians(
        lambda: [record.read(content, name=name) for name, content in contents.items()],
        lambda: scanned(documents),
        clock=process_time,
    )
    show("a library scanned", compiled, read_all, "the time to read it", most=MOST_SCANNED)


def examples() -> tuple[record.Document, ...]:
    """The documents of the example negotiation."""
    paths = sorted((ROOT / "examples").glob("*/*.txt"))
    return tuple(document for path in paths for document in read(path))


if __name__ == "__main__":
    main()

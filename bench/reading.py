"""Prints what Travaux reads in files of the record: one JSON line a document, in the terms of the reading kit.

    .venv/bin/python bench/reading.py PATH...

A path is a TEI volume, a text of one document (`texts/frus1955v99/d7.txt` is `frus1955v99/d7`), a whole volume as
one text, or a folder of them. What cannot be read is told on stderr, and the rest is printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from travaux.actions.collect import collect
from travaux.errors import TravauxError, UnreadableInput
from travaux.record import BlockKind, Document, Kind, opened

#: Blocks that the contract counts as no part of the body.
OUTSIDE = frozenset({BlockKind.CLOSING, BlockKind.DATELINE})
USAGE = "usage: .venv/bin/python bench/reading.py PATH..."


def main(arguments: list[str]) -> int:
    if not arguments:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        paths = collect(Path(argument) for argument in arguments)
    except TravauxError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    failed = False
    for path in paths:
        try:
            for found in records(path):
                print(json.dumps(found, ensure_ascii=False))
        except UnreadableInput as refusal:
            print(refusal, file=sys.stderr)
            failed = True
    return int(failed)


def records(path: Path) -> Iterator[dict[str, object]]:
    """What is printed for the documents of one file."""
    for document in documents(path):
        found = record(document)
        if path.suffix == ".txt" and document.dateline is None:
            # A look that shows no dateline shows none of enclosures either: such lines are paragraphs of their own.
            found["paragraphs"] = [block.text for block in document.body if block.kind is not BlockKind.CLOSING]
        yield found


def documents(path: Path) -> Iterator[Document]:
    """The documents of one file; the folder it lies in is the volume, where it holds one document."""
    yield from opened(path.read_bytes(), name=f"{path.resolve().parent.name}/{path.name}").documents


def record(document: Document) -> dict[str, object]:
    """The document in the terms of the contract."""
    source = document.source_note
    return {
        "id": document.id,
        "number": document.number,
        "title": document.title,
        "kind": Kind.OTHER if document.kind is Kind.AGREEMENT else document.kind,
        "from_": document.sender,
        "to": document.addressee,
        "date": document.date.isoformat() if document.date else None,
        "date_text": document.date_text,
        "place": document.place,
        "own_number": document.own_number,
        "file_number": source.file_number if source else None,
        "source_note": source.text if source else None,
        "classification": document.classification,
        "handling": source.handling if source else None,
        "drafted_by": source.drafted_by if source else None,
        "cleared_with": source.cleared_with if source else None,
        "approved_by": source.approved_by if source else None,
        "repeated_to": source.repeated_to if source else None,
        "subject": document.subject,
        "pages": [int(page.page) for page in document.page_breaks if page.page.isdigit()],
        "footnotes": [{"n": note.mark, "text": note.text} for note in document.notes],
        "withheld": [_without_place(asdict(passage)) for passage in document.withheld],
        "references": [_without_place(asdict(reference)) for reference in document.references],
        "paragraphs": [block.text for block in document.body if block.kind not in OUTSIDE],
        "signed": document.signed,
    }


def _without_place(found: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in found.items() if key != "at"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

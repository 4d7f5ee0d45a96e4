"""The cases in tests/cases/record, and a document written out so that a lawyer can check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from travaux.record import Document, SourceNote

CASES = Path(__file__).resolve().parent.parent / "cases" / "record"
LISTED = frozenset({"body", "notes", "page_breaks", "withheld", "references", "source_note", "findings"})


def cases(kind: str) -> list[Path]:
    """The folders of the good cases, or of the bad ones."""
    return sorted((CASES / kind).iterdir())


def given(case: Path) -> Path:
    """The file of a case that is read."""
    return next(case.glob("input.*"))


def written_out(document: Document) -> str:
    """Every field of a document, a line each; nothing for a field without a value."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    for field in fields(document):
        value = getattr(document, field.name)
        if field.name not in LISTED and value is not None:
            yield f"{field.name}: {value}"
    if document.source_note:
        yield from _source(document.source_note)
    yield "body:"
    for start, block in zip(document.starts, document.body, strict=True):
        words = block.text.replace("\t", " | ")
        yield f"  {start:>4} {block.kind}: {words}"
    for note in document.notes:
        words = note.text.replace("\n", " // ")
        yield f"note {note.mark} at {note.offset}: {words}"
    yield from (f"page {page.page} at {page.offset}" for page in document.page_breaks)
    for passage in document.withheld:
        place = _place(passage.at.start, passage.at.note)
        yield f"withheld at {place}: {passage.text} = {passage.amount} {passage.unit}"
    for reference in document.references:
        yield f"reference at {_place(reference.at.start, reference.at.note)}: {reference.text} -> {reference.target}"
    yield from (f"finding {finding.severity} {finding.code}: {finding.message}" for finding in document.findings)


def _source(source: SourceNote) -> Iterator[str]:
    yield "source note:"
    for field in fields(source):
        value = getattr(source, field.name)
        if value not in (None, (), ""):
            yield f"  {field.name}: {'; '.join(value) if isinstance(value, tuple) else value}"


def _place(start: int, note: str) -> str:
    return f"note {note}, {start}" if note else str(start)

"""Lays the body and the notes of a document out for the page, with every passage found in it marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document
from travaux.web.document.mark import Look, Mark, Point, Sign, Stretch, mark


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the body in cells: one, but for the rows of a table."""

    kind: BlockKind
    cells: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A note under the body; `back` is where its mark stands, "" where it has none in the text."""

    anchor: str
    mark: str
    stretches: tuple[Stretch, ...]
    back: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page prints: groups of lines of one kind, the source note, the notes."""

    groups: tuple[tuple[BlockKind, tuple[Line, ...]], ...]
    source: tuple[Stretch, ...]
    notes: tuple[LaidNote, ...]


def lay_out(
    document: Document,
    passages: Iterable[tuple[Look, Citation]],
    links: Iterable[tuple[Citation, Look, str]],
    named: Iterable[Mark] = (),
) -> Layout:
    """The document as the page prints it; `links` are passages that lead to an address, "" where to none; `named` are
    marks ready made."""
    cited = [*passages, *((Look.WITHHELD, withheld.at) for withheld in document.withheld)]
    marks = [_mark(at, look) for look, at in cited if at.document == document.id]
    marks += [*(_mark(at, look, href) for at, look, href in links), *named]
    body, points = [each for each in marks if not each.note], _points(document)
    lines = [_line(block, start, body, points) for block, start in zip(document.body, document.starts, strict=True)]
    groups = ((kind, tuple(group)) for kind, group in groupby(lines, lambda line: line.kind))
    return Layout(tuple(groups), _source(document, marks), _notes(document, marks))


def _mark(at: Citation, look: Look, href: str = "") -> Mark:
    return Mark(at.start, at.end, look, href, at.note)


def _points(document: Document) -> list[Point]:
    pages = [Point(each.offset, Sign.PAGE, each.page) for each in document.page_breaks]
    notes = [
        Point(note.offset, Sign.NOTE, note.mark, f"note-{position}")
        for position, note in enumerate(document.notes, start=1)
        if note.offset is not None
    ]
    return pages + notes


def _line(block: Block, start: int, marks: list[Mark], points: list[Point]) -> Line:
    texts = block.text.split("\t") if block.kind is BlockKind.ROW else [block.text]
    cells = []
    for text in texts:
        cells.append(mark(text, marks, points, at=start))
        start += len(text) + 1
    return Line(block.kind, tuple(cells))


def _source(document: Document, marks: list[Mark]) -> tuple[Stretch, ...]:
    source = document.source_note
    if source is None:
        return ()
    return mark(source.text, [each for each in marks if source.mark and each.note == source.mark])


def _notes(document: Document, marks: list[Mark]) -> tuple[LaidNote, ...]:
    return tuple(
        LaidNote(
            anchor=f"note-{position}",
            mark=note.mark,
            stretches=mark(note.text, [each for each in marks if each.note == note.mark]),
            back="" if note.offset is None else f"note-{position}-mark",
        )
        for position, note in enumerate(document.notes, start=1)
    )

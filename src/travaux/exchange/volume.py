"""Documents of the record laid out as a volume prints them: heading, source note, body, signature and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.exchange.sheet import Line, Piece, Sheet, Stretch
from travaux.record.document import BlockKind, Document
from travaux.text.draft import ProvisionKind

_INDENTED = frozenset({BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.ROW})


def volume(documents: Iterable[Document], *, title: str) -> Sheet:
    """The documents one after the other under a title, ready for every format that shows pages."""
    return Sheet(title, tuple(piece for document in documents for piece in _pieces(document)), about=())


def _pieces(document: Document) -> Iterator[Piece]:
    number = f"{document.number}. " if document.number else ""
    yield _line(ProvisionKind.HEADING, f"{number}{document.title}")
    for words in (document.dateline, _own(document), document.subject):
        if words:
            yield _line(ProvisionKind.PARAGRAPH, words)
    note = document.source_note
    if note and note.text:
        yield _line(ProvisionKind.PARAGRAPH, f"{note.mark} {note.text}".strip())
    for block in document.body:
        kind = ProvisionKind.HEADING if block.kind is BlockKind.HEADING else ProvisionKind.PARAGRAPH
        yield from _lines(kind, block.text, depth=1 if block.kind in _INDENTED else 0)
    for footnote in document.notes:
        yield _line(ProvisionKind.PARAGRAPH, f"{footnote.mark} {footnote.text}".strip(), depth=1)


def _own(document: Document) -> str:
    """Its own number, where the dateline does not have it."""
    number = document.own_number or ""
    return "" if number in (document.dateline or "") else number


def _lines(kind: ProvisionKind, words: str, *, depth: int) -> Iterator[Line]:
    if words.strip():
        yield _line(kind, words, depth=depth)


def _line(kind: ProvisionKind, words: str, *, depth: int = 0) -> Line:
    return Line(kind, (Stretch(words),), depth=depth)

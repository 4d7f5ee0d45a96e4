"""Lays a document out for the terminal: heading, body with its marks at their places, notes."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from travaux.cli import terminal
from travaux.cli.wording import in_words
from travaux.record.document import BlockKind, Document, SourceNote, When
from travaux.record.withholding import in_words as withheld_in_words
from travaux.record.withholding import withholding

_STYLES = {BlockKind.HEADING: "bold", BlockKind.CLOSING: "italic"}
_INDENTED = (BlockKind.ITEM, BlockKind.QUOTATION)
_WITHHELD = "reverse"
_MARK = "cyan"


def heading(document: Document) -> Iterator[Text]:
    """Title, dateline, and what the source note says."""
    number = f"{document.number}. " if document.number else ""
    title = document.title if document.title.startswith(number) else number + document.title
    yield terminal.styled(title, "bold")
    when = document.date_text or in_words(document.date)
    yield terminal.styled(", ".join(filter(None, (document.place, when))))
    yield Text()
    for name, value in _particulars(document):
        yield terminal.styled(f"{name + ':':<16}{value}")
    if document.source_note:
        yield terminal.styled(document.source_note.text, "dim")


def body(document: Document) -> Iterator[Text]:
    """The blocks of the body, a line between them, and the signature."""
    for block, start in zip(document.body, document.starts, strict=True):
        yield Text()
        indent = "    " if block.kind in _INDENTED else ""
        yield Text(indent).append_text(_marked(document, start, block.text, _STYLES.get(block.kind, "")))
    if document.signed:
        yield Text()
        yield terminal.styled(f"    {document.signed}")


def notes(document: Document) -> Iterator[Text]:
    """The footnotes, each under its mark."""
    if document.notes:
        yield Text()
    for note in document.notes:
        yield terminal.styled(f"[{note.mark}] ", _MARK).append(terminal.plain(note.text), "")


def _particulars(document: Document) -> Iterator[tuple[str, str]]:
    source = document.source_note or SourceNote(text="")
    named = (
        ("File number", source.file_number),
        ("Classification", source.classification or document.classification),
        ("Handling", _list(source.handling)),
        ("Drafted by", _list(source.drafted_by)),
        ("Cleared with", _list(source.cleared_with)),
        ("Approved by", _list(source.approved_by)),
        ("Repeated to", _list(source.repeated_to)),
        ("From", document.sender),
        ("To", document.addressee),
        ("Own number", document.own_number),
        ("Subject", document.subject),
        ("Date (EDTF)", _meant(document.when)),
        ("Withheld", _withheld(document)),
    )
    for name, value in named:
        if value:
            yield name, value


def _meant(when: When | None) -> str:
    if when is None:
        return ""
    return when.edtf + (", inferred by the editors" if when.inferred else "")


def _withheld(document: Document) -> str:
    held = withholding(document)
    in_full = "the document in full: " if held.in_full else ""
    return in_full + ". ".join(map(withheld_in_words, held.tallies)) if held.tallies else ""


def _list(values: tuple[str, ...] | None) -> str:
    return "; ".join(values or ())


def _marked(document: Document, start: int, words: str, style: str) -> Text:
    """A block's words with the marks of pages and notes between them, withheld passages set off."""
    end = start + len(words)
    marks = [(each.offset, f"[Page {each.page}] ") for each in document.page_breaks]
    marks += [(note.offset, f"[{note.mark}]") for note in document.notes if note.offset is not None]
    here = sorted((mark for mark in marks if start <= mark[0] <= end), key=lambda mark: mark[0])
    withheld = [each.at for each in document.withheld if not each.at.note]
    edges = {start, end, *(offset for offset, _ in here)}
    edges |= {min(max(edge, start), end) for at in withheld for edge in (at.start, at.end)}
    text, cuts = Text(), sorted(edges)
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        for offset, mark in here:
            if offset == first:
                text.append(terminal.plain(mark), _MARK)
        hidden = any(at.start <= first < at.end for at in withheld)
        look = _WITHHELD if hidden else style
        text.append(terminal.plain(words[first - start : last - start]), look)
    return text

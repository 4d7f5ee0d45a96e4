"""Redlines as people see them: marked text for a terminal, `ins` and `del` for a page. Legible without colour: what is
inserted is underlined, what is deleted struck out, what moved is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from travaux.compare.redline import Change, Manner, Redline, RedlineLine, Span
from travaux.text.draft import Run

_MARKS = {Change.INSERTED: ("{+", "+}"), Change.DELETED: ("[-", "-]"), Change.MOVED: ("[<", ">]")}
_FROM_ELSEWHERE = ("{>", "<}")
_STYLES = {
    Change.INSERTED: ("\x1b[4;32m", "\x1b[0m"),
    Change.DELETED: ("\x1b[9;31m", "\x1b[0m"),
    Change.MOVED: ("\x1b[9;2m", "\x1b[0m"),
}
_STYLE_ELSEWHERE = ("\x1b[4;36m", "\x1b[0m")
_TAGS = {
    Change.INSERTED: ("<ins>", "</ins>"),
    Change.DELETED: ("<del>", "</del>"),
    Change.MOVED: ('<del class="moved">', "</del>"),
}
_TAG_ELSEWHERE = ('<ins class="moved">', "</ins>")
_PLAIN = ("", "")
# Stands for the end of a line that is gone.
_BREAK = "¶"


def as_text(redline: Redline, *, colour: bool = False, substance: bool = False) -> str:
    """The redline as lines of text: '[-gone-] {+new+}', '[<moved away>] {>moved here<}', or with `colour` struck out
    and underlined. `substance`: what differs in form alone is shown as the later text has it."""
    marks, elsewhere = (_STYLES, _STYLE_ELSEWHERE) if colour else (_MARKS, _FROM_ELSEWHERE)
    lines = (shown(line, substance=substance) for line in redline.lines)
    return "\n".join(
        "".join(
            _marked(span, elsewhere if span.manner is Manner.ELSEWHERE else marks.get(span.change, _PLAIN))
            for span in line
        )
        for line in lines
        if line
    )


def as_html(redline: Redline, *, substance: bool = False) -> str:
    """The redline as paragraphs with `ins` and `del`. All words are escaped: text from a document is data."""
    lines = (shown(line, substance=substance) for line in redline.lines)
    return "\n".join(f"<p>{''.join(map(_html, line))}</p>" for line in lines if line)


def shown(line: RedlineLine, *, substance: bool = False) -> list[Span]:
    """The spans of a line to show. With `substance`, what differs in form alone stands as the later text has it."""
    spans = list(_with_breaks(line.spans))
    if not substance:
        return spans
    return [
        Span(Change.KEPT, span.words, span.line, span.start) if span.manner is Manner.FORM else span
        for span in spans
        if span.manner is not Manner.FORM or span.change is not Change.DELETED
    ]


def _with_breaks(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans of a line, with a sign where a line ended in the earlier text and ends no more."""
    end: int | None = None
    for span in spans:
        if span.was is not None and span.change is not Change.MOVED and span.manner is not Manner.ELSEWHERE:
            if end is not None and span.was == end + 1:
                yield Span(Change.DELETED, _BREAK, (Run(_BREAK, span.runs[0].origin),), 0)
            end = span.was + len(span.words)
        yield span


def _html(span: Span) -> str:
    first, last = _TAG_ELSEWHERE if span.manner is Manner.ELSEWHERE else _TAGS.get(span.change, _PLAIN)
    return f"{first}{escape(span.words)}{last}"


def _marked(span: Span, marks: tuple[str, str]) -> str:
    words = "".join(character if character.isprintable() else "�" for character in span.words)
    return f"{marks[0]}{words}{marks[1]}"

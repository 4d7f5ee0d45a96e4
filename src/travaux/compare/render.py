"""Redlines as people see them: marked text for a terminal, `ins` and `del` for a page."""

from __future__ import annotations

from html import escape

from travaux.compare.redline import Change, Redline, RedlineLine, Span

_MARKS = {Change.KEPT: ("", ""), Change.INSERTED: ("{+", "+}"), Change.DELETED: ("[-", "-]")}
_STYLES = {
    Change.KEPT: ("", ""),
    Change.INSERTED: ("\x1b[4;32m", "\x1b[0m"),
    Change.DELETED: ("\x1b[9;31m", "\x1b[0m"),
}
_TAGS = {Change.KEPT: ("", ""), Change.INSERTED: ("<ins>", "</ins>"), Change.DELETED: ("<del>", "</del>")}


def as_text(redline: Redline, *, colour: bool = False) -> str:
    """The redline as lines of text: '[-gone-] {+new+}', or with `colour` struck out and underlined."""
    marks = _STYLES if colour else _MARKS
    return "\n".join("".join(_marked(span, marks[span.change]) for span in line.spans) for line in redline.lines)


def as_html(redline: Redline) -> str:
    """The redline as paragraphs with `ins` and `del`. All words are escaped: text from a document is data."""
    return "\n".join(f"<p>{_html_line(line)}</p>" for line in redline.lines)


def _html_line(line: RedlineLine) -> str:
    return "".join(f"{_TAGS[span.change][0]}{escape(span.words)}{_TAGS[span.change][1]}" for span in line.spans)


def _marked(span: Span, marks: tuple[str, str]) -> str:
    words = "".join(character if character.isprintable() else "�" for character in span.words)
    return f"{marks[0]}{words}{marks[1]}"

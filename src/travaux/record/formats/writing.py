"""Writes running words and the marks of notes down as printed lines, for readers of pages with markup."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.record.formats.plain_body import Line
from travaux.record.formats.plain_notes import Mark


class Writer:
    """Takes words and marks in reading order; afterwards `lines` and `marks` hold them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.marks: dict[int, Mark] = {}
        self._words = ""
        self._gap = False
        self._apart = True

    def words(self, text: str | None) -> None:
        """Words as the source has them; runs of white space are one space."""
        if not text:
            return
        words = " ".join(text.split())
        self._gap = bool(self._words) and (self._gap or text[0].isspace())
        if words:
            self._words += (" " if self._gap else "") + words
            self._gap = text[-1].isspace()

    def tab(self) -> None:
        """What parts two cells of a row."""
        self._words += "\t"
        self._gap = False

    def mark(self, note: int, printed: str) -> None:
        """The mark of a note; it is glued to the word before it, and only its first place counts."""
        if note not in self.marks:
            start = len(self._words)
            self._words += printed
            self.marks[note] = Mark(note, printed, len(self.lines), start, len(self._words))

    def line(self, *, heading: bool = False) -> None:
        """The end of a line within a paragraph."""
        if self._words.strip():
            self.lines.append(Line(self._words, len(self.lines), self._apart, heading))
            self._apart = False
        elif self._words:
            self._drop_marks()
        self._words, self._gap = "", False

    def paragraph(self, *, heading: bool = False) -> None:
        """The end of a paragraph."""
        self.line(heading=heading)
        self._apart = True

    def _drop_marks(self) -> None:
        here = len(self.lines)
        self.marks = {note: mark for note, mark in self.marks.items() if mark.line != here}

    def marks_of(self, printed: Sequence[str]) -> tuple[Mark, ...]:
        """The marks of all notes in order; one without a place is on no line."""
        return tuple(self.marks.get(note, Mark(note, mark)) for note, mark in enumerate(printed))

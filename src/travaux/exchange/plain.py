"""A sheet as plain text: the words line by line, then what they are."""

from __future__ import annotations

from itertools import groupby

from travaux.exchange.sheet import Line, Manner, Sheet, Table

_MARKS = {
    Manner.KEPT: ("", ""),
    Manner.INSERTED: ("{+", "+}"),
    Manner.DELETED: ("[-", "-]"),
    Manner.MOVED: ("[<", ">]"),
    Manner.HERE: ("{>", "<}"),
}
_RULE = "-" * 72


def write_sheet(sheet: Sheet) -> bytes:
    """The sheet in UTF-8. Of a draft, what stands above the rule is its words and nothing else."""
    pieces = [_line(piece) if isinstance(piece, Line) else _table(piece) for piece in sheet.pieces]
    about = ["\n".join(f"{name}: {' '.join(value.split())}" for name, value in each.facts) for each in sheet.about]
    return ("\n".join([*pieces, _RULE]) + "\n" + "\n\n".join(about) + "\n").encode("utf-8", "backslashreplace")


def _line(line: Line) -> str:
    manners = groupby(line.stretches, key=lambda each: each.manner)
    return "".join(_change(manner, "".join(each.words for each in group)) for manner, group in manners)


def _change(manner: Manner, words: str) -> str:
    opening, closing = _MARKS[manner]
    return f"{opening}{words}{closing}"


def _table(table: Table) -> str:
    """A row after the other, each cell under the head of its column."""
    rows = []
    for number, row in enumerate(table.rows, start=1):
        cells = [f"{head}: " + "\n".join(map(_line, cell)) for head, cell in zip(table.heads, row, strict=True) if cell]
        rows.append(f"({number})\n" + "\n".join(cells))
    return "\n\n".join([table.caption, *rows] if table.caption else rows)

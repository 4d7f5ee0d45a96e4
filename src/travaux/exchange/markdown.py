"""A sheet as Markdown (CommonMark; tables as GitHub writes them). Signs that Markdown would act on are escaped."""

from __future__ import annotations

import re

from travaux.exchange.sheet import Cell, Changed, Line, Manner, Mark, Sheet, Table, changed
from travaux.exchange.signs import visible
from travaux.text.draft import ProvisionKind

_MARKS = {
    Manner.KEPT: ("", ""),
    Manner.INSERTED: ("<ins>", "</ins>"),
    Manner.DELETED: ("<del>", "</del>"),
    Manner.MOVED: ('<del class="moved">', "</del>"),
    Manner.HERE: ('<ins class="moved">', "</ins>"),
}
_ACTING = re.compile(r"([\\`*_{}\[\]<>|~$&])")
# At the beginning of a line, signs that open a list, a heading or a rule.
_OPENING = re.compile(r"^(\s*)(?:([-+#=])|(\d{1,9})([.)]))")
_LEVELS = {
    ProvisionKind.TITLE: "#",
    ProvisionKind.PART: "##",
    ProvisionKind.CHAPTER: "##",
    ProvisionKind.ANNEX: "##",
    ProvisionKind.PREAMBLE: "##",
}


def write_sheet(sheet: Sheet) -> bytes:
    """The sheet in UTF-8; changes stand as `<ins>` and `<del>`, and are told by number at the end."""
    numbers = {mark: number for number, mark in enumerate(sheet.marks, start=1)}
    pieces = [_line(piece, numbers) if isinstance(piece, Line) else _table(piece, numbers) for piece in sheet.pieces]
    changes = [f"[^{number}]: {_told(mark)}" for mark, number in numbers.items()]
    about = ["\n".join(f"- {name}: {_escaped(value)}" for name, value in each.facts) for each in sheet.about]
    return ("\n\n".join([*pieces, *changes, "---", *about]) + "\n").encode()


def _told(mark: Mark) -> str:
    return _escaped("; ".join(mark.facts)) or "Nothing is known of it."


def _line(line: Line, numbers: dict[Mark, int]) -> str:
    words = _inline(line, numbers)
    if line.is_heading:
        return f"{_LEVELS.get(line.kind, '###')} {words}"
    return _at_start(words)


def _inline(line: Line, numbers: dict[Mark, int]) -> str:
    return "".join(_change(each, numbers) for each in changed(line.stretches)).strip()


def _change(run: Changed, numbers: dict[Mark, int]) -> str:
    opening, closing = _MARKS[run.manner]
    foot = f"[^{numbers[run.mark]}]" if run.mark and run.told else ""
    return f"{opening}{_escaped(run.words)}{closing}{foot}"


def _escaped(words: str) -> str:
    """Words on one line, with a backslash before each sign that would act.

    >>> print(_escaped("[shall] *not*"))
    \\[shall\\] \\*not\\*
    """
    return _ACTING.sub(r"\\\1", re.sub(r"\s+", " ", visible(words)))


def _at_start(words: str) -> str:
    return _OPENING.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", words
    )


def _table(table: Table, numbers: dict[Mark, int]) -> str:
    rows = [" | ".join(map(_escaped, table.heads)), " | ".join("---" for _ in table.heads)]
    rows += [" | ".join(_cell(cell, numbers) for cell in row) for row in table.rows]
    caption = f"{_escaped(table.caption)}\n\n" if table.caption else ""
    return caption + "\n".join(f"| {row} |" for row in rows)


def _cell(cell: Cell, numbers: dict[Mark, int]) -> str:
    return "<br>".join(_inline(line, numbers) for line in cell)

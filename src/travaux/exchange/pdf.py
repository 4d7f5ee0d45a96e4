"""A sheet as PDF, tagged for those who hear it read (PDF/UA-1). The same sheet gives the same bytes.

Typst sets it. The sheet goes in as data, so that no word of a document is read as markup. The fonts come with Typst;
those of the machine are only asked for signs that these lack.
"""

from __future__ import annotations

import json
from importlib.resources import files

import typst

from travaux.errors import UnwritableText
from travaux.exchange.sheet import Changed, Line, Manner, Mark, Sheet, Table, changed
from travaux.exchange.signs import visible
from travaux.text.draft import ProvisionKind

_LEVELS = {
    ProvisionKind.TITLE: 1,
    ProvisionKind.PART: 2,
    ProvisionKind.CHAPTER: 2,
    ProvisionKind.ANNEX: 2,
    ProvisionKind.PREAMBLE: 2,
}
#: A table with more columns, which says nothing of their widths, is set across the long side of the page.
_NARROW = 2
_TOLD_OF_HASH = 16

Json = dict[str, object]


def write_sheet(sheet: Sheet) -> bytes:
    """The sheet as PDF. Raises UnwritableText where no font that is here has one of its signs."""
    template = files("travaux.exchange").joinpath("sheet.typ").read_bytes()
    told = {"sheet": json.dumps(_data(sheet))}
    try:
        return _set(template, told, fonts_of_machine=False)
    except typst.TypstError:
        pass
    try:
        return _set(template, told, fonts_of_machine=True)
    except typst.TypstError as error:
        raise UnwritableText(
            f"It cannot be set as PDF: {error.message}.",
            at=sheet.about[0].draft if sheet.about else sheet.title,
            remedy="Install a font that has this sign, or export to another format (html, word).",
        ) from error


def _set(template: bytes, told: dict[str, str], *, fonts_of_machine: bool) -> bytes:
    return typst.compile(
        template, format="pdf", sys_inputs=told, ignore_system_fonts=not fonts_of_machine, pdf_standards=["ua-1"]
    )


def _data(sheet: Sheet) -> Json:
    numbers = {mark: number for number, mark in enumerate(sheet.marks, start=1)}
    tables = [piece for piece in sheet.pieces if isinstance(piece, Table)]
    return {
        "title": visible(sheet.title) or "Draft",
        "wide": any(len(table.heads) > _NARROW and not table.shares for table in tables),
        "foot": visible(_foot(sheet)),
        "pieces": _outlined(
            [_line(each, numbers) if isinstance(each, Line) else _table(each, numbers) for each in sheet.pieces]
        ),
        "changes-title": "Changes",
        "changes": [visible("; ".join(mark.facts)) or "Nothing is known of it." for mark in numbers],
        "about": [[[name, visible(value)] for name, value in each.facts] for each in sheet.about],
    }


def _outlined(pieces: list[Json]) -> list[Json]:
    """The pieces with the level of each heading in the outline: the standard wants the first to be 1, and no gap."""
    last = 0
    for piece in pieces:
        look = piece.get("look")
        if isinstance(look, int) and look:
            last = min(look, last + 1)
            piece["level"] = last
    return pieces


def _foot(sheet: Sheet) -> str:
    told = (
        f"{each.draft}, {each.date.isoformat() if each.date else 'undated'}, {each.sha256[:_TOLD_OF_HASH]}"
        for each in sheet.about
    )
    return "  →  ".join(told)


def _line(line: Line, numbers: dict[Mark, int]) -> Json:
    return {
        "kind": line.kind.value,
        "depth": min(line.depth, 4),
        "look": _LEVELS.get(line.kind, 3) if line.is_heading else 0,
        "whole": line.is_whole.value if line.is_whole not in (None, Manner.KEPT) else None,
        "label": [_change(each, numbers) for each in changed(line.label)],
        "content": [_change(each, numbers) for each in changed(line.content)],
    }


def _change(run: Changed, numbers: dict[Mark, int]) -> Json:
    number = numbers[run.mark] if run.mark and run.told else None
    return {"words": visible(run.words), "change": run.manner.value, "number": number}


def _table(table: Table, numbers: dict[Mark, int]) -> Json:
    rows = [[{"lines": [_line(line, numbers) for line in cell]} for cell in row] for row in table.rows]
    heads = list(map(visible, table.heads))
    return {
        "caption": visible(table.caption),
        "heads": heads,
        "shares": table.shares or (1,) * len(heads),
        "rows": rows,
    }

"""A sheet as one web page that stands by itself: no script, nothing to load, its style within it.

Changes are legible without colour, and on paper. All words are escaped: text from a document is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from travaux.exchange.sheet import Cell, Changed, Line, Manner, Mark, Sheet, Stretch, Table, changed
from travaux.exchange.signs import visible
from travaux.text.draft import ProvisionKind

_TAGS = {
    Manner.INSERTED: ("<ins", "</ins>"),
    Manner.DELETED: ("<del", "</del>"),
    Manner.MOVED: ('<del class="moved"', "</del>"),
    Manner.HERE: ('<ins class="moved"', "</ins>"),
}
_LEVELS = {
    ProvisionKind.TITLE: "h1",
    ProvisionKind.PART: "h2",
    ProvisionKind.CHAPTER: "h2",
    ProvisionKind.ANNEX: "h2",
    ProvisionKind.PREAMBLE: "h2",
}


def write_sheet(sheet: Sheet) -> bytes:
    """The sheet as a page in UTF-8."""
    numbers = {mark: number for number, mark in enumerate(sheet.marks, start=1)}
    pieces = [_line(piece, numbers) if isinstance(piece, Line) else _table(piece, numbers) for piece in sheet.pieces]
    style = files("travaux.exchange").joinpath("page.css").read_text(encoding="utf-8")
    page = [
        "<!DOCTYPE html>",
        "<html>",
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{_words(sheet.title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *(f'<meta name="travaux-sha256" content="{each.sha256}">' for each in sheet.about),
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        *_legend(sheet),
        '<main class="sheet">',
        *pieces,
        "</main>",
        *_changes(numbers),
        *_about(sheet),
        "</body>",
        "</html>",
    ]
    return ("\n".join(page) + "\n").encode()


def _words(words: str) -> str:
    return escape(visible(words))


def _legend(sheet: Sheet) -> Iterator[str]:
    if sheet.is_redline:
        moved = any(each.manner is Manner.MOVED for line in sheet.lines for each in line.stretches)
        ends = ' <del class="moved">moved from here</del> <ins class="moved">moved here</ins>' if moved else ""
        yield f'<p class="legend"><ins>inserted</ins> <del>deleted</del>{ends}</p>'


def _line(line: Line, numbers: dict[Mark, int]) -> str:
    tag = _LEVELS.get(line.kind, "h3") if line.is_heading else "p"
    whole = f" {line.is_whole}" if line.is_whole not in (None, Manner.KEPT) else ""
    label, content = _run(line.label, numbers), _run(line.content, numbers)
    label = f'<span class="label">{label}</span>' if label and content else label
    return f'<{tag} class="{line.kind} depth-{min(line.depth, 4)}{whole}">{label}{content}</{tag}>'


def _run(stretches: tuple[Stretch, ...], numbers: dict[Mark, int]) -> str:
    """Words one after another; those of one change in one element."""
    return "".join(_change(each, numbers) for each in changed(stretches))


def _from(stretch: Stretch) -> str:
    words = _words(stretch.words)
    return f'<span data-from="{_words(str(stretch.origin))}">{words}</span>' if stretch.origin else words


def _change(run: Changed, numbers: dict[Mark, int]) -> str:
    words = "".join(map(_from, run.stretches))
    if run.manner is Manner.KEPT:
        return words
    opening, closing = _TAGS[run.manner]
    if run.mark is None:
        return f"{opening}>{words}{closing}"
    number, told = numbers[run.mark], _words("; ".join(run.mark.facts))
    why = f'<a href="#change-{number}" data-number="{number}" aria-label="why"></a>' if run.told else ""
    return f'{opening} title="{told}">{words}{closing}{why}'


def _table(table: Table, numbers: dict[Mark, int]) -> str:
    caption = f"<caption>{_words(table.caption)}</caption>" if table.caption else ""
    heads = "".join(f'<th scope="col">{_words(head)}</th>' for head in table.heads)
    rows = "\n".join(f"<tr>{''.join(_cell(cell, numbers) for cell in row)}</tr>" for row in table.rows)
    return f"<table>{caption}\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _cell(cell: Cell, numbers: dict[Mark, int]) -> str:
    return f"<td>{''.join(_line(line, numbers) for line in cell)}</td>"


def _changes(numbers: dict[Mark, int]) -> Iterator[str]:
    """Whose each change is and why, by the number that stands beside it."""
    if numbers:
        yield '<section class="changes"><h2>Changes</h2><ol>'
        for mark, number in numbers.items():
            facts = [_words(fact) for fact in mark.facts]
            yield f'<li id="change-{number}">{"; ".join(facts) or "Nothing is known of it."}</li>'
        yield "</ol></section>"


def _about(sheet: Sheet) -> Iterator[str]:
    yield "<footer>"
    for about in sheet.about:
        facts = "".join(f"<div><dt>{name}</dt><dd>{_words(value)}</dd></div>" for name, value in about.facts)
        yield f"<dl>{facts}</dl>"
    yield "</footer>"

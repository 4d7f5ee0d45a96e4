"""The comparative table of drafts, as negotiators use it: a provision a row, a draft a column, and what is said of it.

Rows are aligned across all drafts, however they are numbered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.compare.align import align
from travaux.compare.overlay import units
from travaux.compare.reasons import Reason
from travaux.compare.redline import Redline, redline
from travaux.compare.spans import Manner
from travaux.compare.unit_names import UnitNames
from travaux.text.address import Address
from travaux.text.draft import PRINTED_ONLY, Draft, Provision

_FEWEST, _MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Cell:
    """What a draft says in a row: its provision with its address there, and what changed from the nearest column before
    that has one; None for both where it says nothing."""

    provision: Provision | None
    at: Address | None
    redline: Redline

    @property
    def changed(self) -> bool:
        """Whether anything but a number is other than in the column before."""
        spans = (span for line in self.redline.lines for span in line.spans)
        return any(span.changed and span.manner is not Manner.NUMBER for span in spans)


@dataclass(frozen=True, slots=True)
class Row:
    """A provision across the drafts, a cell a draft, and what is said of it."""

    cells: tuple[Cell, ...]
    comments: tuple[Reason, ...] = ()

    @property
    def name(self) -> str:
        """What the row is called: by the first draft that has it."""
        told = next((str(cell.at) for cell in self.cells if cell.at is not None), "The text")
        return told[:1].upper() + told[1:]

    @property
    def changed(self) -> bool:
        """Whether the drafts do not all say the same here."""
        return any(cell.changed for cell in self.cells[1:]) or any(cell.provision is None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Synopsis:
    """The table: its drafts in the order of their columns, and its rows in the order of the first draft, those that it
    lacks where the others have them."""

    drafts: tuple[Draft, ...]
    rows: tuple[Row, ...]


def table(drafts: Sequence[Draft], *, comments: Iterable[Reason] = ()) -> Synopsis:
    """The comparative table of two to four drafts. `comments` are put to the rows of the clauses that they are on.

    Raises ValueError for fewer drafts or more.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> def text(id, *lines):
    ...     body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    ...     return outline(Document(id=id, title=id, kind=Kind.AGREEMENT, body=body))[0]
    >>> ours = text("ours", "Treaty", "Article 1", "The ferry runs daily.", "Article 2", "Dogs are free of all dues.")
    >>> theirs = text("theirs", "Treaty", "Article 1", "Dogs are free of dues.", "Article 2", "The bell is rung.")
    >>> [[str(cell.at) for cell in row.cells] for row in table([ours, theirs]).rows[1:]]
    [['Article 1', 'None'], ['Article 2', 'Article 1'], ['None', 'Article 2']]
    """
    if not _FEWEST <= len(drafts) <= _MOST:
        raise ValueError(f"a table has {_FEWEST} to {_MOST} drafts, not {len(drafts)}")
    said = tuple(comments)
    columns = [_Column(draft) for draft in drafts]
    rows: list[list[int | None]] = [[index] for index in range(len(columns[0].units))]
    for place in range(1, len(columns)):
        rows = _with_column(columns[: place + 1], rows)
    return Synopsis(tuple(drafts), tuple(_row(columns, row, said) for row in rows))


class _Column:
    """A draft with its units, by which rows are told."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.units = [unit for unit in units(draft.provisions) if unit.kind not in PRINTED_ONLY]
        names = UnitNames(draft)
        self.names = [names.of(unit) for unit in self.units]

    def place(self, unit: Provision | None, after: int = -1) -> int | None:
        """Where a unit stands; the heads of parts are laid out anew each time and told by what they say."""
        found = [index for index, each in enumerate(self.units) if each is unit]
        found = found or [index for index, each in enumerate(self.units) if each == unit and index > after]
        return found[0] if found else None


def _with_column(columns: Sequence[_Column], rows: list[list[int | None]]) -> list[list[int | None]]:
    """The rows with a further draft: each of its units in the row of what it answers to in the nearest draft that has
    it, else in a row of its own behind the unit before it."""
    *before, new = columns
    homes: dict[int, int] = {}
    for place in range(len(before) - 1, -1, -1):
        taken = set(homes.values())
        for old, index in _answers(before[place], new):
            row = next((number for number, cells in enumerate(rows) if cells[place] == old), None)
            if row is not None and index not in homes and row not in taken:
                homes[index] = row
                taken.add(row)
    laid: list[list[int | None]] = [[*cells, None] for cells in rows]
    for index, row in homes.items():
        laid[row][-1] = index
    return _put_in(laid, [index for index in range(len(new.units)) if index not in homes], homes)


def _answers(old: _Column, new: _Column) -> list[tuple[int, int]]:
    found = []
    for pair in align(old.draft, new.draft):
        one, other = old.place(pair.before), new.place(pair.after)
        if pair.before is not None and pair.after is not None and one is not None and other is not None:
            found.append((one, other))
    return found


def _put_in(rows: list[list[int | None]], fresh: Sequence[int], homes: dict[int, int]) -> list[list[int | None]]:
    """Rows of their own for what nothing before answers to, each behind the row of the unit before it."""
    behind: dict[int, list[int]] = {}
    for index in fresh:
        anchor = next((homes[one] for one in range(index - 1, -1, -1) if one in homes), -1)
        behind.setdefault(anchor, []).append(index)
    width = len(rows[0]) if rows else 1
    laid = [_alone(index, width) for index in behind.get(-1, [])]
    for number, cells in enumerate(rows):
        laid.append(cells)
        laid += [_alone(index, width) for index in behind.get(number, [])]
    return laid


def _alone(index: int, width: int) -> list[int | None]:
    return [*([None] * (width - 1)), index]


def _row(columns: Sequence[_Column], row: Sequence[int | None], said: Sequence[Reason]) -> Row:
    cells: list[Cell] = []
    before: Provision | None = None
    for place, (column, index) in enumerate(zip(columns, row, strict=True)):
        unit = column.units[index] if index is not None else None
        at = column.names[index] if index is not None else None
        against = unit if place == 0 or (before is None and all(cell.provision is None for cell in cells)) else before
        cells.append(Cell(unit, at, redline(against, unit, legible=True) if unit else redline(None, None)))
        before = unit or before
    on = [
        each
        for each in said
        if any(each.is_on(column.draft.id, cell.at) for column, cell in zip(columns, cells, strict=True))
    ]
    return Row(tuple(cells), tuple(dict.fromkeys(on)))

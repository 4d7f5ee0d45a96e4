"""Lays a comparative table of drafts out as a sheet: a row a provision, a column a draft, comments last."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.compare.reasons import Reason, ReasonKind
from travaux.compare.redline import Change
from travaux.compare.table import Cell, Row, Synopsis
from travaux.exchange.sheet import Cell as Lines
from travaux.exchange.sheet import Line, Sheet, Stretch, Table, about
from travaux.text.draft import ProvisionKind


def synopsis(told: Synopsis, *, heads: Sequence[str], changed: bool = False, title: str = "") -> Sheet:
    """The sheet of a table. `heads` name its drafts; with `changed` only the rows that are not the same throughout.

    Words that are not in the column before are marked as inserted, those that were there as deleted.
    """
    rows = [row for row in told.rows if row.changed or not changed]
    commented = any(row.comments for row in rows)
    columns = ("Provision", *heads, *(("Comment",) if commented else ()))
    laid = Table(columns, tuple(_row(row, commented=commented) for row in rows))
    named = title or told.drafts[-1].title
    return Sheet(named, (laid,), tuple(about(draft) for draft in told.drafts))


def _row(row: Row, *, commented: bool) -> tuple[Lines, ...]:
    comments = (tuple(map(_comment, row.comments)),) if commented else ()
    return ((_plain(row.name),), *map(_cell, row.cells), *comments)


def _cell(cell: Cell) -> Lines:
    return tuple(
        Line(ProvisionKind.PARAGRAPH, stretches)
        for line in cell.redline.lines
        if (stretches := tuple(
            Stretch(run.words, span.change, origin=run.origin)
            for span in line.spans
            if span.change is not Change.MOVED
            for run in span.runs
        ))
    )  # fmt: skip


def _comment(reason: Reason) -> Line:
    """A comment, with the passage that says it in words."""
    label = "In conflict: " if reason.kind is ReasonKind.CONFLICT else ""
    cited = f" ({reason.at})" if reason.at else ""
    return Line(ProvisionKind.PARAGRAPH, (Stretch(f"{label}{reason.words}{cited}"),))


def _plain(words: str) -> Line:
    return Line(ProvisionKind.PARAGRAPH, (Stretch(words),))

"""The documents of a page of hits, each with the passage that shows why it was found."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from travaux.desk.access.decide import partly
from travaux.desk.database.here import open_now
from travaux.desk.search.engine import engine
from travaux.desk.search.excerpt import Part, excerpt
from travaux.desk.search.fts5 import marked_in
from travaux.desk.search.in_part import seen_in_part
from travaux.desk.search.query import Node, terms
from travaux.findings import Citation

_ROWS = """
    SELECT id, ident, number, title, kind, sender, addressee, date, date_text, edtf, inferred, classification
    FROM desk_document WHERE {}
"""
# Of more than a page, the best almost always have a match in the body: the rest is looked at where one has not.
_COMMON = 20
# Body, notes and title, by their places among the columns of the index.
_BODIES, _ALL = (1,), (1, 2, 0)


class Column(StrEnum):
    """Where in a document a snippet is from; in the order in which one is sought."""

    BODY = "body"
    NOTES = "notes"
    TITLE = "title"


_COLUMNS = tuple(Column)


class Snippet(Struct, frozen=True):
    """The passage around what matched. `at` cites the first match where it is in the body."""

    parts: tuple[Part, ...]
    column: Column
    at: Citation | None = None


class Hit(Struct, frozen=True, kw_only=True):
    """A document that was found; without a snippet where no words were looked for."""

    document: str
    number: str
    title: str
    kind: str
    sender: str
    recipient: str
    date: datetime.date | None
    date_text: str
    edtf: str
    inferred: bool
    classification: str
    snippet: Snippet | None


def hits(keys: Sequence[int], wanted: Node | None, *, among: int) -> tuple[Hit, ...]:
    """The documents with these keys, each with what shows that it has what is wanted, as `among` documents have."""
    here = open_now()
    rows = {row[0]: row[1:] for row in engine().rows(_ROWS.format(here.among("id")), here.listed(keys))}
    names = {key: row[0] for key, row in rows.items()}
    snippets = _of_all(names, wanted, among) if wanted and names else {}
    return tuple(_hit(rows[key], snippets.get(key)) for key in keys)


def _hit(row: Sequence[Any], snippet: Snippet | None) -> Hit:
    document, number, title, kind, sender, recipient, date, date_text, edtf, inferred, classification = row
    return Hit(
        document=document,
        number=number,
        title=title,
        kind=kind,
        sender=sender,
        recipient=recipient,
        date=date,
        date_text=date_text,
        edtf=edtf,
        inferred=bool(inferred),
        classification=classification,
        snippet=snippet,
    )


def _of_all(names: dict[int, str], wanted: Node, among: int) -> dict[int, Snippet]:
    """A snippet for each document, of one with portions that are not shown from the words that are."""
    shown_in_part = partly()
    in_part = {key: name for key, name in names.items() if key in shown_in_part} if shown_in_part else {}
    if not in_part:
        return _snippets(names, wanted, among)
    whole = {key: name for key, name in names.items() if key not in in_part}
    with seen_in_part() as index:
        found = _made_of(marked_in(index, wanted, _ALL, in_part), in_part, wanted)
    return found | (_snippets(whole, wanted, among) if whole else {})


def _snippets(names: dict[int, str], wanted: Node, among: int) -> dict[int, Snippet]:
    """A snippet for each document: from its body, else from its notes, else from its title."""
    found: dict[int, Snippet] = {}
    if among > _COMMON:
        found = _made_of(engine().marked(wanted, _BODIES, list(names), among=among), names, wanted)
    missing = {key: name for key, name in names.items() if key not in found}
    if missing:
        found |= _made_of(engine().marked(wanted, _ALL, list(missing), among=among), missing, wanted)
    return found


def _made_of(marked: Iterable[Sequence[Any]], names: dict[int, str], wanted: Node) -> dict[int, Snippet]:
    sought = len(terms(wanted))
    return {key: snippet for key, *texts in marked if (snippet := _snippet(texts, names[key], sought))}


def _snippet(marked: Sequence[str], document: str, sought: int) -> Snippet | None:
    """The passage from the first column that has a match, cited where it is the body."""
    for column, words in zip(_COLUMNS, marked, strict=False):
        if found := excerpt(words, enough=sought):
            at = Citation(document, found.start, found.end) if column is Column.BODY else None
            return Snippet(found.parts, column, at)
    return None

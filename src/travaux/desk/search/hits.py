"""The documents of a page of hits, each with the passage that shows why it was found."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from travaux.desk.access.decide import partly
from travaux.desk.search.excerpt import CLOSE, OPEN, Part, excerpt
from travaux.desk.search.in_part import seen_in_part
from travaux.desk.search.match import match
from travaux.desk.search.query import Node, terms
from travaux.desk.search.raw import raw
from travaux.desk.search.stems import TOKENIZE
from travaux.findings import Citation

_ROWS = """
    SELECT id, ident, number, title, kind, sender, addressee, date, date_text, edtf, inferred, classification
    FROM desk_document WHERE id IN (SELECT value FROM json_each(?))
"""
_WORDS_OF = "SELECT rowid, title, body, notes FROM desk_words WHERE rowid IN (SELECT value FROM json_each(?))"
_SCRATCH = f"CREATE VIRTUAL TABLE desk_words USING fts5(title, body, notes, tokenize = '{TOKENIZE}')"
_COPIED = "INSERT INTO desk_words (rowid, title, body, notes) VALUES (?, ?, ?, ?)"
# Documents are sought one by one in the index, or each that matches is looked at in passing: "+" says so.
_EACH = "rowid IN (SELECT value FROM json_each(?))"
_IN_PASSING = "+rowid IN (SELECT value FROM json_each(?))"
# So many matches take as long to pass as a page of documents takes to be indexed anew.
_MANY = 2000


class Column(StrEnum):
    """Where in a document a snippet is from; in the order in which one is sought."""

    BODY = "body"
    NOTES = "notes"
    TITLE = "title"


def _marked(*columns: int) -> str:
    # `highlight()` goes through a text once, `snippet()` twice, and tells where in it the matches are.
    marked = ", ".join(f"highlight(desk_words, {column}, '{OPEN}', '{CLOSE}')" for column in columns)
    return f"SELECT rowid, {marked} FROM desk_words WHERE desk_words MATCH ? AND "


_BODIES, _ALL = _marked(1), _marked(1, 2, 0)
# Of so many documents, those of a page almost always have a match in the body: the rest is looked at where one has not.
_COMMON = 100


@dataclass(frozen=True, slots=True)
class Snippet:
    """The passage around what matched. `at` cites the first match where it is in the body."""

    parts: tuple[Part, ...]
    column: Column
    at: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
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
    rows = {row[0]: row[1:] for row in raw().execute(_ROWS, [_listed(keys)])}
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
    in_part = {key: name for key, name in names.items() if key in partly()}
    if not in_part:
        return _snippets(names, wanted, among)
    whole = {key: name for key, name in names.items() if key not in in_part}
    with seen_in_part() as index:
        found = _made_in(index, in_part, match(wanted), _ALL + _IN_PASSING, len(terms(wanted)))
    return found | (_snippets(whole, wanted, among) if whole else {})


def _snippets(names: dict[int, str], wanted: Node, among: int) -> dict[int, Snippet]:
    """A snippet for each document: from its body, else from its notes, else from its title."""
    sought, expression = terms(wanted), match(wanted)
    if not any(term.prefix for term in sought):
        found = _made_in(raw(), names, expression, _BODIES + _EACH, len(sought)) if among > _COMMON else {}
        missing = {key: name for key, name in names.items() if key not in found}
        return found | (_made_in(raw(), missing, expression, _ALL + _EACH, len(sought)) if missing else {})
    # Asked for each document, the index would every time gather all words that begin so: it is asked once for
    # all documents, or those of the page are indexed anew where that is less work.
    if among < _MANY:
        return _made_in(raw(), names, expression, _ALL + _IN_PASSING, len(sought))
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(_SCRATCH)
        scratch.executemany(_COPIED, raw().execute(_WORDS_OF, [_listed(names)]))
        return _made_in(scratch, names, expression, _ALL + _IN_PASSING, len(sought))


def _made_in(
    index: sqlite3.Connection, names: dict[int, str], expression: str, asked: str, sought: int
) -> dict[int, Snippet]:
    found = index.execute(asked, [expression, _listed(names)])
    return {key: snippet for key, *marked in found if (snippet := _snippet(marked, names[key], sought))}


def _snippet(marked: Sequence[str], document: str, sought: int) -> Snippet | None:
    """The passage from the first column that has a match, cited where it is the body."""
    for column, words in zip(Column, marked, strict=False):
        if found := excerpt(words, enough=sought):
            at = Citation(document, found.start, found.end) if column is Column.BODY else None
            return Snippet(found.parts, column, at)
    return None


def _listed(keys: Iterable[int]) -> str:
    """The keys as one value: the statement is the same for any of them, and prepared but once."""
    return str(list(keys))

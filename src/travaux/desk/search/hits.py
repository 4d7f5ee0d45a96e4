"""The documents of a page of hits, each with the passage that shows why it was found."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from travaux.desk.search.match import match
from travaux.desk.search.query import Node, terms
from travaux.desk.search.raw import raw
from travaux.desk.search.stems import TOKENIZE
from travaux.findings import Citation

# They enclose what matched in a snippet, and stand where it was cut; the index holds no control characters.
_OPEN, _CLOSE, _CUT = "\x02", "\x03", "\x04"
_EDGES = re.compile(f"[{_OPEN}{_CLOSE}]")
_WORDS = 32
_ROWS = """
    SELECT id, ident, number, title, kind, sender, addressee, date, classification
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


_SNIPPETS = {
    column: f"""
        SELECT rowid, snippet(desk_words, {place}, '{_OPEN}', '{_CLOSE}', '{_CUT}', {_WORDS}), {whole}
        FROM desk_words WHERE desk_words MATCH ? AND """
    for column, place, whole in ((Column.TITLE, 0, "''"), (Column.BODY, 1, "body"), (Column.NOTES, 2, "''"))
}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a snippet; `matched` where it is what was looked for."""

    words: str
    matched: bool


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
    classification: str
    snippet: Snippet | None


def hits(keys: Sequence[int], wanted: Node | None, *, among: int) -> tuple[Hit, ...]:
    """The documents with these keys, each with what shows that it has what is wanted, as `among` documents have."""
    rows = {row[0]: row[1:] for row in raw().execute(_ROWS, [_listed(keys)])}
    names = {key: row[0] for key, row in rows.items()}
    snippets = _snippets(names, wanted, among) if wanted and names else {}
    return tuple(_hit(rows[key], snippets.get(key)) for key in keys)


def _hit(row: Sequence[Any], snippet: Snippet | None) -> Hit:
    document, number, title, kind, sender, recipient, date, classification = row
    return Hit(
        document=document,
        number=number,
        title=title,
        kind=kind,
        sender=sender,
        recipient=recipient,
        date=date,
        classification=classification,
        snippet=snippet,
    )


def _snippets(names: dict[int, str], wanted: Node, among: int) -> dict[int, Snippet]:
    """A snippet for each document: from its body, else from its notes, else from its title."""
    expression = match(wanted)
    if not any(term.prefix for term in terms(wanted)):
        return _made_in(raw(), names, expression, _EACH)
    # Asked for each document, the index would every time gather all words that begin so: it is asked once for
    # all documents, or those of the page are indexed anew where that is less work.
    if among < _MANY:
        return _made_in(raw(), names, expression, _IN_PASSING)
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(_SCRATCH)
        scratch.executemany(_COPIED, raw().execute(_WORDS_OF, [_listed(names)]))
        return _made_in(scratch, names, expression, _IN_PASSING)


def _made_in(index: sqlite3.Connection, names: dict[int, str], expression: str, chosen: str) -> dict[int, Snippet]:
    found: dict[int, Snippet] = {}
    for column in Column:
        missing = names.keys() - found.keys()
        if not missing:
            break
        asked = _SNIPPETS[column] + chosen
        for key, text, body in index.execute(asked, [expression, _listed(missing)]):
            if _OPEN in text:
                found[key] = _snippet(text, column, names[key], body)
    return found


def _snippet(text: str, column: Column, document: str, body: str) -> Snippet:
    """The snippet that the index gave, its first match cited where it stands in the body."""
    pieces = _EDGES.split(text)
    # Every second piece is what matched.
    parts = tuple(Part(piece.replace(_CUT, "…"), at % 2 == 1) for at, piece in enumerate(pieces) if piece)
    start = body.find("".join(pieces).strip(_CUT)) if body else -1
    if start < 0:
        return Snippet(parts, column)
    start += len(pieces[0].lstrip(_CUT))
    return Snippet(parts, column, Citation(document, start, start + len(pieces[1])))


def _listed(keys: Iterable[int]) -> str:
    """The keys as one value: the statement is the same for any of them, and prepared but once."""
    return str(list(keys))

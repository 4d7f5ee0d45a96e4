"""The index of words of SQLite, and the open file as SQLite itself gives it.

A search is done in a millisecond, of which Django's cursors take a part.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections

from travaux.desk.access.decide import visible
from travaux.desk.search.excerpt import CLOSE, OPEN
from travaux.desk.search.match import match
from travaux.desk.search.query import Node, terms
from travaux.desk.search.stems import TOKENIZE

# A word in the title tells more of a document than one in its body, and one in a note less.
_RANKED = "SELECT bm25(desk_words, 5.0, 1.0, 0.5), rowid FROM desk_words WHERE desk_words MATCH ? AND {}"
_FOUND = "SELECT rowid FROM desk_words WHERE desk_words MATCH ? AND {}"
_WORDS_OF = "SELECT rowid, {} FROM desk_words WHERE rowid IN (SELECT value FROM json_each(?))"
_SCRATCH = f"CREATE VIRTUAL TABLE desk_words USING fts5(title, body, notes, tokenize = '{TOKENIZE}')"
KEPT = """
    INSERT INTO desk_words (rowid, title, body, notes)
    VALUES (?, cast(? AS text), cast(? AS text), cast(? AS text))
"""
# Documents are sought one by one in the index, or each that matches is looked at in passing: "+" says so.
_EACH = "rowid IN (SELECT value FROM json_each(?))"
_IN_PASSING = "+rowid IN (SELECT value FROM json_each(?))"
# So many matches of one word take as long to pass as a page of documents takes to be indexed anew; of several words
# fewer, as each stands in more documents than all of them.
_MANY, _MANY_OF_SEVERAL = 8000, 2000
#: The columns of the index, in their order.
_COLUMNS = ("title", "body", "notes")
#: Empty indexes in memory, to be used again: to make one takes a tenth of the time of a search.
_scratches: list[sqlite3.Connection] = []


def raw() -> sqlite3.Connection:
    """The connection beneath Django's, open."""
    here = connections["default"]
    if here.connection is None:
        here.ensure_connection()
    return here.connection  # type: ignore[no-any-return]


@contextmanager
def at_one_moment() -> Iterator[None]:
    file = raw()
    if file.in_transaction:
        yield
        return
    file.execute("BEGIN")
    try:
        yield
    finally:
        file.execute("COMMIT")


def rows(statement: str, *given: Any) -> Any:
    return raw().execute(statement.replace("%s", "?"), given)


def ranked(wanted: Node) -> list[tuple[float, int]]:
    return ranked_in(raw(), wanted, visible("+rowid"))


def found(wanted: Node) -> list[tuple[int]]:
    return found_in(raw(), wanted, visible("+rowid"))


def ranked_in(index: sqlite3.Connection, wanted: Node, condition: str = "1 = 1") -> list[tuple[float, int]]:
    """`ranked` in an index of this kind."""
    return index.execute(_RANKED.format(condition), [match(wanted)]).fetchall()


def found_in(index: sqlite3.Connection, wanted: Node, condition: str = "1 = 1") -> list[tuple[int]]:
    """`found` in an index of this kind."""
    return index.execute(_FOUND.format(condition), [match(wanted)]).fetchall()


def marked(wanted: Node, columns: Sequence[int], keys: Sequence[int], *, among: int) -> list[Any]:
    sought = terms(wanted)
    if not any(term.prefix for term in sought):
        return _marked_in(raw(), wanted, columns, keys, _EACH)
    # Asked for each document, the index would every time gather all words that begin so: it is asked once for
    # all documents, or those of the page are indexed anew where that is less work.
    if among < (_MANY_OF_SEVERAL if len(sought) > 1 else _MANY):
        return marked_in(raw(), wanted, columns, keys)
    texts = ", ".join(name if at in columns else "''" for at, name in enumerate(_COLUMNS))
    with scratch(raw().execute(_WORDS_OF.format(texts), [_listed(keys)])) as index:
        return marked_in(index, wanted, columns, keys)


def marked_in(index: sqlite3.Connection, wanted: Node, columns: Sequence[int], keys: Iterable[int]) -> list[Any]:
    """`marked` in an index of this kind."""
    return _marked_in(index, wanted, columns, keys, _IN_PASSING)


def _marked_in(
    index: sqlite3.Connection, wanted: Node, columns: Sequence[int], keys: Iterable[int], condition: str
) -> list[Any]:
    # `highlight()` goes through a text once, `snippet()` twice, and tells where in it the matches are.
    texts = ", ".join(f"highlight(desk_words, {column}, '{OPEN}', '{CLOSE}')" for column in columns)
    asked = f"SELECT rowid, {texts} FROM desk_words WHERE desk_words MATCH ? AND {condition}"
    return index.execute(asked, [match(wanted), _listed(keys)]).fetchall()


@contextmanager
def scratch(words: Iterable[Sequence[Any]]) -> Iterator[sqlite3.Connection]:
    """An index of these documents alone, in memory: the key of each with its title, body and notes."""
    index = _scratches.pop() if _scratches else _made()
    index.execute("BEGIN")
    try:
        index.executemany(KEPT, words)
        yield index
    finally:
        index.execute("ROLLBACK")
        _scratches.append(index)


def _made() -> sqlite3.Connection:
    # Whichever thread searches takes one that no other has at the time.
    index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    index.execute(_SCRATCH)
    return index


def keep(words: Sequence[tuple[int, bytes, bytes, bytes]]) -> None:
    raw().executemany(KEPT, words)


def settle() -> None:
    """Join the parts that the index grew in."""
    raw().execute("INSERT INTO desk_words (desk_words) VALUES ('optimize')")


def _listed(keys: Iterable[int]) -> str:
    """The keys as one value: the statement is the same for any of them, and prepared but once."""
    return str(list(keys))

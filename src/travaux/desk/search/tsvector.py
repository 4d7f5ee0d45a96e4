"""The index of words of PostgreSQL: a `tsvector` for title, body and notes of each document, with GIN.

It finds what that of SQLite finds: words are cut as there and have the stems of the same rules (Porter's), and none is
too frequent to count. Its ranks are PostgreSQL's own. Passages are marked by an index of SQLite in memory, which holds
the documents of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any
from unicodedata import combining, normalize

from django.db import connection

from travaux.desk.access.decide import visible
from travaux.desk.database import postgresql
from travaux.desk.search import fts5
from travaux.desk.search.match import ways
from travaux.desk.search.query import AllOf, AnyOf, Near, Node, Term, terms

_COLUMNS = ("title_words", "body_words", "notes_words")
# A word in the title tells more of a document than one in its body, and one in a note less. 1: by the logarithm of
# the length.
_RANK = (
    "5 * ts_rank(title_words, q.wanted, 1) + ts_rank(body_words, q.wanted, 1) + 0.5 * ts_rank(notes_words, q.wanted, 1)"
)
_RANKED = """
    SELECT -({rank}), document FROM desk_words, (SELECT to_tsquery('travaux', %s) AS wanted) AS q
    WHERE {condition} AND {visible}
"""
_FOUND = "SELECT document FROM desk_words WHERE {condition} AND {visible}"
_WORDS_OF = "SELECT document, title, body, notes FROM desk_words WHERE document = ANY(%s)"
_KEPT = """
    INSERT INTO desk_words (document, title, body, notes, title_words, body_words, notes_words)
    VALUES (%s, %s, %s, %s, to_tsvector('travaux', %s), to_tsvector('travaux', %s), to_tsvector('travaux', %s))
"""
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f][^\W_]*)*")
_NO_WORD = re.compile(r"[\W_]+", re.ASCII)
#: PostgreSQL knows the place of this many words of a text, and holds a million bytes of different ones.
_MOST_WORDS, _MOST_BYTES = 16_000, 700_000
#: Words near each other that are each found in some ways: so many ways together are enough.
_MOST_WAYS = 16

at_one_moment = postgresql.one_state


def rows(statement: str, *given: Any) -> Sequence[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        found: Sequence[Any] = cursor.fetchall()
    return found


def ranked(wanted: Node) -> list[tuple[float, int]]:
    condition, given = _condition(wanted)
    asked = _RANKED.format(rank=_RANK, condition=condition, visible=visible("document"))
    said = " | ".join(f"({_phrase(term)})" for term in terms(wanted) if _phrase(term)) or "''"
    return _exactly(wanted, [(float(rank), key) for rank, key in rows(asked, said, *given)])


def found(wanted: Node) -> list[tuple[int]]:
    condition, given = _condition(wanted)
    return _exactly(wanted, rows(_FOUND.format(condition=condition, visible=visible("document")), *given))


def marked(wanted: Node, columns: Sequence[int], keys: Sequence[int], *, among: int) -> list[Any]:
    with fts5.scratch(rows(_WORDS_OF, list(keys))) as index:
        return fts5.marked_in(index, wanted, columns, keys)


def keep(words: Sequence[tuple[int, bytes, bytes, bytes]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(_KEPT, list(_rows_of(words)))


def settle() -> None:
    """Bring in the words that wait beside the index, and count anew what the planner goes by."""
    with connection.cursor() as cursor:
        for column in _COLUMNS:
            cursor.execute("SELECT gin_clean_pending_list(%s)", [f"desk_{column}"])
        cursor.execute("ANALYZE")


def _rows_of(words: Sequence[tuple[int, bytes, bytes, bytes]]) -> Iterator[tuple[Any, ...]]:
    for key, *texts in words:
        plain = [text.decode() for text in texts]
        yield key, *plain, *(_within(in_words(text)) for text in plain)


def _within(words: str) -> str:
    """What PostgreSQL takes of the words of a text: of a very long one, each word once beyond the first ones, whose
    places it could not note anyway."""
    if len(words) < _MOST_BYTES:
        return words
    every = words.split()
    kept, room = every[:_MOST_WORDS], _MOST_BYTES
    for word in dict.fromkeys(every[_MOST_WORDS:]):
        room -= len(word.encode()) + 8
        if room < 0:
            break
        kept.append(word)
    return " ".join(kept)


def in_words(text: str) -> str:
    """The words of a text as the index of SQLite cuts them: no accents, no capitals, one blank between.

    >>> in_words("Côte d'Azur, self-defense (1958)")
    'cote d azur self defense 1958'
    """
    if text.isascii():
        return _NO_WORD.sub(" ", text).strip().lower()
    return " ".join(map(_plain, _WORD.findall(text)))


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign)).lower() or "x"


def _condition(node: Node) -> tuple[str, list[object]]:
    """A condition on a row, and what fills its places: each term is sought in every column."""
    match node:
        case Term():
            return _anywhere(_phrase(node))
        case Near():
            return _anywhere(_near(node))
        case AnyOf(of):
            return _joined([_condition(each) for each in of], " OR ")
        case AllOf(of, without):
            wanted = _joined([_condition(each) for each in of], " AND ")
            if not without:
                return wanted
            unwanted = _joined([_condition(each) for each in without], " OR ")
            return f"({wanted[0]} AND NOT {unwanted[0]})", [*wanted[1], *unwanted[1]]


def _joined(parts: Sequence[tuple[str, list[object]]], sign: str) -> tuple[str, list[object]]:
    return f"({sign.join(words for words, _ in parts)})", [each for _, given in parts for each in given]


def _anywhere(sought: str) -> tuple[str, list[object]]:
    if not sought:
        return "FALSE", []
    return "(" + " OR ".join(f"{column} @@ to_tsquery('travaux', %s)" for column in _COLUMNS) + ")", [sought] * 3


def _phrase(term: Term) -> str:
    """A term as a `tsquery`: its words one after the other, in any of the ways in which the index may have it."""
    return " | ".join(f"({each})" for each in _ways(term))


def _ways(term: Term) -> list[str]:
    found = []
    for words, prefix in ways(term):
        cut = in_words(words).split()
        if cut:
            found.append(" <-> ".join(cut) + (":*" if prefix else ""))
    return found


def _near(node: Near) -> str:
    """Every two of the terms near each other, in either order; `_exactly` says of three whether they are together."""
    pairs = []
    for one, other in combinations(node.terms, 2):
        ways_of_both = list(product(_ways(one), _ways(other)))[:_MOST_WAYS]
        pairs.append(" | ".join(_apart(*both, node.distance) for both in ways_of_both))
    return " & ".join(f"({pair})" for pair in pairs)


def _apart(one: str, other: str, distance: int) -> str:
    within = range(1, distance + 2)
    return " | ".join(f"(({first}) <{step}> ({second}))" for first, second in ((one, other), (other, one))
                      for step in within)  # fmt: skip


def _exactly(wanted: Node, found: Sequence[Any]) -> list[Any]:
    """Those of the documents that the index of SQLite finds, where PostgreSQL cannot be asked for just that."""
    if not _is_loose(wanted):
        return list(found)
    with fts5.scratch(rows(_WORDS_OF, [row[-1] for row in found])) as index:
        exact = {key for (key,) in fts5.found_in(index, wanted)}
    return [row for row in found if row[-1] in exact]


def _is_loose(node: Node) -> bool:
    match node:
        case Term():
            return False
        case Near(near):
            return len(near) > 2
        case AnyOf(of):
            return any(map(_is_loose, of))
        case AllOf(of, without):
            return any(map(_is_loose, (*of, *without)))

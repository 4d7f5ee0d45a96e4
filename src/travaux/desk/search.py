"""Full-text search over the documents. Words are looked for as written; no sign in them is a command."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from travaux.record.document import Document

# They enclose what matched in a snippet; the index holds no control characters of a document.
_OPEN, _CLOSE = "\x02", "\x03"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_QUERY = """
    SELECT document.ident, document.number, document.title, document.date,
           snippet(desk_words, -1, %s, %s, '…', 32)
    FROM desk_words JOIN desk_document AS document ON document.id = desk_words.rowid
    WHERE desk_words MATCH %s
    ORDER BY bm25(desk_words, 5.0, 1.0, 0.5), document.date, document.id
    LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a snippet; `matched` where it is what was looked for."""

    words: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A document in which the words occur, and the passage around them."""

    document: str
    number: str
    title: str
    date: datetime.date | None
    snippet: tuple[Part, ...]


def search(words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """The documents that hold every one of the words, best first; words in double quotes stand together.

    Nothing is found where there is no word. No sign has a meaning of its own, so none raises.
    """
    query = _quoted(words)
    if not query:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [_OPEN, _CLOSE, query, limit])
        rows = cursor.fetchall()
    return tuple(Hit(ident, number, title, date, _parts(snippet)) for ident, number, title, date, snippet in rows)


def index(documents: Iterable[tuple[int, Document]]) -> None:
    """Make documents findable, each under the key of its row."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO desk_words (rowid, title, body, notes) VALUES (%s, %s, %s, %s)",
            [
                (key, _plain(document.title), _plain(document.text), _plain(_margin(document)))
                for key, document in documents
            ],
        )


def _margin(document: Document) -> str:
    """What stands around the body: source note, subject and footnotes."""
    source = document.source_note.text if document.source_note else ""
    notes = (note.text for note in document.notes)
    return "\n".join(filter(None, (document.subject, source, *notes)))


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _quoted(words: str) -> str:
    """The words as an FTS5 query of quoted phrases."""
    clean = _plain(words.encode(errors="replace").decode())
    phrases = (quoted or bare.replace('"', " ") for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', clean))
    return " ".join(f'"{phrase}"' for phrase in phrases if any(map(str.isalnum, phrase)))


def _parts(snippet: str) -> tuple[Part, ...]:
    pieces = re.split(f"([{_OPEN}{_CLOSE}])", snippet)
    parts, matched = [], False
    for piece in pieces:
        if piece in (_OPEN, _CLOSE):
            matched = piece == _OPEN
        elif piece:
            parts.append(Part(piece, matched))
    return tuple(parts)

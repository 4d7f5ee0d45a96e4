"""Keeps the references of documents with what they mean. What waits for a document is settled when that comes in.

The answer depends on the documents in the file alone, not on the order in which they came.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from django.db import connection

from travaux.desk import convert, models
from travaux.desk.references.pack import CARD, REFERENCE, card_row, cited_row
from travaux.desk.references.rows import CITED, FROM, cited
from travaux.desk.rows import Row
from travaux.record.catalogue import Card, Catalogue, card
from travaux.record.cite import cite
from travaux.record.document import Document, Kind
from travaux.record.identify import identify

_CARD = f"INSERT INTO desk_citable (document, {CARD}) VALUES (%s, %s, %s, %s)"
_REFERENCE = f"""
    INSERT INTO desk_reference (document, {REFERENCE})
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_UNREAD = "SELECT id FROM desk_document WHERE id NOT IN (SELECT document FROM desk_citable) ORDER BY id"
_CARDS = """
    SELECT d.ident, d.kind, d.title, c.number, d.date, c.origin, c.destination, d.sender, d.addressee, d.number,
        d.id, c.settled
    FROM desk_citable c JOIN desk_document d ON d.id = c.document ORDER BY d.id
"""
#: References are gone through a page after the other: a library has more of them than are to be held at a time.
_PAGE = f"SELECT {CITED}, r.settled {FROM} WHERE r.id > %s ORDER BY r.id LIMIT %s"
_PAGE_SIZE = 5_000
#: So many pages are held at a time, when they are looked up before they are kept.
_AHEAD = 20
_STATE = """
    SELECT count(*), coalesce(max(document), 0), coalesce(sum(settled), 0),
        (SELECT coalesce(max(id), 0) FROM desk_reference), (SELECT coalesce(max(id), 0) FROM desk_document)
    FROM desk_citable
"""
_KINDS = {kind.value: kind for kind in Kind}
_SETTLED = """
    UPDATE desk_reference SET settled = 1, found = %s, confidence = %s, name = %s, reason = %s, candidates = %s
    WHERE id = %s
"""


def keep(documents: Iterable[tuple[int, Row, Iterable[Row]]]) -> None:
    """Keep the cards and references of new documents, each under the key of its row; they are settled later."""
    cards, references = [], []
    for document, here, every in documents:
        cards.append((document, *here))
        references += [(document, *each) for each in every]
    with connection.cursor() as cursor:
        cursor.executemany(_CARD, cards)
        cursor.executemany(_REFERENCE, references)


def keep_the_rest() -> None:
    """Keep the references of the documents that an earlier format kept without."""
    with connection.cursor() as cursor:
        keys = [row for (row,) in cursor.execute(_UNREAD).fetchall()]
    for start in range(0, len(keys), 100):
        rows = models.Document.objects.filter(pk__in=keys[start : start + 100]).order_by("pk")
        keep((row.pk, card_row(card(document)), map(cited_row, cite(document))) for row, document in _documents(rows))


def _documents(rows: Iterable[models.Document]) -> Iterator[tuple[models.Document, Document]]:
    return ((row, convert.document(row)) for row in rows)


class Meant(NamedTuple):
    """What references mean, a page of them after the other as their rows have it, and the state of the file that this
    was looked up in."""

    state: tuple[int, ...]
    pages: Iterator[list[Row]]


def looked_up() -> Meant:
    """Find the documents that new references mean, and those that references were waiting for. Nothing is kept.

    Of the first references it is looked up at once; of others, where there are very many, when it is asked for.
    """
    state, pages = _state(), _pages()
    return Meant(state, chain(list(islice(pages, _AHEAD)), pages))


def settle(meant: Meant | None = None) -> None:
    """Keep what references mean. It is looked up now, where it was not before or documents came in since."""
    pages = meant.pages if meant and meant.state == _state() else _pages()
    with connection.cursor() as cursor:
        for answers in pages:
            cursor.executemany(_SETTLED, answers)
        cursor.execute("UPDATE desk_citable SET settled = 1 WHERE settled = 0")


def _state() -> tuple[int, ...]:
    """What changes when documents or references come in, or are settled by somebody else."""
    with connection.cursor() as cursor:
        return tuple(cursor.execute(_STATE).fetchone())


def _pages() -> Iterator[list[Row]]:
    with connection.cursor() as cursor:
        rows = cursor.execute(_CARDS).fetchall()
        cards = {row[0]: _card(row) for row in rows}
        keys = {row[0]: row[10] for row in rows}
        # Where all documents are new, no reference was settled before.
        older = any(row[11] for row in rows)
        fresh = {wanted for row in rows if not row[11] for wanted in cards[row[0]].keys} if older else frozenset()
        del rows
        catalogue = Catalogue(cards.values())
        last = 0
        while page := cursor.execute(_PAGE, [last, _PAGE_SIZE]).fetchall():
            answers = list[Row]()
            for row in page:
                if not row[14] or row[13] in fresh:
                    answer = identify(cited(row), cards[row[1]], catalogue)
                    found = keys.get(answer.document)
                    candidates = json.dumps(answer.candidates) if answer.candidates else "[]"
                    said = (found, answer.confidence, answer.name, answer.reason, candidates)
                    answers.append((*said, row[0]))
            yield answers
            last = page[-1][0]


def _card(row: tuple[Any, ...]) -> Card:
    ident, kind, title, number, date, origin, destination, writer, reader, printed = row[:10]
    return Card(
        id=ident,
        kind=_KINDS[kind],
        title=title,
        printed=printed or None,
        number=number or None,
        date=_day(str(date)) if date else None,
        origin=_posts(origin),
        destination=_posts(destination),
        writer=writer,
        reader=reader,
    )


@lru_cache(maxsize=4096)
def _day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written[:10])


@lru_cache(maxsize=4096)
def _posts(written: str) -> tuple[str, ...]:
    return tuple(filter(None, written.split("|")))

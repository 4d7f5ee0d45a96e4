"""Looks references up in the open file: what a document cites, who cites it, and what is cited and not there."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from travaux.desk import models
from travaux.desk.access.decide import sees_all, visible
from travaux.desk.references.rows import CITED, FROM, cited
from travaux.findings import Citation
from travaux.record.cited import Cited, Confidence, Identified


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation and what it means; number, title and day are those of the document meant."""

    cited: Cited
    meant: Identified
    number: str = ""
    title: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Backlink:
    """A document that cites the one asked for: its id, number, title and day, and at which passage."""

    at: Citation
    words: str
    number: str
    title: str
    date: datetime.date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Absent:
    """A document that is cited and not in the library, by how many documents, one of which is at `example`."""

    name: str
    citing: int
    first: datetime.date | None
    last: datetime.date | None
    example: Citation
    words: str


#: A reason that tells of other documents, how many or which: they may not all be shown.
_COUNTED = re.compile(r"\d|\bdocuments?\b|\bothers?\b|\bonly\b")
_FITS = "what is said of it fits"
#: The references of so many documents are asked for at once.
_BATCH = 400
_MEANT = """
    SELECT {cited}, f.ident, r.confidence, r.name, r.reason, r.candidates, f.number, f.title, f.date {source}
    LEFT JOIN desk_document f ON f.id = r.found AND {shown}
    WHERE r.document IN ({some}) AND r.settled = 1 AND r.found IS DISTINCT FROM r.document AND {here} ORDER BY r.id
"""
_BACK = """
    SELECT d.ident, r.note, r.start, r."end", r.words, d.number, d.title, d.date, r.confidence
    FROM desk_reference r JOIN desk_document d ON d.id = r.document
    WHERE r.found = %s AND r.document <> r.found AND {here} AND {shown}
    ORDER BY d.filed NULLS FIRST, d.source_id, d.position, r.id
"""
_ABSENT = """
    SELECT {cited}, coalesce(r.day, cast(d.filed AS text)), r.document {source}
    WHERE r.settled = 1 AND (r.found IS NULL OR NOT {shown}) AND r.candidates = '[]' AND r.wanted <> ''
        AND (r.target <> '' OR r.origin <> '' OR r.day IS NOT NULL) AND {here}
    ORDER BY r.wanted, r.kind, r.origin, r.destination, coalesce(r.day, cast(d.filed AS text)), r.id
"""


def references(document: models.Document) -> tuple[Reference, ...]:
    """The references of a document in order of their place, each with what it means."""
    return references_of([document.pk]).get(document.ident, ())


def references_of(documents: Sequence[int]) -> dict[str, tuple[Reference, ...]]:
    """The references of the documents with these keys, by the ids of those that have any, asked for at once."""
    found: dict[str, list[Reference]] = {}
    for start in range(0, len(documents), _BATCH):
        some = documents[start : start + _BATCH]
        asked = _MEANT.format(cited=CITED, source=FROM, shown=visible("f.id"), here=visible("r.document"),
                              some=", ".join(["%s"] * len(some)))  # fmt: skip
        with connection.cursor() as cursor:
            rows = cursor.execute(asked, list(some)).fetchall()
        known = _shown(rows)
        for row in rows:
            one = _reference(row, known)
            found.setdefault(one.cited.at.document, []).append(one)
    return {ident: tuple(each) for ident, each in found.items()}


def _shown(rows: Sequence[tuple[object, ...]]) -> frozenset[str] | None:
    """The candidates of these references that may be seen; None where all may."""
    if sees_all():
        return None
    named = {str(ident) for row in rows for ident in json.loads(str(row[18]))}
    return frozenset(models.Document.objects.filter(ident__in=named).values_list("ident", flat=True))


def _reference(row: tuple[object, ...], known: frozenset[str] | None) -> Reference:
    found, confidence, name, reason, candidates, number, title, date = row[14:22]
    meant = Identified(
        name=str(name),
        reason=str(reason),
        document=str(found or ""),
        confidence=Confidence(str(confidence)) if confidence else None,
        candidates=tuple(json.loads(str(candidates))),
    )
    if known is not None:
        meant = _among(known, cited(row), meant)
    return Reference(cited(row), meant, str(number or ""), str(title or ""), _date(date))


def _among(known: frozenset[str], here: Cited, meant: Identified) -> Identified:
    """What a citation means to one who may see some documents only: the others are as if they were not there."""
    candidates = tuple(each for each in meant.candidates if each in known)
    if candidates:
        return meant._replace(candidates=candidates, reason="they fit as well" if candidates[1:] else _FITS)
    if meant.document:
        return meant._replace(reason=_FITS) if _COUNTED.search(meant.reason) else meant
    return Identified(name=here.name, reason="none of the documents that are shown here")


def backlinks(document: models.Document) -> tuple[Backlink, ...]:
    """Who cites a document, in order of date; a document that does so several times at its first passage."""
    with connection.cursor() as cursor:
        asked = _BACK.format(shown=visible("r.found"), here=visible("r.document"))
        rows = cursor.execute(asked, [document.pk]).fetchall()
    first = {row[0]: row for row in reversed(rows)}
    return tuple(_backlink(row) for row in dict.fromkeys(first[row[0]] for row in rows))


def _backlink(row: tuple[object, ...]) -> Backlink:
    ident, note, start, end, words, number, title, date, confidence = row
    at = Citation(str(ident), int(str(start)), int(str(end)), str(note))
    return Backlink(at, str(words), str(number), str(title), _date(date), Confidence(str(confidence)))


#: A number that is cited again after so many days is of another series.
_SERIES = datetime.timedelta(days=200)


def absent() -> tuple[Absent, ...]:
    """The documents that are cited and not in the file, the most cited first.

    The same number from the same post is one document while its citations follow each other within a series. Numbers
    without a sender or a day are left out: they may be of any post.
    """
    with connection.cursor() as cursor:
        found = cursor.execute(_asked_absent()).fetchall()
    rows = [_Waiting(cited(row), str(row[13]), _date(row[14]), int(row[15])) for row in found]
    groups = [_group(group) for same in _together(rows).values() for group in _series(same)]
    return tuple(sorted(groups, key=lambda each: (-each.citing, each.name, each.example.document)))


def _asked_absent() -> str:
    return _ABSENT.format(cited=CITED, source=FROM, shown=visible("r.found"), here=visible("r.document"))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A citation of an absent document: under which key it is sought, its day or that of the document `citing` it."""

    cited: Cited
    wanted: str
    day: datetime.date | None
    citing: int


def _together(rows: list[_Waiting]) -> dict[tuple[object, ...], list[_Waiting]]:
    """The citations of what may be one document. One that says its day alone goes with those that say whose it is."""
    sides = {
        (each.wanted, each.cited.kind, each.cited.day): (each.cited.origin, each.cited.destination)
        for each in reversed(rows)
        if each.cited.origin and each.cited.day
    }
    together: dict[tuple[object, ...], list[_Waiting]] = {}
    for each in rows:
        told = each.cited.origin, each.cited.destination
        if not each.cited.origin and each.cited.day:
            told = sides.get((each.wanted, each.cited.kind, each.cited.day), ("", each.cited.day.isoformat()))
        together.setdefault((each.wanted, each.cited.kind, *told), []).append(each)
    return together


def _series(rows: list[_Waiting]) -> Iterator[list[_Waiting]]:
    """Citations of one time."""
    group: list[_Waiting] = []
    for each in sorted(rows, key=lambda each: each.day or datetime.date.min):
        if group and each.day and group[-1].day and each.day - group[-1].day > _SERIES:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _group(rows: list[_Waiting]) -> Absent:
    named = max(rows, key=lambda each: (bool(each.cited.origin), bool(each.cited.day))).cited
    days = [each.day for each in rows if each.day]
    first = rows[0].cited
    return Absent(
        named.name,
        len({each.citing for each in rows}),
        min(days, default=None),
        max(days, default=None),
        first.at,
        first.words,
    )


def _date(day: object) -> datetime.date | None:
    return datetime.date.fromisoformat(str(day)[:10]) if day else None

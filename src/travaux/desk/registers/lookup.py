"""Looks up in the open file who is who, what abbreviations mean, and which documents name them. Changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec
from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import Lower

from travaux.desk import models
from travaux.desk.access.decide import visible
from travaux.desk.registers.pack import EntryKind, Packed
from travaux.errors import UnknownEntry
from travaux.findings import Citation
from travaux.record.mention import Mention
from travaux.record.register import Abbreviation, Held, Office, Person

#: The last key that the database can have.
_LAST = 2**63 - 1
_TREE = "SELECT tree FROM desk_linked WHERE document = %s AND {}"
_BY_DOCUMENT = """
    SELECT document, cast(sum(times) AS bigint) FROM desk_mention JOIN desk_document ON desk_document.id = document
    WHERE entry IN ({}) AND {} GROUP BY document, desk_document.id
    ORDER BY filed NULLS FIRST, source_id, position LIMIT %s OFFSET %s
"""
_HOW_OFTEN = """
    SELECT count(DISTINCT document), cast(coalesce(sum(times), 0) AS bigint) FROM desk_mention
    WHERE entry IN ({}) AND {}
"""
_TIMES = (
    "SELECT entry, count(*), cast(sum(times) AS bigint) FROM desk_mention WHERE entry IN ({}) AND {} GROUP BY entry"
)


@dataclass(frozen=True)
class Entry:
    """An entry of a register in the file: `register` is the id of its volume or list, `source` the file's name."""

    key: int
    kind: EntryKind
    id: str
    name: str
    register: str
    source: str
    printed: str
    tree: str

    @cached_property
    def person(self) -> Person | None:
        return msgspec.json.decode(self.tree, type=Person) if self.kind is EntryKind.PERSON else None

    @cached_property
    def abbreviation(self) -> Abbreviation | None:
        return msgspec.json.decode(self.tree, type=Abbreviation) if self.kind is EntryKind.ABBREVIATION else None

    def offices_on(self, day: datetime.date | None) -> tuple[tuple[Office, Held], ...]:
        """The offices of a person that may have been held on a day."""
        return self.person.offices_on(day) if self.person else ()


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that a document names, and its mentions there, in order."""

    entry: Entry
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """All that a document names: its mentions, what each names, and those of which it is not decided."""

    mentions: tuple[Mention, ...]
    named: tuple[Named, ...]
    undecided: tuple[Mention, ...]
    entries: dict[str, Entry]


def links(row: models.Document) -> Links:
    """What the document of a row names. Targets of mentions are the keys of entries, as words."""
    with connection.cursor() as cursor:
        cursor.execute(_TREE.format(visible("document")), [row.pk])
        found = cursor.fetchone()
    packed = msgspec.json.decode(found[0], type=Packed) if found else []
    mentions = sorted(
        (
            Mention(Citation(row.ident, start, end, note), tuple(map(str, keys)), rule)
            for rule, note, keys, places in packed
            for start, end in zip(places[::2], places[1::2], strict=True)
        ),
        key=lambda mention: (mention.at.note, mention.at.start),
    )
    entries = {str(entry.key): entry for entry in _entries(Q(pk__in={key for _, _, keys, _ in packed for key in keys}))}
    by_target: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.target:
            by_target.setdefault(mention.target, []).append(mention)
    named = [Named(entries[target], tuple(each)) for target, each in by_target.items()]
    named.sort(key=lambda one: (one.entry.kind is EntryKind.ABBREVIATION, one.entry.name.casefold()))
    undecided = tuple(mention for mention in mentions if not mention.target)
    return Links(tuple(mentions), tuple(named), undecided, entries)


def entry(key: int) -> Entry:
    """The entry of that key. Raises UnknownEntry when there is none."""
    found = _entries(Q(pk=key)) if key <= _LAST else ()
    if not found:
        raise UnknownEntry(f"There is no entry {key} in a register.", remedy="Look it up by its name.")
    return found[0]


@dataclass(frozen=True, slots=True)
class Found:
    """Names that were looked for, a stretch of them, each with its entries in every register; `total` is of all."""

    groups: tuple[tuple[Entry, ...], ...]
    total: int


def find(name: str, *, kind: EntryKind | None = None, first: int = 0, limit: int = 100) -> Found:
    """Persons, then abbreviations, of a name in order of the alphabet: those led by these very words, or with them in
    any place of the entry where none is."""
    kinds = Q(kind=kind) if kind else Q()
    words = " ".join(name.split())
    exact = Q(name__iexact=words) | Q(name__istartswith=f"{words},") | Q(ident=words)
    everywhere = Q()
    for word in words.split():
        everywhere &= Q(words__icontains=word)
    for wanted in (kinds & exact, kinds & everywhere) if words else (kinds,):
        names = models.Entry.objects.filter(wanted).values_list("kind", "name").distinct()
        total = names.count()
        if total:
            break
    here = list(names.order_by("-kind", Lower("name"), "name")[first : first + limit])
    by_name: dict[tuple[str, str], list[Entry]] = {}
    for entry in _entries(wanted & Q(name__in={name for _, name in here})):
        by_name.setdefault((entry.kind, entry.name), []).append(entry)
    return Found(tuple(tuple(by_name[each]) for each in here), total)


def same(one: Entry) -> tuple[Entry, ...]:
    """The entries of every register that print the same name, this one among them."""
    return _entries(Q(kind=one.kind, name=one.name))


def how_often(entries: Iterable[Entry]) -> dict[int, tuple[int, int]]:
    """In how many documents each entry is named, and how many times."""
    keys = [entry.key for entry in entries]
    with connection.cursor() as cursor:
        cursor.execute(_TIMES.format(_places(keys), visible("document")), keys)
        return {key: (documents, times) for key, documents, times in cursor.fetchall()}


def documents(
    entries: Iterable[Entry], *, first: int = 0, limit: int = 50
) -> tuple[tuple[tuple[models.Document, int], ...], int, int]:
    """A stretch of the documents that name one of the entries in order of date, each with how often; then the number
    of all such documents and of all mentions."""
    keys = [entry.key for entry in entries]
    with connection.cursor() as cursor:
        cursor.execute(_HOW_OFTEN.format(_places(keys), visible("document")), keys)
        total, times = cursor.fetchone()
        cursor.execute(_BY_DOCUMENT.format(_places(keys), visible("document")), [*keys, limit, first])
        found = cursor.fetchall()
    rows = models.Document.objects.defer("tree").in_bulk([key for key, _ in found])
    return tuple((rows[key], count) for key, count in found), total, times


@dataclass(frozen=True, slots=True)
class Listed:
    """A register of the file in figures."""

    id: str
    source: str
    persons: int
    abbreviations: int
    since: datetime.date | None
    until: datetime.date | None


def listed() -> tuple[Listed, ...]:
    """Every register of the file."""
    fields = ("ident", "source__name", "persons", "abbreviations", "since", "until")
    return tuple(Listed(*row) for row in models.Register.objects.order_by("id").values_list(*fields))


def counts() -> dict[EntryKind, int]:
    """How many entries of each kind there are."""
    rows = models.Entry.objects.values_list("kind").annotate(n=Count("id"))
    return {EntryKind(kind): count for kind, count in rows}


def _entries(wanted: Q) -> tuple[Entry, ...]:
    rows = models.Entry.objects.filter(wanted).order_by("-kind", Lower("name"), "name", "register_id")
    fields = ("pk", "kind", "ident", "name", "register__ident", "register__source__name", "words", "tree")
    return tuple(Entry(key, EntryKind(kind), *rest) for key, kind, *rest in rows.values_list(*fields))


def _places(keys: list[int]) -> str:
    return ", ".join(["%s"] * len(keys)) or "NULL"

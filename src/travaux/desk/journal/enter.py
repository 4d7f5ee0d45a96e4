"""Adds an entry to the journal of the open file, within the transaction that makes the change it tells of."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.utils import timezone

from travaux.desk.journal import due
from travaux.desk.journal.canonical import NONE, Value, canonical, digest, moment
from travaux.desk.journal.rows import JournalEntry


class On(NamedTuple):
    """What an entry is on: a kind of object, such as "document", and the name of the one."""

    kind: str
    name: str = ""


def enter(verb: str, on: tuple[str, str], content: Value) -> int:
    """Make the next entry; gives its number. The verb is in the past: "decided".

    To be called within `file.writing()`, which lets one writer in at a time: the chain stays one. Raises NoEntry
    elsewhere, and TypeError where the content holds more than texts, whole numbers, lists and objects.
    """
    due.made()
    before = JournalEntry.objects.order_by("-number").values_list("number", "at", "hash").first()
    number, last, hash_before = before or (0, datetime.datetime.min.replace(tzinfo=datetime.UTC), NONE)
    clock = timezone.now()
    written = canonical(content)
    entry = JournalEntry(
        number=number + 1,
        at=max(clock, last),
        clock=clock,
        by=due.who(),
        verb=verb,
        kind=on[0],
        name=on[1],
        content=written,
        content_hash=digest(written),
        before=hash_before,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    return entry.number


def saw(document: str) -> int:
    """Note that whoever acts saw a document, by its id."""
    return enter("saw", On("document", document), {})


def hash_of(entry: JournalEntry) -> str:
    """The hash of an entry: of all that it holds as canonical JSON, its content by the hash of that."""
    return digest(
        canonical(
            {
                "at": moment(entry.at),
                "before": entry.before,
                "by": entry.by,
                "clock": moment(entry.clock),
                "content_hash": entry.content_hash,
                "kind": entry.kind,
                "name": entry.name,
                "number": entry.number,
                "verb": entry.verb,
            }
        )
    )

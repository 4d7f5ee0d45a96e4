"""Adds an entry to the journal of the open file, within the transaction that makes the change it tells of."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.utils import timezone

from travaux.desk.journal import due, proof
from travaux.desk.journal.proof import NONE, Value, canonical, digest
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
    entry.hash = proof.hash_of(plain(entry))
    entry.save(force_insert=True)
    return entry.number


def saw(document: str, page: str) -> int:
    """Note that whoever acts saw a document, by its id, or words of it, on that kind of page."""
    return enter("saw", On("document", document), {"page": page})


def plain(entry: JournalEntry) -> dict[str, Value]:
    """An entry without its content, as its hash is reckoned."""
    return {
        "number": entry.number,
        "at": proof.moment(entry.at),
        "clock": proof.moment(entry.clock),
        "by": entry.by,
        "verb": entry.verb,
        "kind": entry.kind,
        "name": entry.name,
        "content_hash": entry.content_hash,
        "before": entry.before,
        "hash": entry.hash,
    }

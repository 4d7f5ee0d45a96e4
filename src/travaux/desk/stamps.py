"""Keeps how files looked from outside when they were last hashed, so that one not touched since is not read again.

It is no part of the negotiation nor of what the journal proves, and may be thrown away: files are then hashed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from travaux.desk import models

_KEEP = """
    INSERT INTO desk_stamp (place, looks, source_id) VALUES (%s, %s, %s)
    ON CONFLICT (place) DO UPDATE SET looks = excluded.looks, source_id = excluded.source_id
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file looks from outside: `place` is the hash of its path, as a file that is handed on is not to tell of the
    machine that built it; `looks` is what the system says of it."""

    place: str
    looks: str


def kept() -> dict[Stamp, int]:
    """The key of the source that each file was when it looked so."""
    rows = models.Stamp._base_manager.values_list("place", "looks", "source_id")
    return {Stamp(place, looks): source for place, looks, source in rows}


def keep(found: Iterable[tuple[Stamp, int]]) -> None:
    """Keep how files look, each with the key of its source, in place of how they looked before. The transaction is the
    action's."""
    # In one order, whoever writes: of two who keep the same places each would else wait for the other.
    rows = sorted((stamp.place, stamp.looks, source) for stamp, source in found)
    with connection.cursor() as cursor:
        cursor.executemany(_KEEP, rows)

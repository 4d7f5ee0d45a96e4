"""Remembers that nothing was left to finish when the journal had a certain last entry: while it has it, nothing is.

Whatever comes into the file has an entry, and the hash of the last one stands for all before it. It is no part of the
negotiation nor of what the journal proves, and may be thrown away: whether anything is left is then looked up.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.db import connection

from travaux.desk import models
from travaux.desk.references.due import is_settled
from travaux.desk.registers.due import due

#: What tells whether anything is left: by other rules it is looked up anew.
_RULES = ("references/due.py", "registers/due.py")
_KEEP = """
    INSERT INTO desk_finished (rules, entry) VALUES (%s, %s)
    ON CONFLICT (rules) DO UPDATE SET entry = excluded.entry
"""


def is_finished() -> bool:
    """Whether nothing came in since no document was left to link with registers and no reference to settle."""
    kept = models.Finished.objects.filter(rules=_rules()).values_list("entry", flat=True).first()
    return bool(kept) and kept == _last_entry()


def finished() -> str:
    """The last entry of the journal where nothing is left, as `keep` takes it; "" elsewhere."""
    entry = _last_entry()
    return entry if is_settled() and next(due(), None) is None else ""


def keep(entry: str) -> None:
    """Keep that nothing was left when the journal had that last entry. The transaction is the action's."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_finished WHERE rules <> %s", [_rules()])
        cursor.execute(_KEEP, [_rules(), entry])


def _last_entry() -> str:
    return models.JournalEntry._base_manager.order_by("-number").values_list("hash", flat=True).first() or ""


@cache
def _rules() -> str:
    home, digest = Path(__file__).parent, hashlib.sha256()
    for name in _RULES:
        digest.update((home / name).read_bytes())
    return digest.hexdigest()

"""Tells a row of the file as an entry holds it, so that `verify` finds a row that was changed since."""

from __future__ import annotations

import datetime
from collections.abc import Container

from django.db import models

from travaux.desk.journal.proof import Value, digest, moment

#: A longer text is told by its hash.
MOST = 4_000


def row(*instances: models.Model, without: Container[str] = ()) -> dict[str, Value]:
    """Rows as a part of an entry's content: `{"rows": [...]}`. They are to be stored already, and count as they are
    until a later entry holds them again; columns left out with `without` may change."""
    return {"rows": [told(instance, without=without) for instance in instances]}


def told(instance: models.Model, *, without: Container[str] = ()) -> dict[str, Value]:
    """One row: its table, its key, and its columns by name."""
    fields = [each for each in instance._meta.concrete_fields if not each.primary_key and each.attname not in without]
    columns = {field.attname: _plain(getattr(instance, field.attname)) for field in fields}
    return {"table": instance._meta.db_table, "key": _plain(instance.pk), "columns": columns}


def _plain(value: object) -> Value:
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value) if len(value) <= MOST else {"sha256": digest(value), "length": len(value)}
        case datetime.datetime():
            return moment(value)
        case datetime.date():
            return value.isoformat()
        case float():
            return repr(value)
        case list() | tuple():
            return [_plain(each) for each in value]
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case bytes() | memoryview():
            return {"sha256": digest(bytes(value)), "length": len(value)}
    raise TypeError(f"a row holds {value!r}, which an entry cannot tell")

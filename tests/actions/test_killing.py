"""Whatever work is ended with SIGKILL, and whenever: the file verifies, and nothing that was confirmed is lost.

There are 200 kills, 15 where nobody waits, 20 on PostgreSQL; TRAVAUX_KILLS makes as many as one likes.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from tests.actions.ferry import papers
from tests.haste import HASTE

from travaux.actions.build import build
from travaux.actions.remark import remark
from travaux.desk import file, models, remarks
from travaux.desk.database import sqlite
from travaux.desk.database.here import database
from travaux.desk.journal.rows import JournalEntry
from travaux.desk.journal.verify import verify
from travaux.errors import FullDisk

REPOSITORY = Path(__file__).parents[2]
#: How often work is killed, in all: on PostgreSQL, where each takes five times as long, seldomer.
KILLS, KILLS_THERE = (15, 6) if HASTE else (200, 20)
DRAFT = "1-letter/draft"
#: Of the kills, so many are of each task.
SHARES = {"build": 0.3, "edit": 0.4, "backup": 0.3}


class Worker:
    """The process that has others work on files."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, do: str, path: Path, confirmed: Path, *, after: float | None = None, **more: int) -> Any:
        task = {"do": do, "path": str(path), "confirmed": str(confirmed), "after": after, **more}
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{json.dumps(task)}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    command = [sys.executable, str(Path(__file__).with_name("killed.py"))]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as process:
        yield Worker(process)


@pytest.fixture
def path(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A file with nothing in it."""
    with django_db_blocker.unblock():
        file.create_or_open(tmp_path / "ferry.travaux")
        file.close()
        yield tmp_path / "ferry.travaux"
        file.close()


@pytest.fixture
def filled(path: Path) -> Path:
    """The same with the three papers."""
    build(papers(path.parent / "papers"), out=path)
    return path


def _whole(path: Path) -> None:
    file.open_file(path)
    assert verify().broken == ()


def _empty(like: Path, folder: Path) -> Path:
    """A file with nothing in it, like the one that there is, or a database."""
    folder.mkdir()
    path = folder / like.name
    if database(like) is sqlite:
        shutil.copyfile(like, path)
    else:
        file.create_or_open(path)
        file.close()
    return path


def _confirmed(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def _moments(worker: Worker, do: str, path: Path, **more: int) -> list[float]:
    """At how many seconds to kill: anywhere in the time that the task takes when nobody disturbs it."""
    confirmed = path.with_name("undisturbed")
    done = worker(do, path, confirmed, **more)
    assert done["ended"] == [0]
    chance = random.Random(f"{do} 1958")
    kills = int(os.environ.get("TRAVAUX_KILLS") or (KILLS if database(path) is sqlite else KILLS_THERE))
    return [chance.uniform(0, done["took"]) for _ in range(max(1, round(kills * SHARES[do])))]


def test_a_build_that_is_killed_loses_nothing(path: Path, worker: Worker, tmp_path: Path) -> None:
    for turn, after in enumerate(_moments(worker, "build", _empty(path, tmp_path / "whole"))):
        one = _empty(path, tmp_path / str(turn))
        confirmed = one.with_name("confirmed")
        worker("build", one, confirmed, after=after)
        _whole(one)
        assert not _confirmed(confirmed) or models.Draft.objects.exists()
        file.close()
        worker("build", one, confirmed)
        _whole(one)
        assert models.Document.objects.count() == 3
        assert models.Draft.objects.exists()
        file.close()


def test_edits_that_are_killed_lose_nothing_that_was_confirmed(filled: Path, worker: Worker) -> None:
    for turn, after in enumerate(_moments(worker, "edit", filled, times=6)):
        confirmed = filled.with_name(f"confirmed-{turn}")
        before = _count(filled)
        worker("edit", filled, confirmed, after=after, times=6)
        _whole(filled)
        words = [each.words for each in remarks.of(DRAFT)][before:]
        told = _confirmed(confirmed)
        assert words[: len(told)] == told
        assert len(words) - len(told) <= 1  # made, and not told any more
        file.close()


def _count(path: Path) -> int:
    file.open_file(path)
    count = len(remarks.of(DRAFT))
    file.close()
    return count


def test_a_backup_that_is_killed_leaves_no_half_copy(filled: Path, worker: Worker) -> None:
    for turn, after in enumerate(_moments(worker, "backup", filled)):
        (filled.parent / "copy-0-0.travaux").unlink(missing_ok=True)
        confirmed = filled.with_name(f"confirmed-{turn}")
        worker("backup", filled, confirmed, after=after)
        _whole(filled)
        file.close()
        copy = filled.parent / "copy-0-0.travaux"
        assert copy.exists() or not _confirmed(confirmed)
        if copy.exists():
            _whole(copy)
            assert models.Document.objects.count() == 3
            file.close()


def test_eight_writers_at_once_lose_nothing_and_see_no_half_change(filled: Path, worker: Worker) -> None:
    confirmed = filled.with_name("confirmed")
    done = worker("edit", filled, confirmed, at_once=8, times=5)
    assert done["ended"] == [0] * 8
    _whole(filled)
    told = _confirmed(confirmed)
    assert len(told) == 40
    assert sorted(each.words for each in remarks.of(DRAFT)) == sorted(told)
    assert list(JournalEntry.objects.values_list("number", flat=True).order_by("number")) == list(
        range(1, JournalEntry.objects.count() + 1)
    )


def test_who_looks_while_others_write_never_sees_half_a_change(filled: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).with_name("killed.py"))]
    with (
        subprocess.Popen(command, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as one,
        subprocess.Popen(command, cwd=REPOSITORY, stdin=-1, stdout=-1, text=True) as other,
    ):
        told = {"path": str(filled), "after": None}
        for process, task in ((one, {"do": "edit", "at_once": 4, "times": 6}), (other, {"do": "look", "times": 15})):
            assert process.stdin
            process.stdin.write(json.dumps({**told, **task, "confirmed": str(tmp_path / str(task["do"]))}) + "\n")
            process.stdin.flush()
        for process in (one, other):
            assert process.stdout
            assert set(json.loads(process.stdout.readline())["ended"]) == {0}
    seen = list(map(int, _confirmed(tmp_path / "look")))
    assert len(seen) == 15
    assert seen == sorted(seen)


def test_two_builds_of_the_same_papers_at_once_keep_each_once(path: Path, worker: Worker) -> None:
    assert worker("build", path, path.with_name("confirmed"), at_once=2)["ended"] == [0, 0]
    _whole(path)
    assert models.Document.objects.count() == 3


@pytest.mark.sqlite
def test_a_full_disk_is_told_and_loses_nothing(filled: Path) -> None:
    file.open_file(filled)
    remark(DRAFT, "Article 1", "Usual.")
    before = JournalEntry.objects.count()
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FullDisk, match="what was stored before stays"):
        remark(DRAFT, "Article 1", "Very unusual. " * 50_000)
    assert JournalEntry.objects.count() == before
    assert verify().broken == ()
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count = {pages * 1000}")
    remark(DRAFT, "Article 1", "Very unusual. " * 50_000)
    assert verify().broken == ()

from __future__ import annotations

import os

import pytest

from travaux.actions.workers import Workers
from travaux.errors import TravauxError

MUCH = 2_000_000


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1})


def test_a_little_work_is_done_here() -> None:
    with Workers() as workers:
        assert workers.do(os.getpid, size=1000).result() == os.getpid()
        assert workers.ahead == 0


def test_much_work_is_done_elsewhere() -> None:
    with Workers() as workers:
        assert workers.do(os.getpid, size=MUCH).result() != os.getpid()
        assert workers.ahead > 0


def test_many_little_pieces_are_much_work() -> None:
    with Workers() as workers:
        done = [workers.do(os.getpid, size=MUCH // 5).result() for _ in range(5)]
    assert done[0] == os.getpid() != done[-1]


def test_one_core_does_it_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0})
    with Workers() as workers:
        assert workers.do(os.getpid, size=MUCH).result() == os.getpid()


def test_a_worker_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(TravauxError, match="run the same command again"), Workers() as workers:
        workers.do(os._exit, 9, size=MUCH).result()

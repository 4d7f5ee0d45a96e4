from __future__ import annotations

import os
import sys
from threading import Event, Thread
from types import ModuleType

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


@pytest.fixture
def read_in(monkeypatch: pytest.MonkeyPatch) -> str:
    """Asks a process whether it has what only this one has read in."""
    monkeypatch.setitem(sys.modules, "only_here", ModuleType("only_here"))
    return "'only_here' in __import__('sys').modules"


def test_much_work_that_is_expected_is_done_by_copies_of_this_process(read_in: str) -> None:
    with Workers(expected=MUCH) as workers:
        assert workers.do(os.getpid, size=1).result() != os.getpid()
        assert workers.do(eval, read_in, size=1).result()


def test_copies_have_what_was_loaded_before(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> None:
        monkeypatch.setitem(sys.modules, "loaded_here", ModuleType("loaded_here"))

    with Workers(expected=MUCH, load=load) as workers:
        assert workers.do(eval, "'loaded_here' in __import__('sys').modules", size=1).result()


def test_nothing_is_loaded_for_a_little_work() -> None:
    loaded: list[None] = []
    with Workers(expected=1000, load=lambda: loaded.append(None)) as workers:
        workers.do(os.getpid, size=1000)
    assert not loaded


def test_a_process_with_threads_is_not_copied(read_in: str) -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        with Workers(expected=MUCH) as workers:
            assert not workers.do(eval, read_in, size=1).result()
    finally:
        done.set()
        thread.join()


def test_little_work_that_is_expected_starts_nothing() -> None:
    with Workers(expected=1000) as workers:
        assert workers.beside(os.getpid) is None
        assert workers.do(os.getpid, size=1000).result() == os.getpid()


def test_work_beside_is_done_while_this_process_goes_on() -> None:
    with Workers(expected=MUCH) as workers:
        beside = workers.beside(os.getpid)
        assert beside is not None and beside.result() != os.getpid()


def test_one_core_does_it_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0})
    with Workers() as workers:
        assert workers.do(os.getpid, size=MUCH).result() == os.getpid()


@pytest.mark.parametrize("expected", [0, MUCH])
def test_a_worker_that_is_ended_from_outside_is_told(expected: int) -> None:
    with pytest.raises(TravauxError, match="run the same command again"), Workers(expected=expected) as workers:
        workers.do(os._exit, 9, size=MUCH).result()

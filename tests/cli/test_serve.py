from __future__ import annotations

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux, apart, started


@pytest.fixture
def port(built: Path) -> Iterator[int]:
    """Where the file is served by a program of its own."""
    with started("serve", built, "--port", "0", "--no-browser", stdout=subprocess.PIPE) as program:
        assert program.stdout
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", program.stdout.readline())
        assert address
        yield int(address[1])
        program.send_signal(signal.SIGINT)
        assert program.wait(10) in (0, 130)


def _status(port: int, path: str, **headers: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_the_pages_of_the_file_are_served(port: int) -> None:
    assert _status(port, "/") == 200
    assert _status(port, "/documents/accord/d2") == 200
    assert _status(port, "/documents/accord/d99") == 404


def test_a_page_asked_for_under_another_name_is_refused(port: int) -> None:
    assert _status(port, "/", Host="elsewhere.example") == 400


def test_a_document_is_opened_at_any_free_port(built: Path) -> None:
    with started("open", built, "d2", "--no-browser", stdout=subprocess.PIPE) as program:
        assert program.stdout
        address = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+)", program.stdout.readline())
        assert address
        assert address[2] == "/documents/accord/d2"
        assert _status(int(address[1]), address[2]) == 200
        program.send_signal(signal.SIGINT)
        assert program.wait(10) in (0, 130)


def test_a_document_that_is_not_there_cannot_be_opened(travaux: Travaux, built: Path) -> None:
    assert "There is no document d99." in travaux("open", built, "d99", "--no-browser").trouble


def test_a_port_that_is_taken_is_told(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert port in apart("serve", built, "--port", port, "--no-browser").trouble


def test_a_port_that_there_is_not_is_told(travaux: Travaux, built: Path) -> None:
    assert "--port" in travaux("serve", built, "--port", "70000").trouble

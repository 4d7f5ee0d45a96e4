"""The log of an office: a line of JSON a request, with who, what kind of page, how it went and how long it took.

Never what was asked for or shown: no address with its ids and words, no words of a document, no name of a file.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

_log = logging.getLogger("travaux.office")
#: What a record may bring along to the log.
_FIELDS = ("event", "who", "page", "method", "status", "milliseconds", "bytes")


class Lines(logging.Formatter):
    """A record as a line of JSON. Of an error it has the kind and the place in the program, and not its words."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        told |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        if "event" not in told:
            told["event"] = record.name
        if record.exc_info and record.exc_info[0] is not None:
            told["error"], told["at"] = record.exc_info[0].__name__, _place(record.exc_info[2])
        return json.dumps(told)


def _place(traceback: Any) -> str:
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    return f"{traceback.tb_frame.f_code.co_filename.rpartition('/')[2]}:{traceback.tb_lineno}"


class _Figures:
    """How many requests there were, by page and status, and how long they took together."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, int]] = Counter()
        self.seconds = 0.0
        self.since = time.time()
        self._lock = threading.Lock()

    def count(self, page: str, status: int, seconds: float) -> None:
        with self._lock:
            self.requests[page, status] += 1
            self.seconds += seconds


figures = _Figures()


class Log:
    """Writes the line of every request, and counts it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = time.perf_counter()
        response = self.get_response(request)
        taken, page = time.perf_counter() - begun, _page(request)
        figures.count(page, response.status_code, taken)
        viewer = getattr(request, "viewer", None)
        told = {
            "event": "request",
            "who": viewer.key if viewer else "",
            "page": page,
            "method": request.method or "",
            "status": response.status_code,
            "milliseconds": round(taken * 1000),
        }
        _log.info("request", extra=told)
        return response


def tell(event: str, *, who: str = "") -> None:
    """A line on what happened at the door: somebody came in, went, or was refused."""
    _log.info(event, extra={"event": event, "who": who})


def _page(request: HttpRequest) -> str:
    """What kind of page was asked for, by its name in the program: an address may hold words of the file."""
    try:
        match = request.resolver_match or resolve(request.path_info)
        return match.url_name or ""
    except Resolver404:
        return "static" if request.path_info.startswith("/static/") else "unknown"

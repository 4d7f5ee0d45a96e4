"""Refuses what is too much: a request with too many bytes, or one of too many at a time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

#: So many askers are remembered; whoever is forgotten starts anew.
_MOST = 10_000


class Limits:
    """What an asker may ask is a bucket that fills with time; a request takes one out of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _size(request) > settings.MOST_BYTES:
            return _refused(413, f"This has more than {settings.MOST_BYTES // 1_000_000} million bytes.")
        wait = self._wait(_asker(request))
        if wait > 0:
            response = _refused(429, "Too many requests. Wait a moment, and ask again.")
            response["Retry-After"] = str(max(1, round(wait)))
            return response
        return self.get_response(request)

    def _wait(self, asker: str) -> float:
        """How long the asker has to wait, in seconds; 0 where there is something left for them."""
        now = time.monotonic()
        with self._lock:
            left, since = self._left.pop(asker, (float(settings.BURST), now))
            left = min(float(settings.BURST), left + (now - since) * settings.A_SECOND)
            allowed = left >= 1
            self._left[asker] = (left - 1 if allowed else left, now)
            if len(self._left) > _MOST:
                self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / settings.A_SECOND


def _size(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdecimal() else 0


def _asker(request: HttpRequest) -> str:
    """Who asks: by their session or their token where there is one, else by their address."""
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    address = request.META.get("REMOTE_ADDR", "")
    return f"{address} {session or request.headers.get('Authorization', '')}"[:300]


def _refused(status: int, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")

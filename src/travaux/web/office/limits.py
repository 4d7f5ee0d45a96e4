"""Refuses what is too much: a request with too many bytes, or one of too many at a time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

#: So many askers are remembered; whoever is forgotten starts anew.
_MOST = 10_000
#: So many times as much as one asker may an address ask, which may be that of a whole house.
_OF_ADDRESS = 10.0


class Limits:
    """What an asker may ask is a bucket that fills with time; a request takes one out of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _size(request) > settings.MOST_BYTES:
            return _refused(413, f"This has more than {settings.MOST_BYTES // 1_000_000} million bytes.")
        wait = max(self._wait(asker, share) for asker, share in _askers(request))
        if wait > 0:
            response = _refused(429, "Too many requests. Wait a moment, and ask again.")
            response["Retry-After"] = str(max(1, round(wait)))
            return response
        return self.get_response(request)

    def _wait(self, asker: str, share: float) -> float:
        """How long the asker has to wait, in seconds; 0 where there is something left for them."""
        now, burst, a_second = time.monotonic(), settings.BURST * share, settings.A_SECOND * share
        with self._lock:
            left, since = self._left.pop(asker, (burst, now))
            left = min(burst, left + (now - since) * a_second)
            allowed = left >= 1
            self._left[asker] = (left - 1 if allowed else left, now)
            if len(self._left) > _MOST:
                self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / a_second


def _size(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdecimal() else 0


def _askers(request: HttpRequest) -> Iterator[tuple[str, float]]:
    """Who asks: an address, behind which there may be several; and a session or a token, where one is shown. To show
    another each time does not help: the address stays."""
    address = request.META.get("REMOTE_ADDR", "")
    yield address, _OF_ADDRESS
    shown = request.COOKIES.get(settings.SESSION_COOKIE_NAME) or request.headers.get("Authorization")
    yield f"{address} {shown or ''}"[:300], 1.0


def _refused(status: int, words: str) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")

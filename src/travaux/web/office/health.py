"""Whether the server lives, and its figures. Neither tells anything of the file."""

from __future__ import annotations

import os
import time
from hmac import compare_digest

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from travaux.web.office.log import figures

_PLAIN = "text/plain; charset=utf-8"


def health(request: HttpRequest) -> HttpResponse:
    """200 where the file answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("The file does not answer.\n", status=503, content_type=_PLAIN)
    return HttpResponse("well\n", content_type=_PLAIN)


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures in the text format that Prometheus reads, to who gives the token that the office set."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return HttpResponse("There is no such page.\n", status=404, content_type=_PLAIN)
    user, system, *_ = os.times()
    lines = [
        "# TYPE travaux_requests_total counter",
        *(
            f'travaux_requests_total{{page="{page}",status="{status}"}} {count}'
            for (page, status), count in sorted(figures.requests.items())
        ),
        "# TYPE travaux_request_seconds_total counter",
        f"travaux_request_seconds_total {figures.seconds:.3f}",
        "# TYPE process_cpu_seconds_total counter",
        f"process_cpu_seconds_total {user + system:.2f}",
        "# TYPE process_start_time_seconds gauge",
        f"process_start_time_seconds {figures.since:.0f}",
        "# TYPE travaux_uptime_seconds gauge",
        f"travaux_uptime_seconds {time.time() - figures.since:.0f}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")

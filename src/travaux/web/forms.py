"""What a form sends, and the answer to it."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponseRedirect

from travaux.web.show import Request


class See(HttpResponseRedirect):
    """The answer to a form: the page to see now, asked for with GET."""

    status_code = 303


def given(request: Request, names: Iterable[str]) -> dict[str, str]:
    """The fields of a form by name, "" where one is missing."""
    return {name: request.POST.get(name, "").replace("\r\n", "\n").strip() for name in names}

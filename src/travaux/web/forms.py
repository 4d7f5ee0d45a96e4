"""What a form sends, and the answer to it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from django.http import HttpResponseRedirect

from travaux.errors import TravauxError
from travaux.web.show import Request

_TAKEN_BACK = "taken-back"
_Verdict = TypeVar("_Verdict", bound=StrEnum)


class See(HttpResponseRedirect):
    """The answer to a form: the page to see now, asked for with GET."""

    status_code = 303


def given(request: Request, names: Iterable[str]) -> dict[str, str]:
    """The fields of a form, or of an address where none was sent, by name; "" where one is missing."""
    fields = request.POST if request.method == "POST" else request.GET
    return {name: fields.get(name, "").replace("\r\n", "\n").strip() for name in names}


def verdict(request: Request, verdicts: type[_Verdict]) -> _Verdict | None:
    """What a form decides; None where it takes back what was decided. Raises TravauxError where it says neither."""
    said = request.POST.get("verdict", "")
    if said == _TAKEN_BACK:
        return None
    try:
        return verdicts(said)
    except ValueError:
        raise unclear() from None


def unclear() -> TravauxError:
    return TravauxError("The form does not say what is decided.", remedy="Send it from its page.")

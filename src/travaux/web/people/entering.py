"""The page to log in, the way out, and each person's own page: their password and their device."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from travaux.actions.log_in import log_in
from travaux.actions.people import set_device, set_password
from travaux.actions.tokens import give_token, revoke_token
from travaux.desk.access.viewer import current
from travaux.desk.people import login as codes
from travaux.desk.people.login import Given, TooOften
from travaux.desk.people.people import person, told
from travaux.desk.people.tables import Person
from travaux.desk.people.tokens import tokens
from travaux.errors import NotPermitted, TravauxError, UnknownEntry
from travaux.web.forms import See
from travaux.web.office.door import PERSON, STAMP
from travaux.web.office.log import tell
from travaux.web.show import Request, show

#: No name, password or code is longer.
_LONGEST = 1000
_NEW = "device"


@sensitive_post_parameters()
def login(request: Request) -> HttpResponse:
    _require_office()
    context: dict[str, object] = {"next": _next(request), "key": _given(request, "key")}
    if request.method == "POST":
        given = Given(
            key=_given(request, "key").strip().lower(),
            password=_given(request, "password"),
            code=_given(request, "code"),
            address=request.META.get("REMOTE_ADDR", ""),
        )
        try:
            _begin(request, log_in(given))
            return See(_next(request) or reverse("overview"))
        except NotPermitted as error:
            tell("login refused" if not isinstance(error, TooOften) else "login refused, too often")
            context["trouble"] = error
    response = show(request, "people/login.html", context)
    response.status_code = _status(context.get("trouble"))
    return response


def logout(request: Request) -> HttpResponse:
    _require_office()
    if request.method == "POST":
        tell("went", who=current().key)
        request.session.flush()
    return See(reverse("login"))


@sensitive_post_parameters()
def account(request: Request) -> HttpResponse:
    _require_office()
    key, context = current().key, dict[str, object]()
    if request.method == "POST":
        try:
            if _given(request, "do") == "token":
                # Told in this answer alone: a session would keep it.
                context["given"] = _new_token(request, key)
            else:
                return _changed(request, key)
        except TravauxError as error:
            context["trouble"] = error
    secret = request.session.get(_NEW) or codes.new_key()
    request.session[_NEW] = secret
    row = person(key)
    context |= {
        "who": told(row),
        "has_device": bool(row.totp_key),
        "tokens": tokens(key),
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "address": codes.address_of(secret, key, file="file"),
    }
    response = show(request, "people/account.html", context)
    response.status_code = _status(context.get("trouble"))
    return response


def _changed(request: Request, key: str) -> HttpResponse:
    """What the person's own form asks for, once they gave their password again."""
    _require_password(request, key)
    asked = _given(request, "do")
    if asked == "password":
        set_password(key, _given(request, "new"))
    elif asked == "device":
        set_device(key, request.session.get(_NEW, ""), _given(request, "code"))
    elif asked == "no-device":
        set_device(key, "", "")
    elif asked == "revoke":
        _revoke(request, key)
        return See(reverse("account"))
    _begin(request, person(key))
    return See(reverse("account"))


def _new_token(request: Request, key: str) -> str:
    _require_password(request, key)
    writes = bool(_given(request, "writes"))
    return give_token(key, _given(request, "token-name"), writes=writes, days=_days(request))


def _days(request: Request) -> int:
    days = _given(request, "days")
    return int(days) if days.isascii() and days.isdecimal() and len(days) < 5 else 0


def _revoke(request: Request, key: str) -> None:
    number = _given(request, "number")
    if number not in {str(row.pk) for row in tokens(key)}:
        raise UnknownEntry("You have no such token.", remedy="Revoke one of those in the list.")
    revoke_token(int(number))


def _require_password(request: Request, key: str) -> None:
    """Raises NotPermitted unless the person gave their password, and a code of the device that they have."""
    log_in(Given(key, _given(request, "password"), _given(request, "now-code"), request.META.get("REMOTE_ADDR", "")))


def _begin(request: Request, row: Person) -> None:
    """Have the session be theirs, under a new key: one that was known before leads nowhere."""
    request.session.clear()
    request.session.cycle_key()
    request.session[PERSON], request.session[STAMP] = row.key, row.stamp
    rotate_token(request)
    tell("came in", who=row.key)


def _next(request: Request) -> str:
    """The page that was asked for before, where it is one of this place."""
    asked = request.GET.get("next", "") or request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked if safe else ""


def _given(request: Request, name: str) -> str:
    return request.POST.get(name, "")[:_LONGEST]


def _status(trouble: object) -> int:
    return 200 if trouble is None else 429 if isinstance(trouble, TooOften) else 403


def _require_office() -> None:
    if not settings.OFFICE:
        raise Http404

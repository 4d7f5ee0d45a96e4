"""Django's settings for a file that an office serves to its people: they log in, over an encrypted connection.

The secret and the names of the place come from the environment; nothing secret is in the program or in the file.
"""

from __future__ import annotations

import os
from pathlib import Path

from travaux.desk.settings import *  # noqa: F403
from travaux.desk.settings import LOGGING as LOGGING_OF_ONE
from travaux.errors import OfficeTrouble

_LEAST = 50


def _secret() -> str:
    """The key that sessions are signed with: in a file, or in the environment itself."""
    named = os.environ.get("TRAVAUX_SECRET_KEY_FILE", "")
    try:
        key = Path(named).read_text(encoding="utf-8").strip() if named else os.environ.get("TRAVAUX_SECRET_KEY", "")
    except OSError as error:
        raise OfficeTrouble(f"The secret key cannot be read: {error.strerror}.", at=named) from None
    if len(key) < _LEAST or len(set(key)) < 10:
        remedy = (
            "Make one, and keep it: python -c 'import secrets; print(secrets.token_urlsafe(50))' > KEY; "
            "then TRAVAUX_SECRET_KEY_FILE=KEY."
        )
        raise OfficeTrouble(f"An office needs a secret key of at least {_LEAST} characters.", remedy=remedy)
    return key


def _hosts() -> list[str]:
    named = os.environ.get("TRAVAUX_HOSTS", "")
    hosts = [host.strip() for host in named.split(",") if host.strip()]
    if not hosts or "*" in hosts:
        raise OfficeTrouble(
            "An office says under which names it is reached.", remedy="TRAVAUX_HOSTS=negotiation.ministry.example"
        )
    return hosts


SECRET_KEY = _secret()
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("TRAVAUX_SECRET_KEYS_BEFORE", "").split(",") if key]
ALLOWED_HOSTS = _hosts()
OFFICE = True
#: Who asks for the figures of the server must give this; without it there are none.
METRICS_TOKEN = os.environ.get("TRAVAUX_METRICS_TOKEN", "")

MIDDLEWARE = [
    "travaux.web.office.log.Log",
    "django.middleware.security.SecurityMiddleware",
    "travaux.web.security.ContentSecurityPolicy",
    "travaux.web.office.limits.Limits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "travaux.web.office.door.Door",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "travaux.web.signs.Signs",
]

SECURE_SSL_REDIRECT = True
#: The proxy before it asks over the house's own line.
SECURE_REDIRECT_EXEMPT = [r"^health$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True

SESSION_ENGINE = "travaux.desk.people.sessions"
SESSION_COOKIE_NAME = "__Host-travaux"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
#: A working day.
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-travaux-form"

#: What a form may bring; a request of more than MOST_BYTES is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1

LOGGING = {
    **LOGGING_OF_ONE,
    "formatters": {"json": {"()": "travaux.web.office.log.Lines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "loggers": {
        "travaux.office": {"handlers": ["lines"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["lines"], "level": "ERROR", "propagate": False},
        # A request that is wrong is in the log as a request: its words are not.
        "django.security": {"handlers": ["lines"], "level": "CRITICAL", "propagate": False},
    },
}

"""Makes Django ready, once a process, before anything that needs the models is imported."""

from __future__ import annotations

import os

import django
from django.apps import apps
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def start() -> None:
    """Set Django up with the desk's settings. Does nothing when that has been done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "travaux.desk.settings")
    if not apps.ready:
        django.setup(set_prefix=False)


def application() -> WSGIHandler:
    """The pages as a WSGI application, on whichever file is open."""
    start()
    return get_wsgi_application()

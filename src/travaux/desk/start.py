"""Makes Django ready, once a process, before anything that needs the models is imported."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def start() -> None:
    """Make Django's models ready with the desk's settings. Does nothing when that has been done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "travaux.desk.settings")
    if not apps.ready:
        # Models, and rows by the thousand, are made to be kept a while: to look for garbage among them less often
        # saves a tenth of the time to start and to search.
        gc.set_threshold(50_000, 20, 20)
        # What `django.setup` does, without what only a server needs: addresses and the log of requests.
        apps.populate(settings.INSTALLED_APPS)


def application() -> WSGIHandler:
    """The pages as a WSGI application, on whichever file is open."""
    from django.core.wsgi import get_wsgi_application

    start()
    return get_wsgi_application()

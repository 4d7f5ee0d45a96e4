"""Makes Django ready, once a process, before anything that needs the models is imported."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def start(*, office: bool = False) -> None:
    """Make Django's models ready with the desk's settings, or with those of an office, whose people log in. Does
    nothing when that has been done. Raises OfficeTrouble where an office does not say what it must."""
    if office:
        # Whatever the environment says: with other settings nobody would have to log in.
        os.environ["DJANGO_SETTINGS_MODULE"] = "travaux.desk.office"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "travaux.desk.settings")
    if not apps.ready:
        # Models, and rows by the thousand, are made to be kept a while: to look for garbage among them less often
        # saves a tenth of the time to start and to search.
        gc.set_threshold(50_000, 20, 20)
        # What `django.setup` does, without what only a server needs: addresses and the log of requests.
        apps.populate(settings.INSTALLED_APPS)


def has_login() -> bool:
    """Whether people have to log in, as those of an office do."""
    return bool(settings.OFFICE)


def application() -> WSGIHandler:
    """The pages as a WSGI application, on whichever file is open."""
    from django.core.wsgi import get_wsgi_application

    from travaux.desk.access.viewer import require_login

    start()
    require_login(settings.OFFICE)
    return get_wsgi_application()

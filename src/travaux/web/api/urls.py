"""The addresses of the operations, below that of the interface."""

from __future__ import annotations

from django.urls import path

from travaux.web.api.api import api

urlpatterns = [path("api/v1/", api.urls)]

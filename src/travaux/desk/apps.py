"""The desk as a Django app: its models live under the label `desk`."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "travaux.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"

"""Finds the documents of the open file that references mean, and those that references were waiting for."""

from __future__ import annotations

from django.db import transaction

from travaux.desk.references.keep import is_settled, keep_the_rest, settle


def refer() -> None:
    """Settle every reference that new documents bear on; nothing where no document is new."""
    if not is_settled():
        with transaction.atomic():
            keep_the_rest()
            settle()

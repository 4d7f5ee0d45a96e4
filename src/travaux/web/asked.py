"""Reads what the address of a page asks for. What cannot be read is as good as not asked."""

from __future__ import annotations

import datetime

from django.http import HttpRequest

# No text of the record is that long; a longer number is not an offset.
DIGITS = 9


def number(request: HttpRequest, name: str) -> int | None:
    """The number that the address gives under that name, None where it gives none."""
    words = request.GET.get(name, "")
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= DIGITS else None


def day_named(request: HttpRequest, name: str) -> datetime.date | None:
    """The day, as 1960-06-23, that the address gives under that name, None where it gives none."""
    return day_in(request.GET.get(name, ""))


def day_in(words: str) -> datetime.date | None:
    """The day that words name, as 1960-06-23, None where they name none."""
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None

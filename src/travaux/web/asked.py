"""Reads what the address of a page asks for. A number that cannot be read is as good as not asked: only the page's own
links and sliders write one. A day is written by people, and what is no day is told: another day's answer misleads."""

from __future__ import annotations

import datetime

from django.http import HttpRequest

from travaux.errors import TravauxError

# No text of the record is that long; a longer number is not an offset.
DIGITS = 9


def number(request: HttpRequest, name: str) -> int | None:
    """The number that the address gives under that name, None where it gives none."""
    words = request.GET.get(name, "")
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= DIGITS else None


def day_named(request: HttpRequest, name: str) -> datetime.date | None:
    """The day, as 1960-06-23, that the address gives under that name, None where it gives none.

    Raises TravauxError where what it gives is no day.
    """
    return day_in(request.GET.get(name, ""))


def day_in(words: str) -> datetime.date | None:
    """The day that words name, as 1960-06-23, None where there are none. Raises TravauxError where they name none."""
    if not words.strip():
        return None
    try:
        return datetime.date.fromisoformat(words.strip())
    except ValueError:
        raise TravauxError(f"“{words[:40]}” is no day.", remedy="Write it as 1960-06-23.") from None

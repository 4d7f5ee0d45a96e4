"""Tells whether words have a name as it is written, in small letters or in capitals, and not within a longer word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

#: The capital and small letters that a search without regard to case takes for others, beyond those that are the same
#: in small letters: 'ſ' is an s, 'ı' an i, and 'İ' in small letters an i with a dot above it.
_ALSO = (("ſ", "s"), ("ı", "i"), ("\u0307", ""))


def is_named(words: str, names: Iterable[str]) -> bool:
    """Whether words have one of these names.

    >>> is_named("On the TREATY AREA we agree.", ["Treaty area"]), is_named("The treaty areas", ["Treaty area"])
    (True, False)
    """
    small = words.lower()
    for letter, as_ in _ALSO:
        small = small.replace(letter, as_)
    # To look for a name in small letters takes a fiftieth of the time; where it stands the pattern says whether so.
    return any(pattern.search(words) is not None for key, pattern in map(_sought, names) if key is None or key in small)


@lru_cache(maxsize=4096)
def _sought(name: str) -> tuple[str | None, re.Pattern[str]]:
    """A name in small letters, None where more than these would have to be looked for, and the pattern of it."""
    return name.lower() if name.isascii() else None, re.compile(rf"(?i)\b{re.escape(name)}\b")

"""Signs that no page can show, made visible in their place."""

from __future__ import annotations

import re

# Control signs, and marks that turn the direction of writing for all that follows.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def visible(words: str) -> str:
    """Words as a page shows them: each sign that none can show stands as its name.

    >>> visible("a\\x0cb\\u202ec")
    'a␌b[U+202E]c'
    """
    return _UNSEEN.sub(_named, words)


def _named(sign: re.Match[str]) -> str:
    code = ord(sign.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"[U+{code:04X}]"

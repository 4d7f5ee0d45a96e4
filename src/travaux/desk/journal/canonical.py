"""The one way to write a value as bytes, so that whoever reckons its hash gets the same one. Needs no database.

It is JSON in ASCII: the keys of objects in order of their code points, no blank, every other sign escaped. Numbers are
whole ones: fractions have more than one way to be written.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

#: What an entry may hold.
Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]

#: What stands for the entry before the first one.
NONE = "0" * 64


def canonical(value: Value) -> str:
    """The value as canonical JSON. Raises TypeError or ValueError where it holds what has no such form."""
    _require_plain(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def digest(words: str | bytes) -> str:
    """The SHA-256 of a text in UTF-8, as hexadecimal figures."""
    return hashlib.sha256(words if isinstance(words, bytes) else words.encode(errors="surrogatepass")).hexdigest()


def chained(parts: Iterable[str]) -> str:
    """The hash of many texts in their order: that of their hashes, one a line."""
    return digest("".join(f"{digest(part)}\n" for part in parts))


def moment(at: datetime.datetime) -> str:
    """A time as entries write it: in UTC, to the microsecond.

    >>> moment(datetime.datetime(2001, 2, 3, 4, 5, tzinfo=datetime.UTC))
    '2001-02-03T04:05:00.000000Z'
    """
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _require_plain(value: Value) -> None:
    match value:
        case None | bool() | int() | str():
            return
        case Mapping():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise TypeError(f"the key {key!r} of an object is not a text")
                _require_plain(inner)
        case list() | tuple():
            for inner in value:
                _require_plain(inner)
        case _:
            raise TypeError(f"an entry cannot hold {value!r}")

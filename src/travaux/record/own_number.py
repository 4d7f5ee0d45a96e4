"""The number a post or office gave its own telegram, airgram or despatch: '312', 'Secto 19', 'A-82'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from travaux.record.document import Kind

NUMBERED = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.INSTRUCTION, Kind.MESSAGE})
_IN_TITLE = re.compile(
    r"(?:Telegram|Airgram|Despatch|Dispatch|Instruction|Message)s?(?: No\.)? "
    r"(?!From|from|to\b)([^,;]*?\d[^,;]*?) (?:From|from|to)\b"
)
_ON_A_LINE = re.compile(r"No\. ?(\d+)$")
_LETTERED = re.compile(r"(?:No\. ?(?=\d))?((?:(?<=[ .])|[A-Z]{1,3}[-–])\d+[A-Z]?)\.?(?: |$)")
_LEADING = re.compile(r"((?:[A-Z][A-Za-z]*[ –-])?\d+(?:/[A-Za-z]*[ –-]?\d+)?)\. ?(?=\S|$)")
_DASHES = re.compile(r"\s*[‐‑‒–—]\s*")


def own_number(kind: Kind | None, title: str, body: Iterable[str]) -> str | None:
    """The number in the title, else the one the body opens with, unless that begins a numbered list.

    Where the `kind` is not known (None), 'No. 54' on a line by itself may be anyone's, and is not taken.
    """
    if kind is not None and kind not in NUMBERED:
        return None
    in_title = _IN_TITLE.search(title)
    if in_title:
        return _plain(in_title.group(1))
    rest = iter(body)
    first = next(rest, "")
    if kind is None and _ON_A_LINE.match(first):
        return None
    line = (_ON_A_LINE if kind in (None, Kind.TELEGRAM, Kind.MESSAGE) else _LETTERED).match(first)
    if line:
        return _plain(line.group(1))
    leading = _LEADING.match(first)
    number = _plain(leading.group(1)) if leading else None
    return None if number and number.isdigit() and _numbers(int(number) + 1, rest) else number


def _numbers(value: int, body: Iterable[str]) -> bool:
    """Whether a later paragraph is numbered so."""
    openings = tuple(f"{bracket}{value}{end}" for bracket in ("", "(") for end in ".)")
    return any(words.startswith(openings) for words in body)


def _plain(number: str) -> str:
    return _DASHES.sub("-", number)

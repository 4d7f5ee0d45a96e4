"""Turns bytes into words. It assumes an encoding only where UTF-8 fails, and says so."""

from __future__ import annotations

import re

from travaux.errors import UnreadableInput
from travaux.findings import Citation, Finding, Severity

#: The bytes that Windows-1252 leaves open, what stands for one, and how many a text may have at least.
_HOLES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_UNSAID, _MOST_UNSAID = "\ufffd", 10
_HOW_TO_GIVE = "Give a TEI volume, or a plain text in UTF-8."


def decoded(data: bytes, *, name: str, document: str) -> tuple[str, tuple[Finding, ...]]:
    """The words of a text file, and a finding where its encoding had to be assumed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(data, "utf-16", name), ()
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise UnreadableInput(f"Line {line} holds a zero byte: this is no text.", at=name, remedy=_HOW_TO_GIVE)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    words, unsaid = _windows(data, name)
    if any(character < " " and character not in "\t\n\r\f" for character in words):
        raise UnreadableInput(f"Line {line} holds control characters: this is no text.", at=name, remedy=_HOW_TO_GIVE)
    finding = Finding(
        "encoding-assumed",
        f"Line {line} is not UTF-8; the file was read as Windows-1252.",
        Citation(document, 0, 0),
        remedy="Look at accents, dashes and quotation marks; save it as UTF-8 if they are wrong.",
        severity=Severity.ASSUMED,
    )
    if not unsaid:
        return words, (finding,)
    line = data.count(b"\n", 0, unsaid[0]) + 1
    missing = Finding(
        "sign-unreadable",
        f"Windows-1252 has no sign for {len(unsaid)} byte{'s' if len(unsaid) > 1 else ''}, the first in line {line}; "
        f"“{_UNSAID}” stands for each.",
        Citation(document, 0, 0),
        remedy="Save the file as UTF-8 from the program that wrote it.",
    )
    return words, (finding, missing)


def _windows(data: bytes, name: str) -> tuple[str, list[int]]:
    """The words in Windows-1252, and where bytes stand that it has no sign for. So many of them are no text."""
    unsaid = [match.start() for match in _HOLES.finditer(data)]
    if len(unsaid) > max(_MOST_UNSAID, len(data) // 1000):
        line = data.count(b"\n", 0, unsaid[0]) + 1
        raise UnreadableInput(f"Line {line} is in no known encoding.", at=name, remedy=_HOW_TO_GIVE)
    return data.decode("cp1252", errors="replace"), unsaid


def _in(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(f"Line {line} is in no known encoding.", at=name, remedy=_HOW_TO_GIVE) from error

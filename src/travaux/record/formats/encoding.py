"""Turns bytes into words. It assumes an encoding only where UTF-8 fails, and says so."""

from __future__ import annotations

from travaux.errors import UnreadableInput
from travaux.findings import Citation, Finding, Severity

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
    words = _in(data, "cp1252", name)
    if any(character < " " and character not in "\t\n\r\f" for character in words):
        raise UnreadableInput(f"Line {line} holds control characters: this is no text.", at=name, remedy=_HOW_TO_GIVE)
    finding = Finding(
        "encoding-assumed",
        f"Line {line} is not UTF-8; the file was read as Windows-1252.",
        Citation(document, 0, 0),
        remedy="Look at accents, dashes and quotation marks; save it as UTF-8 if they are wrong.",
        severity=Severity.ASSUMED,
    )
    return words, (finding,)


def _in(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(f"Line {line} is in no known encoding.", at=name, remedy=_HOW_TO_GIVE) from error

"""What the program noticed and a person must settle. A finding never changes anything by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: whether something was left undone, assumed, or is worth knowing."""

    REFUSED = "refused"
    ASSUMED = "assumed"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` to `end` of the text of `document`, or of its note with the mark `note`.

    `Document.text` is what the offsets count in; for a note it is `Note.text`.
    """

    document: str
    start: int
    end: int
    note: str = ""

    def __post_init__(self) -> None:
        if not self.document:
            raise ValueError("a citation names its document")
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a citation runs forward, not from {self.start} to {self.end}")

    def __str__(self) -> str:
        note = f", note {self.note}" if self.note else ""
        return f"{self.document}{note}, characters {self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing not understood, not applied or assumed: `code` is stable, `message` is for people.

    `at` is the passage that gave rise to it, `remedy` what a person can do.
    """

    code: str
    message: str
    at: Citation
    remedy: str = ""
    severity: Severity = Severity.REFUSED

    def __post_init__(self) -> None:
        if not self.code or not self.message:
            raise ValueError("a finding has a code and a message")

"""Whether words fit a draft: how they are compared and looked for, and what is said when they do not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.amend.operations import Operation
from travaux.findings import Citation


class Misfit(Exception):
    """An operation that does not fit the draft. `code` names the reason, `remedy` what a person can do."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


class AlreadyThere(Exception):
    """The draft says already what the operation would make it say."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Rule:
    """A disputable rule that an operation was applied under."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Context:
    """The instruction that an operation belongs to: its passage, and all its operations."""

    at: Citation
    operations: tuple[Operation, ...] = ()


_DASHES = str.maketrans("–—‑", "---", "")
_MARKS = str.maketrans("‘’“”", "''\"\"")


def plain(words: str) -> str:
    """Words as they are compared: one space between words, straight quotes, plain dashes, no capitals."""
    return " ".join(words.translate(_DASHES).translate(_MARKS).split()).casefold()


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but capitals, blanks and the form of quotes and dashes."""
    return plain(one) == plain(other)


def occurrences(text: str, words: str, *, tolerant: bool = False) -> list[tuple[int, int]]:
    """Where `words` stand in `text` as whole words. `tolerant`: capitals, blanks and the form of quotes and
    dashes may differ."""
    if not tolerant:
        pattern = re.escape(words)
    else:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        pattern = re.sub(r"\\?[-–—‑]", "[-–—‑]", pattern)
        pattern = re.sub(r"['‘’]", "['‘’]", pattern)
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    found = re.finditer(before + pattern + after, text, re.IGNORECASE if tolerant else 0)
    return [match.span() for match in found]


def is_elided(words: str) -> bool:
    """Whether the passage breaks off its quotation with dots or 'etc.', so that the rest stands unquoted."""
    return bool(re.search(r"(?:\. ?){3}|…|\betc\b\.?\W*$|\bet cetera\W*$", words))


def elided() -> Misfit:
    """What is said of a quotation that breaks off where nothing tells which words it leaves out."""
    return Misfit("wording-elided", "The passage breaks off its quotation; the words left out are not in it.")

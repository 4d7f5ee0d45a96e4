"""Classification and handling as documents print them: 'top secret us urgent', 'Secret; Niact'."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLASSES = {
    "top secret": "top-secret",
    "secret": "secret",
    "confidential": "confidential",
    "strictly confidential": "confidential",
    "restricted": "restricted",
    "limited official use": "limited-official-use",
    "limited official use only": "limited-official-use",
    "official use only": "official-use-only",
    "for official use only": "official-use-only",
    "unclassified": "unclassified",
    "no classification marking": "none",
    "no classification markings": "none",
    "no classification": "none",
}
#: Handling words that stand under a dateline, or follow a class without a sign between them.
HANDLING = (
    "most immediate", "operational immediate", "niact immediate", "immediate", "us urgent", "u.s. urgent",
    "most urgent", "urgent", "niact", "priority", "flash", "routine", "eyes only", "air pouch", "airpouch",
    "security information", "official-informal", "informal-official business", "informal-official",
    "no distribution outside the department", "no distribution outside department", "no distribution",
    "limited distribution", "limit distribution", "personal", "private", "strictly personal", "verbatim text",
)  # fmt: skip
#: What a class sentence of a source note may open with when it names no class.
OTHER_MARKINGS = (
    "administratively confidential", "private and confidential", "personal and confidential",
    "personal and private", "personal and secret", "personal", "private", "eyes only",
)  # fmt: skip


def _any_of(phrases: tuple[str, ...] | list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\-", "[-–—]").replace(r"\ ", r"\s+") for phrase in longest_first)


CLASS = re.compile(rf"(?i:{_any_of(list(CLASSES))})\b")
HANDLED = re.compile(rf"(?i:{_any_of(HANDLING)})(?![\w-])")
OTHER = re.compile(rf"(?i:{_any_of(OTHER_MARKINGS)})(?: for [^.]*)?(?=[;,.]|$)")
_EDGE = " ;,—–-"


@dataclass(frozen=True, slots=True)
class Marking:
    """The class in one of the words of `CLASSES`' values, None where only handling is printed."""

    classification: str | None
    handling: tuple[str, ...] = ()


def marking(line: str) -> Marking | None:
    """The marking that a line is, every word of it; None for a line with other words."""
    rest = line.strip("[]. ")
    match = CLASS.match(rest)
    handling: list[str] = []
    if match:
        rest = rest[match.end() :].strip(_EDGE)
    while rest:
        word = HANDLED.match(rest)
        if not word:
            return None
        handling.append(word.group())
        rest = rest[word.end() :].strip(_EDGE)
    if not match and not handling:
        return None
    return Marking(class_named(match.group()) if match else None, tuple(handling))


def class_named(words: str) -> str:
    return CLASSES[" ".join(words.lower().split())]

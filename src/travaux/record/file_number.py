"""The number under which a document is filed: '794.5/9-2958', 'POL 27 RUR', 'P850012-2320'."""

from __future__ import annotations

import re

from travaux.record.document import Kind

_DASHES = re.compile(r"\s*[‐‑‒–—]\s*")
_STROKES = re.compile(r"\s*/\s*")
_CENTRAL = re.compile(r"Central (?:Foreign Policy )?(?:Files?|Registry)(?:,? \d{4}[-–—]\d{2,4})?, (.+)")
DECIMAL = re.compile(
    r"\d{2,3}[A-Za-z]{0,2}(?:[.][\w.()-]*)?(?:[ -][A-Za-z][A-Za-z()., -]*)?(?:/\d{1,2}-\d{2,5}[a-z]?|\.\d[\w./-]*)"
)
_SUBJECT = (
    r"(?!.*\b(?i:Lot|Box|Files?|Series|Library|Secret|Confidential|Top)\b)[A-Z]{1,6}(?:[ (-][\w ./&()'’,-]{1,50})?"
)
_PERSON = r"\d{3}[ -][A-Z][\w.,'’ -]{3,40}(?:/\d{1,2}-\d{2,5})?"
_FILM = r"[DNP]\d{6}-\d{4}"
_ANY = re.compile(rf"{DECIMAL.pattern}|{_SUBJECT}|{_PERSON}|{_FILM}")
#: A subject code alone on a line is all capitals, 'DEF 4 NATO', but for the name after a number: 'POL 7 US/Rook'.
_NUMBERED_CODE = r"[A-Z]{2,4} \d{1,2}(?:-\d{1,2})? [A-Z][\w./&()'’-]{1,24}(?: [\w./&()'’-]{1,16})?"
_ON_A_LINE = re.compile(
    rf"{DECIMAL.pattern}|{_NUMBERED_CODE}|(?!No\b)[A-Z]{{1,6}}[ (-][A-Z\d ./&()'’,-]{{1,40}}|{_PERSON}|{_FILM}"
)
_KIND = re.compile(r"(?i)\s*:\s*(?:circular )?(telegram|airgram|despatch|instruction|letter)s?\b.*")


def in_source(sentence: str) -> str | None:
    """The file number in the first sentence of a source note."""
    match = _CENTRAL.search(sentence)
    number = _plain(match.group(1).rstrip(" .")) if match else ""
    return number if _ANY.fullmatch(number) else None


def in_line(line: str) -> str | None:
    """The file number that stands over the heading of older volumes: '799.5/3–455: Telegram'."""
    number = _plain(_KIND.sub("", line)).strip(" .")
    return number if _ON_A_LINE.fullmatch(number) else None


def kind_in_line(line: str) -> Kind | None:
    """The kind of document that a file line names."""
    match = _KIND.search(line)
    return Kind(match.group(1).lower()) if match and match.group(1).lower() != "letter" else None


def _plain(number: str) -> str:
    return _STROKES.sub("/", _DASHES.sub("-", number)).strip()

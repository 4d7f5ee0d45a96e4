"""Reads a plain text that is a list of persons or of abbreviations under its heading. Any other text is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.record.register import Printed, Register
from travaux.record.registers.doubtful import OFFICE_TITLES
from travaux.record.registers.entry import Entry, ListKind, kind_of, registered
from travaux.record.registers.person_name import TITLES

#: 'List of Persons', 'Abbreviations and Terms': these words and no others.
_HEADING = re.compile(
    r"(?i)(?:list of |glossary of )?(?:principal )?"
    r"(?:persons|pseudonyms|abbreviations|acronyms|terms|symbols|code names)"
    r"(?:,? (?:and )?(?:persons|pseudonyms|abbreviations|acronyms|terms|symbols|code names|cryptonyms))*:?"
)
_REMARK = re.compile(r"(?i)(?:editor|note\b)")
_ABBREVIATION = re.compile(r"(?P<short>[^\s,:;—–][^,:;—–]{0,39}?)(?:,|:| [—–-]) +(?P<meaning>\S.*)", re.DOTALL)
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)")
_SURNAME = re.compile(r"(?:al-|(?:al|de|del|von|van|der|la|ibn|bin) )*[^\W\d_a-zß-ÿ]")
_GIVEN = re.compile(r"(?:(?:[A-ZÀ-Þ][\w’'.-]*|[“\"(][^”\")]+[”\")]|al|de|del|von|van|der|la|ibn|bin)(?: |$))+")


def plain_register(lines: Sequence[str], *, id: str) -> Register | None:
    """The register that a text is; None where it is a document: no heading of a list, or a paragraph that is no entry.

    Entries are parted by blank lines, or stand a line each.

    >>> lines = ["Persons", "", "Astley, Colm, Counselor of Embassy in Corvany until May 1963"]
    >>> plain_register(lines, id="lists").persons[0].offices[0].until
    '1963-05'
    """
    paragraphs = list(_paragraphs(lines))
    if not paragraphs or not _HEADING.fullmatch(_one_line(paragraphs[0])):
        return None
    kind, entries, remarks = ListKind.PERSONS, list[Entry](), list[str]()
    for paragraph in paragraphs:
        words = _one_line(paragraph)
        if _HEADING.fullmatch(words):
            kind = kind_of(words) or kind
        elif _REMARK.match(words):
            remarks.append(words)
        elif found := _entries(paragraph, kind, len(entries) + 1):
            entries += found
        else:
            return None
    return registered(id, entries, remarks=remarks) if entries else None


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs, and a heading that stands right over its list apart from it."""
    for paragraph in _parted_by_blanks(lines):
        first, _, rest = paragraph.partition("\n")
        yield from (first, rest) if rest and _HEADING.fullmatch(_one_line(first)) else (paragraph,)


def _entries(paragraph: str, kind: ListKind, position: int) -> list[Entry]:
    """The entry that a paragraph is, or those of its lines; none where it is neither.

    Lines are entries when all of them may be, and most persons have a given name: an entry that runs over its line
    goes on with other words.
    """
    lines = [_entry(_one_line(line), kind, place) for place, line in enumerate(paragraph.split("\n"), position)]
    entries = [entry for entry in lines if entry]
    named = [entry for entry in entries if kind is ListKind.ABBREVIATIONS or "," in entry.head]
    if len(entries) == len(lines) and len(named) >= 0.7 * len(lines):
        return entries
    whole = _entry(_one_line(paragraph), kind, position)
    return [whole] if whole else []


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _parted_by_blanks(lines: Sequence[str]) -> Iterator[str]:
    held: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            held.append(line.rstrip())
        elif held:
            yield "\n".join(held)
            held = []


def _entry(words: str, kind: ListKind, position: int) -> Entry | None:
    printed = Printed(words, position)
    if kind is ListKind.ABBREVIATIONS:
        match = _ABBREVIATION.fullmatch(words)
        return match and Entry(kind, f"t{position}", match["short"].strip(), match["meaning"], printed)
    parts = [part.strip() for part in words.split(",")]
    if len(parts) < 2 or not _SURNAME.match(parts[0]) or len(parts[0].split()) > 4:
        return None
    last = 1
    while last < len(parts) - 1 and _is_of_name(parts[last], last):
        last += 1
    return Entry(kind, f"p{position}", ", ".join(parts[:last]), ", ".join(parts[last:]), printed)


def _is_of_name(part: str, place: int) -> bool:
    """Whether a part between commas belongs to the name: a given name first, then a suffix or a title."""
    words = part.split()
    if _SUFFIX.fullmatch(part) or (words and all(word.lower() in TITLES for word in words)):
        return True
    named = [word for word in words if word.lower() not in TITLES]
    if place > 1 or not named or len(named) > 4 or any(word.lower() in OFFICE_TITLES for word in named):
        return False
    return _GIVEN.fullmatch(" ".join(named)) is not None

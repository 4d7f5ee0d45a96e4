"""Finds the wording that a passage quotes, whatever marks it uses and however it nests them.

Typographic, straight and single marks open and close by what stands beside them, so that a quotation within a
quotation, a paragraph that opens with another mark, and a mark set the wrong way round do not end one too early.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = {"“": "”", "‘": "’", '"': '"', "'": "'", "„": "“", "«": "»", "\ufffd": "\ufffd"}
_MARK = re.compile(f"[{''.join(_OPENING)}]")
# For what opens a quotation, that and what closes it.
_MARKS_OF = {first: re.compile(f"[{first}{last}]") for first, last in _OPENING.items()}
# A paragraph of the quotation opens with the mark again, and only the last one closes.
_GOES_ON = re.compile(r"\s*\n\s*\S|[ ]?\((?:[a-z]{1,4}|\d{1,2})\) ")
# Where a print lost its marks: 'the words: x shall be replaced by'.
_UNMARKED = re.compile(
    r"(?i)\bthe (?:words?|phrase|expression|figure)s? ?: ?(?P<words>[^“”\"\n]{2,300}?)"
    r"(?=\s*(?:there )?(?:shall|are|is)(?: be)?(?: hereby)? (?:substituted|replaced|deleted|inserted|added|omitted)\b)"
)
_LONGEST = 12000
# A letter of another alphabet between a label and a word was a tab once: '(a)Ùparagraph'.
_LOST_TAB = re.compile(r"[^\x00-\x7f](?<=[.)].)(?=[A-Za-z(])")
_STRAY = '“”"\ufffd'


class Quotation(NamedTuple):
    """A quotation with its marks from `start` to `end`, and where the words inside begin and end."""

    start: int
    end: int
    first: int
    last: int


def quotations(words: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a passage, in order. A mark that nothing closes opens none, and “” holds no words."""
    unmarked = _UNMARKED.finditer(words) if ":" in words else ()
    found = [Quotation(*match.span("words"), *match.span("words")) for match in unmarked]
    at = 0
    while match := _MARK.search(words, at):
        start = match.start()
        end = _close(words, start, match.group()) if _opens(words, start) else None
        if end is not None:
            found.append(_trimmed(words, start, end))
        at = end or start + 1
    return tuple(_outermost([one for one in found if words[one.first : one.last].strip()]))


def _outermost(found: list[Quotation]) -> list[Quotation]:
    """Quotations in order, without those within another."""
    kept: list[Quotation] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _opens(words: str, at: int) -> bool:
    """Whether a mark opens a quotation: words follow it, and none run into it."""
    mark, before, after = words[at], words[at - 1 : at], words[at + 1 : at + 2]
    if mark in "“„«":
        return bool(after.strip())
    if mark == "‘":
        return not before.isalnum() and bool(after.strip())
    # A straight mark may stand before a blank that belongs to the words: delete " (except ...),".
    spaced = mark == '"' and after == " " and words[at + 2 : at + 3] in tuple("(,;[")
    return (not before.isalnum() and before not in tuple(".,;)")) and (bool(after.strip()) or spaced)


def _close(words: str, start: int, mark: str) -> int | None:
    """The place after the mark that closes the quotation opened at `start`."""
    closing, depth = _OPENING[mark], 1
    for found in _MARKS_OF[mark].finditer(words, start + 1, min(len(words), start + _LONGEST)):
        at, sign = found.start(), found.group()
        if sign == mark and sign != closing and _opens(words, at):
            if _turned(words, at):
                depth -= 1
            else:
                depth += not _repeats(words, at)
        elif sign == closing and _closes(words, at):
            if (
                sign == mark
                and _GOES_ON.match(words, at + 1)
                and words[at - 1] in ";,.:"
                and closing in words[at + 2 :]
            ):
                continue
            depth -= 1
        elif sign == mark == closing and _opens(words, at) and words[at - 1] in " (":
            depth += 1
        elif sign == mark and _turned(words, at):
            depth -= 1
        if not depth:
            return at + 1
    return None


def _turned(words: str, at: int) -> bool:
    """Whether an opening mark closes: words run into it and none follow ('“$470 million“,')."""
    return words[at] == "“" and not words[at - 1].isspace() and not words[at + 1 : at + 2].isalnum()


def _repeats(words: str, at: int) -> bool:
    """Whether a mark only opens another paragraph of the same quotation."""
    return words[at - 1] == "\n"


def _closes(words: str, at: int) -> bool:
    sign, before, after = words[at], words[at - 1], words[at + 1 : at + 2]
    if sign in "”»":
        return True
    if sign in '"\ufffd':
        # A digit right after it is the mark of a note: "april, 1961"2.
        noted = after.isdecimal() and not before.isspace()
        # Where a line break was lost, the next words stand right after the mark: '... land,"new subparagraph'.
        run_on = before in tuple(".,;") and after.islower()
        return noted or run_on or (not after.isalnum() and (not before.isspace() or not after.strip()))
    return not after.isalnum() and not before.isspace() and not _is_plural(words, at)


def _is_plural(words: str, at: int) -> bool:
    """Whether a mark after 's' is an apostrophe ('the parties’ consent'): another closes before one opens."""
    if words[at - 1] != "s" or not re.match(r" [a-z]", words[at + 1 : at + 3]):
        return False
    ahead = words[at + 1 : at + 80]
    closing = ahead.find(words[at])
    return closing >= 0 and "‘" not in ahead[:closing] and words[at] == "’"


def _trimmed(words: str, start: int, end: int) -> Quotation:
    """The quotation with the words inside, without blanks at their ends."""
    first, last = start + 1, end - 1
    while first < last and words[first].isspace():
        first += 1
    while first < last and words[last - 1].isspace():
        last -= 1
    return Quotation(start, end, first, last)


def masked(words: str, found: tuple[Quotation, ...]) -> str:
    """The words with every quotation filled, so that nothing in it is read: “____”. All places stay the same."""
    pieces: list[str] = []
    at = 0
    for one in found:
        pieces += [_without_marks(words[at : one.start]), "“", "_" * (one.end - one.start - 2), "”"]
        at = one.end
    return _LOST_TAB.sub(" ", "".join((*pieces, _without_marks(words[at:]))))


def _without_marks(words: str) -> str:
    for mark in _STRAY:
        words = words.replace(mark, " ")
    return words

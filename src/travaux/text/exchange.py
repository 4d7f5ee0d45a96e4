"""Tells the notes of an exchange apart, offer and reply, and what a note quotes of another. Nothing is told where no
note replies to one before it: letters beside each other are no exchange yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.text import lines
from travaux.text.draft import ProvisionKind

_OPENS = ("“", '"', "„", "«", "‘", "'")
_CLOSED = re.compile(r"[”\"»’'][.,;:]?$")
#: How a note addresses the one it is sent to, alone on a line or before its first sentence.
_ADDRESSED = (
    r"(?:your )?excellency|(?:dear |my dear )?(?:sirs?|madam|gentlemen)|(?:dear )?(?:mr|madame?|mrs|ms)\.? "
    r"(?:minister|ambassador|secretary|president|chairman|chargé d’affaires)|"
    r"dear (?:mr|mrs|ms|dr|ambassador|minister|colleague|general)\b[^.:;,]{0,40}|"
    r"(?:monsieur|madame)(?: l[e’'] ?[^,:;.]{0,40})?|excelencia|(?:muy )?se[ñn]or(?:a)?(?: [^,:;.]{0,40})?"
)
_SALUTATION = re.compile(
    rf"(?i)(?:{_ADDRESSED})\s?[,:.;]?$|(?:(?:your )?excellency|sir|madam)\s?[,:] (?=(?:I|in|with|upon|on|the|my)\b)|"
    r"the (?:[^\W\d]+,? ){1,16}presents? (?:its|his|her|their) compliments? to\b"
)
_COURTESY = re.compile(
    r"(?i)(?:please )?accept,? |(?:accept, )?(?:I|we) (?:\w+ ){0,2}(?:avail myself|take this opportunity|remain\b)|"
    r"(?:I )?avail(?:ing)? myself|please accept|veuillez |je saisis|hago propicia|aprovecho (?:la|esta)|"
    r"(?:yours|very) (?:sincerely|faithfully|truly)|(?:sincerely|faithfully|respectfully)(?: yours)?,?$|"
    r"the (?:[^\W\d]+,? ){1,16}avails? (?:itself|himself|herself|themselves)\b"
)
#: The line over a note: 'NOTE I.', 'II', 'B. Letter from the Community', 'No. 640/M', 'Letter No 2'.
_CAPTION = re.compile(
    r"(?i)\[?(?:\(?\w\)?[.)] )?(?:initial |reply(?:ing)? )?(?:note|letter)s?(?: in reply)?"
    r"(?: (?:no\.? ?)?(?P<number>[ivx]+|\d{1,2}|[A-Z]))?(?: (?:from|of|by|to|addressed)\b.{0,120})?\W*$|"
    r"(?:exchange of )?(?:note|letter)s? (?:no\.? ?)?\d{1,2}\b.{0,80}$|"
    r"\[?(?:official |unofficial )?translation\]?$|no\. ?\d[\w/ -]{0,20}$"
)
_ROMAN = re.compile(r"\(?(?P<number>[IVX]{1,4})\)?\.?$")
_LETTERED = re.compile(r"\(?(?P<number>[A-Z])[.)] ?(?:letter|note)\b", re.IGNORECASE)
_DATED = re.compile(
    r"(?!(?i:signed|entered|effective|done|effected|dated)\b)(?=.*\b(?:1[6-9]|20)\d\d\b).{8,80}(?<![;,:])$"
)
_REPLIES = re.compile(
    r"(?i)\b(?:acknowledge|receipt|(?:in|this) reply|replying|your (?:excellency[’'`]?s )?(?:note|letter)|"
    r"accuser r[ée]ception|en r[ée]ponse|acusar recibo|votre (?:note|lettre))\b"
)
_QUOTING = re.compile(r"(?i)(?:follows|reads?|following|terms|text)\b[^.]{0,40}[:.]$|:$")
_AGREED = re.compile(
    r"(?i)\b(?:constitut\w+|regarded as|considered as|form)\b.{0,120}\b(?:agreement|accord|acuerdo|understanding)\b"
)
# What stands in a line that says so, to be found in less time.
_MAKING, _MADE = (
    ("constitut", "regarded as", "considered as", "form"),
    ("agreement", "accord", "acuerdo", "understanding"),
)
_LONGEST_OF_BLOCK, _MOST_OF_BLOCK, _FIRST_LINES = 120, 15, 3


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """A note of an exchange: lines `first` to `last` of a text (`last` is past the end). Its letterhead and salutation
    go up to `body`, its courtesy and signature begin at `closing`. `captioned`: its first line is its caption.
    `quotes` are the lines that it quotes."""

    first: int
    body: int
    closing: int
    last: int
    number: str = ""
    captioned: bool = False
    reply: bool = False
    quotes: tuple[tuple[int, int], ...] = ()


def exchange(printed: Sequence[str]) -> tuple[NoteSpan, ...]:
    """The notes among the lines of a text, in order; () where none of them replies to another.

    >>> words = ["Note I", "Sir,", "Fares end.", "Accept, Sir, etc.", "A. Rook", "Note II", "Sir,",
    ...          "I acknowledge your note.", "Accept, Sir, etc.", "B. Pell"]
    >>> [(note.number, note.reply, note.first, note.last) for note in exchange(words)]
    [('I', False, 0, 5), ('II', True, 5, 10)]
    """
    starts = [index for index, words in enumerate(printed) if _opens_note(printed, index, words)]
    if len(starts) < 2:
        return ()
    found: list[NoteSpan] = []
    for start, limit in zip(starts, [*starts[1:], len(printed)], strict=True):
        closing = _last(printed, start, limit)
        if closing is None:
            continue
        above = _first(printed, start, found[-1].last if found else 0)
        replies = bool(found) and not found[-1].reply and _is_reply(printed, start, closing)
        found.append(_span(printed, range(above, start), closing, limit, replies=replies))
    return tuple(found) if any(note.reply for note in found) else ()


def is_agreed(printed: Sequence[str]) -> bool:
    """Whether a text says of notes that they make an agreement."""
    return any(_AGREED.search(words) for words in printed if _may_agree(words.lower()))


def _may_agree(lowered: str) -> bool:
    return any(word in lowered for word in _MAKING) and any(word in lowered for word in _MADE)


def is_salutation(words: str) -> bool:
    """Whether a line addresses the one to whom a note is sent."""
    return _SALUTATION.match(words.strip()) is not None


def _opens_note(printed: Sequence[str], index: int, words: str) -> bool:
    """Whether a line addresses somebody, and does not do so within what a note quotes."""
    return is_salutation(words) and not (index and _QUOTING.search(printed[index - 1]))


def _last(printed: Sequence[str], start: int, limit: int) -> int | None:
    """The line of courtesy that closes a note, the last before the next note; without one, the caption of that."""
    courtesy = next((index for index in reversed(range(start + 1, limit)) if _COURTESY.match(printed[index])), None)
    if courtesy is not None:
        return courtesy
    below = _first(printed, limit, start + 1) if limit < len(printed) else limit
    return below if below < limit and _number_of(printed[below]) is not None else None


def _first(printed: Sequence[str], start: int, floor: int) -> int:
    """Where a note begins: at its caption, else at the line with its date, else where it addresses somebody."""
    window = range(max(floor, start - _MOST_OF_BLOCK), start)
    ended = (index for index in window if not _is_short(printed[index]) or printed[index].endswith((";", ":")))
    window = range(max(ended, default=window.start - 1) + 1, start)
    for told in (_number_of, _is_dated):
        index = next((index for index in window if told(printed[index]) is not None), None)
        if index is not None:
            return index
    return start


def _number_of(words: str) -> str | None:
    """The number in a caption, "" where it has none; None for a line that is no caption."""
    match = _LETTERED.match(words) or _CAPTION.match(words) or _ROMAN.match(words)
    return (match.groupdict().get("number") or "") if match and _is_short(words) else None


def _is_dated(words: str) -> str | None:
    return words if _DATED.match(words) else None


def _is_reply(printed: Sequence[str], start: int, closing: int) -> bool:
    return any(_REPLIES.search(words) for words in printed[start : min(start + _FIRST_LINES, closing)])


def _span(printed: Sequence[str], above: range, closing: int, limit: int, *, replies: bool) -> NoteSpan:
    """The note whose letterhead is `above`, from there to its salutation."""
    first, start = above.start, above.stop
    number = _number_of(printed[first]) if above else None
    below = _ROMAN.match(printed[first + 1]) if number == "" else None
    salutation = _SALUTATION.match(printed[start].strip())
    alone = salutation is not None and salutation.end() == len(printed[start].strip())
    body = start + 1 if alone else start
    courteous = _COURTESY.match(printed[closing]) is not None
    return NoteSpan(
        first,
        body,
        closing,
        last=_end_of_block(printed, closing + 1, limit) if courteous else closing,
        number=below["number"] if below else number or "",
        captioned=number is not None,
        reply=replies,
        quotes=tuple(_quotes(printed, body, closing)),
    )


def _is_short(words: str) -> bool:
    return len(words) <= _LONGEST_OF_BLOCK


def _end_of_block(printed: Sequence[str], start: int, limit: int) -> int:
    """Past the signature and the address under a note: short lines, up to the next note, an annex or a title."""
    end = start
    while end < min(limit, start + _MOST_OF_BLOCK) and _is_of_block(printed, end, limit):
        end += 1
    return end


def _is_of_block(printed: Sequence[str], index: int, limit: int) -> bool:
    words = printed[index]
    last = limit == len(printed)
    line = lines.line_of(words)
    outer = line is not None and line.kind not in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH)
    begins = _number_of(words) is not None or (not last and _is_dated(words) is not None)
    return _is_short(words) and not (outer or begins or lines.is_attached(words) or lines.is_title(words))


def _quotes(printed: Sequence[str], body: int, closing: int) -> Iterator[tuple[int, int]]:
    """The stretches of lines that a note quotes, between marks or with the salutation of the note quoted."""
    index = body + 1
    while index < closing:
        end = _end_of_quote(printed, index, closing) if _QUOTING.search(printed[index - 1]) else None
        if end is not None:
            yield index, end
        index = end or index + 1


def _end_of_quote(printed: Sequence[str], start: int, closing: int) -> int | None:
    """Past the end of what is quoted from a line on; None where that line begins no quotation, or it has no end."""
    if is_salutation(printed[start]):
        end = next((at for at in range(start, closing) if _COURTESY.match(printed[at])), None)
        return end + 1 if end is not None else None
    if not printed[start].startswith(_OPENS):
        return None
    for index in range(start, closing):
        goes_on = index + 1 < closing and printed[index + 1].startswith(_OPENS)
        if _CLOSED.search(printed[index].rstrip()) and not goes_on:
            return index + 1
    return None

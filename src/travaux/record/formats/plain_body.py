"""Turns the lines of a plain text into pieces: items, headings, rows, page marks, the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.record import dateline
from travaux.record.document import Kind
from travaux.record.formats.plain_notes import Mark
from travaux.record.heading import kind_of
from travaux.record.reference import references
from travaux.record.sheet import Piece, Role
from travaux.record.strand import Anchor, AnchorKind, Strand, StrandBuilder, joined

_PAGE = re.compile(r"\[Page\s+([\w-]+)\]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_TAB = re.compile(r" *\t *")
_BULLET = re.compile(r"\s*•\s+")
_NAME = re.compile(r"(?:\[?[^\W\d_a-z][\w.’'\[\]-]*|\d(?:nd|rd)|de|la|von|van|der|al|el)(?:, [JS]r\.)?")
_NO_NAMES = frozenset(
    "Attachment Enclosure Annex Tab Approved Recommendation Recommendations Conclusion Conclusions Discussion "
    "Summary Note Approve Disapprove Agree Appendix Concurrences Comment Action "
    "Disapprove Other None Paper Document Papers Chairman Director Statement Position Participants Drafting".split()
)
_RECEIVED = re.compile(r"[\[(]Received\b[^\])]*\d[^\])]*[\])]\.?")
_HONORIFICS = frozenset(("Mr.", "Mrs.", "Messrs."))
#: No line for an office, but a row of figures.
_FIGURES = re.compile(r"\d[\d,.]*\d")
_CODED = re.compile(r"[-–/]\d")
_FOR_A_PARTY = re.compile(r"For .{1,80}:$")
_SENTENCE_END = (".", "!", "?", "”", ":", ";", ",", ")", "]")
_LONGEST_HEADING, _LONGEST_CAPITALS, _LONGEST_DATELINE, _SHORT_HEAD = 60, 200, 160, 30
_LONGEST_NAME, _LONGEST_CLOSING = 6, 5
#: How many lines above a signature for one party that for another may stand.
_LONGEST_INSTRUMENT = 12
#: Small words in the names of places: 'Aboard the “Serrat” at sea', 'Gulf of Ilvane'.
_IN_PLACES = frozenset(
    "aboard and at between by de del des du el en for from in la le les near of off on over route sea the to".split()
)
#: The formula over a name that signs.
_FORMULA = re.compile(
    r"(?:(?:Very |Most )?(?:Sincerely|Respectfully|Faithfully|Cordially|Truly)\b|Yours\b|As ever|"
    r".*\b(?:obedient|humble) servant\b).{0,30},?$"
)
#: What stands below a signature that does not end the text.
_POSTSCRIPT = re.compile(r"P\. ?S\.|\[Here follow")
_ADDRESSEE = re.compile(
    r"(?:&c\.,? ?)+$|\bEsq(?:uire|\.)|^(?:The |His |Her )?(?:Hon(?:orable|\.)|Right Hon|Excellency)\b"
)
_ENCLOSURE = re.compile(
    r"\[?(?:Sub)?-?(?:(?:En|In)closures?|Attachments?|Annex(?:es)?|Appendix|Appendices|Tabs?)\b"
    r"(?:[ –—-]*(?:No\. ?)?(?:[A-Z]|\d+|[IVX]+|Extracts?|Revised|in No\. \d+))?\.?"
    r"(?:[ –—-]*\(?(?:Extracts?|Revised)\)?)?\]?\d{0,2}"
)
#: What stands over a name that signs, so that the name is no heading.
_PARTING = re.compile(r"For .{1,80}:$|(?:Accept|Sincerely|Respectfully|Faithfully|Yours|Very truly)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or unwrapped paragraph; `apart` when a blank line stands before it, `at` its place in the text.

    `heading` when its form says that it is one.
    """

    words: str
    at: int
    apart: bool
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Woven:
    """What is needed to weave marks and references into words."""

    marks: dict[int, list[Mark]]
    document: str
    number: str | None

    def strand(self, line: Line) -> Strand:
        return self.words(line.words, sorted(self.marks.get(line.at, ()), key=lambda mark: mark.start))

    def words(self, words: str, marks: Sequence[Mark] = ()) -> Strand:
        builder, position = StrandBuilder(), 0
        for mark in marks:
            _paged(words[position : mark.start], builder)
            builder.note(str(mark.note))
            position = mark.end
        _paged(words[position:], builder)
        strand = builder.strand()
        found = references(strand.text, document=self.document, number=self.number)
        return Strand(strand.text, (*strand.anchors, *found))


def _paged(words: str, builder: StrandBuilder) -> None:
    position = 0
    for match in _PAGE.finditer(words):
        _cells(words[position : match.start()], builder)
        builder.page(match[1])
        position = match.end()
    _cells(words[position:], builder)


def _cells(words: str, builder: StrandBuilder) -> None:
    first, *others = _TAB.split(words)
    builder.words(first)
    for cell in others:
        builder.cell()
        builder.words(cell)


def body_pieces(lines: Sequence[Line], woven: Woven, *, signed: bool = True) -> tuple[Piece, ...]:
    """The pieces of the lines below the heading; `signed` when a signature may stand at their end."""
    end = _signature_start(lines) if signed else len(lines)
    inside = _signature_inside(lines) if signed and end == len(lines) else None
    pieces = list(_pieces(lines[:end], woven, inside))
    if end < len(lines):
        pieces += _closer([line for line in lines[end:] if not is_page(line.words)], woven)
        pieces += [Piece(Role.PAGE, woven.strand(line)) for line in lines[end:] if is_page(line.words)]
    return tuple(pieces)


def is_page(words: str) -> bool:
    return _PAGE.fullmatch(words.strip()) is not None


def _pieces(lines: Sequence[Line], woven: Woven, signed: int | None) -> Iterator[Piece]:
    """The pieces of the lines of the body; `signed` is the line of a signature among them."""
    group, lead, listed = 0, list[Strand](), ""
    for place, line in enumerate(lines):
        words = line.words.strip()
        if is_page(words):
            yield Piece(Role.PAGE, woven.strand(line))
        elif place == signed:
            yield from _closer([line], woven)
        elif _ENUMERATOR.fullmatch(_without_marks(line, woven)):
            lead.append(woven.strand(line))
        else:
            role = _role(line, lines[max(place - 1, 0) : place], lines[place + 1 : place + 2], lead=bool(lead))
            style = "" if role is not Role.ITEM else "label" if lead else "bullet"
            group += not style or (bool(listed) and listed != style)
            listed = style
            strand = joined((*lead, _unbulleted(woven.strand(line), role)))
            lead.clear()
            yield Piece(role, strand, group)
    if lead:
        yield Piece(Role.ITEM, joined(lead), group)


def _without_marks(line: Line, woven: Woven) -> str:
    return woven.strand(line).text


def _unbulleted(strand: Strand, role: Role) -> Strand:
    match = _BULLET.match(strand.text) if role is Role.ITEM else None
    return strand.cut(match.end()) if match else strand


def _role(line: Line, above: Sequence[Line], below: Sequence[Line], *, lead: bool) -> Role:
    words = line.words.strip()
    if lead or _BULLET.match(words):
        return Role.ITEM
    if "\t" in words:
        return Role.ROW
    heading = _is_heading(words) and not any(_PARTING.match(before.words) for before in above)
    if below and _BULLET.match(below[0].words) and (heading or (words.endswith(":") and len(words) < _SHORT_HEAD)):
        return Role.LIST_HEAD
    if len(words) < _LONGEST_HEADING and "," in words and is_dateline(words):
        return Role.DATELINE
    if above and not line.apart and _RECEIVED.fullmatch(words) and is_dateline(above[0].words):
        return Role.DATELINE
    return Role.HEADING if heading or line.heading else Role.TEXT


def is_dateline(words: str) -> bool:
    """Whether a line says where and when, and is no heading that ends with them."""
    if len(words) > _LONGEST_DATELINE:
        return False
    said = dateline.read(words)
    place = (said.place or "") if said else ""
    printed = _BRACKETS.sub("", words).split()
    sentence = any(word in printed and word.islower() and word not in _IN_PLACES for word in place.split())
    return said is not None and not sentence and len(place) < _LONGEST_HEADING and kind_of(place) is Kind.OTHER


def ends_sentence(words: str) -> bool:
    return words.rstrip().endswith(_SENTENCE_END)


def _is_heading(words: str) -> bool:
    """A short line in title case without a full stop: 'Discussion', 'Treaty Area'."""
    longest = _LONGEST_CAPITALS if words.isupper() else _LONGEST_HEADING
    if len(words) > longest or ends_sentence(words) or not words[:1].isalpha():
        return False
    long = [word for word in words.split() if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and words[0].isupper()


# -- the signature --------------------------------------------------------------------------------


def _signature_start(lines: Sequence[Line]) -> int:
    """Where the lines of the signature begin: a name alone, or a name with its office below."""
    last = len(lines)
    while last and is_page(lines[last - 1].words):
        last -= 1
    if last < 2:
        return len(lines)
    start = last - 1
    while start > max(last - _LONGEST_CLOSING, 0) and not lines[start].apart:
        start -= 1
    for_whom = start if _FOR_A_PARTY.match(lines[start].words) else start - 1
    if start and _FOR_A_PARTY.match(lines[for_whom].words):
        if any(_FOR_A_PARTY.match(line.words) for line in lines[max(for_whom - _LONGEST_INSTRUMENT, 0) : for_whom]):
            return len(lines)  # one signature of several under an instrument
        start = for_whom + 1
    for first in range(start, last):
        below_text = first in (start, last - 1) or lines[first - 1].words.endswith(_SENTENCE_END)
        if not 0 < first or not below_text or _ENUMERATOR.fullmatch(lines[first - 1].words.strip()):
            continue
        if is_name(lines[first].words) and all(_is_office(line.words) for line in lines[first + 1 : last]):
            return first
    return len(lines)


def _signature_inside(lines: Sequence[Line]) -> int | None:
    """The line of the one signature above an enclosure or a postscript; None where there is none, or several."""
    spoken = [place for place, line in enumerate(lines) if not is_page(line.words)]
    found = [
        place
        for above, place, below in zip(spoken, spoken[1:], spoken[2:], strict=False)
        if is_name(lines[place].words)
        and (lines[place].apart or _FOR_A_PARTY.match(lines[above].words))
        and (_FORMULA.match(lines[above].words) or (ends_sentence(lines[above].words) and _ends_a_letter(lines, below)))
        and (lines[below].apart or _is_office(lines[below].words))
    ]
    return found[0] if len(found) == 1 else None


def _ends_a_letter(lines: Sequence[Line], place: int) -> bool:
    """Whether an enclosure or a postscript begins here, or behind one line for the office of who signs."""
    if _POSTSCRIPT.match(lines[place].words) or _ADDRESSEE.search(lines[place].words):
        return True
    if not lines[place].apart and _is_office(lines[place].words):
        place += 1
    following = next((line.words.strip() for line in lines[place:] if not is_page(line.words)), "")
    return _ENCLOSURE.fullmatch(following) is not None


def is_name(words: str) -> bool:
    """Whether a line could be the name of one who signs."""
    parts = words.strip().strip("[]").split()
    if not parts or len(parts) > _LONGEST_NAME or _BULLET.match(words) or "\t" in words:
        return False
    one_word = len(parts) == 1
    if _HONORIFICS & set(parts):  # who signs has no title before the name: '... Mr. Pell' is who is sent a copy
        return False
    if not _NO_NAMES.isdisjoint(part.strip(".,").title() for part in parts) or (one_word and _CODED.search(words)):
        return False
    ends_plainly = one_word or not re.search(r"[a-z]{3}\.$", parts[-1])
    return ends_plainly and all(_NAME.fullmatch(part.rstrip(",")) for part in parts)


def _is_office(words: str) -> bool:
    plain = not words.rstrip().endswith((".", ":", ";")) and "•" not in words
    return plain and len(words) < _LONGEST_HEADING and not _FIGURES.search(words)


def _closer(lines: Sequence[Line], woven: Woven) -> list[Piece]:
    strands = [woven.strand(line) for line in lines]
    whole = joined(strands)
    rest = " ".join(strand.text for strand in strands[1:])
    return [Piece(Role.CLOSER, whole, signed=strands[0].text, rest=rest)]


def lined(lines: Sequence[Line], woven: Woven) -> Strand:
    """Several lines as one strand that remembers where each ended."""
    whole = Strand()
    for line in lines:
        end = Anchor(AnchorKind.LINE, "", len(whole.text), len(whole.text))
        more = joined((whole, woven.strand(line)))
        whole = Strand(more.text, (*more.anchors, end)) if whole.text else more
    return whole

"""Tells which pieces of a sheet are its header and its signature, by where they stand and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from travaux.record import source_note
from travaux.record.marking import Marking, marking
from travaux.record.sheet import BODY, Piece, Place, PrintedNote, Role, Sheet
from travaux.record.strand import AnchorKind, Strand

_SUBJECT_HEAD = re.compile(r"(?i)(?:general )?subjects?\s*:?")
_SUBJECT_LINE = re.compile(r"(?i)subject:\s*(?=\S)")
_REFERS = re.compile(r"(?i)\bref(?:erence)?s?:")
_NEXT_LIST = re.compile(r"(?i)participants?\b")
_FORMULA = re.compile(
    r"(?i)(?=.{3,70},$).*"
    r"\b(?:sincerely|yours|respectfully|faithfully|cordially|regards|truly|as ever|wishes|submitted)\b"
)
#: Asked of every piece or note: it takes Python ten times as long to find a member in its class as a name.
_DATELINE, _CLOSER, _PAGE, _BODY_PLACE = Role.DATELINE, Role.CLOSER, Role.PAGE, Place.BODY
_ROLE = itemgetter(0)
_LINES, _LISTED = frozenset({Role.TEXT, Role.HEADING}), frozenset({Role.LIST_HEAD, Role.ITEM})
#: A dateline stands above the body: fewer lines than this may precede it, and short ones.
_LINES_ABOVE, _SHORT_LINE = 4, 60
#: A marking stands in the first lines and is short; a subject stands a little further down.
_FIRST_LINES, _LONG_MARKING, _SUBJECT_LINES, _SUBJECT_SEARCH = 3, 70, 5, 12


class Header(NamedTuple):
    """The pieces with their roles settled, and what the header lines say. `source` is a note's position, `first` the
    first piece of each role."""

    pieces: tuple[Piece, ...]
    first: dict[Role, Piece]
    source: int | None
    marking: Marking | None
    subject: str | None
    signed: str | None


def header(sheet: Sheet) -> Header:
    """Settle the roles of the pieces of a sheet."""
    source = _source(sheet.notes)
    roles = list(map(_ROLE, sheet.pieces))
    signed, pieces = _signature(sheet.pieces, roles)
    pieces = _datelines(pieces, roles)
    found, pieces = _marking(pieces) if source is None else (None, pieces)
    subject, pieces = _subject(pieces)
    first = {piece.role: piece for piece in reversed(pieces)}
    return Header(pieces, first, source, found, subject, signed)


def _source(notes: Sequence[PrintedNote]) -> int | None:
    """Exactly one note of the heading is the source note, whatever the markup calls the others."""
    heads = [(key, note) for key, note in enumerate(notes) if note.place is not _BODY_PLACE]
    saying = [key for key, note in heads if source_note.OPENS.match(note.strand.text) or "Source:" in note.strand.text]
    marked = [key for key, note in heads if note.source]
    return next(iter(saying + marked), None)


# -- signature ------------------------------------------------------------------------------------


def _signature(given: Sequence[Piece], roles: Sequence[Role]) -> tuple[str | None, tuple[Piece, ...]]:
    """Only the last closer signs, with the formula before it; earlier ones are text of an enclosure."""
    if _CLOSER not in roles:
        return None, tuple(given)
    last = len(roles) - 1
    while last >= 0 and roles[last] is _PAGE:
        last -= 1
    pieces = list(given)
    for place, role in enumerate(roles):
        if role is _CLOSER and place != last:
            pieces[place] = given[place]._replace(role=Role.TEXT)
    signing = [piece for piece in given if piece.signed]
    names = [piece.signed for piece in signing]
    own = [piece.signed for piece in signing if not piece.enclosed]
    if last < 0 or pieces[last].role is not _CLOSER:
        return (names[0] if len(names) == 1 else None), tuple(pieces)
    for place in range(last - 1, -1, -1):
        if pieces[place].role is not Role.TEXT or not _FORMULA.match(pieces[place].text):
            break
        pieces[place] = pieces[place]._replace(role=Role.FORMULA)
    closer = pieces[last]
    if closer.signed is None or (closer.enclosed and own):  # what signs an enclosure does not sign the document
        pieces[last] = closer._replace(role=Role.FORMULA)
        return next(iter(own), None), tuple(pieces)
    office = [Piece(Role.FORMULA, Strand(closer.rest))] if closer.rest else []
    pieces[last : last + 1] = [*office, closer._replace(role=Role.SIGNATURE)]
    return closer.signed, tuple(pieces)


# -- lines above the body -------------------------------------------------------------------------


def _datelines(pieces: Sequence[Piece], roles: Sequence[Role]) -> tuple[Piece, ...]:
    """The dateline above the body is the document's; those further down are of enclosures. `roles` are those before the
    signature was found, behind which there is none."""
    if _DATELINE not in roles:
        return tuple(pieces)
    first = roles.index(_DATELINE)
    above = [len(piece.text) for piece in pieces[:first] if piece.role in BODY and piece.text]
    own = len(above) < _LINES_ABOVE and max(above, default=0) < _SHORT_LINE
    behind = first + own
    if _DATELINE not in roles[behind:]:
        return tuple(pieces)
    enclosed = [place for place, role in enumerate(roles) if role is _DATELINE and place >= behind]
    return _with_role(pieces, enclosed, Role.ENCLOSED_DATELINE)


def _marking(given: Sequence[Piece]) -> tuple[Marking | None, tuple[Piece, ...]]:
    """Lines such as 'Secret' or 'Priority' among the first short lines leave the body."""
    pieces, found, seen = list[Piece](), list[Marking](), 0
    for place, piece in enumerate(given):
        if piece.role not in BODY or not piece.text:
            pieces.append(piece)
            continue
        seen += 1
        if seen > _FIRST_LINES or piece.role not in _LINES or len(piece.text) > _LONG_MARKING:
            pieces += given[place:]
            break
        rest, marks = _split_marking(piece)
        found += marks
        pieces += rest
    if not found:
        return None, tuple(pieces)
    handling = tuple(word for mark in found for word in mark.handling)
    classes = [mark.classification for mark in found if mark.classification]
    return Marking(classes[-1] if classes else None, handling), tuple(pieces)


def _split_marking(piece: Piece) -> tuple[list[Piece], list[Marking]]:
    """A piece of several lines parted into its marking lines and the others."""
    marks = [(line, marking(line)) for line in piece.strand.lines]
    if marks and marks[0][1] is not None and marks[0][1].classification:
        marks = list(_with_handling(marks))
    found = [mark for _, mark in marks if mark is not None]
    others = [line for line, mark in marks if mark is None]
    if not found:
        return [piece], []
    if not others:
        return [piece._replace(role=Role.MARKING)], found
    lines = " ".join(line for line, mark in marks if mark is not None)
    return [Piece(Role.MARKING, Strand(lines)), piece._replace(strand=Strand(" ".join(others)))], found


def _with_handling(marks: Sequence[tuple[str, Marking | None]]) -> Iterator[tuple[str, Marking | None]]:
    """The lines right under the class are handling; below another line none is, whatever it says."""
    above = True
    for line, mark in marks:
        mark = (mark or _handling(line)) if above else None
        above = mark is not None
        yield line, mark


def _handling(line: str) -> Marking | None:
    """A short line in small letters under the class is handling, whatever its word."""
    return Marking(None, (line,)) if line.islower() and len(line) < _SHORT_LINE else None


def _subject(given: Sequence[Piece]) -> tuple[str | None, tuple[Piece, ...]]:
    """The first list headed 'Subject', or the first paragraph 'Subject: ...', near the top."""
    seen = 0
    for place, piece in enumerate(given):
        role = piece.role
        if role not in BODY or not (text := piece.strand.text):
            continue
        seen += 1
        if seen > _SUBJECT_SEARCH:
            break
        if role in _LISTED:
            if _SUBJECT_HEAD.fullmatch(text):
                return _listed_subject(given, place)
        elif seen <= _SUBJECT_LINES and role in _LINES and (line := _SUBJECT_LINE.match(text)):
            if not _REFERS.search(text) and not piece.strand.of(AnchorKind.LINE):
                return text[line.end() :], _with_role(given, [place], Role.SUBJECT)
    return None, tuple(given)


def _listed_subject(given: Sequence[Piece], head: int) -> tuple[str | None, tuple[Piece, ...]]:
    """The items under a head 'Subject'; without any it is no head of a header."""
    items = _items_after(given, head)
    pieces = _with_role(given, [head] if items else [], Role.SUBJECT_HEAD)
    return "; ".join(given[item].text for item in items) or None, _with_role(pieces, items, Role.SUBJECT)


def _with_role(given: Sequence[Piece], places: Sequence[int], role: Role) -> tuple[Piece, ...]:
    if not places:
        return tuple(given)
    pieces = list(given)
    for place in places:
        pieces[place] = pieces[place]._replace(role=role)
    return tuple(pieces)


def _items_after(pieces: Sequence[Piece], head: int) -> list[int]:
    found = []
    for place in range(head + 1, len(pieces)):
        piece = pieces[place]
        if piece.role is Role.PAGE or not piece.text:
            continue
        if _NEXT_LIST.match(piece.text) or piece.role is not Role.ITEM or piece.group != pieces[head].group:
            break
        found.append(place)
    return found

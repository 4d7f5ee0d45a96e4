"""Where a move on brackets takes effect: words found once, and pieces exchanged between two places of the print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from travaux.amend.fit import Misfit, occurrences
from travaux.text.address import Address
from travaux.text.bracket import Bracket, Bracketed, Piece, part
from travaux.text.brackets_places import line_addresses
from travaux.text.draft import words_of

Pieces = tuple[Piece, ...]


def found_once(text: Bracketed, words: str, within: Address | None) -> tuple[int, int]:
    """Where words stand in the print of a text, in the provision `within` if there is one.

    Raises Misfit where they are not found, or more than once.
    """
    printed = text.text
    found = occurrences(printed, words) if words else []
    if within is not None:
        lines = list(_lines_of(text, within))
        found = [span for span in found if any(start <= span[0] and span[1] <= end for start, end in lines)]
    where = f" in {within}" if within else ""
    if not found:
        raise Misfit("words-not-found", f"“{words}” is not found{where}.", "Quote the words as they are printed.")
    if len(found) > 1:
        remedy = "Quote more words, or name the provision."
        raise Misfit("words-more-than-once", f"“{words}” is found {len(found)} times{where}.", remedy)
    return found[0]


def line_end(text: Bracketed, at: int) -> int:
    """Where the line of a place ends."""
    end = text.text.find("\n", at)
    return len(text.text) if end < 0 else end


def left_over(printed: str, start: int, end: int) -> tuple[int, int]:
    """The place of words that go, with the blank or the line end that would be left of them."""
    before, after = printed[:start], printed[end:]
    if before.endswith("\n") and after[:1] in ("", "\n"):
        return start - 1, end
    if not before and after.startswith("\n"):
        return start, end + 1
    if before.endswith(" ") and not (after[:1].isalnum() or after[:1] in tuple('([{“‘"')):
        return start - 1, end
    if after.startswith(" ") and before.endswith(("(", "[", "“", "\n")):
        return start, end + 1
    return start, end


def put(pieces: Pieces, start: int, end: int, made: Callable[[Pieces], Pieces]) -> Pieces:
    """Pieces with what `made` makes of those between two places of their print.

    Raises Misfit where a place lies in the signs or names of a bracket, or one in it and the other not.
    """
    at = 0
    for index, piece in enumerate(pieces):
        size = _size(piece)
        if isinstance(piece, Bracket) and _is_inside(at, size, start, end):
            return (*pieces[:index], _put_within(piece, start - at, end - at, made), *pieces[index + 1 :])
        at += size
    return (*_between(pieces, 0, start), *made(_between(pieces, start, end)), *_between(pieces, end, at))


def _is_inside(at: int, size: int, start: int, end: int) -> bool:
    """Whether two places lie within a bracket and are not all of it."""
    if start == end:
        return at < start < at + size
    return at <= start and end <= at + size and end - start < size


def _put_within(bracket: Bracket, start: int, end: int, made: Callable[[Pieces], Pieces]) -> Bracket:
    at = 0
    for index, each in enumerate(bracket.alternatives):
        at += len(words_of(each.gap)) + len(words_of(each.opening))
        size = len(each.words)
        if at <= start and end <= at + size:
            changed = replace(each, pieces=put(each.pieces, start - at, end - at, made))
            return replace(
                bracket, alternatives=(*bracket.alternatives[:index], changed, *bracket.alternatives[index + 1 :])
            )
        at += size + len(words_of(each.closing))
    raise _torn(bracket)


def _between(pieces: Pieces, start: int, end: int) -> Pieces:
    """The pieces between two places, none of which lies within a bracket."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, _size(piece))
        if first < last and isinstance(piece, Bracket):
            if last - first < _size(piece):
                raise _torn(piece)
            found.append(piece)
        elif first < last and not isinstance(piece, Bracket):
            found.append(part(piece, first, last))
        at += _size(piece)
    return tuple(found)


def _torn(bracket: Bracket) -> Misfit:
    return Misfit(
        "bracket-torn",
        f"The words are in part within bracket {bracket.number}, or are its signs or names.",
        "Quote words that lie within one alternative, or name the bracket.",
    )


def _size(piece: Piece) -> int:
    return len(piece.words)


def _lines_of(text: Bracketed, within: Address) -> Iterator[tuple[int, int]]:
    """Where the lines of a provision stand, those of one stretch together."""
    at, start = 0, -1
    for line, address in zip(text.text.split("\n"), line_addresses(text), strict=True):
        inside = address is not None and address.steps[: len(within.steps)] == within.steps
        if inside and start < 0:
            start = at
        if not inside and start >= 0:
            yield start, at - 1
            start = -1
        at += len(line) + 1
    if start >= 0:
        yield start, at - 1

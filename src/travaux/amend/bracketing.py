"""Carries out moves on the brackets of a text: proposes, attributes, supports, opposes, reserves, drops, agrees.

What a move does not name keeps its words, its brackets and their origins. A move that does not fit, or whose outcome
would not be read back as what it means, is refused and leaves the text as it was. Nothing is settled by itself: a
bracket goes when one alternative is agreed, or when the last one is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.amend import bracket_moves as moves
from travaux.amend.bracket_moves import Move
from travaux.amend.bracket_places import found_once, left_over, line_end, put
from travaux.amend.bracket_signs import joined, written
from travaux.amend.fit import Misfit
from travaux.findings import Finding, Severity
from travaux.text.bracket import Alternative, Backing, Bracket, Bracketed, Piece, shape
from travaux.text.brackets_read import read
from travaux.text.draft import Run

_Result = tuple[Bracketed, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Bracketing:
    """The new text, and for every move what became of it: done, done under a rule that is told, or refused."""

    text: Bracketed
    done: tuple[Move, ...] = ()
    assumed: tuple[tuple[Move, Finding], ...] = ()
    refused: tuple[tuple[Move, Finding], ...] = ()


def bracketing(text: Bracketed, made: Sequence[Move]) -> Bracketing:
    """The text after moves, in their order. The numbers of brackets stay; a new bracket takes the next one.

    >>> from travaux.findings import Citation
    >>> at = Citation("d2", 0, 9)
    >>> text = read([Run("The ferry runs daily.", Citation("d1", 0, 21))])
    >>> weekly = moves.ProposeInstead(instead_of="daily", words=Run("weekly", at), by=("Halvern",), at=at)
    >>> proposed = bracketing(text, [weekly]).text
    >>> proposed.text
    'The ferry runs [daily][Halvern: weekly].'
    >>> bracketing(proposed, [moves.Agree(bracket=1, alternative=2, at=at)]).text.text
    'The ferry runs weekly.'
    """
    done: list[Move] = []
    assumed: list[tuple[Move, Finding]] = []
    refused: list[tuple[Move, Finding]] = []
    for move in made:
        try:
            text, rules = _checked(text, _made(text, move))
        except Misfit as misfit:
            refused.append((move, Finding(misfit.code, misfit.message, move.at, misfit.remedy)))
            continue
        done.append(move)
        assumed += [(move, Finding(code, told, move.at, severity=Severity.ASSUMED)) for code, told in rules]
    return Bracketing(text, tuple(done), tuple(assumed), tuple(refused))


def _checked(before: Bracketed, result: _Result) -> _Result:
    """The outcome of a move, which printed and read again says the same. Raises Misfit where it would not."""
    after, rules = result
    runs = after.runs
    known = before.parties | after.parties
    again = read(runs, parties=known)
    if shape(again.pieces) != shape(after.pieces):
        raise Misfit(
            "would-read-otherwise",
            "Printed, the outcome would be read as something else.",
            "Begin names with a capital, keep bracket signs paired, and do not put a proposal right beside a bracket.",
        )
    return replace(after, parties=known, findings=again.findings), rules


def _made(text: Bracketed, move: Move) -> _Result:
    match move:
        case moves.ProposeAddition():
            return _added(text, move), ()
        case moves.ProposeDeletion():
            return _beside(text, move, move.words, None), ()
        case moves.ProposeInstead():
            return _beside(text, move, move.instead_of, move.words), ()
        case moves.ProposeAlternative():
            return _with_alternative(text, move), ()
        case moves.Agree():
            return _agreed(text, move)
        case moves.Drop():
            return _dropped(text, move)
        case _:
            return _backed(text, move), ()


def _offer(words: Run | None, by: tuple[str, ...]) -> Alternative:
    """An alternative before its signs are written."""
    return Alternative((), (), (words,) if words else (), (), Backing(proposers=by), deletion=words is None)


def _new(text: Bracketed, pieces: tuple[Piece, ...], by: tuple[str, ...]) -> Bracketed:
    return replace(text, pieces=pieces, last=text.last + 1, parties=text.parties | {*by})


def _added(text: Bracketed, move: moves.ProposeAddition) -> Bracketed:
    _, end = found_once(text, move.after, move.within)
    end = line_end(text, end) if move.own_line else end
    blank = Run("\n" if move.own_line else " ", move.at)
    bracket = written(Bracket(text.last + 1, (_offer(move.words, move.by),)), move.at)
    return _new(text, put(text.pieces, end, end, lambda _: (blank, bracket)), move.by)


def _beside(
    text: Bracketed, move: moves.ProposeDeletion | moves.ProposeInstead, words: str, offered: Run | None
) -> Bracketed:
    start, end = found_once(text, words, move.within)

    def bracketed(stood: tuple[Piece, ...]) -> tuple[Piece, ...]:
        standing = Alternative((), (), stood, ())
        return (written(Bracket(text.last + 1, (standing, _offer(offered, move.by))), move.at),)

    return _new(text, put(text.pieces, start, end, bracketed), move.by)


def _with_alternative(text: Bracketed, move: moves.ProposeAlternative) -> Bracketed:
    bracket = _bracket(text, move.bracket)
    offered = _offer(move.words, move.by)
    if any(shape(each.pieces) == shape(offered.pieces) and each.deletion == offered.deletion
           for each in bracket.alternatives):  # fmt: skip
        raise Misfit("alternative-there", f"Bracket {bracket.number} has that alternative.", "Join it instead.")
    changed = written(replace(bracket, alternatives=(*bracket.alternatives, offered)), move.at)
    return replace(text, pieces=_exchanged(text.pieces, changed), parties=text.parties | {*move.by})


def _backed(text: Bracketed, move: moves.Attribute | moves.Join | moves.Oppose | moves.Reserve) -> Bracketed:
    bracket = _bracket(text, move.bracket)
    alternative = _alternative(bracket, move.alternative)
    backing = alternative.backing
    own = move.by in backing.proposers
    if own and not isinstance(move, moves.Attribute | moves.Reserve):
        raise Misfit("own-proposal", f"It is {move.by}'s own proposal.", "Drop it first.")
    changed = joined(backing, move)
    if changed == backing:
        raise Misfit("already-so", f"{move.by} is named for that already.")
    return replace(
        text,
        pieces=_exchanged(text.pieces, written(_with(bracket, move.alternative, changed), move.at)),
        parties=text.parties | {move.by},
    )


def _dropped(text: Bracketed, move: moves.Drop) -> _Result:
    bracket = _bracket(text, move.bracket)
    backing = _alternative(bracket, move.alternative).backing
    if move.by not in (*backing.proposers, *backing.supporters):
        remedy = f"It is backed by {', '.join((*backing.proposers, *backing.supporters)) or 'nobody'}."
        raise Misfit("not-theirs", f"{move.by} neither proposes nor supports it.", remedy)
    left = replace(
        backing,
        proposers=tuple(name for name in backing.proposers if name != move.by),
        supporters=tuple(name for name in backing.supporters if name != move.by),
    )
    if left.proposers or left.supporters:
        changed = written(_with(bracket, move.alternative, left), move.at)
        return replace(text, pieces=_exchanged(text.pieces, changed)), ()
    others = tuple(each for index, each in enumerate(bracket.alternatives, 1) if index != move.alternative)
    if not others:
        return _without(text, bracket, ())
    changed = written(replace(bracket, alternatives=others), move.at)
    rules = (("one-alternative-left", f"Bracket {bracket.number} has one alternative left; it is not agreed by that."),)
    return replace(text, pieces=_exchanged(text.pieces, changed)), rules if len(others) == 1 else ()


def _agreed(text: Bracketed, move: moves.Agree) -> _Result:
    bracket = _bracket(text, move.bracket)
    alternative = _alternative(bracket, move.alternative)
    if alternative.placeholder:
        raise Misfit(
            "placeholder-open",
            f"“{alternative.placeholder}” is to be filled in and cannot be agreed.",
            "Propose words as an alternative, and agree those.",
        )
    rules = []
    against = (*alternative.backing.opposers, *alternative.reservations)
    if against:
        rules.append(
            ("agreed-over-objection", f"It is agreed over the objection or reservation of {', '.join(against)}.")
        )
    marks = [each.note.mark for each in bracket.alternatives if each.note]
    if marks:
        rules.append(("note-left", f"The words of the note “{marks[0]}” stay in the text."))
    after, tidied = _without(text, bracket, alternative.pieces)
    return after, (*rules, *tidied)


def _without(text: Bracketed, bracket: Bracket, words: tuple[Piece, ...]) -> _Result:
    """The text with words in place of a bracket; where there are none, the blank or line left over goes too."""
    place = next(one for one in text.standing() if one.bracket.number == bracket.number)
    printed = text.text
    start, end = place.start, place.end
    if not words:
        start, end = left_over(printed, start, end)
    pieces = put(text.pieces, start, end, lambda _: words)
    rules = (("blank-removed", "A blank or line that the words left behind is taken out."),)
    return replace(text, pieces=pieces), rules if (start, end) != (place.start, place.end) else ()


def _with(bracket: Bracket, alternative: int, backing: Backing) -> Bracket:
    return replace(
        bracket,
        alternatives=tuple(
            replace(each, backing=backing) if index == alternative else each
            for index, each in enumerate(bracket.alternatives, 1)
        ),
    )


def _bracket(text: Bracketed, number: int) -> Bracket:
    found = {one.bracket.number: one.bracket for one in text.standing()}
    if number not in found:
        there = ", ".join(map(str, found)) or "none"
        raise Misfit("no-such-bracket", f"There is no bracket {number}.", f"Those that there are: {there}.")
    return found[number]


def _alternative(bracket: Bracket, number: int) -> Alternative:
    if not 0 < number <= len(bracket.alternatives):
        count = len(bracket.alternatives)
        raise Misfit(
            "no-such-alternative", f"Bracket {bracket.number} has no alternative {number}.", f"It has {count}."
        )
    return bracket.alternatives[number - 1]


def _exchanged(pieces: tuple[Piece, ...], bracket: Bracket) -> tuple[Piece, ...]:
    """Pieces with a bracket in place of the one of its number, wherever it stands."""
    return tuple(_within(piece, bracket) if isinstance(piece, Bracket) else piece for piece in pieces)


def _within(piece: Bracket, bracket: Bracket) -> Bracket:
    if piece.number == bracket.number:
        return bracket
    alternatives = tuple(replace(each, pieces=_exchanged(each.pieces, bracket)) for each in piece.alternatives)
    return replace(piece, alternatives=alternatives)

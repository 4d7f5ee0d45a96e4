"""Writes the signs of a bracket that was changed, in one form: '[Option 1; Halvern; supported by Corvany: words]'."""

from __future__ import annotations

from dataclasses import replace

from travaux.amend import bracket_moves as moves
from travaux.findings import Citation
from travaux.text.bracket import Alternative, Backing, Bracket
from travaux.text.draft import Run, words_of


def written(bracket: Bracket, at: Citation) -> Bracket:
    """The bracket with its signs and names as they are now; signs that change cite `at`, others keep their origin."""
    alternatives = []
    for index, each in enumerate(bracket.alternatives):
        gap = words_of(each.gap)
        kept = index and each.backing.label and bracket.alternatives[index - 1].backing.label and gap.isspace()
        opening = f"[{_head(each)}{'delete' if each.deletion else ''}"
        closing = f"]{each.note.mark if each.note else ''}"
        alternatives.append(
            replace(
                each,
                gap=each.gap if kept else (),
                opening=_signs(each.opening, opening, at),
                closing=_signs(each.closing, closing, at),
            )
        )
    return replace(bracket, alternatives=tuple(alternatives))


def joined(backing: Backing, move: moves.Attribute | moves.Join | moves.Oppose | moves.Reserve) -> Backing:
    """What a backing says when somebody has declared himself; nobody both supports and opposes."""
    name = move.by
    others = replace(
        backing,
        supporters=tuple(one for one in backing.supporters if one != name),
        opposers=tuple(one for one in backing.opposers if one != name),
    )
    match move:
        case moves.Attribute():
            return replace(others, proposers=_with(backing.proposers, name))
        case moves.Join():
            return replace(others, supporters=_with(backing.supporters, name))
        case moves.Oppose():
            return replace(others, opposers=_with(backing.opposers, name))
        case _:
            return replace(backing, reservations=_with(backing.reservations, name))


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _signs(printed: tuple[Run, ...], wanted: str, at: Citation) -> tuple[Run, ...]:
    return printed if words_of(printed) == wanted else (Run(wanted, at),)


def _head(each: Alternative) -> str:
    """Label and names before the colon; "" where there are none."""
    backing = each.backing
    clauses = [backing.label, ", ".join(backing.proposers)]
    for verb, names in (
        ("supported", backing.supporters),
        ("opposed", backing.opposers),
        ("reserved", backing.reservations),
    ):
        clauses.append(f"{verb} by {', '.join(names)}" if names else "")
    head = "; ".join(filter(None, clauses))
    return f"{head}: " if head else ""

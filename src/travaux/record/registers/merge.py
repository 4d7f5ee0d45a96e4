"""Makes one register of several, for documents that borrow those of a library. The first register is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from travaux.record.register import Abbreviation, Person, Register


def merge(registers: Sequence[Register]) -> Register:
    """The persons and abbreviations of all, each under 'register/id' of the first that has it.

    A person is the same where surname and given names agree, as far as both print them; an abbreviation where it is
    written the same: of several meanings that of the first register is taken.
    """
    persons: dict[str, list[Person]] = {}
    abbreviations: dict[str, Abbreviation] = {}
    for register in registers:
        for person in register.persons:
            _add(persons.setdefault(person.surname.casefold(), []), _qualified(person, register.id))
        for abbreviation in register.abbreviations:
            id = f"{register.id}/{abbreviation.id}"
            abbreviations.setdefault(abbreviation.short, replace(abbreviation, id=id))
    everybody = tuple(person for same_name in persons.values() for person in same_name)
    return Register("+".join(register.id for register in registers), everybody, tuple(abbreviations.values()))


def _qualified(person: Person, register: str) -> Person:
    same_as = f"{register}/{person.same_as}" if person.same_as else ""
    return replace(person, id=f"{register}/{person.id}", same_as=same_as)


def _add(known: list[Person], person: Person) -> None:
    """Add a person, or the names of one to the same person of an earlier register."""
    for place, other in enumerate(known):
        if _same(other, person):
            known[place] = replace(other, aliases=tuple(dict.fromkeys([*other.aliases, *person.aliases])))
            return
    known.append(person)


def _same(one: Person, other: Person) -> bool:
    """Whether given names agree: the first ones, and of further ones their initials."""
    if one.id.rpartition("/")[0] == other.id.rpartition("/")[0]:
        return one.name == other.name
    first, second = one.given.split(), other.given.split()
    if not first or not second:
        return first == second and one.titles == other.titles
    if first[0] != second[0] and not (_agree(first[0], second[0]) and "." in first[0] + second[0]):
        return False
    return all(_agree(a, b) for a, b in zip(first[1:], second[1:], strict=False))


def _agree(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and ("." in one or "." in other))

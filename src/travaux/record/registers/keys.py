"""Which words stand for whom: every way of writing the names and abbreviations of a register, with its sort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from travaux.record.register import Abbreviation, Person, Register
from travaux.record.registers.person_name import forms, person_name


class Sort(IntEnum):
    """How words name somebody or something; where two sorts meet in the same words, the lower one is taken."""

    ABBREVIATION = 0
    FULL = 1
    SURNAME = 2
    SHORT = 3
    OFFICE = 4
    VARIANT = 5


class Key(NamedTuple):
    """Words, and the ids of what they may stand for."""

    word: str
    sort: Sort
    ids: tuple[str, ...]


#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__
#: Asked for every word: it takes Python ten times as long to find a member in its class as a name.
_ABBREVIATION, _FULL, _SURNAME, _VARIANT = Sort.ABBREVIATION, Sort.FULL, Sort.SURNAME, Sort.VARIANT
#: Posts that only one person holds at a time, with the place; titles without one are held in many countries.
_POST = re.compile(
    r"(?P<post>Ambassador|Chargé d[’']Affaires|Consul General|Minister) (?P<at>to|in|at) (?P<where>[A-Z].*|the [A-Z].*)"
)
_NATION = re.compile(r"(?:former )?[A-Z]\w+(?:ese|ish|ian|ean|an|ch|ek|iet|qi|i)\b")
_POINTED = re.compile(r"(?:[A-Z]\.){2,}")
#: From here on a word in capitals is as often written with one capital: EURATOM, Euratom.
_LONG = 5


def keys(register: Register) -> dict[str, Key]:
    """Every key of a register by its words."""
    # The lowest sort that a word has, and the ids of that sort; most words have one of one.
    found: dict[str, tuple[Sort, list[str]]] = {}
    for word, sort, id in _all(register):
        known = found.get(word)
        if known is None or sort < known[0]:
            found[word] = sort, [id]
        elif sort == known[0] and id not in known[1]:
            known[1].append(id)
    leads = {person.id: person.same_as for person in register.persons if person.same_as}
    return {word: _new(Key, (word, sort, _meant(ids, leads))) for word, (sort, ids) in found.items()}


def _meant(ids: list[str], leads: dict[str, str]) -> tuple[str, ...]:
    """The ids of a word: an entry that leads to another one of the same words is the same."""
    if len(ids) == 1:
        return (ids[0],)
    return tuple(id for id in ids if leads.get(id) not in ids) or tuple(ids)


def _all(register: Register) -> Iterator[tuple[str, Sort, str]]:
    for abbreviation in register.abbreviations:
        for word, sort in _written(abbreviation):
            if len(word) > 1:
                yield word, sort, abbreviation.id
    for person in register.persons:
        for word, sort in _named(person):
            yield word, sort, person.id


def _named(person: Person) -> Iterator[tuple[str, Sort]]:
    name = person_name(person.name)
    for full in (*person.aliases, *name.as_listed):
        for form in forms(full):
            yield form, _FULL
            yield form.upper(), _FULL
    for surname in name.surnames:
        for form in forms(surname):
            yield form, _SURNAME
            if len(form) > 3:
                yield form.upper(), _SURNAME
            if form[0].islower():
                yield form[0].upper() + form[1:], _SURNAME
    if name.short:
        for form in forms(name.short):
            yield form, Sort.SHORT
    if not any(_NATION.match(office.title) for office in person.offices):
        for office in person.offices:
            for post in _posts(office.title):
                yield post, Sort.OFFICE


def _posts(title: str) -> Iterator[str]:
    """The ways to write a post that is held in one place."""
    match = _POST.fullmatch(title)
    if match and "," not in title:
        yield from (f"{match['post']} {at} {match['where']}" for at in ("to", "in", "at"))


def _written(abbreviation: Abbreviation) -> Iterator[tuple[str, Sort]]:
    for short in (abbreviation.short, *abbreviation.aliases):
        yield from ((form, _ABBREVIATION) for form in forms(short))
        if _POINTED.fullmatch(short):
            yield short.replace(".", ""), _VARIANT
        if "/" in short and short.isupper():
            yield (
                "/".join(
                    part.title() if place and len(part) > 3 else part for place, part in enumerate(short.split("/"))
                ),
                _VARIANT,
            )
        if short.isalpha():
            yield from ((other, _VARIANT) for other in _otherwise(short))


def _otherwise(short: str) -> Iterator[str]:
    """How a word without points may be written too."""
    if short.isupper() and 2 <= len(short) <= 4:
        yield "".join(f"{letter}." for letter in short)
    if short.isupper() and len(short) >= _LONG:
        yield short.title()
    if short.islower() and len(short) > 3:
        yield from (short.capitalize(), short.upper())
    if not short.isupper() and not short.islower() and len(short) > 3:
        yield from (short.upper(), short.capitalize())
    if len(short) > 2 and short[-1] not in "sS":
        yield short + "s"

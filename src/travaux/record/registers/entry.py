"""Makes persons and abbreviations of the entries of a list. An entry that is neither stays a remark, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.record.register import Abbreviation, Person, Printed, Register
from travaux.record.registers.person_name import person_name
from travaux.record.registers.tenure import tenure


class ListKind(StrEnum):
    """What a list is of."""

    PERSONS = "persons"
    ABBREVIATIONS = "abbreviations"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: the name or short form that leads it, the words after it, and the whole.

    `leads_to` is the id that the entry points to by its markup, as a pseudonym does.
    """

    kind: ListKind
    id: str
    head: str
    rest: str
    printed: Printed
    leads_to: str = ""


_PERSONS = re.compile(r"(?i)\b(?:persons|pseudonyms|people|participants’ names|names)\b")
_ABBREVIATIONS = re.compile(r"(?i)\b(?:abbreviations|acronyms|terms|symbols|cryptonyms|code ?names|glossary)\b")
_SEE = re.compile(r"(?:see|pseudonym (?:for|of)|alias of) (?!also)(?P<whom>[^;.,]+)", re.IGNORECASE)
#: Forms of one abbreviation: 'LINC, LINCOLN', 'UN(O)', 'FEC (FECOM)', 'AF/P or AFP'
_FORMS = re.compile(r",\s+|\s+or\s+|;\s*")
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)")


def kind_of(heading: str) -> ListKind | None:
    """What the list under a heading is of; None when it is no such list.

    >>> kind_of("List of Abbreviations and Symbols").value, kind_of("Preface")
    ('abbreviations', None)
    """
    if _ABBREVIATIONS.search(heading) and not _PERSONS.search(heading):
        return ListKind.ABBREVIATIONS
    return ListKind.PERSONS if _PERSONS.search(heading) else None


def registered(id: str, entries: Iterable[Entry], *, remarks: Iterable[str] = ()) -> Register:
    """The register of these entries. An id that comes twice keeps its first entry; the later ones get a number."""
    persons: list[Person] = []
    abbreviations: list[Abbreviation] = []
    leading: dict[str, str] = {}
    seen: set[str] = set()
    for entry in entries:
        name = entry.id
        while name in seen:
            name += "-"
        seen.add(name)
        entry = entry if entry.id == name else replace(entry, id=name)
        if entry.kind is ListKind.PERSONS:
            persons.append(_person(entry))
            leading[name] = entry.leads_to or _whom(entry.rest)
        else:
            abbreviations.append(_abbreviation(entry))
    return Register(id, _led(persons, leading), tuple(abbreviations), tuple(remarks))


def _person(entry: Entry) -> Person:
    name = person_name(entry.head)
    return Person(
        id=entry.id,
        name=entry.head,
        surname=name.surname,
        given=" ".join(name.given),
        titles=name.titles,
        aliases=name.in_full,
        offices=() if _SEE.match(entry.rest) else tenure(entry.rest),
        printed=entry.printed,
    )


def _whom(rest: str) -> str:
    match = _SEE.match(rest)
    return match["whom"].strip() if match else ""


def _led(persons: list[Person], leading: dict[str, str]) -> tuple[Person, ...]:
    """Each person with the id of the one that the entry leads to, by id or by a name of that person alone."""
    known = {person.id for person in persons}
    named: dict[str, set[str]] = {}
    for person in persons:
        for name in {person.name, person.surname, *person.aliases}:
            named.setdefault(name, set()).add(person.id)
    leads = [leading[person.id] and _one(leading[person.id], known, named, person.id) for person in persons]
    return tuple(replace(person, same_as=lead) if lead else person for person, lead in zip(persons, leads, strict=True))


def _one(whom: str, known: set[str], named: dict[str, set[str]], but: str) -> str:
    if whom in known:
        return whom
    ids = named.get(whom, set()) - {but}
    return next(iter(ids)) if len(ids) == 1 else ""


def _abbreviation(entry: Entry) -> Abbreviation:
    bare = _IN_BRACKETS.sub("", entry.head).strip()
    inner = [words for words in _IN_BRACKETS.findall(entry.head) if bare]
    shorts = [form.strip() for form in _FORMS.split(bare) if form.strip()] or [entry.head]
    # 'UN(O)' is written with and without what the brackets hold, 'FEC (FECOM)' is written in two ways.
    glued = [entry.head.replace("(", "").replace(")", "")] if re.search(r"\w\(\w", entry.head) else inner
    return Abbreviation(entry.id, shorts[0], entry.rest, entry.printed, tuple(dict.fromkeys([*shorts[1:], *glued])))

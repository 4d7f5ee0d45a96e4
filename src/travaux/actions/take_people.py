"""Takes people, offices and marks of documents from a file (TOML), such as the one of the example.

```toml
[[office]]
name = "Legal Adviser"
party = "Halvern"
lists = ["department"]

[[person]]
key = "lind"
name = "Edda Lind"
roles = ["keeper"]
level = "top secret"
offices = ["Legal Adviser"]

[[mark]]
document = "09-telegram-instructions"
words = "..."          # a passage; without it, the whole document
level = "secret"
lists = ["limited distribution"]
eyes = ["the Minister"]
```

Nobody so taken can log in before they are given a password.
"""

from __future__ import annotations

import tomllib

import msgspec

from travaux.actions.mark import mark, mark_portion
from travaux.actions.people import enrol_office, enrol_person
from travaux.actions.permit import permit
from travaux.desk import file, models, shelf
from travaux.desk.access.marking import Level, Marking
from travaux.desk.access.viewer import Role
from travaux.desk.people.people import Told
from travaux.errors import UnreadableInput
from travaux.record.quoted import found


class _Office(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    party: str = ""
    lists: tuple[str, ...] = ()


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    name: str
    roles: tuple[Role, ...] = (Role.READER,)
    level: str = "unclassified"
    lists: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


class _Mark(msgspec.Struct, forbid_unknown_fields=True):
    document: str
    level: str
    words: str = ""
    lists: tuple[str, ...] = ()
    eyes: tuple[str, ...] = ()


class _Taken(msgspec.Struct, forbid_unknown_fields=True):
    office: tuple[_Office, ...] = ()
    person: tuple[_Person, ...] = ()
    mark: tuple[_Mark, ...] = ()


_LEVELS = {level.words.casefold(): level for level in Level}


def take_people(content: bytes, *, name: str) -> None:
    """Keep what the file `content` tells, all of it or nothing. Raises UnreadableInput when it cannot be read, and what
    each of its parts raises when it is done by itself."""
    permit("people")
    taken = _read(content, name)
    # Each part makes an entry of its own; where all is as it was there is none to make.
    with file.writing_aside():
        _keep(taken, name)


def _keep(taken: _Taken, name: str) -> None:
    for office in taken.office:
        enrol_office(office.name, party=office.party, lists=office.lists)
    for each in taken.person:
        told = Told(
            key=each.key,
            name=each.name,
            level=_level(each.level, name),
            roles=frozenset(each.roles),
            lists=frozenset(each.lists),
            names=frozenset(each.names),
            offices=frozenset(each.offices),
        )
        enrol_person(told)
    for one in taken.mark:
        marking = Marking(_level(one.level, name), frozenset(one.lists), frozenset(one.eyes))
        if not one.words:
            mark(one.document, marking)
            continue
        at = found(shelf.document(one.document), one.words)
        same = models.Portion.objects.filter(
            document__ident=at.document, start=at.start, end=at.end, note=at.note, taken_back_at=None
        )
        if not same.exists():
            mark_portion(at, marking)


def _read(content: bytes, name: str) -> _Taken:
    try:
        return msgspec.convert(tomllib.loads(content.decode()), _Taken, strict=False)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        remedy = "The file of the example shows how it is written."
        raise UnreadableInput(f"It does not tell of people: {error}.", at=name, remedy=remedy) from None


def _level(words: str, name: str) -> Level:
    if words.casefold() not in _LEVELS:
        raise UnreadableInput(f"There is no level {words}.", at=name, remedy=f"Write one of: {', '.join(_LEVELS)}.")
    return _LEVELS[words.casefold()]

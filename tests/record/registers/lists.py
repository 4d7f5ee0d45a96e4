"""Registers and documents of an invented library."""

from __future__ import annotations

import datetime

from travaux.record.document import Block, BlockKind, Document, Kind, Note
from travaux.record.mention import Mention
from travaux.record.register import Register
from travaux.record.registers.linker import Linker
from travaux.record.registers.plain_lists import plain_register


def register(*lines: str, id: str = "lists") -> Register:
    """The register that these lines are, an entry a line."""
    made = plain_register([word for line in lines for word in (line, "")], id=id)
    assert made is not None
    return made


def document(
    *paragraphs: str, title: str = "", date: datetime.date | None = None, notes: tuple[Note, ...] = ()
) -> Document:
    body = tuple(Block(BlockKind.PARAGRAPH, words) for words in paragraphs)
    return Document(id="v/d1", title=title, kind=Kind.OTHER, body=body, date=date, notes=notes)


def found(register: Register, *paragraphs: str, title: str = "", date: datetime.date | None = None) -> list[str]:
    """What is named, each as 'words = name, name (rule)'."""
    read = document(*paragraphs, title=title, date=date)
    return [told(mention, read, register) for mention in Linker(register).link(read)]


def told(mention: Mention, read: Document, register: Register) -> str:
    names = {person.id: person.name for person in register.persons}
    names |= {each.id: each.short for each in register.abbreviations}
    words = read.passage(mention.at)
    return f"{words} = {' | '.join(names[target] for target in mention.targets)} ({mention.rule})"

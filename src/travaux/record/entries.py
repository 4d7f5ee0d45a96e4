"""Reads a TOML file of entries that a person keeps, of which each cites the words of a document that it rests on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from travaux.errors import UnknownDocument, UnreadableRegister
from travaux.findings import Citation
from travaux.record.document import Document
from travaux.record.quoted import quoted

#: The document of an id; raises UnknownDocument.
Documents = Callable[[str], Document]

_Whole = TypeVar("_Whole")


@dataclass(frozen=True, kw_only=True)
class Cited:
    """An entry with its passage: the words as they stand in the document, or in a note of it."""

    document: str
    words: str
    note: str = ""


def entries(content: bytes, kind: type[_Whole], *, name: str) -> _Whole:
    """What a file of a name holds, as the dataclass that it is to be. Raises UnreadableRegister."""
    try:
        return msgspec.convert(tomllib.loads(content.decode()), kind)
    except UnicodeDecodeError:
        raise UnreadableRegister("It is not UTF-8 text.", at=name, remedy="Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise UnreadableRegister(f"It is not TOML: {error}.", at=name, remedy="Mend that line.") from None
    except msgspec.ValidationError as error:
        raise UnreadableRegister(f"{_misfit(error)}.", at=name, remedy="Correct that entry.") from None


def _misfit(error: msgspec.ValidationError) -> str:
    """What does not fit, by its entry: '$.event[2].kind' is the third event."""
    return re.sub(r"\$\.(\w+)\[(\d+)\]", lambda found: f"{found[1]} {int(found[2]) + 1}", str(error))


def document_of(entry: Cited, documents: Documents, *, at: str) -> Document:
    """The document of an entry that stands `at` a place of its file. Raises UnreadableRegister where there is none."""
    try:
        return documents(entry.document)
    except UnknownDocument as error:
        raise UnreadableRegister(f"There is no document {entry.document}.", at=at, remedy=error.remedy) from None


def cited(entry: Cited, documents: Documents, *, at: str) -> Citation:
    """The passage whose words an entry gives; it must stand in its document, and once. Raises UnreadableRegister."""
    document = document_of(entry, documents, at=at)
    try:
        return quoted(document, entry.words, note=entry.note)
    except UnknownDocument as error:
        raise UnreadableRegister(error.message, at=at, remedy=error.remedy) from None

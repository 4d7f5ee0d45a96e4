"""Reads a file, or a share of a large one, into documents that are ready to be kept. Any process can do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from travaux.amend.examine import examine
from travaux.desk.ready import ready
from travaux.desk.registers.pack import Linked, pack
from travaux.desk.rows import Ready
from travaux.errors import UnreadableInput
from travaux.record.document import Document
from travaux.record.read import opened
from travaux.record.register import Register
from travaux.record.registers.linker import Linker
from travaux.record.registers.merge import merge
from travaux.record.uncollected import uncollected

#: A volume is cut so that a share of it takes some tenths of a second.
_SHARE = 500_000
_VOLUME = b'type="document"'


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the documents of a file: of `parts` equal ones, the one at `part`."""

    name: str
    content: bytes
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Prepared:
    """The documents of a share, how many the whole file has, and its lists; or why the file cannot be read.

    The first share alone has the lists. `named` is what each document names of them, where the share is the whole and
    they list all that it may name: entries go by their place in the register.
    """

    total: int = 0
    documents: tuple[Ready, ...] = ()
    named: tuple[Linked, ...] = ()
    register: Register | None = None
    refusal: UnreadableInput | None = None


def prepare(share: Share) -> Prepared:
    """Read the documents of a share, and what stands in each by itself."""
    try:
        with uncollected():
            reading = opened(share.content, name=share.name, part=share.part, parts=share.parts)
            register = None if share.part else reading.register()
            link = _linker(register) if register and share.parts == 1 else None
            documents, named = list[Ready](), list[Linked]()
            for document in reading.documents:
                documents.append(ready(document, examine(document)))
                if link:
                    named.append(link(document))
    except UnreadableInput as refusal:
        return Prepared(refusal=refusal)
    return Prepared(reading.total, tuple(documents), tuple(named), register)


def _linker(register: Register) -> Callable[[Document], Linked] | None:
    """What links documents with a register of their own, while they are at hand; None where it lacks persons or
    abbreviations, which others lend when all registers are in."""
    if not (register.persons and register.abbreviations):
        return None
    ids = [entry.id for entry in register.persons] + [entry.id for entry in register.abbreviations]
    places = {f"/{id}": place for place, id in enumerate(ids)}
    linker = Linker(merge([replace(register, id="")]))
    return lambda document: pack(linker.named(document), places)


def shares(name: str, content: bytes, *, cut: bool) -> Iterator[Share]:
    """The whole of a file as one share; or several, where it is a large volume and is to be cut."""
    parts = 1 + len(content) // _SHARE if cut and _VOLUME in content else 1
    return (Share(name, content, part, parts) for part in range(parts))

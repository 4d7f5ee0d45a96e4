"""Reads a file, or a share of a large one, into documents that are ready to be kept. Any process can do it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path

from travaux.actions.files import File, unreadable
from travaux.actions.stamped import stamped
from travaux.amend.proceedings import Examined
from travaux.desk.ready import ready
from travaux.desk.registers.pack import Linked, Lists, lists, pack
from travaux.desk.rows import Ready
from travaux.desk.stamps import Stamp
from travaux.errors import TravauxError, UnreadableInput
from travaux.record.document import Document
from travaux.record.read import opened
from travaux.record.register import Register
from travaux.record.registers.linker import Linker
from travaux.record.registers.merge import merge
from travaux.record.uncollected import uncollected

#: A volume is cut so that a share of it takes some tenths of a second.
_SHARE = 500_000
#: How a volume in TEI begins; nothing else can be cut.
_VOLUME, _HEAD = b"<TEI", 4096


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the documents of a file: of `parts` equal ones, the one at `part`. Whoever reads it opens the file at
    `path` where no `content` is given, and seeks drafts and instructions where it `examines`."""

    name: str
    path: Path | None = None
    content: bytes | None = None
    part: int = 0
    parts: int = 1
    examines: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """The documents of a share, how many the whole file has, and its lists; or why the file cannot be read.

    The first share alone has the lists. `named` is what each document names of them, where the share is the whole and
    they list all that it may name: entries go by their place in the register. `sha256` and `size` are of the file, and
    `stamp` is how it looked, where that tells it again.
    """

    sha256: str = ""
    size: int = 0
    total: int = 0
    documents: tuple[Ready, ...] = ()
    named: tuple[Linked, ...] = ()
    lists: Lists | None = None
    refusal: TravauxError | None = None
    stamp: Stamp | None = None


def prepare(share: Share) -> Prepared:
    """Read the documents of a share, and what stands in each by itself."""
    try:
        content, looked = stamped(share.path, FileIO.readall) if share.path else (share.content or b"", None)
    except OSError as error:
        return Prepared(refusal=unreadable(share.path or Path(share.name), error))
    sha256, examined = hashlib.sha256(content).hexdigest(), _examining(share)
    try:
        with uncollected(circles=not _is_tei(content)):
            reading = opened(content, name=share.name, part=share.part, parts=share.parts)
            register = None if share.part else reading.register()
            link = _linker(register) if register and share.parts == 1 else None
            documents, named = list[Ready](), list[Linked]()
            for document in reading.documents:
                documents.append(ready(document, examined(document)))
                if link:
                    named.append(link(document))
    except UnreadableInput as refusal:
        return Prepared(sha256, len(content), refusal=refusal)
    listed = lists(register) if register else None
    return Prepared(sha256, len(content), reading.total, tuple(documents), tuple(named), listed, stamp=looked)


def _examining(share: Share) -> Callable[[Document], Examined | None]:
    """What examines documents; its grammars are read in where it is to."""
    if not share.examines:
        return lambda document: None
    from travaux.amend.examine import examine

    return examine


def _linker(register: Register) -> Callable[[Document], Linked] | None:
    """What links documents with a register of their own, while they are at hand; None where it lacks persons or
    abbreviations, which others lend when all registers are in."""
    if not (register.persons and register.abbreviations):
        return None
    ids = [entry.id for entry in register.persons] + [entry.id for entry in register.abbreviations]
    places = {f"/{id}": place for place, id in enumerate(ids)}
    linker = Linker(merge([replace(register, id="")]))
    return lambda document: pack(linker.named(document), places)


def shares(file: File, name: str, *, cut: bool, examines: bool = True) -> Iterator[Share]:
    """The whole of a file, under the name that its documents are to know, as one share; or several, where it is a
    large volume and is to be cut."""
    parts = 1 + file.size // _SHARE if cut and file.size > _SHARE and _is_volume(file) else 1
    path = file.path if file.content is None else None
    return (Share(name, path, file.content, part, parts, examines) for part in range(parts))


def _is_volume(file: File) -> bool:
    if file.content is not None:
        return _is_tei(file.content)
    try:
        with file.path.open("rb") as stream:
            return _is_tei(stream.read(_HEAD))
    except OSError:
        return False  # as whoever is to read it will tell


def _is_tei(content: bytes) -> bool:
    """Told from its beginning. What is packed is not looked into."""
    return _VOLUME in content[:_HEAD]

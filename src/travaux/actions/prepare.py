"""Reads a file, or a share of a large one, into documents that are ready to be kept. Any process can do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.amend.examine import examine
from travaux.desk.ready import Ready, ready
from travaux.errors import UnreadableInput
from travaux.record.read import opened
from travaux.record.register import Register
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

    The first share alone has the lists.
    """

    total: int = 0
    documents: tuple[Ready, ...] = ()
    register: Register | None = None
    refusal: UnreadableInput | None = None


def prepare(share: Share) -> Prepared:
    """Read the documents of a share, and what stands in each by itself."""
    try:
        with uncollected():
            reading = opened(share.content, name=share.name, part=share.part, parts=share.parts)
            documents = tuple(ready(document, examine(document)) for document in reading.documents)
    except UnreadableInput as refusal:
        return Prepared(refusal=refusal)
    return Prepared(reading.total, documents, None if share.part else reading.register())


def shares(name: str, content: bytes, *, cut: bool) -> Iterator[Share]:
    """The whole of a file as one share; or several, where it is a large volume and is to be cut."""
    parts = 1 + len(content) // _SHARE if cut and _VOLUME in content else 1
    return (Share(name, content, part, parts) for part in range(parts))

"""Reads bytes into documents. The format is found by looking at them, not by the file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from travaux.errors import UnreadableInput
from travaux.record.document import Document
from travaux.record.formats import packed
from travaux.record.formats.signatures import GZIP, NOT_READ, ZIP
from travaux.record.register import Register
from travaux.record.uncollected import uncollected

# A format is read in, with its grammars and libraries, when a file has it: who only looks a document up in a
# library does without them all.


@dataclass(frozen=True, slots=True)
class Reading:
    """What is being read: how many documents, each of them as it is asked for, and the lists of the source.

    A source that is a list and nothing else has no document.
    """

    total: int
    documents: Iterator[Document]
    lists: Callable[[], Register] | None = None

    def register(self) -> Register | None:
        """The persons and abbreviations that the source lists; None where it lists none."""
        return (self.lists() or None) if self.lists else None


def read(data: bytes, *, name: str) -> tuple[Document, ...]:
    """Every document in `data`; `name` is the file's, for ids and messages.

    The format is told from the content. Raises UnreadableInput where it is no document that a reader knows.

    >>> words = "7. Telegram From the Embassy in Corvany to the Ministry\\n\\n312. Pilots are to be licensed."
    >>> (telegram,) = read(words.encode(), name="pilots.txt")
    >>> telegram.id, telegram.number, telegram.kind.value, telegram.own_number
    ('pilots', '7', 'telegram', '312')
    """
    with uncollected():
        return tuple(opened(data, name=name).documents)


def opened(data: bytes, *, name: str, part: int = 0, parts: int = 1) -> Reading:
    """Like `read`, but one document at a time, and their number first. What is packed with gzip is unpacked.

    Of a volume in TEI, which can be cut in `parts` equal ones, only the documents of one part are given; the first
    part of anything else is the whole.
    """
    if data.startswith(GZIP):
        data, name = packed.unpacked(data, name=name), name.removesuffix(".gz")
    if not data.strip(b"\xef\xbb\xbf\0 \t\r\n\f"):
        raise UnreadableInput("The file is empty.", at=name, remedy="Give one with a document in it.")
    for refused, what, remedy in NOT_READ:
        if data.startswith(refused):
            raise UnreadableInput(what, at=name, remedy=remedy)
    from travaux.record.formats.markup import is_akn, looks_like_html
    from travaux.record.formats.xml_source import is_plainly_spaced, looks_like_xml, xml_root

    if looks_like_xml(data) and not looks_like_html(data):
        root = xml_root(data, name=name)
        if is_akn(root):
            from travaux.record.formats.akn import akn_document

            return Reading(0 if part else 1, iter(() if part else (akn_document(root, id=_id(name), name=name),)))
        from travaux.record.formats.tei import volume_documents
        from travaux.record.registers.tei_lists import tei_register
        from travaux.record.strand import spaced, spaced_plainly

        spacing = spaced_plainly if is_plainly_spaced(data, root) else spaced
        total, documents = volume_documents(root, name=name, part=part, parts=parts, spacing=spacing)
        return Reading(total, documents, partial(tei_register, root, name=name))
    if part:
        return Reading(0, iter(()))
    if data.startswith(ZIP):
        from travaux.record.formats.docx import docx_document

        return Reading(1, iter((docx_document(data, id=_id(name), name=name),)))
    if looks_like_html(data):
        from travaux.record.formats.html import html_document

        return Reading(1, iter((html_document(data, id=_id(name), name=name),)))
    return _text(data, name)


def _text(data: bytes, name: str) -> Reading:
    from travaux.record.formats import whole_volume
    from travaux.record.formats.encoding import decoded
    from travaux.record.formats.plain_text import plain_document
    from travaux.record.registers.plain_lists import plain_register

    id = _id(name)
    words, findings = decoded(data, name=name, document=id)
    lines = words.splitlines()
    register = plain_register(lines, id=id)
    if register:
        return Reading(0, iter(()), lambda: register)
    parts = whole_volume.whole_volume(lines)
    if not parts and whole_volume.is_unnumbered(lines):
        raise UnreadableInput(
            "The text holds many documents, but prints no numbers that tell where each begins.",
            at=name,
            remedy="Give the volume in TEI, or each document as a file.",
        )
    if parts:
        return Reading(len(parts), whole_volume.volume_documents(parts, name=name, findings=findings))
    return Reading(1, iter((plain_document(words, id=id, name=name, findings=findings),)))


def _id(name: str) -> str:
    """The name without its ending; a relative path keeps its folder, which is then the volume."""
    path = PurePath(name)
    return path.stem if path.is_absolute() or ".." in path.parts else path.with_suffix("").as_posix()

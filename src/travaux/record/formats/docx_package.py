"""Opens the archive that a Word file is: refuses what is none, what is broken, and what grows beyond all reason or
names outside things, before anything in it is parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from travaux.errors import HostileXml, UnreadableInput

_MAIN = "word/document.xml"
#: The most bytes that a file may have unpacked, and its parts in XML: a treaty of 80,000 words has ten million.
_MOST, _MOST_XML = 300_000_000, 60_000_000
_CHUNK = 1 << 20
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML = (".xml", ".rels")
_MACROS = "vbaproject.bin"
#: A part of the text that stands in another file: what is read without it is not the whole. Templates, pictures and
#: links elsewhere hold no words of it, and nothing is ever fetched.
_ELSEWHERE = re.compile(
    rb"<Relationship\b(?=[^>]*\bTargetMode\s*=\s*[\"']External)"
    rb"(?=[^>]*/relationships/(?:subDocument|frame|oleObject|aFChunk|package)[\"'])"
)
HOW_TO_MEND = "Open it in Word and save it again as .docx."
#: What python-docx raises on parts that are missing or say what they may not.
BROKEN = (PackageNotFoundError, LookupError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError)


def word_file(data: bytes, *, name: str) -> WordFile:
    """The Word file in `data`. Raises UnreadableInput, or HostileXml, where it is none that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_others(archive, name)
            for entry in archive.infolist():
                _refuse_broken(archive, entry, name)
    except (zipfile.BadZipFile, EOFError) as error:
        raise UnreadableInput("The Word file is cut short.", at=name, remedy="Fetch it again.") from error
    except (RuntimeError, zlib.error, OSError, ValueError) as error:
        raise broken(error, name) from error
    try:
        return docx.Document(io.BytesIO(data))
    except BROKEN as error:
        raise broken(error, name) from error


def broken(error: Exception, name: str) -> UnreadableInput:
    """The refusal of a file with a part that says what it may not."""
    return UnreadableInput(f"The Word file is broken: {error}.", at=name, remedy=HOW_TO_MEND)


def _refuse_others(archive: zipfile.ZipFile, name: str) -> None:
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    if _MAIN not in sizes:
        raise UnreadableInput(
            "This is a zip archive, but there is no Word document in it.",
            at=name,
            remedy="Unpack it and give the files in it.",
        )
    if any(part.lower().endswith(_MACROS) for part in sizes):
        raise HostileXml("It carries macros.", at=name, remedy="Have it saved as .docx, which has none.")
    written = sum(size for part, size in sizes.items() if part.endswith(_XML))
    for size, most, what in ((sum(sizes.values()), _MOST, "it"), (written, _MOST_XML, "its text")):
        if size > most:
            message = f"Unpacked, {what} has more than {most // 1_000_000} million bytes."
            raise HostileXml(message, at=name, remedy=HOW_TO_MEND)


def _refuse_broken(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """Unpacks a part once, a piece at a time; no more of it is unpacked than it says it has."""
    before = b""
    try:
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                plain = before + chunk.replace(b"\0", b"")
                if entry.filename.endswith(_XML) and any(said in plain for said in _DECLARATIONS):
                    raise HostileXml(
                        f"Its part {entry.filename} declares a document type or entities.",
                        at=name,
                        remedy="No Word file needs this; get it from where it was sent.",
                    )
                if entry.filename.endswith(".rels") and _ELSEWHERE.search(plain):
                    raise HostileXml(
                        "A part of its text stands in another file.", at=name, remedy="Have it sent as one file."
                    )
                before = plain[-512:]
    except zipfile.BadZipFile as error:
        message = f"The Word file is broken in its part {entry.filename}."
        raise UnreadableInput(message, at=name, remedy=HOW_TO_MEND) from error

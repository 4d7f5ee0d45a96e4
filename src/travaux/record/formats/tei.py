"""Reads a TEI volume of the record into documents. It takes the page as printed and corrects nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from travaux.errors import NoDocuments
from travaux.record.assemble import assemble
from travaux.record.document import Document
from travaux.record.formats.tei_body import TEI, XML_ID, BodyReader, name_of
from travaux.record.sheet import Sheet
from travaux.record.strand import Spacing, spaced

_DIV, _IDNO, _DATELINE, _DATE = (f"{TEI}{name}" for name in ("div", "idno", "dateline", "date"))


def volume_documents(
    root: etree._Element, *, name: str, part: int = 0, parts: int = 1, spacing: Spacing = spaced
) -> tuple[int, Iterator[Document]]:
    """How many documents a volume holds, and each of one part of them as it is asked for, where it has several.

    `spacing` is what gets one space between the words of its texts.
    """
    if name_of(root) not in ("TEI", "teiCorpus"):
        raise NoDocuments(
            f"This is XML, but its outermost element is <{name_of(root)}>, not <TEI>.",
            at=name,
            remedy="Give a TEI volume, or a plain text.",
        )
    divs = [each for each in root.iter(_DIV) if each.get("type") == "document"]
    if not divs:
        raise NoDocuments(
            'The volume has no <div type="document">, so there is no document in it.',
            at=name,
            remedy="Give the whole volume, not its front matter or its index.",
        )
    volume = volume_id(root, name=name)
    first, end = len(divs) * part // parts, len(divs) * (part + 1) // parts
    return len(divs), (_document(div, volume, place, spacing) for place, div in enumerate(divs[first:end], first + 1))


def volume_id(root: etree._Element, *, name: str) -> str:
    """The id that a volume gives itself, else the name of its file without the ending."""
    # It stands in the header. Asked of all together, lxml would look through the volume for another one.
    numbers = (each for part in root for each in part.iter(_IDNO) if each.get("type") == "frus")
    idno = next(numbers, None)
    return ((idno.text if idno is not None else None) or "").strip() or PurePath(name).stem


def _document(div: etree._Element, volume: str, place: int, spacing: Spacing) -> Document:
    reader = BodyReader(volume, spacing)
    reader.read(div)
    return assemble(
        Sheet(
            id=f"{volume}/{div.get(XML_ID) or f'd{place}'}",
            pieces=tuple(reader.pieces),
            notes=tuple(reader.notes),
            number=(div.get("n") or "").strip() or None,
            date=_tagged_date(div),
        )
    )


def _tagged_date(div: etree._Element) -> datetime.date | None:
    """The one day that the markup of the first dateline names."""
    dateline = next(div.iter(_DATELINE), None)
    dates = list(dateline.iter(_DATE)) if dateline is not None else []
    if len(dates) != 1:
        return None
    (date,) = dates
    day = date.get("when") or date.get("from")
    if not day or date.get("to"):
        return None
    try:
        return datetime.date.fromisoformat(day[:10])
    except ValueError:
        return None

"""The formats in which texts leave and come in. To add one: a module beside this one, and a row in the list below.

A module has the functions that its row promises, and is read in when a file has or wants its format:

    write_sheet(sheet: Sheet) -> bytes             a format that shows a page: drafts, redlines and tables
    write(paper: Paper) -> bytes                   a format that keeps the draft as it is, or needs more than the page
    write_document(document: Document) -> bytes    a format of the record
    looks_like(data: bytes) -> bool                a format that comes in: whether a file is in it, by its content
    read(data: bytes, *, name: str) -> Received    what such a file holds; `name` is the file's, for messages
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from types import ModuleType

from travaux.errors import UnknownFormat


class Matter(StrEnum):
    """What a format can hold."""

    DRAFT = "draft"
    REDLINE = "redline"
    TABLE = "table"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name by which it is asked for, what it is called, how its files end, and what it can hold."""

    name: str
    title: str
    ending: str
    media_type: str
    home: str
    holds: frozenset[Matter]
    reads: bool = False

    @property
    def module(self) -> ModuleType:
        """The module that writes it, and reads it where it comes in."""
        return import_module(f"travaux.exchange.{self.home}")

    def __str__(self) -> str:
        return self.name


_PAGE = frozenset({Matter.DRAFT, Matter.REDLINE, Matter.TABLE})
_TREE = frozenset({Matter.DRAFT})

FORMATS = (
    Format("akn", "Akoma Ntoso 3.0", ".akn.xml", "application/akn+xml", "akn.akn", _TREE, reads=True),
    Format("json", "JSON", ".json", "application/json", "json_tree", _TREE, reads=True),
    Format(
        "word",
        "Word",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "word.file",
        _PAGE,
        reads=True,
    ),
    Format("html", "web page", ".html", "text/html; charset=utf-8", "html", _PAGE),
    Format("pdf", "PDF", ".pdf", "application/pdf", "pdf", _PAGE),
    Format("markdown", "Markdown", ".md", "text/markdown; charset=utf-8", "markdown", _PAGE),
    Format("text", "plain text", ".txt", "text/plain; charset=utf-8", "plain", _PAGE),
    Format("tei", "TEI P5", ".tei.xml", "application/tei+xml", "tei", frozenset({Matter.DOCUMENT})),
)


def format_named(name: str) -> Format:
    """The format that is asked for by a name ("akn"). Raises UnknownFormat.

    >>> format_named("text").ending
    '.txt'
    """
    for each in FORMATS:
        if each.name == name:
            return each
    raise UnknownFormat(f"There is no format {name}.", remedy=f"It is one of: {', '.join(map(str, FORMATS))}.")


def format_of(filename: str) -> Format:
    """The format that a file's name ends in; of two endings that fit, the longer. Raises UnknownFormat.

    >>> format_of("treaty.txt").name
    'text'
    """
    fitting = [each for each in FORMATS if filename.lower().endswith(each.ending)]
    if not fitting:
        endings = ", ".join(f"{each.ending} ({each})" for each in FORMATS)
        raise UnknownFormat(
            "Its name does not tell the format.", at=filename, remedy=f"Say --as, or end it in {endings}."
        )
    return max(fitting, key=lambda each: len(each.ending))


def holding(matter: Matter) -> tuple[Format, ...]:
    """The formats that can hold it."""
    return tuple(each for each in FORMATS if matter in each.holds)

"""The least that reading and building can cost: lxml, a plain walk, and SQLite with its index of words. One core.

The walk gives of each document the text that a reader of the record needs: its words with white space normalised, a
line a block, notes left out. It knows no fields, and nothing is anchored in the text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_TEI = "{http://www.tei-c.org/ns/1.0}"
_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT, text TEXT);
    CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2');
"""


#: What stands on lines of its own.
_BLOCKS = frozenset(f"{_TEI}{name}" for name in "head p item label row closer dateline".split())
_NOTE = f"{_TEI}note"
#: Ends a block, until its words are joined.
_END = "\0"


def parsed(content: bytes) -> etree._Element:
    """Parse a volume and nothing more."""
    return etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))


def texts(content: bytes) -> Iterator[str]:
    """The text of each document: parse the volume, walk through the elements of the document, and join their words."""
    for div in parsed(content).iter(f"{_TEI}div"):
        if div.get("type") == "document":
            parts: list[str] = []
            _walk(div, parts)
            blocks = (" ".join(block.split()) for block in "".join(parts).split(_END))
            yield "\n".join(block for block in blocks if block)


def _walk(element: etree._Element, parts: list[str]) -> None:
    if element.text:
        parts.append(element.text)
    for child in element:
        tag = child.tag
        if tag != _NOTE and isinstance(tag, str):
            _walk(child, parts)
            if tag in _BLOCKS:
                parts.append(_END)
        if child.tail:
            parts.append(child.tail)


def build(paths: list[Path], out: Path) -> None:
    """Parse, walk, insert and index; a volume a transaction."""
    out.unlink(missing_ok=True)
    database = sqlite3.connect(out)
    database.executescript(_TABLES)
    for path in paths:
        with database:
            for text in texts(path.read_bytes()):
                title = text.lstrip().partition("\n")[0]
                key = database.execute("INSERT INTO document (title, text) VALUES (?, ?)", (title, text)).lastrowid
                database.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (key, title, text))
    database.close()

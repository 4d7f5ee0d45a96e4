"""The least that reading and building can cost: lxml, a plain walk, and SQLite with its index of words. One core."""

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


def texts(content: bytes) -> Iterator[str]:
    """The text of each document: parse the volume, walk through the elements of the document, and join their words."""
    root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))
    for div in root.iter(f"{_TEI}div"):
        if div.get("type") == "document":
            yield "".join(_walk(div))


def _walk(element: etree._Element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        yield from _walk(child)
        if child.tail:
            yield child.tail


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

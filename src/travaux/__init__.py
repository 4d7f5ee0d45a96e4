"""Travaux: the working file of a treaty negotiation.

The rooms from `record` to `history` are a plain library, without a database or a clock:

>>> import travaux
>>> words = ["Dear Anna: We propose:", "Article 1", "The ferry runs daily.", "Article 2", "Fares are free."]
>>> (document,) = travaux.record.read("\\n\\n".join(words).encode(), name="letter.txt")
>>> (draft,) = travaux.outline(document)
>>> [article.number for article in draft.articles]
['1', '2']
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from travaux import record
    from travaux.amend.compile import compile
    from travaux.amend.consolidate import consolidate
    from travaux.amend.draft import draft
    from travaux.amend.follow import follow
    from travaux.compare.align import align
    from travaux.compare.redline import redline
    from travaux.errors import TravauxError
    from travaux.history.trace import trace
    from travaux.record.document import Document
    from travaux.text.outline import outline

__all__ = [
    "TravauxError", "align", "compile", "consolidate", "draft", "follow", "outline", "read", "record", "redline",
    "trace",
]  # fmt: skip
__version__ = "0.1.0"

# Read in when first asked for: a command that only looks something up does without the readers and the grammars.
_HOMES = {
    "TravauxError": "errors", "align": "compare.align", "compile": "amend.compile",
    "consolidate": "amend.consolidate", "draft": "amend.draft", "follow": "amend.follow",
    "outline": "text.outline", "redline": "compare.redline", "trace": "history.trace",
}  # fmt: skip


def __getattr__(name: str) -> object:
    if name == "record":
        return import_module("travaux.record")
    if name not in _HOMES:
        raise AttributeError(f"module 'travaux' has no attribute {name!r}")
    return getattr(import_module(f"travaux.{_HOMES[name]}"), name)


def read(path: str | Path) -> tuple[Document, ...]:
    """The documents in a file: a TEI volume, or a document as plain text.

    Raises UnreadableInput when there is no such file or it holds no document that a reader knows.

    >>> import pathlib, tempfile
    >>> place = pathlib.Path(tempfile.mkdtemp(), "pilots.txt")
    >>> size = place.write_text("7. Telegram From the Embassy in Corvany to the Ministry\\n\\n312. Done.", "utf-8")
    >>> [document.id for document in read(place)]
    ['pilots']
    """
    from travaux.errors import UnreadableInput
    from travaux.record.read import read as read_record

    place = Path(path)
    try:
        content = place.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"It cannot be read: {(error.strerror or str(error)).lower()}.",
            at=str(place),
            remedy="Check the path.",
        ) from error
    return read_record(content, name=place.name)

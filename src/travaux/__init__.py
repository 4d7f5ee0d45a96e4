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

from pathlib import Path

from travaux import record
from travaux.amend.compile import compile
from travaux.amend.consolidate import consolidate
from travaux.amend.follow import follow
from travaux.compare.align import align
from travaux.compare.redline import redline
from travaux.errors import TravauxError, UnreadableInput
from travaux.history.trace import trace
from travaux.record.document import Document
from travaux.text.outline import outline

__all__ = [
    "TravauxError", "align", "compile", "consolidate", "follow", "outline", "read", "record", "redline", "trace",
]  # fmt: skip
__version__ = "0.1.0"


def read(path: str | Path) -> tuple[Document, ...]:
    """The documents in a file: a TEI volume, or a document as plain text.

    Raises UnreadableInput when there is no such file or it holds no document that a reader knows.

    >>> import pathlib, tempfile
    >>> place = pathlib.Path(tempfile.mkdtemp(), "pilots.txt")
    >>> size = place.write_text("7. Telegram From the Embassy in Corvany to the Ministry\\n\\n312. Done.", "utf-8")
    >>> [document.id for document in read(place)]
    ['pilots']
    """
    place = Path(path)
    try:
        content = place.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"It cannot be read: {(error.strerror or str(error)).lower()}.",
            at=str(place),
            remedy="Check the path.",
        ) from error
    return record.read(content, name=place.name)

"""Documents to keep, short ones, and the way to keep them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence

from travaux.amend.examine import examine
from travaux.desk import keep, models
from travaux.record.document import Block, BlockKind, Document, Kind, Note


def letter(number: int, words: str = "Sir:", *, date: str | None = "1961-03-14", volume: str = "accord") -> Document:
    return Document(
        id=f"{volume}/d{number}",
        number=str(number),
        title=f"{number}. Letter From Ost to Vey",
        kind=Kind.LETTER,
        body=(Block(BlockKind.PARAGRAPH, words),),
        date=datetime.date.fromisoformat(date) if date else None,
        notes=(Note("1", "Not printed."),),
    )


def kept(documents: Sequence[Document], *, name: str = "accord.xml") -> models.Source:
    source = models.Source.objects.create(
        name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        size=1,
        read_at=datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC),
    )
    keep.keep_documents(documents, [examine(document) for document in documents], source=source, position=0)
    return source

"""What documents say: readers of the record and the model they fill. It interprets no instrument."""

from __future__ import annotations

from travaux.record.document import (
    Block,
    BlockKind,
    Document,
    Kind,
    Note,
    PageBreak,
    Reference,
    SourceNote,
    Withheld,
)
from travaux.record.read import Reading, opened, read

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Kind",
    "Note",
    "PageBreak",
    "Reading",
    "Reference",
    "SourceNote",
    "Withheld",
    "opened",
    "read",
]

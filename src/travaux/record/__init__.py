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
from travaux.record.mention import Mention
from travaux.record.read import Reading, opened, read
from travaux.record.register import Abbreviation, Office, Person, Register

__all__ = [
    "Abbreviation",
    "Block",
    "BlockKind",
    "Document",
    "Kind",
    "Mention",
    "Note",
    "Office",
    "PageBreak",
    "Person",
    "Reading",
    "Reference",
    "Register",
    "SourceNote",
    "Withheld",
    "opened",
    "read",
]

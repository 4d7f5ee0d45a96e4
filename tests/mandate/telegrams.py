"""Short documents as instructions are written, for the tests of the mandate."""

from __future__ import annotations

import datetime

from travaux.mandate.directives import read
from travaux.mandate.directives_said import Directive, Directives
from travaux.record.document import Block, BlockKind, Document, Kind

DAY = datetime.date(1962, 9, 28)


def telegram(
    *paragraphs: str,
    ident: str = "d9",
    date: datetime.date = DAY,
    title: str = "Telegram From the Ministry to the Embassy",
) -> Document:
    """An instruction to the post, a paragraph a block."""
    return Document(
        id=ident, title=title, kind=Kind.TELEGRAM, date=date, addressee="Embassy in Corvany",
        body=tuple(Block(BlockKind.PARAGRAPH, words) for words in paragraphs),
    )  # fmt: skip


def told(*paragraphs: str, ident: str = "d9", date: datetime.date = DAY) -> Directives:
    """The directives of such an instruction."""
    return read(telegram(*paragraphs, ident=ident, date=date))


def one(*paragraphs: str, ident: str = "d9", date: datetime.date = DAY) -> Directive:
    """The only directive of such an instruction."""
    (found,) = told(*paragraphs, ident=ident, date=date).found
    return found

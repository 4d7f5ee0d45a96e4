"""Links documents with registers, all of them as JSON. Needs no database, so that any process can do it."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from travaux.desk.registers.due import Loan
from travaux.desk.registers.pack import Linked, pack
from travaux.record.document import Document
from travaux.record.register import Register
from travaux.record.registers.linker import Linker
from travaux.record.registers.merge import merge
from travaux.record.uncollected import uncollected

Lenders = tuple[tuple[str, Loan], ...]


def link_all(documents: list[str], registers: Lenders, entries: dict[str, int]) -> list[Linked]:
    """What these documents name of these registers, by the keys of their `entries`."""
    linker = _linker(registers)
    decoder = msgspec.json.Decoder(Document)
    with uncollected():
        return [pack(linker.named(decoder.decode(document)), entries) for document in documents]


@lru_cache(maxsize=4)
def _linker(registers: Lenders) -> Linker:
    return Linker(merge([_lent(tree, loan) for tree, loan in registers]))


def _lent(tree: str, loan: Loan) -> Register:
    """What is taken of a register, under its key: two sources may be called the same."""
    register = msgspec.json.decode(tree, type=Register)
    persons = register.persons if loan.persons else ()
    abbreviations = register.abbreviations if loan.abbreviations else ()
    return Register(str(loan.register), persons, abbreviations)

"""Keeps the registers of instruments and events that people enter, gives what they hold together, and proposes one."""

from __future__ import annotations

import datetime
from functools import lru_cache

from travaux.desk import models, shelf, term_decisions
from travaux.desk.access.decide import state
from travaux.desk.access.register import seen
from travaux.desk.access.viewer import house
from travaux.findings import Citation
from travaux.status.confirmed import Considered, confirmed, considered
from travaux.status.final_clauses import final_clauses
from travaux.status.proposal_file import proposal_file
from travaux.status.register import Register
from travaux.status.register_file import register_file
from travaux.status.terms import FinalClauses
from travaux.status.told import told
from travaux.status.told_proposals import Proposals, together
from travaux.text.draft import Draft


def keep(content: str, *, name: str, made_at: datetime.datetime) -> models.InstrumentRegister:
    """Keep a register as the one of its name that counts; gives its row."""
    row = models.InstrumentRegister(name=name, content=content, made_at=made_at)
    row.save(force_insert=True)
    return row


def in_force() -> dict[str, str]:
    """The registers that count, by name."""
    newest = {row.name: row.content for row in models.InstrumentRegister.objects.order_by("id").iterator()}
    return {name: content for name, content in newest.items() if content}


def register() -> Register:
    """All that the registers of the file hold; empty where there are none.

    Raises UnreadableRegister where the documents that one cites are no longer what they were.
    """
    return seen(_together(tuple(in_force().items()), (*shelf.state(), term_decisions.state())))


@lru_cache(maxsize=4)
def _together(kept: tuple[tuple[str, str], ...], _state: tuple[int, ...]) -> Register:
    with house():
        found = [read(content, name=name) for name, content in kept]
    return Register(
        tuple(one for each in found for one in each.instruments),
        tuple(relation for each in found for relation in each.relations),
        tuple(event for each in found for event in each.events),
    )


def texts(register: Register) -> dict[str, Draft]:
    """The texts of registered instruments, by their ids, as far as the file holds them."""
    return {one.id: shelf.draft(one.text) for one in register.instruments if one.text}


def proposals() -> Proposals:
    """What the documents of the file tell of instruments: proposals for a register, none of them confirmed."""
    return _proposed(shelf.state(), state())


@lru_cache(maxsize=2)
def _proposed(_state: tuple[int, int], _seen: object) -> Proposals:
    return together(told(document) for document in shelf.every_document())


def proposed_register() -> str:
    """The same as a register file, to be edited and taken."""
    return proposal_file(proposals(), lru_cache(shelf.document))


def read(content: str, *, name: str) -> Register:
    """What a register holds whose passages stand in the documents of the open file. Raises UnreadableRegister."""
    return register_file(content.encode(), name=name, documents=lru_cache(shelf.document), clauses=_clauses)


def terms(draft: str) -> tuple[Considered, ...]:
    """The terms that the final clauses of a draft are read as, each with what a person decided on it. Raises
    UnknownDocument where there is no such draft."""
    return considered(final_clauses(shelf.draft(draft)), term_decisions.of(draft))


def unconfirmed(register: Register) -> frozenset[Citation]:
    """Where the terms stand that instruments of the register are taken to have and that nobody confirmed."""
    texts = {one.text for one in register.instruments if one.text}
    return frozenset(each.term.at for text in texts for each in terms(text) if each.counts and each.decision is None)


def _clauses(draft: str) -> FinalClauses:
    return confirmed(final_clauses(shelf.draft(draft)), term_decisions.of(draft))

"""Lays drafts of the open file side by side in a table, with what the record and people say of their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.compare.reasons import Reason, ReasonKind
from travaux.compare.table import Synopsis, table
from travaux.desk import remarks, shelf
from travaux.desk.access.looked_at import look_at_cited
from travaux.errors import UnknownDocument
from travaux.text.address import Address, Level


def compare_drafts(names: Sequence[str]) -> Synopsis:
    """The comparative table of two to four drafts by their ids.

    Its comments are the reasons that instructions give for changing one of them, and what people noted on their
    clauses. Raises UnknownDocument where a draft is not there, and where there are too few or too many.
    """
    if not 2 <= len(names) <= 4:
        raise UnknownDocument(f"A table has two to four drafts, not {len(names)}.", remedy="Name two, three or four.")
    drafts = [shelf.draft(name) for name in names]
    ids = frozenset(draft.id for draft in drafts)
    found = table(drafts, comments=(*_of_instructions(ids), *remarks.of(*ids)))
    look_at_cited(found)
    return found


def _of_instructions(drafts: frozenset[str]) -> Iterator[Reason]:
    """The reasons in the record, each on the first clause that its instruction changes."""
    for step in shelf.proceedings().steps:
        reason = step.instruction.reason
        clause = next((at for one in step.instruction.operations if (at := _clause(one.target))), None)
        if reason is None or clause is None or step.base not in drafts:
            continue
        yield Reason(ReasonKind.REASON, step.base, clause, reason.words, reason.at)


def _clause(target: Address) -> Address | None:
    """The article, preamble or annex that a change is in; None for one of the whole text."""
    outer = target.outer
    return Address(outer) if outer and outer[0].level is not Level.WHOLE else None

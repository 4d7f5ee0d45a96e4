"""Drafts of the open file as papers to be handed over: with what made them, and what they order themselves."""

from __future__ import annotations

from travaux.amend.operations import Instruction
from travaux.desk import shelf
from travaux.desk.access.looked_at import look_at_cited
from travaux.exchange.paper import Paper
from travaux.exchange.since import since
from travaux.text.draft import Draft


def paper(ident: str, *, earlier: str = "") -> Paper:
    """The draft of that id; with the id of an earlier one, what was done since. Raises UnknownDocument.

    What a draft orders are the instructions in its own words, as those of an amending protocol.
    """
    draft, proceedings = shelf.draft(ident), shelf.proceedings()
    orders = (step.instruction for step in proceedings.steps) if not draft.derived_from else ()
    made = Paper(
        draft,
        made_by=tuple(step for step in proceedings.steps if step.result == draft.id),
        orders=tuple(instruction for instruction in orders if stands_in(instruction, draft)),
    )
    told = since(shelf.draft(earlier), made, proceedings) if earlier else made
    look_at_cited(told)
    return told


def stands_in(instruction: Instruction, draft: Draft) -> bool:
    """Whether the words of a draft itself give an instruction."""
    at = instruction.at
    same = at.document == draft.at.document and not at.note
    return same and draft.at.start <= at.start and at.end <= draft.at.end

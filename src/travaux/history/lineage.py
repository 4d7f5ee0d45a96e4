"""Parts the drafts of a record by instrument: all that are versions of one text, and the steps between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend.proceedings import Proceedings
from travaux.text.draft import Draft
from travaux.text.instrument import same_instrument


@dataclass(frozen=True, slots=True)
class Lineage:
    """The first draft of an instrument, and the proceedings that concern it alone."""

    first: Draft
    proceedings: Proceedings


def lineages(proceedings: Proceedings) -> tuple[Lineage, ...]:
    """The drafts instrument by instrument, in the order of their first. A step that fits no draft is in none."""
    groups: list[list[Draft]] = []
    for draft in proceedings.drafts:
        group = next((group for group in groups if same_instrument(group[-1], draft)), None)
        if group is None:
            groups.append([draft])
        else:
            group.append(draft)
    return tuple(Lineage(group[0], _only(proceedings, group)) for group in groups)


def _only(proceedings: Proceedings, drafts: Sequence[Draft]) -> Proceedings:
    idents = {draft.id for draft in drafts}
    steps = tuple(step for step in proceedings.steps if step.base in idents or step.result in idents)
    return Proceedings(tuple(drafts), steps, ())

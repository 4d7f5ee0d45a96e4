"""Parts the drafts of a record into lineages: a draft found, and all that was derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from travaux.amend.follow import Proceedings
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Lineage:
    """The first draft of a text, and the proceedings that concern it alone."""

    first: Draft
    proceedings: Proceedings


def lineages(proceedings: Proceedings) -> tuple[Lineage, ...]:
    """The lineages of the drafts, in the order of their first. A step that fits no draft is in none."""
    drafts = {draft.id: draft for draft in proceedings.drafts}
    root = {draft.id: _first(draft, drafts) for draft in proceedings.drafts}
    return tuple(
        Lineage(draft, _only(proceedings, {each for each, first in root.items() if first == draft.id}))
        for draft in proceedings.drafts
        if root[draft.id] == draft.id
    )


def _first(draft: Draft, drafts: Mapping[str, Draft]) -> str:
    while draft.derived_from in drafts:
        draft = drafts[draft.derived_from]
    return draft.id


def _only(proceedings: Proceedings, idents: set[str]) -> Proceedings:
    return Proceedings(
        drafts=tuple(draft for draft in proceedings.drafts if draft.id in idents),
        steps=tuple(step for step in proceedings.steps if step.base in idents or step.result in idents),
        findings=(),
    )

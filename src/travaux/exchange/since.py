"""A draft together with all that was done to it since an earlier one, where it is derived from that."""

from __future__ import annotations

from dataclasses import replace

from travaux.amend.proceedings import Proceedings
from travaux.exchange.paper import Paper
from travaux.text.draft import Draft


def since(before: Draft, paper: Paper, proceedings: Proceedings) -> Paper:
    """The paper with `before` as its earlier text, the drafts between, and what made each of them. Of a draft that is
    not derived from it, the two texts are all that is known."""
    drafts = {draft.id: draft for draft in proceedings.drafts}
    line: list[Draft] = []
    last: Draft | None = paper.draft
    while last is not None and last.id != before.id and last not in line:
        line.insert(0, last)
        last = drafts.get(last.derived_from or "")
    if last is None or last.id != before.id or not line:
        return replace(paper, before=before, made_by=(), between=())
    names = {draft.id for draft in line}
    made_by = tuple(step for step in proceedings.steps if step.result in names)
    return replace(paper, before=before, made_by=made_by, between=tuple(line[:-1]))

"""Tells on which documents drafts, steps and findings rest: whoever may not see one of them sees none of these.

A draft rests on every document whose words are in it or in a draft before it; a step on what it cites, on its drafts,
and on those that its findings name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.amend.proceedings import Proceedings, Step
from travaux.amend.trees import step_tree, tree
from travaux.desk.access.names import cited_in
from travaux.findings import Finding


@dataclass(frozen=True, slots=True)
class Rests:
    """The ids of the documents that each draft, by its id, and each step and finding, in their order, rests on."""

    drafts: Mapping[str, frozenset[str]]
    steps: tuple[frozenset[str], ...]
    findings: tuple[frozenset[str], ...]


def rests(proceedings: Proceedings) -> Rests:
    """On what everything that was derived from documents rests."""
    drafts: dict[str, frozenset[str]] = {}
    for draft in proceedings.drafts:
        before = drafts.get(draft.derived_from or "", frozenset())
        drafts[draft.id] = cited_in(tree(draft)) | before | {draft.at.document}
    named = _Named(drafts)
    return Rests(
        drafts,
        tuple(_of_step(step, drafts, named) for step in proceedings.steps),
        tuple(_of_finding(finding, named) for finding in proceedings.findings),
    )


class _Named:
    """Finds the drafts that words name by their ids."""

    def __init__(self, drafts: Mapping[str, frozenset[str]]) -> None:
        self._drafts = drafts
        longest_first = sorted(drafts, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def rest(self, words: str) -> frozenset[str]:
        return frozenset[str]().union(*(self._drafts[ident] for ident in set(self._pattern.findall(words))))


def _of_step(step: Step, drafts: Mapping[str, frozenset[str]], named: _Named) -> frozenset[str]:
    none = frozenset[str]()
    own = cited_in(step_tree(step)) | drafts.get(step.base, none) | drafts.get(step.result, none)
    doubts = (*step.findings, *step.instruction.doubts)
    return own.union([step.instruction.at.document], *(_of_finding(each, named) for each in doubts))


def _of_finding(finding: Finding, named: _Named) -> frozenset[str]:
    return named.rest(f"{finding.message} {finding.remedy}") | {finding.at.document}

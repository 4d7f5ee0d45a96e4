"""What stands in documents, and what became of it: the results of `examine` and `follow`, apart from their grammars."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.amend.operations import Instruction
from travaux.amend.succession import Succession
from travaux.findings import Finding
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Examined:
    """The drafts in a document, its instructions, and the passages on changes that were not understood."""

    drafts: tuple[Draft, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drafts or self.instructions or self.findings)


class Outcome(StrEnum):
    """What became of an instruction: exactly one of these.

    Assumed: done, or left as already there, under a named rule that a reader may dispute. Superseded: a later passage
    gives its place another wording. Withdrawn: a later passage takes it back, turns it down, or takes its words out.
    """

    APPLIED = "applied"
    ASSUMED = "assumed"
    REFUSED = "refused"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction and what became of it.

    `base` is the id of the draft it was held against, `result` of the draft it helped to give (both ""
    where there is none); `findings` say why it was not applied, or under which assumption it was. `successions` are
    the addresses that it changed.
    """

    instruction: Instruction
    outcome: Outcome
    base: str = ""
    result: str = ""
    findings: tuple[Finding, ...] = ()
    successions: tuple[Succession, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it changed a draft, whatever became of its words later."""
        return bool(self.result)

    @property
    def is_there(self) -> bool:
        """Whether the draft said already what it asks."""
        return not self.result and self.outcome in (Outcome.APPLIED, Outcome.ASSUMED)


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The drafts of a record, found and consolidated, in order of date; the steps between them; and the
    passages that speak of a change but were not understood."""

    drafts: tuple[Draft, ...]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]

"""What is handed over: a draft with what is known of how it came about; and what was received from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from travaux.amend.operations import Instruction
from travaux.amend.proceedings import Step
from travaux.findings import Finding
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Paper:
    """A draft to be handed over, or that was received.

    `before` is the earlier text where the changes are to be shown. `made_by` are the instructions that made the draft
    of the one before it (its passive modifications), `orders` those that its own words give, as an amending protocol
    does, or that came with it as somebody's proposal (its active modifications). Where `before` is further back,
    `between` are the drafts from there on, and `made_by` has what made each of them.
    """

    draft: Draft
    before: Draft | None = None
    made_by: tuple[Step, ...] = ()
    orders: tuple[Instruction, ...] = ()
    between: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """What a file held: the paper, and what of the file a person must look at."""

    paper: Paper
    findings: tuple[Finding, ...] = ()


def fingerprint(draft: Draft) -> str:
    """The SHA-256 of the draft's words as printed, in UTF-8: equal where two drafts say the same, letter for letter.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Provision, ProvisionKind, Run
    >>> at = Citation("d1", 0, 3)
    >>> said = Provision(ProvisionKind.PARAGRAPH, content=(Run("Ja.", at),))
    >>> fingerprint(Draft(id="d1/draft", title="", provisions=(said,), at=at))[:12]
    '918c02e9102c'
    """
    return sha256(draft.text.encode()).hexdigest()


def sources(draft: Draft) -> tuple[str, ...]:
    """The ids of the documents that the draft stands in or that its words come from, each once, in the order of the
    words."""
    said = (run.origin.document for provision in draft.walk() for run in provision.line)
    return tuple(dict.fromkeys((draft.at.document, *said)))

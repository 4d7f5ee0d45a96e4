"""What became of a proposal that was held against the mandate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.compare.redline import Redline
from travaux.findings import Citation
from travaux.mandate.authority_said import Recommendation
from travaux.mandate.directives_said import Directive
from travaux.mandate.fragment import Fragment
from travaux.mandate.on import Wording
from travaux.text.address import Address


class Verdict(StrEnum):
    """How a proposal stands to the mandate."""

    WITHIN = "within"
    OUTSIDE = "outside"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What became of one proposal. `wording` or `directive` is what it was held against, `step` its place among the
    fallbacks; `difference` leads from the authorised words to those proposed; `ask` is what is left to ask. Where the
    proposal is a fragment, `wording` has the words of the `part` that it is a fragment of. What is done under an
    authority (to sign) was held against the `recommendation` that asked for it.
    """

    verdict: Verdict
    words: str
    address: Address | None = None
    wording: Wording | None = None
    directive: Directive | None = None
    step: int = 0
    difference: Redline | None = None
    condition: str = ""
    ask: tuple[str, ...] = ()
    part: Fragment | None = None
    recommendation: Recommendation | None = None

    @property
    def rest(self) -> tuple[str, ...]:
        """What of the words authorised was not put forward."""
        return self.part.rest if self.part is not None else ()

    @property
    def at(self) -> Citation | None:
        """The passage that decides."""
        if self.wording is not None:
            return self.wording.at
        if self.directive is not None:
            return self.directive.at
        return self.recommendation.words.at if self.recommendation is not None else None


def short(words: str) -> str:
    """Words in one line, cut where they are long."""
    said = " ".join(words.split())
    return said if len(said) <= 220 else f"{said[:217].rstrip()}…"

"""What a conference does with wording that is not agreed: a closed set of moves on the brackets of a text.

A bracket is named by its number, an alternative by its place in it, from 1. Words are named as they are printed; they
are to be found once, in the text or in the provision `within`.
"""

from __future__ import annotations

from dataclasses import dataclass

from travaux.findings import Citation
from travaux.text.address import Address
from travaux.text.draft import Run

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAddition:
    """Add words behind others; with `own_line`, as a line of their own below."""

    after: str
    words: Run
    by: Names
    at: Citation
    within: Address | None = None
    own_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDeletion:
    """Take words out, which stand beside the proposal until it is agreed."""

    words: str
    by: Names
    at: Citation
    within: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeInstead:
    """Put other words in place of those that stand; both are then in brackets."""

    instead_of: str
    words: Run
    by: Names
    at: Citation
    within: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeAlternative:
    """Put one more alternative into a bracket; without words, that there be none."""

    bracket: int
    words: Run | None
    by: Names
    at: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class _OnAlternative:
    """A move of somebody on one alternative of a bracket."""

    bracket: int
    alternative: int
    by: str
    at: Citation


class Attribute(_OnAlternative):
    """It is somebody's proposal."""


class Join(_OnAlternative):
    """Somebody supports it."""


class Oppose(_OnAlternative):
    """Somebody opposes it."""


class Reserve(_OnAlternative):
    """Somebody reserves on it."""


class Drop(_OnAlternative):
    """Somebody withdraws; the alternative goes when nobody proposes or supports it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree:
    """One alternative is agreed: its words stand, the others go, and so does the bracket."""

    bracket: int
    alternative: int
    at: Citation


Move = (
    ProposeAddition | ProposeDeletion | ProposeInstead | ProposeAlternative
    | Attribute | Join | Oppose | Reserve | Drop | Agree
)  # fmt: skip

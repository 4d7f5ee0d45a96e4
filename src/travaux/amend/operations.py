"""The closed set of operations that an instruction can mean, and the instruction they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.text.address import Address


class Status(StrEnum):
    """How the passage stands to the change: whether it is ordered, only put forward, or turned down."""

    INSTRUCTED = "instructed"
    PROPOSED = "proposed"
    AGREED = "agreed"
    TENTATIVE = "tentative"
    REJECTED = "rejected"


class Where(StrEnum):
    """On which side of the anchor new words go."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """Words taken from the record, with the passage that gives them."""

    words: str
    at: Citation

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("no words")


@dataclass(frozen=True, slots=True)
class Place:
    """Next to which words (`anchor`), or which provision (`unit`), new wording goes; neither: the target itself.

    With `until`, between `anchor` and `until`.
    """

    where: Where
    anchor: str = ""
    until: str = ""
    unit: Address | None = None

    def __post_init__(self) -> None:
        if self.until and not self.anchor:
            raise ValueError("a place between two words names both")


@dataclass(frozen=True, slots=True)
class Replace:
    """The provision at the target gets a new text; its label stays."""

    target: Address
    new: Words


@dataclass(frozen=True, slots=True)
class InsertProvision:
    """A new provision, recital or sentence goes into the target, at the place."""

    target: Address
    place: Place
    new: Words


@dataclass(frozen=True, slots=True)
class Delete:
    """The provision or sentence at the target goes."""

    target: Address


@dataclass(frozen=True, slots=True)
class RetainOnly:
    """Of the larger provision only the part at `kept` stays; `quoted` is how the passage quotes it."""

    target: Address
    kept: Address
    quoted: Words | None = None


@dataclass(frozen=True, slots=True)
class SubstituteWords:
    """Words inside the target give way to others."""

    target: Address
    old: str
    new: Words
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class InsertWords:
    """New words go into the target next to an anchor."""

    target: Address
    place: Place
    new: Words


@dataclass(frozen=True, slots=True)
class DeleteWords:
    """Words inside the target go."""

    target: Address
    old: str


Operation = Replace | InsertProvision | Delete | RetainOnly | SubstituteWords | InsertWords | DeleteWords


@dataclass(frozen=True, slots=True)
class Instruction:
    """A passage that changes a draft, what it means, and on which text.

    `at` cites the instruction's own words. `text_named` is how the passage names the text it changes
    ("our draft", "Japanese note"), "" where it does not say. `alternative` marks one that is offered
    instead of the one before, never on top of it; `reported` one that tells of another side's change or wish.
    """

    at: Citation
    words: str
    operations: tuple[Operation, ...]
    status: Status = Status.INSTRUCTED
    text_named: str = ""
    alternative: bool = False
    reported: bool = False

    def __post_init__(self) -> None:
        if not self.operations:
            raise ValueError("an instruction means at least one operation")

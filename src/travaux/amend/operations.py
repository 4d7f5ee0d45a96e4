"""The closed set of operations that an instruction can mean, and the instruction they come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.findings import Citation, Finding
from travaux.text.address import Address


class Status(StrEnum):
    """How the passage stands to the change: whether it is ordered, only put forward, accepted or turned down."""

    INSTRUCTED = "instructed"
    PROPOSED = "proposed"
    COUNTER_PROPOSED = "counter-proposed"
    AGREED = "accepted"
    TENTATIVE = "tentative"
    AD_REFERENDUM = "ad referendum"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @classmethod
    def _missing_(cls, value: object) -> Status | None:
        # Files kept before the word was 'accepted'.
        return cls.AGREED if value == "agreed" else None

    @property
    def is_refusal(self) -> bool:
        """Whether the change is turned down or taken back."""
        return self in (Status.REJECTED, Status.WITHDRAWN)

    @property
    def is_open(self) -> bool:
        """Whether the change hangs on something: a condition, or somebody's consent."""
        return self in (Status.TENTATIVE, Status.AD_REFERENDUM)

    @property
    def is_proposal(self) -> bool:
        """Whether the change is only put forward."""
        return self in (Status.PROPOSED, Status.COUNTER_PROPOSED)


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
    """The provision at the target, or a stretch of it ("second sentence", "opening clause"), gets a new text; its
    label stays. `elided`: the passage breaks its quotation off ("etc."), and what it does not quote stands."""

    target: Address
    new: Words
    elided: bool = False


@dataclass(frozen=True, slots=True)
class InsertProvision:
    """A new provision, recital or sentence goes into the target, at the place; `unit` is the address that the passage
    gives it ("new Article 6a"), where it gives one."""

    target: Address
    place: Place
    new: Words
    unit: Address | None = None


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
    """Words inside the target give way to others: everywhere in it with `throughout`, else in the one place that
    `occurrence` counts ("first", "last") or that stands at `place` ("between x and y", at the end)."""

    target: Address
    old: str
    new: Words
    throughout: bool = False
    occurrence: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class InsertWords:
    """New words go into the target next to an anchor."""

    target: Address
    place: Place
    new: Words


@dataclass(frozen=True, slots=True)
class DeleteWords:
    """Words inside the target go; which of several by `occurrence` ("first") or `place`."""

    target: Address
    old: str
    throughout: bool = False
    occurrence: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DeleteStretch:
    """Of the target goes all from `first` (or from what comes right after `after`) through `last`; without `last`, to
    the target's end: 'delete all from "x" to "y"', 'delete the words after "z"'."""

    target: Address
    first: str = ""
    after: str = ""
    last: str = ""

    def __post_init__(self) -> None:
        if bool(self.first) == bool(self.after):
            raise ValueError("a stretch begins with words or after words")


@dataclass(frozen=True, slots=True)
class Renumber:
    """The provision at the target gets the number `new`; without one, it and those beside it are numbered on in
    their order ('renumber the remaining paragraphs accordingly')."""

    target: Address
    new: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """The provision at the target, or `words` of it, goes to another place of the draft."""

    target: Address
    place: Place
    words: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """The text of the target stands as it is: the passage says so."""

    target: Address


Operation = (
    Replace
    | InsertProvision
    | Delete
    | RetainOnly
    | SubstituteWords
    | InsertWords
    | DeleteWords
    | DeleteStretch
    | Renumber
    | Move
    | Keep
)


@dataclass(frozen=True, slots=True)
class Instruction:
    """A passage that changes a draft, what it means, and on which text.

    `at` cites the instruction's own words. `text_named` is how the passage names the text it changes
    ("our draft", "Japanese note"), "" where it does not say. `alternative` marks one that is offered
    instead of the one before, never on top of it; `reported` one that tells of another side's change or wish.
    `doubts` are readings that a person should confirm before it is applied. `proposer` is who puts the change forward,
    `reason` why, in the words of the passage.
    """

    at: Citation
    words: str
    operations: tuple[Operation, ...]
    status: Status = Status.INSTRUCTED
    text_named: str = ""
    alternative: bool = False
    reported: bool = False
    doubts: tuple[Finding, ...] = ()
    proposer: str = ""
    reason: Words | None = None

    def __post_init__(self) -> None:
        if not self.operations:
            raise ValueError("an instruction means at least one operation")

    @property
    def confirmed(self) -> Instruction:
        """The instruction as one that a person confirmed: an order, without doubts. A refusal or an alternative stays
        what it is."""
        if self.status.is_refusal or self.alternative:
            return replace(self, doubts=())
        return replace(self, status=Status.INSTRUCTED, reported=False, doubts=())

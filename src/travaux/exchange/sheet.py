"""A text as it is laid out on paper: lines with their changes, and tables; the same for every format that shows pages.

What a line looks like (its font, its indent) is each format's own; what it is, and whose its changes are, is here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from travaux.compare.redline import Change
from travaux.exchange.paper import fingerprint, sources
from travaux.findings import Citation
from travaux.text.draft import Draft, ProvisionKind

_NAMING = frozenset(
    {ProvisionKind.TITLE, ProvisionKind.HEADING, ProvisionKind.PREAMBLE, ProvisionKind.PART, ProvisionKind.CHAPTER}
    | {ProvisionKind.SECTION, ProvisionKind.ANNEX, ProvisionKind.ARTICLE}
)
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """Whose a change is: its author, its date, why it was made, and the passage that makes it."""

    author: str = ""
    date: datetime.date | None = None
    reason: str = ""
    at: Citation | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """What is known of it, in words; dates as in ISO 8601."""
        known = (self.author, self.date.isoformat() if self.date else "", self.reason, str(self.at or ""))
        return tuple(filter(None, known))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on a line that share a fate and an author; `origin` is the passage that they came from, if known.

    `elsewhere`: they are kept, and stood in another place before.
    """

    words: str
    change: Change = Change.KEPT
    mark: Mark | None = None
    origin: Citation | None = None
    elsewhere: bool = False

    @property
    def manner(self) -> Manner:
        """How it is shown."""
        return Manner.HERE if self.elsewhere else Manner(self.change.value)

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a stretch has words")


class Manner(StrEnum):
    """How words are shown; a move is shown at both its ends."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    HERE = "moved-here"


@dataclass(frozen=True, slots=True)
class Changed:
    """Stretches of one line that are shown in one manner and share their mark. `told`: what is known of the change
    stands behind them, and not behind the next, as between words that went and those put in their place."""

    manner: Manner
    mark: Mark | None
    stretches: tuple[Stretch, ...]
    told: bool

    @property
    def words(self) -> str:
        """All that it shows."""
        return "".join(stretch.words for stretch in self.stretches)


def changed(stretches: Iterable[Stretch]) -> tuple[Changed, ...]:
    """Stretches by their changes, in order."""
    groups = [(key, tuple(group)) for key, group in groupby(stretches, lambda each: (each.manner, each.mark))]
    marks = [*(mark for (_, mark), _ in groups), None]
    return tuple(
        Changed(manner, mark, group, mark not in (None, after))
        for ((manner, mark), group), after in zip(groups, marks[1:], strict=True)
    )


@dataclass(frozen=True, slots=True)
class Line:
    """What one provision prints: `label` names it ("Article 5", "2. "), `content` are its own words.

    `depth` is how many paragraphs it stands within: 0 for articles and what stands right under them.
    """

    kind: ProvisionKind
    content: tuple[Stretch, ...]
    label: tuple[Stretch, ...] = ()
    depth: int = 0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Label and content."""
        return self.label + self.content

    @property
    def words(self) -> str:
        """All that it shows, what is gone included."""
        return "".join(stretch.words for stretch in self.stretches)

    @property
    def is_heading(self) -> bool:
        """Whether it names a part of the text, and no more: a title, or an article's number without its words."""
        if self.label and self.content:
            return False
        return self.kind in _NAMING and len(self.words) <= _LONGEST_HEADING and not self.words.rstrip().endswith(".")

    @property
    def is_whole(self) -> Manner | None:
        """How all of the line is shown; None where only some words changed."""
        manners = {stretch.manner for stretch in self.stretches}
        return manners.pop() if len(manners) == 1 else None


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their heads; every row has a cell for each, and a cell is lines. `shares` are the widths of the
    columns as parts of the whole; () where all are alike."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    shares: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.shares and (len(self.shares) != len(self.heads) or min(self.shares) < 1):
            raise ValueError("every column has a share of the width")
        if any(len(row) != len(self.heads) for row in self.rows):
            raise ValueError("every row has a cell for each head")


@dataclass(frozen=True, slots=True)
class About:
    """Which draft a sheet shows: what everybody must be able to check it against."""

    draft: str
    title: str
    sha256: str
    at: Citation
    sources: tuple[str, ...]
    date: datetime.date | None = None
    proposed_by: str = ""
    derived_from: str = ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The same as named facts, for printing; dates as in ISO 8601."""
        told = (
            ("Draft", self.draft),
            ("Date", self.date.isoformat() if self.date else "undated"),
            ("Proposed by", self.proposed_by),
            ("Derived from", self.derived_from),
            ("Text", str(self.at)),
            ("Sources", "; ".join(self.sources)),
            ("SHA-256 of the words", self.sha256),
        )
        return tuple((name, value) for name, value in told if value)


Piece = Line | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A title, the pieces under it, and the drafts that they show: one, or of a comparison each."""

    title: str
    pieces: tuple[Piece, ...]
    about: tuple[About, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Every line that stands in no table."""
        return (piece for piece in self.pieces if isinstance(piece, Line))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Whose the changes are, each mark once, in the order of the text."""
        found = (each.mark for line in self.lines for each in line.stretches if each.mark is not None)
        return tuple(dict.fromkeys(found))

    @property
    def is_redline(self) -> bool:
        """Whether it shows any change."""
        return any(each.manner is not Manner.KEPT for line in self.lines for each in line.stretches)


def about(draft: Draft) -> About:
    """What a sheet says of a draft that it shows."""
    return About(
        draft=draft.id,
        title=draft.title,
        sha256=fingerprint(draft),
        at=draft.at,
        sources=sources(draft),
        date=draft.date,
        proposed_by=draft.proposed_by or "",
        derived_from=draft.derived_from or "",
    )

"""What a library holds: agreements, and their clauses, which are what is compared."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation
from travaux.text.draft import Provision, ProvisionKind, Run


class Dated(StrEnum):
    """Where the date of an agreement comes from."""

    DOCUMENT = "document"
    SIGNED = "signed"
    FILE_NAME = "file name"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A text of the library: an agreement, or another document that repeats one.

    `kind` is what it calls itself ("treaty", "exchange of notes"; "letter"). `date` is its day, or where only the year
    is known, the first of January of it, and `dated` says whence. `outlined` is false where no provision was told apart
    and the text is kept as one passage.
    """

    id: str
    title: str
    kind: str
    source: str
    sha256: str = ""
    date: datetime.date | None = None
    dated: Dated = Dated.UNKNOWN
    parties: tuple[str, ...] = ()
    outlined: bool = True

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an agreement has an id")

    @property
    def when(self) -> str:
        """Its date as it is known: '1960-01-19', '1994 (file name)', '' where there is none."""
        if self.date is None:
            return ""
        return f"{self.date.year} (file name)" if self.dated is Dated.FILE_NAME else self.date.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A passage that is compared as a whole: an article, a paragraph, a recital.

    `label` names it as printed ("Article VI"), `words` are its own, a line a provision. `inner`: it is a paragraph of
    an article that is a clause too.
    """

    address: str
    kind: ProvisionKind
    words: str
    label: str = ""
    inner: bool = False

    @property
    def provision(self) -> Provision:
        """The clause as a provision of paragraphs, for a redline; its runs cite the clause itself."""
        lines = [
            Provision(ProvisionKind.PARAGRAPH, content=(Run(line, Citation(self.address or "clause", 0, len(line))),))
            for line in self.words.split("\n")
            if line.strip()
        ]
        return Provision(self.kind, children=tuple(lines))

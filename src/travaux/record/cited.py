"""The model of a citation of one document by another, and of the document of a library that it means."""

from __future__ import annotations

import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.record.posts import HOME


class Form(StrEnum):
    """How a document is cited."""

    LINK = "link"  # 'Document 27', 'footnote 3, Document 27'
    NUMBER = "number"  # 'telegram 688 from Tokyo', 'Embtel 948'
    DAY = "day"  # 'letter of September 18 from Pell'
    BESIDE = "beside"  # 'supra', 'infra'
    AGAIN = "again"  # 'reftel', 'ref A', 'ibid.'


class Cited(NamedTuple):
    """A document as it is cited at `at`. `origin` and `destination` are posts, or persons for a letter; `day` is in
    the year printed, or else the likeliest; `target` the id that the words give, with its footnote.

    Libraries have them by the ten thousand, and tuples are made in a fifth of the time of dataclasses.
    """

    at: Citation
    words: str
    form: Form
    kind: Kind | None = None
    number: str = ""
    origin: str = ""
    destination: str = ""
    day: datetime.date | None = None
    target: str = ""

    @property
    def document(self) -> str:
        """The id of the document that the words give, without its footnote."""
        volume, slash, name = self.target.rpartition("/")
        return volume + slash + name.partition("fn")[0]

    @property
    def name(self) -> str:
        """What is cited, in words that do not depend on who cites it: 'telegram 474 to Japan, October 9, 1958'."""
        if self.target or not self.kind:
            return self.document or self.words
        what = " ".join(filter(None, (self.kind.replace("-", " "), self.number)))
        sides = [f"from {self.origin}"] if self.origin and (self.origin != HOME or not self.destination) else []
        sides += [f"to {self.destination}"] if self.destination not in ("", HOME) else []
        day = "" if not self.day else f", {_day(self.day)}" if self.number else f"of {_day(self.day)}"
        return " ".join(filter(None, (what, *sides, day))).replace(" ,", ",")


@lru_cache(maxsize=4096)
def _day(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


class Confidence(StrEnum):
    """How sure it is that a document is the one cited."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Identified(NamedTuple):
    """`document` is the id of the document meant, "" where none of the library is; `candidates` are those that it may
    be where several fit. `name` says what is meant, `reason` why."""

    name: str
    reason: str
    document: str = ""
    confidence: Confidence | None = None
    candidates: tuple[str, ...] = ()

    @property
    def is_absent(self) -> bool:
        """Whether no document of the library is meant."""
        return not self.document and not self.candidates

"""How much of a document was not released: its withheld passages by unit. What is not printed is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from travaux.record.document import Document

_WORD = re.compile(r"\w[\w/.-]*")
_BELOW = re.compile(r"(?i)\bless tha[nt]\b")
#: A document of which no more words are printed than these, beside what is withheld, is withheld in full.
_MARKS = 3


class Tally(NamedTuple):
    """The passages of one unit ("" for none): `amount` is what the `stated` ones come to; `below` are of less than one,
    `unstated` of an amount that is not printed."""

    unit: str
    amount: float
    stated: int
    below: int = 0
    unstated: int = 0

    @property
    def passages(self) -> int:
        return self.stated + self.below + self.unstated


@dataclass(frozen=True, slots=True)
class Withholding:
    """What was withheld, by unit, the most passages first. `in_full`: nothing else of the document is printed."""

    tallies: tuple[Tally, ...] = ()
    in_full: bool = False

    @property
    def passages(self) -> int:
        return sum(tally.passages for tally in self.tallies)


def withholding(document: Document) -> Withholding:
    """What was withheld of a document."""
    if not document.withheld:
        return Withholding()
    tallies = (
        Tally(each.unit or "", each.amount or 0, 1)
        if each.amount is not None
        else Tally(each.unit or "", 0, 0, *((1, 0) if each.unit and _BELOW.search(each.text) else (0, 1)))
        for each in document.withheld
    )
    return Withholding(added(tallies), _nothing_else(document))


def added(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """The tallies with those of one unit in one, the most passages first."""
    units: dict[str, Tally] = {}
    for each in tallies:
        sum_ = units.get(each.unit, Tally(each.unit, 0, 0))
        units[each.unit] = Tally(
            each.unit,
            sum_.amount + each.amount,
            sum_.stated + each.stated,
            sum_.below + each.below,
            sum_.unstated + each.unstated,
        )
    return tuple(sorted(units.values(), key=lambda tally: (-tally.passages, tally.unit)))


def in_words(tally: Tally) -> str:
    """A tally as people say it.

    >>> in_words(Tally("lines", 8.5, 2, below=1, unstated=1))
    '8.5 lines in 2 passages; 1 passage of less than a line; 1 passage of lines, amount not stated'
    """
    one = tally.unit.removesuffix("s")
    said = []
    if tally.stated:
        amount = f"{tally.amount:,.2f}".rstrip("0").rstrip(".")
        unit = one if tally.amount <= 1 else tally.unit
        said.append(f"{amount} {unit}" + (f" in {_passages(tally.stated)}" if tally.stated > 1 else ""))
    if tally.below:
        said.append(f"{_passages(tally.below)} of less than a {one}")
    if tally.unstated:
        of = f" of {tally.unit}" if tally.unit else ""
        said.append(f"{_passages(tally.unstated)}{of}, amount not stated")
    return "; ".join(said)


def _passages(count: int) -> str:
    return f"{count:,} passage" if count == 1 else f"{count:,} passages"


def _nothing_else(document: Document) -> bool:
    """Whether at most a mark ('USDel/MC/26') is printed beside what is withheld and the source note."""
    text = document.text
    if document.source_note and document.source_note.text.startswith("Source"):
        text = text.replace(document.source_note.text, " ")
    for each in document.withheld:
        text = text.replace(each.text, " ")
    words = [word.group() for word in islice(_WORD.finditer(text), _MARKS + 1)]
    return len(words) <= _MARKS and not any(word.islower() for word in words)

"""What a directive is: one thing that somebody is told to do, with its words and their place.

A directive that was read is a proposal until a person confirms it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from travaux.findings import Citation, Finding
from travaux.mandate.directives_due import due
from travaux.text.address import Address

_FROM_AN_EVENT = re.compile(r"(?i)\s*(?:of|after|from|following|before)\b(?! (?:today|receipt|this|now)\b)")


class Act(StrEnum):
    """What is to be done."""

    INTRODUCE = "introduce"
    SEEK = "seek"
    PROPOSE = "propose"
    ACCEPT = "accept"
    ASSURE = "assure"
    CLEAR = "make clear"
    RAISE = "raise"
    FORESTALL = "forestall"
    DEFER = "defer"
    REPORT = "report"
    CONSULT = "consult"
    UNAFFECTED = "leave unaffected"
    DISCRETION = "leave to discretion"


class ObjectKind(StrEnum):
    """What the act is on: a provision, an instrument, words given, or a subject named."""

    PROVISION = "provision"
    INSTRUMENT = "instrument"
    WORDING = "wording"
    ISSUE = "issue"


class Standing(StrEnum):
    """How a directive stands: read by the program, or settled by a person."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a document and where they stand."""

    words: str
    at: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One thing told. `denied`: it is not to be done; `allowed`: it may be done, and need not.

    `condition`, `limit` and `deadline` are the words that say when, how far and by when; `fallback` is 0 for what comes
    first, 1 for what is to be tried when that fails, and so on. `addressee` is who is told, `to` whom it is to be done
    with. `wording` are words given to be used, `addresses` the provisions that the object names. `stands_for` is what
    a figure alone is on: 'a term of five years' for 'five', behind 'a term of ten years'.
    """

    at: Citation
    words: str
    act: Act
    object: Said | None = None
    kind: ObjectKind = ObjectKind.ISSUE
    addresses: tuple[Address, ...] = ()
    wording: Said | None = None
    condition: Said | None = None
    limit: Said | None = None
    deadline: Said | None = None
    fallback: int = 0
    denied: bool = False
    allowed: bool = False
    addressee: str = ""
    to: str = ""
    date: datetime.date | None = None
    standing: Standing = Standing.PROPOSED
    stands_for: str = ""

    @property
    def document(self) -> str:
        """The id of the document that says it."""
        return self.at.document

    @property
    def due(self) -> str:
        """The day of the deadline as EDTF; none ("") where its words tell none."""
        if self.deadline is None:
            return ""
        # "within six hours of anchoring" is counted from no day that is known.
        behind = self.words[self.deadline.at.end - self.at.start :]
        return "" if _FROM_AN_EVENT.match(behind) else due(self.deadline.words, told=self.date)


@dataclass(frozen=True, slots=True)
class Directives:
    """The directives of a document in reading order, what speaks of an order and was not understood, and sentences that
    may order something and in which nothing was read: one in five does, and most orders that were missed are there.
    `dismissed` are passages in which none is read and of which a person says that they give no order."""

    found: tuple[Directive, ...]
    findings: tuple[Finding, ...]
    possible: tuple[Citation, ...] = ()
    dismissed: tuple[Citation, ...] = ()

    @property
    def open(self) -> frozenset[Citation]:
        """The passages that wait for a person to enter an order, or to say that they give none."""
        return frozenset((*(each.at for each in self.findings if each.at is not None), *self.possible))

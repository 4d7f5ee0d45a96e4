"""What is sent round: a text, the offices that must agree to it in their order, and what is to be decided."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from travaux.errors import UnknownProvision
from travaux.text.draft import Draft, Provision, words_of
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.spot import provision_at


class Kind(StrEnum):
    """What a package is."""

    DRAFT = "draft"
    INSTRUCTION = "instruction"
    POSITION_PAPER = "position paper"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Seat:
    """An office on the route. One that is not `required` is asked, and its silence holds nothing up.

    `of` are the addresses of what it has to clear ("Article VI"); all of the text where there are none.
    """

    office: str
    required: bool = True
    deadline: datetime.date | None = None
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.office.strip():
            raise ValueError("a seat is an office's")


#: The offices that are asked at the same time. One that is alone gets the file itself.
Stage = tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A text that is routed: stages one after another, the offices of a stage side by side.

    `drafter` has the file first and answers for the text; `approver` decides on each of the `recommendations`, or where
    there are none on the text; without an approver it may go when it is cleared. `subject` is the id of the document or
    the draft that it is about.
    """

    id: str
    kind: Kind
    title: str
    text: Draft
    route: tuple[Stage, ...]
    drafter: str
    approver: str = ""
    recommendations: tuple[str, ...] = ()
    subject: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.drafter:
            raise ValueError("a package has an id and a drafter")
        offices = [seat.office for seat in self.seats]
        if len(set(offices)) < len(offices):
            raise ValueError("an office stands on the route once")
        if any(not stage for stage in self.route):
            raise ValueError("a stage of the route has an office")
        if {self.drafter, self.approver} & set(offices):
            raise ValueError("neither who drafts nor who approves has a seat on the route")

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat in the order of the route."""
        return tuple(seat for stage in self.route for seat in stage)

    def stage_of(self, office: str) -> int:
        """The place of an office's stage; raises ValueError where it has none."""
        for place, stage in enumerate(self.route):
            if any(seat.office == office for seat in stage):
                return place
        raise ValueError(f"{office} is not on the route")

    def seat(self, office: str) -> Seat:
        """The seat of an office; raises ValueError where it has none."""
        return next(seat for seat in self.route[self.stage_of(office)] if seat.office == office)


def part(text: Draft, of: tuple[str, ...]) -> str:
    """The words of a text that stand at these addresses, all of it where there are none; a provision that the text
    does not have is no words."""
    return text.text if not of else "\n".join(_at(text, address) for address in of)


def part_hash(text: Draft, of: tuple[str, ...] = ()) -> str:
    """The SHA-256 of that part of a text, in UTF-8.

    >>> from travaux.amend.bare import bare
    >>> from travaux.text.whole import whole
    >>> one, two = (whole(bare(words, id="p")) for words in ("It rests.", "It moves."))
    >>> part_hash(one) == part_hash(one), part_hash(one) == part_hash(two)
    (True, False)
    """
    return sha256(part(text, of).encode(errors="surrogatepass")).hexdigest()


def provisions_of(text: Draft, address: str) -> Draft | Provision | None:
    """The provision at an address, all of the text where it means that, None where there is none."""
    try:
        spot = locate(text, parse(address))
    except UnknownProvision:
        return None
    return provision_at(text, spot.path) if spot.path else text


def _at(text: Draft, address: str) -> str:
    try:
        spot = locate(text, parse(address))
    except UnknownProvision:
        return ""
    if not spot.path:
        return text.text
    provision = provision_at(text, spot.path)
    return words_of(provision.content)[spot.start : spot.end] if spot.start is not None else provision.text

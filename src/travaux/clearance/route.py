"""Reads the route of a package as people write it: 'LA, Marine (Article VI) by 1963-03-04; Press?'."""

from __future__ import annotations

import datetime
import re

from travaux.clearance.package import Seat, Stage
from travaux.errors import UnreadableAddress, UnreadableInput
from travaux.text.parse import parse

_SEAT = re.compile(
    r"(?P<office>[^()?]+?)\s*(?P<asked>\?)?\s*(?:\((?P<of>[^()]+)\))?\s*(?:\bby (?P<day>\d{4}-\d\d-\d\d))?"
)


#: What stands where a deadline would, and is no day as it is written here: 'by March 4', 'by 1963-3-4'.
_OTHER_DAY = re.compile(r"(?i)(?:^|\s)by\b.*\d")


def route(words: str) -> tuple[Stage, ...]:
    """The stages of a route: a semicolon parts those that are asked one after another, a comma offices side by side.

    An office with a question mark is asked and not required; in brackets stands what of the text it has to clear, and
    after 'by' its deadline. Raises UnreadableInput.

    >>> [[seat.office for seat in stage] for stage in route("LA, Treasury; Marine (Article VI) by 1963-03-04")]
    [['LA', 'Treasury'], ['Marine']]
    """
    stages = tuple(
        tuple(_seat(seat) for seat in re.split(r",(?![^()]*\))", stage) if seat.strip())
        for stage in words.split(";")
        if stage.strip()
    )
    if not all(stages):
        raise UnreadableInput("A stage of the route has no office.", remedy="Name one, or leave the semicolon out.")
    return stages


def _seat(words: str) -> Seat:
    found = _SEAT.fullmatch(words.strip())
    if found is not None and _OTHER_DAY.search(found["office"]):
        raise UnreadableInput(
            f"“{words.strip()}” has no day as a route has it.", remedy="Such as: LA (Article VI) by 1963-03-04."
        )
    if found is None:
        raise UnreadableInput(
            f"“{words.strip()}” is no seat on a route.", remedy="Such as: LA (Article VI) by 1963-03-04."
        )
    of = tuple(address.strip() for address in (found["of"] or "").split(",") if address.strip())
    try:
        for address in of:
            parse(address)
        deadline = datetime.date.fromisoformat(found["day"]) if found["day"] else None
    except UnreadableAddress as error:
        raise UnreadableInput(error.message, at=words.strip(), remedy=error.remedy) from None
    except ValueError:
        raise UnreadableInput(f"{found['day']} is no day.", remedy="Such as 1963-03-04.") from None
    return Seat(found["office"].strip(), required=not found["asked"], deadline=deadline, of=of)


def in_words(stages: tuple[Stage, ...]) -> str:
    """The route as it is written."""
    return "; ".join(", ".join(map(_in_words, stage)) for stage in stages)


def _in_words(seat: Seat) -> str:
    of = f" ({', '.join(seat.of)})" if seat.of else ""
    by = f" by {seat.deadline.isoformat()}" if seat.deadline else ""
    return f"{seat.office}{'' if seat.required else '?'}{of}{by}"

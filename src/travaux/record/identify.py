"""Says which document of a library a citation means, how sure that is, and why in words.

It never picks one of two that fit as well, and what no document fits is named as absent. A number alone says little:
posts begin to count anew every year, so who wrote, to whom and when decide.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.record.catalogue import NUMBERED, Card, Catalogue, day_key, number_key
from travaux.record.cited import Cited, Confidence, Form, Identified
from travaux.record.document import Kind
from travaux.record.posts import HOME, is_known


def key(cited: Cited) -> str:
    """Under what a citation is looked up in a catalogue; documents with another key cannot change the answer."""
    if cited.target:
        return cited.document
    if cited.number:
        return number_key(cited.number)
    return day_key(cited.day) if cited.day else ""


def identify(cited: Cited, here: Card, catalogue: Catalogue) -> Identified:
    """The document of `catalogue` that `here` cites."""
    if cited.target:
        return _by_target(cited, catalogue)
    wanted = key(cited)
    under = catalogue.under(wanted)
    fits = [fit for each in under if (fit := _fit(cited, here, each)) is not None]
    if not fits:
        return Identified(cited.name, _absent(cited, wanted, len(under)))
    best = min(fit.rank for fit in fits)
    likeliest = [fit for fit in fits if fit.rank == best]
    if len(likeliest) > 1:
        ids = tuple(sorted(fit.card.id for fit in likeliest))
        return Identified(name=cited.name, reason=f"{len(ids)} documents fit as well", candidates=ids)
    return _found(cited, likeliest[0], rivals=len(fits) - 1)


#: Where the words give the document itself: how they do.
_GIVEN = {
    Form.LINK: "cited by its number in the volume",
    Form.BESIDE: "the one behind this in the volume",
    Form.AGAIN: "the reference before it",
}


def _by_target(cited: Cited, catalogue: Catalogue) -> Identified:
    """Where the words give the document itself."""
    reason = _GIVEN.get(cited.form, "the words beside it give its number in the volume")
    if cited.form is Form.BESIDE and cited.words.lower() == "supra":
        reason = "the one before this in the volume"
    found = catalogue.under(key(cited))
    if not found:
        return Identified(name=cited.name, reason=reason)
    if len(found) > 1:
        ids = tuple(sorted(each.id for each in found))
        return Identified(name=cited.name, reason=f"{len(ids)} documents bear this number", candidates=ids)
    sure = Confidence.CERTAIN if cited.form in (Form.LINK, Form.NUMBER, Form.DAY) else Confidence.PROBABLE
    if found[0].id != cited.document:
        reason, sure = "the only document of this number that is in no volume", Confidence.PROBABLE
    return Identified(name=cited.name, reason=reason, document=found[0].id, confidence=sure)


def _absent(cited: Cited, wanted: str, others: int) -> str:
    """Why it is none of the `others` that have the same key."""
    if not wanted:
        return "neither a number nor a day says which"
    what = "number" if cited.number else "day"
    if not others:
        return f"no document of this {what} in this library"
    return f"{others} document{'s' if others > 1 else ''} of this {what}, from another post or another time"


# -- how well a document fits ---------------------------------------------------------------------


class _Side(StrEnum):
    """How a side that is cited goes with a side of a document."""

    SAME = "same"
    OPEN = "open"  # one of the two says nothing, or names what may be the same


@dataclass(frozen=True, slots=True)
class _Fit:
    """A document that a citation may mean. A lower `rank` fits better."""

    card: Card
    origin: _Side
    destination: _Side
    days: int | None  # from the document to the citation, or to the day cited
    dated: bool

    @property
    def rank(self) -> tuple[int, int, int]:
        open_sides = (self.origin is _Side.OPEN) + (self.destination is _Side.OPEN)
        return self.origin is _Side.OPEN, open_sides, _period(self.days)


#: A post may count from one anew within this many days; what is further apart is of another series.
_SERIES_DAYS = 400
_NEAR_DAYS = 100
#: What a note may cite that came after.
_LATER_DAYS = 120
_SAME_KIND = {Kind.MESSAGE: Kind.TELEGRAM, Kind.INSTRUCTION: Kind.AIRGRAM}


def _period(days: int | None) -> int:
    return 9 if days is None else max(abs(days) // _NEAR_DAYS, 0)


def _fit(cited: Cited, here: Card, each: Card) -> _Fit | None:
    """How `each` goes with what is cited; None where it cannot be meant."""
    if not _is_kind(cited, each) or (each.id == here.id and not cited.at.note):
        return None
    origin, destination = _sides(cited, each)
    if origin is None or destination is None:
        return None
    days = _days(cited, here, each)
    if days is None and each.date is not None and (cited.day or here.date):
        return None
    return _Fit(each, origin, destination, days, dated=cited.day is not None)


def _is_kind(cited: Cited, each: Card) -> bool:
    kind = cited.kind
    if cited.number:
        wanted = _SAME_KIND.get(kind, kind) if kind else None
        return each.kind in NUMBERED and (wanted is None or _SAME_KIND.get(each.kind, each.kind) is wanted)
    others = {Kind.MEMORANDUM: Kind.CONVERSATION, Kind.MESSAGE: Kind.LETTER}
    return kind is not None and each.kind in (kind, others.get(kind))


def _sides(cited: Cited, each: Card) -> tuple[_Side | None, _Side | None]:
    if cited.kind in NUMBERED:
        return _posts(cited.origin, each.origin), _posts(cited.destination, each.destination)
    return _persons(cited.origin, each.writer, each.title), _persons(cited.destination, each.reader, each.title)


def _posts(cited: str, names: Sequence[str]) -> _Side | None:
    """None where the one is not the other."""
    if not cited or not names:
        return _Side.OPEN
    if cited in names:
        return _Side.SAME
    return None if is_known(cited) and any(map(is_known, names)) else _Side.OPEN


_NAME = re.compile(r"[A-Z][\w’-]+$")


def _persons(cited: str, name: str, title: str) -> _Side | None:
    """By the last word of a name: 'Ambassador Pell' is the Pell of 'Letter From the Ambassador in Ruritania (Pell)'."""
    last = _NAME.search(cited)
    if not last or not name:
        return _Side.OPEN
    return _Side.SAME if last.group() in re.findall(r"[\w’-]+", f"{name} {title}") else None


def _days(cited: Cited, here: Card, each: Card) -> int | None:
    """How many days lie between: from the day cited, a day either way for the clocks of two places, else from the
    document that cites. None where they lie too far apart, or a date is missing."""
    if each.date is None:
        return None
    if cited.day:
        apart = (cited.day - each.date).days
        return apart if abs(apart) <= 1 else None
    if here.date is None:
        return None
    before = (here.date - each.date).days
    later = _LATER_DAYS if cited.at.note else 1
    return before if -later <= before <= _SERIES_DAYS else None


# -- the answer -----------------------------------------------------------------------------------


def _found(cited: Cited, fit: _Fit, *, rivals: int) -> Identified:
    reasons = [
        "same number" if cited.number else f"same kind and day ({_on(fit.card.date)})",
        *_sides_in_words(cited, fit),
        _time_in_words(cited, fit),
    ]
    if rivals:
        reasons.append(f"the nearest of {rivals + 1}")
    return Identified(
        name=cited.name,
        reason=", ".join(filter(None, reasons)),
        document=fit.card.id,
        confidence=_confidence(cited, fit, rivals),
    )


def _confidence(cited: Cited, fit: _Fit, rivals: int) -> Confidence:
    whose = fit.origin is _Side.SAME
    if not cited.number:
        return Confidence.PROBABLE if whose or fit.destination is _Side.SAME else Confidence.POSSIBLE
    if fit.days is None:
        return Confidence.POSSIBLE
    if fit.dated:
        return Confidence.CERTAIN if whose and abs(fit.days) <= 1 else Confidence.PROBABLE
    if not whose:
        return Confidence.PROBABLE if abs(fit.days) <= _NEAR_DAYS and not rivals else Confidence.POSSIBLE
    return Confidence.CERTAIN if abs(fit.days) <= _NEAR_DAYS and not rivals else Confidence.PROBABLE


def _sides_in_words(cited: Cited, fit: _Fit) -> list[str]:
    said = []
    if fit.origin is _Side.SAME and cited.origin != HOME:
        said.append(f"from {cited.origin}")
    if fit.destination is _Side.SAME and cited.destination != HOME:
        said.append(f"to {cited.destination}")
    if not said and HOME in (cited.origin, cited.destination):
        said.append("from home" if cited.origin == HOME else "to home")
    if not said and cited.number:
        said.append("whose it is is not said")
    return said


def _time_in_words(cited: Cited, fit: _Fit) -> str:
    if not cited.number:
        return ""
    if fit.days is None:
        return "undated"
    if fit.dated:
        return "same day" if not fit.days else f"dated {_on(fit.card.date)}, a day beside"
    if not fit.days:
        return "on the same day"
    return f"{_counted(abs(fit.days))} {'before' if fit.days > 0 else 'after'}"


def _counted(days: int) -> str:
    words = "no one two three four five six seven eight nine ten eleven twelve".split()
    return f"{words[days] if days < len(words) else days} day{'s' if days != 1 else ''}"


def _on(day: datetime.date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else "no day"

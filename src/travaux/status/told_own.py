"""The instrument that a document is the text of, and what its testimonium tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.findings import Citation
from travaux.record.document import Document, Kind
from travaux.status.event import Event, EventKind
from travaux.status.instrument import Instrument
from travaux.status.told_names import instrument_kind, parties_of
from travaux.status.told_proposals import ToldInstrument
from travaux.text.dates import dates
from travaux.text.sentences import sentences

_DONE = re.compile(r"(?i)^(?:in (?:witness|faith) .{0,200}?\b)?(?:done|signed)\b (?:at|in|this|on)\b")
_FEWEST_WORDS = 6


def own(document: Document) -> Instrument | None:
    """The instrument that a document is the text of; None where it is something else. It cites the opening words."""
    if document.kind is not Kind.AGREEMENT:
        return None
    at = next((each for each in _sentences(document) if len(document.passage(each).split()) >= _FEWEST_WORDS), None)
    if at is None:
        return None
    title = " ".join(document.title.split())
    return Instrument(id="told", title=title, kind=instrument_kind(title), at=at, parties=parties_of(title))


def testimonia(document: Document) -> Iterator[ToldInstrument]:
    """The signature that 'Done at Tessenay, on the second day of June, 1931' tells."""
    instrument = own(document)
    if instrument is None:
        return
    for at in _sentences(document):
        words = document.passage(at)
        done = _DONE.match(words)
        day = next((each for each in dates(words) if done and each.start >= done.end() - 3), None)
        if day is not None:
            yield ToldInstrument(
                instrument,
                (Event(id="told", instrument="told", kind=EventKind.SIGNATURE, date=day.date, at=at, words=words),),
            )


def _sentences(document: Document) -> Iterator[Citation]:
    for block, first in zip(document.body, document.starts, strict=True):
        for start, end in sentences(block.text):
            yield document.cite(first + start, first + end)

"""Makes documents ready to be kept: the rows of the file that hold them. Needs no database, so that any process can
do it, beside the one that writes the file."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

import msgspec

from travaux.amend import trees
from travaux.amend.proceedings import Examined
from travaux.desk.access.marking import marking, written
from travaux.desk.references.pack import card_row, cited_row
from travaux.desk.rows import Ready, Row
from travaux.findings import Finding
from travaux.record.catalogue import card
from travaux.record.cite import cite
from travaux.record.document import Document
from travaux.record.withholding import Withholding, withholding

# Control characters are signs of the snippets, so the index holds none; each stands for one, so offsets hold.
_CONTROL = bytes([*range(0x00, 0x09), *range(0x0B, 0x20), 0x7F])
_PLAIN = bytes.maketrans(_CONTROL, b" " * len(_CONTROL))
_LONG = 1000
#: Where a word may be divided; no letter of it.
_SOFT_HYPHEN = "\u00ad"
_DIVIDED = re.compile(rf"\w+(?:{_SOFT_HYPHEN}+\w+)+")


def ready(document: Document, examined: Examined | None) -> Ready:
    """A document with what was found in it, ready to be kept; None where that is still to be looked for."""
    withheld = withholding(document)
    when = document.when
    first, last = (when.first, when.last) if when else (document.date, document.date)
    here = card(document)
    return Ready(
        ident=document.id,
        day=_iso(document.date or first or last),
        row=_row(document, in_full=withheld.in_full, found=None if examined is None else trees.found(examined)),
        tree=msgspec.json.encode(document),
        words=words(document),
        facets=_facets(document, withheld, _iso(first), _iso(last)),
        withheld=tuple([tuple(tally) for tally in withheld.tallies]),
        card=card_row(here),
        cited=tuple([cited_row(each) for each in cite(document, here=here)]),
        findings=tuple([_finding(each) for each in document.findings]),
        marking=_marking(document),
    )


@lru_cache(maxsize=256)
def _written(classification: str | None, handling: tuple[str, ...]) -> str:
    return written(marking(classification, handling))


def _marking(document: Document) -> str:
    note = document.source_note
    return _written(document.classification, note.handling if note else ())


def words(document: Document) -> tuple[bytes, bytes, bytes]:
    """The words of a document as the index takes them: of its title, of its body, and of what stands around that."""
    return _plain(document.title), _plain(document.text), _plain(_margin(document))


def _row(document: Document, *, in_full: bool, found: str | None) -> Row:
    when = document.when
    return (
        document.id,
        document.number or "",
        document.kind.value,
        document.title,
        document.sender or "",
        document.addressee or "",
        _iso(document.date),
        document.date_text or (when.written if when else ""),
        when.edtf if when else "",
        when.inferred if when else False,
        document.place or "",
        document.classification or "",
        in_full,
        found,
    )


def _facets(document: Document, withheld: Withholding, earliest: str | None, latest: str | None) -> Row:
    return (
        _iso(document.date),
        document.kind.value,
        document.sender or "",
        document.addressee or "",
        document.signed or "",
        document.classification or "",
        document.id.rpartition("/")[0],
        withheld.passages > 0,
        earliest,
        latest,
    )


def _finding(finding: Finding) -> Row:
    at = finding.at
    return (finding.code, finding.severity.value, finding.message, finding.remedy, at.start, at.end, at.note)


def _margin(document: Document) -> str:
    """What stands around the body: source note, subject and footnotes."""
    source = document.source_note.text if document.source_note else ""
    notes = (note.text for note in document.notes)
    return "\n".join(filter(None, (document.subject, source, *notes)))


def _plain(text: str) -> bytes:
    if _SOFT_HYPHEN in text:
        text = _DIVIDED.sub(_undivided, text)
    # In UTF-8 these bytes stand for nothing else. To find that a long text has none takes less time.
    plain = text.encode()
    if len(plain) > _LONG and not any(map(plain.__contains__, _CONTROL)):
        return plain
    return plain.translate(_PLAIN)


def _undivided(word: re.Match[str]) -> str:
    """A word with its soft hyphens behind it: it is found as it is read, and offsets hold."""
    whole = word[0].replace(_SOFT_HYPHEN, "")
    return whole + _SOFT_HYPHEN * (len(word[0]) - len(whole))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None

"""Word files (.docx): a clean draft, or a redline with real tracked changes, out; and both in.

What is written is read again before it is handed out: accepted it must be the draft, rejected the one before.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePath

from travaux.errors import UnwritableText
from travaux.exchange.paper import Paper, Received, fingerprint, sources
from travaux.exchange.word.counter import Counter, counter
from travaux.exchange.word.facts import BEFORE, BEFORE_HASH, DATE, FOOT, OF_DRAFT, OF_HASH, SOURCES
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import clean
from travaux.exchange.word.redline import redline
from travaux.exchange.word.sheet import write_sheet as write_sheet
from travaux.exchange.word.to_word import to_word
from travaux.exchange.word.tracked import TrackedText, text_of, view
from travaux.findings import Finding
from travaux.record.formats.signatures import ZIP
from travaux.text.draft import Draft

_MAIN, _PROPERTIES = "word/document.xml", "docProps/custom.xml"
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
#: How much of a text is looked at for tracked changes, and how long a property of a file may be in Word.
_MOST, _LONGEST = 60_000_000, 255
_MOST_SOURCES = 6


def looks_like(data: bytes) -> bool:
    """Whether it is a Word file that was written from a draft, or that has tracked changes."""
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return OF_DRAFT.encode() in _part(archive, _PROPERTIES) or bool(_TRACKED.search(_part(archive, _MAIN)))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return False


def is_word(data: bytes) -> bool:
    """Whether it is a Word file."""
    if not data.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _MAIN in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist() or archive.getinfo(name).file_size > _MOST:
        return b""
    return archive.read(name)


def write(paper: Paper) -> bytes:
    """The paper as a Word file: with an earlier text, the changes from there on are tracked.

    Raises UnwritableText where a sign of the text has no place in a Word file.
    """
    text = clean(paper.draft) if paper.before is None else redline(paper.before, paper)
    foot = _foot(paper)
    data = to_word(replace(text, facts=_facts(paper, foot)), title=paper.draft.title or paper.draft.id, foot=foot)
    _prove(data, paper)
    return data


def _prove(data: bytes, paper: Paper) -> None:
    """Reads the file again, and refuses to hand it out where it is not the drafts, letter for letter."""
    text = from_word(data, name=f"{paper.draft.id}.docx")
    for draft, accepted in ((paper.draft, text.authors), (paper.before or paper.draft, ())):
        if text_of(view(text, frozenset(accepted))) != draft.text:
            raise UnwritableText(
                "The Word file would not read as the draft does, letter for letter; it was not written.",
                at=draft.id,
                remedy="Export the draft without its changes, and report this.",
            )


def _facts(paper: Paper, foot: str) -> dict[str, str]:
    draft, before = paper.draft, paper.before
    facts = {
        OF_DRAFT: draft.id,
        OF_HASH: fingerprint(draft),
        BEFORE: before.id if before else "",
        BEFORE_HASH: fingerprint(before) if before else "",
        DATE: draft.date.isoformat() if draft.date else "",
        SOURCES: "; ".join(sources(draft)),
        FOOT: foot,
    }
    return {name: value[:_LONGEST] for name, value in facts.items() if value}


def _foot(paper: Paper) -> str:
    """What stands at the foot of every page: the draft, its date, hash and sources, in one line."""
    draft, named = paper.draft, sources(paper.draft)
    more = f" and {len(named) - _MOST_SOURCES} more" if len(named) > _MOST_SOURCES else ""
    since = f", with the changes from {paper.before.id}" if paper.before else ""
    dated = draft.date.isoformat() if draft.date else "undated"
    words = f"Draft {draft.id}, {dated}{since}. SHA-256 of its words {fingerprint(draft)[:16]}. "
    return f"{words}From {', '.join(named[:_MOST_SOURCES])}{more}."[:_LONGEST]


def read(data: bytes, *, name: str) -> Received:
    """What a Word file holds: its text with all changes accepted; where some are tracked, the text before them, and
    each as somebody's proposal."""
    text = from_word(data, name=name)
    found = counter(text, id=_id(name))
    return Received(paper_of(found), (*_changed(text, found), *found.findings))


def against(data: bytes, *, name: str, ours: Draft, by: str = "") -> Counter:
    """A Word file as a counter-proposal to our draft; `name` is the file's, `by` the side that sent it."""
    return counter(from_word(data, name=name), id=_id(name), ours=ours, by=by)


def _id(name: str) -> str:
    return PurePath(name).stem or name


def paper_of(found: Counter) -> Paper:
    """A counter-proposal as a paper: their draft, ours before it where they differ, and what leads there."""
    return Paper(found.draft, before=found.ours if found.instructions else None, orders=found.instructions)


def _changed(text: TrackedText, found: Counter) -> tuple[Finding, ...]:
    """The finding that the words of a file of our own are others than it was written with, and no change says so."""
    wanted = {text.facts.get(OF_HASH), text.facts.get(BEFORE_HASH)} - {None}
    if not wanted or wanted & {fingerprint(found.draft), fingerprint(found.ours)}:
        return ()
    message = f"The words are not those that the file was written with from {text.facts[OF_DRAFT]}."
    return (Finding("words-changed", message, found.draft.at, "Compare it with the draft that it was written from."),)

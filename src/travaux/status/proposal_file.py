"""Writes proposals as the register file that a person edits and takes (`register_file.py` reads it as it stands)."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator

from travaux.findings import Citation, Finding
from travaux.record.document import Document
from travaux.record.entries import Documents
from travaux.record.quoted import places
from travaux.status.event import Event
from travaux.status.instrument import Instrument
from travaux.status.told_proposals import Proposals

_HEAD = """\
# What documents tell of instruments and what happened to them: proposals, none of them confirmed.
# Strike what is wrong, mend and add, then take it into the file: travaux status FILE --take REGISTER.toml
"""


def proposal_file(proposals: Proposals, documents: Documents) -> str:
    """The proposals as TOML, each with words that stand once in their document; what is open follows as comments."""
    parts = [_HEAD]
    for proposal in proposals.told:
        at = proposal.instrument.at
        parts.append(_entry("instrument", _instrument(proposal.instrument), at, _unique(documents(at.document), at)))
        for event in proposal.events:
            words = _unique(documents(event.at.document), event.at)
            parts.append(_entry("event", _event(event), event.at, words))
    parts += [_open(finding, documents) for finding in proposals.findings]
    return "\n".join(parts)


def _instrument(instrument: Instrument) -> Iterator[tuple[str, object]]:
    yield "id", instrument.id
    yield "title", instrument.title
    yield "kind", instrument.kind.value
    if instrument.parties:
        yield "parties", list(instrument.parties)
    if instrument.also:
        yield "also", list(instrument.also)


def _event(event: Event) -> Iterator[tuple[str, object]]:
    yield "id", event.id
    yield "instrument", event.instrument
    yield "kind", event.kind.value
    if event.party:
        yield "party", event.party
    yield "date", event.date
    if event.latest:
        yield "latest", event.latest


def _entry(kind: str, values: Iterator[tuple[str, object]], at: Citation, words: str) -> str:
    lines = [f"[[{kind}]]", *(f"{name} = {_value(value)}" for name, value in values)]
    lines.append(f"document = {_value(at.document)}")
    if at.note:
        lines.append(f"note = {_value(at.note)}")
    return "\n".join([*lines, f"words = {_value(words)}", ""])


def _value(value: object) -> str:
    """A value as TOML writes it; a string of JSON is one of TOML."""
    return value.isoformat() if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)


def _open(finding: Finding, documents: Documents) -> str:
    words = " ".join(documents(finding.at.document).passage(finding.at).split())
    said = f" “{words}”" if words else ""
    return f"# {finding.code}: {finding.message} {finding.at}{said}\n"


def _unique(document: Document, at: Citation) -> str:
    """The words cited, with as many beside them as it takes that they stand once."""
    text = document.words_of(at.note)
    start, end = at.start, at.end
    while (start, end) != (0, len(text)) and len(places(document, text[start:end], at.note)) != 1:
        start, end = _word_before(text, start), _word_after(text, end)
    return text[start:end]


def _word_before(text: str, start: int) -> int:
    found = re.search(r"\S+\s*$", text[:start])
    return found.start() if found else 0


def _word_after(text: str, end: int) -> int:
    found = re.compile(r"\s*\S+").match(text, end)
    return found.end() if found else len(text)

"""Reads the lines over an office's own memorandum: 'TO:', 'FROM:', 'SUBJECT:', 'DATE:'. They stay in the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.record import dateline
from travaux.record.document import Document
from travaux.record.formats.plain_body import Line
from travaux.record.when import when

_LINE = re.compile(r"(?i)(?P<what>to|from|subject|subj|date|memorandum for)\s*:\s*(?P<words>\S.*)")
_FIRST_LINES = 14


def is_office_line(words: str) -> bool:
    return _LINE.fullmatch(words.strip()) is not None


def is_office_memo(lines: Sequence[Line]) -> bool:
    """Whether the first lines say from whom and to whom, so that the text is a memorandum without the word."""
    said = {match["what"].lower() for line in lines[:_FIRST_LINES] if (match := _LINE.fullmatch(line.words.strip()))}
    return "from" in said and ("to" in said or "memorandum for" in said)


def with_office_lines(document: Document) -> Document:
    """The document with what its first lines say, where its heading does not say it."""
    said: dict[str, str] = {}
    for block in document.body[:_FIRST_LINES]:
        match = _LINE.fullmatch(block.text.strip())
        if match:
            said.setdefault(match["what"].lower(), " ".join(match["words"].split()))
    line = dateline.read(said.get("date", ""))
    return replace(
        document,
        sender=document.sender or said.get("from"),
        addressee=document.addressee or said.get("to") or said.get("memorandum for"),
        subject=document.subject or said.get("subject") or said.get("subj"),
        date=document.date or (line.date if line else None),
        date_text=document.date_text or (line.date_text if line else None),
        when=document.when or (when(line.date_text) if line else None),
    )

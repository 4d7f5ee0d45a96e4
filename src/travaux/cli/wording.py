"""How dates, numbers and findings are worded on the terminal."""

from __future__ import annotations

import datetime

from travaux.findings import Finding


def in_words(date: datetime.date | None) -> str:
    """A date as the record prints it.

    >>> in_words(datetime.date(1958, 9, 29))
    'September 29, 1958'
    """
    return f"{date:%B} {date.day}, {date.year}" if date else "undated"


def dated(date: datetime.date | None, written: str, *, inferred: bool) -> str:
    """When a document was written, in as many words as are known; whether editors supplied it.

    >>> dated(None, "early August 1958", inferred=False)
    'early August 1958'
    """
    return (in_words(date) if date else written.rstrip(".") or "undated") + (" (inferred)" if inferred else "")


def short(words: str, limit: int = 90) -> str:
    """Words on one line, cut at a word where there are too many."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rpartition(" ")[0] + " …"


def counted(count: int, thing: str) -> str:
    """A number of things: '1 document', '2 documents'."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def reason(finding: Finding) -> str:
    """A finding as a sentence with its cure."""
    return f"{finding.message} {finding.remedy}".rstrip()

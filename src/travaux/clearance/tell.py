"""Tells an act of a package's log in words, as the log is printed."""

from __future__ import annotations

from travaux.clearance import entries
from travaux.clearance.entries import Entry


def tell(entry: Entry) -> str:
    """What was done, without who did it and when; what was said with it stands behind a colon.

    >>> import datetime
    >>> now = datetime.datetime(1963, 3, 1, 9, 0, tzinfo=datetime.UTC)
    >>> tell(entries.Reminded(by="WD", made_at=now, office="LA"))
    'reminded LA'
    """
    done, said = _done(entry), _said(entry)
    return f"{done}: {said}" if said else done


def _done(entry: Entry) -> str:
    match entry:
        case entries.Replied():
            return entry.answer.value
        case entries.Settled():
            return f"{'accepted' if entry.accepted else 'declined'} change {entry.change}"
        case entries.Revised():
            return "revised the text"
        case entries.HandedOver():
            return f"handed it to {entry.to}"
        case entries.Reminded():
            return f"reminded {entry.office}"
        case entries.Decided():
            on = f"recommendation {entry.recommendation}" if entry.recommendation else "the text"
            despite = f", though clearances were missing, because: {entry.despite}" if entry.despite else ""
            return f"{on} {entry.verdict.value}{despite}"
        case entries.Sent():
            return f"sent as {entry.as_document}" if entry.as_document else "sent"
    return type(entry).__name__.lower()


def _said(entry: Entry) -> str:
    """The reasons and additions of an act, and the change of the text that came with it."""
    words = getattr(entry, "words", "")
    stored = entry.change if isinstance(entry, entries.Replied | entries.Decided) else None
    return "; ".join(filter(None, (words, stored.words if stored else "")))

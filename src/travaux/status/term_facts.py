"""What a term of final clauses says, in words, apart from its passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from travaux.status.terms import ALL, Duration, Term

_PASSED = frozenset({"words", "at", "address"})


def kind_of(term: Term) -> str:
    """'entry into force' of an EntryIntoForce."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(term).__name__).lower()


def facts(term: Term) -> Iterator[tuple[str, str]]:
    """What it says, name by name; what the clause leaves open is left out."""
    if isinstance(term, Duration):
        yield from _lasting(term)
    for each in fields(term):
        value = getattr(term, each.name)
        if each.name in _PASSED or value is None or value is False or value in ("", ()):
            continue
        if each.name == "since" and isinstance(term, Duration) and term.period is None:
            continue
        said = _said(each.name, value)
        if said:
            yield each.name.replace("_", " "), said


def _lasting(term: Duration) -> Iterator[tuple[str, str]]:
    if not (term.period or term.until or term.renewal or term.while_other):
        yield "for", "no limit of time"


def _said(name: str, value: object) -> str:
    if name == "count" and value == ALL:
        return "all"
    if name == "share_of" and isinstance(value, tuple):
        return f"{value[0]} of {value[1]}"
    if isinstance(value, tuple):
        return "; ".join(str(getattr(each, "words", each)) for each in value)
    return "yes" if value is True else str(value)

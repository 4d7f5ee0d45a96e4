"""References as rows of the file, and the columns they are read by."""

from __future__ import annotations

import datetime
from typing import Any

from travaux.findings import Citation
from travaux.record.cited import Cited, Form
from travaux.record.document import Kind

CITED = """r.id, d.ident, r.note, r.start, r."end", r.words, r.form, r.kind, r.number, r.origin, r.destination, r.day,
    r.target, r.wanted"""
#: To look a member up by its value takes a part of the time of asking the enumeration for it.
_FORMS = {form.value: form for form in Form}
_KINDS = {kind.value: kind for kind in Kind}
FROM = "FROM desk_reference r JOIN desk_document d ON d.id = r.document"


def cited(row: tuple[Any, ...]) -> Cited:
    """The citation of a row that begins with the columns of `CITED`."""
    ident, note, start, end, words, form, kind, number, origin, destination, day, target = row[1:13]
    return Cited(
        at=Citation(ident, start, end, note),
        words=words,
        form=_FORMS[form],
        kind=_KINDS[kind] if kind else None,
        number=number,
        origin=origin,
        destination=destination,
        day=datetime.date.fromisoformat(day) if day else None,
        target=target,
    )

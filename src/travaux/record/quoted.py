"""Where words that a person quotes stand in a document: they must stand there, and once. A blank stands for any."""

from __future__ import annotations

import re

from travaux.errors import UnknownDocument
from travaux.findings import Citation
from travaux.record.document import Document

_REMEDY = "Give the words as they stand, and enough of them."


def quoted(document: Document, words: str, *, note: str = "") -> Citation:
    """The passage of the document, or of its note, that has these words. Raises UnknownDocument where they are not
    there, or more than once."""
    found_at = places(document, words, note)
    if len(found_at) == 1:
        return found_at[0]
    times = "is not" if not found_at else f"stands {len(found_at)} times"
    where = f"note {note} of " if note else ""
    raise UnknownDocument(f"“{words}” {times} in {where}{document.id}.", remedy=_REMEDY)


def found(document: Document, words: str) -> Citation:
    """Where a document, or one of its notes, has these words. Raises UnknownDocument where it has them nowhere, or more
    than once."""
    notes = [note.mark for note in (*document.notes, document.source_note) if note]
    found_at = [place for note in dict.fromkeys(("", *notes)) for place in places(document, words, note)]
    if not found_at:
        raise UnknownDocument(f"{document.id} does not have “{words}”.", remedy="Quote words that it has.")
    if len(found_at) > 1:
        raise UnknownDocument(
            f"{document.id} has “{words}” {len(found_at)} times.",
            remedy="Quote more of the passage, so that it is one.",
        )
    return found_at[0]


def places(document: Document, words: str, note: str) -> list[Citation]:
    """Every place of the words in the document or in its note, those that overlap too."""
    wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
    text, found_at = document.words_of(note), list[Citation]()
    at = wanted.search(text) if words.strip() else None
    while at:
        found_at.append(Citation(document.id, *at.span(), note))
        at = wanted.search(text, at.start() + 1)
    return found_at

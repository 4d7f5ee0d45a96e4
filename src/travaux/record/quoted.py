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
    places = _places(document, words, note)
    if len(places) == 1:
        return places[0]
    times = "is not" if not places else f"stands {len(places)} times"
    where = f"note {note} of " if note else ""
    raise UnknownDocument(f"“{words}” {times} in {where}{document.id}.", remedy=_REMEDY)


def found(document: Document, words: str) -> Citation:
    """Where a document, or one of its notes, has these words. Raises UnknownDocument where it has them nowhere, or more
    than once."""
    notes = [note.mark for note in (*document.notes, document.source_note) if note]
    places = [place for note in dict.fromkeys(("", *notes)) for place in _places(document, words, note)]
    if not places:
        raise UnknownDocument(f"{document.id} does not have “{words}”.", remedy="Quote words that it has.")
    if len(places) > 1:
        raise UnknownDocument(
            f"{document.id} has “{words}” {len(places)} times.", remedy="Quote more of the passage, so that it is one."
        )
    return places[0]


def _places(document: Document, words: str, note: str) -> list[Citation]:
    """Every place of the words, those that overlap too."""
    if not words.strip():
        return []
    wanted = r"\s+".join(map(re.escape, words.split()))
    return [Citation(document.id, *at.span(1), note) for at in re.finditer(f"(?=({wanted}))", document.words_of(note))]

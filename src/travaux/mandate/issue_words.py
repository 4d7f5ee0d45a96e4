"""Where words that a person quotes stand in a document: they must stand there, and once."""

from __future__ import annotations

import re

from travaux.errors import UnknownDocument
from travaux.findings import Citation
from travaux.record.document import Document


def citation_of(document: Document, words: str, *, note: str = "") -> Citation:
    """The passage of the document, or of its note, that has these words; a blank stands for any. Raises UnknownDocument
    where they are not there, or more than once."""
    text = _text(document, note)
    places = [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    if words.strip() and len(places) == 1:
        return Citation(document.id, *places[0], note)
    times = "is not" if not places else f"stands {len(places)} times"
    where = f"note {note} of " if note else ""
    raise UnknownDocument(
        f"“{words}” {times} in {where}{document.id}.", remedy="Give the words as they stand, and enough of them."
    )


def _text(document: Document, note: str) -> str:
    if not note:
        return document.text
    for each in (document.source_note, *document.notes):
        if each is not None and each.mark == note:
            return each.text
    raise UnknownDocument(f"{document.id} has no note {note}.", remedy="Give the mark of its note.")

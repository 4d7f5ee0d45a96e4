"""Where the words of a passage stand in its document, so that whatever is taken from it can be cited."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.amend.chunk import Wording
from travaux.amend.operations import Words
from travaux.findings import Citation


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage stands, for citing the words it quotes."""

    document: str
    start: int

    def words(self, wording: Wording, *, fragment: bool) -> Words:
        """Quoted words. A full stop or comma that the sentence around a fragment puts inside the marks is not part of
        it."""
        words = (_without_marks(wording.words) if fragment else "") or wording.words
        start = self.start + wording.start
        return Words(words, Citation(self.document, start, start + len(words)))


def _without_marks(words: str) -> str:
    """Words without the full stop or comma at their end; dots that break them off, and a comma to be put in, stay."""
    if words.endswith("..") or len(words) == 1:
        return words
    if words.startswith(","):
        return words.rstrip(".")
    return (words.rstrip(".,") if words.endswith(".") else words).removesuffix(",")

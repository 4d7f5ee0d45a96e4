"""Parts chunks into sentences: a full stop, a semicolon and the label of an item part them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from travaux.amend.chunk import Chunk
from travaux.text.address import Address

_ENDS = frozenset({"STOP", "SEMICOLON"})
_OF_CAPTION = frozenset({"UNIT", "COLON", "DASH", "COMMA"})
_HEADING = re.compile(r"(?:ARTICLE|ANNEX)\b")
_MESSAGE = re.compile(
    r"(?i)\b(?:telegram|despatch|dispatch|message|cable|letter|deptel|embtel|memorandum)\b|[Dd]eptel|[Ee]mbtel"
)
# In how many characters after a place a message must be named for the place to be one in it.
_NEAR = 30


class Sentence(NamedTuple):
    """The chunks of a sentence, which begins at `start` of the passage, and the label of the item that it opens."""

    label: str
    chunks: tuple[Chunk, ...]
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in the passage."""
        return self.start, self.chunks[-1].end

    @property
    def is_headed(self) -> bool:
        """Whether it begins with a heading in capitals: what held before holds no longer."""
        first = self.chunks[0]
        return first.kind == "UNIT" and _HEADING.match(first.words) is not None

    @property
    def is_caption(self) -> bool:
        """Whether it is a place and no more."""
        return all(chunk.kind in _OF_CAPTION for chunk in self.chunks)

    @property
    def mentioned(self) -> Address | None:
        """The last place in the text that it speaks of."""
        return mentioned(self.chunks)

    def said(self, words: str) -> str:
        """The words of the sentence without the wording that it quotes or sets out."""
        pieces, at = [], self.start
        for chunk in self.chunks:
            if chunk.kind in ("WORDS", "TEXT"):
                pieces.append(words[at : chunk.start])
                at = chunk.end
        return "“”".join((*pieces, words[at : self.chunks[-1].end + 1]))

    def after(self, last: int) -> Chunk | None:
        """The chunk that follows the first `last` ones."""
        return self.chunks[last] if last < len(self.chunks) else None


def sentences(found: Sequence[Chunk]) -> Iterator[Sentence]:
    """The sentences that chunks make, in order."""
    label, start = "", 0
    current: list[Chunk] = []
    for chunk in found:
        if chunk.kind in _ENDS or chunk.kind == "LABEL":
            if current:
                yield Sentence(label, tuple(current), start)
                label, current = "", []
            label = chunk.words if chunk.kind == "LABEL" else label
            start = chunk.end
        else:
            current.append(chunk)
    if current:
        yield Sentence(label, tuple(current), start)


def mentioned(chunks: Sequence[Chunk]) -> Address | None:
    """The last place in the text that chunks speak of; one in a telegram or despatch is none."""
    for index in range(len(chunks) - 1, -1, -1):
        chunk = chunks[index]
        if chunk.kind == "UNIT" and chunk.addresses[0].steps[0].value and not _is_elsewhere(chunks[index + 1 :][:2]):
            return chunk.addresses[0]
    return None


def _is_elsewhere(after: Sequence[Chunk]) -> bool:
    return any(chunk.kind in ("INSTRUMENT", "NOISE") and _MESSAGE.search(chunk.words[:_NEAR]) for chunk in after)


def is_in_message(words: str, end: int) -> bool:
    """Whether a place that ends at a character is one of a telegram or letter: 'as authorized first paragraph
    Department telegram 1975'."""
    return _MESSAGE.search(words, end, end + _NEAR) is not None

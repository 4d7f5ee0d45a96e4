"""Takes words by themselves, without a heading or a sender, as a document: what a person types or pastes."""

from __future__ import annotations

from travaux.record.document import Block, BlockKind, Document, Kind

# Text whose lines are no longer than the first was cut at a fixed width; a line longer than the second goes on.
_LONGEST_CUT, _SHORTEST_CUT = 100, 45
_ENDS = '.:;”"!?'


def bare(words: str, *, id: str, kind: Kind = Kind.OTHER) -> Document:
    """The document of words alone: a paragraph a line, lines cut at a fixed width joined again.

    >>> bare("Article 4.\\n\\nDelete it.", id="passage").text
    'Article 4.\\nDelete it.'
    """
    cut = max((len(line) for line in words.splitlines()), default=0) <= _LONGEST_CUT
    paragraphs: list[str] = []
    before = ""
    for line in (line.strip("\ufeff \t\f\r") for line in words.splitlines()):
        if line and cut and len(before) > _SHORTEST_CUT and before[-1] not in _ENDS:
            paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        before = line
    return Document(id=id, title="", kind=kind, body=tuple(Block(BlockKind.PARAGRAPH, each) for each in paragraphs))

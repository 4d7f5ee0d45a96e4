"""Prints what is agreed of a text: what is not is named in its place, never chosen."""

from __future__ import annotations

from travaux.text.bracket import Bracket, Bracketed


def clean(text: Bracketed) -> str:
    """The agreed words; a bracket stands as '[bracket 3: 2 alternatives]', a placeholder as '[placeholder 4: date]'.

    >>> from travaux.findings import Citation
    >>> from travaux.text.brackets_read import read
    >>> from travaux.text.draft import Run
    >>> words = "The ferry runs [daily][HLV: weekly] from [date]."
    >>> clean(read([Run(words, Citation("d1", 0, len(words)))]))
    'The ferry runs [bracket 1: 2 alternatives] from [placeholder 2: date].'
    """
    return "".join(_named(piece) if isinstance(piece, Bracket) else piece.words for piece in text.pieces)


def _named(bracket: Bracket) -> str:
    count = len(bracket.alternatives)
    if bracket.placeholder and count == 1:
        return f"[placeholder {bracket.number}: {bracket.placeholder}]"
    return f"[bracket {bracket.number}: {count} alternative{'s' if count > 1 else ''}]"

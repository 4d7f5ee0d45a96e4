"""The blanks of a standard form, and what a draft puts into them."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: "(name of State)", "(place)", "____", "[date]".
BLANK = re.compile(
    r"\((?:insert |the )?(?:names?|places?|dates?|titles?|number|year|month|day|city|capital|country|state)"
    r"(?: of [^()]{2,40})?\)|_{3,}|\.{5,}|"
    r"\[\s*(?:[.…_]*|insert [^\[\]]{2,40}|(?:names?|places?|dates?|titles?|number|year)(?: of [^\[\]]{2,40})?)\s*\]",
    re.IGNORECASE,
)
# So much at most goes into a blank.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Filled:
    """A blank of the form, and the words that stand in its place."""

    blank: str
    words: str


def fill_in(form: str, words: str) -> tuple[tuple[Filled, ...], bool]:
    """The blanks of a clause with what was put into them, and whether nothing else differs.

    Blanks and the way lines are parted aside, the words are the same letter for letter, or the second is False. Then no
    blank is told: which words fill which is not known.

    >>> fill_in("Done at (place).", "Done at Morven.")
    ((Filled(blank='(place)', words='Morven'),), True)
    >>> fill_in("Done at (place).", "Signed at Morven.")
    ((), False)
    """
    pieces = BLANK.split(form)
    blanks = [match.group() for match in BLANK.finditer(form)]
    pattern = rf"(.{{1,{_LONGEST}}}?)".join(_plainly(piece) for piece in pieces)
    match = re.fullmatch(pattern, words.strip(), re.DOTALL)
    if match is None:
        return (), False
    found = tuple(Filled(blank, filled.strip()) for blank, filled in zip(blanks, match.groups(), strict=True))
    return tuple(dict.fromkeys(each for each in found if each.blank != each.words)), True


def _plainly(piece: str) -> str:
    """A pattern for words in which any blanks and ends of lines stand for any other."""
    words = r"\s+".join(re.escape(word) for word in piece.split())
    before = r"\s*" if piece[:1].isspace() else ""
    after = r"\s*" if piece[-1:].isspace() else ""
    return f"{before}{words}{after}" if words else r"\s*"

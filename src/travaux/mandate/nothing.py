"""Words that say at their head that they are on nothing: 'no change in Article 24', 'nothing less than six miles'."""

from __future__ import annotations

import re

_NOTHING = re.compile(
    r"(?i)(?:no(?! (?:(?:more|less|fewer|longer|shorter|greater|higher|lower|further) than|later|earlier|doubt)\b)|"
    r"nothing(?= (?:less|more|further|else|beyond|short|in|of|like|that)\b)|none of|neither(?: of)?) +"
)


def nothing(words: str, first: int = 0, last: int | None = None) -> int:
    """How many characters at the head of words, or of a stretch of them, say that they are on nothing; 0 where none do.
    Amounts are something.

    >>> nothing("no change in Article 24"), nothing("no more than five years")
    (3, 0)
    """
    found = _NOTHING.match(words, first, len(words) if last is None else last)
    return found.end() - first if found else 0

"""How alike two passages are in what they say: by the words that tell what is meant, not by those that all have."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z][a-z’'-]{2,}")
_SMALL = frozenset(
    "the and for that this with from which any all our their your you will would should may not has have had are was "
    "were been its into such than also they them what when".split()
)


def likeness(one: str, other: str) -> float:
    """How much of the telling words of the shorter of two are in the other, from 0 to 1."""
    first, second = telling(one), telling(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second)) if min(len(first), len(second)) > 1 else 0.0


@lru_cache(maxsize=8192)
def telling(words: str) -> frozenset[str]:
    """The words that tell what is meant, in small letters and without the commonest endings."""
    found = (word.rstrip("’'") for word in _WORD.findall(words.lower()) if word not in _SMALL)
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in found)


#: Where in a text something stands, and not what it is.
PLACES = telling(
    "article paragraph para part section sentence clause phrase word line preamble annex first second third fourth "
    "fifth last"
)

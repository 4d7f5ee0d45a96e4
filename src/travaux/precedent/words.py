"""Words as likeness counts them, and the signs that stand for them: one character a word, so that texts can be
compared by what compares strings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

_WORD = re.compile(r"\w+")
# The first signs are left out, so that none is a control or a space; surrogates are no characters.
_FIRST, _SURROGATES, _WIDTH = 0x100, 0xD800, 0x800
#: How many words can have a sign of their own. Those of a larger vocabulary share them, the latest with the earliest.
MOST_SIGNS = 0x110000 - _WIDTH - _FIRST


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, without capitals. Punctuation is not counted.

    >>> words("The Parties shall, at Japan’s request, consult.")
    ['the', 'parties', 'shall', 'at', 'japan', 's', 'request', 'consult']
    """
    return _WORD.findall(text.casefold())


def code_point(number: int) -> int:
    """The code point of the sign of the word with a number in the vocabulary."""
    point = _FIRST + number % MOST_SIGNS
    return point if point < _SURROGATES else point + _WIDTH


def code_points(numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The code points of the signs of many words."""
    points = np.uint32(_FIRST) + numbers % np.uint32(MOST_SIGNS)
    return np.where(points < _SURROGATES, points, points + np.uint32(_WIDTH)).astype(np.uint32)


def signs(of: Iterable[str], vocabulary: Mapping[str, int]) -> str:
    """The words as signs. A word that is not in the vocabulary gets one that no other word of these has.

    >>> known = {"the": 0, "ferry": 1}
    >>> signs(["the", "ferry", "sinks"], known) == signs(["the", "ferry", "burns"], known)
    True
    >>> len(set(signs(["the", "ferry", "burns"], known)))
    3
    """
    unknown: dict[str, int] = {}
    found = []
    for word in of:
        number = vocabulary.get(word)
        if number is None:
            number = unknown.setdefault(word, MOST_SIGNS - 1 - len(unknown))
        found.append(chr(code_point(number)))
    return "".join(found)


def numbers(points: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The numbers of words by the code points of their signs: the way back from `code_point`."""
    return np.where(points < _SURROGATES, points, points - _WIDTH) - np.uint32(_FIRST)

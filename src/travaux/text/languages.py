"""The languages that agreements are written in here, and which of them a text is in, told by its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

#: The languages whose dates, numbers and references are read, with the small words by which each is told.
SMALL_WORDS = {
    "en": "the of and shall to in by be this for",
    "fr": "le la les et des du en par dans est",
    "es": "el los las y del en la por para se",
    "pt": "o os as da do dos e em na ao",
    "it": "il di gli della del e le dei alla che",
    "de": "der die und den des im von zu für mit",
    "ru": "и в на по с для или от настоящего их",
    "uk": "і та у на з для або від цього їх",
}
#: What the languages are called.
NAMES = {
    "en": "English", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "de": "German",
    "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
_SMALL = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}
# Of a hundred words so many are small ones, in any of the languages; and the best has so many more than the next.
_LEAST, _LEAD = 0.08, 1.15


def language(lines: Iterable[str]) -> str:
    """The language of a text as a code of two letters; "" where none of those known is clearly the one.

    >>> language(["The ferry shall run daily in the summer and in the autumn."])
    'en'
    >>> language(["Le bac circule chaque jour en été et dans les ports."])
    'fr'
    """
    counts: Counter[str] = Counter()
    size = 0
    for line in lines:
        words = re.findall(r"[^\W\d_]+", line.casefold())
        size += len(words)
        for code, small in _SMALL.items():
            counts[code] += sum(word in small for word in words)
    (best, most), (_, next_most) = counts.most_common(2) if len(counts) > 1 else (("", 0), ("", 0))
    return best if size and most >= _LEAST * size and most >= _LEAD * next_most else ""

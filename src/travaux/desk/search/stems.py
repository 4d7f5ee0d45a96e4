"""How the index stores words, asked of the index itself: it cuts 'negotiations' down to 'negoti'."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache

# The same as in the migration that makes the index.
TOKENIZE = "porter unicode61 remove_diacritics 2"
_WHOLE = "unicode61 remove_diacritics 2"
_ENDINGS = (
    "", "e", "ed", "es", "er", "ers", "or", "ors", "ing", "ings", "ion", "ions", "ional", "s", "ment", "ments", "y",
    "ies", "ied", "al", "ally", "able", "ably", "ance", "ence", "ant", "ent", "ive", "ively", "ize", "izes", "ized",
    "izing", "ization", "ate", "ates", "ated", "ating", "ation", "ations", "ness", "ful", "fully", "ous", "ously", "ly",
)  # fmt: skip


@lru_cache(maxsize=1024)
def beginnings(word: str) -> tuple[str, tuple[str, ...]]:
    """What finds the words that begin with `word` in an index of stems.

    First a word whose stem is to be taken as a beginning, the longest that loses none of them; then
    words that are to be looked for besides, since their stems are shorter than that.
    """
    whole, *_ = _stored([word], _WHOLE)
    longer = [word + rest for rest in dict.fromkeys((*_ENDINGS, *_rests(word)))]
    stems = _stored(longer, TOKENIZE)
    stem, first = max((stem, -at) for at, stem in enumerate(stems) if whole.startswith(stem))
    shorter: dict[str, str] = {}
    for other, each in zip(stems, longer, strict=True):
        if not other.startswith(stem):
            shorter.setdefault(other, each)
    return longer[-first], tuple(shorter.values())


def _rests(word: str) -> Iterator[str]:
    """What is left of each ending that the word may have begun already: 'occasi' lacks 'on' of 'ion'."""
    for ending in _ENDINGS:
        yield from (ending[begun:] for begun in range(1, len(ending)) if word.endswith(ending[:begun]))


def _stored(words: list[str], tokenize: str) -> list[str]:
    """What the index would store of each word: its last piece, where it has several."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(f"CREATE VIRTUAL TABLE words USING fts5(word, tokenize = '{tokenize}')")
        scratch.execute("CREATE VIRTUAL TABLE stored USING fts5vocab(words, instance)")
        scratch.executemany("INSERT INTO words (word) VALUES (?)", [(word,) for word in words])
        rows = scratch.execute("SELECT doc, term FROM stored ORDER BY doc, offset").fetchall()
    last = dict(rows)
    return [last.get(at, "") for at in range(1, len(words) + 1)]

"""Gives the commonest words the lightest signs. Likeness stays as it is, and comparing takes half the time: what
compares has a place of its own for each of the first 256 signs, and has to look for the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

_SURROGATES, _WIDTH = 0xD800, 0x800


def lighten(signs: Sequence[str]) -> list[str]:
    """The same texts in other signs: two signs are alike where those given were.

    >>> lighten(["āĂā", "Ăă"]) == ["\\x00\\x01\\x00", "\\x01\\x02"]
    True
    """
    joined = np.frombuffer("".join(signs).encode("utf-32-le"), dtype=np.uint32)
    if not len(joined):
        return list(signs)
    commonest = np.argsort(-np.bincount(joined), kind="stable")
    ranks = np.arange(len(commonest), dtype=np.uint32)
    lighter = np.empty(len(commonest), dtype=np.uint32)
    # Surrogates are no characters.
    lighter[commonest] = np.where(ranks < _SURROGATES, ranks, ranks + np.uint32(_WIDTH))
    text = lighter[joined].tobytes().decode("utf-32-le")
    return [text[start:end] for start, end in pairwise(accumulate(map(len, signs), initial=0))]

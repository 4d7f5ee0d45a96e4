"""An order on nothing is the contrary of one: 'you may accept no change' forbids to accept a change.

Amounts stay: 'no more than five years' is a figure, and is held as one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from travaux.mandate.directives_parts import Parts
from travaux.mandate.directives_said import Act
from travaux.mandate.nothing import nothing

#: A statement, and not a thing: 'see to it that no vote is taken'.
_THAT = re.compile(r"(?i)\bthat\W*$")
_TURNED = frozenset((Act.ACCEPT, Act.PROPOSE, Act.INTRODUCE, Act.SEEK))


def none_of(act: Act, words: str, at: tuple[int, int]) -> int:
    """How many characters at the head of an object, which stands at a place in words, say that it is none; 0 where the
    order is on something.

    >>> words = "accept no change in Article 24"
    >>> words[7 + none_of(Act.ACCEPT, words, (7, 30)):]
    'change in Article 24'
    >>> none_of(Act.ACCEPT, "accept no more than five years", (7, 30))
    0
    """
    if (act not in _TURNED and act is not Act.FORESTALL) or _THAT.search(words, 0, at[0]):
        return 0
    return nothing(words, *at)


def turned(act: Act, words: str, taken: Parts) -> Parts:
    """The parts of an order in a sentence, as its contrary if it is on nothing; to forestall none is to forestall."""
    none = none_of(act, words, taken.object) if taken.object else 0
    if taken.object is None or not none:
        return taken
    taken = replace(taken, object=(taken.object[0] + none, taken.object[1]))
    return replace(taken, denied=True, allowed=False) if act in _TURNED else taken

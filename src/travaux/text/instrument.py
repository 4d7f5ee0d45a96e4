"""Which drafts are versions of one instrument, told by their titles."""

from __future__ import annotations

import re

from travaux.text.draft import Draft

# Words of a title that say which version it is, or say nothing.
_PASSING = frozenset("draft redraft proposed revised new final text the a of and on for between with".split())
_ALIKE = 0.8


def same_instrument(one: Draft, other: Draft) -> bool:
    """Whether two drafts are versions of one instrument, by their titles."""
    return same_title(one.title, other.title)


def same_title(one: str, other: str) -> bool:
    """Whether two titles share four words in five, apart from 'draft', 'revised' and the like. 'Security Treaty'
    and 'Treaty of Mutual Cooperation and Security' do not."""
    first, second = _words(one), _words(other)
    return len(first & second) >= _ALIKE * len(first | second)


def _words(title: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\w+", title.casefold()))
    return (words - _PASSING) or words

"""Which drafts are versions of one instrument, told by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from travaux.record.dateline import DATE
from travaux.text.draft import Draft

# Words of a title that say which version it is, or say nothing.
_PASSING = frozenset("draft redraft proposed revised new final text the a of and on for between with".split())
_ALIKE = 0.8


class Titled(Protocol):
    """What has a title: a draft, or what stands for one."""

    @property
    def title(self) -> str: ...


Version = TypeVar("Version", bound=Titled)


def same_instrument(one: Draft, other: Draft) -> bool:
    """Whether two drafts are versions of one instrument, by their titles."""
    return same_title(one.title, other.title)


def same_title(one: str, other: str) -> bool:
    """Whether two titles share four words in five, apart from 'draft', 'revised' and the like. 'Security Treaty'
    and 'Treaty of Mutual Cooperation and Security' do not."""
    first, second = _words(one), _words(other)
    return len(first & second) >= _ALIKE * len(first | second)


def by_instrument(drafts: Iterable[Version]) -> list[list[Version]]:
    """The versions of each instrument in the order given, the instruments in the order of their first. The date in a
    title by which a version is known ("Rolling Text of 3 March 1964") parts none."""
    found: list[list[Version]] = []
    for draft in drafts:
        title = _undated(draft.title)
        kin = next((each for each in found if same_title(_undated(each[-1].title), title)), None)
        if kin is None:
            found.append([draft])
        else:
            kin.append(draft)
    return found


def _undated(title: str) -> str:
    return DATE.sub("", title)


def _words(title: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\w+", title.casefold()))
    return (words - _PASSING) or words

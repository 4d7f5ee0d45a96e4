"""Tells whether a build seeks and follows drafts, or puts that off until somebody first asks for them.

Most of those who build a library of many volumes want to search and to read it, and the drafts are a third of the work.
It is decided before anything is read, from how large the files are, so that the same files always end the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from travaux.actions.files import File
    from travaux.desk.waiting import Waiting

#: Files of so many bytes together have about 2,000 documents, in which drafts are sought in a few seconds.
AT_ONCE = 24_000_000
#: A packed file holds about so many times as much as one that is not.
_PACKED, _TIMES = ".gz", 4


def put_off(new: Iterable[File], waiting: Waiting) -> bool:
    """Whether drafts are put off in new files and in what is waiting already. What was put off once stays so until they
    are asked for; what a build left that was cut short counts as if it were new."""
    if not waiting.examined:
        return True
    sizes = [_size(each.path.name, each.size) for each in new]
    sizes += [_size(source.name, source.size) for source in waiting.sources]
    return sum(sizes) > AT_ONCE


def _size(name: str, size: int) -> int:
    return size * _TIMES if name.lower().endswith(_PACKED) else size

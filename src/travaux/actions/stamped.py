"""Reads a file and tells how it looked meanwhile, so that the next build knows it again without reading it, as make and
git do. Where it could change and look the same, it has no stamp.

What changes a file also sets the time of its last change, which no program can set back, and what takes its place has
another number on the disk. That time goes by a clock of some coarseness, and a file that was changed a moment before it
is read could be changed once more and look the same: it gets its stamp when it is next hashed.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import TypeVar

from travaux.desk.stamps import Stamp

_Result = TypeVar("_Result")

#: The coarsest clock of a file system in use, that of FAT, in nanoseconds.
COARSENESS = 2_000_000_000
#: Elsewhere the system tells when a file was made in place of when it was last changed.
_TELLS_CHANGES = os.name == "posix"


def stamped(path: Path, read: Callable[[FileIO], _Result]) -> tuple[_Result, Stamp | None]:
    """What `read` makes of the file at a path, and the stamp of what it read. Raises OSError."""
    began = time.time_ns()
    with path.open("rb", buffering=0) as stream:
        before = os.fstat(stream.fileno())
        result = read(stream)
        after = os.fstat(stream.fileno())
    found = stamp(path, before)
    rested = max(before.st_mtime_ns, before.st_ctime_ns) + COARSENESS < began
    return result, found if rested and found == stamp(path, after) else None


def stamp(path: Path, status: os.stat_result) -> Stamp | None:
    """How a file looks by what the system says of it; None where that tells too little."""
    if not _TELLS_CHANGES:
        return None
    place = hashlib.sha256(os.fsencode(os.path.abspath(path))).hexdigest()
    numbers = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev)
    return Stamp(place, " ".join(map(str, numbers)))

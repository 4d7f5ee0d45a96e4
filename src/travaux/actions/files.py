"""Looks at files that are to be taken in, and reads those that no other process can."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from travaux.actions.stamped import stamp
from travaux.desk.stamps import Stamp
from travaux.errors import FileTrouble

if TYPE_CHECKING:
    from travaux.desk import models

#: Here a name means something else in every process: what it leads to is read by this one.
_OWN = ("dev", "proc")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is to be taken in. `content` is what only this process can read, `looks` how any other looks from
    outside; `known` is the source that it is already, `trouble` why it cannot be read."""

    path: Path
    size: int = 0
    content: bytes | None = None
    looks: Stamp | None = None
    known: models.Source | None = None
    trouble: FileTrouble | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is to be read."""
        return self.known is None and self.trouble is None


def files(paths: Iterable[Path]) -> tuple[File, ...]:
    """The files at these paths, as if none of them was in."""
    return tuple(map(_file, paths))


def unreadable(path: Path, error: OSError) -> FileTrouble:
    """Why a file cannot be read."""
    return FileTrouble(f"It cannot be read: {error.strerror}.", at=str(path), remedy="Look at its rights.")


def _file(path: Path) -> File:
    try:
        if path.absolute().parts[1:2] in [(own,) for own in _OWN]:
            content = path.read_bytes()
            return File(path=path, size=len(content), content=content)
        status = path.stat()
        return File(path=path, size=status.st_size, looks=stamp(path, status))
    except OSError as error:
        return File(path=path, trouble=unreadable(path, error))

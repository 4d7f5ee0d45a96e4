"""How those who wait for a build, or for what it put off, are told how it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Progress(Protocol):
    """Is told how the work goes."""

    def reading(self, path: Path, total: int) -> None:
        """A file of `total` documents is begun."""

    def examining(self, total: int) -> None:
        """So many documents that are in are to be examined for drafts and instructions."""

    def read(self, count: int) -> None:
        """So many more documents of what was begun are done."""

    def following(self) -> None:
        """The drafts are being followed through all documents."""


class Quiet:
    """The progress that nobody looks at."""

    def reading(self, path: Path, total: int) -> None: ...

    def examining(self, total: int) -> None: ...

    def read(self, count: int) -> None: ...

    def following(self) -> None: ...

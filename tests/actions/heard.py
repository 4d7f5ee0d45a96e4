"""A progress that tests look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Heard:
    """Remembers what it was told."""

    told: list[str] = field(default_factory=list)

    def reading(self, path: Path, total: int) -> None:
        self.told.append(f"{path.name} {total}")

    def examining(self, total: int) -> None:
        self.told.append(f"examining {total}")

    def read(self, count: int) -> None:
        self.told.append(str(count))

    def following(self) -> None:
        self.told.append("following")

"""Follows the drafts through all documents of the open file, under what people decided on their passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from travaux.amend.decide import decide
from travaux.amend.follow import follow_examined
from travaux.amend.proceedings import Examined, Proceedings
from travaux.desk import decisions, file, shelf
from travaux.desk.access.viewer import house
from travaux.findings import Citation
from travaux.record.document import Document


def follow() -> Proceedings:
    """What becomes of every draft and instruction. To keep it is the caller's, in a transaction of its own.

    All of it is followed anew: a decision on one passage may change which draft a later passage amends.
    """
    with house():
        return _follow()


def _follow() -> Proceedings:
    in_force = decisions.in_force()
    chosen: dict[Citation, str] = {}

    def decided() -> Iterator[tuple[Document, Examined]]:
        for document, examined in shelf.every_examined():
            mine = in_force.get(document.id, ())
            if mine:
                result = decide(document, examined, mine)
                chosen.update(result.chosen)
                examined = result.examined
            yield document, examined

    return follow_examined(decided(), chosen=chosen)


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of every draft and instruction, and the state of the file in which that was found."""

    proceedings: Proceedings
    state: tuple[int, int]


def follow_in(path: Path) -> Followed:
    """`follow` in the file at `path`, as work for a process that has none open, while another one writes to it."""
    file.open_file(path)
    try:
        with file.reading():
            return Followed(follow(), shelf.state())
    finally:
        file.close()

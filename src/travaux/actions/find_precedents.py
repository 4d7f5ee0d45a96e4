"""Finds in a library of agreements who agreed before to the wording that is on the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from travaux.mandate.position_paper import Precedent, Wording
from travaux.precedent.follows import LOOKED_AT
from travaux.precedent.index import Index, opened
from travaux.precedent.narrow import Narrow
from travaux.precedent.precedents import precedents
from travaux.text.draft import Draft

#: How many precedents of a provision a paper has.
_TOLD = 3


def find_precedents(
    folder: Path, draft: Draft, on_table: Mapping[str, Sequence[Wording]]
) -> dict[str, tuple[Precedent, ...]]:
    """The precedents of the provisions on the table, by the ids of the issues: clauses of agreements older than the
    draft, the most alike first. Raises LibraryTrouble where the folder is no library."""
    index = library_index(folder)
    narrow = Narrow(before=draft.date, besides=draft.at.document)
    found: dict[str, tuple[Precedent, ...]] = {}
    for wording in dict.fromkeys(each for wordings in on_table.values() for each in wordings):
        found[wording.address] = tuple(_precedents(index, wording, narrow)) if wording.words.split() else ()
    return {
        issue: tuple(one for each in wordings for one in found[each.address]) for issue, wordings in on_table.items()
    }


def library_index(folder: Path) -> Index:
    """The index of a library, opened once as long as nothing is added to it."""
    return _index(folder, tuple(sorted(path.name for path in (folder / "batches").glob("??????"))))


@lru_cache(maxsize=1)
def _index(folder: Path, _batches: tuple[str, ...]) -> Index:
    return opened(folder)


def _precedents(index: Index, wording: Wording, narrow: Narrow) -> list[Precedent]:
    told = precedents(index, wording.words, narrow=narrow, least=LOOKED_AT, most=_TOLD)
    return [
        Precedent(
            of=wording.address,
            agreement=each.agreement.id,
            title=each.agreement.title,
            when=each.agreement.when,
            address=each.clause.address,
            words=each.clause.words,
            likeness=each.likeness,
            taken=each.taken,
        )
        for each in told.found
    ]

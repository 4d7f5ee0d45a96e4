"""The position paper as the page and programs ask for it: with precedents, where a library can be read."""

from __future__ import annotations

import datetime

from travaux.actions.library import file_path, precedents_in
from travaux.desk.position_papers import paper
from travaux.errors import LibraryTrouble
from travaux.mandate.position_paper import PositionPaper
from travaux.text.draft import Draft


def paper_of(party: str, day: datetime.date, issue: str) -> tuple[PositionPaper, Draft | None, LibraryTrouble | None]:
    """The paper of a party on an issue, or on all; the draft that it quotes; and why it has no precedents, where a
    library is named and cannot be read. Raises UnknownEntry."""
    try:
        return *paper(party=party, day=day, issue=issue, precedents=precedents_in(beside=file_path())), None
    except LibraryTrouble as error:
        return *paper(party=party, day=day, issue=issue), error

"""Has the terms that a draft's final clauses were read as confirmed or struck, one by one, or decisions on them taken
back. All that is decided at once is one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import file, instruments, journal, term_decisions
from travaux.desk.journal.due import who
from travaux.errors import UnknownEntry
from travaux.status.confirmed import TermVerdict


def settle_terms(draft: str, idents: Sequence[str], verdict: TermVerdict | None) -> int:
    """Decide on the terms of a draft that have these ids; with None take back what was decided on them. Gives how many
    decisions this made: one that is so already is not made again.

    Raises UnknownDocument when there is no such draft, UnknownEntry when it has no such term, FileTrouble when the file
    takes no writing. Nothing is then changed.
    """
    permit("decide")
    with file.writing():
        known = {each.id: each for each in instruments.terms(draft)}
        for ident in idents:
            if ident not in known:
                raise UnknownEntry(f"{draft} has no term {ident}.", remedy="List its terms: travaux terms FILE DRAFT.")
        rows = [
            term_decisions.keep(draft, known[ident].term, verdict, by=who(), made_at=timezone.now())
            for ident in dict.fromkeys(idents)
            if (known[ident].decision.verdict if known[ident].decision else None) is not verdict  # type: ignore[union-attr]
        ]
        if not rows:
            raise UnknownEntry("It is decided so already.", remedy="Nothing is left to do.")
        journal.enter(verdict.value if verdict else "took back", journal.On("draft", draft), journal.row(*rows))
    return len(rows)

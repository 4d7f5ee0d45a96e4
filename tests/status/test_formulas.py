"""The formulas of final clauses, family by family: a formula on a line, below it each term that it sets.

A term is told as its kind, a colon and what counts of it: the act, the delay, the period. ` | ` parts two acts of which
either is right; `none` says that the words set no term on entry into force, duration or termination.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.text.golden import CASES, document

from travaux.record.document import Kind
from travaux.status.final_clauses import final_clauses
from travaux.status.terms import Duration, EntryIntoForce, LaterEntry, Term, Termination
from travaux.text.outline import outline


def _formulas() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted((CASES / "status" / "formulas").glob("*.txt")):
        words, said = "", list[str]()
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("= "):
                said.append(line.removeprefix("= "))
                continue
            if words:
                yield words, tuple(said)
            words, said = line, []


@pytest.mark.parametrize(("words", "said"), list(_formulas()))
def test_a_formula_sets_these_terms(words: str, said: tuple[str, ...]) -> None:
    text = f"FERRIES\nArticle 1\nThe ferry runs.\nArticle 2\n{words}"
    (draft,) = outline(document("instrument", text, kind=Kind.AGREEMENT))
    found = sorted(line for term in final_clauses(draft).terms if (line := _told(term)))

    wanted = sorted(said) if said != ("none",) else []
    assert len(found) == len(wanted), found
    assert all(one in _either(other) for one, other in zip(found, wanted, strict=True)), (found, wanted)


def _either(line: str) -> list[str]:
    """The lines of which any may be told."""
    kind, _, acts = line.partition(": ")
    return [f"{kind}: {act}" for act in acts.split(" | ")] if acts else [kind]


def _told(term: Term) -> str:
    """A term on a line; nothing of other kinds."""
    if isinstance(term, EntryIntoForce):
        floor = f"not before {term.not_before}" if term.not_before else ""
        return _line("entry", term.trigger, term.date, term.delay, floor)
    if isinstance(term, LaterEntry):
        return _line("later", term.delay)
    if isinstance(term, Duration):
        return _line(
            "duration",
            term.period,
            f"until {term.until}" if term.until else "",
            f"renewal {term.renewal}" if term.renewal else "",
            f"notice {term.notice}" if term.notice else "",
        )
    if isinstance(term, Termination) and not term.at_end_of_period:
        return _line("termination", term.delay, f"not before {term.not_before}" if term.not_before else "")
    return ""


def _line(kind: str, *values: object) -> str:
    told = ", ".join(str(value) for value in values if value is not None and str(value))
    return f"{kind}: {told}" if told else kind

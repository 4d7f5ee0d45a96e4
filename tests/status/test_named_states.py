"""Conditions of entry into force that name States."""

from __future__ import annotations

import pytest
from tests.status.registers import day, event
from tests.text.golden import document

from travaux.record.document import Kind
from travaux.status.event import EventKind
from travaux.status.final_clauses import final_clauses
from travaux.status.instrument import Instrument, InstrumentKind
from travaux.status.named_states import is_named, named_states
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.state import Status
from travaux.text.outline import outline

CLAUSE = (
    "This Convention shall enter into force on the date of deposit of the third instrument of ratification, including "
    "those of the Kingdom of Norway and the United Kingdom of Great Britain and Northern Ireland."
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("provided that Macedonia has deposited its instrument", ("Macedonia",)),
        (
            "including those of the Governments of France, the Federal Republic of Germany and Italy",
            ("France", "Federal Republic of Germany", "Italy"),
        ),
        ("provided that Trinidad and Tobago and Antigua and Barbuda have done so",
         ("Trinidad and Tobago", "Antigua and Barbuda")),
        ("including at least four member States of the Council of Europe", ()),
        ("provided that the Convention is then in force", ()),
        ("of which at least five shall have been deposited by States with a merchant fleet", ()),
    ],
)  # fmt: skip
def test_a_condition_names_these_states(words: str, names: tuple[str, ...]) -> None:
    assert named_states(words) == names


def test_one_state_is_not_taken_for_another() -> None:
    assert is_named("Kingdom of Norway", "Norway")
    assert not is_named("Republic of Korea", "Democratic People's Republic of Korea")
    assert not is_named("Guinea-Bissau", "Guinea")


def test_it_waits_until_the_states_that_the_clause_names_are_among_them() -> None:
    text = f"BUOYS\nArticle 1\nBuoys shall be lit.\nArticle 2\n{CLAUSE}"
    (draft,) = outline(document("buoys", text, kind=Kind.AGREEMENT))
    convention = Instrument(
        id="buoys", title="Convention", kind=InstrumentKind.TREATY, at=draft.at, clauses=final_clauses(draft)
    )
    acts = [
        event("buoys", EventKind.DEPOSIT, f"1960-01-0{number}", party)
        for number, party in enumerate(("Norway", "Chile", "Peru"), 1)
    ]
    before = Register((convention,), (), tuple(acts))
    after = before.with_events(event("buoys", EventKind.DEPOSIT, "1960-02-01", "United Kingdom"))

    waiting = on(before, day("1960-03-01")).of("buoys", "Norway")
    assert waiting.status is Status.CONSENTED
    assert "this condition is not met: including those of the Kingdom of Norway" in waiting.undetermined[0].message
    assert on(after, day("1960-03-01")).of("buoys", "Norway").since == day("1960-02-01")

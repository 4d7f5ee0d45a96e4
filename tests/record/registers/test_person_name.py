"""Names are taken apart as lists print them, surname first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.record.registers.person_name import PersonName, person_name

CASES = {
    "Astley, Colm R.": PersonName("Astley", ("Colm", "R.")),
    "Astley, Rear Admiral Colm": PersonName("Astley", ("Colm",), ("Rear", "Admiral")),
    "Astley, Colm, Jr.": PersonName("Astley", ("Colm",), suffix="Jr."),
    "Astley, Colm, II": PersonName("Astley", ("Colm",), suffix="II"),
    "Astley, Colm II": PersonName("Astley", ("Colm",), suffix="II"),
    "Astley, Colm “Mac,”": PersonName("Astley", ("Colm",), nicknames=("Mac",)),
    "Astley Colonel Colm": PersonName("Astley", ("Colm",), ("Colonel",)),
    "Rohan Vasa, Prince": PersonName("Rohan Vasa", (), ("Prince",)),
    "Marten III": PersonName("Marten", suffix="III"),
    "Tan Wei-lin": PersonName("Tan", ("Wei-lin",), family_first=True),
    "Sarko (also Soarko), Dr. Ahm": PersonName("Sarko", ("Ahm",), ("Dr.",), others=("Soarko",)),
}


@pytest.mark.parametrize("printed", CASES)
def test_a_name_is_taken_apart(printed: str) -> None:
    assert person_name(printed) == CASES[printed]


def test_a_name_may_be_written_with_fewer_given_names_and_initials() -> None:
    assert {"J. Colm R. Astley", "Colm Astley", "Colm R. Astley"} <= {
        *person_name("Astley, J. Colm R.").in_full,
        "Colm R. Astley",
    }
    assert person_name("Astley, Colm, II").in_full == (
        "Colm Astley",
        "Colm Astley II",
        "Colm Astley, II",
        "Astley II",
    )


def test_another_spelling_in_brackets_is_a_surname_too() -> None:
    assert person_name("Sarko (also Soarko), Dr. Ahm").surnames == ("Sarko", "Soarko")


@given(st.text(max_size=40))
def test_any_words_make_a_name_that_is_not_empty(words: str) -> None:
    assert person_name(words).surname

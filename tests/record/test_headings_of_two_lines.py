"""The second line of an article's heading, which the width of a page parted from the first."""

from __future__ import annotations

import pytest

from travaux.record.formats.unwrap import unwrapped

#: A text that is set in lines of a page, so that lines are joined at all.
PAGE = ["The ferry runs daily between the two ports of Sorne and the", "quay of the bay, and on feast days twice."] * 8


def below(*heading: str) -> list[str]:
    """The lines that are left of a heading between its article and the text."""
    lines = unwrapped([*PAGE, "Article 5", *heading, "1. The Organization shall enjoy immunity from legal", "process."])
    return lines[lines.index("Article 5") + 1 : -1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Immunity from legal process and", "from execution"),
        ("Privileges and immunities of", "the States representatives"),
        ("Co-operation with the States", "Parties to this Protocol"),
    ],
)
def test_a_heading_goes_on_in_its_second_line(first: str, second: str) -> None:
    assert below(first, second) == [f"{first} {second}"]


def test_a_line_that_goes_on_below_is_no_part_of_the_heading() -> None:
    text = "Without prejudice to the rights of the Parties under the"
    assert below("Other exceptions", text, "Agreement, the annex applies.")[0] == "Other exceptions"


def test_a_sentence_is_no_part_of_the_heading() -> None:
    assert below("Fares", "Fares are free.") == ["Fares", "Fares are free."]
    assert below("Fares", "The fares shall be low") == ["Fares", "The fares shall be low"]

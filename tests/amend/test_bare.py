from __future__ import annotations

import pytest

from travaux.amend.bare import bare

CUT = """In Article 4, the words “at any time of the day or of the
night” shall be deleted.
Delete Article 5."""


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        ("Delete Article V.", ["Delete Article V."]),
        ("Article 4.\n\nDelete it.\n", ["Article 4.", "Delete it."]),
        (
            CUT,
            ["In Article 4, the words “at any time of the day or of the night” shall be deleted.", "Delete Article 5."],
        ),
        ("  \n\n", []),
        ("\ufeffDelete it.\r\n", ["Delete it."]),
    ],
)
def test_a_line_is_a_paragraph_unless_it_was_cut(words: str, paragraphs: list[str]) -> None:
    assert [block.text for block in bare(words, id="d1").body] == paragraphs


def test_lines_that_are_not_cut_at_a_width_are_left_as_they_are() -> None:
    words = f"{'The ferry runs daily and ' * 6}at night\nso it does"
    assert len(bare(words, id="d1").body) == 2

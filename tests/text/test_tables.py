"""Tables in texts: rows are told by their cells, stand in the tree as a table, and can be named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.golden import CASES, document, read

from travaux.errors import UnknownProvision
from travaux.record.document import BlockKind, Kind
from travaux.record.formats.columns import columns
from travaux.record.read import read as read_document
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.locate import locate
from travaux.text.outline import outline
from travaux.text.parse import parse
from travaux.text.recognise import recognised
from travaux.text.spot import provision_at
from travaux.text.tables import rows, table

FARES = read(CASES / "text/agreements/a_table_in_an_article/document.txt")
PLAIN = """Agreement on the ferry

Article 1
The Government of Morven and the Government of Corvany have agreed that the fares are these:
    Class        Crowns     Luggage
    First            10     20 kg
    Second            5     10 kg

Article 2
1.      The ferry runs daily.
2.      It carries the mail.
3.      It waits for nobody.
"""


def _draft(words: str = FARES) -> Draft:
    lines = [line.replace("\\t", "\t") for line in words.split("\n")]
    (draft,) = outline(document("ferry", "\n".join(lines), kind=Kind.AGREEMENT))
    return draft


def test_the_cells_of_a_table_are_given_row_by_row() -> None:
    first = next(each for each in _draft().walk() if each.kind is ProvisionKind.TABLE)
    assert table(first) == (("Class", "Fare", "Luggage"), ("First", "10", "20 kg"), ("Second", "5", ""))


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("table in Article 1", "Class | Fare"),
        ("second row of the table in paragraph 1 of Article 1", "First | 10"),
        ("Annex, table 2", "Quay\tDepth"),
        ("Annex, table 2, last row", "South"),
    ],
)
def test_a_table_and_its_rows_are_found_by_their_names(written: str, begins: str) -> None:
    draft = _draft()
    assert provision_at(draft, locate(draft, parse(written)).path).text.startswith(begins)


def test_a_table_is_not_taken_for_one_with_another_number() -> None:
    with pytest.raises(UnknownProvision):
        locate(_draft(), parse("Annex, table 1"))


def test_a_line_with_a_stroke_by_itself_is_no_table() -> None:
    assert not rows(["The ferry | runs daily.", "Fares are free."])


def test_contents_in_columns_are_no_table() -> None:
    assert not rows(["Article 1. Ferry\t2", "Article 2. Fares\t3"])


def test_columns_of_a_plain_text_are_kept_as_cells() -> None:
    (agreement,) = read_document(PLAIN.encode(), name="ferry.txt")
    found = [block.text for block in agreement.body if block.kind is BlockKind.ROW]
    assert found == ["Class\tCrowns\tLuggage", "First\t10\t20 kg", "Second\t5\t10 kg"]
    assert agreement.text.split() == PLAIN.split()


def test_numbers_before_paragraphs_are_no_column() -> None:
    assert not columns(["1.      The ferry runs.", "2.      It waits.", "3.      It leaves."])


def test_gaps_that_stand_anywhere_are_no_columns() -> None:
    assert not columns(["to ensure   that the matters", "concerning the   other party are", "given a     place in it"])


@given(st.lists(st.text("ab 1\t|", max_size=30), max_size=8))
def test_keeping_columns_loses_no_word(printed: list[str]) -> None:
    assert all(row.split() == printed[index].split() for index, row in columns(printed).items())


ROWS = [("Teal", "Morven"), ("Swift", "Corvany"), ("Snipe", "Morven"), ("Rook", "Corvany"), ("Shoveler", "Estmark")]


def test_numbers_that_count_the_rows_of_a_table_are_no_pages_and_the_table_is_said_not_to_be_told() -> None:
    cells = "\n".join(f"{number}\n{bird}\n{home}" for number, (bird, home) in enumerate(ROWS, 1))
    draft = _draft(f"Agreement on birds\nArticle 1\nBirds of the list are free.\nAnnex\nNo.\nBird\nHome\n{cells}")
    told = recognised(draft)

    assert ProvisionKind.FOLIO not in {each.kind for each in draft.walk()}
    assert [(finding.code, draft.text[: finding.at.start].split()[-1]) for finding in told.findings] == [
        ("cells-apart", "Home")
    ]


def test_numbers_with_a_page_between_them_stay_numbers_of_pages() -> None:
    page = "The ferry runs daily between Morven and Corvany, on feast days twice, and waits for nobody. " * 4
    pages = "\n".join(f"{number}\n{page.strip()}" for number in range(1, 7))
    draft = _draft(f"Agreement on the ferry\nArticle 1\nIt is free.\nArticle 2\n{pages}")

    assert sum(each.kind is ProvisionKind.FOLIO for each in draft.walk()) == 6
    assert "cells-apart" not in {finding.code for finding in recognised(draft).findings}

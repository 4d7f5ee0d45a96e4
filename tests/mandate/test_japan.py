"""The negotiation with Japan as a careful reader enters it, held against its documents, and what is read of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from travaux import record
from travaux.mandate.issue import Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.matrix import matrix, moves
from travaux.mandate.position_file import position_file
from travaux.mandate.position_proposals import Proposals, position_proposals
from travaux.record.document import Document

pytestmark = pytest.mark.corpus

VOLUME = "frus1958-60v18"


@pytest.fixture(scope="module")
def documents(corpus: Path) -> dict[str, Document]:
    found = record.read((corpus / "frus" / f"{VOLUME}.xml").read_bytes(), name=f"{VOLUME}.xml")
    return {each.id: each for each in found if int(each.number or 999) <= 146}


@pytest.fixture(scope="module")
def register(documents: dict[str, Document]) -> IssueRegister:
    content = Path(__file__).with_name("japan.toml").read_bytes()
    return position_file(content, name="japan.toml", documents=documents.__getitem__)


@pytest.fixture(scope="module")
def proposals(documents: dict[str, Document], register: IssueRegister) -> Proposals:
    return position_proposals(documents.values(), IssueRegister(register.issues, voices=register.voices))


@pytest.mark.parametrize(
    ("day", "issue", "who", "held"),
    [
        ("1958-10-01", "agreement", "United States", ["preferred d28"]),
        ("1958-10-01", "treaty-area", "Japan", []),
        ("1959-02-01", "treaty-area", "United States", ["preferred d43", "acceptable d37", "minimum d43"]),
        ("1959-02-01", "treaty-area", "Japan", ["preferred d35"]),
        ("1959-02-01", "treaty-area", "United States, Joint Chiefs of Staff", ["excluded d36"]),
        ("1959-06-20", "constitution", "United States", ["acceptable d79", "excluded d69"]),
        ("1959-06-20", "pacific", "United States", ["preferred d79"]),
    ],
)
def test_what_was_held_on_a_day(register: IssueRegister, day: str, issue: str, who: str, held: list[str]) -> None:
    found = matrix(register, datetime.date.fromisoformat(day))
    (row,) = [row for row in found.rows if row.issue.id == issue]
    (cell,) = [cell for actor, cell in zip(found.actors, row.cells, strict=True) if str(actor) == who]
    assert [f"{one.level} {one.at.document.rpartition('/')[2]}" for one in cell] == held


def test_who_moved_last_on_the_treaty_area(register: IssueRegister) -> None:
    assert str(moves(register, "treaty-area")[-1].actor) == "United States"


def test_what_was_agreed_by_the_end(register: IssueRegister) -> None:
    rows = {row.issue.id: row.state.standing for row in matrix(register, datetime.date(1960, 1, 19)).rows}
    assert rows["islands"] is Standing.AGREED
    assert rows["pacific"] is Standing.AD_REFERENDUM
    assert rows["agreement"] is Standing.OPEN


def test_half_of_what_a_reader_enters_is_proposed(register: IssueRegister, proposals: Proposals) -> None:
    sentences = [told.at for told in proposals.positions]
    found = [
        position
        for position in register.positions
        if any(at.document == position.at.document and at.start < position.at.end and position.at.start < at.end
               for at in sentences)
    ]  # fmt: skip
    assert len(found) >= 12

"""A register of issues and positions as a person writes it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from travaux.errors import UnknownDocument, UnreadableRegister
from travaux.mandate.issue import Standing
from travaux.mandate.position import Actor, Level, Prospect
from travaux.mandate.position_file import position_file
from travaux.mandate.position_proposals import position_proposals, proposal_file
from travaux.record.document import Document
from travaux.record.read import read

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


def documents() -> dict[str, Document]:
    paths = sorted(path for path in EXAMPLE.glob("*.txt") if path.name[0].isdigit())
    return {each.id: each for path in paths for each in read(path.read_bytes(), name=path.name)}


def document(ident: str) -> Document:
    try:
        return documents()[ident]
    except KeyError:
        raise UnknownDocument(f"There is no document {ident}.") from None


ISSUE = '[[issue]]\nid = "pilots"\nname = "Pilotage"\n'
POSITION = """[[position]]
id = "p1"
issue = "pilots"
actor = "Halvern, Ministry of Marine"
level = "preferred"
document = "09-telegram-instructions"
words = "Begin at eight hundred tons."
"""


def test_the_register_of_the_example_is_taken_whole() -> None:
    known = documents()
    content = (EXAMPLE / "issues.toml").read_bytes()
    register = position_file(content, name="issues.toml", documents=known.__getitem__)
    assert len(register.issues) == content.count(b"[[issue]]") == 14
    assert len(register.positions) == content.count(b"[[position]]")
    assert register.ours == "Halvern"
    assert Standing.DEFERRED in {each.standing for each in register.settlements}
    assert {each.prospect for one in register.positions for each in one.assessments} == {
        Prospect.DOUBTFUL, Prospect.UNATTAINABLE
    }  # fmt: skip


def test_a_position_cites_the_words_that_it_quotes_and_has_the_day_of_its_document() -> None:
    register = position_file((ISSUE + POSITION).encode(), name="r.toml", documents=document)
    (one,) = register.positions
    assert document("09-telegram-instructions").passage(one.at) == "Begin at eight hundred tons."
    assert (one.date, one.actor, one.level) == (
        datetime.date(1962, 9, 28), Actor("Halvern", "Ministry of Marine"), Level.PREFERRED
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (ISSUE + POSITION.replace("eight", "nine"), "position 1 (p1): “Begin at nine hundred tons.” is not in"),
        (ISSUE + POSITION.replace("Begin at eight hundred tons.", "the"), "stands"),
        (ISSUE + POSITION.replace("09-telegram-instructions", "d9"), "There is no document d9"),
        (ISSUE + POSITION.replace('"preferred"', '"best"'), "position 1"),
        (POSITION, "there is no issue pilots"),
        (ISSUE + POSITION + POSITION, "two of the position p1"),
        (ISSUE + ISSUE, "two of the issue pilots"),
        ("[[issue]\n", "It is not TOML"),
        (ISSUE + POSITION.replace("Halvern, Ministry of Marine", ""), "“” names nobody"),
    ],
)
def test_a_register_that_says_what_is_not_there_names_the_entry(content: str, message: str) -> None:
    with pytest.raises(UnreadableRegister) as caught:
        position_file(content.encode(), name="r.toml", documents=document)
    assert message in str(caught.value)


def test_what_is_proposed_can_be_taken_as_it_is() -> None:
    known = documents()
    register = position_file(ISSUE.encode(), name="r.toml", documents=known.__getitem__)
    proposals = position_proposals(known.values(), register)
    written = proposal_file(proposals, register)
    taken = position_file(written.encode(), name="told.toml", documents=known.__getitem__, known=register)
    assert len(taken.issues) > len(register.issues)
    assert len(taken.positions) == sum(bool(proposals.on(told)) for told in proposals.positions) > 0

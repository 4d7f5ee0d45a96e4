"""`travaux bracket`: the moves of a conference, one after another, on a text file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

TEXT = """AGREEMENT ON THE FERRY

Article 1
The ferry runs daily.

Article 2
Fares are free for children.
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_wording_goes_from_a_proposal_to_agreement(ferry: Path, travaux: Travaux) -> None:
    first, second, third = (ferry.with_name(f"reading-{number}.txt") for number in (1, 2, 3))
    assert (
        travaux("bracket", ferry, "--put", "weekly", "--instead-of", "daily", "--by", "Halvern", "-o", first).status
        == 0
    )
    assert "[daily][Halvern: weekly]" in first.read_text("utf-8")
    assert travaux("bracket", first, "--join", "1.2", "--by", "Corvany", "--party", "Halvern", "-o", second).status == 0
    assert "Corvany" in second.read_text("utf-8")
    assert travaux("bracket", second, "--agree", "1.2", "--party", "Halvern", "-o", third).status == 0
    assert "The ferry runs weekly." in third.read_text("utf-8")
    assert "[" not in third.read_text("utf-8")


@pytest.mark.parametrize(
    ("move", "printed"),
    [
        (("--add", "and ships", "--after", "The ferry"), "The ferry [Halvern: and ships] runs daily."),
        (("--delete", "for children"), "Fares are free [for children][Halvern: delete]."),
        (("--delete", "free", "--within", "Article 2"), "Fares are [free][Halvern: delete] for children."),
    ],
)
def test_what_is_proposed_stands_in_brackets_with_its_proposer(
    ferry: Path, travaux: Travaux, move: tuple[str, ...], printed: str
) -> None:
    said = travaux("bracket", ferry, *move, "--by", "Halvern")
    assert said.status == 0
    assert printed in said.out


def test_a_move_that_does_not_fit_is_refused_and_leaves_the_text(ferry: Path, travaux: Travaux) -> None:
    said = travaux("bracket", ferry, "--delete", "weekly", "--by", "Halvern", "-o", ferry)
    assert said.status == 1
    assert ferry.read_text("utf-8") == TEXT


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "0 moves were given"),
        (("--agree", "1.1", "--delete", "daily", "--by", "Halvern"), "2 moves were given"),
        (("--delete", "daily"), "whose proposal it is"),
        (("--add", "and ships", "--by", "Halvern"), "behind which words"),
        (("--join", "first", "--by", "Halvern"), "first is no alternative"),
    ],
)
def test_what_is_not_said_is_asked_for(ferry: Path, travaux: Travaux, options: tuple[str, ...], says: str) -> None:
    assert says in travaux("bracket", ferry, *options).trouble

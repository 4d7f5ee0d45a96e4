"""The invented negotiation that the project carries is read without a doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.record import read

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/[0-9]*.txt"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_an_example_is_read_with_nothing_to_settle(example: Path) -> None:
    (document,) = read(example.read_bytes(), name=example.name)
    assert document.findings == ()
    assert document.number == str(int(example.stem.split("-")[0]))
    assert document.title
    assert document.body


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_every_note_of_an_example_has_its_mark_in_the_text(example: Path) -> None:
    (document,) = read(example.read_bytes(), name=example.name)
    assert all(note.offset is not None for note in document.notes)

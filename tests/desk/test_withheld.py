from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.keeping import kept, letter

from travaux.desk import models, shelf
from travaux.desk.withheld import Total, in_all, withheld
from travaux.findings import Citation
from travaux.record.document import Document, Withheld
from travaux.record.withholding import Tally


def _holding(number: int, words: str, *amounts: float | None, volume: str = "accord") -> Document:
    passages = tuple(
        Withheld(Citation(f"{volume}/d{number}", 0, 1), "[lines not declassified]", amount, "lines")
        for amount in amounts
    )
    return replace(letter(number, words, volume=volume), withheld=passages)


@pytest.fixture(autouse=True)
def letters(desk: Path) -> None:
    kept([
        _holding(1, "Sir, he came.", 2, 1.5),
        _holding(2, "Sir, he went.", None),
        letter(3, "Sir, he stayed."),
        _holding(1, "[lines not declassified]", 4, volume="annex"),
    ])  # fmt: skip


def test_what_was_withheld_is_added_up_by_volume() -> None:
    assert withheld() == (
        Total("accord", 2, 0, (Tally("lines", 3.5, 2, unstated=1),)),
        Total("annex", 1, 1, (Tally("lines", 4, 1),)),
    )


def test_the_volumes_are_added_up_in_all() -> None:
    total = in_all(withheld())
    assert total == shelf.overview().withheld
    assert (total.documents, total.in_full, total.passages) == (3, 1, 4)
    assert total.tallies == (Tally("lines", 7.5, 3, unstated=1),)


def test_a_document_withheld_in_full_is_marked_in_its_row() -> None:
    full = models.Document.objects.filter(withheld_in_full=True)
    assert [row.ident for row in full] == ["annex/d1"]

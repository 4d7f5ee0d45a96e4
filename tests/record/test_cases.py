"""What a reader is given and what it makes of it, in folders. TRAVAUX_REWRITE_CASES=1 rewrites them, and fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.record.golden import cases, given, written_out

from travaux.errors import UnreadableInput
from travaux.record import read

REWRITE = bool(os.environ.get("TRAVAUX_REWRITE_CASES"))


def _check(said: str, wanted: Path) -> None:
    if REWRITE:
        wanted.write_text(said, encoding="utf-8")
        pytest.fail("the case was rewritten; read it, then run the tests without TRAVAUX_REWRITE_CASES")
    assert said == wanted.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.name)
def test_a_document_is_read_as_the_case_says(case: Path) -> None:
    file = given(case)
    documents = read(file.read_bytes(), name=f"{case.name}{file.suffix}")
    _check("\n".join(written_out(document) for document in documents), case / "document.txt")


@pytest.mark.parametrize("case", cases("bad"), ids=lambda case: case.name)
def test_bad_input_is_refused_as_the_case_says(case: Path) -> None:
    file = given(case)
    with pytest.raises(UnreadableInput) as refusal:
        read(file.read_bytes(), name=f"{case.name}{file.suffix}")
    assert refusal.value.at == f"{case.name}{file.suffix}"
    assert refusal.value.remedy
    _check(f"{type(refusal.value).__name__}\n{refusal.value}\n", case / "refusal.txt")

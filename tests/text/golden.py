"""Golden cases: folders of plain files that a lawyer can read. TRAVAUX_REWRITE_CASES=1 rewrites what is expected
in them; every case fails while the switch is on, so that nobody leaves it on."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from travaux.record.document import Block, BlockKind, Document, Kind

SWITCH = "TRAVAUX_REWRITE_CASES"
CASES = Path(__file__).resolve().parent.parent / "cases"


def cases(*folder: str) -> list[Any]:
    """The cases below a folder of tests/cases, each under its sentence-like name."""
    found = sorted(path for path in CASES.joinpath(*folder).iterdir() if path.is_dir())
    return [pytest.param(path, id=path.name) for path in found]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8").rstrip("\n")


def hold(case: Path, **given: str) -> None:
    """Fails unless the files of a case (`after` is after.txt) say what is given; with the switch on, they are
    rewritten and the case fails all the same."""
    if os.environ.get(SWITCH):
        for name, words in given.items():
            (case / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
        pytest.fail(f"{case.name} was rewritten: read it, then run without {SWITCH}.")
    for name, words in given.items():
        lines = read(case / f"{name}.txt").split("\n"), words.split("\n")
        if lines[0] != lines[1]:
            pytest.fail("\n".join(unified_diff(*lines, f"{case.name}/{name}.txt", "now given", lineterm="")))


def document(id: str, words: str, *, kind: Kind = Kind.LETTER, **fields: Any) -> Document:
    """A document whose paragraphs are the lines of `words`; empty lines part them for the eye only."""
    lines = [line.strip() for line in words.split("\n")]
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines if line)
    return Document(id=id, title=id.replace("-", " ").capitalize(), kind=kind, body=body, **fields)

"""The adapter to the evaluation set: invented items and a chain in the set's contract."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

_FILE = Path(__file__).parents[2] / "bench" / "amending.py"


@pytest.fixture(scope="module")
def amending() -> ModuleType:
    spec = importlib.util.spec_from_file_location("amending", _FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ITEM = {
    "id": "z1",
    "heading": "7. Article III.",
    "context": "(a) In para 1 replace “quay” with “pier”. (b) Add at end: “No boat shall lie there by night.”",
}
CHAIN = {
    "id": "z2",
    "base_text": "DRAFT CONVENTION ON THE FERRY\nArticle 1\nThe ferry runs daily.\nArticle 2\nIt carries mails.",
    "instruction_sources": ["first", "first", "second"],
    "instructions": [
        "In Article 1 replace “daily” by “weekly”.",
        "Delete Article 2.",
        "In Article 1 insert “duly” after “ferry”.",
    ],
    "expected_text": "",
}


def test_an_item_is_answered_in_the_contract(amending: ModuleType) -> None:
    assert amending.item(ITEM) == {
        "operations": [
            {
                "target": {"article": "III", "paragraph": "1"},
                "action": "substitute-words",
                "old": "quay",
                "new": "pier",
                "status": "instructed",
            },
            {
                "target": {"article": "III"},
                "action": "append",
                "new": "No boat shall lie there by night.",
                "position": {"where": "end"},
                "status": "instructed",
            },
        ]
    }


def test_an_item_that_orders_nothing_has_no_operations(amending: ModuleType) -> None:
    assert amending.item({"id": "z3", "context": "The pilots spoke well of Article III."}) == {"operations": []}


def test_a_chain_is_answered_with_the_whole_text(amending: ModuleType) -> None:
    assert amending.chain(CHAIN) == {"text": "DRAFT CONVENTION ON THE FERRY\nArticle 1\nThe ferry duly runs weekly."}


def test_a_file_may_hold_both_and_each_row_is_answered(
    amending: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (ITEM, CHAIN)), encoding="utf-8")

    amending.main([str(path)])

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], sorted(row)) for row in rows] == [("z1", ["id", "operations"]), ("z2", ["id", "text"])]

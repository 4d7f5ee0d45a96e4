"""A list of words in a grammar file may go on in the next line."""

from __future__ import annotations

from pathlib import Path

import pytest
from lark import Lark

from travaux.text.grammar import grammar

_ROOMS = Path(__file__).parents[2] / "src/travaux"


def test_a_list_that_goes_on_is_one_expression(tmp_path: Path) -> None:
    path = tmp_path / "words.lark"
    path.write_text("start: WORD\nWORD: /(?:one|\n    two|\n    three(?= and| or))/i\n", encoding="utf-8")
    read = grammar(path)
    assert "two|three" in read
    assert Lark(read, parser="lalr").parse("Two").children == ["Two"]


def test_alternatives_of_a_rule_stay_lines(tmp_path: Path) -> None:
    path = tmp_path / "rules.lark"
    path.write_text('start: "a"\n    | "b"\n', encoding="utf-8")
    assert grammar(path) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(_ROOMS.rglob("*.lark")), ids=lambda path: path.parent.name + "/" + path.stem)
def test_no_expression_holds_a_line_end(path: Path) -> None:
    for line in grammar(path).splitlines():
        bare = line.partition(" // ")[0]
        cut = bare.rstrip().endswith("|") and ": /" in bare
        assert not cut, f"{path.name}: this line goes on, but the next is not indented by four"

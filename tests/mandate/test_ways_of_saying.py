"""Ways of saying an order, and what looks like one: a case a sentence, with what it tells, in `cases/`.

`TRAVAUX_REWRITE_CASES=1` writes the file anew; the run fails while it does.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.mandate.telegrams import told

from travaux.mandate.directives_said import Directive

_CASES = Path(__file__).parent / "cases/ways_of_saying.txt"


def _cases() -> list[tuple[str, tuple[str, ...]]]:
    """Sentences, each with the lines behind it that are indented."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            found.append((line, ()))
        else:
            words, lines = found.pop()
            found.append((words, (*lines, line.strip())))
    return found


def _line(directive: Directive) -> str:
    said = directive.object.words if directive.object else "-"
    when = f" [when: {directive.condition.words}]" if directive.condition else ""
    how = "not " if directive.denied else "may " if directive.allowed else ""
    return f"{how}{directive.act.value}: {said}{when}"


def _read(words: str) -> tuple[str, ...]:
    return tuple(map(_line, told(words).found)) or ("nothing",)


@pytest.mark.parametrize(("words", "lines"), _cases(), ids=[words for words, _ in _cases()])
def test_a_sentence_tells_the_orders_written_under_it(words: str, lines: tuple[str, ...]) -> None:
    if os.environ.get("TRAVAUX_REWRITE_CASES"):
        rows = (f"{each}\n" + "".join(f"    {line}\n" for line in _read(each)) for each, _ in _cases())
        _CASES.write_text("".join(rows), encoding="utf-8")
        pytest.fail("the cases were written anew: look at them, and run without the switch")
    assert _read(words) == lines

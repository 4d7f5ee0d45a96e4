from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Travaux


def test_the_documents_that_hold_the_words_are_printed(travaux: Travaux, built: Path) -> None:
    out = travaux("search", built, "roads", "harbor").out
    assert "accord/d2  " in out
    assert "April 2, 1961" in out
    assert out.endswith("1 document.\n")


def test_words_quoted_for_the_shell_stand_together(travaux: Travaux, built: Path) -> None:
    assert "1 document" in travaux("search", built, "the roads").out
    assert "No document" in travaux("search", built, "roads the").out


def test_a_snippet_is_harmless(travaux: Travaux, built: Path) -> None:
    out = travaux("search", built, "columns").out
    assert r"[bold]prints[/bold]" in out
    assert "\x9b" not in out


def test_signs_are_no_trouble(travaux: Travaux, built: Path) -> None:
    assert travaux("search", built, '"', "AND", "*").status == 0

"""`travaux export` and `travaux import`, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORM = EXAMPLES / "strait-of-ilvane" / "03-standard-form-1957.txt"
READINGS = [EXAMPLES / "rolling-text" / f"reading-{number}.txt" for number in (1, 2)]


def test_a_text_above_the_rule_is_the_draft_and_below_it_what_it_is(travaux: Travaux) -> None:
    said = travaux("export", FORM, "--as", "text")

    text, _, about = said.out.partition("-" * 72)
    assert text.startswith("TREATY OF NAVIGATION")
    assert "Draft: 03-standard-form-1957/draft" in about
    assert "SHA-256 of the words: " in about


def test_the_format_is_told_by_the_name_of_the_file(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "form.json"

    assert travaux("export", FORM, "-o", out).status == 0
    assert json.loads(out.read_bytes())["draft"]["id"] == "03-standard-form-1957/draft"


def test_what_was_exported_can_be_imported_and_is_the_same(travaux: Travaux, tmp_path: Path) -> None:
    out, back = tmp_path / "form.json", tmp_path / "back.json"
    travaux("export", FORM, "-o", out)

    said = travaux("import", out, "-o", back)

    assert "10 articles" in said.out
    assert "To look at" not in said.out
    assert back.read_bytes() == out.read_bytes()


def test_what_came_in_is_told_as_data(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "form.json"
    travaux("export", FORM, "-o", out)

    told = json.loads(travaux("import", out, "--json").out)

    assert told["sources"] == ["03-standard-form-1957"]
    assert told["findings"] == []


def test_a_redline_shows_what_changed_from_the_draft_it_is_held_against(travaux: Travaux) -> None:
    said = travaux("export", READINGS[1], "--against", READINGS[0], "--as", "text")

    assert "[-" in said.out
    assert said.out.count("SHA-256 of the words") == 2


def test_a_file_that_was_exported_is_read_wherever_a_draft_is_asked_for(travaux: Travaux, tmp_path: Path) -> None:
    out = tmp_path / "form.json"
    travaux("export", FORM, "-o", out)

    said = travaux("export", FORM, "--against", out, "--as", "text")

    assert "[-" not in said.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", FORM), "No format was asked for. Say --as FORMAT"),
        (("export", FORM, "--as", "sgml"), "There is no format sgml. It is one of:"),
        (("export", FORM, "-o", "form.xyz"), "form.xyz: Its name does not tell the format."),
        (("export", FORM, "--against", FORM, "--as", "json"), "The format json (JSON) holds no redline."),
        (("export", "nothing.txt", "--as", "text"), "nothing.txt: It cannot be read: no such file or directory."),
        (("export", FORM, "-o", "/nowhere/form.json"), "/nowhere/form.json: It cannot be written"),
        (("import", FORM), "It is in no format in which drafts come in"),
    ],
)
def test_a_mistake_is_told_with_place_and_cure(travaux: Travaux, arguments: tuple[str, ...], said: str) -> None:
    assert said in travaux(*arguments).trouble

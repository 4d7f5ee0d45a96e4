from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.conftest import Travaux

from travaux.cli import terminal


def test_each_version_is_told_in_order_with_its_document_and_instruction(travaux: Travaux, built: Path) -> None:
    out = travaux("history", built, "Article I").out
    first, second = out.index("1. Document 1:"), out.index("2. Document 2:")
    assert "March 14, 1961; from Ost" in out[first:second]
    assert "April 2, 1961; from Foreign Ministry" in out[second:]
    assert "–Substitute “The Parties shall consult" in out[second:]


def test_what_changed_is_marked_by_signs_where_there_is_no_colour(travaux: Travaux, built: Path) -> None:
    out = travaux("history", built, "Article I").out
    assert "{+" in out
    assert "[-" in out
    assert "roads" in out


def test_every_run_of_words_has_its_source(travaux: Travaux, built: Path) -> None:
    out = travaux("history", built, "Article I").out
    assert "accord/d1, characters" in out
    assert "accord/d2, characters" in out


def test_the_same_comes_as_data(travaux: Travaux, built: Path) -> None:
    told = json.loads(travaux("history", built, "Art. I", "--json").out)
    versions = told["texts"][0]["versions"]
    assert told["address"] == "Article I"
    assert [version["document"]["id"] for version in versions] == ["accord/d1", "accord/d2"]
    last = versions[-1]
    assert "\n".join("".join(run["words"] for run in line) for line in last["lines"]) == last["text"]
    for change, version in (("deleted", versions[0]), ("inserted", versions[1])):
        lines = [[span for span in line if span["change"] in ("kept", change)] for line in last["redline"]]
        printed = ["".join(span["words"] for span in line) for line in lines if line]
        assert "\n".join(printed) == version["text"]


def test_every_run_cites_the_very_words(travaux: Travaux, built: Path) -> None:
    told = json.loads(travaux("history", built, "Article I", "--json").out)
    texts = {
        name: "\n".join(
            block["text"] for block in json.loads(travaux("show", built, name, "--json").out)["document"]["body"]
        )
        for name in ("accord/d1", "accord/d2")
    }
    for version in told["texts"][0]["versions"]:
        for run in (run for line in version["lines"] for run in line):
            source = run["source"]
            assert texts[source["document"]][source["start"] : source["end"]] == run["words"]


def test_one_text_is_chosen_when_several_have_the_provision(
    travaux: Travaux, accord: Path, built: Path, tmp_path: Path
) -> None:
    pact = tmp_path / "pact.xml"
    text = accord.read_text(encoding="utf-8").replace('"frus">accord', '"frus">pact')
    text = text.replace("TREATY OF AMITY", "PACT ON FISHERIES").replace("treaty of amity", "pact on fisheries")
    pact.write_text(text, encoding="utf-8")
    travaux("build", pact, "-o", built)
    both = travaux("history", built, "Article I").out
    assert "2 texts have Article I" in both
    option = next(line.split() for line in both.splitlines() if line.startswith("  --draft pact"))
    one = travaux("history", built, "Article I", *option[:2]).out
    assert "accord/d1" not in one
    assert "pact/d2" in one


def test_a_folded_line_keeps_its_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    console = Console(file=io.StringIO(), force_terminal=True, width=20, markup=False, highlight=False)
    terminal.put(console, terminal.styled("    one two three four five"))
    assert isinstance(console.file, io.StringIO)
    assert [line.rstrip() for line in console.file.getvalue().splitlines()] == [
        "    one two three",
        "    four five",
    ]

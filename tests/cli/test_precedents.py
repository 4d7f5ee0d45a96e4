"""`travaux library` and `travaux precedents`, on the examples."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from travaux.cli.app import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TAB_A = str(EXAMPLES / "strait-of-ilvane" / "08-memorandum-tab-a.txt")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cli") / "library"
    assert run(["library", "add", str(EXAMPLES / "library"), "-l", str(folder)]) == 0
    return str(folder)


def test_the_precedents_of_an_article_stand_with_redline_and_descent(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["precedents", "Article III", "--draft", TAB_A, "-l", library]) == 0
    told = capsys.readouterr().out
    assert told.startswith("0.75  halvern-sellane-1949, Article 2")
    assert "[-one thousand-]{+eight hundred+}" in told
    assert "Line of descent, oldest first" in told


def test_a_draft_is_held_against_all(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["precedents", "--draft", TAB_A, "-l", library, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["follows"][0]["agreement"]["id"] == "halvern-orsk-1955"


def test_words_are_read_from_standard_input(
    library: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("The Parties shall consult together on every matter of safety."))
    assert run(["precedents", "--words", "-", "-l", library, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["precedents"][0]["address"] == "Article 3"


@pytest.mark.parametrize("how", ["--verbatim", "--tolerant"])
def test_words_are_found_in_clauses(library: str, capsys: pytest.CaptureFixture[str], how: str) -> None:
    assert run(["precedents", how, "--words", "by day and by night", "--party", "Orsk", "-l", library]) == 0
    assert "[by day and by night]" in capsys.readouterr().out


def test_pairs_are_told_and_written(library: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["library", "pairs", "-l", library, "--out", str(tmp_path / "net.graphml")]) == 0
    assert "Standard clauses:" in capsys.readouterr().out
    assert (tmp_path / "net.graphml").read_text().startswith("<?xml")


def test_what_a_library_holds_and_what_is_repeated_in_it_is_listed(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["library", "show", "-l", library]) == 0
    assert "1934-04-09" in capsys.readouterr().out
    assert run(["library", "repeats", "-l", library]) == 0
    assert "halvern-orsk-1955, Article I repeats halvern-moravel-1934, Article 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["precedents", "--words", "the strait"], "--library"),
        (["precedents", "--words", "", "-l", "{library}"], "No words are asked for"),
        (["precedents", "--words", "x", "-l", "/nowhere"], "travaux library add"),
        (["library", "pairs", "-l", "{library}", "--out", "pairs.doc"], ".graphml"),
        (["precedents", "--words", "x", "--earlier", "-l", "{library}"], "no date"),
    ],
)
def test_bad_input_is_one_line_with_a_cure(
    library: str, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run([each.format(library=library) for each in arguments]) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


OPEN = "The Strait of Ilvane shall be open in time of peace to the merchant ships of both Parties."


@pytest.fixture
def with_register(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A negotiation's file with a register, and a library beside it that holds two of the instruments."""
    strait, path = EXAMPLES / "strait-of-ilvane", str(tmp_path / "ilvane.travaux")
    papers = [str(paper) for paper in sorted(strait.glob("0[12]-*.txt"))]
    assert run(["library", "add", str(EXAMPLES / "library"), *papers, "-l", str(tmp_path / "ilvane.library")]) == 0
    with django_db_blocker.unblock():
        assert run(["build", str(strait), "-o", path]) == 0
        assert run(["status", path, "--take", str(strait / "instruments.toml")]) == 0
        yield path


def test_an_agreement_that_is_registered_stands_with_its_status(
    with_register: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["precedents", "--words", OPEN, "--in", with_register]) == 0
    told = capsys.readouterr().out.splitlines()
    (convention,) = [line for line in told if "; 1931-06-02; " in line]
    assert convention.endswith("; ended on 1963-12-04")
    assert not [line for line in told if "TREATY OF NAVIGATION" in line and "in force" in line]


def test_the_status_is_told_of_passages_as_data(with_register: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["precedents", "--verbatim", "--words", "both Parties", "--in", with_register, "--json"]) == 0
    passages = json.loads(capsys.readouterr().out)["passages"]
    stands = {each["agreement"]["id"]: each["status"] for each in passages}
    assert stands["01-convention-1931"] == "ended on 1963-12-04"
    assert stands["halvern-orsk-1955"] is None


def test_without_a_file_no_status_is_known(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["precedents", "--words", OPEN, "-l", library, "--json"]) == 0
    assert {each["status"] for each in json.loads(capsys.readouterr().out)["precedents"]} <= {None}

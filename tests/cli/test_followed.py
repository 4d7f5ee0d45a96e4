"""What a build put off is done by the first command that needs it, and by no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux, apart
from tests.cli.test_bad_input import bow_to_rights

from travaux.cli.app import COMMANDS
from travaux.desk import file, shelf

DRAFT = "accord/d1/tab-a"
#: What can be asked of a file whose drafts are put off, and leaves them so.
WITHOUT = {
    "show": ["FILE", "d1"],
    "search": ["FILE", "customs"],
    "references": ["FILE"],
    "register": ["FILE"],
    "threads": ["FILE"],
    "withheld": ["FILE"],
    "withhold": ["FILE", "d1", "--in-full", "--reason", "a", "--authority", "b"],
    "release": ["FILE", "1", "--authority", "b"],
    "journal": ["FILE"],
    "verify": ["FILE"],
    "people": ["FILE"],
    "mark": ["FILE", "d1", "--level", "secret"],
    "token": ["FILE"],
    "backup": ["FILE", "-o", "OUT"],
    "edition": ["FILE", "--for", "public", "-o", "EDITION"],
    "positions": ["FILE"],
}
#: What needs the drafts, or what becomes of them.
WITH = {
    "history": ["FILE", "Article I"],
    "check": ["FILE"],
    "table": [DRAFT, DRAFT, "--in", "FILE"],
    "compare": [DRAFT, DRAFT, "--in", "FILE"],
    "amend": [DRAFT, "COUNTER", "--in", "FILE"],
    "amendments": [DRAFT, DRAFT, "--in", "FILE"],
    "brackets": ["FILE"],
    "lint": [DRAFT, "--in", "FILE"],
    "alternat": [DRAFT, "--in", "FILE", "--party", "Corvany", "--party", "Halvern"],
    "concordance": [DRAFT, DRAFT, "--in", "FILE"],
    "deviations": [DRAFT, DRAFT, "--in", "FILE"],
    "sides": [DRAFT, DRAFT, DRAFT, "--in", "FILE"],
    "export": [DRAFT, "--in", "FILE", "-o", "OUT"],
    "import": ["COUNTER", "--against", DRAFT, "--in", "FILE"],
    "status": ["FILE"],
    "terms": ["FILE", DRAFT],
    "mandate": ["FILE"],
    "check-authority": ["FILE", "--draft", DRAFT],
    "clear": ["FILE"],
    "remark": ["FILE", DRAFT, "Article I", "Usual."],
    "undo": ["FILE", "99"],
    "positions --paper": ["FILE", "--paper", "Corvany"],
}
#: Those that are of no file, or whose business the drafts are themselves, or that end with a signal.
APART = {"build", "explain", "bracket", "outline", "key", "library", "restore", "bundle", "open", "serve", "precedents"}


@pytest.fixture
def put_off(travaux: Travaux, accord: Path, tmp_path: Path) -> Path:
    """A file whose drafts are put off."""
    path = tmp_path / "accord.travaux"
    assert travaux("build", accord, "-o", path, "--no-follow").status == 0
    return path


def _asked(travaux: Travaux, path: Path, command: str, words: list[str]) -> tuple[str, bool]:
    """What a command told on the way, and whether the file still waits."""
    places = {
        "FILE": path,
        "OUT": path.with_name("out.txt"),
        "EDITION": path.with_name("e.travaux"),
        "COUNTER": path.with_name("counter.txt"),
    }
    places["COUNTER"].write_text("Draft Treaty\n\nArticle I\n\nIt runs daily.\n")
    said = travaux(command.split()[0], *(places.get(word, word) for word in words))
    file.open_file(path)
    waits = shelf.unfinished()
    file.close()
    return said.err, waits


def test_every_command_is_known_here() -> None:
    assert {name.split()[0] for name in (*WITHOUT, *WITH)} | APART == set(COMMANDS)


@pytest.mark.parametrize("command", WITHOUT)
def test_what_needs_no_drafts_does_not_wait_for_them(travaux: Travaux, put_off: Path, command: str) -> None:
    told, waits = _asked(travaux, put_off, command, WITHOUT[command])
    assert waits
    assert "following" not in told
    assert "--help" not in told


@pytest.mark.parametrize("command", WITH)
def test_what_needs_drafts_has_them_followed_first(travaux: Travaux, put_off: Path, command: str) -> None:
    told, waits = _asked(travaux, put_off, command, WITH[command])
    assert not waits
    assert told.startswith("travaux: following the drafts through 3 documents, once ...\n")


def test_it_is_told_once(travaux: Travaux, put_off: Path) -> None:
    assert "once" in travaux("history", put_off, "Article I").err
    assert travaux("history", put_off, "Article I").err == ""


def test_what_is_told_then_is_what_a_build_that_follows_would_have_told(
    travaux: Travaux, put_off: Path, accord: Path, tmp_path: Path
) -> None:
    at_once = tmp_path / "at_once.travaux"
    travaux("build", accord, "-o", at_once, "--follow")
    for command in (("history", "Article I"), ("check",), ("show", "d2")):
        name, *words = command
        assert travaux(name, put_off, *words).out == travaux(name, at_once, *words).out


def test_the_report_of_a_build_says_what_is_put_off_and_what_does_it(
    travaux: Travaux, accord: Path, tmp_path: Path
) -> None:
    path = tmp_path / "accord.travaux"
    told = travaux("build", accord, "-o", path, "--no-follow").out
    assert told.endswith(
        "Drafts and instructions are not sought yet in 3 documents.\n"
        f"  That is done once, when they are first asked for, or now: travaux build --follow -o {path}\n"
    )
    assert "Drafts found: 1" in travaux("build", "--follow", "-o", path).out


def test_a_document_says_that_drafts_are_not_sought_in_it(travaux: Travaux, put_off: Path) -> None:
    said = travaux("show", put_off, "d1")
    assert f"not sought here yet\n  To have them sought: travaux build --follow -o {put_off}" in said.out
    assert json.loads(travaux("show", put_off, "d1", "--json").out)["followed"] is False
    assert travaux("build", "--follow", "-o", put_off).status == 0
    assert "not sought" not in travaux("show", put_off, "d1").out
    assert json.loads(travaux("show", put_off, "d1", "--json").out)["followed"] is True


def test_a_build_is_told_what_to_read_or_to_follow(travaux: Travaux, put_off: Path) -> None:
    assert "name what is to be read" in travaux("build", "-o", put_off).trouble


@pytest.mark.sqlite
def test_whoever_may_only_read_is_told_what_is_to_be_run(put_off: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = folder / "accord.travaux"
    path.write_bytes(put_off.read_bytes())
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        said = apart("history", path, "Article I", first=bow_to_rights)
        assert said.status == 2
        assert f"Whoever may does it once: travaux build --follow -o {path}" in said.err
        assert apart("show", path, "d1", first=bow_to_rights).status == 0
    finally:
        folder.chmod(0o755)

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux


def test_the_journal_is_listed_the_newest_first(travaux: Travaux, built: Path) -> None:
    lines = travaux("journal", built).out.splitlines()
    assert ": began file [" in lines[-2]
    assert lines[-1] == f"{len(lines) - 1} in all"


def test_it_is_narrowed_to_an_object(travaux: Travaux, built: Path) -> None:
    for on in ("accord.xml", "source", "source:accord.xml"):
        lines = travaux("journal", built, on).out.splitlines()
        assert [": took in source accord.xml [" in line for line in lines] == [True, False], on


def test_an_entry_is_shown_in_full(travaux: Travaux, built: Path) -> None:
    told = json.loads(travaux("journal", built, "--entry", "2").out)
    assert told["verb"] == "took in"
    assert len(told["content"]["documents"]) == 3


def test_the_journal_as_data_has_the_same_entries(travaux: Travaux, built: Path) -> None:
    told = json.loads(travaux("journal", built, "--changes", "--limit", "2", "--page", "2", "--json").out)
    lines = travaux("journal", built, "--limit", "2", "--page", "2").out.splitlines()
    assert [f"{each['number']}." for each in told["entries"]] == [line.split()[0] for line in lines[:-1]]


def test_a_file_that_is_whole_says_so(travaux: Travaux, built: Path) -> None:
    said = travaux("verify", built)
    assert (said.status, said.out.splitlines()[-1]) == (0, "All of it is whole.")
    head = json.loads(travaux("verify", built, "--json").out)["last_entry"]
    assert travaux("verify", built, "--head", head).status == 0
    assert travaux("verify", built, "--head", "00ff").status == 1


@pytest.mark.sqlite
def test_a_file_that_was_tampered_with_names_the_first_broken_entry(travaux: Travaux, built: Path) -> None:
    with sqlite3.connect(built) as database:
        database.execute("UPDATE desk_document SET title = 'Other'")
    database.close()
    said = travaux("verify", built)
    assert said.status == 1
    assert "Entry 2: what the documents are looked up by of the source is not what was entered." in said.out
    assert json.loads(travaux("verify", built, "--json").out)["broken"][0]["entry"] == 2


def test_a_bundle_is_made_and_verified(travaux: Travaux, built: Path, tmp_path: Path) -> None:
    key, out = tmp_path / "key", tmp_path / "accord.zip"
    assert travaux("key", key).status == 0
    said = travaux("bundle", built, "--key", key, "-o", out)
    assert said.status == 0
    built.unlink()
    verified = travaux("verify", out, "--key", f"{key}.pub")
    assert (verified.status, verified.out.splitlines()[-1]) == (0, "All of it is whole.")
    assert verified.out.splitlines()[-2].removeprefix("key: ") in said.out


def test_a_bundle_signed_by_somebody_else_is_refused(travaux: Travaux, built: Path, tmp_path: Path) -> None:
    for name in ("key", "other"):
        travaux("key", tmp_path / name)
    travaux("bundle", built, "--key", tmp_path / "key", "-o", tmp_path / "accord.zip")
    said = travaux("verify", tmp_path / "accord.zip", "--key", tmp_path / "other.pub")
    assert "signed with another key" in said.trouble


def test_what_came_in_is_not_undone(travaux: Travaux, built: Path) -> None:
    assert "cannot be undone" in travaux("undo", built, "2").trouble

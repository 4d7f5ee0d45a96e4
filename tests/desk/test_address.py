"""Which database a path leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.desk import file
from travaux.desk.database import postgresql, sqlite
from travaux.desk.database.here import database
from travaux.desk.search.tsvector import in_words
from travaux.errors import FileTrouble

ADDRESS = "postgresql://vey:secret@db.example:5433/japan?sslmode=verify-full"


@pytest.mark.parametrize("address", [ADDRESS, "postgresql:///japan", "postgres://vey@[::1]/japan"])
def test_an_address_on_the_command_line_comes_through_a_path_unchanged(address: str) -> None:
    path = Path(postgresql.encoded(address))
    assert postgresql.address(path) == address.replace("postgres:", "postgresql:")
    assert database(path) is postgresql


@pytest.mark.parametrize("word", ["japan.travaux", "--out", "Article VI", "https://example.org/a", "C:\\japan.travaux"])
def test_any_other_word_stays_as_it_is(word: str) -> None:
    assert postgresql.encoded(word) == word


def test_a_file_with_an_address_leads_to_the_database(tmp_path: Path) -> None:
    path = tmp_path / "japan.travaux"
    path.write_text(f"{ADDRESS}\n")
    assert postgresql.address(path) == ADDRESS
    assert database(path) is postgresql


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"see postgresql://x", b"x" * 5000])
def test_any_other_file_is_one_of_its_own(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "japan.travaux"
    path.write_bytes(content)
    assert database(path) is sqlite


def test_the_bare_name_stands_for_the_address_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAVAUX_DATABASE", ADDRESS)
    assert postgresql.address(Path("postgresql:")) == ADDRESS


def test_no_message_tells_a_password() -> None:
    assert "secret" not in postgresql.shown(Path(postgresql.encoded(ADDRESS)))
    assert "vey:***@db.example" in postgresql.shown(Path(postgresql.encoded(ADDRESS)))


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://vey:a:secret@db/japan", "postgresql://vey:***@db/japan"),
        ("postgresql://db/japan?user=vey&password=secret", "postgresql://db/japan?user=vey&password=***"),
        ("postgresql://db/japan?password=secret&port=1", "postgresql://db/japan?password=***&port=1"),
        ("postgresql://db/japan?sslpassword=secret", "postgresql://db/japan?sslpassword=***"),
        ("postgresql://vey@db:5432/japan", "postgresql://vey@db:5432/japan"),
        ("postgresql://db:5432/japan", "postgresql://db:5432/japan"),
    ],
)
def test_a_password_is_masked_wherever_an_address_may_have_it(address: str, told: str) -> None:
    assert postgresql.shown(Path(postgresql.encoded(address))) == told


def test_a_database_that_cannot_be_reached_is_told_in_one_line(tmp_path: Path) -> None:
    path = Path(postgresql.encoded(f"postgresql://vey:secret@/japan?host={tmp_path}"))
    with pytest.raises(FileTrouble, match="cannot be reached") as told:
        file.open_file(path)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Côte d'Azur, self-defense (1958)", "cote d azur self defense 1958"),
        ("snake_case a/b 3.14 x@y.z", "snake case a b 3 14 x y z"),
        ("e\u0301tat — “Straße”", "etat straße"),
        ("— …", ""),
    ],
)
def test_words_are_cut_for_the_index_of_postgresql_as_for_that_of_sqlite(text: str, words: str) -> None:
    assert in_words(text) == words

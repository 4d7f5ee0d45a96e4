"""Each bad input: one line that names file, place and cure, exit status 2, and what was read before stays."""

from __future__ import annotations

import ctypes
import os
import resource
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux, apart

ENTITY = '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY e SYSTEM "file:///etc/passwd">]><TEI>&e;</TEI>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><TEI>&i;</TEI>"
)
BAD_FILES = {
    "no XML": ("bad.xml", b"This is not XML at all."),
    "XML cut short": ("cut.xml", b"<?xml version='1.0'?><TEI><text>"),
    "TEI without documents": (
        "none.xml",
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body/></text></TEI>',
    ),
    "an outside entity": ("entity.xml", ENTITY.encode()),
    "entities that multiply": ("laughs.xml", LAUGHS.encode()),
    "deep nesting": ("deep.xml", b"<TEI>" + b"<div>" * 50_000 + b"</div>" * 50_000 + b"</TEI>"),
    "nothing": ("empty.txt", b""),
    "nothing, as XML": ("empty.xml", b""),
    "a picture": ("picture.txt", bytes(range(256)) * 20),
    "text in an unknown look": ("shopping.txt", b"eggs\nbutter\n"),
}


@pytest.mark.parametrize("name, content", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_cannot_be_read(travaux: Travaux, tmp_path: Path, name: str, content: bytes) -> None:
    bad, out = tmp_path / name, tmp_path / "out.travaux"
    bad.write_bytes(content)
    said = travaux("build", bad, "-o", out)
    assert str(bad) in said.trouble
    assert not out.exists()


def test_what_was_read_before_a_bad_file_stays(travaux: Travaux, built: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_bytes(b"<TEI>")
    assert str(bad) in travaux("build", bad, "-o", built).trouble
    assert travaux("show", built, "d1").status == 0


def test_a_folder_without_readable_files(travaux: Travaux, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert ".xml" in travaux("build", tmp_path / "folder", "-o", tmp_path / "out.travaux").trouble


def test_a_path_that_is_not_there(travaux: Travaux, tmp_path: Path) -> None:
    assert "none.xml" in travaux("build", tmp_path / "none.xml", "-o", tmp_path / "out.travaux").trouble


def test_a_place_for_the_file_that_is_not_there(travaux: Travaux, accord: Path, tmp_path: Path) -> None:
    assert "folder" in travaux("build", accord, "-o", tmp_path / "none" / "out.travaux").trouble


def test_building_onto_a_source_leaves_it_as_it_is(travaux: Travaux, accord: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xml"
    copy.write_bytes(accord.read_bytes())
    assert "not a Travaux file" in travaux("build", accord, "-o", copy).trouble
    assert copy.read_bytes() == accord.read_bytes()


@pytest.mark.parametrize("command", [("show", "d1"), ("history", "Article I"), ("search", "harbor"), ("serve",)])
class TestEveryCommandThatReads:
    def test_a_missing_file(self, travaux: Travaux, tmp_path: Path, command: tuple[str, ...]) -> None:
        said = travaux(command[0], tmp_path / "none.travaux", *command[1:])
        assert "travaux build" in said.trouble

    def test_a_file_of_another_kind(self, travaux: Travaux, accord: Path, command: tuple[str, ...]) -> None:
        assert "not a Travaux file" in travaux(command[0], accord, *command[1:]).trouble

    @pytest.mark.sqlite
    def test_a_newer_file(self, travaux: Travaux, built: Path, command: tuple[str, ...]) -> None:
        database = sqlite3.connect(built)
        database.execute("PRAGMA user_version = 99")
        database.close()
        assert "Update Travaux" in travaux(command[0], built, *command[1:]).trouble

    @pytest.mark.sqlite
    def test_a_damaged_file(self, travaux: Travaux, built: Path, command: tuple[str, ...]) -> None:
        content = bytearray(built.read_bytes())
        content[4096 : len(content)] = b"\x5a" * (len(content) - 4096)
        built.write_bytes(content)
        if command[0] != "serve":
            assert str(built) in travaux(command[0], built, *command[1:]).trouble


def test_a_document_that_is_not_in_the_file(travaux: Travaux, built: Path) -> None:
    assert "accord/d2" in travaux("show", built, "d22").trouble


def test_an_address_that_no_draft_has(travaux: Travaux, built: Path) -> None:
    assert "Article XII" in travaux("history", built, "Article XII").trouble


def test_words_that_are_no_address(travaux: Travaux, built: Path) -> None:
    assert "Article VI" in travaux("history", built, "the one about fish").trouble


def test_a_command_that_there_is_not(travaux: Travaux) -> None:
    assert "--help" in travaux("bulid").trouble


def test_a_command_without_what_it_needs(travaux: Travaux, accord: Path) -> None:
    assert "--out" in travaux("build", accord).trouble


def test_a_name_with_line_ends_and_escapes_is_told_in_one_line(travaux: Travaux, tmp_path: Path) -> None:
    assert "\x1b" not in travaux("show", tmp_path / "a\nb\x1b[2Jc", "d1").trouble


@pytest.mark.sqlite
class TestAFullDisk:
    """The system lets the program write no file longer than a limit."""

    @pytest.mark.parametrize("limit", [4_000, 40_000, 200_000])
    def test_in_mid_build(self, built: Path, tmp_path: Path, limit: int) -> None:
        volume = tmp_path / "large.xml"
        text = (Path(__file__).parent.parent / "actions" / "record" / "accord.xml").read_text(encoding="utf-8")
        text = text.replace('"frus">accord', '"frus">large')
        volume.write_text(text.replace("columns", "columns " * 60_000), encoding="utf-8")
        said = apart(
            "build",
            volume,
            "-o",
            built,
            first=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
        assert said.trouble.startswith(f"travaux: {built}: The disk")
        assert apart("show", built, "accord/d1").status == 0
        assert apart("build", volume, "-o", built).status == 0
        assert apart("show", built, "large/d1").status == 0


@pytest.mark.sqlite
class TestAPlaceThatTakesNoWriting:
    @pytest.fixture
    def place(self, built: Path, tmp_path: Path) -> Iterator[Path]:
        """A folder that its reader cannot write to, with a built file in it."""
        folder = tmp_path / "shelf"
        folder.mkdir()
        (folder / "accord.travaux").write_bytes(built.read_bytes())
        (folder / "accord.travaux").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)

    def test_building_there_is_refused(self, accord: Path, place: Path) -> None:
        for out in (place / "accord.travaux", place / "new.travaux"):
            assert "takes no writing" in apart("build", accord, "-o", out, first=bow_to_rights).trouble

    def test_reading_there_works(self, place: Path) -> None:
        path = place / "accord.travaux"
        assert apart("show", path, "d1", first=bow_to_rights).status == 0
        assert apart("history", path, "Article I", first=bow_to_rights).status == 0
        assert [each.name for each in place.iterdir()] == ["accord.travaux"]


def bow_to_rights() -> None:
    """Give up the power of root to write where nobody may."""
    if os.geteuid() == 0:
        drop_from_bounding_set, override_rights = 24, 1
        ctypes.CDLL(None).prctl(drop_from_bounding_set, override_rights, 0, 0, 0)

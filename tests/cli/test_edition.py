"""Words withheld at the command line are in no edition that is not to have them, in whatever format."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
TELEGRAM, TALK, TAB = "09-telegram-instructions", "10-memorandum-of-conversation", "08-memorandum-tab-a"
SECRET = "Do not volunteer this."
#: Of the article that the telegram has replaced: what comes of it is in drafts, steps and the index of words.
ORDER = "Naval vessels of the Republic of Halvern shall have access to the anchorage of Quillon Roads"
FORMATS = (".html", ".docx", ".pdf", ".json", ".md", ".txt")


@pytest.fixture
def marked(travaux: Travaux, tmp_path: Path) -> Path:
    """The example with a sentence and an order withheld from all but the office, and a talk from everybody else."""
    path = tmp_path / "ilvane.travaux"
    travaux(
        "build",
        *(EXAMPLE / f"{name}.txt" for name in (TAB, TELEGRAM, TALK)),
        EXAMPLE.glob("pers*").__next__(),
        "-o",
        path,
    )
    ground = ("--reason", "fallback", "--authority", "Legal Adviser", "--on", "1963-01-01")
    for words in (SECRET, ORDER):
        assert travaux("withhold", path, TELEGRAM, words, *ground).status == 0
    assert travaux("withhold", path, TALK, "--in-full", *ground, "--kept-in", "partner").status == 0
    return path


def unpacked(path: Path) -> bytes:
    """All bytes of a file, those packed in it too."""
    content = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return content + b"".join(map(archive.read, archive.namelist()))
    if path.suffix == ".pdf":
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
        return content + b"".join(zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x")
    return content


@pytest.mark.parametrize("ending", [".travaux", *FORMATS])
def test_a_public_edition_has_not_a_byte_of_them(marked: Path, travaux: Travaux, ending: str) -> None:
    out = marked.with_name(f"public{ending}")
    assert travaux("edition", marked, "-o", out).status == 0
    content = unpacked(out)
    for words in (SECRET, ORDER, "volunteer", "anchorage of Quillon Roads for fuel"):
        assert words.encode() not in content
        assert words.encode("utf-16-be").hex().encode() not in content.lower()


@pytest.mark.parametrize("ending", [each for each in FORMATS if each != ".pdf"])
def test_an_internal_edition_has_them(marked: Path, travaux: Travaux, ending: str) -> None:
    out = marked.with_name(f"internal{ending}")
    assert travaux("edition", marked, "--for", "internal", "-o", out).status == 0
    assert b"volunteer" in unpacked(out)


def test_a_document_withheld_in_full_is_listed_with_its_heading_and_source(marked: Path, travaux: Travaux) -> None:
    public, partner = marked.with_name("public.travaux"), marked.with_name("partner.travaux")
    travaux("edition", marked, "-o", public)
    travaux("edition", marked, "--for", "partner", "-o", partner)
    shown = travaux("show", public, TALK).out
    assert "Source: Ministry of External Affairs, Central Registry, 412.7/10–1662." in shown
    assert "[1-1/2 pages of source text not declassified]" in shown
    assert "[1-1/2 pages" not in travaux("show", partner, TALK).out


def test_the_next_draft_has_the_marker_where_the_order_had_its_words(marked: Path, travaux: Travaux) -> None:
    out = marked.with_name("public.travaux")
    travaux("edition", marked, "-o", out)
    article = travaux("history", out, "Article VI").out
    assert "[1-1/2 lines of source text not declassified]" in article
    assert ORDER not in article
    assert TELEGRAM in travaux("search", marked, "volunteer").out
    assert TELEGRAM not in travaux("search", out, "volunteer").out


def test_release_brings_the_words_back_from_its_day_on(marked: Path, travaux: Travaux) -> None:
    assert travaux("release", marked, "1", "--authority", "Minister", "--on", "1993-01-01").status == 0
    early, late = marked.with_name("early.txt"), marked.with_name("late.txt")
    travaux("edition", marked, "--on", "1992-12-31", "-o", early)
    travaux("edition", marked, "--on", "1993-01-01", "-o", late)
    assert (SECRET in early.read_text("utf-8"), SECRET in late.read_text("utf-8")) == (False, True)
    listed = travaux("withheld", marked).out
    assert "fallback, by Legal Adviser, 1963-01-01" in listed
    assert "released by Minister, 1993-01-01" in listed


def test_a_mark_lists_as_data(marked: Path, travaux: Travaux) -> None:
    marks = json.loads(travaux("withheld", marked, "--json").out)["marks"]
    assert [each["unit"] for each in marks] == ["lines", "lines", "document"]


def test_what_cannot_be_marked_is_told(marked: Path, travaux: Travaux) -> None:
    ground = ("--reason", "x", "--authority", "y")
    assert "does not have “no such words”" in travaux("withhold", marked, TELEGRAM, "no such words", *ground).trouble
    assert "times" in travaux("withhold", marked, TELEGRAM, "Article", *ground).trouble
    assert "authority" in travaux("withhold", marked, TELEGRAM, "Report reply.", "--reason", "x").trouble
    assert "No words were given" in travaux("withhold", marked, TELEGRAM, *ground).trouble
    assert "There is no mark 9" in travaux("release", marked, "9", "--authority", "y").trouble
    travaux("release", marked, "1", "--authority", "y")
    assert "was released before" in travaux("release", marked, "1", "--authority", "y").trouble


def test_an_edition_takes_no_file_s_place(marked: Path, travaux: Travaux) -> None:
    assert "There is a file of that name" in travaux("edition", marked, "-o", marked).trouble

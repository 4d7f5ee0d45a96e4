"""Word files as they are handed out and taken in: what they say of themselves, and what is refused."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amend.texts import applied, draft_of, words
from tests.record.word_files import paragraph, word_file

from travaux.amend.amend import amend
from travaux.amend.operations import (
    Delete,
    InsertProvision,
    Instruction,
    Move,
    Operation,
    Place,
    SubstituteWords,
    Where,
)
from travaux.compare.redline import Change
from travaux.errors import HostileXml, UnreadableInput, UnwritableText
from travaux.exchange.paper import Paper, fingerprint
from travaux.exchange.sheet import Line, Sheet, Stretch, Table, about
from travaux.exchange.word import file as word
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.tracked import text_of, view
from travaux.findings import Citation
from travaux.text.draft import ProvisionKind
from travaux.text.parse import parse

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ORDERS: list[tuple[str, Operation]] = [
    ("Corvany", SubstituteWords(parse("Article III"), "free of charge", words("subject to a fee"))),
    ("Halvern", SubstituteWords(parse("Article III"), "fee", words("modest fee"))),
    ("Corvany", Move(parse("Article IV"), Place(Where.BEFORE, unit=parse("Article III")))),
    ("Corvany", Delete(parse("Article II, paragraph 2, subparagraph (b)"))),
    ("Halvern", InsertProvision(parse("Article II"), Place(Where.END), words("4. The chairman serves a year."))),
]


def paper() -> Paper:
    """A draft that two sides amended, with what made it."""
    before = draft_of()
    orders = [
        Instruction(Citation("telegram", 100 * number, 100 * number + 9), "As follows.", (operation,), proposer=side)
        for number, (side, operation) in enumerate(ORDERS)
    ]
    amended = amend(before, orders)
    steps = tuple(step for step in amended.steps if step.is_done)
    assert len(steps) == len(ORDERS)
    return Paper(amended.draft, before=before, made_by=steps)


def both(data: bytes) -> tuple[str, str]:
    """The text with all changes accepted, and with all rejected."""
    text = from_word(data, name="ferry.docx")
    return text_of(view(text, frozenset(text.authors))), text_of(view(text, frozenset()))


def test_accepted_it_is_the_draft_and_rejected_the_one_before() -> None:
    handed = paper()
    assert handed.before is not None
    assert both(word.write(handed)) == (handed.draft.text, handed.before.text)


def test_the_changes_are_those_of_the_instructions_and_not_of_a_comparison() -> None:
    text = from_word(word.write(paper()), name="ferry.docx")
    assert text.authors == ("Corvany", "Halvern")
    assert {comment.words.rsplit("\n", 1)[-1] for comment in text.comments} >= {
        "Source: telegram, characters 0-9",
        "Source: telegram, characters 200-209",
    }


def test_two_drafts_of_which_no_instruction_is_known_are_compared() -> None:
    before, after = draft_of(), applied(SubstituteWords(parse("Article III"), "rest", words("sleep"))).draft
    text = from_word(word.write(Paper(after, before=before)), name="ferry.docx")
    found = [piece.words for each in text.paragraphs for piece in each.pieces if piece.changes]
    assert found == ["rest", "sleep"]
    assert text.comments == ()


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert word.write(paper()) == word.write(paper())


def test_the_file_names_its_draft_hash_and_sources() -> None:
    handed = paper()
    data = word.write(handed)
    opened = docx.Document(io.BytesIO(data))
    foot = opened.sections[0].footer.paragraphs[0].text
    assert foot.startswith(f"Draft {handed.draft.id}, undated, with the changes from tabled/draft.")
    assert fingerprint(handed.draft)[:16] in foot
    assert "From telegram, tabled" in foot
    assert from_word(data, name="ferry.docx").facts["travaux-sha256"] == fingerprint(handed.draft)


def test_python_docx_reads_the_clean_draft_paragraph_by_paragraph() -> None:
    opened = docx.Document(io.BytesIO(word.write(Paper(draft_of()))))
    assert [each.text for each in opened.paragraphs if each.text] == draft_of().text.split("\n")
    assert opened.paragraphs[0].style is not None and opened.paragraphs[0].style.name == "Title"


def test_a_file_of_our_own_whose_words_were_changed_in_secret_says_so() -> None:
    opened = docx.Document(io.BytesIO(word.write(Paper(draft_of()))))
    last = opened.paragraphs[-2].runs[0]
    last.text = last.text.replace("ratified", "signed")
    changed = io.BytesIO()
    opened.save(changed)
    received = word.read(changed.getvalue(), name="ferry.docx")
    assert "words-changed" in {finding.code for finding in received.findings}


def test_what_was_written_comes_in_again_as_it_was() -> None:
    received = word.read(word.write(Paper(draft_of())), name="ferry.docx")
    assert received.paper.draft.text == draft_of().text
    assert "words-changed" not in {finding.code for finding in received.findings}


def test_a_sign_that_no_word_file_can_hold_is_refused() -> None:
    odd = applied(SubstituteWords(parse("Article III"), "rest", words("re\x07st"))).draft
    with pytest.raises(UnwritableText, match=r"U\+0007") as refusal:
        word.write(Paper(odd))
    assert refusal.value.remedy


# -- what is refused ------------------------------------------------------------------------------


def _repacked(data: bytes, part: str, content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == part else old.read(entry))
    return written.getvalue()


def _refused(data: bytes) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as refusal:
        word.read(data, name="reply.docx")
    assert refusal.value.at == "reply.docx"
    assert refusal.value.remedy
    return refusal.value


def test_a_file_that_grows_beyond_all_reason_is_refused_before_it_is_parsed() -> None:
    bomb = _repacked(word_file(paragraph("Fares.")), "word/document.xml", b" " * 70_000_000)
    assert len(bomb) < 100_000
    assert isinstance(_refused(bomb), HostileXml)


def _with(data: bytes, part: str, content: bytes) -> bytes:
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    return written.getvalue()


def test_a_file_with_macros_is_refused() -> None:
    refusal = _refused(_with(word_file(paragraph("Fares.")), "word/vbaProject.bin", b"Sub AutoOpen()"))
    assert refusal.message == "It carries macros."


def _related(kind: str) -> bytes:
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        'Target="http://elsewhere.example/part.docx" TargetMode="External"/></Relationships>'
    )
    return _with(word_file(paragraph("Fares.")), "word/_rels/header9.xml.rels", related.encode())


@pytest.mark.parametrize("kind", ["subDocument", "frame", "oleObject", "aFChunk"])
def test_a_file_whose_text_stands_elsewhere_in_part_is_refused(kind: str) -> None:
    assert _refused(_related(kind)).message == "A part of its text stands in another file."


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate", "image"])
def test_a_link_a_template_or_a_picture_elsewhere_is_never_fetched(kind: str) -> None:
    assert "Fares." in word.read(_related(kind), name="reply.docx").paper.draft.text


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>',
        '<!DOCTYPE a SYSTEM "http://elsewhere/a.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml", "word/numbering.xml"])
def test_entities_and_outside_files_are_refused_in_every_part(declared: str, part: str) -> None:
    data = word_file(paragraph("Fares."), notes={1: "Low."})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read(part)
    assert isinstance(_refused(_repacked(data, part, declared.encode() + content)), HostileXml)


def test_a_declaration_in_another_encoding_is_refused_too() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    assert isinstance(_refused(_repacked(word_file(paragraph("Fares.")), "word/document.xml", hidden)), HostileXml)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word_file(paragraph("Fares are low."))[:400], "cut short"),
        (word_file(""), "no words"),
        (_repacked(word_file(paragraph("Fares.")), "word/document.xml", b"<w:document"), "broken"),
        (_repacked(word_file(paragraph("Fares.")), "word/document.xml", b"<a>" * 400 + b"</a>" * 400), "broken"),
    ],
    ids=["cut", "empty", "unclosed", "too deep"],
)
def test_a_broken_file_is_refused_with_a_cure(data: bytes, said: str) -> None:
    assert said in _refused(data).message


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=4))
def test_a_file_with_wrong_bytes_is_read_or_refused_in_order(place: int, wrong: bytes) -> None:
    data = bytearray(_WHOLE)
    place %= len(data)
    data[place : place + len(wrong)] = wrong
    try:
        word.looks_like(bytes(data))
        word.against(bytes(data), name="reply.docx", ours=draft_of())
    except UnreadableInput as refusal:
        assert refusal.remedy


_WHOLE = word.write(paper())


# -- LibreOffice ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for LibreOffice to work in."""
    if SOFFICE is None:
        pytest.skip("no soffice or libreoffice on the PATH (Debian: apt-get install libreoffice-writer)")
    yield tmp_path_factory.mktemp("office")


def _saved_by_office(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice opens it and saves it again."""
    path, out = folder / "redline.docx", folder / "out"
    path.write_bytes(data)
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*command, "docx", "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=300)
    return (out / path.name).read_bytes()


def test_libreoffice_opens_a_redline_and_keeps_both_texts_and_every_author(office: Path) -> None:
    handed = paper()
    assert handed.before is not None
    saved = _saved_by_office(word.write(handed), office)
    assert both(saved) == (handed.draft.text, handed.before.text)
    text = from_word(saved, name="saved.docx")
    assert text.authors == ("Corvany", "Halvern")
    assert len(text.comments) == len(ORDERS)


def test_what_libreoffice_saved_comes_in_as_the_same_proposals(office: Path) -> None:
    handed = paper()
    saved = _saved_by_office(word.write(handed), office)
    assert handed.before is not None
    found = word.against(saved, name="saved.docx", ours=handed.before)
    assert found.draft.text == handed.draft.text
    assert {one.proposer for one in found.instructions} == {"Corvany", "Halvern"}


# -- tables ---------------------------------------------------------------------------------------


def _said(words_: str, change: Change = Change.KEPT) -> Line:
    return Line(ProvisionKind.PARAGRAPH, (Stretch(words_, change),))


def _sheet(*cell: Line) -> Sheet:
    row = ((_said("Article 1"),), (_said("The ferry runs daily."),), cell)
    return Sheet("Ferry", (Table(("Article", "Ours", "Theirs"), (row,)),), (about(draft_of()),))


def test_a_table_is_a_table_with_its_heads_on_every_page() -> None:
    opened = docx.Document(io.BytesIO(word.write_sheet(_sheet(_said("It runs."), _said("It rests.")))))
    (table,) = opened.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Article", "Ours", "Theirs"],
        ["Article 1", "The ferry runs daily.", "It runs.\nIt rests."],
    ]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert opened.sections[0].page_width > opened.sections[0].page_height
    assert fingerprint(draft_of()) in opened.paragraphs[-1].text


def test_changes_in_a_table_are_told_without_colour() -> None:
    cell = _said("weekly", Change.INSERTED), _said("daily", Change.DELETED), _said("kept")
    opened = docx.Document(io.BytesIO(word.write_sheet(_sheet(*cell))))
    runs = {run.text: run.font for run in opened.tables[0].rows[1].cells[2].paragraphs[0].runs}
    assert (runs["weekly"].underline, runs["weekly"].strike) == (True, None)
    assert (runs["daily"].underline, runs["daily"].strike) == (None, True)
    assert (runs["kept"].underline, runs["kept"].strike) == (None, None)


def test_a_table_gives_the_same_bytes_twice_and_refuses_signs_that_no_file_can_hold() -> None:
    assert word.write_sheet(_sheet(_said("It runs."))) == word.write_sheet(_sheet(_said("It runs.")))
    with pytest.raises(UnwritableText, match=r"U\+0007"):
        word.write_sheet(_sheet(_said("It\x07runs.")))

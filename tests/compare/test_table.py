"""Drafts side by side, case by case, and what holds of any drafts."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import drafts

from travaux.compare.overlay import units
from travaux.compare.reasons import Reason, ReasonKind
from travaux.compare.render import as_text
from travaux.compare.table import Synopsis, table
from travaux.errors import UnwritableText
from travaux.exchange.export import export
from travaux.exchange.formats import Format, Matter, format_named, holding
from travaux.exchange.synopsis import synopsis
from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.text.draft import PRINTED_ONLY, Draft
from travaux.text.outline import outline
from travaux.text.parse import parse


def _draft(name: str, words: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _told(told: Synopsis) -> str:
    """A row after the other, each cell under the number of its column."""
    lines = []
    for row in told.rows:
        lines.append(f"{row.name}{'' if row.changed else ': the same throughout'}")
        for column, cell in enumerate(row.cells, start=1) if row.changed else ():
            words = as_text(cell.redline).split("\n") if cell.provision else ["nothing"]
            lines += [f"  {column} | {line}" for line in words]
    return "\n".join(lines)


@pytest.mark.parametrize("case", cases("compare", "table"))
def test_drafts_stand_side_by_side(case: Path) -> None:
    columns = [_draft(path.stem, read(path)) for path in sorted(case.glob("draft_*.txt"))]

    hold(case, table=_told(table(columns)))


@settings(max_examples=40, deadline=None)
@given(st.lists(drafts(), min_size=2, max_size=4))
def test_every_provision_of_every_draft_stands_in_one_row(columns: list[Draft]) -> None:
    told = table(columns)

    for place, draft in enumerate(columns):
        found = [row.cells[place].provision.text for row in told.rows if row.cells[place].provision is not None]
        assert sorted(found) == sorted(each.text for each in units(draft.provisions) if each.kind not in PRINTED_ONLY)


@settings(max_examples=40, deadline=None)
@given(st.lists(drafts(), min_size=2, max_size=4))
def test_the_first_draft_keeps_its_order(columns: list[Draft]) -> None:
    found = [row.cells[0].provision.text for row in table(columns).rows if row.cells[0].provision is not None]

    assert "\n".join(found) == columns[0].text


@settings(max_examples=30, deadline=None)
@given(drafts(), st.integers(2, 4))
def test_a_draft_beside_itself_is_the_same_throughout(draft: Draft, count: int) -> None:
    assert not any(row.changed for row in table([draft] * count).rows)


@settings(max_examples=30, deadline=None)
@given(drafts(), drafts())
def test_each_cell_spells_its_provision(one: Draft, other: Draft) -> None:
    for row in table([one, other]).rows:
        for cell in row.cells:
            assert cell.provision is None or cell.redline.accepted == cell.provision.text


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_table_has_two_to_four_drafts(count: int) -> None:
    with pytest.raises(ValueError, match="a table has 2 to 4 drafts"):
        table([_draft("d", "Treaty\nArticle 1\nFree.\nArticle 2\nDaily.")] * count)


def _commented() -> Synopsis:
    ours = _draft("ours", "Treaty\nArticle 1\nThe ferry runs daily.\nArticle 2\nIt is free.")
    theirs = _draft("theirs", "Treaty\nArticle 1\nThe ferry runs weekly.\nArticle 2\nIt is free.")
    said = Reason(ReasonKind.REASON, theirs.id, parse("Article 1"), "They have one boat.", Citation("note", 4, 23))
    return table([ours, theirs], comments=[said])


def test_a_comment_stands_in_the_row_of_its_clause() -> None:
    assert [row.name for row in _commented().rows if row.comments] == ["Article 1"]


def test_the_word_file_has_the_table_with_its_marks() -> None:
    sheet = synopsis(_commented(), heads=["Ours", "Theirs"])
    word = docx.Document(io.BytesIO(export(sheet, to=format_named("word"))))
    (laid,) = word.tables

    assert [cell.text for cell in laid.rows[0].cells] == ["Provision", "Ours", "Theirs", "Comment"]
    assert [cell.text for cell in laid.rows[2].cells] == [
        "Article 1",
        "Article 1\nThe ferry runs daily.",
        "Article 1\nThe ferry runs dailyweekly.",
        "They have one boat. (note, characters 4-23)",
    ]
    runs = [run for paragraph in laid.rows[2].cells[2].paragraphs for run in paragraph.runs if run.text.strip()]
    assert [(run.text, bool(run.font.strike), bool(run.font.underline)) for run in runs[1:]] == [
        ("The ferry runs ", False, False), ("daily", True, False), ("weekly", False, True), (".", False, False),
    ]  # fmt: skip
    assert any("SHA-256 of the words" in paragraph.text for paragraph in word.paragraphs)


def test_the_same_table_gives_the_same_bytes() -> None:
    sheet = synopsis(_commented(), heads=["Ours", "Theirs"])

    assert export(sheet, to=format_named("word")) == export(sheet, to=format_named("word"))


def test_only_what_is_not_the_same_is_laid_out_when_asked_for() -> None:
    told = _commented()
    (whole,), (changed,) = (synopsis(told, heads=["Ours", "Theirs"], changed=only).pieces for only in (False, True))

    assert (len(whole.rows), len(changed.rows)) == (3, 1)  # type: ignore[union-attr]


def test_a_sign_that_word_cannot_hold_is_refused() -> None:
    ours = _draft("ours", "Treaty\nArticle 1\nThe ferry\x01 runs.\nArticle 2\nIt is free.")

    with pytest.raises(UnwritableText, match=r"U\+0001"):
        export(synopsis(table([ours, ours]), heads=["Ours", "Theirs"]), to=format_named("word"))


@pytest.mark.parametrize("form", holding(Matter.TABLE), ids=str)
def test_every_format_of_tables_has_the_words_of_every_column(form: Format) -> None:
    written = export(synopsis(_commented(), heads=["Ours", "Theirs"]), to=form)

    assert written
    if form.media_type.startswith("text/"):
        assert all(words in written.decode() for words in ("weekly", "daily", "They have one boat."))

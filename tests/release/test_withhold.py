"""What is left of a document when words of it are withheld."""

from __future__ import annotations

import datetime
from dataclasses import replace

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from travaux.findings import Citation, Finding
from travaux.record.document import Block, BlockKind, Document, Kind, Note, PageBreak, Reference, SourceNote
from travaux.record.withheld import withheld
from travaux.release.amount import LINE, name
from travaux.release.cut import Cut
from travaux.release.edition import edition
from travaux.release.mark import Edition, Mark, Unit
from travaux.release.withhold import withhold

BODY = (
    "The Minister received me alone.",
    "He said that the fishing limits could be settled on the basis of twelve miles, and asked for time.",
    "1. The Ferry Board will be told in March.",
    "Harlow",
)


def document(*paragraphs: str, **fields: object) -> Document:
    body = tuple(Block(BlockKind.PARAGRAPH, words) for words in paragraphs or BODY)
    made = Document(id="files/d1", title="Telegram From Port Ilvane", kind=Kind.TELEGRAM, body=body)
    return replace(made, **fields)  # type: ignore[arg-type]


def cut(of: Document, words: str, *, marker: str = "") -> Cut:
    start = of.text.index(words)
    return Cut(start, start + len(words), marker=marker)


def test_words_give_way_to_how_many_lines_they_are() -> None:
    whole = document()
    left = withhold(whole, [cut(whole, "could be settled on the basis of twelve miles")]).document
    marker = "[1 line of source text not declassified]"
    assert left.text.split("\n")[1] == f"He said that the fishing limits {marker}, and asked for time."
    assert [each.text for each in left.withheld] == [marker]
    assert (left.withheld[0].amount, left.withheld[0].unit) == (1.0, "lines")


def test_a_whole_paragraph_is_told_as_one() -> None:
    whole = document()
    left = withhold(whole, [cut(whole, BODY[1])]).document
    assert left.body[1].text == "[1 paragraph (2 lines of source text) not declassified]"
    assert (left.body[0].text, left.body[2].text) == (BODY[0], BODY[2])


def test_a_cut_over_a_paragraphs_end_leaves_the_rest_of_the_next_as_one() -> None:
    whole = document()
    start, end = whole.text.index("twelve"), whole.text.index("will be told")
    left = withhold(whole, [Cut(start, end)]).document
    assert (
        left.body[1].text.endswith("on the basis of [1 line of source text not declassified]")
        or "[" in left.body[1].text
    )
    assert left.body[2].text == "will be told in March."


def test_a_cut_goes_on_to_the_end_of_a_word() -> None:
    whole = document()
    start = whole.text.index("twelve") + 2
    left = withhold(whole, [Cut(start, start + 2)]).document
    assert "tw" not in left.body[1].text.replace("[less than 1 line of source text not declassified]", "")


def test_cuts_that_meet_are_one() -> None:
    whole = document()
    left = withhold(whole, [cut(whole, "twelve"), cut(whole, "miles")]).document
    assert len(left.withheld) == 1


def test_a_name_tells_no_amount() -> None:
    whole = document()
    left = withhold(whole, [cut(whole, "Harlow", marker=name())]).document
    assert left.body[3].text == "[name not declassified]"


def test_who_signed_goes_with_the_signature() -> None:
    whole = document(signed="Harlow", place="Port Ilvane")
    left = withhold(whole, [cut(whole, "Harlow")]).document
    assert (left.signed, left.place) == (None, "Port Ilvane")


def test_a_document_withheld_in_full_keeps_its_heading_and_source_note() -> None:
    note = SourceNote(text="Source: Ilvane Archive, 12/4. Secret.", mark="*")
    whole = document(source_note=note, subject="Fishing limits", notes=(Note("1", "See twelve miles.", 5),))
    left = withhold(whole, [], in_full=True).document
    assert (left.title, left.source_note) == (whole.title, note)
    assert left.text == "[3 lines of source text not declassified]"
    assert b"ishing" not in msgspec.json.encode(left)


def test_what_other_marks_withhold_of_heading_and_source_note_stays_so_in_a_document_withheld_in_full() -> None:
    note = SourceNote(text="Source: Archive. Drafted by Quill.", mark="*", drafted_by=("Quill",))
    whole = document("Port Ilvane, May 3.", *BODY, source_note=note, place="Port Ilvane", date_text="May 3")
    start = note.text.index("Quill")
    marks = [Cut(start, start + 5, "*", name()), cut(whole, "May 3")]
    left = withhold(whole, marks, in_full=True).document
    assert left.source_note
    assert (left.source_note.drafted_by, left.date_text) == ((), None)
    assert b"Quill" not in msgspec.json.encode(left)
    assert left.text == "[3-1/2 lines of source text not declassified]"


def test_an_edition_has_both_the_mark_on_a_document_and_those_on_words_of_it() -> None:
    note = SourceNote(text="Source: Archive. Drafted by Quill.", mark="*", drafted_by=("Quill",))
    whole = document(source_note=note)
    start = note.text.index("Quill")
    places = {Unit.DOCUMENT: whole.cite(0, len(whole.text)), Unit.NAME: Citation(whole.id, start, start + 5, "*")}
    marks = [
        Mark(number=number, at=at, reason="R.", authority="A.", date=datetime.date(1993, 1, 1), unit=unit)
        for number, (unit, at) in enumerate(places.items())
    ]
    assert b"Quill" not in msgspec.json.encode(edition(whole, marks, Edition.PUBLIC).document)
    assert edition(whole, marks, Edition.INTERNAL).document == whole


def test_a_footnote_on_withheld_words_is_withheld() -> None:
    whole = document(notes=(Note("1", "So the map of twelve miles.", len(BODY[0]) + 20), Note("2", "Of April.", 10)))
    left = withhold(whole, [cut(whole, BODY[1])]).document
    assert left.notes[0].text == "[Footnote (less than 1 line of source text) not declassified]"
    assert left.notes[1] == Note("2", "Of April.", 10)


def test_words_of_a_note_are_withheld_and_what_was_read_from_them_too() -> None:
    note = SourceNote(text="Source: Archive. Drafted by Quill; cleared with Sand.", mark="*", drafted_by=("Quill",),
                      cleared_with=("Sand",))  # fmt: skip
    whole = document(source_note=note)
    start = note.text.index("Quill")
    left = withhold(whole, [Cut(start, start + 5, note="*", marker=name())]).document
    assert left.source_note == SourceNote(
        text="Source: Archive. Drafted by [name not declassified]; cleared with Sand.", mark="*", drafted_by=(),
        cleared_with=("Sand",)
    )  # fmt: skip


def test_what_is_anchored_moves_with_its_words_or_goes_with_them() -> None:
    whole = document()
    gone, stays = whole.text.index("twelve"), whole.text.index("Ferry Board")
    whole = replace(
        whole,
        references=(
            Reference(Citation(whole.id, gone, gone + 6), "twelve", "v/d2"),
            Reference(Citation(whole.id, stays, stays + 11), "Ferry Board", "v/d3"),
        ),
        findings=(Finding("unread", "Not understood: “twelve”.", Citation(whole.id, gone, gone + 6)),),
        page_breaks=(PageBreak("7", gone + 2), PageBreak("8", stays)),
    )
    copy = withhold(whole, [cut(whole, "twelve miles")])
    left = copy.document
    assert [left.passage(each.at) for each in left.references] == ["Ferry Board"]
    assert left.findings == ()
    assert left.text[left.page_breaks[1].offset :].startswith("Ferry Board")
    assert copy.at(Citation(whole.id, gone, gone + 3)) is None


def test_a_cut_behind_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="a cut to 9999"):
        withhold(document(), [Cut(0, 9999)])
    with pytest.raises(ValueError, match="has no note 7"):
        withhold(document(), [Cut(0, 2, note="7")])


words = st.text("abcdefgh ,.", min_size=1, max_size=80).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(words, min_size=1, max_size=5), st.data())
def test_every_word_left_is_one_of_the_document_in_its_order(paragraphs: list[str], data: st.DataObject) -> None:
    whole = document(*paragraphs)
    start = data.draw(st.integers(0, len(whole.text) - 1))
    end = data.draw(st.integers(start + 1, len(whole.text)))
    assume(whole.text[start:end].strip())
    copy = withhold(whole, [Cut(start, end)])
    left = copy.document.text
    for first, last, now in copy.kept.kept:
        assert left[now : now + last - first] == whole.text[first:last]
    rest = left
    for each in copy.document.withheld:
        rest = rest.replace(each.text, "", 1)
    assert "".join(rest.split()) == "".join("".join(whole.text[a:b] for a, b, _ in copy.kept.kept).split())
    assert list(withheld(left, document=whole.id)) == list(copy.document.withheld)
    assert len(copy.document.withheld) == 1


@given(st.text("xyz", min_size=1, max_size=LINE // 2), st.text("uvw ", min_size=1, max_size=LINE // 2 - 1))
def test_nothing_but_the_amount_told_tells_one_secret_from_another(one: str, other: str) -> None:
    other = other.strip() or "u"
    copies = []
    for secret in (one, other):
        whole = document("It was", f"agreed that {secret} should follow", "in May.", signed=secret)
        start = whole.text.index("that ") + 5
        copies.append(withhold(whole, [Cut(start, start + len(secret))]).document)
    assert msgspec.json.encode(copies[0]) == msgspec.json.encode(copies[1])

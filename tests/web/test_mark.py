from __future__ import annotations

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from tests.web.page import Page

from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document, Kind, Note, PageBreak
from travaux.web.document.lay_out import lay_out
from travaux.web.document.mark import Look, Mark, Point, Sign, mark

texts = st.text(alphabet="ab <>&\"'{}%\u00e9\u4e2d", max_size=30)
offsets = st.integers(0, 35)
spans = st.tuples(offsets, offsets).map(sorted)
marks = st.lists(st.builds(lambda span, look: Mark(*span, look), spans, st.sampled_from(Look)), max_size=6)
points = st.lists(st.builds(Point, offsets, st.sampled_from(Sign), st.just("1")), max_size=4)


@given(texts, marks, points, st.integers(0, 20))
def test_the_words_of_the_stretches_are_the_text(words: str, marks: list[Mark], points: list[Point], at: int) -> None:
    assert "".join(each.words for each in mark(words, marks, points, at=at)) == words


@given(texts, marks, st.integers(0, 20))
def test_each_character_is_under_the_marks_that_cover_it(words: str, marks: list[Mark], at: int) -> None:
    offset = at
    for stretch in mark(words, marks, at=at):
        for _ in stretch.words:
            assert set(stretch.marks) == {each for each in marks if each.start <= offset < each.end}
            offset += 1


@given(texts, marks, points)
def test_each_mark_and_point_within_the_text_stands_once_at_its_place(
    words: str, marks: list[Mark], points: list[Point]
) -> None:
    offset, begun, stood = 0, [], []
    for stretch in mark(words, marks, points):
        assert all(each.start == offset for each in stretch.begins)
        assert all(each.offset == offset for each in stretch.points)
        begun += stretch.begins
        stood += stretch.points
        offset += len(stretch.words)
    assert sorted(begun, key=str) == sorted((each for each in marks if each.start <= len(words)), key=str)
    assert sorted(stood, key=str) == sorted((each for each in points if each.offset <= len(words)), key=str)


def test_marks_that_overlap_are_cut_where_one_begins_or_ends() -> None:
    draft, instruction = Mark(0, 4, Look.DRAFT), Mark(2, 6, Look.INSTRUCTION)
    stretches = mark("abcdefgh", [draft, instruction])
    assert [each.words for each in stretches] == ["ab", "cd", "ef", "gh"]
    assert stretches[1].looks == "is-draft is-instruction c0-4 c2-6"


blocks = st.lists(
    st.builds(
        lambda kind, text: Block(kind, text if kind is BlockKind.ROW else text.replace("\t", " ")),
        st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.ROW] + [BlockKind.ROW]),
        st.text(alphabet="ab \t<&{}'\"", max_size=12),
    ),
    min_size=1,
    max_size=6,
).map(tuple)
passages = st.lists(
    st.builds(
        lambda look, span: (look, Citation("a/d1", *span)),
        st.sampled_from(Look),
        st.tuples(offsets, offsets).map(sorted),
    ),
    max_size=5,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    body = draw(blocks)
    length = len("\n".join(block.text for block in body))
    within = st.integers(0, length)
    return Document(
        id="a/d1",
        title="Note",
        kind=Kind.NOTE,
        body=body,
        notes=tuple(Note(str(n), "Not printed.", draw(within)) for n in range(draw(st.integers(0, 3)))),
        page_breaks=tuple(PageBreak(str(n), draw(within)) for n in range(draw(st.integers(0, 2)))),
    )


@given(documents(), passages)
def test_the_body_as_laid_out_is_the_text_of_the_document(
    document: Document, passages: list[tuple[Look, Citation]]
) -> None:
    lines = [line for _, group in lay_out(document, passages, ()).groups for line in group]
    cells = ["\t".join("".join(each.words for each in cell) for cell in line.cells) for line in lines]
    assert "\n".join(cells) == document.text


@given(documents(), passages)
def test_the_words_that_a_browser_shows_of_a_line_are_the_words_of_the_line(
    document: Document, passages: list[tuple[Look, Citation]]
) -> None:
    for _, group in lay_out(document, passages, ()).groups:
        for line in group:
            for cell in line.cells:
                html = render_to_string("stretches.html", {"stretches": cell})
                shown = Page(f"<p class=body>{html}</p>").text(class_="body", without=("page-mark", "note-mark"))
                assert shown == "".join(each.words for each in cell)

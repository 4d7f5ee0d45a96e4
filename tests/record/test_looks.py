"""Laws: a document printed in a look and read back says the same, and no word is lost or added."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.printing import Paper, as_memo, as_note

from travaux.errors import UnreadableInput
from travaux.record import Document, read

#: The first example also builds the grammars.
LAW = settings(deadline=None)
WORDS = "harbor pilot strait lights consent minister vessel treaty anchorage reply clause notice Serrat Quillon".split()
PLACES = st.sampled_from(["Tessenay", "Port Quillon", "Dunmarch"])
NAMES = st.lists(st.sampled_from(["Pell", "Ash", "J. B. Rook", "Fenwray"]), min_size=1, max_size=3, unique=True)
MARKED = st.sampled_from(
    [
        "{} {}.",
        "{}* {}.",
        "{}, {}.*",
        "“{}”* {}.",
        "{} |{}.",
        "{}|{}.",
        "{} {} of 1962* and [2 lines not declassified].",
    ]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    first, second, third = (draw(st.sampled_from(WORDS)) for _ in range(3))
    return f"The {first} " + draw(MARKED).format(first, second, third)


paragraphs = st.lists(sentences(), min_size=1, max_size=3).map(" ".join)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    body = tuple(draw(st.lists(paragraphs, min_size=1, max_size=3)))
    items = tuple(draw(st.lists(paragraphs, max_size=3)))
    marks = sum(words.count("*") for words in (*body, *items))
    return Paper(
        number=draw(st.integers(1, 999)),
        sender="Embassy in Corvany",
        addressee="Ministry of External Affairs",
        dateline=f"{draw(PLACES)}, May {draw(st.integers(1, 31))}, 1962, 3 p.m.",
        own_number=draw(st.integers(20, 9999)),
        paragraphs=body,
        items=items,
        signed=draw(st.sampled_from(["Carrowmere", "Hugh Carrowmere", "J. B. Pell, Jr."])),
        notes=tuple(f"Note {number} on {draw(st.sampled_from(WORDS))}." for number in range(1, marks + 1)),
        drafted_by=tuple(draw(NAMES)),
        repeated_to=tuple(draw(st.lists(st.sampled_from(["Zenda", "Strelsau"]), min_size=1, max_size=2, unique=True))),
    )


def _read(words: str) -> Document:
    (document,) = read(words.encode(), name="paper.txt")
    return document


def _check(document: Document, paper: Paper) -> None:
    assert (document.title, document.number) == (paper.title, str(paper.number))
    assert (document.sender, document.addressee) == (paper.sender, paper.addressee)
    assert document.dateline == paper.dateline
    assert document.own_number == str(paper.own_number)
    assert document.signed == paper.signed
    assert document.classification == "secret"
    assert [block.text for block in document.body] == paper.words
    assert [note.text for note in document.notes] == list(paper.notes)
    assert [note.mark for note in document.notes] == [str(n) for n in range(1, len(paper.notes) + 1)]
    assert len(document.withheld) == document.text.count("not declassified")
    assert not document.findings


@LAW
@given(papers())
def test_a_document_printed_with_its_notes_is_read_back(paper: Paper) -> None:
    document = _read(as_note(paper))
    _check(document, paper)
    assert document.source_note is not None
    assert document.source_note.text == paper.source
    assert (document.source_note.drafted_by, document.source_note.repeated_to) == (paper.drafted_by, paper.repeated_to)


@LAW
@given(papers())
def test_a_document_printed_under_its_file_number_is_read_back(paper: Paper) -> None:
    document = _read(as_memo(paper))
    _check(document, paper)
    assert document.source_note is not None
    assert (document.source_note.file_number, document.source_note.handling) == ("412.7/5-962", ("niact",))


@LAW
@given(papers())
def test_every_mark_is_found_where_it_stood(paper: Paper) -> None:
    document = _read(as_note(paper))
    printed = "\n".join([f"{paper.own_number}. {paper.paragraphs[0]}", *paper.paragraphs[1:]])
    printed = "\n".join([printed, *(f"({n}) {words}" for n, words in enumerate(paper.items, 1))]).replace("|", "")
    offsets = [place - printed.count("*", 0, place) for place, sign in enumerate(printed) if sign == "*"]
    assert [note.offset for note in document.notes] == offsets


@LAW
@given(papers())
def test_what_is_anchored_lies_inside_the_text(paper: Paper) -> None:
    document = _read(as_note(paper))
    assert all(0 <= page.offset <= len(document.text) for page in document.page_breaks)
    assert all(document.passage(passage.at) == passage.text for passage in document.withheld)


@LAW
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_order(words: str) -> None:
    try:
        (document,) = read(words.encode(), name="paper.txt")
    except UnreadableInput as refusal:
        assert refusal.remedy
    else:
        assert document.id == "paper"


@LAW
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_order(data: bytes) -> None:
    try:
        read(data, name="paper.txt")
    except UnreadableInput as refusal:
        assert refusal.at == "paper.txt"

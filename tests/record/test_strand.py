"""Running text: where the spaces go, and where the anchors stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from travaux.record import Document, read
from travaux.record.formats.tei_body import BodyReader, opening
from travaux.record.strand import Anchor, AnchorKind, Strand, StrandBuilder, joined, spaced, spaced_plainly

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" xml:id="d1" n="1">'
    "<head>1. Editorial Note</head>{}</div></body></text></TEI>"
)
NOTE = '<note n="1">Not printed.</note>'


def _read(markup: str) -> Document:
    (document,) = read(TEI.format(markup).encode(), name="v.xml")
    return document


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (f"<p>Rook\n   {NOTE} called.</p>", "Rook called."),
        (f"<p>Rook\n   {NOTE}, who called.</p>", "Rook, who called."),
        (f"<p>Rook {NOTE}called.</p>", "Rook called."),
        ("<p>(<hi>\n  <hi>ibid.</hi>\n  </hi>)</p>", "(ibid.)"),
        ("<p>the <hi>\n <hi>Honey Fitz</hi>\n</hi> sailed</p>", "the Honey Fitz sailed"),
        ('<p>har<pb n="7"/>bor</p>', "harbor"),
        ("<p>Quiet<lb/>Talks</p>", "Quiet Talks"),
        ("<p>a <!-- not printed -->b</p>", "a b"),
        ("<p>one <del>two</del> three</p>", "one two three"),
    ],
)
def test_spaces_stand_where_the_page_has_them(markup: str, words: str) -> None:
    assert _read(markup).text == words


def test_a_page_begins_before_the_word_that_follows_it() -> None:
    document = _read('<p>He went <pb n="7"/>home.</p><pb n="8"/><p>He slept.</p><pb n="9"/>')
    assert [(page.page, document.text[page.offset :]) for page in document.page_breaks] == [
        ("7", "home.\nHe slept."),
        ("8", "He slept."),
    ]


def test_a_note_on_the_heading_has_no_place_in_the_text() -> None:
    (document,) = read(TEI.replace("Note<", f"Note{NOTE}<").format("<p>Peace.</p>").encode(), name="v.xml")
    assert [note.offset for note in document.notes] == [None]


def test_the_paragraphs_of_a_note_are_kept_apart() -> None:
    document = _read('<p>Peace.<note n="1"><p>See below.</p><p>And above.</p></note></p>')
    assert document.notes[0].text == "See below.\nAnd above."


def test_withheld_words_of_a_note_are_cited_in_the_note() -> None:
    document = _read('<p>Peace.<note n="3">By [<hi>name not declassified</hi>].</note></p>')
    (passage,) = document.withheld
    assert (passage.at.note, document.passage(passage.at)) == ("3", "[name not declassified]")


def test_joined_strands_keep_what_is_anchored_in_them() -> None:
    strand = Strand("home", (Anchor(AnchorKind.NOTE, "0", 4, 4),))
    assert joined((Strand("at"), strand)).anchors == (Anchor(AnchorKind.NOTE, "0", 7, 7),)


def test_a_reference_covers_its_own_words() -> None:
    builder = StrandBuilder()
    builder.words("See ")
    builder.open_reference("v/d2")
    builder.words("Document 2")
    builder.close_reference()
    builder.words(".")
    strand = builder.strand()
    (anchor,) = strand.anchors
    assert strand.text[anchor.start : anchor.end] == "Document 2"


def test_comments_and_instructions_are_no_text() -> None:
    assert _read("<?page 1?><p>Peace.<?x y?></p>").text == "Peace."


_texts = st.lists(st.text(alphabet="ab ,(.\n”", max_size=6), max_size=6)


@given(_texts, _texts)
def test_words_are_the_same_however_they_are_cut(before: list[str], behind: list[str]) -> None:
    cut, whole = StrandBuilder(), StrandBuilder()
    for text in before:
        cut.words(text)
    whole.words("".join(before))
    for builder in (cut, whole):
        builder.note("0")
    for text in behind:
        cut.words(text)
    whole.words("".join(behind))
    assert cut.strand() == whole.strand()


_names = st.sampled_from(["persName", "gloss", "hi", "placeName"])
_text = st.text(alphabet="ab ,(.\n”", max_size=8)


@given(_text, st.lists(st.tuples(_names, _text, _text), max_size=4))
def test_words_alone_are_read_as_they_are_among_others(text: str, children: list[tuple[str, str, str]]) -> None:
    inner = "".join(f"<{name}>{words}</{name}>{tail}" for name, words, tail in children)
    paragraph = etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0">{text}{inner}</p>')
    builder = StrandBuilder()
    BodyReader("v")._run(paragraph, builder)
    words, rest = opening(paragraph)
    assert rest is None
    assert spaced(words) == builder.strand().text


@given(st.text(alphabet="ab ,\n\r\t\u00a0\u2028\u200b\x1c’"))
def test_spaces_are_trimmed_as_if_every_word_were_split_off(text: str) -> None:
    assert spaced(text) == " ".join(text.split())


@given(st.text(alphabet="ab ,\n’"))
def test_blanks_and_line_ends_alone_are_trimmed_as_all_white_space_is(text: str) -> None:
    assert spaced_plainly(text) == spaced(text)


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2003", "\u3000", "&#160;", "&#x2009;", "&#13;", "\x85"])
def test_white_space_of_any_kind_parts_words_by_one_space(space: str) -> None:
    assert _read(f"<p>Rook{space}\n called.</p><p>He {space}went.</p>").text == "Rook called.\nHe went."


def test_white_space_of_another_encoding_parts_words_by_one_space() -> None:
    markup = '<?xml version="1.0" encoding="ISO-8859-1"?>' + TEI.format("<p>Rook\u00a0 called.</p>")
    (document,) = read(markup.encode("latin-1"), name="v.xml")
    assert document.text == "Rook called."

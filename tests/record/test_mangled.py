"""Laws that hold of documents however they are mangled: lines lost, doubled and moved, odd signs, odd encodings."""

from __future__ import annotations

import pytest
from fuzz import pages
from fuzz.laws import markup_law, text_law
from fuzz.seeds import seeds
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.errors import UnreadableInput
from travaux.record import read

LAW = settings(deadline=None, max_examples=60)
TEXTS = [
    seed.decode()
    for target in ("text", "volume")
    for seed in seeds(target)
    if seed.isascii() or seed.decode("utf-8", "ignore")
]
ODD = st.sampled_from(
    ["\u00ad", "\ufb01", "\ufb02", "\u200b", "\u202e", "\u2066", "\ufeff", "\u0301", "\u2028", "\u00a0", "\x85"]
)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "mac-roman", "shift-jis"]
)


@st.composite
def mangled_lines(draw: st.DrawFn) -> str:
    """A document with lines left out, doubled, moved or cut."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        length = draw(st.integers(1, 8))
        taken = lines[place : place + length]
        match draw(st.sampled_from(["drop", "double", "move", "cut", "join", "shuffle"])):
            case "drop":
                lines[place : place + length] = []
            case "double":
                lines[place:place] = taken
            case "move":
                lines[place : place + length] = []
                goal = draw(st.integers(0, len(lines)))
                lines[goal:goal] = taken
            case "cut":
                middle = len(lines[place]) // 2
                lines[place : place + 1] = [lines[place][:middle], lines[place][middle:]]
            case "join":
                lines[place : place + length] = ["".join(taken)]
            case _:
                lines[place : place + length] = draw(st.permutations(taken))
        lines = lines or [""]
    return "\n".join(lines)


@LAW
@given(mangled_lines(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_word_is_lost_added_or_doubled_when_lines_are_mangled(words: str, end: str) -> None:
    TARGETS["text"](words.replace("\n", end).encode())


@LAW
@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 9000), ODD), min_size=1, max_size=12))
def test_odd_signs_are_kept(words: str, odd: list[tuple[int, str]]) -> None:
    for place, sign in odd:
        place %= len(words) + 1
        words = words[:place] + sign + words[place:]
    TARGETS["text"](words.encode())


@LAW
@given(st.sampled_from(TEXTS), st.integers(0, 9000))
def test_a_text_with_a_zero_byte_is_refused(words: str, place: int) -> None:
    place %= len(words) + 1
    with pytest.raises(UnreadableInput, match="zero byte") as refusal:
        read((words[:place] + "\0" + words[place:]).encode(), name="given.txt")
    assert refusal.value.remedy


@LAW
@given(st.sampled_from(TEXTS), ENCODINGS)
def test_a_text_in_another_encoding_is_read_by_the_law_or_refused(words: str, encoding: str) -> None:
    TARGETS["text"](words.encode(encoding, errors="replace"))


@LAW
@given(st.sampled_from(TEXTS), st.integers(1, 9000))
def test_a_text_cut_in_the_middle_keeps_the_words_above_the_cut(words: str, place: int) -> None:
    TARGETS["text"](words[: place % len(words) + 1].encode())


@LAW
@given(st.sampled_from(TEXTS))
def test_line_ends_of_any_system_are_read_alike(words: str) -> None:
    try:
        documents = read(words.encode(), name="given.txt")
    except UnreadableInput:
        return
    for end in ("\r\n", "\r"):
        assert read(words.replace("\n", end).encode(), name="given.txt") == documents


@st.composite
def mangled_markup(draw: st.DrawFn, target: str) -> bytes:
    """Markup with elements left out, put in, opened too early or too late."""
    made = bytearray(draw(st.sampled_from(list(seeds(target)))))
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(made)))
        made[place : place + draw(st.integers(0, 6))] = bytes(draw(st.lists(st.integers(0x20, 0xFF), max_size=4)))
    return bytes(made)


@settings(deadline=None, max_examples=150)
@given(mangled_markup("tei"))
def test_no_word_of_mangled_tei_is_lost_added_or_doubled(made: bytes) -> None:
    TARGETS["tei"](made)


@settings(deadline=None, max_examples=150)
@given(mangled_markup("html"))
def test_no_word_of_a_mangled_page_is_added_or_doubled(made: bytes) -> None:
    TARGETS["html"](made)


@LAW
@given(mangled_markup("word"))
def test_no_word_of_a_mangled_word_file_is_added_or_doubled(made: bytes) -> None:
    TARGETS["word"](made)


# -- what fuzzing found ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "text", "signed"),
    [
        ("<list>In the list. <item>In its item.</item></list>", "In the list.\nIn its item.", None),
        (
            "<row>Beside the cells. <cell>In one.</cell> Behind it. <p>Below.</p></row>",
            "In one.\nBeside the cells.\nBehind it.\nBelow.",
            None,
        ),
        ("<p>Talks.</p><closer><signed>Pell <signed>the elder</signed></signed></closer>", "Talks.", "Pell the elder"),
        (
            "<p>Talks.</p><closer><signed>Pell</signed><note n='1'><signed>Ash</signed></note></closer>",
            "Talks.",
            "Pell",
        ),
    ],
    ids=["text in a list", "text in a row", "a name in a name", "a name in a note"],
)
def test_tei_against_the_rules_loses_and_doubles_nothing(content: str, text: str, signed: str | None) -> None:
    (document,) = read(pages.tei_volume(f"<head>Report</head>{content}"), name="given.xml")
    assert (document.text, document.signed) == (text, signed)


def test_a_note_without_a_mark_is_cited_nowhere() -> None:
    note = "<note>See <ref target='#d2'>Document 2</ref>. [2 lines not declassified]</note>"
    (document,) = read(pages.tei_volume(f"<head>Report</head><p>Rook called.{note}</p>"), name="given.xml")
    places = {(said.at.start, said.at.end, said.at.note) for said in (*document.references, *document.withheld)}
    assert places == {(0, 0, "")}


def test_a_page_mark_with_a_fixed_space_is_one() -> None:
    (document,) = read("7. Report\n\nThe lights are\n[Page\u00a012]\ndark.".encode(), name="given.txt")
    assert document.text.split() == "The lights are dark.".split()
    assert [page.page for page in document.page_breaks] == ["12"]


def test_lines_under_a_marking_and_another_line_are_text() -> None:
    words = (
        "412.7/9–1062\n\nNo. 9\nMemorandum of Conversation\n\nsecret\niheMT\nnister agreed.\n.\n\nThe talks went on."
    )
    text_law(words, read(words.encode(), name="given.txt"))


def _page(body: str) -> bytes:
    return pages.web_page(f"<h3>16. Telegram From the Ministry to the Embassy</h3>{body}")


def test_a_note_in_a_cell_is_told_once() -> None:
    row = '<tr><td>To the north<a href="#n1">1</a></td><td id="n1">1. By the Marine.</td></tr>'
    (document,) = read(_page(f"<p>Lights.</p><table>{row}</table>"), name="given.html")
    assert document.text == "Lights.\nTo the north"
    assert [note.text for note in document.notes] == ["By the Marine."]


def test_a_link_to_a_place_in_the_text_is_no_note() -> None:
    body = '<p>See page <a href="#p4">4</a>.</p><p>It was <a id="p4">4</a> years ago.</p>'
    (document,) = read(_page(body), name="given.html")
    assert "years ago." in document.text


def test_a_heading_in_a_note_is_not_the_documents() -> None:
    note = '<div id="n1"><h3>2. Telegram From Rook to Pell</h3></div>'
    page = f'<p>Lights.<a href="#n1">1</a></p>{note}<h3>Memorandum From Pell to Rook</h3><p>None.</p>'
    (document,) = read(pages.web_page(page), name="given.html")
    assert document.title == "Memorandum From Pell to Rook"


def test_a_subject_that_the_text_repeats_is_read_twice() -> None:
    words = "4. Telegram From the Ministry\n\nSUBJECT: Pilots\n\nRook called.\n\nSUBJECT: Pilots\n\nAsh left."
    (document,) = read(words.encode(), name="given.txt")
    assert document.subject == "Pilots"
    assert document.text.count("Pilots") == 1
    text_law(words, (document,))


def test_a_page_mark_within_a_page_mark_is_taken_out_once() -> None:
    words = "7. Report\n\nThe pil[Page 12[Page 12]]ots sail."
    (document,) = read(words.encode(), name="given.txt")
    assert document.text == "The pil[Page 12]ots sail."
    text_law(words, (document,))


def test_the_handling_that_a_source_note_without_a_mark_says_is_said_once() -> None:
    note = '<note rend="inline">Source: Central Files. Secret; Niact.</note>'
    volume = pages.tei_volume(f"<head>Report{note}</head>")
    (document,) = read(volume, name="given.xml")
    assert document.source_note and document.source_note.handling == ("Niact",)
    markup_law(["Report", "Source: Central Files. Secret; Niact."], (document,), whole=True)

"""Which documents are cited, and which of a library that means. TRAVAUX_REWRITE_CASES=1 rewrites cases, and fails."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.findings import Citation
from travaux.record import Document, Kind, read
from travaux.record.catalogue import Card, Catalogue, card
from travaux.record.cite import cite
from travaux.record.cited import Cited, Confidence, Form, Identified
from travaux.record.identify import identify, key

CASES = Path(__file__).resolve().parent.parent / "cases" / "references"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
WRITTEN = datetime.date(1961, 6, 1)


def _documents(case: Path) -> list[Document]:
    files = sorted(path for path in case.iterdir() if path.name != "references.txt")
    return [document for path in files for document in read(path.read_bytes(), name=path.name)]


def _meant(answer: Identified) -> str:
    if answer.document:
        return f"{answer.document}, {answer.confidence}: {answer.reason}"
    return f"{' or '.join(answer.candidates) or 'absent'}, {answer.name}: {answer.reason}"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_citations_mean_what_the_case_says(case: Path) -> None:
    documents = _documents(case)
    catalogue = Catalogue(map(card, documents))
    lines = [
        f"{document.id}{f' note {cited.at.note}' if cited.at.note else ''} “{cited.words}” {cited.form}"
        f" -> {_meant(identify(cited, card(document), catalogue))}"
        for document in documents
        for cited in cite(document)
    ]
    said, wanted = "\n".join(lines) + "\n", case / "references.txt"
    if os.environ.get("TRAVAUX_REWRITE_CASES"):
        wanted.write_text(said, encoding="utf-8")
        pytest.fail("the case was rewritten; read it, then run the tests without TRAVAUX_REWRITE_CASES")
    assert said == wanted.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_citation_gives_the_words_it_stands_on(case: Path) -> None:
    for document in _documents(case):
        for cited in cite(document):
            assert document.passage(cited.at) == cited.words


def test_telegrams_of_the_example_name_each_other_by_their_own_numbers() -> None:
    files = sorted(path for path in EXAMPLE.glob("*.txt") if path.name[0].isdigit())
    documents = {each.id: each for path in files for each in read(path.read_bytes(), name=path.name)}
    catalogue = Catalogue(map(card, documents.values()))

    def meant(id: str) -> dict[str, Identified]:
        return {each.words: identify(each, card(documents[id]), catalogue) for each in cite(documents[id])}

    embtel, mintel = meant("16-telegram-reply")["Embtel 71"], meant("12-telegram")["Mintel 212"]
    assert (embtel.document, embtel.confidence) == ("13-telegram-redraft", Confidence.CERTAIN)
    assert (mintel.document, mintel.confidence) == ("09-telegram-instructions", Confidence.CERTAIN)
    assert meant("14-despatch-comments")["telegram 71"].document == "13-telegram-redraft"
    assert meant("12-telegram")["Embtels 402"].name == "telegram 402 from Corvany"


def _telegram(id: str, *, day: datetime.date | None, number: str = "948", origin: str = "Japan") -> Card:
    return Card(id=id, kind=Kind.TELEGRAM, number=number, date=day, origin=(origin,), destination=("home",))


HERE = Card(id="v/d50", kind=Kind.TELEGRAM, date=WRITTEN, origin=("home",), destination=("Japan",))


def _embtel(number: str = "948", day: datetime.date | None = None, note: str = "") -> Cited:
    return Cited(
        at=Citation("v/d50", 0, 10, note),
        words=f"Embtel {number}",
        form=Form.NUMBER,
        kind=Kind.TELEGRAM,
        number=number,
        origin="Japan",
        destination="home",
        day=day,
    )


def _before(days: int) -> datetime.date:
    return WRITTEN - datetime.timedelta(days)


def test_of_two_telegrams_of_a_number_the_nearer_is_meant_and_that_is_not_certain() -> None:
    catalogue = Catalogue([_telegram("v/d1", day=_before(370)), _telegram("v/d2", day=_before(11))])
    answer = identify(_embtel(), HERE, catalogue)
    assert (answer.document, answer.confidence) == ("v/d2", Confidence.PROBABLE)
    assert "eleven days before" in answer.reason


def test_another_post_or_another_year_is_not_meant() -> None:
    others = [_telegram("v/d1", day=_before(11), origin="Korea"), _telegram("v/d2", day=_before(800))]
    answer = identify(_embtel(), HERE, Catalogue(others))
    assert answer.is_absent
    assert answer.name == "telegram 948 from Japan"
    assert "another post or another time" in answer.reason


def test_a_telegram_sent_later_is_meant_only_by_a_note() -> None:
    catalogue = Catalogue([_telegram("v/d60", day=_before(-30))])
    assert identify(_embtel(), HERE, catalogue).is_absent
    assert identify(_embtel(note="2"), HERE, catalogue).document == "v/d60"


def test_two_that_fit_as_well_are_both_named() -> None:
    catalogue = Catalogue([_telegram("v/d2", day=_before(12)), _telegram("v/d1", day=_before(11))])
    answer = identify(_embtel(), HERE, catalogue)
    assert (answer.document, answer.candidates) == ("", ("v/d1", "v/d2"))


def test_the_day_cited_decides_between_two() -> None:
    catalogue = Catalogue([_telegram("v/d1", day=_before(12)), _telegram("v/d2", day=_before(60))])
    answer = identify(_embtel(day=_before(60)), HERE, catalogue)
    assert (answer.document, answer.confidence) == ("v/d2", Confidence.CERTAIN)


cards = st.builds(
    lambda id, number, origin, days: _telegram(f"v/d{id}", day=_before(days), number=number, origin=origin),
    st.integers(1, 40),
    st.sampled_from(["948", "949", "Secto 3"]),
    st.sampled_from(["Japan", "Korea"]),
    st.integers(-20, 500),
)


@given(st.lists(cards, unique_by=lambda each: each.id), st.randoms(use_true_random=False))
def test_the_order_of_a_library_does_not_matter(library: list[Card], random: st.randoms) -> None:  # type: ignore[valid-type]
    shuffled = list(library)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert identify(_embtel(), HERE, Catalogue(library)) == identify(_embtel(), HERE, Catalogue(shuffled))


@given(st.lists(cards, unique_by=lambda each: each.id))
def test_documents_under_another_key_do_not_matter(library: list[Card]) -> None:
    cited = _embtel()
    same = [each for each in library if key(cited) in each.keys]
    assert identify(cited, HERE, Catalogue(library)) == identify(cited, HERE, Catalogue(same))


def test_a_note_without_a_mark_is_cited_by_nothing_that_would_mean_the_text() -> None:
    volume = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" n="3" xml:id="d3">
    <head>3. Telegram From the Embassy in Corvany to the Ministry</head>
    <p>The note was delivered.<note>As told in telegram 688 from Corvany, September 28.</note> It was not answered.<note
    n="1">See telegram 690 from Corvany, September 30.</note></p></div></body></text></TEI>"""
    (document,) = read(volume.encode(), name="straits.xml")
    found = cite(document)
    assert [note.mark for note in document.notes] == ["", "1"]
    assert [(each.at.note, each.number) for each in found] == [("1", "690")]
    assert [document.passage(each.at) for each in found] == [each.words for each in found]

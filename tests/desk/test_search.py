from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.keeping import kept, letter

from travaux.desk import file, shelf
from travaux.desk.search import Counts, Facet, Filters, Order, Results, first_day, last_day, search, settle
from travaux.desk.search.fts5 import found_in, scratch
from travaux.desk.search.query import Term
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.record.document import Document, Kind, Withheld
from travaux.record.when import when

FIRST = letter(1, "Consultation on the use of bases.")
SECOND = replace(
    letter(2, "The bases of the harbor; “combat” operations. Façade.", date="1962-05-01"),
    kind=Kind.TELEGRAM,
    sender="Embassy in Moravel; Ost",
    addressee="Foreign Ministry",
    signed="Brandt",
    classification="top-secret",
)
THIRD = replace(
    letter(3, "<b>bold</b> \x02and\x03 Sir [3 lines not declassified]", date=None, volume="annex"),
    sender="Ost",
    addressee="Vey",
    withheld=(Withheld(Citation("annex/d3", 20, 43), "[3 lines not declassified]", 3, "lines"),),
)


@pytest.fixture(autouse=True)
def letters(desk: Path) -> None:
    kept([FIRST, SECOND, THIRD])


def _found(typed: str, **filters: object) -> list[str]:
    return [hit.document for hit in search(typed, filters=Filters(**filters)).hits]  # type: ignore[arg-type]


def _counts(results: Results, facet: Facet) -> dict[str, int]:
    return dict(results.facets[facet].values)


def test_a_document_is_found_when_it_holds_every_word() -> None:
    assert _found("bases harbor") == ["accord/d2"]


def test_a_word_with_soft_hyphens_is_found_as_it_is_read_and_cited_where_it_stands() -> None:
    kept([letter(4, "The admin\u00adis\u00adtrative agree\u00adment of pilots.", volume="soft")], name="soft.xml")
    (hit,) = search('"administrative agreement"').hits
    assert hit.snippet is not None and hit.snippet.at is not None
    assert "".join(part.words for part in hit.snippet.parts if part.matched).replace("\u00ad", "") == (
        "administrative agreement"
    )
    assert hit.snippet.at.start == 4
    assert _found("admin\u00adistrative pilots") == ["soft/d4"]
    assert _found('"agreement of pilots"') == ["soft/d4"]


def test_words_in_quotes_stand_together() -> None:
    assert _found('"use of bases"') == ["accord/d1"]


def test_another_form_of_a_word_is_found_too() -> None:
    assert _found("consultations") == ["accord/d1"]


def test_accents_do_not_matter() -> None:
    assert _found("facade") == ["accord/d2"]


def test_titles_and_notes_are_searched() -> None:
    assert len(_found("letter printed")) == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("consult*", ["accord/d1"]),
        ("bases NOT harbor", ["accord/d1"]),
        ("harbor OR bold", ["accord/d2", "annex/d3"]),
        ("bases NEAR/3 harbor", ["accord/d2"]),
        ("bases NEAR/1 harbor", []),
        ("letter (harbor OR consultation) NOT facade", ["accord/d1"]),
    ],
)
def test_what_is_asked_for_is_found(typed: str, found: list[str]) -> None:
    assert sorted(_found(typed)) == found


def test_what_matched_is_marked_as_data() -> None:
    (hit,) = search("combat").hits
    assert hit.snippet
    assert [part.words for part in hit.snippet.parts if part.matched] == ["combat"]
    assert "".join(part.words for part in hit.snippet.parts) == SECOND.text


@pytest.mark.parametrize("typed", ["combat", "combat*", "bold", "harbor NEAR bas*"])
def test_the_match_is_cited_where_it_stands(typed: str) -> None:
    (hit,) = search(typed).hits
    assert hit.snippet
    assert hit.snippet.at
    words = next(part.words for part in hit.snippet.parts if part.matched)
    assert shelf.document(hit.document).passage(hit.snippet.at) == words


def test_a_snippet_is_cut_from_a_long_body_and_cited_all_the_same() -> None:
    kept(
        [letter(9, "Sir: " + "we wrote of ferries. " * 200 + "The pilots strike. " + "And of piers. " * 200)], name="b"
    )
    (hit,) = search("pilots").hits
    assert hit.snippet
    assert hit.snippet.at
    text = "".join(part.words for part in hit.snippet.parts)
    assert text.startswith("…")
    assert text.endswith("…")
    assert shelf.document("accord/d9").passage(hit.snippet.at) == "pilots"


@pytest.mark.parametrize(("typed", "column"), [("printed", "notes"), ("ost", "title"), ("print*", "notes")])
def test_a_snippet_is_from_the_notes_or_the_title_where_the_body_has_nothing(typed: str, column: str) -> None:
    for hit in search(typed).hits:
        assert hit.snippet
        assert (hit.snippet.column, hit.snippet.at) == (column, None)
        assert any(part.matched for part in hit.snippet.parts)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("1958-08", "1958-08", True),
        ("1958-08-10", "", True),
        ("1958-08-11", "", False),
        ("", "1958-08-01", True),
        ("", "1958-07", False),
    ],
)
def test_a_document_of_some_days_is_found_within_the_days_that_its_date_may_mean(
    since: str, until: str, found: bool
) -> None:
    kept([replace(letter(7, "A late letter.", date=None), when=when("early August 1958"))], name="late")
    assert _found("late", since=first_day(since), until=last_day(until)) == (["accord/d7"] if found else [])


def test_a_date_without_its_end_is_found_from_its_beginning_on() -> None:
    kept([replace(letter(7, "A late letter.", date=None), when=when("after May 3, 1958"))], name="late")
    assert _found("late", since=datetime.date(2000, 1, 1)) == ["accord/d7"]
    assert _found("late", until=datetime.date(1958, 5, 2)) == []


def test_a_document_stands_in_order_at_the_first_day_that_its_date_may_mean() -> None:
    kept([replace(letter(7, "A late letter.", date=None), when=when("early August 1960"))], name="late")
    assert _found("letter", kind="letter")[0] == "accord/d7"
    (hit,) = search("late").hits
    assert (hit.date, hit.edtf, hit.date_text, hit.inferred) == (
        None, "1960-08-01~/1960-08-10~", "early August 1960", False,
    )  # fmt: skip


def test_signs_in_a_document_mark_nothing() -> None:
    (hit,) = search("bold").hits
    assert hit.snippet
    assert [part.words for part in hit.snippet.parts if part.matched] == ["bold"]


@pytest.mark.parametrize("words", ["", " ", '"', '""', "-", "***", "\x00", "“”"])
def test_without_a_word_nothing_is_found(words: str) -> None:
    assert search(words).total == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(), st.integers(-3, 10**9))
def test_nothing_that_is_typed_raises(words: str, name: str, page: int) -> None:
    filters = Filters(actor=name, sender=name, recipient=name, kind=name, classification=name, volume=name)
    for each in (Filters(), filters, Filters(actor=name)):
        results = search(words, filters=each, page=page)
        assert len(results.hits) <= results.total


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": "telegram"}, ["accord/d2"]),
        ({"since": datetime.date(1961, 3, 15)}, ["accord/d2"]),
        ({"until": datetime.date(1961, 3, 14)}, ["accord/d1"]),
        ({"since": datetime.date(1961, 3, 14), "until": datetime.date(1962, 5, 1)}, ["accord/d1", "accord/d2"]),
        ({"sender": "Ost"}, ["accord/d2", "annex/d3"]),
        ({"sender": "embassy"}, ["accord/d2"]),
        ({"recipient": "Vey"}, ["annex/d3"]),
        ({"actor": "brandt"}, ["accord/d2"]),
        ({"actor": "ministry foreign"}, ["accord/d2"]),
        ({"classification": "top-secret"}, ["accord/d2"]),
        ({"volume": "annex"}, ["annex/d3"]),
        ({"withheld": True}, ["annex/d3"]),
        ({"withheld": True, "kind": "telegram"}, []),
    ],
)
def test_a_search_is_narrowed_with_words_and_without(filters: dict[str, object], found: list[str]) -> None:
    assert sorted(_found("letter", **filters)) == found
    assert sorted(_found("", **filters)) == found


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("filters", [{}, {"actor": "brandt"}, {"sender": "embassy"}, {"kind": "report"}])
def test_a_search_gives_the_same_again_with_what_it_reads_in_of_all_documents(
    order: Order, filters: dict[str, str]
) -> None:
    first, *again = (search("letter OR harbor", order=order, filters=Filters(**filters)) for _ in range(3))
    assert again == [first, first]


def test_facets_count_every_document_found_and_not_the_page_alone() -> None:
    results = search("letter", limit=1)
    assert results.total == 3
    assert _counts(results, Facet.YEAR) == {"1961": 1, "1962": 1}
    assert _counts(results, Facet.KIND) == {"letter": 2, "telegram": 1}
    assert _counts(results, Facet.SENDER) == {"Ost": 2, "Embassy in Moravel": 1}
    assert _counts(results, Facet.RECIPIENT) == {"Foreign Ministry": 1, "Vey": 1}
    assert _counts(results, Facet.CLASSIFICATION) == {"top-secret": 1}
    assert _counts(results, Facet.VOLUME) == {"accord": 2, "annex": 1}


@pytest.mark.parametrize("facet", [facet for facet in Facet if facet is not Facet.YEAR])
def test_to_narrow_by_a_value_leaves_as_many_as_it_counts(facet: Facet) -> None:
    for value, documents in search("letter").facets[facet].values:
        assert search("letter", filters=Filters(**{facet: value})).total == documents


def test_of_many_values_the_most_frequent_are_told() -> None:
    senders = [replace(letter(100 + n, "piers"), sender=f"Office {min(n, 14):02}") for n in range(20)]
    kept(senders, name="many")
    told = search("piers").facets[Facet.SENDER]
    assert told.values[0] == ("Office 14", 6)
    assert (len(told.values), told.others) == (12, 3)


def test_documents_that_came_in_later_are_counted() -> None:
    assert search("ferry").facets[Facet.VOLUME] == Counts((), 0)
    kept([letter(50, "The ferry.", volume="later")], name="later")
    assert search("ferry").facets[Facet.VOLUME] == Counts((("later", 1),), 0)


def test_by_date_the_earliest_is_first_and_what_is_undated_follows_what_it_was_filed_after() -> None:
    kept([letter(60, "An earlier letter.", date="1959-01-01", volume="early")], name="early")
    ordered = [hit.document for hit in search("letter", order=Order.DATE).hits]
    assert ordered == ["early/d60", "accord/d1", "accord/d2", "annex/d3"]


@pytest.mark.parametrize("order", Order)
def test_the_pages_together_have_every_document_once(order: Order) -> None:
    kept([letter(number, "Alike.") for number in range(100, 117)], name="alike")
    pages = [search("alike", order=order, page=page, limit=5) for page in (1, 2, 3, 4)]
    assert [len(page.hits) for page in pages] == [5, 5, 5, 2]
    assert [hit.document for page in pages for hit in page.hits] == [f"accord/d{number}" for number in range(100, 117)]
    assert all((page.total, page.pages) == (17, 4) for page in pages)


@pytest.mark.parametrize(("asked", "given_"), [(0, 1), (-5, 1), (99, 3), (2, 2)])
def test_out_of_range_the_nearest_page_is_given(asked: int, given_: int) -> None:
    found = search("letter", page=asked, limit=1)
    assert found.page == given_
    assert found.remarks == (("There is no page 99; this is the last.",) if asked == 99 else ())


def test_what_has_no_date_is_told_of_when_dates_are_asked_for() -> None:
    (remark,) = search("letter", filters=Filters(since=datetime.date(1950, 1, 1))).remarks
    assert remark == "Left out, as they have no date: 1."


def test_what_no_document_has_is_told() -> None:
    remarks = search("letter", filters=Filters(volume="accrod", actor="Smith")).remarks
    assert remarks == (
        "No document has the volume accrod.",
        "No document is from or to Smith, or signed so.",
        "Without these limits there are 3.",
    )


def test_a_joined_index_finds_the_same() -> None:
    before = search("letter").hits
    settle()
    assert search("letter").hits == before


@pytest.mark.sqlite
def test_an_index_in_memory_holds_what_it_is_given_and_nothing_of_the_last_time() -> None:
    for key, words, found in ((1, b"Two ferries.", [(1,)]), (2, b"A lighthouse.", [])):
        with scratch([(key, b"", words, b"")]) as index:
            assert found_in(index, Term("ferries")) == found


@pytest.mark.sqlite
def test_files_without_facets_are_given_them() -> None:
    def rows() -> list[tuple[object, ...]]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM desk_facets")
            return list(cursor.fetchall())

    kept([_slashed()], name="slashed")
    before = rows()
    call_command("migrate", "desk", "0003", verbosity=0)
    call_command("migrate", "desk", verbosity=0)
    assert rows() == before


def _slashed() -> Document:
    return replace(letter(70), id="a/b/d70")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1958", datetime.date(1958, 1, 1), datetime.date(1958, 12, 31)),
        (" 1960-02 ", datetime.date(1960, 2, 1), datetime.date(1960, 2, 29)),
        ("1958-9-5", datetime.date(1958, 9, 5), datetime.date(1958, 9, 5)),
        ("", None, None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(words: str, first: datetime.date | None, last: datetime.date | None) -> None:
    assert (first_day(words), last_day(words)) == (first, last)


@pytest.mark.parametrize("words", ["58", "1958-13", "1958-02-30", "May 1958", "0000", "１９５８"])
def test_what_is_no_date_says_how_one_is_written(words: str) -> None:
    with pytest.raises(TravauxError, match="1958-09"):
        first_day(words)


def test_a_text_as_long_as_a_volume_is_found_by_its_words(desk: Path) -> None:
    words = " ".join(f"w{number}" for number in range(30_000)) + " ferries of the strait " + "and so on " * 80_000
    with file.writing_aside():
        kept([letter(1, words, volume="long")], name="long")
    assert search("ferry").total == search("w29999").total == search('"w77 w78"').total == 1
    assert search("absent").total == 0

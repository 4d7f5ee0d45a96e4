"""Who may see what: the rule, and that every table of the file goes by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.keeping import kept, letter

from travaux.actions.mark import mark, mark_portion
from travaux.desk import models, search, shelf, withheld
from travaux.desk.access.decide import admits
from travaux.desk.access.keep import marking_keys
from travaux.desk.access.marking import LISTS, Level, Marking, marking, read, written
from travaux.desk.access.viewer import HOUSE, NOBODY, Role, Viewer, current, require_login, viewing
from travaux.errors import NotPermitted, UnknownDocument
from travaux.findings import Citation

NAMES = ("Rook", "Aster", "the Ambassador")
MARKINGS = st.builds(
    Marking,
    st.sampled_from(Level),
    st.frozensets(st.sampled_from(sorted(LISTS))),
    st.frozensets(st.sampled_from(NAMES)),
    st.booleans(),
)
VIEWERS = st.builds(
    Viewer,
    key=st.just("rook"),
    level=st.sampled_from(Level),
    lists=st.frozensets(st.sampled_from(sorted(LISTS))),
    names=st.frozensets(st.sampled_from(NAMES)),
)


@given(MARKINGS)
def test_a_marking_is_read_back_as_it_was_written(marking: Marking) -> None:
    assert read(written(marking)) == marking


@given(MARKINGS)
def test_the_one_at_the_machine_sees_everything_and_nobody_nothing(marking: Marking) -> None:
    assert admits(HOUSE, marking)
    assert not admits(NOBODY, marking)


@given(VIEWERS, MARKINGS)
def test_who_sees_a_document_has_its_level_all_its_lists_and_is_among_its_names(
    viewer: Viewer, marking: Marking
) -> None:
    if admits(viewer, marking):
        assert viewer.level >= marking.level
        assert viewer.lists >= marking.lists
        assert not marking.closed
        assert not marking.eyes or {name.casefold() for name in marking.eyes} & {"rook", *_folded(viewer.names)}


@given(VIEWERS, MARKINGS, MARKINGS)
def test_a_mark_more_never_shows_more(viewer: Viewer, one: Marking, more: Marking) -> None:
    both = Marking(max(one.level, more.level), one.lists | more.lists, one.eyes, one.closed or more.closed)
    assert admits(viewer, one) or not admits(viewer, both)


def _folded(names: frozenset[str]) -> set[str]:
    return {name.casefold() for name in names}


@pytest.mark.parametrize(
    ("classification", "handling", "told"),
    [
        (None, (), "Unclassified"),
        ("none", (), "Unclassified"),
        ("secret", ("Limit Distribution", "Priority"), "Secret; Limited Distribution"),
        ("secret", ("Limdis",), "Secret; Limited Distribution"),
        ("secret", ("Exdis",), "Secret; Exclusive Distribution"),
        ("top-secret", ("Nodis",), "Top Secret; No Distribution"),
        ("confidential", ("No Distribution Outside Department",), "Confidential; No Distribution Outside Department"),
        ("confidential", ("NODIS outside the Department",), "Confidential; No Distribution Outside Department"),
        ("secret", ("No Foreign Dissem",), "Secret; No Foreign Dissemination"),
        ("secret", ("Eyes Only",), "Secret; Eyes Only"),
        ("secret", ("Eyes Only for the Ambassador and Mr. Rook",), "Secret; Eyes Only for Mr. Rook, the Ambassador"),
        ("limited-official-use", ("Niact",), "Official Use Only"),
        (None, ("Personal and Secret",), "Secret"),
        ("streng geheim", (), "Top Secret"),
    ],
)
def test_a_marking_is_read_from_the_words_of_the_record(
    classification: str | None, handling: tuple[str, ...], told: str
) -> None:
    assert str(marking(classification, handling)) == told


def reader(level: Level = Level.UNCLASSIFIED, **more: frozenset[str]) -> Viewer:
    return Viewer(key="reader", level=level, **more)


def _mark(ident: str, marking: Marking) -> None:
    words = written(marking)
    models.Document.objects.filter(ident=ident).update(marking_id=marking_keys([words])[words])


@pytest.fixture
def two(desk: Path) -> Path:
    """A file with an open letter and a secret one."""
    with transaction.atomic():
        kept([letter(1, "Peace shall be kept."), letter(2, "The ferry carries plumbago.")])
        _mark("accord/d2", Marking(Level.SECRET))
        search.settle()
    return desk


def test_a_document_above_the_level_is_as_if_it_were_not_there(two: Path) -> None:
    with viewing(reader(Level.CONFIDENTIAL)):
        assert [row.ident for row in shelf.rows()] == ["accord/d1"]
        assert shelf.overview().documents == 1
        with pytest.raises(UnknownDocument, match="There is no document accord/d2") as trouble:
            shelf.row("accord/d2")
        assert "d2" not in trouble.value.remedy
    with viewing(reader(Level.SECRET)):
        assert shelf.row("accord/d2").ident == "accord/d2"


def test_neither_a_hit_nor_a_count_tells_of_a_document_that_may_not_be_seen(two: Path) -> None:
    with viewing(reader()):
        found = search.search("plumbago")
        assert (found.total, found.hits) == (0, ())
        assert search.search("Peace").total == 1
        assert sum(count for _, count in search.search("Peace OR plumbago").facets[search.Facet.KIND].values) == 1
    with viewing(reader(Level.SECRET)):
        assert search.search("plumbago").total == 1


def test_what_one_viewer_saw_is_not_remembered_for_another(two: Path) -> None:
    assert search.search("", filters=search.Filters(volume="accord")).total == 2
    with viewing(reader()):
        assert search.search("", filters=search.Filters(volume="accord")).total == 1


def _portion(ident: str, words: str, marking: Marking) -> None:
    row, kept_as = models.Document.objects.get(ident=ident), written(marking)
    start = row.tree.index(words) and shelf.document(ident).text.index(words)
    models.Portion.objects.create(
        document=row,
        start=start,
        end=start + len(words),
        marking_id=marking_keys([kept_as])[kept_as],
        made_at=row.source.read_at,
    )


def test_a_marker_stands_for_a_portion_above_the_level(two: Path) -> None:
    _portion("accord/d1", "shall be", Marking(Level.SECRET))
    with viewing(reader()):
        assert shelf.document("accord/d1").text == "Peace [portion not shown] kept."
        assert [document.text for document in shelf.every_document()] == ["Peace [portion not shown] kept."]
        assert not models.Portion.objects.exists()
    with viewing(reader(Level.SECRET)):
        assert shelf.document("accord/d1").text == "Peace shall be kept."


def test_words_of_a_portion_are_not_found_and_those_around_it_are(two: Path) -> None:
    _portion("accord/d1", "shall be", Marking(Level.SECRET))
    with viewing(reader()):
        assert search.search("shall").total == 0
        assert search.search("sha*").total == 0
        (hit,) = search.search("Peace").hits
        assert hit.snippet and "".join(part.words for part in hit.snippet.parts) == "Peace [portion not shown] kept."
        assert search.search("", filters=search.Filters(volume="accord")).total == 1


def test_a_portion_taken_back_is_shown_again(two: Path) -> None:
    _portion("accord/d1", "shall be", Marking(Level.SECRET))
    models.Portion.objects.update(taken_back_at=models.Source.objects.get().read_at)
    with viewing(reader()):
        assert shelf.document("accord/d1").text == "Peace shall be kept."


def test_whoever_has_not_logged_in_sees_nothing_where_people_must(two: Path) -> None:
    require_login()
    try:
        assert current() == NOBODY
        assert not shelf.rows().exists()
        assert withheld.withheld() == ()
    finally:
        require_login(False)
    assert shelf.rows().count() == 2


def test_a_passage_that_alone_has_what_the_lists_show_cannot_be_marked(desk: Path) -> None:
    with transaction.atomic():
        kept([replace(letter(1, "It is by B. Ost himself. Peace shall be kept."), signed="B. Ost")])
    document = shelf.document("accord/d1")
    with pytest.raises(NotPermitted, match="what the lists of documents show"):
        mark_portion(document.cite(0, 23), Marking(Level.SECRET))
    mark_portion(document.cite(25, 30), Marking(Level.SECRET))
    with viewing(reader()):
        assert shelf.document("accord/d1").text == "It is by B. Ost himself. [portion not shown] shall be kept."


def test_who_does_not_see_all_of_a_document_cannot_mark_or_cite_it(two: Path) -> None:
    _portion("accord/d1", "shall be", Marking(Level.SECRET))
    with viewing(replace(reader(), roles=frozenset({Role.KEEPER}))):
        for act in (lambda: mark("accord/d1", Marking()), lambda: mark_portion(Citation("accord/d1", 0, 5), Marking())):
            with pytest.raises(NotPermitted, match="A portion of this document is not shown to you"):
                act()

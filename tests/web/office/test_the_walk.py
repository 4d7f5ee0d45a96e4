"""Nobody finds a word that they may not see, on any page, in any file, by any operation; and whoever is shown one of a
document of a high level is in the journal."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from django.test import Client
from tests.haste import EVERY, HASTE
from tests.web.office.answer import answer, around, walk
from tests.web.office.planted import COUNTED, FIELDS, PEOPLE, SEALED, STEMS, hidden_from
from tests.web.office.walk import OPERATIONS, PAGES, operations

from travaux.desk import shelf
from travaux.desk.access import looked_at
from travaux.desk.access.viewer import house
from travaux.desk.people.people import Told
from travaux.desk.references.look import references
from travaux.web.urls import urlpatterns


def test_every_page_and_every_operation_is_walked() -> None:
    assert {pattern.name for pattern in urlpatterns} == PAGES.keys()
    assert operations() == OPERATIONS.keys()


def test_the_words_are_planted(office: Path) -> None:
    with house():
        reasons = {each.meant.reason for each in references(shelf.row("accord/d47"))}
        text = "\n".join(document.id + repr(document) for document in shelf.every_document()).casefold()
    for each in SEALED:
        assert {f"{each.stem}{field}" for field in FIELDS if f"{each.stem}{field}" not in text} == set()
    assert all(stem in text for stem in STEMS)
    assert COUNTED in reasons


@pytest.mark.sqlite
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("told", PEOPLE, ids=[told.key for told in PEOPLE])
def test_nobody_finds_what_they_may_not_see_and_what_of_a_high_level_they_are_shown_is_noted(
    browser_of: Callable[[str], Client], told: Told, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looked_at, "_STILL", 0.0)
    walk(browser_of(told.key), told, islice(PAGES[page](), PEOPLE.index(told) % EVERY, None, EVERY))


@pytest.mark.postgresql
@pytest.mark.parametrize("told", PEOPLE, ids=[told.key for told in PEOPLE])
def test_on_the_database_all_kinds_of_people_together_ask_everything_and_find_no_more(
    browser_of: Callable[[str], Client], told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looked_at, "_STILL", 0.0)
    everything = (asked for page in PAGES.values() for asked in page())
    walk(browser_of(told.key), told, islice(everything, PEOPLE.index(told), None, len(PEOPLE) * (6 if HASTE else 1)))


@pytest.mark.sqlite
@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("login", "health", "metrics")])
def test_whoever_has_not_logged_in_is_told_nothing_at_all(browser_of: Callable[[str], Client], page: str) -> None:
    browser = browser_of("")
    for asked in PAGES[page]():
        said = answer(browser, asked).lower()
        for word in (b"ferry twice", b"dear anna", b"harbour", b"port ost", *(stem.encode() for stem in STEMS)):
            assert word not in said.replace(asked.address.lower().encode(), b""), f"{asked}: {around(said, word)!r}"


def test_who_may_see_a_word_finds_it(browser_of: Callable[[str], Client]) -> None:
    for told in PEOPLE:
        browser, seen = browser_of(told.key), set(STEMS) - set(hidden_from(told))
        said = b"".join(answer(browser, asked) for asked in PAGES["document"]()).lower()
        assert {stem for stem in STEMS if stem.encode() in said} == seen

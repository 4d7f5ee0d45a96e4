from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.keeping import kept, letter

from travaux.desk.search import search


def _found(words: str) -> list[str]:
    return [hit.document for hit in search(words)]


@pytest.fixture(autouse=True)
def letters(desk: Path) -> None:
    kept(
        [
            letter(1, "Consultation on the use of bases."),
            letter(2, "The bases of the harbor; “combat” operations. Façade."),
            letter(3, "<b>bold</b> \x02and\x03 Sir"),
        ]
    )


def test_a_document_is_found_when_it_holds_every_word() -> None:
    assert _found("bases harbor") == ["accord/d2"]


def test_words_in_quotes_stand_together() -> None:
    assert _found('"use of bases"') == ["accord/d1"]


def test_another_form_of_a_word_is_found_too() -> None:
    assert _found("consultations") == ["accord/d1"]


def test_accents_do_not_matter() -> None:
    assert _found("facade") == ["accord/d2"]


def test_titles_and_notes_are_searched() -> None:
    assert len(_found("letter printed")) == 3


def test_what_matched_is_marked_as_data() -> None:
    (hit,) = search("combat")
    assert [part.words for part in hit.snippet if part.matched] == ["combat"]
    assert "".join(part.words for part in hit.snippet) == "The bases of the harbor; “combat” operations. Façade."


def test_signs_in_a_document_mark_nothing() -> None:
    (hit,) = search("bold")
    assert [part.words for part in hit.snippet if part.matched] == ["bold"]


@pytest.mark.parametrize("words", ["", " ", '"', '""', "-", "***", "\x00", "“”"])
def test_without_a_word_nothing_is_found(words: str) -> None:
    assert search(words) == ()


@pytest.mark.parametrize("words", ["bases AND", "NEAR(bases", "title:bases", "bases*", "^", "a\x00b", "(", "\udcff"])
def test_signs_of_the_query_language_are_only_signs(words: str) -> None:
    search(words)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_nothing_that_is_typed_raises(words: str) -> None:
    search(words)


def test_no_more_are_given_than_asked_for() -> None:
    assert len(search("letter", limit=2)) == 2

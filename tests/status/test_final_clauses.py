"""Final clauses read as terms, case by case: `text.txt` is an instrument, `terms.txt` what its clauses say."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from bench.final_clauses import FIFTH, FOURTH, HELD_OUT, LABELS, THIRD, clauses, total
from hypothesis import given
from hypothesis import strategies as st
from tests.haste import HASTE
from tests.text.golden import cases, document, hold, read

from travaux.record.document import Kind
from travaux.status.final_clauses import final_clauses
from travaux.status.items import items
from travaux.status.terms import Term
from travaux.text.outline import outline


@pytest.mark.parametrize("case", cases("status", "clauses"))
def test_the_clauses_say_these_terms(case: Path) -> None:
    (draft,) = outline(document("instrument", read(case / "text.txt"), kind=Kind.AGREEMENT))

    hold(case, terms="\n\n".join(map(_told, final_clauses(draft).terms)))


def _told(term: Term) -> str:
    """The kind of a term, its values other than those taken for granted, and its words."""
    values = {
        each.name: getattr(term, each.name)
        for each in fields(term)
        if each.name not in ("words", "at", "address") and getattr(term, each.name) != each.default
    }
    lines = [
        f"{type(term).__name__} in {term.address}",
        *(f"  {name}: {_said(value)}" for name, value in values.items()),
    ]
    return "\n".join([*lines, f"  “{term.words}”"])


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def test_a_term_cites_the_words_that_it_was_read_from() -> None:
    text = "FERRY TREATY\nArticle 1\nThe ferry runs.\nArticle 2\nThis Treaty shall enter into force upon signature."
    treaty = document("treaty", text, kind=Kind.AGREEMENT)
    (draft,) = outline(treaty)
    (term,) = final_clauses(draft).terms

    assert treaty.passage(term.at) == term.words == "This Treaty shall enter into force upon signature."


_WORDS = (
    "one two first second thirtieth day days month year of the following after expiration end period (30) 30 1st "
    "January next a an on from ; , : three term until 31 December calendar notice shall enter into force this Treaty"
).split()


@given(st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join))
def test_no_words_whatever_make_the_reading_of_items_fail_or_move(words: str) -> None:
    for item in items(words):
        assert words[item.start : item.end] == item.words


@pytest.mark.corpus
@pytest.mark.parametrize(
    "labels", [LABELS, HELD_OUT, THIRD, FOURTH, FIFTH][:: 5 if HASTE else 1], ids=lambda path: path.stem
)
def test_the_clauses_labelled_by_hand_are_read(corpus: Path, labels: Path) -> None:
    found = clauses(corpus / "treaties", of=labels, anywhere=True)
    for kind in ("EntryIntoForce", "Duration", "Termination"):
        score = total([each for (_, of), each in found.items() if of == kind])
        assert score.f1 >= 0.88, (kind, score)


def test_a_text_in_a_language_that_is_not_read_is_left_out_of_the_measure(tmp_path: Path) -> None:
    labels = tmp_path / "labels.json"
    labels.write_text('{"accord": {"language": "fr"}}')

    assert clauses(tmp_path, of=labels) == {}

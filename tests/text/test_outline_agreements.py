"""The looks that whole agreements have: texts in other languages, with annexes, contents, pages, and without lines."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from bench.outlining import outlining, total
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.haste import HASTE
from tests.text.golden import cases, document, hold, read
from tests.text.labels.draw import draw, held_out, third
from tests.text.test_outline_cases import drawn

from travaux.errors import TravauxError
from travaux.record.document import Kind
from travaux.record.read import read as read_document
from travaux.text.draft import ProvisionKind, words_of
from travaux.text.outline import outline
from travaux.text.recognise import recognise
from travaux.text.unfold import unfold

LABELS = Path(__file__).parent / "labels/agreements.json"
HELD_OUT = LABELS.with_name("held_out.json")
THIRD = LABELS.with_name("third.json")
LOST = read(Path(__file__).parent.parent / "cases/text/agreements/a_text_that_lost_its_line_ends/document.txt")


@pytest.mark.parametrize("case", cases("text", "agreements"))
def test_an_agreement_is_outlined_as_a_tree(case: Path) -> None:
    agreement = document("agreement", read(case / "document.txt"), kind=Kind.AGREEMENT)
    (draft,) = outline(agreement)

    hold(case, tree=drawn(draft))
    assert "".join(draft.text.split()) == "".join(agreement.text.split())


def test_a_text_that_lost_its_lines_says_by_which_rule_they_were_found() -> None:
    (told,) = recognise(document("ferry", LOST, kind=Kind.AGREEMENT))

    assert told.rules == ("articles-by-capitals",)
    assert "lines-articles-by-capitals" in {finding.code for finding in told.findings}
    assert told.articles == ("i", "ii", "iii")


def test_an_article_that_is_only_spoken_of_opens_none() -> None:
    unfolded = unfold(f"{LOST.partition(' ANNEX')[0]} ARTICLE iv ARTICLE ii, paragraph 2 of the quay treaty is deleted")
    assert unfolded is not None

    numbers = [
        piece.line.number for piece in unfolded.pieces if piece.line and piece.line.kind is ProvisionKind.ARTICLE
    ]
    assert numbers == ["i", "ii", "iii", "iv"]


def test_a_number_left_out_is_told() -> None:
    (told,) = recognise(document("ferry", LOST.replace("ARTICLE iii", "ARTICLE iv"), kind=Kind.AGREEMENT))

    assert told.gaps == ("3",)


def test_a_single_number_on_a_line_is_no_page() -> None:
    (draft,) = outline(document("ferry", "Article 1\nSeats:\n6\nArticle 2\nNone.", kind=Kind.AGREEMENT))

    assert not [each for each in draft.walk() if each.kind is ProvisionKind.FOLIO]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*LOST.split(), "ARTICLE", "ARTICLE ii", "2.", "(a)", "ANNEX", "source:"]), max_size=160)
)
def test_cutting_a_text_keeps_every_letter_of_it(words: list[str]) -> None:
    text = " ".join(words)
    unfolded = unfold(text)

    if unfolded is not None:
        kept = "".join(text[piece.start : piece.end] for piece in unfolded.pieces)
        assert "".join(kept.split()) == "".join(text.split())
        assert all(piece.line is None or piece.line.label <= piece.end - piece.start for piece in unfolded.pieces)


@pytest.mark.corpus
def test_the_labelled_agreements_are_those_of_the_seeded_draw(corpus: Path) -> None:
    assert set(json.loads(LABELS.read_text())) == set(draw(corpus / "treaties"))
    assert set(json.loads(HELD_OUT.read_text(encoding="utf-8"))) == set(held_out(corpus / "treaties"))
    assert set(json.loads(THIRD.read_text(encoding="utf-8"))) == set(third(corpus / "treaties"))


@pytest.mark.corpus
def test_no_word_of_an_agreement_falls_outside_its_tree(corpus: Path) -> None:
    texts = sorted((corpus / "treaties").glob("*.txt"), key=lambda path: path.stat().st_size)[:600]
    for path in random.Random(3).sample(texts, 15 if HASTE else 60):
        try:
            texts = read_document(path.read_bytes(), name=path.name)
        except TravauxError:
            # A text in a language that is not read, or none at all: reading says so.
            continue
        for text in texts:
            for draft in outline(text):
                printed = "".join(words_of(each.line) for each in draft.walk())
                assert "".join(printed.split()) == "".join(text.passage(draft.at).split()), path.name


@pytest.mark.corpus
@pytest.mark.parametrize("labels", [LABELS, HELD_OUT, THIRD], ids=lambda path: path.stem)
@pytest.mark.parametrize(("kind", "floor"), [("articles", 0.97), ("headings", 0.9), ("recitals", 0.9)])
def test_what_is_labelled_by_hand_is_found(corpus: Path, labels: Path, kind: str, floor: float) -> None:
    scores = outlining(corpus / "treaties", of=labels)
    score = total([each for (_, of), each in scores.items() if of == kind])
    assert score.precision >= floor and score.recall >= floor, score


@pytest.mark.corpus
def test_annexes_labelled_by_hand_are_found(corpus: Path) -> None:
    every = (outlining(corpus / "treaties", of=labels) for labels in (LABELS, HELD_OUT, THIRD))
    score = total([each for scores in every for (_, of), each in scores.items() if of == "annexes"])
    assert score.precision >= 0.9 and score.recall >= 0.9, score

"""What does not correspond in two texts of one agreement, case by case, and what holds of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import drafts

from travaux.compare.concordance import Aspect, Concordance, concordance
from travaux.errors import TravauxError
from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.record.read import read as read_record
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.outline import outline

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "two-languages"


def _draft(name: str, words: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _example(name: str) -> Draft:
    path = EXAMPLE / name
    return next(draft for each in read_record(path.read_bytes(), name=name) for draft in outline(each))


def _cited(draft: Draft, at: Citation | None) -> str:
    if at is None:
        return "nothing"
    runs = [run for provision in draft.walk() for run in provision.line]
    run = next(run for run in runs if run.origin.start <= at.start and at.end <= run.origin.end)
    return f"“{run.words[at.start - run.origin.start : at.end - run.origin.start]}”"


def _told(one: Draft, other: Draft, found: Concordance) -> str:
    return "\n".join(
        f"{each.aspect}: {each.message}\n  {_cited(one, each.one)} | {_cited(other, each.other)}"
        for each in found.mismatches
    )


@pytest.mark.parametrize("case", cases("compare", "concordance"))
def test_what_does_not_correspond_is_listed(case: Path) -> None:
    one, other = _draft("one", read(case / "one.txt")), _draft("other", read(case / "other.txt"))

    hold(case, mismatches=_told(one, other, concordance(one, other)) or "None.")


def test_the_languages_are_told_and_may_be_given() -> None:
    english, french = _example("agreement-en.txt"), _example("agreement-fr.txt")

    assert concordance(english, french).languages == ("en", "fr")
    assert concordance(english, french, languages=("en", "es")).languages == ("en", "es")


def test_the_example_differs_in_six_places() -> None:
    found = concordance(_example("agreement-en.txt"), _example("agreement-fr.txt"))

    assert [each.aspect for each in found.mismatches] == [
        Aspect.DATE, Aspect.REFERENCE, Aspect.FIGURE, Aspect.STRUCTURE, Aspect.NAME, Aspect.FIGURE,
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_a_text_corresponds_with_itself(draft: Draft) -> None:
    assert concordance(draft, draft, languages=("en", "en")).mismatches == ()


@settings(max_examples=40, deadline=None)
@given(drafts(), drafts())
def test_every_provision_of_both_texts_is_told_at_most_once(one: Draft, other: Draft) -> None:
    found = concordance(one, other, languages=("en", "en"))

    for draft, side in ((one, "one"), (other, "other")):
        told = [id(getattr(each, side)) for each in found.correspondences if getattr(each, side) is not None]
        assert len(told) == len(set(told))
        assert set(told) <= {id(each) for each in draft.walk()}


@settings(max_examples=40, deadline=None)
@given(drafts(), drafts())
def test_what_one_text_lacks_the_other_lacks_with_the_sides_exchanged(one: Draft, other: Draft) -> None:
    there = concordance(one, other, languages=("en", "en"))
    back = concordance(other, one, languages=("en", "en"))

    assert sum(each.other is None for each in there.correspondences) == sum(
        each.one is None for each in back.correspondences
    )


@settings(max_examples=40, deadline=None)
@given(drafts(), st.integers(3, 900), st.data())
def test_a_figure_put_into_one_text_alone_is_found(draft: Draft, figure: int, data: st.DataObject) -> None:
    lines = draft.text.split("\n")
    sentences = [at for at, line in enumerate(lines) if line.endswith(".") and "The " in line]
    place = data.draw(st.sampled_from(sentences))
    lines[place] = lines[place].replace("The ", f"The count of {figure} on ", 1)
    (changed,) = outline(document("changed", "\n".join(lines), kind=Kind.AGREEMENT))

    found = concordance(draft, changed, languages=("en", "en")).mismatches

    assert [each.aspect for each in found] == [Aspect.FIGURE]


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name", ["CHE-FRA[DFF]_1991A", "ARG-PRY[NA]_1939P", "CHN-RUS[PCE]_2000A", "CZE-DEU[MPB]_1994A"]
)
def test_a_published_agreement_in_any_language_corresponds_with_itself(name: str, corpus: Path) -> None:
    path = corpus / "treaties" / f"{name}.txt"
    try:
        drafts = [draft for each in read_record(path.read_bytes(), name=path.name) for draft in outline(each)]
    except (OSError, TravauxError):
        pytest.skip(f"{path} cannot be read")
    for draft in drafts:
        assert concordance(draft, draft).mismatches == ()
        assert any(each.kind is ProvisionKind.ARTICLE for each in draft.walk())

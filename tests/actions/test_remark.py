"""What a person notes on a clause is kept with what it cites, and may be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.actions.deviate import deviate
from travaux.actions.remark import Cites, remark, take_back
from travaux.compare.reasons import ReasonKind
from travaux.desk import file, models, remarks, shelf
from travaux.errors import UnknownDocument, UnknownEntry, UnknownProvision, UnreadableAddress

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
FORM, DRAFT = "03-standard-form-1957/draft", "08-memorandum-tab-a/tab-a"
NAMES = ("01-convention-1931", "03-standard-form-1957", "07-airgram", "08-memorandum-tab-a")


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build([EXAMPLE / f"{name}.txt" for name in NAMES], out=path)
        file.open_file(path)
        yield path
        file.close()


def test_a_reason_that_is_noted_explains_its_departure() -> None:
    assert "Article V" in {each.name for each in deviate(FORM, DRAFT).unexplained}
    remark(DRAFT, "Article V", "The Embassy asked for the approaches.")

    (clause,) = [each for each in deviate(FORM, DRAFT).by_weight if each.name == "Article V"]
    assert [(each.words, each.given) for each in clause.reasons] == [("The Embassy asked for the approaches.", True)]


def test_a_conflict_keeps_the_words_of_the_provision_it_is_with() -> None:
    cites = Cites("01-convention-1931", "Article II")
    key = remark(DRAFT, "Article VI", "The guardship has its own title.", kind=ReasonKind.CONFLICT, cites=cites)

    (kept,) = remarks.of(DRAFT)
    assert kept.at is not None
    assert shelf.document(kept.at.document).passage(kept.at).startswith("Article II\nThe Republic of Halvern may keep")
    assert models.Remark.objects.get(pk=key).passage.endswith("The guardship may be relieved at any time.")


def test_words_of_a_document_may_be_cited() -> None:
    remark(DRAFT, "Article III", "So the airgram.", cites=Cites("07-airgram", "Fairway at Ostrel bend"))

    (kept,) = remarks.of(DRAFT)
    assert kept.at is not None
    assert shelf.document("07-airgram").passage(kept.at) == "Fairway at Ostrel bend"


def test_a_remark_that_is_taken_back_no_longer_counts_and_stays_in_the_file() -> None:
    key = remark(DRAFT, "Article V", "In error.")
    take_back(key)

    assert remarks.of(DRAFT) == ()
    assert models.Remark.objects.count() == 2
    with pytest.raises(UnknownEntry):
        take_back(key)


def test_remarks_stay_when_more_is_built_into_the_file(opened: Path) -> None:
    remark(DRAFT, "Article V", "It stays.")
    file.close()
    build([EXAMPLE / "04-letter.txt"], out=opened)
    file.open_file(opened)

    assert [each.words for each in remarks.of(DRAFT)] == ["It stays."]


@pytest.mark.parametrize(
    ("draft", "clause", "words", "cites", "error"),
    [
        ("nowhere", "Article V", "x", None, UnknownDocument),
        (DRAFT, "Article XX", "x", None, UnknownProvision),
        (DRAFT, "somewhere", "x", None, UnreadableAddress),
        (DRAFT, "Article V", "  ", None, UnknownEntry),
        (DRAFT, "Article V", "x", Cites("nowhere"), UnknownDocument),
        (DRAFT, "Article V", "x", Cites("07-airgram", "words that it does not have"), UnknownDocument),
        (DRAFT, "Article V", "x", Cites("01-convention-1931", "Article XX"), UnknownProvision),
    ],
)
def test_what_is_not_there_cannot_be_noted_on(
    draft: str, clause: str, words: str, cites: Cites | None, error: type[Exception]
) -> None:
    with pytest.raises(error):
        remark(draft, clause, words, cites=cites)
    assert models.Remark.objects.count() == 0


def test_a_conflict_without_a_citation_is_refused() -> None:
    with pytest.raises(UnknownEntry, match="A conflict cites"):
        remark(DRAFT, "Article V", "It contradicts.", kind=ReasonKind.CONFLICT)

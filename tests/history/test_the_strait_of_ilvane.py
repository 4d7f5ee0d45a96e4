"""Article VI of the example, Quillon Roads, from Tab A to the initialed text, as the README tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

import travaux
from travaux.amend.proceedings import Proceedings
from travaux.compare.redline import Change
from travaux.history.lineage import lineages
from travaux.history.trace import History, trace
from travaux.record.document import Document
from travaux.text.parse import parse

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return tuple(document for path in sorted(EXAMPLE.glob("*.txt")) for document in travaux.read(path))


@pytest.fixture(scope="module")
def treaty(documents: tuple[Document, ...]) -> Proceedings:
    """The proceedings on the treaty alone, of which Tab A is the first draft."""
    every = lineages(travaux.follow(documents))
    return next(each.proceedings for each in every if any("tab-a" in draft.id for draft in each.proceedings.drafts))


@pytest.fixture(scope="module")
def history(treaty: Proceedings, documents: tuple[Document, ...]) -> History:
    return trace(treaty, documents, parse("Article VI"))


def test_article_vi_has_a_version_in_every_document_that_gave_one(history: History) -> None:
    told = [version.document.id[:2] for version in history.versions]

    assert [number for number in told if number in ("08", "09", "13", "16", "21")] == ["08", "09", "13", "16", "21"]
    assert "12" not in told


def test_the_telegram_of_march_makes_three_vessels_six(history: History) -> None:
    version = next(version for version in history.versions if version.document.id.startswith("16-"))
    assert version.redline is not None
    spans = [span for line in version.redline.lines for span in line.spans if span.change is not Change.KEPT]

    assert [(span.change.value, span.words) for span in spans] == [("deleted", "three"), ("inserted", "six")]


def test_the_auxiliaries_are_listed_as_not_put_in(history: History) -> None:
    left = [step.instruction.words for step in history.not_applied if "auxiliaries" in step.instruction.words]

    assert len(left) == 1


def test_the_despatch_confirms_the_redraft_without_a_change(history: History) -> None:
    confirming = [
        step for version in history.versions for step in version.steps if "14-" in step.instruction.at.document
    ]

    assert len(confirming) == 2

"""The example negotiation comes out as its README says: what each document changes, and what is left undone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import travaux
from travaux.amend.operations import Status
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.record.document import Document
from travaux.text.draft import Draft
from travaux.text.locate import locate, provision_at
from travaux.text.parse import parse

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
Record = dict[str, Document]


@pytest.fixture(scope="module")
def record() -> Record:
    read = [document for path in sorted(EXAMPLE.glob("*.txt")) for document in travaux.read(path)]
    return {document.id: document for document in read}


@pytest.fixture(scope="module")
def proceedings(record: Record) -> Proceedings:
    return travaux.follow(record.values())


def _steps(proceedings: Proceedings, number: str) -> list[Step]:
    return [step for step in proceedings.steps if step.instruction.at.document.startswith(f"{number}-")]


def _draft(proceedings: Proceedings, number: str) -> Draft:
    return next(draft for draft in proceedings.drafts if draft.id.startswith(f"{number}-"))


def _body(draft: Draft) -> str:
    """The text below the title, which alone differs."""
    return draft.text.split("\n", 1)[1]


def _codes(step: Step) -> set[str]:
    return {finding.code for finding in step.findings}


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("09", "2 applied, 1 assumed"), ("10", "1 withdrawn"), ("12", "3 applied, 1 refused"),
        ("16", "8 applied, 2 refused"), ("17", "1 refused"), ("18", "2 applied"), ("19", "2 applied"),
    ],
)  # fmt: skip
def test_each_document_changes_what_the_readme_says(proceedings: Proceedings, number: str, told: str) -> None:
    outcomes = Counter(step.outcome for step in _steps(proceedings, number))

    assert ", ".join(f"{outcomes[each]} {each}" for each in Outcome if outcomes[each]) == told


def test_nothing_else_is_taken_for_an_instruction(proceedings: Proceedings) -> None:
    told = {step.instruction.at.document[:2] for step in proceedings.steps}

    assert told == {"09", "10", "12", "14", "16", "17", "18", "19"}


def test_the_last_consolidated_draft_is_the_initialed_text_word_for_word(proceedings: Proceedings) -> None:
    assert _body(_draft(proceedings, "19")) == _body(_draft(proceedings, "21"))


def test_what_the_despatch_reports_is_in_the_redraft_already(proceedings: Proceedings) -> None:
    assert {step.outcome for step in _steps(proceedings, "14")} == {Outcome.ASSUMED}
    assert {step.base for step in _steps(proceedings, "14")} == {_draft(proceedings, "13").id}


def test_the_agreements_in_force_and_the_standard_form_are_never_amended(proceedings: Proceedings) -> None:
    standing = {_draft(proceedings, number).id for number in ("01", "02", "03")}

    assert not standing & {draft.derived_from for draft in proceedings.drafts}
    assert not standing & {step.base for step in proceedings.steps}


def test_the_drafts_stand_in_order_of_date(proceedings: Proceedings) -> None:
    dates = [draft.date for draft in proceedings.drafts if draft.date]

    assert dates == sorted(dates)


@pytest.mark.parametrize(
    ("number", "position", "code"),
    [
        ("09", 2, "already-there"),
        ("10", 0, "reported"),
        ("12", 3, "refused-by-passage"),
        ("16", 4, "words-ambiguous"),
        ("16", 9, "no-such-provision"),
        ("17", 0, "text-not-in-record"),
    ],
)
def test_what_is_left_undone_says_why(proceedings: Proceedings, number: str, position: int, code: str) -> None:
    assert code in _codes(_steps(proceedings, number)[position])


def test_the_fallback_of_four_vessels_stays_out(proceedings: Proceedings) -> None:
    assert all("Not more than four" not in draft.text for draft in proceedings.drafts)


def test_the_refusal_in_document_12_is_read_as_one(proceedings: Proceedings) -> None:
    assert _steps(proceedings, "12")[3].instruction.status is Status.REJECTED


def test_every_word_of_every_draft_has_an_origin_that_holds_it(proceedings: Proceedings, record: Record) -> None:
    runs = [run for draft in proceedings.drafts for each in draft.walk() for run in each.line]

    assert len(runs) > 100
    assert all(record[run.origin.document].passage(run.origin).strip() == run.words.strip() for run in runs)


def test_the_last_article_vi_comes_from_the_redraft_but_for_the_number_of_vessels(proceedings: Proceedings) -> None:
    last = _draft(proceedings, "19")
    article = provision_at(last, locate(last, parse("Article VI")).path)

    assert {run.origin.document[:2] for each in article.walk() for run in each.line} == {"13", "16"}

"""What lint finds in texts, case by case, and what holds of any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import drafts

from travaux.findings import Finding
from travaux.record.document import Kind
from travaux.text.draft import Draft
from travaux.text.lint import lint
from travaux.text.outline import outline


def _draft(name: str, words: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _told(draft: Draft, finding: Finding) -> str:
    cited = next(
        run.words[finding.at.start - run.origin.start : finding.at.end - run.origin.start]
        for provision in draft.walk()
        for run in provision.line
        if run.origin.start <= finding.at.start and finding.at.end <= run.origin.end
    )
    weight = "to settle" if finding.severity == "refused" else "to look at"
    return f"{finding.code} ({weight}): {finding.message}\n  at “{cited}”"


@pytest.mark.parametrize("case", cases("text", "lint"))
def test_what_an_editor_would_strike_through_is_found(case: Path) -> None:
    draft = _draft("text", read(case / "text.txt"))
    others = [_draft("other", read(case / "other.txt"))] if (case / "other.txt").exists() else []
    found = lint(draft, others=others)

    hold(case, findings="\n".join(_told(draft, finding) for finding in found) or "Nothing.")


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_every_finding_cites_words_of_the_draft(draft: Draft) -> None:
    origins = [run.origin for provision in draft.walk() for run in provision.line]

    for finding in lint(draft):
        assert any(
            origin.document == finding.at.document and origin.start <= finding.at.start and finding.at.end <= origin.end
            for origin in origins
        )


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_a_text_numbered_in_order_has_no_finding_on_its_numbers(draft: Draft) -> None:
    assert [finding for finding in lint(draft) if finding.code.startswith("number")] == []


@settings(max_examples=30, deadline=None)
@given(drafts())
def test_nothing_in_a_text_is_left_over_from_itself(draft: Draft) -> None:
    assert lint(draft, others=[draft]) == lint(draft)


def test_a_line_that_may_hold_many_provisions_is_told_and_nothing_is_held_against_it() -> None:
    words = "The ferry runs as Article 9 says. " * 200
    found = lint(_draft("long", f"TREATY ON THE FERRY\nArticle 1\n{words}\nArticle 2\nIt is free."))

    assert [finding.code for finding in found] == ["lines-lost"]

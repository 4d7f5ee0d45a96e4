"""Instructions held against a draft, case by case: what they mean, what they give, and why some are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.text.golden import cases, document, hold, read

from travaux.amend.follow import follow
from travaux.amend.in_words import in_words
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.findings import Finding
from travaux.record.document import Kind

# Which draft is meant is another question than what the passage does to it; `test_follow.py` asks it.
_WHICH_DRAFT = ("latest-draft", "newest-draft")


@pytest.mark.parametrize("case", cases("amend", "good"))
def test_the_instruction_gives_the_later_text(case: Path) -> None:
    proceedings = _followed(case)

    assert all(step.outcome is not Outcome.REFUSED for step in proceedings.steps), proceedings.steps
    hold(case, operations=_told(proceedings), after=proceedings.drafts[-1].text)


@pytest.mark.parametrize("case", cases("amend", "bad"))
def test_the_instruction_is_refused_and_the_draft_left_as_it_was(case: Path) -> None:
    proceedings = _followed(case)

    assert [draft.text for draft in proceedings.drafts] == [read(case / "before.txt")]
    hold(case, refusal=_told(proceedings))


def _followed(case: Path) -> Proceedings:
    before = read(case / "before.txt")
    subject = before.split("\n")[0].capitalize()
    tabled = document("memorandum", before, kind=Kind.AGREEMENT, sender="The Ministry")
    telegram = document("telegram", read(case / "instruction.txt"), kind=Kind.TELEGRAM, subject=subject)
    return follow([tabled, telegram])


def _told(proceedings: Proceedings) -> str:
    """Every step and finding in words, a paragraph each."""
    told = [_step(step) for step in proceedings.steps] + [_finding(finding) for finding in proceedings.findings]
    return "\n\n".join(told) or "No instruction was found."


def _step(step: Step) -> str:
    sayings = [in_words(operation) for operation in step.instruction.operations]
    lines = [f"{say.words}\n    “{say.wording.words}”" if say.wording else say.words for say in sayings]
    findings = [_finding(finding) for finding in step.findings if finding.code not in _WHICH_DRAFT]
    return "\n".join([*lines, f"{step.outcome.capitalize()}.", *findings])


def _finding(finding: Finding) -> str:
    return f"({finding.code}) {finding.message} {finding.remedy}".rstrip()

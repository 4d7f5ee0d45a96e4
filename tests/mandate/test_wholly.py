"""Which messages are on one issue as a whole."""

from __future__ import annotations

from dataclasses import replace

from tests.mandate.telegrams import telegram

from travaux.findings import Citation
from travaux.mandate.issue import Issue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.subject import subject
from travaux.mandate.wholly import By, wholly
from travaux.record.document import Document

REGISTER = IssueRegister(
    (Issue("dues", "Pilotage dues", provisions=("Article V",)), Issue("fish", "Fishing", provisions=("Article VI",)))
)
DUES = subject(REGISTER, "dues")
ORDER = "You should seek a fee of six crowns."


def _by(document: Document, *, answers: Document | None = None) -> By | None:
    heads = {Citation(document.id, 0, 4): answers} if answers is not None else {}
    found = wholly(document, DUES, REGISTER, heads=lambda: heads)
    return found.by if found is not None else None


def test_a_message_whose_subject_line_names_the_issue_is_on_it() -> None:
    assert _by(replace(telegram(ORDER), subject="Pilotage dues")) is By.LINE
    assert _by(replace(telegram(ORDER), subject="Pilotage dues and fishing")) is None


def test_a_message_that_opens_with_the_issue_or_its_article_and_names_no_other_is_on_it() -> None:
    assert _by(telegram("Your views on pilotage dues are noted.", ORDER)) is By.OPENING
    assert _by(telegram("Your views on Article V are noted.", ORDER)) is By.OPENING
    assert _by(telegram("Your views on Article V are noted.", ORDER, "On Article VI wait.")) is None
    assert _by(telegram("Your views on pilotage dues are noted.", ORDER, "On fishing wait.")) is None


def test_a_message_that_answers_one_on_the_issue_is_on_it_unless_it_names_another() -> None:
    asked = replace(telegram("What may we say?", ident="d8"), subject="Pilotage dues")
    assert _by(telegram("Your 8.", ORDER), answers=asked) is By.ANSWER
    assert _by(telegram("Your 8.", ORDER, "On fishing wait."), answers=asked) is None
    assert _by(telegram("Your 8.", ORDER), answers=telegram("What may we say?", ident="d8")) is None
    assert _by(telegram(ORDER)) is None

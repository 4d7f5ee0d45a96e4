from __future__ import annotations

from dataclasses import replace

import pytest

from travaux.amend.bare import bare
from travaux.amend.decide import Decision, Verdict, corrected, decide, read_as
from travaux.amend.examine import examine
from travaux.amend.formal_words import formal_words
from travaux.amend.operations import Status, SubstituteWords
from travaux.amend.proceedings import Examined
from travaux.findings import Citation
from travaux.record.document import Document

DOUBTED = bare("Galley proof: In Article IX, replace “twice” with “thrice”.\nDelete Article V.", id="d1")
OTHERWISE = "In Article X, the word “twice” shall be replaced by the words “every spring”."


def _found(document: Document = DOUBTED) -> tuple[Examined, Citation]:
    found = examine(document)
    return found, found.instructions[0].at


def _decision(verdict: Verdict, document: Document = DOUBTED, *, reading: str = "", amends: str = "") -> Decision:
    found, at = _found(document)
    read = found.instructions[0]
    if reading:
        entered = corrected(reading, at, document.passage(at))
        assert entered is not None
        read = entered
    return Decision(at, document.passage(at), verdict, read_as(read), reading, amends)


def test_without_a_decision_everything_stays_as_it_was_read() -> None:
    found, _ = _found()
    assert found.instructions[0].doubts
    assert decide(DOUBTED, found, []).examined == found


def test_a_confirmed_instruction_is_an_order_without_doubts() -> None:
    found, _ = _found()
    decided = decide(DOUBTED, found, [_decision(Verdict.CONFIRMED)]).examined
    assert decided.instructions == (found.instructions[0].confirmed, found.instructions[1])
    assert decided.findings == found.findings


def test_a_rejected_instruction_is_none() -> None:
    found, _ = _found()
    assert decide(DOUBTED, found, [_decision(Verdict.REJECTED)]).examined.instructions == found.instructions[1:]


def test_a_corrected_instruction_is_read_as_the_person_says_and_cites_the_passage() -> None:
    found, at = _found()
    decided = decide(DOUBTED, found, [_decision(Verdict.CORRECTED, reading=OTHERWISE)]).examined
    (operation,) = decided.instructions[0].operations
    assert isinstance(operation, SubstituteWords)
    assert (str(operation.target), operation.new.words, operation.new.at) == ("Article X", "every spring", at)
    assert decided.instructions[0].words == DOUBTED.passage(at)
    assert decided.instructions[0].status is Status.INSTRUCTED


def test_words_that_the_passage_has_are_cited_where_it_has_them() -> None:
    found, _ = _found()
    reading = "In Article X, the word “once” shall be replaced by the word “thrice”."
    (operation,) = (
        decide(DOUBTED, found, [_decision(Verdict.CORRECTED, reading=reading)]).examined.instructions[0].operations
    )
    assert isinstance(operation, SubstituteWords)
    assert DOUBTED.passage(operation.new.at) == "thrice"


def test_a_draft_that_a_person_chose_is_told_by_the_passage() -> None:
    found, at = _found()
    decided = decide(DOUBTED, found, [_decision(Verdict.CORRECTED, amends="d0/draft")])
    assert decided.chosen == {at: "d0/draft"}
    assert decided.examined.instructions[0] == found.instructions[0].confirmed


def test_a_passage_that_was_not_understood_can_be_given_a_reading_or_dismissed() -> None:
    document = bare("The drafters are to revise Article V in the sense discussed.", id="d1")
    found = examine(document)
    (finding,) = found.findings
    passage = document.passage(finding.at)
    entered = corrected("Article V shall be deleted.", finding.at, passage)
    assert entered is not None
    given = Decision(finding.at, passage, Verdict.CORRECTED, read_as(entered), "Article V shall be deleted.")
    assert decide(document, found, [given]).examined == Examined((), (entered,), ())
    dismissed = Decision(finding.at, passage, Verdict.REJECTED)
    assert not decide(document, found, [dismissed]).examined


@pytest.mark.parametrize("verdict", [Verdict.CONFIRMED, Verdict.CORRECTED])
def test_a_decision_on_another_reading_is_not_used_and_said(verdict: Verdict) -> None:
    found, _ = _found()
    reading = OTHERWISE if verdict is Verdict.CORRECTED else ""
    decision = replace(_decision(verdict, reading=reading), read_as=("Delete Article I.",))
    decided = decide(DOUBTED, found, [decision]).examined
    assert decided.instructions == found.instructions
    assert [finding.code for finding in decided.findings] == ["decision-not-used"]


def test_a_decision_on_other_words_is_not_used_and_said() -> None:
    found, _ = _found()
    decision = replace(_decision(Verdict.REJECTED), passage="Words that stood there once.")
    decided = decide(DOUBTED, found, [decision]).examined
    assert decided.instructions == found.instructions
    assert [finding.code for finding in decided.findings] == ["decision-not-used"]


def test_a_decision_on_a_note_that_is_gone_is_not_used_and_said() -> None:
    found, at = _found()
    decision = replace(_decision(Verdict.REJECTED), at=replace(at, note="7"))
    assert [finding.code for finding in decide(DOUBTED, found, [decision]).examined.findings] == ["decision-not-used"]


def test_words_that_are_no_instruction_correct_nothing() -> None:
    _, at = _found()
    assert corrected("The moon is full.", at, "x") is None


def test_the_reading_offered_is_read_back_as_it_was() -> None:
    found, at = _found()
    (operation,) = found.instructions[0].operations
    entered = corrected(formal_words(operation), at, DOUBTED.passage(at))
    assert entered is not None
    assert entered.operations == (operation,)


def test_only_a_correction_has_words_of_its_own() -> None:
    _, at = _found()
    with pytest.raises(ValueError, match="only a correction"):
        Decision(at, "x", Verdict.CONFIRMED, reading="Delete Article V.")

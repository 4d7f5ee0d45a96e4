from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from travaux.mandate.authority import read
from travaux.mandate.authority_said import Decided, Grant, Part, Request
from travaux.record.document import Block, BlockKind, Document, Kind, Note
from travaux.record.read import read as read_record

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"


def _memorandum(*lines: str, notes: tuple[Note, ...] = ()) -> Document:
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    return Document(
        id="d8", title="Memorandum From the Director to the Minister", kind=Kind.MEMORANDUM, body=body, notes=notes,
        date=datetime.date(1964, 1, 20),
    )  # fmt: skip


def _read(*lines: str, notes: tuple[Note, ...] = ()) -> Request:
    request = read(_memorandum(*lines, notes=notes))
    assert request is not None
    return request


def _example(name: str) -> Request:
    (document,) = read_record((EXAMPLE / name).read_bytes(), name=name)
    request = read(document)
    assert request is not None
    return request


def test_each_recommendation_has_the_decision_printed_under_it() -> None:
    request = _example("23-memorandum-authority.txt")
    assert [one.decided for one in request.recommendations] == [Decided.APPROVED, Decided.ADDED, Decided.DISAPPROVED]
    assert {one.on for one in request.recommendations} == {datetime.date(1964, 1, 24)}


def test_what_the_approver_added_by_hand_is_kept_with_its_words() -> None:
    addition = _example("23-memorandum-authority.txt").recommendations[1].addition
    assert addition is not None and addition.words == "but no limit while the storm signal is up. A.R."


def test_an_addition_told_in_a_note_goes_to_the_paragraph_it_stands_on() -> None:
    decided = [one.decided for one in _example("08-memorandum-tab-a.txt").recommendations]
    assert decided == [Decided.APPROVED, Decided.APPROVED, Decided.ADDED]


def test_the_parts_that_the_procedure_wants_are_found_under_their_headings() -> None:
    assert _example("23-memorandum-authority.txt").missing == ()
    assert Part.LEGAL_BASIS in _example("08-memorandum-tab-a.txt").missing


def test_authority_to_negotiate_to_sign_and_full_powers_are_told_apart() -> None:
    request = _read(
        "Recommendations:", "1. That you authorize the Ambassador to negotiate.",
        "2. That you authorize him to sign the protocol.", "3. That you issue full powers.",
    )  # fmt: skip
    assert [one.grants[0] for one in request.recommendations] == [Grant.NEGOTIATE, Grant.SIGN, Grant.FULL_POWERS]


@pytest.mark.parametrize(
    ("note", "decided"),
    [
        ("Approved by Dulles on September 29.", Decided.APPROVED),
        ("The Under Secretary’s initials appear next to the typed word “Approve” in the margin.", Decided.APPROVED),
        ("Robertson disapproved the recommendation.", Decided.DISAPPROVED),
        ("There is no indication on the source text that Dillon approved the recommendation.", Decided.OPEN),
        ("Not found attached.", Decided.OPEN),
    ],
)
def test_a_decision_is_read_from_the_note_that_tells_it(note: str, decided: Decided) -> None:
    lines = ("Recommendation:", "That you authorize the Ambassador to negotiate.")
    (one,) = _read(*lines, notes=(Note("3", note, sum(map(len, lines)) + 1),)).recommendations
    assert one.decided is decided


def test_a_recommendation_of_which_no_decision_is_printed_is_a_finding() -> None:
    request = _read("Recommendation:", "That you authorize the Ambassador to negotiate.")
    assert [finding.code for finding in request.findings] == ["recommendation-not-decided"]


def test_a_paper_that_asks_nobody_to_approve_is_no_request() -> None:
    assert read(_memorandum("The ferry runs daily.", "Nobody is asked for anything.")) is None


@pytest.mark.parametrize(
    ("note", "decided"),
    [
        ("Pell initialed his approval of recommendation 1 and his disapproval of recommendation 2.",
         [Decided.APPROVED, Decided.DISAPPROVED]),
        ("Pell approved recommendation 1 on June 29. The other was neither approved nor disapproved.",
         [Decided.APPROVED, Decided.OPEN]),
        ("Pell initialed his approval of the recommendations on October 19.", [Decided.APPROVED, Decided.APPROVED]),
        ("Pell initialed his approval of both recommendations, “subject to approval by L.”",
         [Decided.ADDED, Decided.ADDED]),
        ("The document does not indicate whether Pell approved or disapproved the recommendations.",
         [Decided.OPEN, Decided.OPEN]),
        ("Pell initialed the “approve” option.", [Decided.OPEN, Decided.APPROVED]),
        ("Approved by Pell on June 29, except for recommendation 2.", [Decided.APPROVED, Decided.OPEN]),
        ("Pell initialed his approval of the recommendations, all but 1.", [Decided.OPEN, Decided.APPROVED]),
    ],
)  # fmt: skip
def test_a_note_decides_on_the_recommendations_that_it_tells_of(note: str, decided: list[Decided]) -> None:
    lines = ("Recommendations:", "1. That you authorize the Ambassador to negotiate.", "2. That you authorize a fee.")
    request = _read(*lines, notes=(Note("3", note, sum(map(len, lines)) + 2),))
    assert [one.decided for one in request.recommendations] == decided


@pytest.mark.parametrize("answers", [("Approve", "Disapprove"), ("Approved", "Disapproved"), ("Approve",)])
def test_the_answers_to_choose_from_are_no_decision(answers: tuple[str, ...]) -> None:
    (one,) = _read("Recommendation:", "That you authorize the Ambassador to negotiate.", *answers).recommendations
    assert one.decided is Decided.OPEN


def _day_of(note: str, *, written: datetime.date) -> datetime.date | None:
    memorandum = _memorandum("Recommendation:", "That you authorize the Embassy to negotiate an agreement.")
    told = (Note("1", note, memorandum.text.index("agreement.") + 10),)
    request = read(replace(memorandum, date=written, notes=told))
    assert request is not None and request.recommendations[0].granted
    return request.recommendations[0].on


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Approved by the Minister on January 3.", datetime.date(1965, 1, 3)),
        ("Approved by the Minister. Decision 3 of the Council is attached.", None),
        ("Approved by the Minister. The telegram of June 1 is attached.", None),
    ],
)
def test_a_day_that_is_not_of_the_decision_is_not_taken_for_it(note: str, day: datetime.date | None) -> None:
    assert _day_of(note, written=datetime.date(1964, 12, 5)) == day


_THREE = (
    "7. Memorandum From the Director to the Minister\n\nRecommendations:\n\n"
    "1. That you authorize the Ambassador to negotiate a ferry agreement.\n\n"
    "2. That you authorize him to agree to ten boats.\n\n3. That you authorize him to sign it.\n\n"
)


@pytest.mark.parametrize(
    ("line", "third"),
    [
        ("Approved 1 and 2.", Decided.OPEN),
        ("Approved all but 3.", Decided.OPEN),
        ("1 and 2 approved, 3 disapproved.", Decided.DISAPPROVED),
        ("Approved: 1 and 2.\n\nDisapproved: 3.", Decided.DISAPPROVED),
        ("Approved, March 3, 1971.", Decided.APPROVED),
    ],
)
def test_a_line_decides_on_the_recommendations_that_it_names_and_on_no_other(line: str, third: Decided) -> None:
    request = read(read_record((_THREE + line).encode(), name="m.txt")[0])
    assert request is not None
    assert [each.decided for each in request.recommendations] == [Decided.APPROVED, Decided.APPROVED, third]


def test_an_addition_behind_one_decision_on_several_is_kept_with_each() -> None:
    line = "Approved with the handwritten addition: “1 and 2 only. No night boats.”"
    request = read(read_record((_THREE + line).encode(), name="m.txt")[0])
    assert request is not None
    said = [each.addition.words if each.addition else "" for each in request.recommendations]
    assert said == ["1 and 2 only. No night boats."] * 2 + [""]
    assert request.recommendations[2].decided is Decided.OPEN

"""What is proposed is held against what an order means, not against the words that both have.

In `cases/checks.txt` each line has an order, a proposal and how that stands: within, outside, undetermined, or not
within, where it may be either of the last two. In `cases/later.txt` an order, what a later message says, and the same.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.mandate.telegrams import DAY, telegram, told

from travaux.mandate.check import check
from travaux.mandate.directives import read
from travaux.mandate.doubt import Unread, in_doubt, is_on
from travaux.mandate.guidance import guidance
from travaux.mandate.on import on
from travaux.mandate.verdict import Verdict
from travaux.text.parse import parse

_CASES = Path(__file__).parent / "cases" / "checks.txt"
_LATER = [tuple(line.split(" | ")) for line in (_CASES.parent / "later.txt").read_text(encoding="utf-8").splitlines()]
_ROWS = [tuple(line.split(" | ")) for line in _CASES.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("order", "proposal", "stands"), _ROWS, ids=[" | ".join(row[:2]) for row in _ROWS])
def test_a_proposal_stands_as_the_order_means_it(order: str, proposal: str, stands: str) -> None:
    verdict = check(on(DAY, told(order).found), proposal).verdict
    if stands == "not within":
        assert verdict is not Verdict.WITHIN
    else:
        assert verdict.value == stands


def test_an_order_of_another_sense_is_asked_about() -> None:
    order = "You may accept deletion of the reference to the islands."
    mandate = on(DAY, told(order).found)
    held = check(mandate, "the reference to the islands")
    assert held.ask[0].startswith("Does this, which speaks of it, allow it: “") and order in held.ask[0]
    message = guidance([held], mandate=mandate)
    assert f"Instruction: “{order}”" in message and "No instruction that was read" not in message


def test_what_our_side_is_to_say_that_it_refuses_is_outside_by_those_words() -> None:
    held = check(on(DAY, told("Make clear that we cannot accept a joint commission.").found), "a joint commission")
    assert held.verdict is Verdict.OUTSIDE
    assert held.directive is not None and held.directive.act.value == "make clear"


@pytest.mark.parametrize(
    ("order", "text", "verdict"),
    [
        ("You should oppose leave of the Admiralty.", "No ship shall sail without leave of the Admiralty.", "outside"),
        (
            "You should oppose deletion of the leave of the Admiralty.",
            "Ships sail by leave of the Admiralty.",
            "undetermined",
        ),
    ],
)
def test_a_text_is_held_against_what_it_names(order: str, text: str, verdict: str) -> None:
    assert check(on(DAY, told(order).found), text).verdict.value == verdict


def test_what_a_sentence_does_not_name_is_not_forbidden_by_words_of_several() -> None:
    text = "An officer stands at the gate. Goods on board are free."
    held = check(on(DAY, told("You should tell Montrec that an officer on board is excluded.").found), text)
    assert held.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("order", "wording"),
    [
        ("You may accept “{area}” in place of “{other}”.", "area"),
        ("You may accept “{area}” but not “{other}”.", "area"),
        ("You should make clear that we cannot accept the words “{area}”.", ""),
        ("Instead of “{other}” you may accept “{area}”.", "area"),
    ],
)
def test_words_that_others_are_taken_in_place_of_are_not_authorised(order: str, wording: str) -> None:
    words = {"area": "armed attack in the area", "other": "armed attack in the territories"}
    mandate = on(DAY, told(order.format(**words)).found)
    assert (check(mandate, words["area"]).verdict is Verdict.WITHIN) is bool(wording)
    assert check(mandate, words["other"]).verdict is not Verdict.WITHIN


def test_another_thing_than_the_one_named_is_asked_about() -> None:
    mandate = on(DAY, told("You may accept a limit on vessels in port.").found)
    held = check(mandate, "a limit on aircraft in port")
    assert held.verdict is Verdict.UNDETERMINED
    assert held.ask[0] == "Does the instruction, which does not name this, leave room for it: aircraft?"
    more = check(mandate, "a limit on vessels")
    assert more.verdict is Verdict.WITHIN
    assert more.ask == ("Is it put forward with all that is told: “a limit on vessels in port”?",)


def test_leave_to_take_a_thing_away_is_not_withdrawn_by_what_is_against_the_thing() -> None:
    first = told("You may accept deletion of the reference to the islands.", ident="d3").found
    later = told("You should oppose any reference to the islands.", ident="d9", date=DAY + datetime.timedelta(1)).found
    assert not on(DAY + datetime.timedelta(2), (*first, *later)).gone
    refused = told(
        "State that we cannot accept a reference to the islands.", ident="d9", date=DAY + datetime.timedelta(1)
    )
    given = told("You may accept a reference to the islands.", ident="d3").found
    (gone,) = on(DAY + datetime.timedelta(2), (*given, *refused.found)).gone
    assert gone.by is refused.found[0]


@pytest.mark.parametrize(("first", "second", "proposal", "stands"), _LATER, ids=[" | ".join(row[:3]) for row in _LATER])
def test_a_later_order_or_sentence_goes_before_an_earlier_one(
    first: str, second: str, proposal: str, stands: str
) -> None:
    then = DAY + datetime.timedelta(days=1)
    document = telegram(second, ident="d9", date=then)
    later = read(document)
    held = check(on(then, (*told(first, ident="d3").found, *later.found)), proposal)
    left = [Unread(at, document.passage(at), then) for at in later.open]
    verdict = in_doubt(held, [each for each in left if is_on(each.words, proposal)]).verdict
    assert verdict is not Verdict.WITHIN if stands == "not within" else verdict.value == stands


@pytest.mark.parametrize(
    ("first", "second", "proposal"),
    [
        (
            "You may accept a joint commission.",
            "You should suspend the offer of a joint commission.",
            "a joint commission",
        ),
        ("You may accept a joint commission.", "You should now propose a tribunal instead of a joint commission.", ""),
        ("You may accept 500 men.", "Our maximum is now 300 men.", "500 men"),
        ("You may accept deletion of Article 9.", "You should insist on retention of Article 9.", "delete Article 9"),
    ],
)
def test_later_words_on_the_same_are_asked_about(first: str, second: str, proposal: str) -> None:
    then = DAY + datetime.timedelta(days=1)
    later = told(second, ident="d9", date=then).found
    held = check(on(then, (*told(first, ident="d3").found, *later)), proposal or "a joint commission")
    assert held.verdict is not Verdict.WITHIN
    assert "d9" in " ".join(held.ask) or held.directive in later


def test_what_is_not_to_be_talked_about_may_be_accepted() -> None:
    then = DAY + datetime.timedelta(days=1)
    first = told("You may accept a veto in the council.", ident="d3").found
    later = told("You should not discuss a veto in the council with the press.", ident="d9", date=then).found
    assert check(on(then, (*first, *later)), "a veto in the council").verdict is Verdict.WITHIN
    held = check(on(DAY, told("You should not disclose our fallback.").found), "disclose our fallback")
    assert held.verdict is Verdict.OUTSIDE


@pytest.mark.parametrize("order", ["You should not raise Article V.", "You should maintain Article V."])
def test_a_text_of_an_article_is_not_forbidden_by_what_is_not_against_it(order: str) -> None:
    held = check(on(DAY, told(order).found), "The ferry runs daily.", address=parse("Article V"))
    assert held.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        ("Article 5 should be deleted.", "undetermined"),
        ("If they refuse this, Article 5 should be deleted.", "within"),
        ("You should report their views on Article 5.", "within"),
        ("You should seek deletion of Article 6.", "within"),
    ],
)
def test_words_hold_until_a_later_order_is_set_against_their_article(later: str, stands: str) -> None:
    then = DAY + datetime.timedelta(days=1)
    given = "You may accept the following text of Article 5: “The parties shall consult before acting.”"
    mandate = on(then, (*told(given, ident="d3").found, *told(later, ident="d9", date=then).found))
    held = check(mandate, "The parties shall consult before acting.", address=parse("Article 5"))
    assert held.verdict.value == stands

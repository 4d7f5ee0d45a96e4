"""What an approver may decide while required clearances are missing: knowing of it, and with a reason."""

from __future__ import annotations

import pytest
from tests.clearance.packages import NOW, changes, concurs, hands, objects, opened, seat, sends, settles, stored

from travaux.clearance.entries import Decided, Verdict
from travaux.clearance.routing import after, routing
from travaux.clearance.standing import Routing
from travaux.clearance.tell import tell
from travaux.errors import ClearanceRefused

WEEKLY = "In Article 1, the word “daily” shall be replaced by the word “weekly”."
WHY = "The Conference opens tomorrow."
LA = (seat("LA"),)


def _objected(*recommendations: str) -> Routing:
    state = opened((seat("LA"),), approver="Minister", recommendations=recommendations)
    return hands(objects(state, "LA", "It binds Parliament."), "WD", "Minister")


def _decides(state: Routing, verdict: Verdict = Verdict.APPROVED, *, number: int = 0, despite: str = "") -> Routing:
    decided = Decided(by="Minister", made_at=NOW, recommendation=number, verdict=verdict, despite=despite)
    return after(state, decided)


def test_an_approval_while_a_clearance_is_missing_is_refused_and_names_it() -> None:
    with pytest.raises(ClearanceRefused, match="Required clearances are missing: LA: objects"):
        _decides(_objected())


def test_an_approval_after_a_clearance_lapsed_is_refused_and_names_it() -> None:
    state = opened((seat("LA"), seat("Marine")), approver="Minister")
    state = settles(changes(concurs(state, "LA"), "Marine", WEEKLY), 1, accepted=True)
    with pytest.raises(ClearanceRefused, match="LA: lapsed"):
        _decides(hands(state, "WD", "Minister"))


def test_with_a_reason_it_is_decided_and_the_log_tells_both() -> None:
    state = _decides(_objected(), despite=WHY)
    decision = state.decision_on(0)
    assert decision is not None and decision.lacking == ("LA: objects",)
    assert tell(state.log[-1]) == f"the text approved, though clearances were missing, because: {WHY}"


def test_what_is_decided_all_the_same_does_not_go_before_it_is_cleared() -> None:
    state = _decides(_objected(), despite=WHY)
    with pytest.raises(ClearanceRefused, match="It may not go: LA: objects"):
        sends(state)
    assert sends(concurs(state, "LA")).sent


def test_what_was_answered_for_once_is_not_asked_for_each_recommendation() -> None:
    state = _decides(_objected("sign", "tell nobody"), number=1, despite=WHY)
    assert state.to_answer_for == ()
    assert _decides(state, number=2).decision_on(2)


def test_what_lapses_by_the_approvers_own_change_is_not_asked_of_him() -> None:
    state = concurs(opened((seat("LA"),), approver="Minister", recommendations=("sign", "tell nobody")), "LA")
    state = hands(state, "WD", "Minister")
    changed = Decided(
        by="Minister", made_at=NOW, recommendation=1, verdict=Verdict.MODIFIED, change=stored(WEEKLY, state)
    )
    state = _decides(after(state, changed), number=2)
    assert state.missing == ("LA: lapsed",)


def test_what_is_disapproved_needs_no_clearance() -> None:
    assert _decides(_objected(), Verdict.DISAPPROVED).decision_on(0)


def test_an_office_that_is_not_required_holds_up_no_decision() -> None:
    state = hands(opened((seat("Press", required=False), seat("Treasury", required=False)), approver="Minister"),
                  "WD", "Minister")  # fmt: skip
    assert _decides(state).decision_on(0)


def test_a_reason_where_nothing_is_missing_is_refused() -> None:
    state = hands(concurs(opened(LA, approver="Minister"), "LA"), "WD", "Minister")
    with pytest.raises(ClearanceRefused, match="No required clearance is missing"):
        _decides(state, despite=WHY)


def test_a_log_of_before_is_told_as_it_was_kept() -> None:
    state = _objected()
    old = Decided(by="Minister", made_at=NOW, recommendation=0, verdict=Verdict.APPROVED)
    told = routing((*state.log, old)).decision_on(0)
    assert told is not None and told.lacking == ("LA: objects",)

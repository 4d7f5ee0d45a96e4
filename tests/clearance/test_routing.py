"""The route of a package: who is asked, who has the file, what lapses, and what may go."""

from __future__ import annotations

import datetime

import pytest
from tests.clearance.packages import (
    NOW,
    TEXT,
    again,
    changes,
    concurs,
    decides,
    hands,
    objects,
    opened,
    seat,
    sends,
    settles,
    stored,
    text,
)

from travaux.clearance.changes import Fate
from travaux.clearance.entries import Answer, Decided, Recalled, Reminded, Replied, Revised, Verdict
from travaux.clearance.line import written
from travaux.clearance.routing import after, routing
from travaux.clearance.standing import Clearance, Routing
from travaux.errors import ClearanceRefused

WEEKLY = "In Article 1, the word “daily” shall be replaced by the word “weekly”."
HOURLY = "In Article 1, the word “daily” shall be replaced by the word “hourly”."
CHEAP = "In Article 2, the word “free” shall be replaced by the word “cheap”."


def stands(state: Routing, office: str) -> Clearance:
    return state.clearance(state.package.seat(office))


def test_offices_in_order_are_asked_one_after_another() -> None:
    state = opened((seat("LA"),), (seat("Marine"),))
    assert (stands(state, "LA"), stands(state, "Marine")) == (Clearance.ASKED, Clearance.AHEAD)
    with pytest.raises(ClearanceRefused, match="Marine is not asked yet"):
        concurs(state, "Marine")
    assert stands(concurs(state, "LA"), "Marine") is Clearance.ASKED


def test_an_office_that_is_asked_alone_has_the_file_until_it_answers() -> None:
    state = opened((seat("LA"),), (seat("Marine"),))
    assert state.holder == "LA"
    state = concurs(state, "LA")
    assert state.holder == "Marine"
    assert [(each.giver, each.to) for each in state.hand_overs] == [("WD", "LA"), ("LA", "WD"), ("WD", "Marine")]


def test_offices_side_by_side_are_asked_at_once_and_the_drafter_keeps_the_file() -> None:
    state = opened((seat("LA"), seat("Marine")))
    assert state.holder == "WD"
    assert state.held_up_by == ("WD", "LA", "Marine")


def test_nothing_goes_while_a_required_clearance_is_missing() -> None:
    state = opened((seat("LA"), seat("Marine"), seat("Press", required=False)))
    state = concurs(state, "LA")
    with pytest.raises(ClearanceRefused, match="Marine: asked"):
        sends(state)
    assert sends(concurs(state, "Marine")).sent is not None


def test_an_objection_holds_the_file_up_until_the_office_answers_anew() -> None:
    state = objects(opened((seat("LA"),)), "LA", "The Form says otherwise.")
    assert stands(state, "LA") is Clearance.OBJECTS
    assert stands(concurs(state, "LA"), "LA") is Clearance.CONCURS


def test_a_change_of_the_text_lapses_what_was_cleared_before() -> None:
    state = concurs(opened((seat("LA"), seat("Marine", "Article 3"))), "LA")
    state = concurs(state, "Marine")
    state = after(state, Revised(by="WD", made_at=NOW, text=text(TEXT.replace("daily", "weekly"))))
    assert (stands(state, "LA"), stands(state, "Marine")) == (Clearance.LAPSED, Clearance.CONCURS)


def test_text_put_back_as_it_was_is_cleared_as_it_was() -> None:
    state = concurs(opened((seat("LA"),), (seat("Marine"),)), "LA")
    state = after(state, Recalled(by="WD", made_at=NOW))
    other = after(state, Revised(by="WD", made_at=NOW, text=text(TEXT.replace("free", "dear"))))
    assert stands(other, "LA") is Clearance.LAPSED
    assert stands(after(other, Revised(by="WD", made_at=NOW, text=text())), "LA") is Clearance.CONCURS


def test_an_office_clears_the_text_that_has_its_change_in_it() -> None:
    state = changes(opened((seat("LA"),)), "LA", WEEKLY)
    assert stands(state, "LA") is Clearance.PENDING
    assert stands(settles(state, 1, accepted=True), "LA") is Clearance.CONCURS
    assert stands(settles(state, 1, accepted=False), "LA") is Clearance.LAPSED


def test_an_office_does_not_clear_the_change_of_another() -> None:
    state = changes(opened((seat("LA"), seat("Marine"))), "LA", WEEKLY)
    state = settles(concurs(state, "Marine"), 1, accepted=True)
    assert (stands(state, "LA"), stands(state, "Marine")) == (Clearance.CONCURS, Clearance.LAPSED)


def test_identical_changes_get_one_answer() -> None:
    state = changes(opened((seat("LA"), seat("Marine"))), "LA", WEEKLY)
    state = changes(state, "Marine", WEEKLY)
    assert [(each.numbers, each.same) for each in state.to_settle_together] == [((1, 2), True)]
    state = settles(state, 2, accepted=True)
    assert [change.fate for change in state.changes] == [Fate.ACCEPTED, Fate.ACCEPTED]
    assert (stands(state, "LA"), stands(state, "Marine")) == (Clearance.CONCURS, Clearance.CONCURS)
    assert state.text.text == TEXT.replace("daily", "weekly")


def test_changes_of_the_same_words_are_shown_together_and_the_other_no_longer_applies() -> None:
    state = changes(opened((seat("LA"), seat("Marine"))), "LA", WEEKLY)
    state = changes(state, "Marine", HOURLY)
    (both,) = state.to_settle_together
    assert both.numbers == (1, 2) and "same words" in both.why
    state = settles(state, 1, accepted=True)
    lost = state.changes[1]
    assert lost.fate is Fate.LOST and lost.why is not None
    assert stands(state, "Marine") is Clearance.LAPSED


def test_a_change_elsewhere_is_carried_over() -> None:
    state = changes(opened((seat("LA", "Article 1"), seat("Marine", "Article 2"))), "LA", WEEKLY)
    state = settles(changes(state, "Marine", CHEAP), 1, accepted=True)
    assert state.changes[1].fate is Fate.PENDING
    state = settles(state, 2, accepted=True)
    assert state.text.text == TEXT.replace("daily", "weekly").replace("free", "cheap")
    assert state.missing == ()


def test_the_approver_decides_on_each_recommendation() -> None:
    state = concurs(opened((seat("LA"),), approver="Minister", recommendations=("open talks", "withdraw")), "LA")
    assert "Minister has not decided on recommendation 1" in state.missing
    state = decides(hands(state, "WD", "Minister"), 1, Verdict.APPROVED)
    assert state.holder == "Minister"
    state = decides(state, 2, Verdict.MODIFIED, "but she stays until the new text is in force")
    assert (state.holder, state.missing) == ("WD", ())


def test_a_decision_is_of_the_text_that_was_decided_on() -> None:
    state = decides(
        hands(concurs(opened((seat("LA"),), approver="Minister"), "LA"), "WD", "Minister"), 0, Verdict.APPROVED
    )
    state = after(state, Revised(by="WD", made_at=NOW, text=text(TEXT.replace("free", "dear"))))
    assert state.missing == ("LA: lapsed", "Minister has not decided on the text")


def test_what_the_approver_changes_in_the_text_goes_back_to_the_offices() -> None:
    state = hands(concurs(opened((seat("LA"),), approver="Minister"), "LA"), "WD", "Minister")
    change = stored(CHEAP, state)
    state = after(state, Decided(by="Minister", made_at=NOW, recommendation=0, verdict=Verdict.MODIFIED, change=change))
    assert state.text.text == TEXT.replace("free", "cheap")
    assert state.missing == ("LA: lapsed",)


def test_nothing_goes_of_which_nothing_was_approved() -> None:
    state = hands(concurs(opened((seat("LA"),), approver="Minister"), "LA"), "WD", "Minister")
    assert decides(state, 0, Verdict.DISAPPROVED).missing == ("Minister approved nothing of it",)


def test_only_the_drafter_recalls_and_nobody_is_asked_then() -> None:
    state = opened((seat("LA"),))
    with pytest.raises(ClearanceRefused, match="LA did not draft it"):
        after(state, Recalled(by="LA", made_at=NOW))
    state = after(state, Recalled(by="WD", made_at=NOW))
    assert (state.holder, state.held_up_by) == ("WD", ("WD",))
    with pytest.raises(ClearanceRefused, match="not asked"):
        concurs(state, "LA")


def test_only_who_has_the_file_hands_it_over() -> None:
    state = opened((seat("LA"),))
    with pytest.raises(ClearanceRefused, match="LA has the file, not WD"):
        hands(state, "WD", "LA")
    with pytest.raises(ClearanceRefused, match="It cannot go to Nobody"):
        hands(state, "LA", "Nobody")


def test_an_office_past_its_deadline_is_late_and_can_be_reminded() -> None:
    state = opened((seat("LA", deadline=datetime.date(1963, 3, 4)),))
    assert state.late(datetime.date(1963, 3, 4)) == ()
    assert [each.office for each in state.late(datetime.date(1963, 3, 5))] == ["LA"]
    assert len(after(state, Reminded(by="WD", made_at=NOW, office="LA")).reminders) == 1
    with pytest.raises(ClearanceRefused, match="owes no reply"):
        after(concurs(state, "LA"), Reminded(by="WD", made_at=NOW, office="LA"))


def test_what_was_sent_is_not_touched_again() -> None:
    state = sends(concurs(opened((seat("LA"),)), "LA"))
    with pytest.raises(ClearanceRefused, match="It was sent"):
        concurs(state, "LA")


def test_the_line_names_those_whose_clearance_stands() -> None:
    state = concurs(opened((seat("LA"), seat("Marine"), seat("T"))), "LA")
    state = after(concurs(state, "Marine"), Replied(by="T", made_at=NOW, answer=Answer.NO_INTEREST))
    assert str(written(state)) == "Drafted by WD; cleared with LA and Marine."


def test_the_log_tells_the_same_again() -> None:
    state = settles(changes(opened((seat("LA"), seat("Marine"))), "LA", WEEKLY), 1, accepted=True)
    assert routing(again(state)) == state

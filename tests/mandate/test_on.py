from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st
from tests.mandate.telegrams import DAY, one, telegram, told

from travaux.findings import Citation
from travaux.mandate.authority_said import Decided, Grant, Recommendation, Request
from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives import read
from travaux.mandate.directives_said import Directive, Said, Standing
from travaux.mandate.on import Wording, as_told, counts, on
from travaux.mandate.superseded import Ended
from travaux.text.parse import parse

LATER = DAY + datetime.timedelta(days=100)


def _wording(words: str, date: datetime.date) -> Wording:
    return Wording(words=words, at=Citation("d9", 0, len(words)), date=date, address=parse("Article V"))


def _request(decided: Decided, *, on: datetime.date | None = DAY, words: str = "negotiate") -> Request:
    said = Said(words, Citation("d8", 0, len(words)))
    one_ = Recommendation(number="1", words=said, grants=(Grant.NEGOTIATE,), decided=decided, on=on)
    return Request(document="d8", title="", date=None, requester="", approver="", parts=(), recommendations=(one_,))


def test_a_directive_holds_from_its_day_and_not_before() -> None:
    directive = one("You should seek a limit of six vessels.")
    assert on(DAY - datetime.timedelta(days=1), [directive]).directives == ()
    assert on(DAY, [directive]).directives == (directive,)


def test_a_rejected_directive_never_holds_and_a_proposed_one_only_where_it_is_asked_for() -> None:
    directive = one("You should seek a limit of six vessels.")
    assert on(LATER, [replace(directive, standing=Standing.REJECTED)]).directives == ()
    assert not counts(directive, confirmed=True)
    confirmed = replace(directive, standing=Standing.CONFIRMED)
    assert counts(confirmed, confirmed=True)


def _gone(first: str, second: str) -> list[Ended]:
    early, late = one(first, ident="d9"), one(second, ident="d12", date=LATER)
    return [each.rule for each in on(LATER, [late, early]).gone]


def test_the_same_told_again_takes_the_place_of_the_first() -> None:
    first, second = "You should seek a limit of six vessels.", "You should seek a limit of four vessels."
    assert _gone(first, second) == [Ended.AMENDED]


def test_what_is_forbidden_later_is_withdrawn() -> None:
    first, second = "You may accept inspection on board.", "You should not accept any inspection on board."
    assert _gone(first, second) == [Ended.WITHDRAWN]


def test_a_place_that_any_text_has_makes_no_two_orders_alike() -> None:
    first = "You should propose the second sentence of paragraph 1."
    assert _gone(first, "You should oppose the second sentence since it would be a precedent.") == []
    assert _gone(first, "You should oppose the second sentence of paragraph 1.") == [Ended.WITHDRAWN]


def test_a_change_of_words_in_a_text_ends_no_order_that_has_the_same_words() -> None:
    first = "You should propose a treaty area limited to territory under administration of Vasarel."
    assert _gone(first, "You should propose the area of the word “territory.”") == []
    assert _gone(first, "You should propose a treaty area limited to territory that is coastal.") == [Ended.AMENDED]


def test_directives_of_one_message_stand_side_by_side() -> None:
    found: tuple[Directive, ...] = told(
        "You should seek a limit of six vessels. Failing that you should seek a limit of four vessels."
    ).found
    assert on(LATER, found).directives == found


def test_of_the_words_for_a_provision_the_newest_stand() -> None:
    early, late = _wording("The ferry runs daily.", DAY), _wording("The ferry runs weekly.", LATER)
    assert on(LATER, [], wordings=[late, early]).wordings == (late,)
    assert on(DAY, [], wordings=[late, early]).wordings == (early,)


def test_words_told_under_a_fallback_stand_beside_the_first_choice() -> None:
    document = telegram("2. If they reject this, six days should be proposed as alternative. It should then read: six.")
    at = document.cite(document.text.index("six."), len(document.text))
    told_ = as_told(replace(_wording("six", LATER), at=at), document, read(document).found)
    assert (told_.fallback, told_.condition) == (1, "If they reject this")
    held = on(LATER, [], wordings=[_wording("without limit", DAY), told_])
    assert [each.fallback for each in held.wordings] == [0, 1]


def test_authority_is_what_was_approved_by_the_day() -> None:
    assert on(LATER, [], requests=[_request(Decided.APPROVED)]).may(Grant.NEGOTIATE) is not None
    assert on(LATER, [], requests=[_request(Decided.DISAPPROVED)]).authority == ()
    assert on(LATER, [], requests=[_request(Decided.OPEN)]).authority == ()
    assert on(DAY, [], requests=[_request(Decided.ADDED, on=LATER)]).authority == ()


def test_authority_to_negotiate_is_none_to_sign() -> None:
    held = on(LATER, [], requests=[_request(Decided.APPROVED)])
    assert held.may(Grant.SIGN) is held.may(Grant.FULL_POWERS) is None


_THINGS = ("six vessels in Article V", "four vessels", "inspection on board", "the dues of the harbour", "a report")
_VERBS = ("seek", "not accept", "oppose", "inform him of", "report", "not report")
_ORDERS = tuple(one(f"You should {verb} {thing}.") for verb in _VERBS for thing in _THINGS)


class _All:
    """Holds each against each that follows."""

    def __init__(self, known: Sequence[Directive]) -> None:
        self.known = known

    def of(self, place: int) -> Sequence[Directive]:
        return self.known[place + 1 :]


@given(st.lists(st.tuples(st.sampled_from(_ORDERS), st.integers(0, 6)), max_size=12))
def test_what_ends_a_directive_is_found_as_if_each_were_held_against_each(told_on: list[tuple[Directive, int]]) -> None:
    found = [
        replace(each, at=replace(each.at, document=f"d{place}"), date=DAY + datetime.timedelta(days=day))
        for place, (each, day) in enumerate(told_on)
    ]
    with mock.patch("travaux.mandate.superseded._Enders", _All):
        expected = on(LATER, found).gone
    assert on(LATER, found).gone == expected


def test_words_that_go_into_an_article_leave_its_own_in_force() -> None:
    own = replace(_wording("The Commission meets yearly.", DAY), address=parse("Article IX"))
    order = (
        "You should propose to add a new sentence at the end of Article IX: “It shall meet at the request of either.”"
    )
    held = on(LATER, told(order, ident="d12", date=LATER).found, wordings=(own,))
    assert [each.in_part for each in held.wordings] == [False, True]


def test_words_to_be_replaced_are_not_authorised() -> None:
    order = "You should propose to replace “peace and dignity of the coast” with “peace of the coast and its trade”."
    given = [each.words for each in on(LATER, told(order).found).wordings]
    assert "peace and dignity of the coast" not in given


def test_what_a_cancelled_message_orders_and_its_drafts_hold_no_more_from_the_day_that_says_so() -> None:
    early = one("You should seek a limit of six vessels.", ident="v/95")
    words = "The ferry runs daily."
    tabled = Wording(words=words, at=Citation("v/95", 0, 9), date=DAY, address=parse("Article V"), basis="v/95/draft")
    amended = replace(tabled, at=Citation("v/94", 0, 9), address=parse("Article VI"))
    told_so = Cancelled("v/95", Citation("v/99", 0, 20), "This supersedes 95.", LATER)
    before, after = (
        on(day, [early], wordings=(tabled, amended), cancelled=[told_so])
        for day in (LATER - datetime.timedelta(days=1), LATER)
    )
    assert (before.directives, before.wordings) == ((early,), (tabled, amended))
    assert (after.directives, after.wordings) == ((), ())
    assert [(each.directive, each.rule, each.by) for each in after.gone] == [(early, Ended.CANCELLED, told_so)]


def test_words_that_came_into_the_text_are_not_told_beside_it() -> None:
    more = "Carts shall also be counted at the gate."
    order = told(f"Add new sentence at end of Article V: “{more}”", date=DAY).found
    before = on(DAY, order, wordings=(_wording("The ferry runs.", DAY),))
    assert [each.in_part for each in before.wordings] == [False, True]
    after = on(DAY, order, wordings=(_wording(f"The ferry runs. {more}", DAY),))
    assert [each.in_part for each in after.wordings] == [False]

    assert [each.in_part for each in after.wordings] == [False]


def test_a_ban_on_one_figure_does_not_end_an_order_with_another() -> None:
    first = one("You should propose a catch of ten thousand tons.")
    later = one("Fourteen thousand tons is not acceptable.", ident="d10", date=LATER)
    assert on(LATER, [first, later]).gone == ()

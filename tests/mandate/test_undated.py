from __future__ import annotations

import datetime
from dataclasses import replace

from tests.mandate.telegrams import DAY, one, telegram

from travaux.findings import Citation
from travaux.mandate.authority_said import Decided, Grant, Recommendation, Request
from travaux.mandate.check import check
from travaux.mandate.directives import read
from travaux.mandate.directives_said import Said
from travaux.mandate.guidance import guidance
from travaux.mandate.on import Wording, on
from travaux.mandate.say import say
from travaux.mandate.verdict import Verdict
from travaux.text.parse import parse

V = parse("Article V")
SAID = "The ferry runs daily between the two ports."
UNDATED = Wording(words=SAID, at=Citation("d8", 0, len(SAID)), date=None, address=V)


def _request(*, date: datetime.date | None, decided_on: datetime.date | None) -> Request:
    said = Said("negotiate", Citation("d8", 0, 9))
    given = Recommendation(number="1", words=said, grants=(Grant.NEGOTIATE,), decided=Decided.APPROVED, on=decided_on)
    return Request(document="d8", title="", date=date, requester="", approver="", parts=(), recommendations=(given,))


def test_an_authority_without_a_day_is_in_force_on_none_and_told_apart() -> None:
    held = on(DAY, [], requests=[_request(date=None, decided_on=None)])
    assert held.authority == () and held.may(Grant.NEGOTIATE) is None
    assert [each.since for each in held.undated.authority] == [None]


def test_an_authority_decided_on_a_day_not_told_counts_from_its_request_and_says_so() -> None:
    (given,) = on(DAY, [], requests=[_request(date=DAY, decided_on=None)]).authority
    assert (given.since, given.is_decided_later) == (DAY, True)
    (known,) = on(DAY, [], requests=[_request(date=DAY, decided_on=DAY)]).authority
    assert not known.is_decided_later


def test_a_directive_of_an_undated_message_is_on_no_sheet_and_told_apart() -> None:
    directive = replace(one("You may accept six vessels."), date=None)
    sheet = say(on(DAY, [directive]))
    assert sheet.lines == () and sheet.undated.directives == (directive,)


def test_a_check_that_undated_words_would_decide_is_undetermined_and_asks_for_their_day() -> None:
    mandate = on(DAY, [], wordings=[UNDATED])
    held = check(mandate, SAID, address=V)
    assert held.verdict is Verdict.UNDETERMINED
    assert held.ask[0].startswith("Since when does d8 hold? It is undated")
    assert "this is within" in held.ask[0]
    assert held.wording is not None and held.wording.date is None
    assert "Undated: “The ferry" in guidance([held], mandate=mandate)


def test_a_check_that_undated_words_leave_as_it_is_asks_nothing_of_them() -> None:
    dated = replace(UNDATED, at=Citation("d9", 0, len(SAID)), date=DAY)
    held = check(on(DAY, [], wordings=[dated, UNDATED]), SAID, address=V)
    assert (held.verdict, held.ask) == (Verdict.WITHIN, ())


def test_an_undated_order_against_it_makes_a_check_undetermined() -> None:
    may = one("You may accept inspection on board by an officer.")
    (found,) = read(telegram("You should not accept inspection on board by an officer.", ident="d8")).found
    held = check(on(DAY, [may, replace(found, date=None)]), "inspection on board by an officer")
    assert held.verdict is Verdict.UNDETERMINED
    assert "this is outside" in held.ask[0]

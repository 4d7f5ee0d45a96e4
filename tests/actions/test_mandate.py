from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker
from tests.actions.last_papers import EXAMPLE, last_papers

from travaux.actions.authorize import authorize
from travaux.actions.build import build
from travaux.actions.direct import direct
from travaux.actions.mandate import directives_of, mandate
from travaux.desk import file, shelf
from travaux.desk.mandates import Approval, Told
from travaux.errors import UnknownDocument, UnknownEntry, UnreadableReading
from travaux.findings import Citation
from travaux.mandate.authority_said import Decided, Grant
from travaux.mandate.check import check, check_draft
from travaux.mandate.directives_said import Act, Directive, Standing
from travaux.mandate.superseded import Ended
from travaux.mandate.verdict import Verdict

SHELTER = "24-telegram-shelter"
REQUEST = "23-memorandum-authority"
LATE = datetime.date(1964, 3, 1)


@pytest.fixture(autouse=True)
def opened(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    with django_db_blocker.unblock(), last_papers(tmp_path) as path:
        yield path


def _found(ident: str = SHELTER) -> tuple[Directive, ...]:
    return directives_of(shelf.row(ident))[0].found


def _of(act: Act) -> Directive:
    return next(each for each in _found() if each.act is act)


def test_a_confirmed_directive_stands_as_such_until_it_is_taken_back() -> None:
    at = _of(Act.PROPOSE).at
    direct(at, Standing.CONFIRMED)
    assert _of(Act.PROPOSE).standing is Standing.CONFIRMED
    direct(at, None)
    assert _of(Act.PROPOSE).standing is Standing.PROPOSED


def test_a_rejected_directive_is_no_part_of_the_mandate() -> None:
    at = _of(Act.PROPOSE).at
    direct(at, Standing.REJECTED)
    assert at not in {each.at for each in mandate(LATE).directives}


def test_only_what_was_confirmed_counts_where_it_is_asked_for() -> None:
    direct(_of(Act.PROPOSE).at, Standing.CONFIRMED)
    assert [each.act for each in mandate(LATE, confirmed=True).directives] == [Act.PROPOSE]


def test_a_corrected_directive_stands_as_the_person_reads_it() -> None:
    at = _of(Act.SEEK).at
    direct(at, Standing.CORRECTED, told=Told(act=Act.PROPOSE, object="a text", fallback=1))
    (one,) = [each for each in _found() if each.at == at]
    assert (one.act, one.object.words if one.object else "", one.fallback) == (Act.PROPOSE, "a text", 1)


def test_a_correction_in_words_that_the_passage_lacks_is_refused_and_nothing_is_kept() -> None:
    at = _of(Act.SEEK).at
    with pytest.raises(UnreadableReading, match="does not have the object"):
        direct(at, Standing.CORRECTED, told=Told(object="a lighthouse"))
    assert _of(Act.SEEK).standing is Standing.PROPOSED


def test_a_passage_in_which_nothing_was_read_becomes_a_directive_by_hand() -> None:
    text = shelf.document(SHELTER).text
    start = text.index("full powers would follow")
    at = Citation(SHELTER, start, start + 11)
    with pytest.raises(UnknownDocument):
        direct(at, Standing.CONFIRMED)
    direct(at, Standing.CORRECTED, told=Told(act=Act.DEFER, object="full powers"))
    assert any(each.at == at and each.act is Act.DEFER for each in _found())


def test_a_decision_that_is_entered_goes_before_the_one_that_was_read() -> None:
    assert mandate(LATE).may(Grant.SIGN) is None
    approved = Approval(document=REQUEST, number="3", decided=Decided.APPROVED, on=datetime.date(1964, 2, 28))
    authorize(approved)
    assert mandate(LATE).may(Grant.SIGN) is not None
    assert mandate(datetime.date(1964, 2, 27)).may(Grant.SIGN) is None


def test_a_decision_on_no_recommendation_is_refused() -> None:
    with pytest.raises(UnknownEntry, match="no recommendation 9"):
        authorize(Approval(document=REQUEST, number="9", decided=Decided.APPROVED))


def test_an_addition_goes_with_an_approval_with_one() -> None:
    with pytest.raises(UnreadableReading):
        authorize(Approval(document=REQUEST, number="1", decided=Decided.APPROVED, addition="but not in winter"))


def test_what_was_undetermined_is_within_when_guidance_was_given() -> None:
    asked = "a report to the Royal Admiralty within six hours of anchoring"
    held = [check(mandate(datetime.date(1964, 2, day)), asked).verdict for day in (20, 26)]
    assert held == [Verdict.UNDETERMINED, Verdict.WITHIN]


def test_a_counter_proposal_beyond_the_instructions_is_outside_with_the_difference() -> None:
    words = shelf.document("25-telegram-counterproposal").text
    proposed = words[words.index("“A naval") + 1 : words.index("on board.”") + 9]
    held = check(mandate(datetime.date(1964, 2, 20)), proposed)
    assert held.verdict is Verdict.OUTSIDE
    assert held.difference is not None and held.directive is not None


def test_drafts_and_decisions_that_nobody_confirmed_do_not_count_where_only_what_was_confirmed_is_asked_for(
    tmp_path: Path,
) -> None:
    path = tmp_path / "whole.travaux"
    build([EXAMPLE], out=path)
    file.open_file(path)
    held = mandate(LATE, confirmed=True)
    assert (held.directives, held.wordings, held.authority) == ((), (), ())
    assert mandate(LATE).wordings and mandate(LATE).authority
    authorize(Approval(document=REQUEST, number="1", decided=Decided.APPROVED))
    assert mandate(LATE, confirmed=True).authority


def test_the_draft_of_a_paper_of_which_every_directive_is_rejected_is_not_authorised(tmp_path: Path) -> None:
    path = tmp_path / "whole.travaux"
    build([EXAMPLE], out=path)
    file.open_file(path)
    reply = "16-telegram-reply"
    assert any(each.basis.startswith(reply) for each in mandate(LATE).wordings)
    for each in _found(reply):
        direct(each.at, Standing.REJECTED)
    assert not any(each.basis.startswith(reply) for each in mandate(LATE).wordings)


def test_each_article_of_our_own_draft_is_within(tmp_path: Path) -> None:
    path = tmp_path / "whole.travaux"
    build([EXAMPLE], out=path)
    file.open_file(path)
    found = check_draft(mandate(LATE), shelf.draft("16-telegram-reply/amended"))
    assert {str(each.address) for each in found if each.verdict is not Verdict.WITHIN} == set()


def test_a_telegram_that_is_cancelled_by_its_number_orders_no_more(tmp_path: Path) -> None:
    later = tmp_path / "27-telegram-later.txt"
    later.write_text(
        "27. Telegram From the Ministry of External Affairs to the Embassy in Corvany 0\n\n"
        "Dunmarch, February 28, 1964, 6:30 p.m.\n\n40. Please disregard our telegram 31.\n\nRennick\n",
        encoding="utf-8",
    )
    path = tmp_path / "ilvane.travaux"
    build([later], out=path)
    file.open_file(path)
    assert any(each.document == SHELTER for each in mandate(datetime.date(1964, 2, 27)).directives)
    held = mandate(LATE)
    assert not any(each.document == SHELTER for each in held.directives)
    assert {each.by.at.document for each in held.gone if each.rule is Ended.CANCELLED} == {"27-telegram-later"}

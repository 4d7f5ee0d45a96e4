"""A record followed through its instructions: in order of date, each with one outcome, each on the right text."""

from __future__ import annotations

import datetime
import itertools

from tests.text.golden import CASES, document, read

from travaux.amend.compile import compile
from travaux.amend.follow import follow, in_order
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.record.document import Document, Kind

FERRY = read(CASES / "amend" / "good" / "delete_an_article" / "before.txt")
CABLE = read(CASES / "amend" / "good" / "delete_a_subparagraph" / "before.txt")


def _day(number: int) -> datetime.date:
    return datetime.date(1962, 1, number)


def _tabled(words: str = FERRY, *, day: int = 1, id: str = "tabled") -> Document:
    return document(id, words, kind=Kind.MEMORANDUM, date=_day(day), sender="The Ministry")


def _telegram(words: str, *, day: int, id: str = "telegram") -> Document:
    return document(id, f"Our draft treaty should be changed.\n{words}", kind=Kind.TELEGRAM, date=_day(day))


def _outcomes(proceedings: Proceedings) -> list[Outcome]:
    return [step.outcome for step in proceedings.steps]


def _codes(step: Step) -> set[str]:
    return {finding.code for finding in step.findings}


def test_documents_are_followed_by_date_in_whatever_order_they_come() -> None:
    documents = [
        _tabled(),
        _telegram("Article I. Replace “daily” with “weekly.”", day=2, id="first"),
        _telegram("Article I. Replace “weekly” with “monthly.”", day=3, id="second"),
    ]
    texts = {follow(order).drafts[-1].text for order in itertools.permutations(documents)}

    assert texts == {FERRY.replace("daily", "monthly")}


def test_an_undated_document_stands_behind_the_one_before_it_in_its_volume() -> None:
    undated = document("accord/d2", "A note.", kind=Kind.NOTE)
    documents = [_tabled(day=5, id="accord/d1"), undated, _tabled(day=3, id="accord/d3")]

    assert [each.id for each in in_order(documents)] == ["accord/d3", "accord/d1", "accord/d2"]


def test_an_undated_file_of_its_own_amends_no_dated_draft() -> None:
    undated = document("undated", "1. Our draft treaty.\nArticle III should be deleted.", kind=Kind.TELEGRAM)
    (step,) = follow([undated, _tabled(day=5)]).steps

    assert step.outcome is Outcome.REFUSED


def test_undated_documents_alone_keep_their_order() -> None:
    documents = [document(id, "A note.", kind=Kind.NOTE) for id in ("b", "a", "c")]

    assert [each.id for each in in_order(documents)] == ["b", "a", "c"]


def test_an_instruction_before_the_draft_it_means_changes_nothing() -> None:
    proceedings = follow([_telegram("Article I. Replace “daily” with “weekly.”", day=1), _tabled(day=2)])

    assert _outcomes(proceedings) == [Outcome.REFUSED]
    assert [draft.text for draft in proceedings.drafts] == [FERRY]


def test_every_instruction_ends_in_exactly_one_step() -> None:
    telegram = _telegram(
        "1. Article I. Replace “daily” with “weekly.”\n2. Article V. Replace “nine” with “ten.”\n"
        "3. Article IX. Delete first sentence.\n4. Article IV. Alternative would be to delete last sentence.",
        day=2,
    )
    proceedings = follow([_tabled(), telegram])

    assert [step.instruction for step in proceedings.steps] == list(compile(telegram).instructions)
    assert _outcomes(proceedings) == [
        Outcome.APPLIED, Outcome.ASSUMED, Outcome.REFUSED, Outcome.REFUSED,
    ]  # fmt: skip


def test_an_instruction_of_which_half_fits_is_left_whole() -> None:
    telegram = _telegram("Delete Article III and replace “hourly” in Article I with “weekly.”", day=2)
    (step,) = follow([_tabled(), telegram]).steps

    assert step.outcome is Outcome.REFUSED
    assert "words-not-found" in _codes(step)


def test_the_changes_of_one_document_give_one_draft_derived_from_the_one_before() -> None:
    telegram = _telegram("1. Article I. Replace “daily” with “weekly.”\n2. Delete Article III.", day=2)
    proceedings = follow([_tabled(), telegram])
    first, second = proceedings.drafts

    assert (second.id, second.derived_from, second.date) == ("telegram/amended", first.id, _day(2))
    assert {step.result for step in proceedings.steps} == {second.id}
    assert telegram.passage(second.at) == "1. Article I. Replace “daily” with “weekly.”\n2. Delete Article III."


def test_the_same_instruction_sent_twice_is_already_there_the_second_time() -> None:
    orders = [_telegram("Article I. Replace “daily” with “weekly.”", day=day, id=f"telegram-{day}") for day in (2, 3)]
    proceedings = follow([_tabled(), *orders])

    assert _outcomes(proceedings) == [Outcome.APPLIED, Outcome.ASSUMED]
    assert len(proceedings.drafts) == 2


def test_an_agreement_in_force_is_not_amended_by_a_passage_that_does_not_name_it() -> None:
    standing = document("convention", CABLE.replace("DRAFT ", ""), kind=Kind.AGREEMENT, date=_day(1))
    telegram = document("telegram", "Article 5. Delete “on signature.”", kind=Kind.TELEGRAM, date=_day(2))
    proceedings = follow([standing, telegram])

    assert _outcomes(proceedings) == [Outcome.REFUSED]
    assert len(proceedings.drafts) == 1


def test_an_agreement_in_force_is_amended_where_the_passage_names_it() -> None:
    standing = document("convention", CABLE.replace("DRAFT ", ""), kind=Kind.AGREEMENT, date=_day(1))
    words = "Article 5 of the Treaty on the Cable should be rephrased as follows: “This Treaty is in force.”"
    proceedings = follow([standing, document("protocol", words, kind=Kind.TELEGRAM, date=_day(2))])

    assert _outcomes(proceedings) == [Outcome.APPLIED]


def test_a_second_instrument_named_is_never_taken_for_the_draft() -> None:
    words = "Article I of the post convention should be rephrased as follows: “It runs weekly.”"
    (step,) = follow([_tabled(), _telegram(words, day=2)]).steps

    assert step.outcome is Outcome.REFUSED
    assert _codes(step) == {"text-not-in-record"}


def test_a_second_instrument_named_after_the_words_is_never_taken_for_the_draft() -> None:
    words = "Word “all” should be inserted between “carry” and “persons” in the consultation formula."
    (step,) = follow([_tabled(), _telegram(words, day=2)]).steps

    assert step.outcome is Outcome.REFUSED


def test_of_two_drafts_under_negotiation_the_one_named_is_changed() -> None:
    cable = _tabled(CABLE, id="cable")
    words = "Article 5 of draft Treaty on the Cable should be rephrased as follows: “This Treaty is in force.”"
    proceedings = follow([_tabled(), cable, document("telegram", words, kind=Kind.TELEGRAM, date=_day(2))])

    assert _outcomes(proceedings) == [Outcome.APPLIED]
    assert proceedings.drafts[-1].derived_from == "cable/draft"


def test_of_two_drafts_under_negotiation_none_is_picked_for_a_passage_that_fits_both() -> None:
    words = "Delete first sentence of Article 1 of draft treaty."
    proceedings = follow([_tabled(), _tabled(CABLE, id="cable"), _telegram(words, day=2)])

    assert _outcomes(proceedings) == [Outcome.REFUSED]
    assert _codes(proceedings.steps[0]) == {"text-ambiguous"}


def test_a_later_draft_of_the_instrument_takes_the_place_of_the_amended_one() -> None:
    redraft = _tabled(FERRY.replace("daily", "hourly"), day=3, id="redraft")
    later = _telegram("Article I. Replace “hourly” with “weekly.”", day=4, id="later")
    proceedings = follow([_tabled(), _telegram("Delete Article III.", day=2), redraft, later])

    assert proceedings.drafts[-1].derived_from == "redraft/draft"
    assert "Article III" in proceedings.drafts[-1].text


def test_a_record_without_drafts_or_instructions_gives_nothing() -> None:
    assert follow([]) == Proceedings((), (), ())
    assert follow([document("letter", "Sir: Nothing is new.")]) == Proceedings((), (), ())


def test_a_draft_that_rested_for_years_is_not_taken_for_the_text_in_negotiation() -> None:
    old = document("memorandum", FERRY, kind=Kind.LETTER, sender="The Ministry", date=datetime.date(1952, 1, 22))
    words = "We have these remarks on the treaty.\n1. Article III should be deleted."
    new = document("telegram", words, kind=Kind.TELEGRAM, date=datetime.date(1959, 4, 29))
    (step,) = follow([old, new]).steps

    assert step.outcome is Outcome.REFUSED
    assert [finding.code for finding in step.findings] == ["text-in-force"]


def test_an_article_whose_number_is_taken_waits_for_those_that_are_renumbered() -> None:
    telegram = _telegram(
        "1. Insert a new Article V: “Pilots shall be licensed.”\n2. Article V. Renumber as Article VI.", day=2
    )
    proceedings = follow([_tabled(), telegram])

    assert _outcomes(proceedings) == [Outcome.APPLIED, Outcome.APPLIED]
    assert [step.instruction for step in proceedings.steps] == list(compile(telegram).instructions)
    assert [article.number for article in proceedings.drafts[-1].articles] == ["I", "II", "III", "IV", "V", "VI"]

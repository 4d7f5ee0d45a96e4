from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.mandate.telegrams import DAY, telegram, told

from travaux.compare.spans import Change
from travaux.findings import Citation
from travaux.mandate.check import check
from travaux.mandate.directives import read
from travaux.mandate.guidance import guidance
from travaux.mandate.on import Mandate, Wording, on
from travaux.mandate.verdict import Verdict
from travaux.text.parse import parse

V = parse("Article V")
SAID = "The ferry runs daily between the two ports."


def _mandate(*paragraphs: str, wordings: tuple[Wording, ...] = ()) -> Mandate:
    return on(DAY, told(*paragraphs).found if paragraphs else (), wordings=wordings)


def _wording(words: str, *, fallback: int = 0, condition: str = "") -> Wording:
    at = Citation("d9", 0, len(words))
    return Wording(words=words, at=at, date=DAY, address=V, fallback=fallback, condition=condition)


def test_the_words_authorised_are_within() -> None:
    held = check(_mandate(wordings=(_wording(SAID),)), SAID, address=V)
    assert (held.verdict, held.difference) == (Verdict.WITHIN, None)


def test_one_word_more_is_outside_with_the_difference() -> None:
    held = check(_mandate(wordings=(_wording(SAID),)), SAID.replace("daily", "twice daily"), address=V)
    assert held.verdict is Verdict.OUTSIDE
    assert held.difference is not None and held.difference.changed


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Article V, second paragraph", "It shall carry no more than six carts."),
        ("Article V, paragraph 2", "It shall carry no more than six carts."),
        ("second sentence of Article V, first paragraph", "It leaves at noon."),
    ],
)
def test_the_words_of_a_paragraph_are_held_against_that_paragraph(address: str, words: str) -> None:
    numbered = "paragraph 2" in address
    text = f"{SAID} It leaves at noon.\nIt shall carry no more than six carts."
    if numbered:
        text = f"1. {SAID}\n2. It shall carry no more than six carts."
    mandate = _mandate(wordings=(_wording(text),))
    assert check(mandate, words, address=parse(address)).verdict is Verdict.WITHIN
    other = check(mandate, words.replace("six", "nine").replace("noon", "one"), address=parse(address))
    assert other.verdict is Verdict.OUTSIDE
    assert other.difference is not None and other.difference.words(Change.DELETED) == 1


def test_words_of_a_fallback_are_within_and_tell_its_step_and_condition() -> None:
    weekly = SAID.replace("daily", "weekly")
    held = check(
        _mandate(wordings=(_wording(SAID), _wording(weekly, fallback=1, condition="if they refuse"))), weekly, address=V
    )
    assert (held.verdict, held.step, held.condition) == (Verdict.WITHIN, 1, "if they refuse")
    assert held.ask


def test_a_word_told_as_the_fallback_for_another_is_undetermined_with_the_step_and_what_to_ask() -> None:
    text = "No more than six carts shall lie there."
    found = told("If they continue to reject six, as fallback we could accept “four,” provided sheds are not counted.")
    ours = Wording(words=text, at=Citation("d8", 0, len(text)), date=DAY, address=V, basis="d9/amended")
    mandate = on(DAY, found.found, wordings=[ours])
    held = check(mandate, text.replace("six", "four"), address=V)
    assert (held.verdict, held.step) == (Verdict.UNDETERMINED, 1)
    assert any("as fallback we could accept" in question for question in held.ask)
    assert check(mandate, text.replace("six", "five"), address=V).verdict is Verdict.OUTSIDE
    others = on(DAY, found.found, wordings=[replace(ours, basis="d7/draft")])
    assert check(others, text.replace("six", "four"), address=V).verdict is Verdict.OUTSIDE


def test_what_is_outside_is_held_against_the_nearest_words() -> None:
    weekly = SAID.replace("daily", "weekly")
    mandate = _mandate(wordings=(_wording("Something quite other stands here."), _wording(weekly, fallback=1)))
    held = check(mandate, weekly.replace("two ports", "three ports"), address=V)
    assert held.wording is not None and held.wording.words == weekly


def test_a_concession_that_a_directive_allows_is_within_by_it() -> None:
    held = check(
        _mandate("If they insist, you may accept a limit of forty-eight hours."), "a limit of forty-eight hours"
    )
    assert held.verdict is Verdict.WITHIN
    assert held.directive is not None and held.condition == "If they insist"


def test_a_concession_that_is_forbidden_is_outside() -> None:
    held = check(_mandate("You should not agree to any inspection on board."), "inspection on board by an officer")
    assert held.verdict is Verdict.OUTSIDE


def test_what_nothing_speaks_of_is_undetermined_with_what_to_ask() -> None:
    held = check(_mandate("You should seek a limit of six vessels."), "a lighthouse on the cape")
    assert held.verdict is Verdict.UNDETERMINED
    assert held.ask


def test_nothing_is_within_before_the_day_of_its_instruction() -> None:
    early = on(DAY - datetime.timedelta(days=1), read(telegram("You may accept six vessels.")).found)
    assert check(early, "six vessels").verdict is Verdict.UNDETERMINED


def test_the_request_for_guidance_quotes_what_is_proposed_and_what_is_authorised() -> None:
    mandate = _mandate(wordings=(_wording(SAID),))
    proposed = SAID.replace("daily", "weekly")
    message = guidance([check(mandate, proposed, address=V)], mandate=mandate)
    assert proposed in message and SAID in message and "(d9, characters" in message


def test_the_request_for_guidance_shows_the_very_words_that_differ() -> None:
    mandate = _mandate(wordings=(_wording(SAID),))
    asked = guidance([check(mandate, SAID.replace("daily", "weekly"), address=V)], mandate=mandate)
    assert "The ferry runs [-daily-]{+weekly+} between the two ports." in asked


def test_where_all_is_within_nothing_is_asked() -> None:
    mandate = _mandate(wordings=(_wording(SAID),))
    assert guidance([check(mandate, SAID, address=V)], mandate=mandate) == ""


def test_what_is_forbidden_and_like_our_words_is_shown_as_their_difference() -> None:
    held = check(
        _mandate("You should oppose any reference to leave of the Admiralty.", wordings=(_wording(SAID),)),
        SAID.replace("daily", "daily by leave of the Admiralty, with reference to its rules"),
        address=V,
    )
    assert held.verdict is Verdict.OUTSIDE
    assert held.directive is not None and held.difference is not None


def _later(words: str, address: str) -> Wording:
    at = Citation("d12", 0, len(words))
    return Wording(words=words, at=at, date=DAY + datetime.timedelta(days=9), address=parse(address))


def _since(*wordings: Wording) -> Mandate:
    return on(DAY + datetime.timedelta(days=20), (), wordings=wordings)


CARTS, HORSES = "It shall carry no more than six carts.", "It shall carry no more than six horses."
WHOLE = f"1. {SAID}\n2. {CARTS}"


def test_words_given_later_for_one_paragraph_leave_those_of_another_in_force() -> None:
    first = replace(_wording(SAID), address=parse("Article V, paragraph 1"))
    mandate = _since(first, _later(HORSES, "Article V, paragraph 2"))
    held = check(mandate, SAID, address=parse("Article V, paragraph 1"))
    assert (held.verdict, held.at) == (Verdict.WITHIN, first.at)


def test_words_given_later_for_a_paragraph_leave_the_rest_of_the_article_in_force() -> None:
    mandate = _since(_wording(WHOLE), _later(HORSES, "Article V, paragraph 2"))
    assert check(mandate, SAID, address=parse("Article V, paragraph 1")).verdict is Verdict.WITHIN
    held = check(mandate, HORSES, address=parse("Article V, paragraph 2"))
    assert held.verdict is Verdict.WITHIN
    before = check(mandate, CARTS, address=parse("Article V, paragraph 2"))
    assert (before.verdict, before.at and before.at.document) == (Verdict.OUTSIDE, "d12")


def test_an_article_of_which_a_paragraph_was_changed_later_is_not_within_as_it_was() -> None:
    mandate = _since(_wording(WHOLE), _later(HORSES, "Article V, paragraph 2"))
    held = check(mandate, WHOLE, address=V, whole=True)
    assert held.verdict is Verdict.UNDETERMINED
    assert "Later words hold for Article V, paragraph 2" in held.ask[0] and "d12" in held.ask[0]


def test_an_article_with_the_later_words_in_its_paragraph_is_within_and_names_them() -> None:
    mandate = _since(_wording(WHOLE), _later(HORSES, "Article V, paragraph 2"))
    held = check(mandate, WHOLE.replace(CARTS, HORSES), address=V, whole=True)
    assert (held.verdict, held.difference) == (Verdict.WITHIN, None)
    assert held.wording is not None and held.wording.words == WHOLE
    assert "d12" in held.ask[0]
    assert check(mandate, WHOLE.replace("carts", "mules"), address=V, whole=True).verdict is Verdict.OUTSIDE


def test_words_given_later_for_the_article_take_the_place_of_those_for_its_paragraphs() -> None:
    mandate = _since(replace(_wording(CARTS), address=parse("Article V, paragraph 2")), _later(SAID, "Article V"))
    assert [each.at.document for each in mandate.wordings] == ["d12"]


INSPECTED = "A naval vessel may be inspected on board by officers of the coastal State."


@pytest.mark.parametrize(
    "order",
    [
        "You should not agree to any inspection on board of naval vessels by officers of the coastal State.",
        "You should not accept Article V.",
    ],
)
def test_words_that_were_forbidden_after_they_were_authorised_are_not_told_to_be_within(order: str) -> None:
    later = DAY + datetime.timedelta(days=9)
    found = told(order, ident="d12", date=later).found
    before, after = (on(day, found, wordings=(_wording(INSPECTED),)) for day in (DAY, later))
    assert check(before, INSPECTED, address=V).verdict is Verdict.WITHIN
    held = check(after, INSPECTED, address=V)
    assert held.verdict is Verdict.UNDETERMINED and "d12" in held.ask[0]


def test_words_authorised_after_something_like_them_was_forbidden_are_within() -> None:
    earlier = DAY - datetime.timedelta(days=9)
    found = told("You should not accept Article V.", ident="d3", date=earlier).found
    assert check(on(DAY, found, wordings=(_wording(INSPECTED),)), INSPECTED, address=V).verdict is Verdict.WITHIN


def test_another_figure_than_the_one_allowed_is_outside_with_the_difference() -> None:
    mandate = _mandate("You may accept a limit of forty-eight hours for each stay.")
    held = check(mandate, "a limit of 60 hours for each stay")
    assert held.verdict is Verdict.OUTSIDE and held.difference is not None
    assert check(mandate, "a limit of 48 hours for each stay").verdict is Verdict.WITHIN


def test_a_figure_where_the_instruction_has_none_is_asked_about() -> None:
    held = check(
        _mandate("You may accept a report to the harbor master."), "a report to the harbor master in six hours"
    )
    assert (held.verdict, "6" in held.ask[0]) == (Verdict.UNDETERMINED, True)


def test_a_limit_told_with_another_directive_on_the_same_is_asked_too() -> None:
    mandate = _mandate(
        "You may accept a limit of forty-eight hours for each stay, provided that carts are not counted.",
        "You should seek forty-eight hours.",
    )
    held = check(mandate, "a limit of forty-eight hours")
    assert held.verdict is Verdict.WITHIN and any("carts are not counted" in ask for ask in held.ask)


def test_what_is_allowed_is_not_outside_by_a_ban_that_is_less_like_it() -> None:
    mandate = _mandate(
        "You should oppose any reference to leave of the harbor master.",
        "You may accept a report to the harbor master.",
    )
    assert check(mandate, "a report to the harbor master").verdict is Verdict.WITHIN
    assert check(mandate, "leave of the harbor master").verdict is Verdict.OUTSIDE


def test_an_article_is_not_held_against_a_sentence_that_is_to_be_added_to_it() -> None:
    more = "Carts shall also be counted at the gate."
    mandate = _mandate(f"Add new sentence at end of Article V: “{more}”", wordings=(_wording(SAID),))
    assert check(mandate, SAID, address=V, whole=True).verdict is Verdict.WITHIN
    with_it = check(mandate, f"{SAID} {more}", address=V, whole=True)
    assert with_it.verdict is Verdict.UNDETERMINED and more in with_it.ask[0]


def test_words_that_are_to_go_are_not_authorised() -> None:
    gone, new = "carts shall be weighed at the gate", "carts shall be counted at the gate"
    mandate = _mandate(f"You should replace “{gone}” with “{new}.”")
    assert check(mandate, gone).verdict is Verdict.OUTSIDE
    assert check(mandate, new).verdict is Verdict.WITHIN


def test_a_ban_on_one_figure_is_none_on_another() -> None:
    mandate = _mandate("You should propose a catch of ten thousand tons.", "Fourteen thousand tons is not acceptable.")
    assert check(mandate, "a catch of ten thousand tons").verdict is Verdict.WITHIN
    assert check(mandate, "a catch of fourteen thousand tons").verdict is Verdict.OUTSIDE


@pytest.mark.parametrize(
    "order",
    [
        "Do not go beyond a payment of twelve million dollars.",
        "Under no circumstances should you exceed a payment of twelve million dollars.",
        "You are not to exceed a payment of twelve million dollars.",
    ],
)
def test_a_limit_forbids_what_lies_beyond_it_and_leaves_to_a_person_what_keeps_to_it(order: str) -> None:
    mandate = _mandate(order)
    assert check(mandate, "a payment of thirteen million dollars").verdict is Verdict.OUTSIDE
    for kept in ("a payment of twelve million dollars", "a payment of eleven million dollars"):
        held = check(mandate, kept)
        assert held.verdict is Verdict.UNDETERMINED
        assert held.ask[0].startswith("Does this, which speaks of it, allow it: “") and order in held.ask[0]


def test_what_may_be_accepted_of_nothing_is_forbidden() -> None:
    mandate = _mandate(
        "You may accept no change in Article 24.", "Nothing less than a limit of ten miles is acceptable."
    )
    assert check(mandate, "a change in Article 24").verdict is Verdict.OUTSIDE
    assert check(mandate, "a limit of nine miles").verdict is Verdict.OUTSIDE
    assert check(mandate, "a limit of ten miles").verdict is Verdict.UNDETERMINED


def test_an_authority_that_is_no_longer_given_is_none() -> None:
    mandate = _mandate("You are no longer authorized to accept a limit of six miles.")
    assert check(mandate, "a limit of six miles").verdict is Verdict.OUTSIDE


def test_an_amount_that_a_fallback_allows_is_within_by_it_and_not_held_against_the_article() -> None:
    mandate = _mandate(
        "You should propose a catch of ten thousand tons. If they refuse, you may accept eleven thousand tons.",
        wordings=(_wording("The catch shall not exceed ten thousand tons."),),
    )
    held = check(mandate, "a catch of eleven thousand tons")
    assert (held.verdict, held.step, held.condition) == (Verdict.WITHIN, 1, "If they refuse")
    assert check(mandate, "a catch of 11,000 tons").verdict is Verdict.WITHIN
    worded = check(mandate, "The catch shall not exceed eleven thousand tons.", address=V)
    assert (worded.verdict, worded.step) == (Verdict.UNDETERMINED, 1)
    assert worded.ask[0].startswith("Is this the figure told there")


def test_words_given_without_their_place_are_within_for_a_provision_too() -> None:
    order = "At an appropriate point you may propose “The ferry runs nightly between the two ports.”"
    mandate = _mandate(order, wordings=(_wording(SAID),))
    held = check(mandate, "The ferry runs nightly between the two ports.", address=V)
    assert (held.verdict, held.condition) == (Verdict.WITHIN, "At an appropriate point")


def test_an_article_is_the_same_in_roman_and_in_figures() -> None:
    mandate = on(DAY, (), wordings=(_wording(SAID),))
    assert check(mandate, SAID, address=parse("Article 5")).verdict is Verdict.WITHIN
    other = replace(_wording(SAID), address=parse("Annex C"))
    assert check(on(DAY, (), wordings=(other,)), SAID, address=parse("Annex 100")).at != other.at


@pytest.mark.parametrize(
    ("order", "proposal", "verdict"),
    [
        ("You may accept a limit of up to six vessels in port.", "a limit of four vessels in port", Verdict.WITHIN),
        ("You may accept a limit of up to six vessels in port.", "a limit of eight vessels in port", Verdict.OUTSIDE),
        ("You should seek at least sixty hours of notice.", "seventy hours of notice", Verdict.WITHIN),
        ("You should seek at least sixty hours of notice.", "fifty hours of notice", Verdict.OUTSIDE),
        ("You may agree to a term of not more than ten years.", "a term of eight years", Verdict.WITHIN),
        ("You may agree to a term of not more than ten years.", "a term of twelve years", Verdict.OUTSIDE),
        ("You may accept a ceiling of between 1,000 and 2,000 tons.", "a ceiling of 1,500 tons", Verdict.WITHIN),
        ("You may accept a ceiling of between 1,000 and 2,000 tons.", "a ceiling of 2,500 tons", Verdict.OUTSIDE),
        ("You should not agree to a term of less than five years.", "a term of four years", Verdict.OUTSIDE),
        ("You should not agree to a term of less than five years.", "a term of six years", Verdict.UNDETERMINED),
        ("You are authorized to go as far as $3 million.", "$2 million", Verdict.UNDETERMINED),
    ],
)
def test_a_figure_is_held_against_how_far_the_order_goes(order: str, proposal: str, verdict: Verdict) -> None:
    assert check(_mandate(order), proposal).verdict is verdict


STEPS = (
    "You should seek a term of ten years. If that is not acceptable, propose five. "
    "As a final position you may agree to three."
)


@pytest.mark.parametrize(
    ("proposal", "verdict", "step"),
    [
        ("a term of ten years", Verdict.WITHIN, 0),
        ("a term of five years", Verdict.WITHIN, 1),
        ("a term of three years", Verdict.WITHIN, 2),
        ("a term of four years", Verdict.UNDETERMINED, 2),
        ("a term of eight years", Verdict.UNDETERMINED, 1),
        ("a term of two years", Verdict.OUTSIDE, 2),
        ("a term of twelve years", Verdict.OUTSIDE, 0),
    ],
)
def test_a_step_that_is_a_figure_alone_is_on_what_the_first_is_on(proposal: str, verdict: Verdict, step: int) -> None:
    held = check(_mandate(STEPS), proposal)
    assert (held.verdict, held.step) == (verdict, step)


def test_a_figure_between_two_steps_is_asked_about_with_both() -> None:
    held = check(
        _mandate("You should hold out for a limit of five ships, but may settle for three."), "a limit of four ships"
    )
    assert (held.verdict, held.difference) == (Verdict.UNDETERMINED, None)
    assert held.ask[0].startswith("Is there room for 4 between “")


def test_a_figure_between_two_that_are_no_steps_of_each_other_is_outside() -> None:
    orders = "You should propose a limit of five ships in port. You should propose a limit of three ships at sea."
    assert check(_mandate(orders), "a limit of four ships").verdict is Verdict.OUTSIDE


@pytest.mark.parametrize(
    ("order", "proposal", "verdict"),
    [
        (
            "You may agree to delete the last sentence of Article VI.",
            "delete the last sentence of Article VI",
            "within",
        ),
        ("You may agree to delete the last sentence of Article VI.", "delete the last sentence of Article 6", "within"),
        (
            "You may agree to delete the last sentence of Article VI.",
            "delete the last sentence of Article V",
            "undetermined",
        ),
        ("You may drop Article IX in return for acceptance of Article V.", "drop Article IX", "within"),
        ("You may drop Article IX in return for acceptance of Article V.", "drop Article V", "undetermined"),
        ("You should not disclose our fallback.", "disclose our fallback", "outside"),
    ],
)
def test_an_order_on_one_article_says_nothing_of_another(order: str, proposal: str, verdict: str) -> None:
    assert check(_mandate(order), proposal).verdict.value == verdict


def test_what_is_asked_in_return_is_the_condition() -> None:
    held = check(_mandate("You may drop Article IX in return for acceptance of Article V."), "drop Article IX")
    assert held.condition == "in return for acceptance of Article V"

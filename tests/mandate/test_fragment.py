from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mandate.telegrams import DAY, one

from travaux.compare.spans import Change
from travaux.findings import Citation
from travaux.mandate.check import check, check_draft
from travaux.mandate.fragment import fragment
from travaux.mandate.guidance import guidance
from travaux.mandate.on import Mandate, Wording, on
from travaux.mandate.verdict import Verdict
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.parse import parse

V = parse("Article V")
FERRY = "The ferry runs daily between the two ports."
NOON = "It leaves the quay at noon, save in a gale."
CARTS = "It shall carry no more than six carts."
TEXT = f"{FERRY} {NOON}\n{CARTS}"


def _mandate() -> Mandate:
    return on(DAY, (), wordings=[Wording(words=TEXT, at=Citation("d9", 0, len(TEXT)), date=DAY, address=V)])


def test_a_sentence_put_forward_alone_is_within_and_the_rest_is_told() -> None:
    held = check(_mandate(), NOON, address=V)
    assert (held.verdict, held.difference) == (Verdict.WITHIN, None)
    assert held.rest == (FERRY, CARTS)
    assert any("which was not put forward" in question for question in held.ask)


def test_a_sentence_put_forward_otherwise_is_outside_by_that_sentence_alone() -> None:
    held = check(_mandate(), CARTS.replace("six", "nine"), address=V)
    assert held.verdict is Verdict.OUTSIDE and held.difference is not None
    assert (held.difference.words(Change.DELETED), held.difference.words(Change.INSERTED)) == (1, 1)
    assert held.rest == (f"{FERRY} {NOON}",)


def test_a_fragment_is_known_without_its_article() -> None:
    assert check(_mandate(), NOON).verdict is Verdict.WITHIN


def test_a_sentence_left_out_between_two_is_struck() -> None:
    held = check(_mandate(), f"{FERRY} {CARTS}", address=V)
    assert held.verdict is Verdict.OUTSIDE and held.rest == ()
    assert held.difference is not None and held.difference.words(Change.DELETED) == len(NOON.split())


@pytest.mark.parametrize("words", ["leaves the quay at noon", "no more than six carts"])
def test_some_words_of_a_sentence_are_undetermined_and_the_sentence_is_asked_about(words: str) -> None:
    held = check(_mandate(), words, address=V)
    assert held.verdict is Verdict.UNDETERMINED
    assert "all of their sentence" in held.ask[0]


def test_what_an_order_allows_is_no_fragment_of_words_that_differ() -> None:
    text = "No vessel shall stay there beyond a limit of twelve hours in any week."
    ours = Wording(words=text, at=Citation("d8", 0, len(text)), date=DAY, address=V)
    held = check(on(DAY, [one("You may accept a limit of forty hours.")], wordings=[ours]), "a limit of forty hours")
    assert held.verdict is Verdict.WITHIN


def test_an_article_of_a_draft_that_lacks_a_sentence_is_outside() -> None:
    at = Citation("d10", 0, 10)
    article = Provision(ProvisionKind.ARTICLE, number="V", content=(Run(FERRY, at),))
    (held,) = check_draft(_mandate(), Draft(id="d10/draft", title="", provisions=(article,), at=at))
    assert held.verdict is Verdict.OUTSIDE and held.rest == ()


def test_the_request_for_guidance_says_that_the_rest_was_not_put_forward() -> None:
    mandate = _mandate()
    message = guidance([check(mandate, CARTS.replace("six", "nine"), address=V)], mandate=mandate)
    assert f"Authorised: “{CARTS}”" in message and "the rest was not put forward" in message


def test_the_number_of_a_paragraph_may_be_left_out() -> None:
    found = fragment("1. The ferry runs daily.\n2. It stops at noon.", "It stops at noon.")
    assert found is not None and found.words == "It stops at noon."


SENTENCES = [FERRY, NOON, CARTS, "Any dispute goes to the harbour master.", "Nothing here binds fishermen."]


@given(st.permutations(SENTENCES), st.data())
def test_every_run_of_sentences_is_found_with_what_stands_around_it(order: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(order) - 1))
    last = data.draw(st.integers(first, len(order) - 1))
    found = fragment(" ".join(order), " ".join(order[first : last + 1]))
    if last - first + 1 == len(order):
        assert found is None
    else:
        assert found is not None
        parts = [found.before, found.words, found.after]
        assert parts == [" ".join(order[:first]), " ".join(order[first : last + 1]), " ".join(order[last + 1 :])]

"""Orders by their build: who is told wherever he stands, who is asked, what is to be done, and what is no order."""

from __future__ import annotations

import pytest
from tests.mandate.telegrams import one, told

from travaux.mandate.directives import read
from travaux.mandate.directives_said import Act
from travaux.mandate.instructs import instructs
from travaux.record.document import Block, BlockKind, Document, Kind


def _paper(words: str, *, kind: Kind, title: str) -> Document:
    return Document(id="d1", title=title, kind=kind, body=(Block(BlockKind.PARAGRAPH, words),))


@pytest.mark.parametrize(
    ("words", "act", "object_"),
    [
        ("In discussing this US officials should point out that the term is short.", Act.CLEAR, "the term is short"),
        ("London may inform the Foreign Office of the above.", Act.CLEAR, "the above"),
        ("Appropriate missions and posts should avoid comment on the chart.", Act.FORESTALL, "comment on the chart"),
        ("Taipei inform Foreign Minister that the chart is old.", Act.CLEAR, "the chart is old"),
        ("If they agree, Embassy London convey our thanks to the Admiralty.", Act.CLEAR, "our thanks"),
        ("I hope your dispatch to Holm may avoid reference to the dues.", Act.FORESTALL, "reference to the dues"),
        ("The Working Group should submit a report on the pilots.", Act.REPORT, "a report on the pilots"),
    ],
)
def test_who_is_told_is_known_by_what_a_post_or_an_office_is_called(words: str, act: Act, object_: str) -> None:
    directive = one(words)
    assert directive.act is act
    assert directive.object is not None and directive.object.words == object_


@pytest.mark.parametrize(
    "words",
    [
        "Vasarish officials should avoid comment on the chart.",
        "The Vasarish Embassy should inform the Admiralty of the chart.",
        "Vasarel should understand that the term is short.",
        "London has informed the Foreign Office of the above.",
        "The question whether the Committee should vote is open.",
    ],
)
def test_others_who_should_do_something_are_not_told(words: str) -> None:
    assert told(words).found == ()


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("We prefer that you await an approach from Vasarel.", Act.DEFER),
        ("Dept considers it desirable Embassy provide Vasarel with copy of chart.", Act.INTRODUCE),
        ("Suggest Embassy and Mission make joint approach.", Act.CONSULT),
        ("Suggest on basis foregoing explanation Embassies coordinate with the Admiral.", Act.CONSULT),
        ("I wish you would discuss the dues with Vasarel.", Act.CONSULT),
        ("The President wishes the Ambassador to take up the dues.", Act.RAISE),
        ("We would prefer your emphasizing to Vasarel that the term is short.", Act.CLEAR),
        ("Dept believes it preferable delay informing Vasarel until May.", Act.DEFER),
        ("Hope strongly avoid any press leaks.", Act.FORESTALL),
    ],
)
def test_who_is_asked_is_told(words: str, act: Act) -> None:
    assert one(words).act is act


@pytest.mark.parametrize(
    ("words", "act", "object_"),
    [
        ("Request substance be passed by Embassy to Vasarel.", Act.INTRODUCE, "substance"),
        ("The President has asked that a plan be developed.", Act.INTRODUCE, "a plan"),
        ("It is requested that this report be circulated to the members.", Act.INTRODUCE, "this report"),
        ("We suggest this be done along the following lines.", Act.SEEK, "this"),
    ],
)
def test_what_one_asks_to_have_done_is_an_order(words: str, act: Act, object_: str) -> None:
    directive = one(words)
    assert directive.act is act
    assert directive.object is not None and directive.object.words == object_


def test_what_one_hopes_others_can_do_is_none() -> None:
    assert told("We hope the chart can be presented in May.").found == ()


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Will you keep us informed of the talks?", Act.REPORT),
        ("Will you please be kind enough to take this matter up at once?", Act.RAISE),
        ("Do you see any basis for a shorter term?", Act.REPORT),
        ("It would be useful to know whether Vasarel agrees.", Act.REPORT),
        ("Before the talks open, Dept would appreciate your suggestions on the chart.", Act.REPORT),
        ("Comments of addressee posts desired by August 2.", Act.REPORT),
        ("The Department would of course wish to be consulted about the chart.", Act.CONSULT),
    ],
)
def test_a_question_or_a_wish_to_know_asks(words: str, act: Act) -> None:
    assert one(words).act is act


def test_what_is_asked_in_a_conversation_or_wanted_by_another_is_none() -> None:
    assert told("Vasarel said he thought it would be best to work out a term.").found == ()


def test_words_of_any_length_may_stand_before_the_verb() -> None:
    words = (
        "You should in the manner which you believe will do least harm, and which will leave him in no doubt, "
        "make clear to Vasarel that the term is short."
    )
    assert [each.act for each in told(words).found] == [Act.CLEAR]


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Inform Vasarel of the chart, pointing out that it is old.", [Act.CLEAR, Act.CLEAR]),
        ("Officials should stay calm and should avoid comment.", [Act.FORESTALL]),
        ("You should seek persuade Vasarel to accept May.", [Act.SEEK]),
        ("You are instructed to carry out your orders at once and obtain a longer term.", [Act.SEEK, Act.SEEK]),
        ("Vasarel should be advised to accept the term.", [Act.SEEK]),
    ],
)
def test_what_an_order_goes_on_with_is_read(words: str, acts: list[Act]) -> None:
    assert [each.act for each in told(words).found] == acts


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Missions should be guided by the following in answering queries.", Act.CLEAR),
        ("Missions should be guarded in any comment on the chart.", Act.FORESTALL),
        ("Timing of the approach your discretion.", Act.DISCRETION),
        ("It appears best not commit the Department to a date.", Act.FORESTALL),
        ("You should help Vasarel with the chart.", Act.SEEK),
    ],
)
def test_verbs_are_acts_where_somebody_is_told_them(words: str, act: Act) -> None:
    assert one(words).act is act


def test_the_same_verbs_are_none_where_nobody_is_told() -> None:
    assert told("This may help to develop the port.", "It would be useful to establish a committee.").found == ()


def test_what_the_country_should_do_is_told_to_its_delegation_alone() -> None:
    words = "The United States should oppose the proposal."
    delegation = _paper(words, kind=Kind.TELEGRAM, title="Telegram From the Department to the Delegation at Corvany")
    embassy = _paper(words, kind=Kind.TELEGRAM, title="Telegram From the Department to the Embassy in Corvany")
    assert [each.act for each in read(delegation).found] == [Act.FORESTALL]
    assert read(embassy).found == ()


def test_a_letter_that_asks_is_read_for_what_it_asks_alone() -> None:
    title = "Letter From the Secretary of State to the Administrator"
    asks = _paper("The pilots should be told. I would appreciate your comments.", kind=Kind.LETTER, title=title)
    tells = _paper("The pilots should be told. The term is open.", kind=Kind.LETTER, title=title)
    assert [each.act for each in read(asks).found] == [Act.REPORT]
    assert not instructs(tells)


def test_agencies_are_told_by_whoever_writes_for_the_president() -> None:
    title = "Memorandum From the President’s Assistant for National Security Affairs to the Secretary of State"
    words = "The pilots are few. State and AID should prepare a memorandum on the pilots by May 2."
    found = read(_paper(words, kind=Kind.MEMORANDUM, title=title)).found
    assert Act.REPORT in [each.act for each in found]


def test_a_surname_that_is_told_and_that_nobody_is_spoken_to_by_is_of_ours() -> None:
    found = told("After agreement is obtained, Holm should see Vasarel. Holm may also inform him of the chart.").found
    assert [each.act for each in found] == [Act.CONSULT, Act.CLEAR]


def test_a_surname_that_says_things_is_of_the_other_side() -> None:
    assert told("Holm should inform the Admiralty of the chart. Holm said that it was old.").found == ()


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("In explanation point out to Vasarel that the term is short.", Act.CLEAR),
        ("While leaving the day to Corvany point out that the term is short.", Act.CLEAR),
        ("If the draft is acceptable request he inform the pilots without delay.", Act.SEEK),
        ("Re your 213 urge Vasarel make clear his intentions.", Act.SEEK),
    ],
)
def test_an_opening_that_no_comma_ends_stands_before_an_order(words: str, act: Act) -> None:
    assert one(words).act is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The President has particularly asked Ambassador Holm to reiterate that the orders are firm.", Act.CLEAR),
        ("The President has directed that the Department of State prepare a paper on pilots.", Act.REPORT),
        ("It is requested that the Secretary of Defense instruct the pilots to wait.", Act.SEEK),
        ("Dept concurs your proposal approach Vasarel.", Act.CONSULT),
        ("Suggest deferring the chart.", Act.DEFER),
        ("Request this be closely held.", Act.FORESTALL),
    ],
)
def test_who_is_asked_by_whom_may_be_said_in_other_words(words: str, act: Act) -> None:
    assert one(words).act is act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Your presentation should be along the following lines:", Act.CLEAR),
        ("Substance of the chart may also be passed to the pilots.", Act.INTRODUCE),
        ("The chart is not to be disclosed to Corvany.", Act.FORESTALL),
        ("This information not to be discussed with Vasarel.", Act.FORESTALL),
        ("There should be no further approach to Vasarel.", Act.FORESTALL),
        ("Rephrase the opening clause of the note.", Act.PROPOSE),
        ("Delay presentation until May.", Act.DEFER),
    ],
)
def test_what_should_be_there_and_what_not_is_an_order(words: str, act: Act) -> None:
    assert one(words).act is act


@pytest.mark.parametrize(
    "words",
    [
        "Please accept, Mr. Minister, my best wishes.",
        "You will be able to see the chart.",
        "In order avoid delay the pilots stayed.",
        "Holm indicated that we could not accept the term.",
    ],
)
def test_courtesies_and_what_comes_of_itself_are_no_orders(words: str) -> None:
    assert told(words).found == ()

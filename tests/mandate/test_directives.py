from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.mandate.telegrams import one, telegram, told

from travaux.mandate.directives import read
from travaux.mandate.directives_said import Act, ObjectKind
from travaux.record.document import Block, BlockKind, Document, Kind

_ACTS = [
    ("You should introduce our draft at the next meeting.", Act.INTRODUCE, "our draft at the next meeting"),
    ("You should seek a limit of six vessels.", Act.SEEK, "a limit of six vessels"),
    ("You may propose an exchange of notes.", Act.PROPOSE, "an exchange of notes"),
    ("You are authorized to accept a shorter term.", Act.ACCEPT, "a shorter term"),
    ("Assure Vasarel that no vessel will be kept there.", Act.ASSURE, "no vessel will be kept there"),
    ("The Embassy should make clear that the guardship will leave.", Act.CLEAR, "the guardship will leave"),
    ("You should raise the question of pilots.", Act.RAISE, "the question of pilots"),
    ("Any reference to consent should be avoided.", Act.FORESTALL, "Any reference to consent"),
    ("You should defer discussion of dues.", Act.DEFER, "discussion of dues"),
    ("Please report the reaction of the Admiralty.", Act.REPORT, "the reaction of the Admiralty"),
    ("You should consult the naval attaché.", Act.CONSULT, "the naval attaché"),
    ("You should maintain the Arrangement of 1948.", Act.UNAFFECTED, "the Arrangement of 1948"),
    ("Timing of this approach is left to your discretion.", Act.DISCRETION, "Timing of this approach"),
]


@pytest.mark.parametrize(("words", "act", "object_"), _ACTS, ids=[act.value for _, act, _ in _ACTS])
def test_each_act_is_read_with_what_it_is_on(words: str, act: Act, object_: str) -> None:
    directive = one(words)
    assert directive.act is act
    assert directive.object is not None and directive.object.words == object_


def test_the_words_of_a_directive_and_of_its_parts_stand_where_it_says() -> None:
    document = telegram("Embtel 74.", "2. If Vasarel asks, you may agree to four vessels. Report by March 6.")
    for directive in read(document).found:
        for said in (directive.object, directive.condition, directive.deadline):
            assert said is None or document.passage(said.at) == said.words
        assert document.passage(directive.at) == directive.words


@pytest.mark.parametrize(
    "words",
    [
        "If the subject is raised, you may agree to four vessels.",
        "At an appropriate point you should mention the pilots.",
        "Should Corvany insist, you may accept four vessels.",
        "You may state, if the occasion arises, that the term is open.",
        "Talks should be deferred until we have reviewed the chart.",
        "As soon as consultation of the Assembly is complete, please table our draft.",
    ],
)
def test_a_condition_is_read_where_there_is_one(words: str) -> None:
    assert one(words).condition is not None


def test_a_condition_within_what_is_to_be_said_is_none() -> None:
    assert one("You may state that if such flights take place we could only protest.").condition is None


def test_a_condition_holds_for_both_orders_of_a_sentence() -> None:
    first, second = told("If asked, you should state that the term is open, and offer ten years.").found
    assert first.condition == second.condition is not None


def test_fallbacks_are_counted_in_their_order() -> None:
    words = (
        "You should seek a text without limit. Failing that, you may accept six days. "
        "As a last resort you may accept two days."
    )
    assert [each.fallback for each in told(words).found] == [0, 1, 2]


def test_a_limit_and_a_deadline_are_told_apart_from_the_object() -> None:
    directive = one("You may accept a stay of six days, but not while the signal is up.")
    assert directive.object is not None and directive.object.words == "a stay of six days"
    assert directive.limit is not None and directive.limit.words == "but not while the signal is up"
    due = one("Report reaction by February 21.").deadline
    assert due is not None and due.words == "by February 21"


@pytest.mark.parametrize(
    "words",
    [
        "You should not raise the dues.",
        "Under no circumstances should you agree to an inspection.",
        "We do not want you to mention the winter.",
        "Prior consent is not acceptable in any form.",
    ],
)
def test_what_is_not_to_be_done_is_read_as_denied(words: str) -> None:
    assert one(words).denied


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("The loan must not be discussed with Corvany.", False),
        ("Nothing should be said of the loan.", False),
        ("A reference to the loan should be avoided.", False),
        ("A reference to the loan should not be opposed.", True),
    ],
)
def test_a_passive_that_forbids_is_to_forestall_and_the_contrary_alone_is_denied(words: str, denied: bool) -> None:
    assert (one(words).act, one(words).denied) == (Act.FORESTALL, denied)


def test_words_given_to_be_used_are_the_wording_of_the_directive() -> None:
    directive = one("You should propose the following wording:", "“The stay shall end when the weather allows it.”")
    assert directive.kind is ObjectKind.WORDING
    assert directive.wording is not None
    assert directive.wording.words == "The stay shall end when the weather allows it"


def test_a_provision_named_is_an_address() -> None:
    assert [str(each) for each in one("You should oppose any change in Article VI, paragraph 2.").addresses] == [
        "Article VI, paragraph 2"
    ]


def test_who_is_named_as_told_goes_before_the_addressee_of_the_document() -> None:
    first, second = told(
        "1. For Ambassador Bruce: You should see the Minister.", "2. Arma should see the Admiral."
    ).found
    assert (first.addressee, second.addressee) == ("Ambassador Bruce", "Arma")


@pytest.mark.parametrize(
    "words",
    [
        "You will recall that the term was raised in May.",
        "You may state that you are authorized to discuss the term.",
        "Report from Tessenay indicates that talks are slow.",
        "Every effort should be made to restore calm.",
    ],
)
def test_what_is_only_told_or_known_gives_no_second_directive(words: str) -> None:
    assert len(told(words).found) <= words.count("may state")


def test_orders_within_a_quotation_are_not_read() -> None:
    assert (
        told("Montrec handed me this:", "“You should consult the Admiralty before you agree to any visit.”").found == ()
    )


def test_what_speaks_of_an_order_and_is_not_understood_is_a_finding() -> None:
    (finding,) = told("You are authorized to delegate the exercise of this office to a commander.").findings
    assert finding.code == "directive-not-understood"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Telegram From the Embassy in Corvany to the Department of State", Kind.TELEGRAM),
        ("Memorandum of Conversation", Kind.CONVERSATION),
        ("Memorandum From the Special Assistant to the President", Kind.MEMORANDUM),
    ],
)
def test_talk_and_what_goes_up_instruct_nobody(title: str, kind: Kind) -> None:
    body = (Block(BlockKind.PARAGRAPH, "You should propose a limit of six vessels."),)
    assert read(Document(id="d1", title=title, kind=kind, body=body)).found == ()


def test_a_list_of_objectives_is_no_list_of_orders() -> None:
    found = told(
        "2. Our objectives are:", "a. Communicate the seriousness of the matter.", "3. Inform Vasarel of this."
    ).found
    assert [each.words for each in found] == ["Inform Vasarel of this."]


@pytest.mark.parametrize(
    ("words", "act", "object_"),
    [
        ("You shld pt out that the chart is old.", Act.CLEAR, "the chart is old"),
        ("Pls. discuss the pilots with Vasarel.", Act.CONSULT, "the pilots"),
        ("London and Ottawa should inform the Foreign Office of the above.", Act.CLEAR, "the above"),
        ("Butterworth should discuss the dues with the Admiralty.", Act.CONSULT, "the dues"),
        ("Embassy officers, not mentioning the letter, should see the pilots.", Act.CONSULT, "the pilots"),
        ("The aide-mémoire shld be presented by you at once.", Act.INTRODUCE, "The aide-mémoire"),
        ("Vasarel must be made realize that the term is short.", Act.CLEAR, "the term is short"),
        ("You may inform him, in this connection, that the term is short.", Act.CLEAR, "the term is short"),
        ("You should not discuss with Vasarel highway dues.", Act.CONSULT, "highway dues"),
        ("You should take the following line: first, the term is short.", Act.CLEAR, "the following line"),
        ("Would be grateful if you would advise us whether he agrees.", Act.REPORT, "whether he agrees"),
        ("Any comments Embassy may wish make wld be appreciated.", Act.REPORT, "Any comments Embassy may wish make"),
        ("Dept feels that the point shld be stressed to Vasarel.", Act.CLEAR, "the point"),
    ],
)
def test_an_order_is_read_however_cables_put_it(words: str, act: Act, object_: str) -> None:
    directive = one(words)
    assert directive.act is act
    assert directive.object is not None and directive.object.words == object_


def test_a_condition_may_be_told_by_the_order_of_words_behind_the_order() -> None:
    directive = one("You should support or introduce such a suggestion should opposition develop.")
    assert directive.object is not None and directive.object.words == "such a suggestion"
    assert directive.condition is not None and directive.condition.words == "should opposition develop"


@pytest.mark.parametrize(
    "words",
    [
        "As you know, we are prepared to accept the text.",
        "I hope you will agree that the text is clear.",
        "Consideration should be given to the dues.",
        "Shall try another channel.",
        "We must be assured that the vessels will leave.",
        "Vasarel said that the pilots should be told.",
        "Present text should not be changed lightly.",
        "Department please pass copies to London.",
    ],
)
def test_what_only_sounds_like_an_order_is_none(words: str) -> None:
    assert told(words).found == ()


def test_orders_in_a_list_under_a_condition_are_read() -> None:
    lead = "If there is a possibility of an agreement:"
    found = read(telegram(lead, "1. The Delegation should press for four vessels.")).found
    assert [each.act for each in found] == [Act.SEEK]


@pytest.mark.parametrize(
    ("words", "act", "object_"),
    [
        ("US officials should avoid public statements.", Act.FORESTALL, "public statements"),
        ("All action addressees requested seek extension of the term.", Act.SEEK, "extension of the term"),
        ("Your views urgently requested re the chart.", Act.REPORT, "Your views"),
        ("Would appreciate Helsinki’s views on the chart.", Act.REPORT, "Helsinki’s views on the chart"),
        (
            "Believe it unwise advise Vasarel your receipt of this.",
            Act.FORESTALL,
            "advise Vasarel your receipt of this",
        ),
        ("No commitment should be made as to further calls.", Act.FORESTALL, "further calls"),
        ("No action should be taken by any addressee.", Act.FORESTALL, "action"),
        (
            "Any assumption that we have decided should be avoided.",
            Act.FORESTALL,
            "Any assumption that we have decided",
        ),
        ("The Minister should be assured of our support.", Act.ASSURE, "our support"),
        ("It will be your task to obtain a longer term.", Act.SEEK, "a longer term"),
        ("Re timing should leave no doubt that we favor May.", Act.CLEAR, "we favor May"),
        ("The data should be provided by you.", Act.INTRODUCE, "The data"),
    ],
)
def test_orders_without_you_should_are_read(words: str, act: Act, object_: str) -> None:
    directive = one(words)
    assert directive.act is act
    assert directive.object is not None and directive.object.words == object_


@pytest.mark.parametrize(
    "words",
    [
        "We would appreciate Vasarish comments on the chart.",
        "Vasarel holds that, in view of the season, no action should be taken.",
        "Funds should be provided for the pilots.",
    ],
)
def test_what_others_are_to_say_or_give_is_no_order(words: str) -> None:
    assert not read(telegram(words)).found


def test_whom_a_message_is_for_is_told_by_surname() -> None:
    found = told("For Holm and principal officers. Holm may make clear that the term is open. We wrote Holm on May 3.")
    assert [each.act for each in found.found] == [Act.CLEAR]


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("After agreement of the pilots you should inform Vasarel of the term.", "After agreement of the pilots"),
        ("Before making this approach you should consult the attaché.", "Before making this approach"),
        ("When the talks resume, you may offer four vessels.", "When the talks resume"),
        ("You should also as necessary reaffirm our view of the dues.", "as necessary"),
        ("The Embassy should stress, in any discussions it may have, that the term is open.", "in any discussions"),
        ("If asked about the chart, you may say that it is being reviewed.", "If asked about the chart"),
        ("If necessary explain that the pilots come later.", "If necessary"),
        ("In response to any inquiries you should say that no date is set.", "In response to any inquiries"),
        ("You may take the same line with Osk if he should approach you.", "if he should approach you"),
        ("We believe important, if you agree, that this be discussed with Vasarel.", "if you agree"),
        ("At an early suitable opportunity please mention the pilots.", "At an early suitable opportunity"),
    ],
)
def test_the_words_of_a_condition_are_those_that_say_when(words: str, condition: str) -> None:
    found = one(words)
    assert found.condition is not None and found.condition.words == condition


@pytest.mark.parametrize(
    "words",
    [
        "Please notify the Department when you have informed Vasarel.",
        "Please report your views on the steps to be taken if the talks fail.",
        "You should seek a term of six years in order that it may be reviewed before signing.",
        "You should discuss the dues with Vasarel if possible.",
        "Report by March 6.",
    ],
)
def test_a_purpose_a_deadline_and_what_is_to_be_reported_are_no_condition(words: str) -> None:
    assert one(words).condition is None


def test_in_that_event_holds_under_the_condition_told_before() -> None:
    first, second = told("If Vasarel refuses, you should report at once. In that event you may propose a recess.").found
    assert second.condition == first.condition is not None


def test_a_refusal_of_what_was_ordered_makes_the_next_order_a_fallback() -> None:
    words = "You should seek six vessels. If he cannot agree, you may accept four. Failing this, you may propose two."
    found = told(words).found
    assert [each.fallback for each in found] == [0, 1, 2]


def test_what_is_only_to_be_said_if_necessary_is_no_fallback() -> None:
    found = told("You should seek six vessels. If necessary you may explain that the chart is old.").found
    assert [each.fallback for each in found] == [0, 0]


def test_an_order_that_goes_on_within_a_fallback_is_the_same_step() -> None:
    found = told("You should see Vasarel. Failing this, please see Osk and ask him to wait.").found
    assert [each.fallback for each in found] == [0, 1, 1]


@pytest.mark.parametrize(
    ("words", "object_"),
    [
        ("Ascertain the view of the pilots without yourself indicating a position.", "the view of the pilots"),
        ("You may draw on the chart in discussions with Osk.", "the chart"),
        ("You are authorized to do the same in Tessenay.", "the same"),
        ("You should explain in general terms the state of the talks.", "the state of the talks"),
        ("Please inform Vasarel of the state of the talks along following lines:", "the state of the talks"),
        ("The dues are known only to Osk, and should not be mentioned to others.", "The dues"),
        ("In any such talk we recommend you follow the line of this paper.", "the line of this paper"),
        ("Please take this matter up at once.", "this matter"),
        ("We leave entirely in your discretion the next visit.", "the next visit"),
    ],
)
def test_what_an_order_is_on_ends_before_how_and_where_it_is_done(words: str, object_: str) -> None:
    found = one(words)
    assert found.object is not None and found.object.words == object_


def test_an_order_that_only_opens_a_list_is_on_the_list() -> None:
    document = telegram("You should propose to the Admiralty:", "1. A term of six years.", "2. Two vessels.")
    directive = next(each for each in read(document).found if each.act is Act.PROPOSE)
    assert directive.object is not None and directive.object.words.startswith("A term of six years.")
    assert directive.object.words.endswith("Two vessels.")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Report by 9:00 a.m. March 6.", "1963-03-06"),
        ("Report by 1 September 1968.", "1968-09-01"),
        ("Report by January 5.", "1964-01-05"),
        ("Report within ten days.", "1963-02-13"),
        ("You may agree to a report within six hours of anchoring.", ""),
        ("Report soonest.", ""),
    ],
)
def test_the_day_of_a_deadline_is_told_from_the_day_of_the_document(words: str, due: str) -> None:
    assert replace(one(words), date=datetime.date(1963, 2, 3)).due == due


def test_an_order_for_when_another_is_refused_begins_with_its_condition() -> None:
    found = one("A joint note would be better but if the others are reluctant you should seek a meeting alone.")
    assert found.words == "if the others are reluctant you should seek a meeting alone."


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("However, should officials bring this up, you may state our view.", "should officials bring this up"),
        ("You may draw, if you wish, on the older chart.", "if you wish"),
        ("In reply to any official inquiries you may say that no date is set.", "In reply to any official inquiries"),
    ],
)
def test_a_condition_stands_behind_an_opening_and_between_commas(words: str, condition: str) -> None:
    found = one(words)
    assert found.condition is not None and found.condition.words == condition


@pytest.mark.parametrize(
    ("words", "object_"),
    [
        ("Despite its lack of clarity, it should not be rejected out of hand.", "it"),
        ("You should press for an agreement to cut the dues.", "an agreement to cut the dues"),
        ("I recommend that you approve it for the purposes of planning.", "it"),
        ("Tell of the reform of the dues.", "the reform of the dues"),
        ("You should accept a text which in view of all is needed.", "a text which in view of all is needed"),
    ],
)
def test_what_an_order_is_on_is_told_whole(words: str, object_: str) -> None:
    found = one(words)
    assert found.object is not None and found.object.words == object_


def test_at_the_same_time_is_no_deadline() -> None:
    assert one("At the same time you should inform Vasarel of the chart.").deadline is None


@pytest.mark.parametrize(
    ("words", "object_"),
    [
        ("You may draw on the foregoing as appropriate.", "foregoing"),
        ("You should sign the paper for use in discussions with Osk.", "the paper for use in discussions with Osk"),
    ],
)
def test_where_a_thing_is_used_is_a_part_of_it_and_how_far_is_none(words: str, object_: str) -> None:
    found = one(words)
    assert found.object is not None and found.object.words.endswith(object_)

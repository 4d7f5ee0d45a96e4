from __future__ import annotations

import datetime

from tests.mandate.telegrams import DAY, telegram, told

from travaux.findings import Citation
from travaux.mandate.issue import Issue, Passage
from travaux.mandate.issue_passages import issue_passages
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.on import on
from travaux.mandate.say import Heading, say
from travaux.mandate.subject import subject
from travaux.text.parse import parse


def test_each_directive_stands_under_the_heading_of_its_act() -> None:
    found = told(
        "You should propose six vessels. You may state that four are too few. You should not mention the winter. "
        "Report reaction."
    ).found
    headings = [heading for heading, _ in say(on(DAY, found)).lines]
    assert headings == [Heading.NEVER, Heading.RAISE, Heading.SAY, Heading.ASK]


def test_a_sheet_on_an_issue_has_only_what_speaks_of_it() -> None:
    found = told("You should propose six vessels. You should raise the question of pilot dues.").found
    ((_, directives),) = say(on(DAY, found), about=subject(IssueRegister(), "pilot dues")).lines
    assert [each.words for each in directives] == ["You should raise the question of pilot dues."]


ISSUES = (
    Issue("winter", "Shelter in winter", aliases=("Refuge",)),
    Issue("stay", "Length of stay", parent="winter", provisions=("Article VI",)),
)


def _lines(*paragraphs: str, words: str, passages: tuple[Passage, ...] = ()) -> list[str]:
    """What is on the sheet on an issue, of the directives of one telegram."""
    register = IssueRegister(ISSUES, passages)
    document = telegram(*paragraphs)
    captioned = [(one, document.text) for one in issue_passages(document, register)]
    sheet = say(on(DAY, told(*paragraphs).found), about=subject(register, words, captioned))
    return [each.words for _, directives in sheet.lines for each in directives]


def test_a_sheet_on_an_issue_has_what_its_other_names_say() -> None:
    assert _lines("You should raise refuge. You should oppose dues.", words="shelter in winter") == [
        "You should raise refuge."
    ]


def test_a_sheet_on_an_issue_has_what_is_on_those_below_it_by_their_provisions() -> None:
    assert _lines("You should seek a change in Article VI. You should oppose dues.", words="winter") == [
        "You should seek a change in Article VI."
    ]


def test_a_sheet_on_an_issue_has_what_stands_under_its_caption_and_not_the_item_behind_it() -> None:
    item, next_ = "2. Length of stay. You should seek six days.", "3. You should oppose dues."
    assert _lines(item, next_, words="Length of stay") == ["You should seek six days."]


def test_a_sheet_on_an_issue_has_the_passages_that_a_person_put_there() -> None:
    passage = Passage("stay", Citation("d9", 0, 20))
    assert _lines("You should seek six days. You should oppose dues.", words="stay", passages=(passage,)) == [
        "You should seek six days."
    ]


def test_what_is_not_on_the_sheet_is_left_beside_it() -> None:
    found = told("You should propose six vessels. You should raise the question of pilot dues.").found
    sheet = say(on(DAY, found), about=subject(IssueRegister(), "pilot dues"))
    assert [each.words for each in sheet.left] == ["You should propose six vessels."]


def test_a_sheet_on_a_provision_has_what_names_it() -> None:
    found = told("You should oppose any change in Article V. You should seek a change in Article VI.").found
    ((heading, _),) = say(on(DAY, found), address=parse("Article V")).lines
    assert heading is Heading.NEVER


def test_a_sheet_on_an_issue_and_a_provision_has_what_is_on_both() -> None:
    found = told("You should oppose any change of dues in Article V. You should seek a change in Article V.").found
    sheet = say(on(DAY, found), about=subject(IssueRegister(), "dues"), address=parse("Article V"))
    assert [each.words for _, lines in sheet.lines for each in lines] == [
        "You should oppose any change of dues in Article V."
    ]
    assert sheet.about == "dues, Article V"


def test_fallbacks_stand_behind_the_first_choice() -> None:
    found = told("You should seek six days. Failing that, you should seek two days.").found
    ((_, directives),) = say(on(DAY, found)).lines
    assert [each.fallback for each in directives] == [0, 1]


def test_what_took_the_place_of_an_order_on_the_issue_is_on_its_sheet_though_it_does_not_name_it() -> None:
    first = told("If they refuse, you may accept a catch of eleven thousand tons.").found
    later = told("You may accept twelve thousand tons.", ident="d10", date=DAY + datetime.timedelta(days=9)).found
    mandate = on(DAY + datetime.timedelta(days=9), [*first, *later])
    sheet = say(mandate, about=subject(IssueRegister(), "catch"))
    assert [each for _, lines in sheet.lines for each in lines] == list(later)
    assert [each.directive for each in sheet.gone] == list(first)

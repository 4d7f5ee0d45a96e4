from __future__ import annotations

from tests.mandate.telegrams import DAY, told

from travaux.mandate.on import on
from travaux.mandate.say import Heading, say
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
    ((_, directives),) = say(on(DAY, found), about="pilot dues").lines
    assert [each.words for each in directives] == ["You should raise the question of pilot dues."]


def test_a_sheet_on_a_provision_has_what_names_it() -> None:
    found = told("You should oppose any change in Article V. You should seek a change in Article VI.").found
    ((heading, _),) = say(on(DAY, found), address=parse("Article V")).lines
    assert heading is Heading.NEVER


def test_fallbacks_stand_behind_the_first_choice() -> None:
    found = told("You should seek six days. Failing that, you should seek two days.").found
    ((_, directives),) = say(on(DAY, found)).lines
    assert [each.fallback for each in directives] == [0, 1]

"""The position paper: every line has its passage."""

from __future__ import annotations

import datetime

import pytest

from travaux.errors import UnknownEntry
from travaux.findings import Citation
from travaux.mandate.issue import Issue, Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Actor, Assessment, Level, Position, Prospect, Settlement
from travaux.mandate.position_paper import Beside, Wording, position_paper

DAY = datetime.date(1963, 3, 1)
AT, THERE = Citation("d1", 0, 5), Citation("d2", 3, 9)
OURS, MARINE, THEIRS = Actor("Halvern"), Actor("Halvern", "Marine"), Actor("Corvany")


def position(ident: str, who: Actor, level: Level, words: str, issue: str = "number") -> Position:
    return Position(ident, issue, who, DAY, level, AT, words)


REGISTER = IssueRegister(
    (Issue("access", "Naval access"), Issue("number", "Number of vessels", parent="access"), Issue("dues", "Dues")),
    positions=(
        position("least", OURS, Level.MINIMUM, "four"),
        Position("most", "number", OURS, DAY, Level.MAXIMUM, AT, "no limit",
                 assessments=(Assessment(Prospect.UNATTAINABLE, "Fenwray", THERE),)),
        position("marine", MARINE, Level.MINIMUM, "six"),
        position("theirs", THEIRS, Level.PREFERRED, "three"),
    ),
    settlements=(Settlement("number", Standing.AD_REFERENDUM, DAY, THERE, THEIRS),),
)  # fmt: skip


def test_our_lines_go_from_the_most_to_the_least_and_theirs_are_named() -> None:
    (section,) = position_paper(REGISTER, party="Halvern", day=DAY, issue="number").sections
    assert [line.name for line in section.ours] == ["Maximum", "Minimum", "Minimum (Marine)"]
    assert [(line.name, line.words) for line in section.theirs] == [("Corvany, preferred", "three")]


def test_an_assessment_stands_in_the_line_with_its_own_passage() -> None:
    (section,) = position_paper(REGISTER, party="Halvern", day=DAY, issue="number").sections
    assert section.ours[0].words == "no limit. Fenwray thinks it unattainable."
    assert section.ours[0].at == (AT, THERE)


def test_what_is_open_and_where_our_offices_differ_is_said() -> None:
    (section,) = position_paper(REGISTER, party="Halvern", day=DAY, issue="number").sections
    assert [line.name for line in section.open_points] == ["Agreed ad referendum", "Not one view"]


def test_a_paper_on_an_issue_has_those_below_it() -> None:
    paper = position_paper(REGISTER, party="Halvern", day=DAY, issue="access")
    assert [section.issue.id for section in paper.sections] == ["access", "number"]
    assert len(position_paper(REGISTER, party="Halvern", day=DAY).sections) == 3


def test_every_line_has_a_passage() -> None:
    paper = position_paper(REGISTER, party="Halvern", day=DAY)
    lines = [line for each in paper.sections for line in (*each.ours, *each.theirs, *each.open_points)]
    assert lines and all(line.at for line in lines)


def test_the_wording_on_the_table_is_brought_beside() -> None:
    table = Beside(on_table={"dues": (Wording("Article 9", "Dues are paid.", THERE),)})
    paper = position_paper(REGISTER, party="Halvern", day=DAY, beside=table)
    assert [each.address for section in paper.sections for each in section.wording] == ["Article 9"]


def test_a_party_or_an_issue_that_nobody_entered_is_told() -> None:
    with pytest.raises(UnknownEntry, match="No position of Aurelia"):
        position_paper(REGISTER, party="Aurelia", day=DAY)
    with pytest.raises(UnknownEntry, match="no issue depth"):
        position_paper(REGISTER, party="Halvern", day=DAY, issue="depth")


def wording(words: str, *brackets: str) -> Beside:
    tabled = Wording("Article II", words, AT, tuple((each, THERE) for each in brackets))
    return Beside(on_table={"dues": [tabled]})


def dues(*held: Position, standing: Standing | None = None) -> IssueRegister:
    settled = (Settlement("dues", standing, DAY, THERE, THEIRS),) if standing else ()
    return IssueRegister((Issue("dues", "Dues"),), positions=held, settlements=settled)


def asking(who: Actor, level: Level, words: str) -> Position:
    return Position(f"{who}-{level}", "dues", who, DAY, level, AT, "as told", wording=words)


def open_names(register: IssueRegister, beside: Beside) -> list[str]:
    (section,) = position_paper(register, party="Halvern", day=DAY, issue="dues", beside=beside).sections
    return [line.name for line in section.open_points]


def test_wording_that_somebody_asks_for_and_the_text_has_not_is_open() -> None:
    register = dues(asking(OURS, Level.PREFERRED, "No dues."), asking(THEIRS, Level.PREFERRED, "Dues are  paid"))
    (section,) = position_paper(
        register, party="Halvern", day=DAY, issue="dues", beside=wording("1. Dues are\npaid.")
    ).sections
    (line,) = section.open_points
    assert (line.name, line.words) == ("Asked for, not in the text", "Halvern, preferred: “No dues”")
    assert line.at == (AT, AT)


def test_what_is_not_acceptable_and_stands_in_the_text_is_open_even_when_all_is_agreed() -> None:
    register = dues(
        asking(OURS, Level.EXCLUDED, "Dues are paid."),
        asking(OURS, Level.PREFERRED, "No dues."),
        standing=Standing.AGREED,
    )
    assert open_names(register, wording("Dues are paid.")) == ["In the text, not acceptable"]
    assert open_names(register, wording("Pilots are free.")) == []


def test_brackets_in_the_text_on_the_table_are_open() -> None:
    register = dues(asking(OURS, Level.PREFERRED, "weekly"))
    assert open_names(register, wording("It runs [daily][weekly].", "[daily][weekly]")) == ["In brackets, Article II"]


def test_what_a_paper_wants_and_nobody_entered_is_said() -> None:
    (section,) = position_paper(
        dues(asking(OURS, Level.MINIMUM, "six")), party="Halvern", day=DAY, issue="dues"
    ).sections
    assert section.missing == ("what we prefer", "our fallback", "what the others hold")

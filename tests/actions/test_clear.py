"""What people do with packages, and with positions, is kept in the file with its entry in the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from travaux.actions import clear
from travaux.actions.build import build
from travaux.actions.clear import Actor, Plan, Said
from travaux.actions.mark import mark, mark_portion
from travaux.actions.take_positions import (
    From,
    Holding,
    Outcome,
    add_issue,
    confirm_passage,
    enter_position,
    settle_issue,
    take_back_entry,
    take_positions,
    withdraw_position,
)
from travaux.clearance.entries import Answer, Verdict
from travaux.clearance.package import Kind
from travaux.clearance.route import route
from travaux.desk import file, models, packages, positions, shelf
from travaux.desk.access import marking
from travaux.desk.access.marking import LISTS, Marking
from travaux.desk.access.viewer import Role, Viewer, viewing
from travaux.desk.journal.verify import verify
from travaux.errors import ClearanceRefused, NotPermitted, TakenName, UnknownDocument, UnknownEntry, UnreadableReading
from travaux.mandate.issue import Issue, Standing
from travaux.mandate.matrix import matrix
from travaux.mandate.position import Actor as Holder
from travaux.mandate.position import Level
from travaux.record.quoted import found

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
REDRAFT = "13-telegram-redraft/draft"
SIX = "In Article VI, second paragraph, the word “three” shall be replaced by the word “six”."
T, LA = Actor("T", "Pennard"), Actor("LA", "Ellwick")


@pytest.fixture
def ilvane(desk: Path) -> Path:
    build([EXAMPLE], out=desk)
    file.open_file(desk)
    return desk


def plan(ident: str = "answer", subject: str = REDRAFT) -> Plan:
    return Plan(id=ident, kind=Kind.DRAFT, route=route("LA, Marine (Article III)"), drafter="T", approver="Minister",
                subject=subject)  # fmt: skip


def test_a_round_is_kept_act_by_act_and_told_again(ilvane: Path) -> None:
    clear.open_package(plan(), person="Pennard")
    clear.circulate("answer", T)
    clear.reply("answer", Actor("Marine", "Voss"), Answer.CONCURS)
    clear.reply("answer", LA, Answer.WITH_CHANGES, Said(change=SIX))
    clear.settle_change("answer", T, 1, accepted=True)
    with pytest.raises(ClearanceRefused, match="Minister has not decided on the text"):
        clear.send("answer", T)
    clear.hand_over("answer", T, "Minister")
    clear.decide_on("answer", Actor("Minister"), 0, Verdict.MODIFIED, Said(words="and soon"))
    clear.send("answer", T, as_document="96")

    state = packages.package("answer")
    assert state.sent is not None and state.sent.as_document == "96"
    assert "Not more than six naval vessels" in state.text.text
    assert models.ClearanceEntry.objects.count() == len(state.log) == 8
    assert state.log[0].person == "Pennard"


def test_what_is_refused_leaves_nothing_in_the_log(ilvane: Path) -> None:
    clear.open_package(plan())
    with pytest.raises(ClearanceRefused):
        clear.reply("answer", LA, Answer.CONCURS)
    with pytest.raises(ClearanceRefused, match="An objection has a reason"):
        clear.circulate("answer", T)
        clear.reply("answer", LA, Answer.OBJECTS)
    with pytest.raises(UnreadableReading):
        clear.reply("answer", LA, Answer.WITH_CHANGES, Said(change="Make it nicer."))
    assert models.ClearanceEntry.objects.count() == 2


def test_a_change_may_be_given_as_the_text_is_to_be(ilvane: Path) -> None:
    clear.open_package(
        Plan(id="note", kind=Kind.NOTE, route=route("LA"), drafter="T", words="Article 1\nIt runs daily.")
    )
    clear.circulate("note", T)
    state = clear.reply("note", LA, Answer.WITH_CHANGES, Said(text="Article 1\nIt runs weekly."))
    assert (
        state.changes[0].instruction.words
        == "In the first paragraph of Article 1, the word “daily” shall be replaced by the word “weekly”."
    )


@pytest.mark.parametrize("answer", [Answer.CONCURS, Answer.NO_INTEREST, Answer.OBJECTS])
def test_an_answer_that_would_leave_a_change_out_is_refused(ilvane: Path, answer: Answer) -> None:
    clear.open_package(plan())
    clear.circulate("answer", T)
    with pytest.raises(ClearanceRefused, match="A change is given"):
        clear.reply("answer", LA, answer, Said(words="No.", change=SIX))


def test_a_change_given_twice_is_refused_as_one_would_be_left_out(ilvane: Path) -> None:
    clear.open_package(plan())
    clear.circulate("answer", T)
    both = Said(change=SIX, text=packages.package("answer").text.text.replace("three", "four"))
    with pytest.raises(ClearanceRefused, match="one of them would be left out"):
        clear.reply("answer", LA, Answer.WITH_CHANGES, both)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.APPROVED, Said(words="but soon")),
        (Verdict.APPROVED, Said(change=SIX)),
        (Verdict.DISAPPROVED, Said(change=SIX)),
    ],
)
def test_a_verdict_that_would_leave_out_what_the_approver_wrote_is_refused(
    ilvane: Path, verdict: Verdict, said: Said
) -> None:
    clear.open_package(plan())
    clear.circulate("answer", T)
    clear.hand_over("answer", T, "Minister")
    with pytest.raises(ClearanceRefused, match="would leave them out"):
        clear.decide_on("answer", Actor("Minister"), 0, verdict, said)


def test_a_package_of_a_document_has_its_words(ilvane: Path) -> None:
    state = clear.open_package(replace(plan(subject="16-telegram-reply"), route=route("LA, Marine")))
    assert "We agree that Corvanian redraft can be basis of final text." in state.text.text


def test_the_id_of_a_hidden_package_is_free_to_who_may_not_see_it_and_tells_nothing(ilvane: Path) -> None:
    hidden = clear.open_package(plan())
    mark(shelf.draft(REDRAFT).at.document, Marking(marking.Level.SECRET))
    clerk = Viewer(key="hollin", offices=frozenset({"T"}), roles=frozenset({Role.CLEARER}))
    envoy = Viewer(key="vey", level=marking.Level.SECRET, lists=frozenset(LISTS), offices=frozenset({"T"}),
                      roles=frozenset({Role.CLEARER}))  # fmt: skip
    mine = Plan(id="answer", kind=Kind.NOTE, route=route("LA"), drafter="T", words="It rests.")
    with viewing(clerk):
        assert clear.open_package(mine).package.id == "answer"
        assert [state.package.id for state in packages.packages()] == ["answer"]
        with pytest.raises(TakenName):
            clear.open_package(mine)
        with pytest.raises(UnknownEntry):
            packages.package("answer~1")
    with viewing(envoy):
        assert {state.package.id for state in packages.packages()} == {"answer", "answer~2"}
        assert packages.package("answer").text == hidden.text
        assert clear.revise("answer~2", Actor("T"), "It moves.").package.id == "answer~2"
        assert packages.package("answer~2").text.text == "It moves."
        with pytest.raises(TakenName):
            clear.open_package(mine)
    with viewing(clerk):
        assert clear.circulate("answer", Actor("T")).text.text == "It moves."
    assert verify().broken == ()


def test_a_name_is_taken_once_and_a_text_is_there(ilvane: Path) -> None:
    clear.open_package(plan())
    with pytest.raises(TakenName):
        clear.open_package(plan())
    with pytest.raises(UnknownDocument):
        clear.open_package(plan("other", "no-such-draft"))
    with pytest.raises(UnknownEntry, match="no text"):
        clear.open_package(Plan(id="empty", kind=Kind.NOTE, route=(), drafter="T"))


def test_who_is_logged_in_acts_for_their_own_offices_and_sees_what_they_have_a_part_in(ilvane: Path) -> None:
    clear.open_package(Plan(id="note", kind=Kind.NOTE, route=route("LA"), drafter="T", words="It runs daily."))
    clear.circulate("note", T)
    with viewing(Viewer(key="hollin", offices=frozenset({"Treasury"}), roles=frozenset({Role.CLEARER}))):
        assert packages.packages() == ()
        with pytest.raises(ClearanceRefused, match="You do not act for LA"):
            clear.reply("note", LA, Answer.CONCURS)
    with viewing(Viewer(key="ellwick", offices=frozenset({"LA"}), roles=frozenset({Role.CLEARER}))):
        assert [state.package.id for state in packages.held_by("LA")] == ["note"]
        assert clear.reply("note", Actor("LA"), Answer.CONCURS).log[-1].person == "ellwick"


def test_who_is_logged_in_acts_under_their_own_name(ilvane: Path) -> None:
    clear.open_package(Plan(id="note", kind=Kind.NOTE, route=route("LA"), drafter="T", words="It runs daily."))
    clear.circulate("note", T)
    with viewing(Viewer(key="ellwick", offices=frozenset({"LA"}), roles=frozenset({Role.CLEARER}))):
        assert clear.reply("note", Actor("LA", "Someone Else"), Answer.CONCURS).log[-1].person == "ellwick"


def test_the_approver_alone_decides_though_others_are_of_the_office(ilvane: Path) -> None:
    clear.open_package(Plan(id="note", kind=Kind.NOTE, route=(), drafter="T", approver="LA", words="It runs daily."))
    clear.circulate("note", T)
    clear.hand_over("note", T, "LA")
    clerk, approver = (Viewer(key=each.value, offices=frozenset({"LA"}), roles=frozenset({each}))
                       for each in (Role.CLEARER, Role.APPROVER))  # fmt: skip
    with viewing(clerk), pytest.raises(NotPermitted, match="You may not decide on a text"):
        clear.decide_on("note", Actor("LA"), 0, Verdict.APPROVED)
    with viewing(approver):
        assert clear.decide_on("note", Actor("LA"), 0, Verdict.APPROVED).decision_on(0) is not None


def test_nothing_is_entered_on_a_document_that_is_not_seen_whole(ilvane: Path) -> None:
    at = found(shelf.document("09-telegram-instructions"), "Begin at eight hundred tons.")
    mark_portion(at, Marking(marking.Level.TOP_SECRET))
    add_issue(Issue("pilotage", "Pilotage"))
    source = From("09-telegram-instructions", span=(0, 10))
    holding = Holding(issue="pilotage", actor=Holder("Halvern"), level=Level.PREFERRED)
    with viewing(Viewer(key="ellwick", level=marking.Level.SECRET, lists=frozenset(LISTS), offices=frozenset({"LA"}),
                        roles=frozenset({Role.DRAFTER}))):  # fmt: skip
        with pytest.raises(NotPermitted, match="A portion of this document is not shown"):
            enter_position(holding, source)
        with pytest.raises(NotPermitted, match="A portion of this document is not shown"):
            clear.open_package(Plan(id="n", kind=Kind.NOTE, route=(), drafter="LA", subject=source.document))


def test_a_package_is_not_for_those_who_may_not_see_what_its_draft_rests_on(ilvane: Path) -> None:
    clear.open_package(plan())
    one_of_la = Viewer(key="ellwick", level=marking.Level.SECRET, lists=frozenset(LISTS), offices=frozenset({"LA"}))
    with viewing(one_of_la):
        assert [state.package.id for state in packages.packages()] == ["answer"]
    mark("16-telegram-reply", Marking(marking.Level.TOP_SECRET))
    with file.writing_aside():
        models.Draft.objects.get(ident=REDRAFT).rests_on.add(shelf.row("16-telegram-reply"))
    with viewing(one_of_la):
        assert packages.packages() == ()


def test_a_package_called_as_its_volume_is_hides_what_it_cites_all_the_same(ilvane: Path) -> None:
    words = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" n="1" xml:id="d1">
    <head>1. Telegram From the Embassy to the Department</head><p>The ferry runs daily.</p></div></body></text></TEI>"""
    volume = ilvane.with_name("strait62.xml")
    volume.write_text(words, encoding="utf-8")
    build([volume], out=ilvane)
    file.open_file(ilvane)
    clear.open_package(Plan(id="strait62", kind=Kind.NOTE, route=route("LA"), drafter="T", subject="strait62/d1"))
    mark("strait62/d1", Marking(marking.Level.SECRET))
    with viewing(Viewer(key="ellwick", offices=frozenset({"LA"}), roles=frozenset({Role.CLEARER}))):
        assert packages.packages() == ()


def test_a_register_takes_the_place_of_the_one_of_its_name(ilvane: Path) -> None:
    content = (EXAMPLE / "issues.toml").read_bytes()
    take_positions(content, name="issues.toml")
    take_positions(content, name="issues.toml")
    assert len(positions.register().issues) == 14
    take_positions(b'[[issue]]\nid = "dues"\nname = "Dues"\n', name="issues.toml")
    assert [issue.id for issue in positions.register().issues] == ["dues"]


def test_a_position_is_entered_from_a_passage_and_taken_back(ilvane: Path) -> None:
    add_issue(Issue("pilotage", "Pilotage"))
    source = From("09-telegram-instructions", "Begin at eight hundred tons.")
    one = enter_position(Holding(issue="pilotage", actor=Holder("Halvern"), level=Level.PREFERRED), source)
    assert one.date.isoformat() == "1962-09-28"
    (row,) = matrix(positions.register(), one.date).rows
    assert row.cells == ((one,),)
    key = next(each.key for each in positions.kept() if each.entry == one)
    take_back_entry(key)
    assert positions.register().positions == ()
    assert models.IssueEntry.objects.filter(kind="position").count() == 2


def test_an_issue_that_others_rest_on_is_not_taken_back(ilvane: Path) -> None:
    key = add_issue(Issue("pilotage", "Pilotage"))
    confirm_passage("pilotage", From("04-letter", "The tonnage will be argued"))
    with pytest.raises(UnknownEntry, match="Others rest on entry"):
        take_back_entry(key)
    assert len(positions.register().passages) == 1


def test_a_settlement_and_a_withdrawal_count_from_the_day_of_their_paper(ilvane: Path) -> None:
    add_issue(Issue("pilotage", "Pilotage"))
    start = From("09-telegram-instructions", "Begin at eight hundred tons.")
    one = enter_position(Holding(issue="pilotage", actor=Holder("Halvern"), level=Level.PREFERRED), start)
    paper = From("16-telegram-reply", "Five hundred tons accepted.")
    withdraw_position(one.id, paper)
    settle_issue(Outcome(issue="pilotage", standing=Standing.AGREED, according_to=Holder("Halvern")), paper)
    register = positions.register()
    (row,) = matrix(register, register.settlements[0].date).rows
    assert (row.state.standing, row.cells) == (Standing.AGREED, ((),))


def test_words_that_are_not_there_and_issues_that_nobody_entered_are_refused(ilvane: Path) -> None:
    source = From("09-telegram-instructions", "Begin at eight hundred tons.")
    with pytest.raises(UnknownEntry, match="no issue depth"):
        enter_position(Holding(issue="depth", actor=Holder("Halvern"), level=Level.PREFERRED), source)
    with pytest.raises(UnknownDocument, match="is not in"):
        confirm_passage("depth", From("09-telegram-instructions", "Begin at nine hundred tons."))
    assert models.IssueEntry.objects.count() == 0


def test_who_may_not_see_a_document_sees_no_position_that_cites_it(ilvane: Path) -> None:
    take_positions((EXAMPLE / "issues.toml").read_bytes(), name="issues.toml")
    with viewing(Viewer(key="reader")):
        register = positions.register()
        assert {one.at.document for one in register.positions} == {"06-aide-memoire"}  # without a marking
        assert (register.settlements, len(register.issues)) == ((), 14)

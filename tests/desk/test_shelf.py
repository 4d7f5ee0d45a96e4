from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.keeping import kept, letter

from travaux.amend.examine import examine
from travaux.amend.operations import Delete, Instruction, Replace, Words
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.desk import keep, models, shelf
from travaux.errors import UnknownDocument
from travaux.findings import Citation, Finding
from travaux.record.document import Kind
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.parse import parse


def _draft(ident: str, document: str, *, derived_from: str | None = None) -> Draft:
    at = Citation(document, 0, 4)
    article = Provision(ProvisionKind.ARTICLE, "I", content=(Run("Sir:", at),))
    return Draft(id=ident, title="Accord", provisions=(article,), at=at, derived_from=derived_from)


def _proceedings() -> Proceedings:
    at = Citation("accord/d2", 0, 4)
    reason = Finding("no-such-provision", "There is no Article IX.", at)
    made = Instruction(at, "Sir:", (Replace(parse("Article I"), Words("Sir:", at)),))
    refused = Instruction(at, "Sir:", (Delete(parse("Article IX")),))
    return Proceedings(
        drafts=(_draft("a", "accord/d1"), _draft("b", "accord/d2", derived_from="a")),
        steps=(
            Step(made, Outcome.APPLIED, "a", "b"),
            Step(refused, Outcome.REFUSED, "a", findings=(reason,)),
        ),
        findings=(Finding("not-understood", "Something about Article II.", at),),
    )


def test_documents_stand_in_order_of_date_and_an_undated_one_behind_the_one_before_it(desk: Path) -> None:
    kept([letter(1, date="1961-05-01"), letter(2, date=None), letter(3, date="1961-04-01"), letter(4)])
    assert [row.number for row in shelf.rows()] == ["4", "3", "1", "2"]


def test_documents_to_follow_are_those_that_hold_something_in_order_of_date(desk: Path) -> None:
    order = "Delete last sentence of Article IV."
    kept([letter(1, order, date="1961-05-01"), letter(2), letter(3, order, date="1961-04-01")])
    followed = list(shelf.every_examined())
    assert [document.number for document, _ in followed] == ["3", "1"]
    assert all(found == examine(document) for document, found in followed)


@pytest.mark.parametrize("name", ["accord/d12", "d12", "12"])
def test_a_document_is_found_by_its_id_the_end_of_it_or_its_number(desk: Path, name: str) -> None:
    kept([letter(2), letter(12)])
    assert shelf.document(name) == letter(12)


def test_a_name_of_two_documents_is_answered_with_both(desk: Path) -> None:
    kept([letter(1)])
    kept([letter(1, volume="pact")], name="pact.xml")
    with pytest.raises(UnknownDocument, match=r"accord/d1, pact/d1"):
        shelf.document("d1")


def test_an_unknown_name_is_answered_with_names_close_to_it(desk: Path) -> None:
    kept([letter(1), letter(27)])
    with pytest.raises(UnknownDocument, match=r"accord/d27"):
        shelf.document("d270")


def test_a_percent_sign_in_a_name_stands_for_itself(desk: Path) -> None:
    kept([letter(1)])
    with pytest.raises(UnknownDocument):
        shelf.document("%")


def test_proceedings_come_back_as_they_were_kept(desk: Path) -> None:
    kept([letter(1), letter(2)])
    keep.keep_proceedings(_proceedings())
    assert shelf.proceedings() == _proceedings()


def test_new_proceedings_take_the_place_of_the_old(desk: Path) -> None:
    kept([letter(1), letter(2)])
    keep.keep_proceedings(_proceedings())
    keep.keep_proceedings(replace(_proceedings(), steps=(), findings=()))
    assert shelf.proceedings() == replace(_proceedings(), steps=(), findings=())
    assert models.Finding.objects.count() == 0


def test_what_was_noticed_in_reading_outlives_new_proceedings(desk: Path) -> None:
    noticed = Finding("two-dates", "The dateline has two dates.", Citation("accord/d1", 0, 0))
    kept([replace(letter(1), findings=(noticed,)), letter(2)])
    keep.keep_proceedings(Proceedings((), (), ()))
    assert shelf.findings_of(shelf.row("d1")) == (noticed,)


def test_a_document_knows_its_drafts_steps_and_findings(desk: Path) -> None:
    kept([letter(1), letter(2)])
    keep.keep_proceedings(_proceedings())
    row = shelf.row("d2")
    assert [draft.id for draft in shelf.drafts_of(row)] == ["b"]
    assert shelf.steps_of(row) == _proceedings().steps
    assert shelf.findings_of(row) == _proceedings().findings


def test_a_draft_is_looked_up_by_its_id(desk: Path) -> None:
    kept([letter(1), letter(2)])
    keep.keep_proceedings(_proceedings())
    assert shelf.draft("b") == _proceedings().drafts[1]
    with pytest.raises(UnknownDocument, match="a"):
        shelf.draft("aa")


def test_the_file_is_unfinished_until_its_documents_were_followed(desk: Path) -> None:
    kept([letter(1), letter(2)])
    assert shelf.unfinished()
    keep.keep_proceedings(_proceedings())
    assert not shelf.unfinished()


def test_the_overview_counts_what_the_file_holds(desk: Path) -> None:
    kept([letter(1), letter(2, date="1961-05-01")])
    keep.keep_proceedings(_proceedings())
    overview = shelf.overview()
    assert overview.kinds == ((Kind.LETTER, 2),)
    assert (overview.first, overview.last) == (datetime.date(1961, 3, 14), datetime.date(1961, 5, 1))
    assert dict(overview.outcomes) == {Outcome.APPLIED: 1, Outcome.REFUSED: 1}
    assert (overview.documents, overview.drafts, overview.findings) == (2, 2, 2)


def test_a_part_of_an_id_leads_to_what_has_it(desk: Path) -> None:
    kept([replace(letter(1), id="06-aide-memoire"), replace(letter(2), id="07-airgram")])
    with pytest.raises(UnknownDocument) as raised:
        shelf.document("aide")
    assert raised.value.remedy == "Such as there are: 06-aide-memoire."


def test_a_document_is_found_by_how_its_id_begins_up_to_a_hyphen(desk: Path) -> None:
    one, other = replace(letter(1), id="06-aide-memoire"), replace(letter(2), id="accord/06b-note")
    kept([one, other, replace(letter(3), id="folder/07-airgram")])
    assert shelf.document("06").id == one.id
    assert shelf.document("07").id == "folder/07-airgram"
    for name in ("0", "06-aide-m", "folder", "6.", ""):
        with pytest.raises(UnknownDocument):
            shelf.document(name)


def test_of_two_ids_that_begin_alike_neither_is_meant(desk: Path) -> None:
    kept([replace(letter(1), id="06-aide-memoire"), replace(letter(2), id="06-annex")])
    with pytest.raises(UnknownDocument, match="More than one document is called 06"):
        shelf.document("06")

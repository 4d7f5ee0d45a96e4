from __future__ import annotations

import datetime
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.amend.made_up import citations, drafts, findings, instructions, steps, words

from travaux.amend import trees
from travaux.amend.operations import Operation
from travaux.amend.proceedings import Examined, Step
from travaux.desk import convert, models
from travaux.desk.ready import ready
from travaux.desk.rows import DOCUMENT
from travaux.findings import Finding
from travaux.record.document import Document, Withheld
from travaux.text.draft import Draft

amounts = st.none() | st.floats(0, 1000)
withheld = st.builds(Withheld, at=citations, text=words, amount=amounts, unit=st.none() | words)
documents = st.builds(
    Document,
    id=words,
    findings=st.lists(findings, max_size=2).map(tuple),
    withheld=st.lists(withheld, max_size=2).map(tuple),
    references=st.just(()),
)
examined = st.builds(
    Examined,
    st.lists(drafts, max_size=2).map(tuple),
    st.lists(instructions, max_size=2).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(documents, examined)
def test_a_document_comes_back_from_its_row_as_it_was(document: Document, found: Examined) -> None:
    made = ready(document, found)
    row = models.Document(tree=made.tree.decode(), **dict(zip(DOCUMENT.split(", "), made.row, strict=True)))
    assert convert.document(row) == document
    assert convert.examined(row) == found


@quick
@given(drafts)
def test_a_draft_comes_back_from_its_row_as_it_was(draft: Draft) -> None:
    row = convert.draft_row(draft, document=models.Document(), derived_from=None, position=0)
    assert convert.draft(row) == draft


@quick
@given(steps)
def test_a_step_comes_back_from_its_row_with_operations_of_the_same_kind(step: Step) -> None:
    row = convert.step_row(step, document=models.Document(), base=None, result=None, position=0)
    back = convert.step(row)
    assert back == step
    assert [type(each) for each in back.instruction.operations] == [type(each) for each in step.instruction.operations]


@quick
@given(findings)
def test_a_finding_comes_back_from_its_row_as_it_was(finding: Finding) -> None:
    document = models.Document(ident=finding.at.document)
    row = convert.finding_row(finding, document=document, stage=models.Stage.READING)
    assert convert.finding(row) == finding


def test_a_text_that_was_asked_for_is_not_stored_twice() -> None:
    document = Document(id="a/d1", title="A letter", kind="letter", body=(), date=datetime.date(1961, 3, 14))
    tree = trees.tree(document)
    assert document.text == ""
    assert trees.tree(document) == tree


def test_every_operation_that_an_instruction_can_mean_can_be_stored() -> None:
    assert set(trees.OPERATIONS.values()) == set(get_args(Operation))

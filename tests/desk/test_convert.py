from __future__ import annotations

import datetime
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from travaux.amend.operations import DeleteStretch, Instruction, Operation, Place, Status, Where, Words
from travaux.amend.proceedings import Examined, Outcome, Step
from travaux.amend.succession import Succession
from travaux.desk import convert, models, trees
from travaux.desk.ready import ready
from travaux.desk.rows import DOCUMENT
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document, Withheld
from travaux.text.address import Address
from travaux.text.address import Step as AddressStep
from travaux.text.draft import Draft, Provision, ProvisionKind, Run

words = st.text(min_size=1, max_size=12)
citations = st.builds(
    lambda document, start, length, note: Citation(document, start, start + length, note),
    words,
    st.integers(0, 10**6),
    st.integers(0, 10**4),
    st.text(max_size=2),
)
findings = st.builds(
    Finding,
    code=words,
    message=words,
    at=citations,
    remedy=st.text(max_size=5),
    severity=st.sampled_from(Severity),
)
amounts = st.none() | st.floats(0, 1000)
withheld = st.builds(Withheld, at=citations, text=words, amount=amounts, unit=st.none() | words)
documents = st.builds(
    Document,
    id=words,
    findings=st.lists(findings, max_size=2).map(tuple),
    withheld=st.lists(withheld, max_size=2).map(tuple),
    references=st.just(()),
)
runs = st.lists(st.builds(Run, words, citations), max_size=3).map(tuple)
leaves = st.builds(
    Provision,
    kind=st.sampled_from(ProvisionKind),
    number=words,
    label=runs,
    content=runs,
    children=st.just(()),
)
provisions = st.recursive(
    leaves,
    lambda below: st.builds(
        Provision,
        kind=st.sampled_from(ProvisionKind),
        content=runs,
        children=st.lists(below, max_size=3).map(tuple),
    ),
    max_leaves=6,
)
drafts = st.builds(
    Draft,
    id=words,
    title=words,
    provisions=st.lists(provisions, min_size=1, max_size=3).map(tuple),
    at=citations,
)
addresses = st.builds(Address, st.lists(st.from_type(AddressStep), min_size=1, max_size=3).map(tuple))
places = st.builds(Place, where=st.sampled_from(Where), anchor=words, unit=st.none() | addresses)
quoted = st.builds(Words, words, citations)
for kind, strategy in ((Address, addresses), (Place, places), (Words, quoted)):
    st.register_type_strategy(kind, strategy)
# A stretch begins with words or after words, never with both.
begun = st.one_of(words.map(lambda each: {"first": each}), words.map(lambda each: {"after": each}))
cut_out = st.builds(lambda target, last, begins: DeleteStretch(target, last=last, **begins), addresses, words, begun)
operations = st.one_of([cut_out if kind is DeleteStretch else st.builds(kind) for kind in get_args(Operation)])
instructions = st.builds(
    Instruction,
    at=citations,
    words=words,
    operations=st.lists(operations, min_size=1, max_size=4).map(tuple),
    status=st.sampled_from(Status),
    text_named=st.text(max_size=5),
    alternative=st.booleans(),
    reported=st.booleans(),
    doubts=st.lists(findings, max_size=1).map(tuple),
)
examined = st.builds(
    Examined,
    st.lists(drafts, max_size=2).map(tuple),
    st.lists(instructions, max_size=2).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
)
steps = st.builds(
    Step,
    instruction=instructions,
    outcome=st.sampled_from(Outcome),
    base=st.text(max_size=5),
    result=st.text(max_size=5),
    findings=st.lists(findings, max_size=2).map(tuple),
    successions=st.lists(st.builds(Succession, addresses, st.none() | addresses), max_size=2).map(tuple),
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

"""Drafts, instructions and steps of every shape that their types allow, for what must keep them all."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from travaux.amend.operations import DeleteStretch, Instruction, Operation, Place, Status, Where, Words
from travaux.amend.proceedings import Outcome, Step
from travaux.amend.succession import Succession
from travaux.findings import Citation, Finding, Severity
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
    date=st.none() | st.dates(),
    proposed_by=st.none() | words,
    derived_from=st.none() | words,
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
    proposer=st.text(max_size=5),
    reason=st.none() | quoted,
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

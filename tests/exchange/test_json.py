"""A draft in JSON comes back exactly as it was, with all that came with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.amend.made_up import drafts, instructions, steps

from travaux.errors import UnreadableInput
from travaux.exchange.export import export
from travaux.exchange.formats import format_named
from travaux.exchange.paper import Paper
from travaux.exchange.receive import receive

papers = st.builds(
    Paper,
    draft=drafts,
    before=st.none() | drafts,
    between=st.lists(drafts, max_size=1).map(tuple),
    made_by=st.lists(steps, max_size=2).map(tuple),
    orders=st.lists(instructions, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers)
def test_a_paper_comes_back_from_json_as_it_was(paper: Paper) -> None:
    received = receive(format_named("json").module.write(paper), name="paper.json")

    assert received.paper == paper
    assert received.findings == ()


@settings(deadline=None)
@given(drafts)
def test_words_that_somebody_changed_are_told(draft: object) -> None:
    written = json.loads(export(Paper(draft), to=format_named("json")))  # type: ignore[arg-type]
    written["sha256"] = "0" * 64

    (finding,) = receive(json.dumps(written).encode(), name="paper.json").findings

    assert finding.code == "words-changed"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"format": "travaux-draft", "version": 9, "sha256": "", "sources": [], "text": ""', "truncated"),
        (b'{"format": "travaux-draft", "sha256": 1}', "Expected `str`, got `int` - at `$.sha256`"),
    ],
)
def test_broken_json_is_refused_with_file_and_place(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=r"broken\.json") as refused:
        receive(content, name="broken.json")

    assert said in str(refused.value)


def test_a_file_in_no_format_of_exchange_is_refused_with_the_cure() -> None:
    with pytest.raises(UnreadableInput, match=r"letter.txt: It is in no format .* travaux build"):
        receive(b"Dear Anna:", name="letter.txt")

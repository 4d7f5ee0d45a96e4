"""What texts refer to, case by case: `draft.txt`, the register and its texts; `references.txt` is what is found."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.status.cased import cased
from tests.text.golden import cases, hold

from travaux.status.mentions import mentions
from travaux.status.references import Found, Reference, references
from travaux.status.register import Register
from travaux.text.locate import locate


@pytest.mark.parametrize("case", cases("status", "references"))
def test_the_draft_refers_to_these(case: Path) -> None:
    it = cased(case)
    found = references(it.draft, it.register, texts=it.texts)

    told = [_said(each) for each in found.references]
    hold(case, references="\n".join([*told, *(f"finding, {each.code}: {each.message}" for each in found.findings)]))


def _said(each: Reference) -> str:
    whose = "own" if each.own else each.instrument or " or ".join(each.choices) or "-"
    return f"in {each.within}: “{each.words}” -> {each.found}, {whose}{f', {each.provision}' if each.provision else ''}"


@pytest.mark.parametrize("case", cases("status", "references"))
def test_every_provision_said_to_be_found_stands_in_its_text(case: Path) -> None:
    it = cased(case)
    for each in references(it.draft, it.register, texts=it.texts).references:
        if each.found is Found.PROVISION:
            assert each.provision is not None
            assert locate(it.draft if each.own else it.texts[each.instrument], each.provision)


@pytest.mark.parametrize("case", cases("status", "references"))
def test_without_a_register_nothing_but_the_text_itself_is_found(case: Path) -> None:
    found = references(cased(case).draft, Register()).references

    assert all(each.own for each in found if each.found in (Found.INSTRUMENT, Found.PROVISION))


@pytest.mark.parametrize("case", cases("status", "references"))
def test_the_order_of_the_register_changes_nothing(case: Path) -> None:
    it = cased(case)
    turned = replace(it.register, instruments=it.register.instruments[::-1])
    one = references(it.draft, it.register, texts=it.texts).references
    other = references(it.draft, turned, texts=it.texts).references

    assert [replace(each, choices=tuple(sorted(each.choices))) for each in one] == [
        replace(each, choices=tuple(sorted(each.choices))) for each in other
    ]


_PIECES = st.sampled_from(
    [
        "the Convention",
        "this Treaty",
        "of June 2, 1931",
        "the said Agreement",
        "Article 4",
        "and",
        ",",
        "on Pilots",
        "of",
        "the",
    ]
)


@given(st.lists(_PIECES, max_size=14))
def test_mentions_stand_in_the_line_in_order_and_none_in_another(pieces: list[str]) -> None:
    line = " ".join(pieces)
    found = list(mentions(line, frozenset({"Convention on Pilots"})))

    assert all(line[each.start : each.end] == each.words for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))

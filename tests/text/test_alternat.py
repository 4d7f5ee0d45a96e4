"""The text with the other party first, case by case; what holds of any text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import drafts

from travaux.errors import UnreadableInput
from travaux.record.document import Kind
from travaux.text.alternat import alternat
from travaux.text.draft import Draft
from travaux.text.outline import outline
from travaux.text.parties import Party

BOTH = (Party("Republic of Ardal"), Party("Kingdom of Sorne"))


def _draft(words: str) -> Draft:
    (draft,) = outline(document("text", words, kind=Kind.AGREEMENT))
    return draft


def _words(draft: Draft) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s]", draft.text.casefold()))


@pytest.mark.parametrize("case", cases("text", "alternat"))
def test_the_other_party_comes_first(case: Path) -> None:
    told = alternat(_draft(read(case / "text.txt")))

    found = "\n".join(finding.message for finding in told.findings) or "Nothing."
    hold(case, alternat=told.draft.text, to_look_at=found)


@pytest.mark.parametrize("case", cases("text", "alternat"))
def test_done_twice_it_gives_the_text_back(case: Path) -> None:
    draft = _draft(read(case / "text.txt"))
    again = alternat(alternat(draft).draft).draft

    assert again.text == draft.text
    assert again.id == draft.id


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_no_word_is_lost_or_invented_in_any_text(draft: Draft) -> None:
    told = alternat(draft, between=BOTH)

    assert _words(told.draft) == _words(draft)
    assert alternat(told.draft, between=BOTH[::-1]).draft.text == draft.text


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_every_word_keeps_its_origin(draft: Draft) -> None:
    told = alternat(draft, between=BOTH).draft

    for provision in told.walk():
        for run in provision.line:
            cited = document("agreement", draft.text).text[run.origin.start : run.origin.end]
            assert cited.casefold() == run.words.casefold()


def test_a_text_that_does_not_say_between_whom_it_is_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="between which two"):
        alternat(_draft("TREATY ON THE FERRY\nArticle 1\nIt runs.\nArticle 2\nIt is free."))

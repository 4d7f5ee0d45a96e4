"""Comparisons that a lawyer can read: a folder a case, with the text before and after and what is said of them.

comparison.txt has every provision that changed, and its redline: [-gone-], {+new+}, [<moved away>], {>moved here<};
substance.txt the same without changes of form, where there are some.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.text.golden import cases, document, hold, read

from travaux.compare.comparison import Comparison, comparison
from travaux.compare.in_words import in_words
from travaux.compare.render import as_text
from travaux.record.document import Kind
from travaux.text.draft import Draft
from travaux.text.outline import outline


def _draft(words: str, name: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _told(compared: Comparison, *, substance: bool = False) -> str:
    sections = [each for each in compared.sections if (each.substantial if substance else each.changed)]
    texts = (f"{in_words(each)}\n{as_text(each.redline, substance=substance)}".rstrip() for each in sections)
    return "\n\n".join(texts)


@pytest.mark.parametrize("case", cases("compare", "drafts"))
def test_two_drafts_are_compared(case: Path) -> None:
    before, after = (_draft(read(case / f"{name}.txt"), name) for name in ("before", "after"))
    compared = comparison(before, after)

    assert compared.redline.accepted == after.text
    assert compared.redline.rejected == before.text
    given = {"comparison": _told(compared)}
    if compared.formal:
        given["substance"] = _told(compared, substance=True)
    hold(case, **given)

"""The looks that drafts have in the record, case by case: the document as read, and the tree found in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.text.golden import cases, document, hold, read

from travaux.text.draft import Draft, Provision, words_of
from travaux.text.outline import outline


@pytest.mark.parametrize("case", cases("text", "outline"))
def test_the_drafts_in_a_document_are_found_as_trees(case: Path) -> None:
    letter = document("letter", read(case / "document.txt"))
    drafts = outline(letter)

    hold(case, tree="\n\n".join(map(drawn, drafts)) or "No draft.")
    for draft in drafts:
        assert all(letter.passage(run.origin) == run.words for each in draft.walk() for run in each.line)


def drawn(draft: Draft) -> str:
    return "\n".join([f"{draft.id}: {draft.title}", *(line for each in draft.provisions for line in _lines(each, 1))])


def _lines(provision: Provision, depth: int) -> Iterator[str]:
    """One line a provision: its kind and number, its label in square brackets, its own words."""
    name = f"{provision.kind.value} {provision.number}".rstrip()
    label = f" [{words_of(provision.label)}]" if provision.label else ""
    yield f"{'  ' * depth}{name}:{label} {words_of(provision.content)}".rstrip()
    for child in provision.children:
        yield from _lines(child, depth + 1)

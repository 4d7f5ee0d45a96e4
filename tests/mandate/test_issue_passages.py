"""Which passages are proposed as on an issue."""

from __future__ import annotations

import pytest

from travaux.mandate.issue import Issue
from travaux.mandate.issue_passages import issue_passages, naming, proposed
from travaux.mandate.issue_register import IssueRegister
from travaux.record.document import Block, BlockKind, Document, Kind

KNOWN = IssueRegister(
    (Issue("area", "Treaty Area", aliases=("approaches",)), Issue("deep", "Depth of the fairway", parent="area"))
)


def letter(*words: str, kind: BlockKind = BlockKind.PARAGRAPH, ident: str = "d1") -> Document:
    return Document(id=ident, title="", kind=Kind.LETTER, body=tuple(Block(kind, each) for each in words))


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("Treaty Area. The Convention speaks of the Strait.", "Treaty Area", "run-in heading"),
        ("2. Number of vessels. He asked for no limit.", "Number of vessels", "numbered item"),
        ("(2) Transit area. Draft covers the Strait.", "Transit area", "numbered item"),
        ("Use of Bases: The Department believes otherwise.", "Use of Bases", "run-in heading"),
    ],
)
def test_a_caption_opens_a_passage_on_an_issue(words: str, name: str, how: str) -> None:
    (found,) = issue_passages(letter(words))
    assert (found.name, found.how.value) == (name, how)


@pytest.mark.parametrize(
    "words",
    [
        "Dear Roland: You asked me at the New Year.",
        "Ambassador Carrowmere: It is late.",
        "Article VI. Substitute the following.",
        "Comment: This is for the Chamber.",
        "We agree. The rest follows.",
        "Topad 1427. Discussed with Ridgway.",
        "John M. Allison was there.",
        "October 25. The meeting ended.",
        "Army: No comment.",
    ],
)
def test_what_opens_otherwise_is_no_caption(words: str) -> None:
    assert issue_passages(letter(words)) == ()


def test_a_passage_goes_on_to_the_next_caption() -> None:
    document = letter("Dues. Free stores.", "And fuel.", "Duration. Ten years.")
    first, second = issue_passages(document)
    assert document.passage(first.at) == "Dues. Free stores.\nAnd fuel."
    assert document.passage(second.at) == "Duration. Ten years."
    assert document.passage(first.caption) == "Dues"


def test_the_sides_that_took_part_are_no_issues() -> None:
    body = (
        Block(BlockKind.HEADING, "PARTICIPANTS"),
        Block(BlockKind.HEADING, "Corvany"),
        Block(BlockKind.ITEM, "Baron Vasarel"),
        Block(BlockKind.PARAGRAPH, "They met."),
        Block(BlockKind.HEADING, "Pilots at Night"),
        Block(BlockKind.PARAGRAPH, "They were discussed."),
    )
    document = Document(id="d1", title="", kind=Kind.CONVERSATION, body=body)
    assert [each.name for each in issue_passages(document)] == ["Pilots at Night"]


def test_a_caption_is_known_by_any_name_of_the_issue() -> None:
    found = issue_passages(letter("1. The treaty area. It is wide.", "2. Approaches. They are wider."), KNOWN)
    assert [each.issue for each in found] == ["area", "area"]


def test_captions_of_one_name_are_proposed_as_one_issue() -> None:
    passages = [*issue_passages(letter("Dues. None.")), *issue_passages(letter("3. Dues. Some.", ident="d2"))]
    (one,) = proposed(passages)
    assert (one.name, [each.at.document for each in one.passages]) == ("Dues", ["d1", "d2"])


def test_words_name_the_issue_with_the_longest_name_first() -> None:
    named = naming("the depth of the fairway in the Treaty Area", KNOWN)
    assert [issue.id for issue in named] == ["deep", "area"]

"""A sheet shows every word of its draft once, and of a redline both texts."""

from __future__ import annotations

from hypothesis import given, settings
from tests.amend.made_up import drafts as any_drafts
from tests.text.instruments import agreement, drafts

from travaux.compare.redline import Change
from travaux.exchange.lay_out import lay_out
from travaux.exchange.paper import Paper, fingerprint
from travaux.exchange.sheet import Line, Manner, Sheet
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.outline import outline

FERRY = ["Ferry Treaty", "Article 1", "1. It runs daily:", "(a) in summer;", "2. It is free.", "Article 2", "It rests."]


def _ferry(**changed: str) -> Draft:
    (draft,) = outline(agreement([changed.get(line.split()[0], line) for line in FERRY]))
    return draft


def _spelled(sheet: Sheet, *changes: Change) -> list[str]:
    lines = [[each.words for each in line.stretches if each.change in changes] for line in sheet.lines]
    return ["".join(words) for words in lines if words]


@settings(deadline=None)
@given(any_drafts)
def test_the_lines_of_a_sheet_are_the_draft_as_printed(draft: Draft) -> None:
    lines = [line for provision in draft.provisions for line in provision.lines]

    sheet = lay_out(Paper(draft))

    assert [line.words for line in sheet.lines] == ["".join(run.words for run in line) for line in lines]


@settings(max_examples=60, deadline=None)
@given(drafts(), drafts())
def test_a_redline_on_a_sheet_spells_the_earlier_and_the_later_text(before: Draft, after: Draft) -> None:
    sheet = lay_out(Paper(after, before=before))

    # Words that moved are shown where they stood, too.
    stood = "".join(_spelled(sheet, Change.KEPT, Change.DELETED))
    assert sorted(stood) == sorted(before.text.replace("\n", ""))
    assert "\n".join(_spelled(sheet, Change.KEPT, Change.INSERTED)) == after.text


def test_a_line_knows_what_it_is_how_it_is_called_and_how_deep_it_stands() -> None:
    sheet = lay_out(Paper(_ferry()))

    assert [(line.kind.value, "".join(each.words for each in line.label), line.depth) for line in sheet.lines] == [
        ("title", "", 0),
        ("article", "Article 1", 0),
        ("paragraph", "1. ", 0),
        ("subparagraph", "(a) ", 1),
        ("paragraph", "2. ", 0),
        ("article", "Article 2", 0),
        ("paragraph", "", 0),
    ]


def test_a_changed_line_keeps_its_label_apart() -> None:
    after = _ferry(**{"(a)": "(a) in winter;"})

    line = next(line for line in lay_out(Paper(after, before=_ferry())).lines if line.is_whole is None)

    assert (line.kind, [each.words for each in line.label]) == (ProvisionKind.SUBPARAGRAPH, ["(a) "])
    assert [(each.words, each.change.value) for each in line.content] == [
        ("in ", "kept"), ("summer", "deleted"), ("winter", "inserted"), (";", "kept"),
    ]  # fmt: skip


def test_a_label_that_goes_is_not_taken_for_content() -> None:
    before, after = _ferry(), _ferry(**{"2.": "It is free."})

    lines = [line for line in lay_out(Paper(after, before=before)).lines if "free" in line.words]

    assert [(each.words, each.change.value) for line in lines for each in line.stretches] == [
        ("2. ", "deleted"), ("It is free.", "kept"),
    ]  # fmt: skip


def test_a_sheet_names_its_draft_its_hash_its_date_and_its_sources() -> None:
    (told,) = lay_out(Paper(_ferry())).about

    assert told.sha256 == fingerprint(_ferry())
    assert dict(told.facts)["Draft"] == "agreement/draft"
    assert dict(told.facts)["Sources"] == "agreement"
    assert dict(told.facts)["Date"] == "undated"


def test_a_redline_names_both_drafts() -> None:
    after = _ferry(**{"2.": "2. It costs."})

    assert [told.sha256 for told in lay_out(Paper(after, before=_ferry())).about] == [
        fingerprint(_ferry()),
        fingerprint(after),
    ]


def test_a_line_says_whether_all_of_it_changed() -> None:
    after = _ferry(**{"It": "It sleeps."})
    lines = [piece for piece in lay_out(Paper(after)).pieces if isinstance(piece, Line)]

    assert {line.is_whole for line in lines} == {Manner.KEPT}

"""What changed, as data: the earlier and the later text can both be spelled from it, letter for letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.golden import document
from tests.text.instruments import PARAGRAPHS, drafts

from travaux.compare.align import align
from travaux.compare.redline import Change, Redline, of_pair, redline
from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of
from travaux.text.outline import outline

_LINES = st.one_of(PARAGRAPHS, st.text(min_size=1, max_size=30))


def _provision(lines: list[str], document: str) -> Provision:
    children = tuple(
        Provision(ProvisionKind.PARAGRAPH, content=(Run(line, Citation(document, 0, len(line))),)) for line in lines
    )
    return Provision(ProvisionKind.ARTICLE, "1", children=children)


def _spelled(given: Redline, *changes: Change) -> list[str]:
    """The lines that the spans of these changes spell, without those that have none."""
    lines = [[span for span in line.spans if span.change in changes] for line in given.lines]
    return ["".join(span.words for span in line) for line in lines if line]


def _printed(text: Provision) -> list[str]:
    return [words_of(line) for line in text.lines]


def _told(before: str, after: str) -> list[tuple[str, str]]:
    (line,) = redline(_provision([before], "d1"), _provision([after], "d2")).lines
    return [(span.change.value, span.words) for span in line.spans]


@given(st.lists(_LINES, max_size=5), st.lists(_LINES, max_size=5))
def test_what_is_kept_and_inserted_spells_the_later_text(before: list[str], after: list[str]) -> None:
    given_lines = redline(_provision(before, "d1"), _provision(after, "d2"))

    assert given_lines.accepted == "\n".join(after)


@given(st.lists(_LINES, max_size=5), st.lists(_LINES, max_size=5))
def test_what_is_kept_and_deleted_spells_the_earlier_text(before: list[str], after: list[str]) -> None:
    given_lines = redline(_provision(before, "d1"), _provision(after, "d2"))

    assert given_lines.rejected == "\n".join(before)


@given(st.lists(_LINES, max_size=6))
def test_a_text_does_not_differ_from_itself(lines: list[str]) -> None:
    assert not redline(_provision(lines, "d1"), _provision(lines, "d2")).changed


@given(st.lists(_LINES, max_size=5), st.lists(_LINES, max_size=5))
def test_texts_that_differ_are_shown_to_differ(before: list[str], after: list[str]) -> None:
    assert redline(_provision(before, "d1"), _provision(after, "d2")).changed == (before != after)


@settings(max_examples=50, deadline=None)
@given(drafts(), drafts())
def test_the_redline_of_two_drafts_spells_the_later_one_in_its_order(before: Draft, after: Draft) -> None:
    given_lines = redline(before, after)

    assert given_lines.accepted == after.text


@settings(max_examples=50, deadline=None)
@given(drafts(), drafts())
def test_the_redline_of_two_drafts_with_all_rejected_spells_the_earlier_one(before: Draft, after: Draft) -> None:
    assert redline(before, after).rejected == before.text


@settings(max_examples=50, deadline=None)
@given(drafts())
def test_a_draft_does_not_differ_from_itself(draft: Draft) -> None:
    assert not redline(draft, draft).changed
    assert all(pair.before is pair.after or pair.before == pair.after for pair in align(draft, draft))


def test_one_word_exchanged_is_one_deletion_and_one_insertion() -> None:
    assert _told("The ferry runs daily.", "The ferry runs weekly.") == [
        ("kept", "The ferry runs "), ("deleted", "daily"), ("inserted", "weekly"), ("kept", "."),
    ]  # fmt: skip


def test_a_blank_between_two_changed_words_parts_no_change() -> None:
    assert _told("The old ferry runs.", "The new boat runs.") == [
        ("kept", "The "), ("deleted", "old ferry"), ("inserted", "new boat"), ("kept", " runs."),
    ]  # fmt: skip


def test_a_line_with_other_words_is_one_gone_and_one_come() -> None:
    lines = redline(_provision(["The ferry runs daily."], "d1"), _provision(["Nobody pays dues here"], "d2")).lines

    assert [[span.change.value for span in line.spans] for line in lines] == [["deleted"], ["inserted"]]


def test_a_text_that_is_not_there_is_wholly_inserted_or_deleted() -> None:
    article = _provision(["One.", "Two."], "d1")

    assert _spelled(redline(None, article), Change.INSERTED) == _printed(article)
    assert _spelled(redline(article, None), Change.DELETED) == _printed(article)
    assert redline(None, None).lines == ()


def test_kept_words_show_the_runs_of_the_later_text_and_deleted_ones_of_the_earlier() -> None:
    (line,) = redline(_provision(["The ferry runs."], "d1"), _provision(["The boat runs."], "d2")).lines
    origins = [{run.origin.document for run in span.runs} for span in line.spans]

    assert origins == [{"d2"}, {"d1"}, {"d2"}, {"d2"}]


def test_an_article_that_only_moved_is_not_shown_as_changed_but_for_its_number() -> None:
    first, second = (
        outline(document(id, words, kind=Kind.AGREEMENT))[0]
        for id, words in (
            ("d1", "Article 1\nThe ferry runs daily.\nArticle 2\nFares are free for all."),
            (
                "d2",
                "Article 1\nThe ferry runs daily.\nArticle 2\nDogs stay ashore.\nArticle 3\nFares are free for all.",
            ),
        )
    )
    moved = next(pair for pair in align(first, second) if pair.after and pair.after.number == "3")

    changed = [span.words for line in of_pair(moved).lines for span in line.spans if span.change is not Change.KEPT]
    assert changed == ["2", "3"]

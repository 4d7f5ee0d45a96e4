"""The drafting history of a provision: every version, who changed it by which words, and what was left undone."""

from __future__ import annotations

import datetime

import pytest
from tests.text.golden import CASES, document, read

from travaux.amend.follow import follow
from travaux.amend.proceedings import Outcome, Proceedings
from travaux.compare.redline import Change
from travaux.errors import UnknownProvision
from travaux.history.lineage import lineages
from travaux.history.trace import History, trace
from travaux.record.document import Document, Kind
from travaux.text.parse import parse

FERRY = read(CASES / "amend" / "good" / "delete_an_article" / "before.txt")
CABLE = read(CASES / "amend" / "good" / "delete_a_subparagraph" / "before.txt")


def _document(id: str, day: int, words: str, kind: Kind = Kind.TELEGRAM) -> Document:
    return document(id, words, kind=kind, date=datetime.date(1962, 1, day), sender="The Ministry")


def _telegram(id: str, day: int, words: str) -> Document:
    return _document(id, day, f"Our draft treaty should be changed.\n{words}")


RECORD = (
    _document("tabled", 1, FERRY, Kind.MEMORANDUM),
    _telegram("first", 2, "Article I. Replace “daily” with “weekly.”"),
    _telegram("second", 3, "Article IV. Replace “four” with “six.”"),
    _telegram("fourth", 5, "Article I. Delete last sentence."),
    _document("redraft", 6, FERRY.replace("daily", "monthly"), Kind.MEMORANDUM),
    _telegram("fifth", 7, "Article I should be deleted."),
)


def _history(address: str, *documents: Document) -> History:
    return trace(follow(documents), documents, parse(address))


def _changes(history: History, index: int) -> list[tuple[str, str]]:
    redline = history.versions[index].redline
    assert redline is not None
    spans = [span for line in redline.lines for span in line.spans if span.change is not Change.KEPT]
    return [(span.change.value, span.words) for span in spans]


def test_the_versions_of_an_article_stand_in_order_of_date() -> None:
    history = _history("Article I", *RECORD)

    assert [version.document.id for version in history.versions] == ["tabled", "first", "fourth", "redraft", "fifth"]


def test_the_order_in_which_the_documents_come_does_not_matter() -> None:
    assert _history("Article I", *reversed(RECORD)) == _history("Article I", *RECORD)


def test_a_document_that_changes_another_article_gives_no_version() -> None:
    assert "second" not in [version.document.id for version in _history("Article I", *RECORD).versions]


def test_each_version_shows_what_changed_since_the_one_before() -> None:
    history = _history("Article I", *RECORD)

    assert history.versions[0].redline is None
    assert _changes(history, 1) == [("deleted", "daily"), ("inserted", "weekly")]
    assert _changes(history, 2) == [("deleted", " It shall carry persons, goods and mails.")]


def test_each_version_names_the_instructions_that_gave_it() -> None:
    history = _history("Article I", *RECORD)
    words = [[step.instruction.words for step in version.steps] for version in history.versions]

    assert words[0] == []
    assert "Replace “daily” with “weekly.”" in words[1][0]
    assert words[3] == []


def test_a_version_that_drops_the_provision_has_none() -> None:
    last = _history("Article I", *RECORD).versions[-1]

    assert last.document.id == "fifth"
    assert last.provision is None
    assert last.redline is not None and last.redline.changed


def test_a_change_that_does_not_fit_is_listed_with_its_reason() -> None:
    history = _history("Article I", RECORD[0], _telegram("stray", 2, "Article I. Delete “by night.”"))
    (step,) = history.not_applied

    assert step.instruction.at.document == "stray"
    assert step.findings[-1].code == "words-not-found"


def test_changes_of_other_articles_that_were_left_undone_are_not_listed() -> None:
    assert _history("Article III", RECORD[0], _telegram("stray", 2, "Article I. Delete “by night.”")).not_applied == ()


def test_a_document_that_confirms_the_text_is_told() -> None:
    confirming = _telegram("confirming", 3, "Article I. Replace “daily” with “weekly.”")
    documents = (*RECORD[:2], confirming)
    history = _history("Article I", *documents)

    confirmed = [step for version in history.versions for step in version.steps if step.outcome is Outcome.ASSUMED]
    assert [step.instruction.at.document for step in confirmed] == ["confirming"]


def test_the_instructions_of_a_version_stand_in_its_own_document() -> None:
    confirming = _telegram("confirming", 4, "Article I. Replace “daily” with “weekly.”")
    history = _history("Article I", *RECORD[:3], confirming)

    for version in history.versions:
        assert {step.instruction.at.document for step in version.steps} <= {version.document.id}


def test_a_recital_and_a_paragraph_are_traced_like_an_article() -> None:
    order = _telegram("order", 2, "Article II, paragraph 1. Replace “equal” with “fair.”")

    assert len(_history("Article II, paragraph 1", RECORD[0], order).versions) == 2
    assert len(_history("Article II, paragraph 2", RECORD[0], order).versions) == 1
    assert len(_history("first recital of the Preamble", RECORD[0], order).versions) == 1


def test_a_sentence_is_traced_by_its_own_words() -> None:
    order = _telegram("order", 2, "Article I. Replace “daily” with “weekly.”")
    history = _history("second sentence of Article I", RECORD[0], order)

    assert [version.document.id for version in history.versions] == ["tabled"]


def test_a_provision_that_no_draft_has_is_an_error_that_says_what_there_is() -> None:
    with pytest.raises(UnknownProvision, match=r"No draft of the record has Article XX\.") as caught:
        _history("Article XX", *RECORD)

    assert caught.value.remedy == "The latest draft has Articles II to V."


def test_a_provision_is_followed_through_the_numbers_that_a_consolidation_gave() -> None:
    order = _telegram("order", 2, "Delete Article II and renumber the remaining articles accordingly.")
    later = _telegram("later", 3, "Article III. Replace “Commission” with “Board.”")
    history = _history("Article III", RECORD[0], order, later)

    assert [(version.document.id, str(version.at)) for version in history.versions] == [
        ("tabled", "Article IV"),
        ("order", "Article III"),
        ("later", "Article III"),
    ]
    assert _changes(history, 2) == [("deleted", "Commission"), ("inserted", "Board")]
    assert [str(version.at) for version in history.also[0]] == ["Article III", "Article II"]


def test_what_a_consolidation_took_away_has_no_later_place() -> None:
    order = _telegram("order", 2, "Delete Article II and renumber the remaining articles accordingly.")
    history = _history("Article II", RECORD[0], order)
    (gone,) = history.also

    assert [version.provision is None for version in gone] == [False, True]
    assert gone[0].provision is not None and "share the cost" in gone[0].provision.text


def test_a_record_without_drafts_says_so() -> None:
    with pytest.raises(UnknownProvision) as caught:
        trace(Proceedings((), (), ()), (), parse("Article I"))

    assert caught.value.remedy == "No draft was found in the record at all."


def test_a_provision_in_several_instruments_is_an_error_that_names_them() -> None:
    documents = (*RECORD, _document("cable", 8, CABLE, Kind.MEMORANDUM))
    with pytest.raises(UnknownProvision) as caught:
        _history("Article 1", *documents)

    assert "“DRAFT TREATY ON THE FERRY OF MORVEN”" in caught.value.message
    assert "“DRAFT TREATY ON THE CABLE OF THE NARROW SEA”" in caught.value.message
    assert "tabled/draft" in caught.value.remedy and "cable/draft" in caught.value.remedy


def test_each_instrument_has_a_lineage_of_its_own() -> None:
    documents = (*RECORD, _document("cable", 8, CABLE, Kind.MEMORANDUM))
    ferry, cable = lineages(follow(documents))

    assert (ferry.first.id, cable.first.id) == ("tabled/draft", "cable/draft")
    assert len(ferry.proceedings.drafts) == 6
    assert [version.document.id for version in trace(cable.proceedings, documents, parse("Article 1")).versions] == [
        "cable"
    ]


def test_the_lineages_hold_every_draft_once() -> None:
    proceedings = follow((*RECORD, _document("cable", 8, CABLE, Kind.MEMORANDUM)))
    held = [draft for each in lineages(proceedings) for draft in each.proceedings.drafts]

    assert sorted(draft.id for draft in held) == sorted(draft.id for draft in proceedings.drafts)

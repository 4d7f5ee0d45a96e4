"""Single operations on a small draft, where the rule is finer than a case can show."""

from __future__ import annotations

import pytest
from tests.text.golden import CASES, document, read

from travaux.amend import operations as ops
from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.findings import Citation, Severity
from travaux.record.document import Kind
from travaux.text.address import WHOLE
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate, provision_at
from travaux.text.outline import outline
from travaux.text.parse import parse

AT = Citation("telegram", 0, 200)


@pytest.fixture(scope="module")
def draft() -> Draft:
    ferry = read(CASES / "amend" / "good" / "delete_an_article" / "before.txt")
    (draft,) = outline(document("memorandum", ferry, kind=Kind.AGREEMENT))
    return draft


def _words(words: str) -> Words:
    return Words(words, Citation("telegram", 10, 10 + len(words)))


def _applied(draft: Draft, operation: Operation) -> Consolidation:
    return consolidate(draft, [operation], at=AT)


def _code(result: Consolidation) -> str:
    ((_, finding),) = result.assumed + result.refused
    return finding.code


def test_no_operation_gives_the_same_draft(draft: Draft) -> None:
    assert consolidate(draft, [], at=AT) == Consolidation(draft)


def test_inserted_words_cite_the_instruction_and_the_words_beside_them_the_draft(draft: Draft) -> None:
    insert = ops.InsertWords(parse("Article I"), Place(Where.AFTER, "daily"), _words("and on request"))
    result = _applied(draft, insert)
    line = provision_at(result.draft, locate(result.draft, parse("Article I, paragraph 1")).path).content

    assert [run.origin.document for run in line] == ["memorandum", "telegram", "memorandum"]
    assert words_of(line).startswith("The ferry shall run daily and on request between")


def test_an_operation_later_in_the_instruction_sees_what_an_earlier_one_did(draft: Draft) -> None:
    first = ops.SubstituteWords(parse("Article I"), "daily", _words("weekly"))
    second = ops.SubstituteWords(parse("Article I"), "weekly", _words("monthly"))

    assert "run monthly between" in consolidate(draft, [first, second], at=AT).text


def test_words_are_exchanged_throughout_where_the_order_says_so(draft: Draft) -> None:
    throughout = ops.SubstituteWords(WHOLE, "ferry", _words("boat"), throughout=True)
    result = _applied(draft, throughout)

    assert "ferry" not in result.text
    assert result.text.count("boat") == draft.text.count("ferry")


def test_words_within_longer_words_are_not_those_words(draft: Draft) -> None:
    assert _code(_applied(draft, ops.DeleteWords(parse("Article I"), "person"))) == "words-not-found"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Article II, paragraph 1", "The Parties shall share the cost of the ferry in equal parts."),
        ("Article II, paragraph 1", "1. The Parties shall share the cost of the ferry in equal parts."),
        ("Article II, paragraph 2, subparagraph (a)", "in January of each year;"),
        ("Article V", "Article V\nThis Treaty shall be ratified. It shall remain in force for ten years."),
        ("Article V", "This treaty shall be ratified.  It shall remain in force for ten years."),
        ("last sentence of Article V", "It shall remain in force for ten years."),
    ],
)
def test_a_text_that_stands_there_already_is_left_alone(draft: Draft, address: str, words: str) -> None:
    result = _applied(draft, ops.Replace(parse(address), _words(words)))

    assert result.draft is draft
    assert _code(result) == "already-there"


def test_a_sentence_that_is_to_consist_of_itself_takes_nothing_from_its_neighbours(draft: Draft) -> None:
    sentence = parse("Article V, first sentence")

    assert _applied(draft, ops.RetainOnly(sentence, sentence)).text == draft.text


@pytest.mark.parametrize(
    "words",
    ["Article IV bis\nDisputes shall be settled.", "Article IV bis. Disputes shall be settled.", "One.\nTwo."],
)
def test_a_new_provision_put_in_twice_stands_there_once(draft: Draft, words: str) -> None:
    insert = ops.InsertProvision(WHOLE, Place(Where.AFTER, unit=parse("Article IV")), _words(words))
    once = _applied(draft, insert)

    assert once.text.count(words) == 1
    assert _applied(once.draft, insert).text == once.text


def test_a_paragraph_deleted_leaves_the_numbers_of_the_others(draft: Draft) -> None:
    result = _applied(draft, ops.Delete(parse("Article II, paragraph 1")))

    assert "Article II\n2. The accounts" in result.text


def test_the_last_sentence_of_a_paragraph_deleted_takes_the_paragraph_with_it(draft: Draft) -> None:
    result = _applied(draft, ops.Delete(parse("Article III, last sentence")))

    assert "\n\n" not in result.text
    assert "harbor master" not in result.text


def test_of_an_article_only_a_sentence_of_it_can_be_kept(draft: Draft) -> None:
    elsewhere = ops.RetainOnly(parse("Article V"), parse("Article I, first sentence"))

    assert _code(_applied(draft, elsewhere)) == "place-unclear"


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (ops.Delete(WHOLE), "place-unclear"),
        (ops.Replace(WHOLE, _words("None.")), "place-unclear"),
        (ops.Delete(parse("Article XX")), "no-such-provision"),
        (ops.InsertProvision(WHOLE, Place(Where.END), _words("None.")), "place-unclear"),
        (ops.InsertProvision(WHOLE, Place(Where.AFTER, "daily"), _words("None.")), "place-unclear"),
        (ops.InsertWords(parse("Article I"), Place(Where.AFTER), _words("none")), "place-unclear"),
        (ops.DeleteWords(parse("Article I"), "The . . . run"), "wording-elided"),
        (ops.DeleteWords(WHOLE, "ferry"), "words-ambiguous"),
    ],
)
def test_an_operation_that_does_not_fit_says_why_and_leaves_the_draft(
    draft: Draft, operation: Operation, code: str
) -> None:
    result = _applied(draft, operation)

    assert result.draft is draft
    assert _code(result) == code
    assert result.refused[0][1].severity is Severity.REFUSED


def test_the_only_provision_of_a_draft_is_not_deleted() -> None:
    (whole,) = outline(document("letter", "Article 1\nOne.\nArticle 2\nTwo."))
    first = consolidate(whole, [ops.Delete(parse("Article 1"))], at=AT)

    assert _code(_applied(first.draft, ops.Delete(parse("Article 2")))) == "nothing-left"


def test_words_exchanged_before_are_not_exchanged_again_where_only_capitals_differ(draft: Draft) -> None:
    substitute = ops.SubstituteWords(parse("Article IV"), "Commission", _words("Board of masters"))
    once = _applied(draft, ops.SubstituteWords(parse("Article IV"), "the service", _words("what it may commission")))
    twice = _applied(_applied(once.draft, substitute).draft, substitute)

    assert "may commission" in twice.text


def test_a_sentence_put_behind_another_twice_stands_there_once(draft: Draft) -> None:
    insert = ops.InsertWords(parse("first sentence of Article I"), Place(Where.END), _words("It shall rest at night."))
    once = _applied(draft, insert)

    assert _applied(once.draft, insert).text == once.text


@pytest.mark.parametrize(
    "operation",
    [
        ops.InsertWords(parse("Article IV"), Place(Where.END), _words("It is one.\n“It is two.")),
        ops.InsertWords(parse("first sentence of Article IV"), Place(Where.START), _words("It is one.\n“It is two.")),
        ops.SubstituteWords(parse("Article I"), "daily", _words("daily.\n“It shall run")),
        ops.Replace(parse("first sentence of Article I"), _words("It runs.\n“It rests.")),
    ],
)
def test_wording_of_two_paragraphs_never_breaks_the_line_of_one(draft: Draft, operation: Operation) -> None:
    result = _applied(draft, operation)

    assert not [line for each in result.draft.provisions for line in each.lines if "\n" in words_of(line)]

"""What a draft found in a document is called, whom it comes from, and what outlining leaves alone."""

from __future__ import annotations

import datetime

from tests.text.golden import document

from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.draft import ProvisionKind
from travaux.text.outline import outline

ARTICLES = "Article 1\nThe ferry runs daily.\nArticle 2\nFares are free."


def test_a_draft_is_dated_and_signed_as_its_document_is() -> None:
    day = datetime.date(1962, 3, 14)
    (draft,) = outline(document("letter", f"Draft Treaty\n{ARTICLES}", date=day, sender="The Embassy"))

    assert (draft.id, draft.title, draft.date, draft.proposed_by) == (
        "letter/draft",
        "Draft Treaty",
        day,
        "The Embassy",
    )
    assert draft.derived_from is None


def test_a_draft_without_a_title_is_called_as_its_document_is() -> None:
    (draft,) = outline(document("letter", ARTICLES, kind=Kind.AGREEMENT))

    assert draft.title == "Letter"


def test_a_document_without_an_instrument_holds_no_draft() -> None:
    assert outline(document("letter", "Sir: I have nothing to report.")) == ()
    assert outline(Document(id="empty", title="Empty", kind=Kind.NOTE, body=())) == ()


def test_blank_paragraphs_before_the_first_article_are_passed_over() -> None:
    lines = ["Sir:", "  ", *ARTICLES.split("\n")]
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    (draft,) = outline(Document(id="letter", title="Letter", kind=Kind.LETTER, body=body))

    assert draft.text == ARTICLES


def test_the_closing_of_a_letter_is_not_part_of_the_draft() -> None:
    lines = [*ARTICLES.split("\n"), "I have the honor to be,"]
    kinds = [BlockKind.PARAGRAPH] * 4 + [BlockKind.CLOSING]
    body = tuple(Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
    (draft,) = outline(Document(id="letter", title="Letter", kind=Kind.LETTER, body=body))

    assert draft.text == ARTICLES


def test_an_article_keeps_the_number_that_is_printed() -> None:
    (draft,) = outline(
        document("letter", ARTICLES.replace("Article 2", "Article 2 bis").replace("1", "1"), kind=Kind.AGREEMENT)
    )

    assert [article.number for article in draft.articles] == ["1", "2 bis"]


def test_the_wording_of_an_article_leaves_out_the_line_that_names_it() -> None:
    (draft,) = outline(document("letter", ARTICLES))

    assert draft.articles[0].text == "Article 1\nThe ferry runs daily."
    assert draft.articles[0].wording == "The ferry runs daily."


def test_words_of_a_script_are_words() -> None:
    words = ARTICLES.replace("daily", "<script>alert(1)</script>")
    (draft,) = outline(document("letter", words))

    assert draft.text == words
    assert [each.kind for each in draft.provisions] == [ProvisionKind.ARTICLE, ProvisionKind.ARTICLE]


STATED = ("Confirm their friendship;", "Take into account the needs of trade;", "Strive for safe passage.")


def test_recitals_that_state_are_told_with_and_without_their_line_ends() -> None:
    opening = 'The Government of Morven and the Government of Corvany, hereinafter referred to as the "Sides",'
    lines = ["Agreement on the Ferry", opening, *STATED, "have agreed as follows:"]
    articles = [f"Article {number} The ferry shall run daily, and it shall wait for nobody." for number in range(1, 6)]
    for body in ("\n".join([*lines, *articles]), " ".join([*lines, *articles])):
        (draft,) = outline(document("ferry", body, kind=Kind.AGREEMENT))

        assert [each.text for each in draft.walk() if each.kind is ProvisionKind.RECITAL] == list(STATED)
        assert len(draft.articles) == 5


def test_an_article_that_one_side_proposes_in_brackets_stands_in_the_tree() -> None:
    body = "Agreement\nArticle 1\nIt runs daily.\n[Halvern, Corvany: Article 2\nDogs are free.]\nArticle 3\nIt is free."
    (draft,) = outline(document("ferry", body, kind=Kind.AGREEMENT))

    assert [article.number for article in draft.articles] == ["1", "2", "3"]
    assert draft.text == body


def test_an_alternative_that_names_an_article_within_its_words_is_none() -> None:
    body = "Agreement\nArticle 1\nIt runs daily,\n[Halvern: as Article 2 says.]\nArticle 2\nIt is free."
    (draft,) = outline(document("ferry", body, kind=Kind.AGREEMENT))

    assert [article.number for article in draft.articles] == ["1", "2"]

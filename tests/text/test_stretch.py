"""Places below a provision: sentences, clauses, opening phrases, headings, definitions, lettered lines."""

from __future__ import annotations

import pytest
from tests.text.golden import document

from travaux.errors import UnknownProvision
from travaux.record.document import Kind
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate, provision_at
from travaux.text.whole import whole

TREATY = """DRAFT TREATY ON THE FERRY
Article 1. Definitions
For the purpose of this Treaty:
(a) “Ferry” means the boat between the shores;
(b) “quay” means a place where it lands, and includes a pier.
Article 2
Operation
While no ferry need run in a storm or at night, the master shall see that it runs by day.
Article 3
1. A. The quays shall be lit. They shall be swept.
B. The lamps shall be of brass.
2. The Parties shall keep the quays in repair; the Commission shall inspect them; and a report shall be made.
3. The dues are:
(i) for boats
(a) one mark;
(b) two marks;
(ii) for rafts
(a) one penny.
6 bis. Pilots, masters, and mates are exempt.
PROTOCOL
Article 4
It is short.
APPENDIX I
The lamps are four.
ANNEX I
The bells are three.
In witness whereof the Plenipotentiaries have signed.
Done at Morven."""


@pytest.fixture(scope="module")
def draft() -> Draft:
    return whole(document("treaty", TREATY, kind=Kind.AGREEMENT))


def _at(*steps: tuple[str, str]) -> Address:
    return Address(tuple(Step(Level(level), value) for level, value in steps))


def _words(draft: Draft, at: Address) -> str:
    spot = locate(draft, at)
    provision = provision_at(draft, spot.path)
    if spot.start is None:
        return provision.text
    return words_of(provision.label if spot.in_label else provision.content)[spot.start : spot.end]


ARTICLE_3 = ("article", "3")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([("article", "1"), ("heading", "")], "Definitions"),
        ([("article", "2"), ("heading", "")], "Operation"),
        ([("title", ""), ("article", "2")], "Operation"),
        ([("article", "1"), ("definition", "ferry")], "(a) “Ferry” means the boat between the shores;"),
        ([("definition", "quay")], "(b) “quay” means a place where it lands, and includes a pier."),
        ([("article", "1"), ("chapeau", "")], "For the purpose of this Treaty:"),
        ([ARTICLE_3, ("paragraph", "3"), ("chapeau", "")], "The dues are:"),
        ([ARTICLE_3, ("paragraph", "3"), ("portion", "opening phrase")], "The dues are:"),
        ([ARTICLE_3, ("paragraph", "1"), ("subparagraph", "A")], "The quays shall be lit. They shall be swept."),
        ([ARTICLE_3, ("paragraph", "1"), ("subparagraph", "B")], "The lamps shall be of brass."),
        ([ARTICLE_3, ("paragraph", "2"), ("clause", "second")], "the Commission shall inspect them"),
        ([ARTICLE_3, ("paragraph", "2"), ("clause", "last")], "and a report shall be made"),
        ([ARTICLE_3, ("paragraph", "2"), ("portion", "last four words")], "report shall be made"),
        ([ARTICLE_3, ("paragraph", "3"), ("subparagraph", "ii"), ("subparagraph", "a")], "(a) one penny."),
        ([ARTICLE_3, ("paragraph", "3"), ("subparagraph", "i"), ("clause", "b")], "(b) two marks;"),
        ([ARTICLE_3, ("point", "6bis")], "6 bis. Pilots, masters, and mates are exempt."),
        ([ARTICLE_3, ("operative", "2")], "2. The Parties shall keep the quays in repair; the Commission shall inspect "
                                          "them; and a report shall be made."),
        ([("article", "2"), ("portion", "introductory phrase")], "While no ferry need run in a storm or at night"),
        ([("article", "2"), ("clause", "2")], "the master shall see that it runs by day"),
        ([("appendix", "I")], "APPENDIX I\nThe lamps are four."),
        ([("annex", "I"), ("paragraph", "first")], "The bells are three."),
        ([("protocol", "")], "PROTOCOL\nArticle 4\nIt is short."),
        ([("testimonium", "first")], "In witness whereof the Plenipotentiaries have signed."),
    ],
)  # fmt: skip
def test_an_address_below_a_provision_leads_to_its_words(
    draft: Draft, steps: list[tuple[str, str]], words: str
) -> None:
    assert _words(draft, _at(*steps)) == words


@pytest.mark.parametrize("value", ["2", "second", "opening"])
def test_clauses_that_commas_alone_part_are_told_as_a_reading(draft: Draft, value: str) -> None:
    reading = locate(draft, _at(("article", "2"), ("clause", value))).reading

    assert reading is not None
    assert (reading.code, value in reading.message) == ("clauses-by-commas", True)
    assert locate(draft, _at(ARTICLE_3, ("paragraph", "2"), ("clause", "2"))).reading is None


@pytest.mark.parametrize(
    ("steps", "message", "remedy"),
    [
        ([("page", "5")], "kept without its pages", "Name the provision."),
        ([ARTICLE_3, ("line", "2")], "kept without its lines", "Name the provision."),
        ([("footnote", "2")], "kept without its footnotes", "Name the provision."),
        ([ARTICLE_3, ("point", "6bis"), ("clause", "2")], "does not say which words", "Quote the words"),
        ([("article", "2"), ("clause", "9")], "There is no clause 9", "Quote the words"),
        ([("article", "2"), ("chapeau", "")], "there is no list", "Quote the words"),
        ([("article", "2"), ("portion", "better half")], "does not say which words", "Quote the words"),
        ([("article", "2"), ("portion", "last 30 words")], "the line has 20 words", "Quote the words"),
        ([("definition", "oar")], "There is no definition of “oar”", "Name the item"),
        ([("schedule", "")], "There is no Schedule", "Look at the draft"),
        ([("article", "2"), ("sentence", "1-2")], "There is no", "It has 1 sentences."),
    ],
)
def test_what_does_not_settle_the_words_is_refused_with_a_remedy(
    draft: Draft, steps: list[tuple[str, str]], message: str, remedy: str
) -> None:
    with pytest.raises(UnknownProvision) as caught:
        locate(draft, _at(*steps))

    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_several_sentences_are_one_stretch(draft: Draft) -> None:
    text = "Article 1\nOne runs. Two rests. Three stays."
    extract = whole(document("extract", text, kind=Kind.AGREEMENT))

    assert _words(extract, _at(("article", "1"), ("sentence", "1-2"))) == "One runs. Two rests."


def test_sentences_are_counted_in_a_text_printed_without_capitals() -> None:
    extract = whole(
        document("extract", "article vii\n1. a ferry runs. a ferry rests, e.g. at night.", kind=Kind.AGREEMENT)
    )

    assert _words(extract, _at(("article", "vii"), ("sentence", "2"))) == "a ferry rests, e.g. at night."


def test_a_line_that_says_which_paragraph_an_extract_is_counts_as_its_place() -> None:
    extract = whole(document("extract", "V, 1\nWhen the ferry rests, the quay is free.", kind=Kind.AGREEMENT))

    assert _words(extract, _at(("article", "V"), ("paragraph", "1"))) == "When the ferry rests, the quay is free."
    assert extract.text == "V, 1\nWhen the ferry rests, the quay is free."

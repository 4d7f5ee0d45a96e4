"""Laws of outlining: a draft is its passage, letter for letter, and every word of it says where it stands."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.haste import tries
from tests.text.golden import document
from tests.text.instruments import agreement, instrument_lines

from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.draft import ProvisionKind
from travaux.text.outline import outline

_PROSE = st.lists(
    st.sampled_from(["Sir: I enclose a draft.", "It is of some length.", "The text is in our language alone."]),
    max_size=2,
)


@given(instrument_lines())
def test_outlining_and_printing_an_agreement_gives_its_text_back(lines: list[str]) -> None:
    (draft,) = outline(agreement(lines))

    assert draft.text == "\n".join(lines)


@given(instrument_lines(), _PROSE)
def test_outlining_and_printing_a_draft_in_a_letter_gives_its_passage_back(lines: list[str], prose: list[str]) -> None:
    letter = document("letter", "\n".join([*prose, *lines]))
    (draft,) = outline(letter)

    assert draft.text == "\n".join(lines)
    assert draft.text == letter.passage(draft.at)


@given(instrument_lines())
def test_every_run_has_the_very_words_of_the_passage_it_cites(lines: list[str]) -> None:
    treaty = agreement(lines)
    (draft,) = outline(treaty)

    for provision in draft.walk():
        for run in provision.line:
            assert treaty.passage(run.origin) == run.words


@given(instrument_lines())
def test_articles_are_found_in_the_order_in_which_they_are_printed(lines: list[str]) -> None:
    (draft,) = outline(agreement(lines))
    printed = [line.split()[1].rstrip(".") for line in lines if line.casefold().startswith("article ")]

    assert [article.number for article in draft.articles] == printed


@given(instrument_lines())
def test_every_recital_stands_in_the_preamble(lines: list[str]) -> None:
    (draft,) = outline(agreement(lines))
    preambles = [provision for provision in draft.provisions if provision.kind is ProvisionKind.PREAMBLE]

    recitals = [provision for provision in draft.walk() if provision.kind is ProvisionKind.RECITAL]
    within = [child for preamble in preambles for child in preamble.children if child.kind is ProvisionKind.RECITAL]
    assert recitals == within


_SCRAPS = st.sampled_from(
    "Article 1|Article 2|Article I.|Article II. Fares|ARTICLE TWO|Annex|ANNEX B|Part I|Chapter 2|1. One.|(a) a;|(i) |"
    "2.|Begin verbatim text.|End verbatim text.|Begin text: Article 1|Tab A|Comment: no.|Preamble|Done at Morven|"
    "TITLE|“|”| |Desiring peace,|DRAFT TREATY|In witness whereof".split("|")
)


@settings(max_examples=tries(400))
@given(st.lists(st.one_of(_SCRAPS, st.text(max_size=60)), max_size=14), st.sampled_from(Kind))
def test_no_text_whatever_makes_outlining_fail_or_lose_a_word(lines: list[str], kind: Kind) -> None:
    any_document = Document(
        id="any", title="Any", kind=kind, body=tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    )

    for draft in outline(any_document):
        for provision in draft.walk():
            for run in provision.line:
                assert any_document.passage(run.origin) == run.words

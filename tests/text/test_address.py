"""Addresses: what people write, the one form they are printed in, and what is no address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux import numerals
from travaux.errors import UnreadableAddress
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.parse import parse, parse_all


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Article VI", "Article VI"),
        ("Art. 6", "Article 6"),
        ("ART VI", "Article VI"),
        ("the Article VI", "Article VI"),
        ("VI", "Article VI"),
        ("Article VI:", "Article VI"),
        ("Article 5 bis", "Article 5 bis"),
        ("twelfth article", "twelfth article"),
        ("Art. V, para. 2", "Article V, paragraph 2"),
        ("Article V paragraph 2", "Article V, paragraph 2"),
        ("para 2 of Art. V", "Article V, paragraph 2"),
        ("Art V (2)", "Article V, paragraph 2"),
        ("numbered paragraph 2 of Article V", "Article V, paragraph 2"),
        ("first paragraph of Article V", "Article V, first paragraph"),
        ("penultimate paragraph of Article V", "Article V, penultimate paragraph"),
        ("2", "paragraph 2"),
        ("second sentence of para 2 of Art. V", "Article V, paragraph 2, second sentence"),
        ("Article IV, second paragraph, first sentence", "Article IV, second paragraph, first sentence"),
        ("2nd sentence of Article V", "Article V, 2nd sentence"),
        ("final clause of Article V", "Article V, final clause"),
        ("Article XXV 2(b)", "Article XXV, paragraph 2, subparagraph (b)"),
        ("XXV, 2 (b)", "Article XXV, paragraph 2, subparagraph (b)"),
        ("Article II, 2a", "Article II, paragraph 2, subparagraph (a)"),
        ("Article II, 2-A", "Article II, paragraph 2, subparagraph (A)"),
        ("Article I (B)", "Article I, subparagraph (B)"),
        ("subparagraph (a) of paragraph 1 of Article II", "Article II, paragraph 1, subparagraph (a)"),
        ("Article IX (VIII in US draft)", "Article IX"),
        ("Preamble", "Preamble"),
        ("the preamble", "Preamble"),
        ("third recital of the Preamble", "Preamble, third recital"),
        ("“having resolved” paragraph of Preamble", "Preamble, “having resolved” paragraph"),
        ('"Recognizing that," recital', "“Recognizing that” recital"),
        ("title", "Title"),
        ("Part III, Article 12", "Part III, Article 12"),
        ("Section 3 of Chapter 2", "Chapter 2, Section 3"),
        ("Annex II", "Annex II"),
        ("Annex B", "Annex B"),
        ("Appendix 1", "Appendix 1"),
        ("Annex II, paragraph 3", "Annex II, paragraph 3"),
        ("Article 2 of Annex B", "Annex B, Article 2"),
    ],
)
def test_an_address_is_read_as_people_write_it_and_printed_in_one_form(written: str, printed: str) -> None:
    assert str(parse(written)) == printed


@pytest.mark.parametrize("written", ["(b)", "paragraph (a)", "para 3", "annex", "second clause", "Article V(2)(b)"])
def test_what_was_read_can_be_read_again_as_printed(written: str) -> None:
    assert parse(str(parse(written))) == parse(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "hello",
        "Article",
        "Article V and VI",
        "Article V-VI",
        "Artikel 5",
        "§ 5",
        "first class",
        "“x”",
        "III 0\n to(a)",  # no range leads from a digit to a letter
    ],
)
def test_other_words_are_no_address_and_the_error_says_how_one_is_written(written: str) -> None:
    with pytest.raises(UnreadableAddress) as caught:
        parse(written)

    assert written in caught.value.message
    assert "Article VI" in caught.value.remedy


def test_lists_within_lists_that_name_thousands_of_places_are_no_address() -> None:
    with pytest.raises(UnreadableAddress):
        parse_all("paragraphs" + " 1 to 9" * 4)


@given(st.text(max_size=40))
def test_any_words_are_an_address_or_unreadable(written: str) -> None:
    try:
        assert parse(written).steps
    except UnreadableAddress as error:
        assert error.remedy


_NUMBERS = st.one_of(st.integers(1, 60).map(str), st.integers(1, 60).map(numerals.roman))
_ORDINALS = st.one_of(st.integers(1, 12).map(numerals.ordinal_word), st.sampled_from(["last", "penultimate", "21st"]))
_OPENINGS = st.lists(st.sampled_from("having resolved recognizing that the Parties".split()), min_size=1).map(" ".join)
_LETTERS = st.sampled_from("abcdfghBCF")


def _steps(level: Level, *values: st.SearchStrategy[str]) -> st.SearchStrategy[list[Step]]:
    return st.one_of(st.just([]), st.one_of(values).map(lambda value: [Step(level, value)]))


_QUOTED = _OPENINGS.map(lambda words: [Step(Level.PREAMBLE), Step(Level.RECITAL, words, quoted=True)])
_IN_PREAMBLE = _ORDINALS.map(lambda value: [Step(Level.PREAMBLE), Step(Level.RECITAL, value)])
_IN_ARTICLE = st.tuples(
    _steps(Level.ANNEX, _NUMBERS),
    _steps(Level.PART, _NUMBERS),
    _steps(Level.CHAPTER, _NUMBERS),
    _NUMBERS.map(lambda value: [Step(Level.ARTICLE, value)]),
    _steps(Level.PARAGRAPH, st.integers(1, 60).map(str), _ORDINALS, _LETTERS),
    _steps(Level.SUBPARAGRAPH, _LETTERS),
    _steps(Level.SENTENCE, _ORDINALS),
).map(lambda parts: [step for part in parts for step in part])
ADDRESSES = st.one_of(_QUOTED, _IN_PREAMBLE, _IN_ARTICLE).map(lambda steps: Address(tuple(steps)))


@given(ADDRESSES)
def test_printing_an_address_and_reading_it_gives_it_back(address: Address) -> None:
    assert parse(str(address)) == address


def test_an_address_without_an_article_is_completed_by_the_caption_above_it() -> None:
    assert str(parse("paragraph 2").within(parse("Article V"))) == "Article V, paragraph 2"
    assert (
        str(parse("last sentence").within(parse("Article V, paragraph 2"))) == "Article V, paragraph 2, last sentence"
    )


def test_an_address_with_its_own_article_is_not_moved_by_the_caption_above_it() -> None:
    assert str(parse("Article I").within(parse("Article V, paragraph 2"))) == "Article I"


def test_a_paragraph_takes_the_place_of_the_paragraph_in_the_caption() -> None:
    assert str(parse("paragraph 3").within(parse("Article V, paragraph 2"))) == "Article V, paragraph 3"


def test_the_whole_under_a_caption_is_what_the_caption_names() -> None:
    assert WHOLE.within(parse("Article V")) == parse("Article V")
    assert WHOLE.within(None) == WHOLE


def test_an_address_has_at_least_one_step() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Address(())


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("the Preamble, Article IV, and Article VI", ["Preamble", "Article IV", "Article VI"]),
        ("paragraph 6 of the Preamble, Article IV", ["Preamble, paragraph 6", "Article IV"]),
        (
            "Articles IV paragraph 3, IX/1, XIII, XIV/6",
            [
                "Article IV, paragraph 3",
                "Article IX, paragraph 1",
                "Article XIII",
                "Article XIV, paragraph 6",
            ],
        ),
        ("Article XXV (2b)", ["Article XXV, paragraph 2, subparagraph (b)"]),
    ],
)
def test_places_side_by_side_are_each_told(written: str, printed: list[str]) -> None:
    assert [str(address) for address in parse_all(written)] == printed

"""Brackets as they are written in rolling texts, and square brackets that are none."""

from __future__ import annotations

import pytest

from travaux.findings import Citation, Severity
from travaux.text.bracket import Alternative, Backing, Bracket, Bracketed
from travaux.text.brackets_clean import clean
from travaux.text.brackets_places import places
from travaux.text.brackets_read import read
from travaux.text.draft import Run


def text_of(words: str, *parties: str) -> Bracketed:
    return read([Run(words, Citation("d1", 0, len(words)))], parties=parties)


def offered(words: str, *parties: str) -> list[list[str]]:
    """The wordings of each bracket of a text."""
    found = text_of(words, *parties)
    assert found.text == words
    return [[each.words for each in standing.bracket.alternatives] for standing in found.standing()]


def backings(words: str, *parties: str) -> list[Backing]:
    return [each.backing for one in text_of(words, *parties).standing() for each in one.bracket.alternatives]


def codes(words: str) -> list[str]:
    return [finding.code for finding in text_of(words).findings]


@pytest.mark.parametrize(
    ("words", "wordings"),
    [
        ("It [shall][US, JPN: should] sail.", [["shall", "should"]]),
        ("Within [Option 1: 30 days] [Option 2: 60 days].", [["30 days", "60 days"]]),
        ("It [shall/should] sail.", [["shall", "should"]]),
        ("It [shall / may not / will] sail.", [["shall", "may not", "will"]]),
        ("It [shall] / [should] sail.", [["shall", "should"]]),
        ("For [5][10] years.", [["5", "10"]]),
        ("It sails {each day}.", [["each day"]]),
        ("It sails [on [May][COR: June] days].", [["on [May][COR: June] days"], ["May", "June"]]),
        ("State[s] may join.", [["s"]]),
        ("[Option 1:\nIt sails.]\n[Option 2:\nIt rests.]", [["It sails.", "It rests."]]),
        ("[HLV: 1. It sails.]\n[COR: 1. It rests.]", [["1. It sails.", "1. It rests."]]),
        ("[HLV: 1. It sails.]\n[COR: 2. It rests.]", [["1. It sails."], ["2. It rests."]]),
        ("[and/or] x [his/her] x [km/h] x [the ships/vessels of war]",
         [["and/or"], ["his/her"], ["km/h"], ["the ships/vessels of war"]]),
    ],
)  # fmt: skip
def test_alternatives_for_one_place_are_one_bracket(words: str, wordings: list[list[str]]) -> None:
    assert offered(words) == wordings


@pytest.mark.parametrize(
    "words",
    [
        "x [AUS: within 30 days] y",
        "x [within 30 days] (proposed by AUS) y",
        "x [within 30 days] (AUS) y",
        "x [within 30 days (AUS)] y",
        "x [within 30 days – AUS] y",
        "x (AUS) [within 30 days] y",
        "AUS: [within 30 days] y",
        "x [Proposed by AUS: within 30 days] y",
    ],
)
def test_who_proposes_stands_before_within_or_after(words: str) -> None:
    assert backings(words) == [Backing(proposers=("AUS",))]
    assert offered(words) == [["within 30 days"]]


def test_label_proposers_and_those_for_and_against_are_told_apart() -> None:
    (backing,) = backings(
        "x [Option 2; Halvern, Corvany; supported by Estmark; opposed by the Republic of Orr; reserved by Ilvane: y]"
    )
    assert backing == Backing("Option 2", ("Halvern", "Corvany"), ("Estmark",), ("Republic of Orr",), ("Ilvane",))


def test_a_note_tells_who_reserves() -> None:
    text = text_of("It [may]1 sail.\n1 The delegation of Halvern reserves its position.")
    (standing,) = text.standing()
    (each,) = standing.bracket.alternatives
    assert each.note is not None and each.note.mark == "1"
    assert each.reservations == ("Halvern",)


def test_a_note_that_is_not_there_is_told() -> None:
    assert codes("It [may]1 sail.") == ["note-not-found"]


@pytest.mark.parametrize("words", ["delete", "US: delete", "to be deleted", "no text", "Delete this paragraph"])
def test_an_alternative_may_ask_that_there_be_no_words(words: str) -> None:
    (standing,) = text_of(f"x [{words}] y").standing()
    assert standing.bracket.alternatives[0].deletion
    assert standing.bracket.alternatives[0].words == ""


@pytest.mark.parametrize(
    ("within", "placeholder"),
    [(" ", "blank"), ("...", "..."), ("…", "…"), ("date", "date"), ("X", "X"), ("number to be agreed",) * 2,
     ("TBD", "TBD"), ("name of the port",) * 2, ("insert date",) * 2, ("date of entry into force",) * 2],
)  # fmt: skip
def test_what_is_to_be_filled_in_is_a_placeholder(within: str, placeholder: str) -> None:
    (standing,) = text_of(f"x [{within}] y").standing()
    assert standing.bracket.placeholder == placeholder


def test_angle_brackets_hold_placeholders_and_nothing_else() -> None:
    assert offered("on <date> where a<b and c>d") == [["date"]]


def test_a_placeholder_that_may_be_a_word_is_told() -> None:
    assert codes("x [place] y") == ["placeholder-or-word"]
    assert codes("x [place][harbour] y") == []


@pytest.mark.parametrize(
    "words",
    [
        "he said [sic] so", "x [Page 12] y", "x [1 line not declassified] y", "see [1958] ICJ 12", "x.[1] y",
        "x [emphasis added] y", "x [Here follows a list.] y", "x [illegible] y", "[seal]", "x [fn. 3] y", "x [*] y",
        "x [Signatures not reproduced here.] y", "x [Ed. note: the map is lost] y", "[tab] x", "[L.S.]",
        "x [see note 4] y", "x [table deleted here] y", "x [https://example.org/a] y", "[Note: this is old] x",
        "[Note from the Embassy to the Ministry]", "[The Agreement is not in force]",
    ],
)  # fmt: skip
def test_brackets_of_editors_printers_and_courts_are_none(words: str) -> None:
    assert offered(words) == []
    assert codes(words) == []


@pytest.mark.parametrize("words", ["and [t]he ship", "x\n[1] The ship\ny", "it sails. [5] The ship"])
def test_brackets_that_are_probably_none_are_told(words: str) -> None:
    assert offered(words) == []
    assert codes(words) == ["bracket-or-not"]


@pytest.mark.parametrize("words", ["[signed by both] x", "when it is [received] x", "by [2025] x", "for [30] days"])
def test_words_like_those_of_editors_are_wording_all_the_same(words: str) -> None:
    assert len(offered(words)) == 1


def test_a_sign_without_its_fellow_is_told_with_place_and_cure() -> None:
    text = text_of("a [b] c] d [e")
    first, second = text.findings
    assert (first.code, first.at) == ("bracket-not-opened", Citation("d1", 7, 8))
    assert (second.code, second.at) == ("bracket-not-closed", Citation("d1", 11, 12))
    assert "“[”" in first.remedy and "“]”" in second.remedy
    assert first.severity is Severity.REFUSED
    assert [one.bracket.words for one in text.standing()] == ["[b]"]
    assert text.text == "a [b] c] d [e"


def test_a_bracket_that_swallows_a_line_end_in_midst_of_a_line_is_told() -> None:
    assert codes("a [b\nc d] e") == ["bracket-across-lines"]
    assert codes("[b\nc d]\ne") == []


def test_a_name_that_is_nowhere_else_is_told_and_one_that_is_known_is_not() -> None:
    assert codes("x [Foo: bar] y") == ["name-not-known"]
    assert codes("Foo and Bar agree. x [Foo: bar] y") == []
    assert text_of("x [Foo: bar] y", "Foo").findings == ()


@pytest.mark.parametrize("words", ["[Article 5: Fares] x", "[The ship: a hulk] x"])
def test_a_heading_before_a_colon_is_no_name(words: str) -> None:
    assert backings(words) == [Backing()]


def test_two_brackets_with_a_blank_between_are_two_places_and_told() -> None:
    assert offered("a [prompt] [full] b") == [["prompt"], ["full"]]
    assert codes("a [prompt] [full] b") == ["brackets-side-by-side"]


def test_names_of_a_slash_apply_to_what_they_stand_before() -> None:
    assert backings("[HLV: shall / COR: should]") == [Backing(proposers=("HLV",)), Backing(proposers=("COR",))]
    assert backings("[HLV: shall / should]") == [Backing(proposers=("HLV",)), Backing(proposers=("HLV",))]


def test_brackets_deeper_than_the_limit_are_words() -> None:
    words = "[" * 40 + "x" + "]" * 40
    text = text_of(words)
    assert text.text == words
    assert max(one.depth for one in text.standing()) == 19
    assert {finding.code for finding in text.findings} == {"brackets-too-deep"}


def test_every_run_cites_the_very_words_it_prints() -> None:
    words = "Each Party [shall][US, JPN: should] [report [to [X]] / be silent] (proposed by US)."
    for run in text_of(words).runs:
        assert words[run.origin.start : run.origin.end] == run.words


def test_an_article_within_brackets_has_its_own_address() -> None:
    words = "Article 4\nIt sails.\n[Article 5\n1. It [rests].\n[2. It sinks.]]\nArticle 6\nIt [burns]."
    found = {str(one.at): one.whole for one in places(text_of(words))}
    assert found == {
        "Article 5": True,
        "Article 5, paragraph 1": False,
        "Article 5, paragraph 2": False,
        "Article 6, first paragraph": False,
    }


def test_the_clean_text_names_what_is_open() -> None:
    assert clean(text_of("It [shall][US: may] sail on [date].")) == (
        "It [bracket 1: 2 alternatives] sail on [placeholder 2: date]."
    )
    assert clean(text_of("It sails.")) == "It sails."


def test_what_cannot_be_is_not_built() -> None:
    run = Run("x", Citation("d1", 0, 1))
    with pytest.raises(ValueError, match="no words"):
        Alternative((), (), (run,), (), deletion=True)
    with pytest.raises(ValueError, match="at least one alternative"):
        Bracket(1, ())

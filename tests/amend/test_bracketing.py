"""What a conference does with brackets: each move does what it says, to the one bracket it names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.amend import bracket_moves as moves
from travaux.amend.bracket_moves import Move
from travaux.amend.bracketing import Bracketing, bracketing
from travaux.findings import Citation, Severity
from travaux.text.bracket import Bracketed
from travaux.text.brackets_read import read
from travaux.text.draft import Run
from travaux.text.parse import parse

AT = Citation("telegram", 10, 20)
HLV, COR = ("Halvern",), ("Corvany",)
law = settings(max_examples=50, deadline=None)


def text_of(words: str) -> Bracketed:
    return read([Run(words, Citation("d1", 0, len(words)))], parties=["Halvern", "Corvany", "Estmark"])


def offer(words: str) -> Run:
    return Run(words, AT)


def made(words: str, *given: Move) -> Bracketing:
    return bracketing(text_of(words), given)


def printed(words: str, *given: Move) -> str:
    result = made(words, *given)
    assert not result.refused
    return result.text.text


def refusals(words: str, *given: Move) -> list[str]:
    result = made(words, *given)
    assert result.text.text == words
    return [finding.code for _, finding in result.refused]


def test_an_addition_stands_behind_the_words_named() -> None:
    move = moves.ProposeAddition(after="ferry", words=offer("and the tug"), by=HLV, at=AT)
    assert printed("The ferry sails.", move) == "The ferry [Halvern: and the tug] sails."


def test_an_addition_may_be_a_line_of_its_own() -> None:
    move = moves.ProposeAddition(after="sails", words=offer("2. It rests."), by=HLV, at=AT, own_line=True)
    assert printed("1. It sails daily.\nArticle 2", move) == "1. It sails daily.\n[Halvern: 2. It rests.]\nArticle 2"


def test_a_deletion_stands_beside_the_words_with_the_brackets_in_them() -> None:
    move = moves.ProposeDeletion(words="each [day][US: week]", by=HLV, at=AT)
    assert printed("It sails each [day][US: week].", move) == "It sails [each [day][US: week]][Halvern: delete]."


def test_words_may_be_proposed_within_an_alternative_of_another_bracket() -> None:
    move = moves.ProposeInstead(instead_of="noon", words=offer("dawn"), by=COR, at=AT)
    assert printed("It sails [at noon] now.", move) == "It sails [at [noon][Corvany: dawn]] now."


def test_an_alternative_goes_into_the_bracket_that_is_named() -> None:
    move = moves.ProposeAlternative(bracket=1, words=offer("may"), by=("Halvern", "Corvany"), at=AT)
    assert printed("It [shall/should] sail.", move) == "It [shall][should][Halvern, Corvany: may] sail."


def test_everybody_is_named_for_what_they_say() -> None:
    one = {"bracket": 1, "alternative": 2, "at": AT}
    result = printed(
        "It [shall][should] sail.",
        moves.Attribute(by="Halvern", **one),
        moves.Join(by="Corvany", **one),
        moves.Oppose(by="Estmark", **one),
        moves.Reserve(by="Corvany", **one),
    )
    head = "Halvern; supported by Corvany; opposed by Estmark; reserved by Corvany"
    assert result == f"It [shall][{head}: should] sail."


def test_nobody_both_supports_and_opposes() -> None:
    one = {"bracket": 1, "alternative": 1, "at": AT}
    join, oppose = moves.Join(by="Corvany", **one), moves.Oppose(by="Corvany", **one)
    assert printed("It [Halvern: never] sails.", join, oppose) == "It [Halvern; opposed by Corvany: never] sails."


def test_a_proposal_stays_as_long_as_somebody_is_for_it() -> None:
    words = "It [Halvern; supported by Corvany: never] sails."
    drop = moves.Drop(bracket=1, alternative=1, by="Halvern", at=AT)
    assert printed(words, drop) == "It [supported by Corvany: never] sails."
    last = moves.Drop(bracket=1, alternative=1, by="Corvany", at=AT)
    assert printed(words, drop, last) == "It sails."


def test_what_is_left_when_its_rival_is_dropped_is_not_agreed_by_that() -> None:
    result = made("It [shall][Halvern: may] sail.", moves.Drop(bracket=1, alternative=2, by="Halvern", at=AT))
    assert result.text.text == "It [shall] sail."
    ((_, finding),) = result.assumed
    assert (finding.code, finding.severity) == ("one-alternative-left", Severity.ASSUMED)


def test_agreed_words_keep_where_they_come_from() -> None:
    instead = moves.ProposeInstead(instead_of="daily", words=offer("weekly"), by=HLV, at=AT)
    result = made("It sails daily now.", instead, moves.Agree(bracket=1, alternative=2, at=AT)).text
    assert [(run.words, run.origin.document) for run in result.runs] == [
        ("It sails ", "d1"),
        ("weekly", "telegram"),
        (" now.", "d1"),
    ]


def test_agreeing_keeps_the_brackets_within() -> None:
    agree = moves.Agree(bracket=1, alternative=1, at=AT)
    result = made("It [sails [daily][US: weekly]][US: rests] now.", agree).text
    assert result.text == "It sails [daily][US: weekly] now."
    assert [one.bracket.number for one in result.standing()] == [2]


def test_agreeing_over_an_objection_is_told() -> None:
    result = made("It [Halvern; opposed by Corvany: never] sails.", moves.Agree(bracket=1, alternative=1, at=AT))
    assert [finding.code for _, finding in result.assumed] == ["agreed-over-objection"]


@pytest.mark.parametrize(
    ("words", "agreed"),
    [
        ("It sails [daily][US: delete].", "It sails."),
        ("It [never][US: delete] sails.", "It sails."),
        ("It sails.\n[2. It rests.][US: delete]\nArticle 2", "It sails.\nArticle 2"),
        ("[Never ][US: delete]It sails.", "It sails."),
        ("It sails ([daily][US: delete] at noon).", "It sails (at noon)."),
    ],
)
def test_words_that_go_leave_no_blank_and_no_line_behind(words: str, agreed: str) -> None:
    assert printed(words, moves.Agree(bracket=1, alternative=2, at=AT)) == agreed


@pytest.mark.parametrize(
    ("words", "move", "code"),
    [
        ("It sails.", moves.Agree(bracket=1, alternative=1, at=AT), "no-such-bracket"),
        ("It [x] sails.", moves.Agree(bracket=1, alternative=2, at=AT), "no-such-alternative"),
        ("On [date] it sails.", moves.Agree(bracket=1, alternative=1, at=AT), "placeholder-open"),
        ("It sails.", moves.ProposeDeletion(words="rests", by=HLV, at=AT), "words-not-found"),
        ("It is as it is.", moves.ProposeDeletion(words="it is", by=HLV, at=AT), ""),
        ("It sails and sails.", moves.ProposeDeletion(words="sails", by=HLV, at=AT), "words-more-than-once"),
        ("It [never] sails.", moves.ProposeDeletion(words="It [never", by=HLV, at=AT), "bracket-torn"),
        ("It [Halvern: x] sails.", moves.ProposeDeletion(words="Halvern", by=COR, at=AT), "bracket-torn"),
        ("It sails.", moves.ProposeDeletion(words="sails", by=("nobody",), at=AT), "would-read-otherwise"),
        ("It is.", moves.ProposeInstead(instead_of="is", words=offer("x]"), by=HLV, at=AT), "would-read-otherwise"),
        ("It [US: x].", moves.ProposeAddition(after="It", words=offer("y"), by=HLV, at=AT), "would-read-otherwise"),
        ("It [Halvern: x].", moves.Oppose(bracket=1, alternative=1, by="Halvern", at=AT), "own-proposal"),
        ("It [Halvern: x].", moves.Attribute(bracket=1, alternative=1, by="Halvern", at=AT), "already-so"),
        ("It [Halvern: x].", moves.Drop(bracket=1, alternative=1, by="Corvany", at=AT), "not-theirs"),
        ("It [x][y].", moves.ProposeAlternative(bracket=1, words=offer("y"), by=HLV, at=AT), "alternative-there"),
    ],
)  # fmt: skip
def test_a_move_that_does_not_fit_is_refused_and_leaves_the_text(words: str, move: Move, code: str) -> None:
    if code:
        assert refusals(words, move) == [code]
    else:
        assert not made(words, move).refused


def test_words_that_are_there_twice_are_told_apart_by_their_provision() -> None:
    words = "Article 1\nIt sails.\nArticle 2\nIt sails."
    move = moves.ProposeDeletion(words="sails", by=HLV, at=AT, within=parse("Article 2"))
    assert printed(words, move) == "Article 1\nIt sails.\nArticle 2\nIt [sails][Halvern: delete]."


def test_a_refused_move_does_not_stop_the_others() -> None:
    agree = moves.Agree(bracket=2, alternative=1, at=AT)
    result = made("It [x] sails [y].", moves.Agree(bracket=9, alternative=1, at=AT), agree)
    assert result.text.text == "It [x] sails y."
    assert len(result.done) == len(result.refused) == 1


_WORDS = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima".split()
_NAMES = st.sampled_from(["Halvern", "Corvany", "Estmark", "US"])
_OFFERS = st.sampled_from(["new words", "others / and more", "“said”", "no [less][US: more]", "a [date] yet", "(c) so"])


@st.composite
def _texts(draw: st.DrawFn) -> str:
    """Lines of words that are there once each, some of them in brackets."""
    parts = []
    for word in draw(st.permutations(_WORDS))[: draw(st.integers(2, 12))]:
        bracket = st.sampled_from(["{}", "{}", "[{}]", "[{}][US: x{}]", "[{}/y{}]", "[a [{}][US: z] b]", "[{}](US)"])
        parts.append(draw(bracket).replace("{}", word) + draw(st.sampled_from([" ", " ", ", ", ".\n"])))
    return "".join(parts).rstrip()


def _plain(text: Bracketed) -> list[str]:
    """The words of a text that no bracket holds."""
    outside = " ".join(piece.words for piece in text.pieces if isinstance(piece, Run))
    return [word for word in _WORDS if word in outside.replace(",", " ").replace(".", " ").split()]


@st.composite
def _proposed(draw: st.DrawFn) -> tuple[Bracketed, Bracketed, Sequence[Move]]:
    """A text, the text with a proposal on a word that stands, and the proposal; where the text takes one."""
    text = text_of(draw(_texts()))
    word = draw(st.sampled_from(_plain(text) or ["nowhere"]))
    by, words = (draw(_NAMES),), offer(draw(_OFFERS))
    move: Move = draw(
        st.sampled_from(
            [
                moves.ProposeAddition(after=word, words=words, by=by, at=AT),
                moves.ProposeAddition(after=word, words=words, by=by, at=AT, own_line=True),
                moves.ProposeDeletion(words=word, by=by, at=AT),
                moves.ProposeInstead(instead_of=word, words=words, by=by, at=AT),
            ]
        )
    )
    return text, bracketing(text, [move]).text, [move] if word != "nowhere" else []


@law
@given(_proposed())
def test_dropping_what_was_proposed_gives_the_text_before(case: tuple[Bracketed, Bracketed, Sequence[Move]]) -> None:
    before, proposed, _ = case
    if proposed is before:
        return
    number = proposed.last
    bracket = next(one.bracket for one in proposed.standing() if one.bracket.number == number)
    last = len(bracket.alternatives)
    (by,) = bracket.alternatives[-1].backing.proposers
    dropped = [moves.Drop(bracket=number, alternative=last, by=by, at=AT)]
    dropped += [moves.Agree(bracket=number, alternative=1, at=AT)] if last > 1 else []
    result = bracketing(proposed, dropped)
    assert not result.refused
    assert result.text.text == before.text


@law
@given(_proposed())
def test_agreeing_what_was_proposed_gives_its_words(case: tuple[Bracketed, Bracketed, Sequence[Move]]) -> None:
    before, proposed, given = case
    if proposed is before:
        return
    (move,) = given
    number = proposed.last
    bracket = next(one.bracket for one in proposed.standing() if one.bracket.number == number)
    agreed = bracketing(proposed, [moves.Agree(bracket=number, alternative=len(bracket.alternatives), at=AT)]).text.text
    match move:
        case moves.ProposeAddition(after=after, words=words, own_line=False):
            assert agreed == before.text.replace(after, f"{after} {words.words}", 1)
        case moves.ProposeInstead(instead_of=stood, words=words):
            assert agreed == before.text.replace(stood, words.words, 1)
        case moves.ProposeDeletion(words=stood):
            assert "".join(agreed.split()) == "".join(before.text.replace(stood, "", 1).split())
        case _:
            assert f"\n{move.words.words}" in agreed


@law
@given(_texts(), st.data())
def test_a_move_on_one_bracket_touches_no_other(words: str, data: st.DataObject) -> None:
    text = text_of(words)
    standing = text.standing()
    if not standing:
        return
    one = data.draw(st.sampled_from(standing)).bracket
    name = data.draw(_NAMES)
    alternative = data.draw(st.integers(1, len(one.alternatives)))
    named = {"bracket": one.number, "alternative": alternative, "by": name, "at": AT}
    move = data.draw(
        st.sampled_from(
            [
                moves.Attribute(**named), moves.Join(**named), moves.Oppose(**named), moves.Reserve(**named),
                moves.Drop(**named), moves.Agree(bracket=one.number, alternative=alternative, at=AT),
                moves.ProposeAlternative(bracket=one.number, words=offer("new"), by=(name,), at=AT),
            ]
        )
    )  # fmt: skip
    after = bracketing(text, [move]).text
    left = {each.bracket.number: each.bracket for each in after.standing()}
    kin = {each.bracket.number for each in standing if each.bracket is one or one in _within(each.bracket)}
    kin |= {inner.number for inner in _within(one)}
    for each in standing:
        if each.bracket.number not in kin:
            assert left[each.bracket.number] == each.bracket


def _within(bracket: object) -> list[object]:
    """The brackets within one, at any depth."""
    inner = [piece for each in bracket.alternatives for piece in each.pieces if not isinstance(piece, Run)]  # type: ignore[attr-defined]
    return inner + [deeper for each in inner for deeper in _within(each)]


@law
@given(_texts(), st.data())
def test_agreeing_everything_leaves_no_bracket_and_no_word_without_origin(words: str, data: st.DataObject) -> None:
    text = text_of(words)
    while text.standing():
        one = data.draw(st.sampled_from(text.standing())).bracket
        choice = data.draw(st.integers(1, len(one.alternatives)))
        result = bracketing(text, [moves.Agree(bracket=one.number, alternative=choice, at=AT)])
        assert not result.refused
        text = result.text
    assert "[" not in text.text
    assert text.findings == ()
    for run in text.runs:
        assert words[run.origin.start : run.origin.end] == run.words

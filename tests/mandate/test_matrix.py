"""Who holds what on a day, who moved, and what is agreed at which level."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.findings import Citation
from travaux.mandate.issue import Issue, Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.matrix import days, held, matrix, moves, state
from travaux.mandate.position import Actor, Level, Position, Settlement, Withdrawal, actor

HALVERN, MARINE, CORVANY = Actor("Halvern"), Actor("Halvern", "Marine"), Actor("Corvany")
AT = Citation("d1", 0, 5)


def day(number: int) -> datetime.date:
    return datetime.date(1963, 1, 1) + datetime.timedelta(days=number)


def position(ident: str, who: Actor, level: Level, on: int, words: str) -> Position:
    return Position(ident, "pilots", who, day(on), level, AT, words)


def register(*positions: Position, **rest: tuple[object, ...]) -> IssueRegister:
    return IssueRegister((Issue("pilots", "Pilotage"),), positions=positions, **rest)  # type: ignore[arg-type]


EIGHT = position("h1", HALVERN, Level.PREFERRED, 0, "800 tons")
FIVE = replace(position("h2", HALVERN, Level.PREFERRED, 9, "500 tons"), wording="five hundred tons")
LEAST = position("h3", HALVERN, Level.MINIMUM, 0, "no less than 400")
THEIRS = replace(position("c1", CORVANY, Level.PREFERRED, 3, "500 tons"), wording="Five hundred tons.")


def test_the_newest_position_at_a_level_stands() -> None:
    both = register(EIGHT, FIVE, LEAST)
    assert held(both, "pilots", HALVERN, day(8)) == (EIGHT, LEAST)
    assert held(both, "pilots", HALVERN, day(9)) == (FIVE, LEAST)


def test_nothing_is_held_before_it_is_said() -> None:
    assert held(register(THEIRS), "pilots", CORVANY, day(2)) == ()


def test_what_is_excluded_stays_so_until_it_is_withdrawn() -> None:
    one = position("x1", CORVANY, Level.EXCLUDED, 0, "no eight hundred")
    two = position("x2", CORVANY, Level.EXCLUDED, 5, "no night pilots")
    withdrawn = register(one, two, withdrawals=(Withdrawal("x1", day(7), AT),))
    assert held(withdrawn, "pilots", CORVANY, day(6)) == (one, two)
    assert held(withdrawn, "pilots", CORVANY, day(7)) == (two,)


def test_offices_of_one_party_are_apart() -> None:
    found = matrix(register(EIGHT, position("m1", MARINE, Level.PREFERRED, 0, "1,000 tons")), day(0))
    assert [str(each) for each in found.actors] == ["Halvern", "Halvern, Marine"]
    assert [[one.words for one in cell] for cell in found.rows[0].cells] == [["800 tons"], ["1,000 tons"]]


def test_who_moved_last_is_who_changed_a_position_last() -> None:
    (row,) = matrix(register(EIGHT, FIVE, THEIRS), day(20)).rows
    assert row.last_move is not None
    assert (row.last_move.actor, row.last_move.gone, row.last_move.new) == (HALVERN, (EIGHT,), (FIVE,))


def test_a_first_position_is_no_move_and_the_same_said_again_is_none() -> None:
    again = position("h4", HALVERN, Level.PREFERRED, 4, "800  tons")
    assert moves(register(EIGHT, again, THEIRS)) == ()


def test_an_issue_is_agreed_at_the_levels_whose_wording_it_has() -> None:
    agreed = Settlement("pilots", Standing.AGREED, day(10), AT, CORVANY, "five hundred tons")
    found = state(register(FIVE, LEAST, THEIRS, settlements=(agreed,)), "pilots", day(10))
    assert found.levels == ((HALVERN, Level.PREFERRED), (CORVANY, Level.PREFERRED))


def test_an_issue_is_agreed_at_the_level_of_the_positions_that_the_paper_meets() -> None:
    agreed = Settlement("pilots", Standing.AGREED, day(10), AT, CORVANY, meets=("h3",))
    assert state(register(LEAST, settlements=(agreed,)), "pilots", day(10)).levels == ((HALVERN, Level.MINIMUM),)


def test_who_says_otherwise_is_named() -> None:
    ours = Settlement("pilots", Standing.DEFERRED, day(4), AT, HALVERN)
    theirs = Settlement("pilots", Standing.AGREED, day(5), AT, CORVANY)
    both = register(settlements=(ours, theirs))
    assert (state(both, "pilots", day(4)).standing, state(both, "pilots", day(4)).otherwise) == (Standing.DEFERRED, ())
    assert (state(both, "pilots", day(5)).standing, state(both, "pilots", day(5)).otherwise) == (
        Standing.AGREED,
        (ours,),
    )


def test_an_actor_that_says_the_same_later_no_longer_says_otherwise() -> None:
    told = (
        Settlement("pilots", Standing.DEFERRED, day(4), AT, HALVERN),
        Settlement("pilots", Standing.AGREED, day(5), AT, CORVANY),
        Settlement("pilots", Standing.AGREED, day(6), AT, HALVERN),
    )
    assert state(register(settlements=told), "pilots", day(6)).otherwise == ()


def test_an_issue_of_which_no_paper_tells_is_open() -> None:
    assert state(register(EIGHT), "pilots", day(9)).standing is Standing.OPEN


@pytest.mark.parametrize(
    ("issues", "message"),
    [
        ((Issue("a", "A"), Issue("a", "B")), "two of the issue a"),
        ((Issue("a", "A"), Issue("b", "The A.")), "a name of both a and b"),
        ((Issue("a", "A", parent="z"),), "there is no issue z"),
        ((Issue("a", "A", parent="b"), Issue("b", "B", parent="a")), "stands below itself"),
    ],
)
def test_a_register_cannot_be_built_wrong(issues: tuple[Issue, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        IssueRegister(issues)


def test_an_actor_is_read_as_it_is_written() -> None:
    assert str(actor(" Halvern ,  Ministry of Marine ")) == "Halvern, Ministry of Marine"


POSITIONS = st.lists(
    st.builds(
        lambda n, who, level, on, words: (who, level, on, words),
        st.integers(0, 9), st.sampled_from((HALVERN, MARINE, CORVANY)), st.sampled_from(Level), st.integers(0, 6),
        st.sampled_from(("a", "b", "c")),
    ),
    max_size=8,
)  # fmt: skip


@given(said=POSITIONS)
def test_moves_lead_from_the_first_matrix_to_the_last(said: list[tuple[Actor, Level, int, str]]) -> None:
    made = [position(f"p{n}", who, level, on, words) for n, (who, level, on, words) in enumerate(said)]
    whole = register(*made)
    for who in whole.actors:
        own = [one.date for one in made if one.actor == who]
        now = {one.said for one in held(whole, "pilots", who, min(own))}
        for move in moves(whole):
            if move.actor == who:
                now = (now - {one.said for one in move.gone}) | {one.said for one in move.new}
        assert now == {one.said for one in held(whole, "pilots", who, max(days(whole)))}

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from travaux.actions.spent_on import _WITHIN, _Asking, _Message
from travaux.mandate.issue import folded

DAY = datetime.date(1962, 9, 28)
_PEOPLE = st.sampled_from(("", "Embassy in Corvany", "the Embassy", "EMBASSY IN CORVANY", "Ministry"))


@st.composite
def _messages(draw: st.DrawFn) -> list[_Message]:
    days = draw(st.lists(st.integers(0, 300), max_size=12))
    return [
        _Message(key, f"d{key}", DAY + datetime.timedelta(days=day), draw(_PEOPLE), draw(_PEOPLE))
        for key, day in enumerate(days)
    ]


def _answers(later: _Message, home: _Message) -> bool:
    """Whether a message may answer another, from the two alone."""
    in_time = home.filed <= later.filed <= home.filed + _WITHIN
    by_whom = later.sender and home.addressee and folded(later.sender) in folded(home.addressee)
    return bool(in_time and by_whom) and later.ident != home.ident


@given(_messages())
def test_a_message_may_answer_those_that_it_answers_when_each_is_held_against_each(found: list[_Message]) -> None:
    asking = _Asking(found)
    in_time = sorted(found, key=lambda each: each.filed)
    for later in found:
        assert asking.by(later) == [home.ident for home in in_time if _answers(later, home)]

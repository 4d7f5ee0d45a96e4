"""On what leave hangs: the sentence behind it, the words that lead to it, what another order wants done first."""

from __future__ import annotations

import pytest
from tests.mandate.telegrams import DAY, one, told

from travaux.mandate.check import check
from travaux.mandate.on import on

_LEAVE = "You may accept a joint commission."


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("This applies only if the French agree.", "only if the French agree"),
        ("Do so only as a last resort.", "only as a last resort"),
        ("You should do so only after the recess.", "only after the recess"),
        ("This offer should be made conditional on inspection.", "conditional on inspection"),
        ("Such agreement is subject to Senate approval.", "subject to Senate approval"),
        ("You should first clear this with the Treasury.", "first clear this with the Treasury"),
    ],
)
def test_leave_hangs_on_the_sentence_behind_it(behind: str, when: str) -> None:
    first = told(f"{_LEAVE} {behind}").found[0]
    assert first.condition is not None
    assert first.condition.words == when
    assert (first.condition.at.start, first.condition.at.end) == (35 + behind.index(when), 34 + len(behind))


@pytest.mark.parametrize(
    "words",
    [
        f"{_LEAVE} It is important that they agree.",
        f"{_LEAVE} This is known only to the French.",
        "You should not accept a joint commission. Do so only as a last resort.",
        f"{_LEAVE} The French would do so only as a last resort.",
    ],
)
def test_what_hangs_on_nothing_is_left(words: str) -> None:
    assert all(each.condition is None for each in told(words).found)


def test_a_condition_of_its_own_stays() -> None:
    found = one(f"If asked, {_LEAVE[0].lower()}{_LEAVE[1:]} Do so only as a last resort.")
    assert found.condition is not None and found.condition.words == "If asked"


@pytest.mark.parametrize(
    "led",
    [
        "With French agreement",
        "Having obtained French agreement,",
        "Failing agreement on the ports,",
        "Rather than break off the talks",
        "In order to avoid a breakdown",
    ],
)
def test_leave_hangs_on_what_leads_to_it(led: str) -> None:
    found = one(f"{led} you may accept a joint commission.")
    assert found.condition is not None and found.condition.words == led.rstrip(",")


def test_what_is_to_be_done_first_is_asked_about() -> None:
    found = (*told(_LEAVE).found, *told("Before accepting a joint commission you should consult the French.").found)
    held = check(on(DAY, found), "a joint commission")
    assert held.ask[-1].startswith("Was this done before: “Before accepting a joint commission you should consult")

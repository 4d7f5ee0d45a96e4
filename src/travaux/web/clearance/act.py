"""What people and programs may do with a package, by name: each is one act of `actions.clear`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from travaux.actions import clear
from travaux.actions.clear import NOTHING, Actor, Said
from travaux.clearance.entries import Answer, Verdict
from travaux.clearance.standing import Routing


class Deed(StrEnum):
    """The acts, as a form and a program name them."""

    CIRCULATE = "circulate"
    CONCUR = "concur"
    CHANGE = "change"
    OBJECT = "object"
    NO_INTEREST = "no interest"
    ACCEPT = "accept"
    DECLINE = "decline"
    REVISE = "revise"
    HAND_OVER = "hand over"
    REMIND = "remind"
    RECALL = "recall"
    APPROVE = "approve"
    MODIFY = "modify"
    DISAPPROVE = "disapprove"
    SEND = "send"


_ANSWERS = {
    Deed.CONCUR: Answer.CONCURS,
    Deed.CHANGE: Answer.WITH_CHANGES,
    Deed.OBJECT: Answer.OBJECTS,
    Deed.NO_INTEREST: Answer.NO_INTEREST,
}
_VERDICTS = {
    Deed.APPROVE: Verdict.APPROVED,
    Deed.MODIFY: Verdict.MODIFIED,
    Deed.DISAPPROVE: Verdict.DISAPPROVED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be done, for which office. `number` is that of a change or a recommendation; `to` the office that is
    meant, or the number under which the text is sent."""

    deed: Deed
    who: Actor
    said: Said = NOTHING
    number: int = 0
    to: str = ""


def act(ident: str, wish: Wish) -> Routing:
    """Do it, and give where the package then stands. Raises TravauxError where it cannot be done."""
    who, said = wish.who, wish.said
    if wish.deed in _ANSWERS:
        return clear.reply(ident, who, _ANSWERS[wish.deed], said)
    if wish.deed in _VERDICTS:
        return clear.decide_on(ident, who, wish.number, _VERDICTS[wish.deed], said)
    done: dict[Deed, Callable[[], Routing]] = {
        Deed.CIRCULATE: lambda: clear.circulate(ident, who),
        Deed.ACCEPT: lambda: clear.settle_change(ident, who, wish.number, accepted=True, words=said.words),
        Deed.DECLINE: lambda: clear.settle_change(ident, who, wish.number, accepted=False, words=said.words),
        Deed.REVISE: lambda: clear.revise(ident, who, said.text, words=said.words),
        Deed.HAND_OVER: lambda: clear.hand_over(ident, who, wish.to),
        Deed.REMIND: lambda: clear.remind(ident, who, wish.to),
        Deed.RECALL: lambda: clear.recall(ident, who, words=said.words),
        Deed.SEND: lambda: clear.send(ident, who, as_document=wish.to),
    }
    return done[wish.deed]()

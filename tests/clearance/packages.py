"""A small text with three articles, and packages of it."""

from __future__ import annotations

import datetime

from travaux.amend.bare import bare
from travaux.amend.trees import StoredInstruction, stored_instruction
from travaux.clearance.changes import as_change
from travaux.clearance.entries import (
    Answer,
    Circulated,
    Decided,
    Entry,
    HandedOver,
    Opened,
    Replied,
    Sent,
    Settled,
    Verdict,
)
from travaux.clearance.package import Kind, Package, Seat, Stage
from travaux.clearance.routing import after, routing
from travaux.clearance.standing import Routing
from travaux.text.draft import Draft
from travaux.text.whole import whole

NOW = datetime.datetime(1963, 3, 1, 9, 0, tzinfo=datetime.UTC)
TEXT = """Article 1
The ferry runs daily.
Article 2
It is free.
Article 3
Either Party may end this Agreement."""


def text(words: str = TEXT, *, id: str = "ferry/1") -> Draft:
    return whole(bare(words, id=id))


def package(*route: Stage, approver: str = "", recommendations: tuple[str, ...] = ()) -> Package:
    return Package(
        "ferry", Kind.DRAFT, "Ferry Agreement", text(), route, "WD", approver=approver, recommendations=recommendations
    )


def opened(*route: Stage, approver: str = "", recommendations: tuple[str, ...] = ()) -> Routing:
    """A package on its way."""
    made = Opened(by="WD", made_at=NOW, package=package(*route, approver=approver, recommendations=recommendations))
    return after(routing([made]), Circulated(by="WD", made_at=NOW))


def seat(office: str, *of: str, required: bool = True, deadline: datetime.date | None = None) -> Seat:
    return Seat(office, required=required, of=of, deadline=deadline)


def concurs(state: Routing, office: str) -> Routing:
    return after(state, Replied(by=office, made_at=NOW, answer=Answer.CONCURS))


def objects(state: Routing, office: str, words: str) -> Routing:
    return after(state, Replied(by=office, made_at=NOW, answer=Answer.OBJECTS, words=words))


def changes(state: Routing, office: str, words: str) -> Routing:
    """The office concurs with a change."""
    change = stored(words, state)
    return after(state, Replied(by=office, made_at=NOW, answer=Answer.WITH_CHANGES, change=change))


def stored(words: str, state: Routing) -> StoredInstruction:
    return stored_instruction(as_change(words, document=f"ferry/reply-{len(state.log)}", on=state.text))


def settles(state: Routing, change: int, *, accepted: bool) -> Routing:
    return after(state, Settled(by="WD", made_at=NOW, change=change, accepted=accepted))


def hands(state: Routing, by: str, to: str) -> Routing:
    return after(state, HandedOver(by=by, made_at=NOW, to=to))


def decides(state: Routing, number: int, verdict: Verdict, words: str = "") -> Routing:
    return after(
        state, Decided(by=state.package.approver, made_at=NOW, recommendation=number, verdict=verdict, words=words)
    )


def sends(state: Routing) -> Routing:
    return after(state, Sent(by="WD", made_at=NOW, as_document="212"))


def again(state: Routing) -> tuple[Entry, ...]:
    """The log, to be told anew."""
    return state.log

"""Tells where a package stands from its log alone: each act in its order. One that is not its actor's to do is refused,
and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from travaux.amend.trees import restored_instruction
from travaux.clearance import entries
from travaux.clearance.changes import Change, Fate, applied, carried, meant
from travaux.clearance.entries import Decided, Entry, Replied, Verdict
from travaux.clearance.standing import Clearance, Decision, HandOver, Reply, Routing
from travaux.errors import ClearanceRefused, UnreadableReading
from travaux.text.draft import Draft


def routing(log: Iterable[Entry]) -> Routing:
    """Where a package stands after the acts of its log. Raises ClearanceRefused at the first that was not to be
    done."""
    acts = iter(log)
    first = next(acts, None)
    if not isinstance(first, entries.Opened):
        raise ValueError("a log begins with the opening of its package")
    package = first.package
    state = Routing(package, (package.text,), package.drafter, log=(first,))
    for entry in acts:
        state = _after(state, entry)
    return state


def after(state: Routing, entry: Entry) -> Routing:
    """Where a package stands after one act more. Raises ClearanceRefused where that is not to be done."""
    done = _after(state, entry)
    # A log may have decisions of before this was asked: they are told as they were taken.
    if isinstance(entry, Decided):
        _require_answered_for(state, entry)
    return done


def _after(state: Routing, entry: Entry) -> Routing:
    if state.sent is not None:
        raise ClearanceRefused("It was sent.", at=state.package.id, remedy="Open a package for what follows.")
    act = _ACTS[type(entry)]
    return replace(_asked(act(state, entry), entry), log=(*state.log, entry))


def _refuse(state: Routing, message: str, remedy: str = "") -> ClearanceRefused:
    return ClearanceRefused(message, at=state.package.id, remedy=remedy)


def _require_drafter(state: Routing, entry: Entry) -> None:
    if entry.by != state.package.drafter:
        raise _refuse(state, f"{entry.by} did not draft it.", f"{state.package.drafter} did.")


def _require_pen(state: Routing, entry: Entry) -> None:
    _require_drafter(state, entry)
    if state.holder != entry.by:
        raise _refuse(state, f"{state.holder} has the file.", "Wait for it, or recall it.")


def _given(state: Routing, to: str, entry: Entry) -> Routing:
    """The file in another's hands."""
    if to == state.holder:
        return state
    given = HandOver(state.holder, to, entry.made_at)
    return replace(state, holder=to, hand_overs=(*state.hand_overs, given))


def _asked(state: Routing, entry: Entry) -> Routing:
    """The stages that are to be asked now: the next one once every required office of those before has cleared."""
    route = state.package.route
    while state.circulated and state.sent is None and state.reached < len(route):
        before = [seat for stage in route[: state.reached] for seat in stage if seat.required]
        if not all(state.clearance(seat).is_given for seat in before):
            break
        state = replace(state, reached=state.reached + 1)
        stage = route[state.reached - 1]
        if len(stage) == 1 and state.holder == state.package.drafter:
            state = _given(state, stage[0].office, entry)
    return state


def _circulated(state: Routing, entry: Entry) -> Routing:
    _require_pen(state, entry)
    if state.circulated:
        raise _refuse(state, "It is on its way.", "Recall it first.")
    state = replace(state, circulated=True)
    # After a recall the file goes on to the office that has not answered yet.
    last = state.package.route[state.reached - 1] if state.reached else ()
    waiting = len(last) == 1 and state.clearance(last[0]) in (Clearance.ASKED, Clearance.LAPSED)
    return _given(state, last[0].office, entry) if waiting else state


def _replied(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, Replied)
    try:
        place = state.package.stage_of(entry.by)
    except ValueError as error:
        there = ", ".join(seat.office for seat in state.package.seats) or "nobody"
        raise _refuse(state, f"{error}.", f"On it are: {there}.") from None
    if not state.circulated or place >= state.reached:
        raise _refuse(state, f"{entry.by} is not asked yet.", "It is once the offices before it have cleared.")
    text, changes = state.text, [one for one in state.changes if not _is_superseded(one, entry.by)]
    if entry.change is not None:
        instruction = restored_instruction(entry.change)
        text = _applied(state, instruction)
        changes.append(Change(len(_proposed(state)) + 1, entry.by, instruction))
    replied = replace(state, replies=(*state.replies, Reply(entry, text)), changes=tuple(changes))
    return _given(replied, state.package.drafter, entry) if state.holder == entry.by else replied


def _is_superseded(change: Change, office: str) -> bool:
    """Whether a change was put forward by an office that now answers anew."""
    return change.office == office and change.fate is Fate.PENDING


def _proposed(state: Routing) -> list[Entry]:
    return [entry for entry in state.log if isinstance(entry, Replied) and entry.change is not None]


def _applied(state: Routing, instruction: object) -> Draft:
    try:
        return applied(state.text, instruction)  # type: ignore[arg-type]
    except UnreadableReading as error:
        raise _refuse(state, error.message, error.remedy) from None


def _settled(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, entries.Settled)
    _require_pen(state, entry)
    chosen = next((one for one in state.changes if one.number == entry.change), None)
    if chosen is None or chosen.fate is not Fate.PENDING:
        raise _refuse(state, f"There is no change {entry.change} to settle.", "Its number stands beside it.")
    what = meant(chosen.instruction)
    alike = {one.number for one in state.changes if one.fate is Fate.PENDING and meant(one.instruction) == what}
    fate = Fate.ACCEPTED if entry.accepted else Fate.DECLINED
    changes = tuple(replace(one, fate=fate) if one.number in alike else one for one in state.changes)
    state = replace(state, changes=changes)
    return _with_text(state, _applied(state, chosen.instruction)) if entry.accepted else state


def _with_text(state: Routing, text: Draft) -> Routing:
    """The package with another text, to which the pending changes are carried over."""
    named = replace(text, id=f"{state.package.id}/{len(state.texts) + 1}")
    changes = carried(state.changes, state.text, named)
    return replace(state, texts=(*state.texts, named), changes=changes)


def _revised(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, entries.Revised)
    _require_pen(state, entry)
    return _with_text(state, entry.text)


def _handed_over(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, entries.HandedOver)
    if entry.by != state.holder:
        raise _refuse(state, f"{state.holder} has the file, not {entry.by}.", "Who has it hands it over.")
    known = {state.package.drafter, state.package.approver, *(seat.office for seat in state.package.seats)} - {""}
    if entry.to not in known or entry.to == entry.by:
        raise _refuse(state, f"It cannot go to {entry.to or 'nobody'}.", f"It can to: {', '.join(sorted(known))}.")
    return _given(state, entry.to, entry)


def _reminded(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, entries.Reminded)
    seat = next((seat for seat in state.package.seats if seat.office == entry.office), None)
    if seat is None or not state.circulated or state.clearance(seat) not in (Clearance.ASKED, Clearance.LAPSED):
        raise _refuse(state, f"{entry.office} owes no reply.", "Those that do are marked as asked.")
    return replace(state, reminders=(*state.reminders, entry))


def _recalled(state: Routing, entry: Entry) -> Routing:
    _require_drafter(state, entry)
    if not state.circulated and state.holder == entry.by:
        raise _refuse(state, "It is not on its way.")
    return _given(replace(state, circulated=False), state.package.drafter, entry)


def _decided(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, Decided)
    if not state.package.approver or entry.by != state.package.approver:
        raise _refuse(state, f"{entry.by} does not decide on it.", f"{state.package.approver or 'Nobody'} does.")
    if state.holder != entry.by:
        raise _refuse(state, f"{state.holder} has the file.", "It is handed over first.")
    if entry.recommendation not in state.to_decide:
        raise _refuse(state, f"There is no recommendation {entry.recommendation}.")
    decisions, lacking = state.decisions, state.uncleared
    if entry.change is not None:
        standing = [state.decision_on(number) for number in state.to_decide]
        state = _with_text(state, _applied(state, restored_instruction(entry.change)))
        # What the approver changes does not undo what the approver decided.
        decisions = tuple(replace(one, text=state.text) if one in standing else one for one in decisions)
    undone = tuple(each for each in state.uncleared if each not in lacking)
    state = replace(state, decisions=(*decisions, Decision(entry, state.text, lacking, undone)))
    done = all(state.decision_on(number) is not None for number in state.to_decide)
    return _given(state, state.package.drafter, entry) if done else state


def _require_answered_for(state: Routing, entry: Decided) -> None:
    """The approver may decide between offices that do not agree, knowing that they do not (Circular 175, 11 FAM 720:
    what is not agreed is put before whoever decides); it may not go while anything is missing, all the same."""
    if entry.verdict is Verdict.DISAPPROVED:
        return
    open_ = "; ".join(state.to_answer_for)
    if open_ and not entry.despite.strip():
        raise _refuse(
            state, f"Required clearances are missing: {open_}.", "Say that it is decided all the same, and why."
        )
    if entry.despite.strip() and not state.uncleared:
        raise _refuse(state, "No required clearance is missing, despite which it would be decided.", "Decide on it.")


def _sent(state: Routing, entry: Entry) -> Routing:
    assert isinstance(entry, entries.Sent)
    _require_pen(state, entry)
    if state.missing:
        raise _refuse(state, f"It may not go: {'; '.join(state.missing)}.", "Get what is missing first.")
    return replace(state, sent=entry)


_ACTS = {
    entries.Circulated: _circulated,
    Replied: _replied,
    entries.Settled: _settled,
    entries.Revised: _revised,
    entries.HandedOver: _handed_over,
    entries.Reminded: _reminded,
    entries.Recalled: _recalled,
    Decided: _decided,
    entries.Sent: _sent,
}

"""`travaux clear`: send a text round for clearance, answer for an office, settle changes, decide, and send it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from travaux.actions import clear as acts
from travaux.clearance.entries import Answer, Verdict
from travaux.clearance.line import line as read_line
from travaux.clearance.package import Kind
from travaux.clearance.route import route as routed
from travaux.clearance.standing import Routing
from travaux.cli import clear_asked as asked
from travaux.cli import terminal
from travaux.cli.cleared import as_data, as_line, difference, inbox, lines
from travaux.cli.followed import open_followed
from travaux.cli.json_text import json_text
from travaux.cli.standard_input import here
from travaux.cli.taken import words_in
from travaux.desk import file, packages
from travaux.errors import UnknownEntry


def clear(
    path: asked.File,
    package: asked.Named = "",
    by: asked.By = "",
    person: asked.ByPerson = "",
    seen: asked.Seen = "",
    new: asked.New = None,
    text: asked.Text = "",
    title: asked.Title = "",
    route: asked.Route = "",
    approver: asked.Approver = "",
    recommend: asked.Recommend = None,
    circulate: asked.Circulate = False,
    concur: asked.Concur = False,
    change: asked.Change = None,
    object_: asked.ObjectTo = None,
    no_interest: asked.NoInterest = False,
    accept: asked.Accept = None,
    decline: asked.Decline = None,
    revise: asked.Revise = None,
    hand_to: asked.HandTo = None,
    remind: asked.Remind = None,
    recall: asked.Recall = False,
    approve: asked.Approve = None,
    modify: asked.Modify = None,
    disapprove: asked.Disapprove = None,
    despite: asked.Despite = "",
    send: asked.Send = False,
    as_document: asked.AsDocument = "",
    since: asked.Since = "",
    read: asked.ReadLine = "",
    as_json: asked.AsJson = False,
) -> None:
    """Route a text through the offices that must agree to it, and tell who has it, who said what, what is missing."""
    open_followed(path)
    if read:
        _print(_read(read))
        return
    _require_used(
        ("--as", as_document, "--send", send),
        ("--all-the-same", despite, "--approve or --modify", approve is not None or modify),
        ("--text, --title, --route, --approver and --recommend", text or title or route or approver or recommend,
         "--new", new),
    )  # fmt: skip
    with file.troubles(path):
        who = acts.Actor(by, person, seen)
        done: _Done = [
            (new, lambda: _opened(package, new, text, title, route, approver, recommend, who)),
            (circulate, lambda: acts.circulate(package, who)),
            (concur, lambda: acts.reply(package, who, Answer.CONCURS)),
            (None if modify else change, lambda: acts.reply(package, who, Answer.WITH_CHANGES, _change(change))),
            (object_, lambda: acts.reply(package, who, Answer.OBJECTS, acts.Said(words=object_ or ""))),
            (no_interest, lambda: acts.reply(package, who, Answer.NO_INTEREST)),
            (accept, lambda: acts.settle_change(package, who, accept or 0, accepted=True)),
            (decline, lambda: acts.settle_change(package, who, decline or 0, accepted=False)),
            (revise, lambda: acts.revise(package, who, words_in(revise or Path()))),
            (hand_to, lambda: acts.hand_over(package, who, hand_to or "")),
            (remind, lambda: acts.remind(package, who, remind or "")),
            (recall, lambda: acts.recall(package, who)),
            (approve, lambda: acts.decide_on(package, who, approve or 0, Verdict.APPROVED, acts.Said(despite=despite))),
            (modify, lambda: _modified(package, who, modify or (0, ""), _modifying(change, despite))),
            (disapprove, lambda: acts.decide_on(package, who, disapprove or 0, Verdict.DISAPPROVED)),
            (send, lambda: acts.send(package, who, as_document=as_document)),
        ]
        _tell(_after(done, package, seen), by, since, as_json=as_json)


#: What was asked for, None or False where nothing was, and what is then done.
_Done = list[tuple[object, Callable[[], Routing]]]


def _require_used(*pairs: tuple[str, object, str, object]) -> None:
    """Nothing that is given is left out: each option that goes with another goes with it."""
    for name, given, other, used in pairs:
        if given and not used:
            raise UnknownEntry(f"{name}: this goes with {other}, which was not given.", remedy=f"Give {other} too.")


def _after(done: _Done, package: str, seen: str) -> Routing | None:
    """Where a package stands after the acts asked for, in their order; None where none is named."""
    chosen = [act for wanted, act in done if wanted is not None and wanted is not False]
    if not package:
        if chosen:
            raise UnknownEntry("No package is named.", remedy="Name it after the file.")
        return None
    if seen and len(chosen) != 1:
        raise UnknownEntry("--seen goes with one act.", remedy="Name one at a time: each may make the text another.")
    states = [act() for act in chosen]
    return states[-1] if states else packages.package(package)


def _tell(state: Routing | None, office: str, since: str, *, as_json: bool) -> None:
    """A package, or what changed since an office cleared it; without one all, or those of an office."""
    today = datetime.date.today()
    if state is None:
        found = packages.held_by(office) if office else packages.packages()
        if as_json:
            print(json_text({"packages": [as_line(each, today) for each in found]}))
        else:
            _print(inbox(found, office, today))
    elif as_json:
        print(json_text(as_data(state, today)))
    else:
        _print(difference(state, since) if since else lines(state, today))


def _opened(
    package: str, kind: Kind | None, text: str, title: str, route: str, approver: str, recommend: list[str] | None,
    who: acts.Actor,
) -> Routing:  # fmt: skip
    """A package of a draft or a document of the file, or of a text file."""
    source = here(Path(text))
    words = words_in(source) if text and source.is_file() else ""
    plan = acts.Plan(
        id=package,
        kind=kind or Kind.DRAFT,
        route=routed(route),
        drafter=who.office,
        title=title,
        approver=approver,
        recommendations=tuple(recommend or ()),
        subject="" if words else text,
        words=words,
    )
    return acts.open_package(plan, person=who.person)


def _change(words: str | None) -> acts.Said:
    """A change in words, or the text as it is to be where a file is named."""
    said = words or ""
    if 0 < len(said) < 250 and here(Path(said)).is_file():
        return acts.Said(text=words_in(Path(said)))
    return acts.Said(change=said)


def _modifying(change: str | None, despite: str) -> acts.Said:
    return replace(_change(change), despite=despite)


def _modified(package: str, who: acts.Actor, modify: tuple[int, str], said: acts.Said) -> Routing:
    number, words = modify
    return acts.decide_on(package, who, number, Verdict.MODIFIED, replace(said, words=words))


def _read(words: str) -> Iterator[str]:
    found = read_line(words)
    yield str(found.line) or "It names nobody."
    for finding in found.findings:
        yield f"  {finding.message}"


def _print(told: Iterator[str]) -> None:
    console = terminal.output()
    for line in told:
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))

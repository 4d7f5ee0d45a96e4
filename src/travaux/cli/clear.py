"""`travaux clear`: send a text round for clearance, answer for an office, settle changes, decide, and send it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from travaux.actions import clear as acts
from travaux.clearance.entries import Answer, Verdict
from travaux.clearance.line import line as read_line
from travaux.clearance.package import Kind
from travaux.clearance.route import route as routed
from travaux.clearance.routing import Routing
from travaux.cli import terminal
from travaux.cli.cleared import as_data, difference, inbox, lines
from travaux.cli.followed import open_followed
from travaux.cli.json_text import json_text
from travaux.cli.taken import words_in
from travaux.desk import file, packages
from travaux.errors import UnknownEntry


def clear(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    package: Annotated[str, typer.Argument(metavar="[PACKAGE]", help="The package; without one, all are listed.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="OFFICE", help="The office that acts, or whose inbox it is.")] = "",
    person: Annotated[str, typer.Option("--person", metavar="NAME", help="Who acts for it.")] = "",
    new: Annotated[Kind | None, typer.Option("--new", metavar="KIND", help="Open a package of this kind.")] = None,
    text: Annotated[
        str, typer.Option("--text", metavar="TEXT", help="Its text: a draft or a document of the file, or a text file.")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="WORDS", help="What it is called.")] = "",
    route: Annotated[
        str, typer.Option("--route", metavar="ROUTE", help='Such as "LA, Marine (Article VI) by 1963-03-04; Press?".')
    ] = "",
    approver: Annotated[str, typer.Option("--approver", metavar="NAME", help="Who decides on it.")] = "",
    recommend: Annotated[
        list[str] | None, typer.Option("--recommend", metavar="WORDS", help="A recommendation; may be given again.")
    ] = None,
    circulate: Annotated[bool, typer.Option("--circulate", help="Send it on its way.")] = False,
    concur: Annotated[bool, typer.Option("--concur", help="Agree to the text as it is.")] = False,
    change: Annotated[
        str | None,
        typer.Option(
            "--change",
            metavar="WORDS",
            help="Agree with a change, in formal English; or a text file. With --modify: what the approver changes.",
        ),
    ] = None,
    object_: Annotated[str | None, typer.Option("--object", metavar="REASON", help="Object, and say why.")] = None,
    no_interest: Annotated[
        bool, typer.Option("--no-interest", help="Say that it is no concern of the office.")
    ] = False,
    accept: Annotated[
        int | None, typer.Option("--accept", metavar="N", help="Take the change of that number in.")
    ] = None,
    decline: Annotated[int | None, typer.Option("--decline", metavar="N", help="Decline it.")] = None,
    revise: Annotated[
        Path | None, typer.Option("--revise", metavar="FILE", help="Put this text in the place of the one before.")
    ] = None,
    hand_to: Annotated[
        str | None, typer.Option("--hand-to", metavar="OFFICE", help="Give the file to another.")
    ] = None,
    remind: Annotated[
        str | None, typer.Option("--remind", metavar="OFFICE", help="Remind an office that owes a reply.")
    ] = None,
    recall: Annotated[bool, typer.Option("--recall", help="Call it back.")] = False,
    approve: Annotated[
        int | None, typer.Option("--approve", metavar="N", help="Approve recommendation N; 0 is the text.")
    ] = None,
    modify: Annotated[
        tuple[int, str] | None,
        typer.Option("--modify", metavar="N WORDS", help="Approve it with these words beside it."),
    ] = None,
    disapprove: Annotated[
        int | None, typer.Option("--disapprove", metavar="N", help="Disapprove recommendation N; 0 is the text.")
    ] = None,
    despite: Annotated[
        str,
        typer.Option(
            "--all-the-same",
            metavar="REASON",
            help="With --approve or --modify: why it is decided while required clearances are missing.",
        ),
    ] = "",
    send: Annotated[bool, typer.Option("--send", help="Mark it as sent; refused while anything is missing.")] = False,
    as_document: Annotated[str, typer.Option("--as", metavar="NUMBER", help="Under which number it was sent.")] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="OFFICE", help="Show what changed since this office cleared it.")
    ] = "",
    read: Annotated[
        str, typer.Option("--read", metavar="LINE", help="Read a clearance line: who drafted, cleared ...")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Route a text through the offices that must agree to it, and tell who has it, who said what, what is missing."""
    open_followed(path)
    if read:
        _print(_read(read))
        return
    with file.troubles(path):
        who = acts.Actor(by, person)
        done = [
            (new is not None, lambda: _opened(package, new, text, title, route, approver, recommend, who)),
            (circulate, lambda: acts.circulate(package, who)),
            (concur, lambda: acts.reply(package, who, Answer.CONCURS)),
            (change is not None and modify is None,
             lambda: acts.reply(package, who, Answer.WITH_CHANGES, _change(change))),
            (object_ is not None, lambda: acts.reply(package, who, Answer.OBJECTS, acts.Said(words=object_ or ""))),
            (no_interest, lambda: acts.reply(package, who, Answer.NO_INTEREST)),
            (accept is not None, lambda: acts.settle_change(package, who, accept or 0, accepted=True)),
            (decline is not None, lambda: acts.settle_change(package, who, decline or 0, accepted=False)),
            (revise is not None, lambda: acts.revise(package, who, words_in(revise or Path()))),
            (hand_to is not None, lambda: acts.hand_over(package, who, hand_to or "")),
            (remind is not None, lambda: acts.remind(package, who, remind or "")),
            (recall, lambda: acts.recall(package, who)),
            (approve is not None,
             lambda: acts.decide_on(package, who, approve or 0, Verdict.APPROVED, acts.Said(despite=despite))),
            (modify is not None, lambda: _modified(package, who, modify or (0, ""), _modifying(change, despite))),
            (disapprove is not None, lambda: acts.decide_on(package, who, disapprove or 0, Verdict.DISAPPROVED)),
            (send, lambda: acts.send(package, who, as_document=as_document)),
        ]  # fmt: skip
        state = _done(done, package)
        if state is None:
            found = packages.held_by(by) if by else packages.packages()
            _print(inbox(found, by, datetime.date.today()))
        elif as_json:
            print(json_text(as_data(state, datetime.date.today())))
        else:
            _print(difference(state, since) if since else lines(state, datetime.date.today()))


def _done(done: list[tuple[bool, Callable[[], Routing]]], package: str) -> Routing | None:
    """The acts asked for, in their order; without any the package as it stands, None where none is named."""
    chosen = [act for asked, act in done if asked]
    if not package:
        if chosen:
            raise UnknownEntry("No package is named.", remedy="Name it after the file.")
        return None
    states = [act() for act in chosen]
    return states[-1] if states else packages.package(package)


def _opened(
    package: str, kind: Kind | None, text: str, title: str, route: str, approver: str, recommend: list[str] | None,
    who: acts.Actor,
) -> Routing:  # fmt: skip
    """A package of a draft or a document of the file, or of a text file."""
    source = Path(text)
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
    return (
        acts.Said(text=words_in(Path(said))) if 0 < len(said) < 250 and Path(said).is_file() else acts.Said(change=said)
    )


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

"""Takes issues, positions and settlements into the open file: a register of them, or one that a person enters."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.actions.tell_positions import tell_positions
from travaux.desk import file, journal, positions, shelf
from travaux.desk.access.portions import require_whole
from travaux.errors import UnknownEntry, UnreadableRegister
from travaux.findings import Citation
from travaux.mandate.issue import Dismissal, Issue, Passage, Standing
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Actor, Level, Position, Settlement, Withdrawal
from travaux.mandate.position_file import position_file
from travaux.mandate.position_proposals import held_of, subject_of
from travaux.record.document import Document
from travaux.record.quoted import quoted
from travaux.text.locate import locate
from travaux.text.parse import parse


@dataclass(frozen=True, slots=True)
class From:
    """The passage that an entry rests on: a document by its name, and words that it has once, or in a note of it; or
    where they stand, as a page knows it."""

    document: str
    words: str = ""
    note: str = ""
    span: tuple[int, int] | None = None

    @staticmethod
    def at(cited: Citation) -> From:
        """The passage that is cited."""
        return From(cited.document, note=cited.note, span=(cited.start, cited.end))


def take_positions(content: bytes, *, name: str, by: str = "") -> IssueRegister:
    """Keep the register `content` under `name`, in place of the one before; gives all that the file then holds.

    Raises UnreadableRegister when it cannot be read, cites what is not in the file, or does not fit what else is
    entered; FileTrouble when the file takes no writing. Nothing is then changed.
    """
    permit("positions")
    with file.writing():
        known = positions.register(positions.kept(without=name))
        found = position_file(content, name=name, documents=lru_cache(_whole), known=known)
        entries = [
            entry
            for field in dataclasses.fields(IssueRegister)
            for entry in getattr(found, field.name)[len(getattr(known, field.name)) :]
        ]
        for issue in found.issues[len(known.issues) :]:
            _require_bound(issue)
        rows = positions.keep_register(entries, name=name, by=by, made_at=timezone.now())
        journal.enter("took positions from", journal.On("register", name), journal.row(*rows))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What of a proposal a person will not have, and why: with `issue`, its id or the name that a caption gives, that
    the passage is on it; else the position there that holds `held`, or any."""

    issue: str = ""
    held: str = ""
    reason: str = ""


def dismiss_proposals(refusal: Refusal, sources: Iterable[From], *, by: str = "") -> tuple[int, ...]:
    """Have what is proposed at these passages be none: it is not proposed again until that is taken back. What is
    dismissed already stays so. Gives the number of each, by which it is taken back. Raises UnknownEntry where nothing
    of the kind is proposed there."""
    permit("positions")
    issue, held = refusal.issue, " ".join(refusal.held.split())
    register = positions.register()
    done = _dismissals()
    proposals = tell_positions(register)
    there = {(one.at, "", words) for one in proposals.positions for words in ("", held_of(one))}
    there |= {(one.at, subject_of(one), "") for each in proposals.issues for one in each.passages}
    cited = dict(map(_cited, sources))
    left = []
    for at, words in cited.items():
        if (at, issue, held) in done:
            continue
        if (at, issue, held) not in there:
            raise UnknownEntry("Nothing of the kind is proposed there.", at=str(at), remedy="Look at what is.")
        left.append(Dismissal(at, words, issue, held, " ".join(refusal.reason.split())))
    if left:
        with file.writing():
            done |= {(each.at, issue, held): _enter(each, by, verb="dismissed") for each in left}
    return tuple(done[at, issue, held] for at in cited)


def _dismissals() -> dict[tuple[Citation, str, str], int]:
    """The numbers of what is dismissed, by the passage and what was proposed there."""
    return {
        (each.entry.at, each.entry.issue, each.entry.held): each.key
        for each in positions.dismissed()
        if isinstance(each.entry, Dismissal)
    }


def add_issue(issue: Issue, *, by: str = "") -> int:
    """Keep an issue; gives the number by which it is taken back. Raises UnknownEntry where it does not fit,
    UnknownDocument where there is no draft of that name, UnknownProvision where that lacks a provision."""
    permit("positions")
    _require_bound(issue)
    return _enter_once(issue, by)


def confirm_passage(issue: str, source: From, *, by: str = "") -> int:
    """Have a passage stand as one on an issue, as a person says; gives its number."""
    at, words = _cited(source)
    return _enter_once(Passage(issue, at, words), by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What is entered of a position: on which issue, whose, at which level, from which day; the day of the document
    where none is given."""

    issue: str
    actor: Actor
    level: Level
    date: datetime.date | None = None
    wording: str = ""
    condition: str = ""
    words: str = ""


def enter_position(holding: Holding, source: From, *, by: str = "") -> Position:
    """Keep a position that a passage says; gives it, where it was entered so already that. Raises UnknownDocument or
    UnknownEntry where it says none, or where there is no such issue."""
    permit("positions")
    at, passage = _cited(source)
    date = _day(holding.date, source)
    there = positions.register().positions
    position = Position(
        id=positions.free_id(),
        issue=holding.issue,
        actor=holding.actor,
        date=date,
        level=holding.level,
        at=at,
        words=" ".join((holding.words.strip() or passage).split()),
        wording=holding.wording.strip(),
        condition=holding.condition.strip(),
    )
    same = next((one for one in there if dataclasses.replace(position, id=one.id) == one), None)
    if same is None:
        _enter(position, by)
    return same or position


def correct_position(key: int, holding: Holding, source: From, *, by: str = "") -> Position:
    """Have the entry of that number no longer count, and a position stand instead; gives it. Raises UnknownEntry where
    there is no position of that number, or where others rest on it."""
    permit("positions")
    with file.writing():
        if not any(each.key == key and isinstance(each.entry, Position) for each in positions.kept()):
            raise UnknownEntry(f"There is no position with the number {key}.", remedy="Its number stands beside it.")
        take_back_entry(key, by=by)
        return enter_position(holding, source, by=by)


def withdraw_position(position: str, source: From, *, date: datetime.date | None = None, by: str = "") -> int:
    """Have an actor no longer hold a position, from the day of the paper that says so."""
    at, _ = _cited(source)
    return _enter_once(Withdrawal(position, _day(date, source), at), by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a paper tells of the standing of an issue, and according to whom."""

    issue: str
    standing: Standing
    according_to: Actor
    date: datetime.date | None = None
    wording: str = ""
    meets: tuple[str, ...] = ()


def settle_issue(outcome: Outcome, source: From, *, by: str = "") -> int:
    """Keep what a paper tells of an issue; it counts from its day on."""
    at, _ = _cited(source)
    settled = Settlement(
        issue=outcome.issue,
        standing=outcome.standing,
        date=_day(outcome.date, source),
        at=at,
        according_to=outcome.according_to,
        wording=outcome.wording.strip(),
        meets=outcome.meets,
    )
    return _enter_once(settled, by)


def take_back_entry(key: int, *, by: str = "") -> None:
    """Have an entry no longer count; it stays in the file. Raises UnknownEntry where there is none of that number, or
    where others rest on it."""
    permit("positions")
    with file.writing():
        row = positions.take_back(key, by=by, made_at=timezone.now())
        for each in positions.resting_on(row):
            raise UnknownEntry(f"The entry on {each.at} rests on entry {key}.", remedy="Take that back first.")
        try:
            positions.register()
        except ValueError as error:
            raise UnknownEntry(f"Others rest on entry {key}: {error}.", remedy="Take those back first.") from None
        journal.enter("took back", journal.On("position", str(key)), journal.row(row))


def _require_bound(issue: Issue) -> None:
    """Raise where an issue names a draft that is not there, or a provision that this does not have."""
    if not issue.draft or shelf.unfinished():
        return
    draft = shelf.draft(issue.draft)
    for address in issue.provisions:
        locate(draft, parse(address))


def _enter(entry: positions.Entered, by: str, *, verb: str = "entered") -> int:
    """Keep one entry that fits with all that is there."""
    permit("positions")
    with file.writing():
        row = positions.keep(entry, by=by, made_at=timezone.now())
        try:
            positions.register()
        except ValueError as error:
            raise UnknownEntry(f"It does not fit: {error}.", remedy="Look at what is entered.") from None
        kind = type(entry).__name__.lower()
        journal.enter(verb, journal.On(kind, str(row.pk)), journal.row(row))
    return int(row.pk)


def _enter_once(entry: positions.Entered, by: str) -> int:
    """The same, where it does not stand so already; gives its number."""
    permit("positions")
    there = (each.key for each in positions.kept() if each.entry == entry)
    return next(there, None) or _enter(entry, by)


def _cited(source: From) -> tuple[Citation, str]:
    document = _whole(source.document)
    if source.span is not None:
        at = Citation(document.id, *source.span, source.note)
    else:
        at = quoted(document, source.words, note=source.note)
    words = document.passage(at)
    if not words.strip():
        raise UnreadableRegister("There are no words at that passage.", at=str(at), remedy="Quote words that it has.")
    return at, words


def _whole(name: str) -> Document:
    """The document of that name. Raises NotPermitted where some of it is not shown: what is cited would not be where
    whoever enters it takes it to be."""
    require_whole(shelf.row(name))
    return shelf.document(name)


def _day(date: datetime.date | None, source: From) -> datetime.date:
    found = date or shelf.row(source.document).date
    if found is None:
        raise UnknownEntry(f"{source.document} has no day.", remedy="Say from which day it holds.")
    return found

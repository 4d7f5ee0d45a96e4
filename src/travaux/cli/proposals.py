"""What documents tell of issues and positions, for `travaux positions`: proposed, confirmed, dismissed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import msgspec

from travaux.actions.take_positions import (
    From,
    Holding,
    Refusal,
    confirm_passage,
    dismiss_proposals,
    enter_position,
)
from travaux.actions.tell_positions import tell_positions
from travaux.cli.asked import place
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import counted, in_words, short
from travaux.cli.written import write_text
from travaux.desk import positions as kept
from travaux.errors import UnknownEntry
from travaux.findings import Citation
from travaux.mandate.issue import Dismissal, folded
from travaux.mandate.issue_passages import OnIssue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position import Position, actor
from travaux.mandate.position_proposals import Proposals, proposal_file
from travaux.mandate.subject import named


def propose(out: Path | None, *, as_json: bool) -> Iterator[str]:
    """Print a register of proposals, or the same as data; or write it, and give a line that tells of it."""
    register = kept.register()
    proposals = tell_positions(register)
    words = json_text(_as_data(proposals)) + "\n" if as_json else proposal_file(proposals, register)
    if out is None:
        print(words, end="")
        return
    write_text(words, out)
    issues = sum(not one.issue for one in proposals.issues)
    found = f"{counted(issues, 'issue')}, {counted(len(proposals.positions), 'position')}"
    gone = f", {proposals.dismissed} dismissed" if proposals.dismissed else ""
    yield f"{found} proposed{gone}, {len(proposals.findings)} passages left open: {out}"


def confirm(at: Citation, issue: str, whose: str, date: datetime.date | None = None) -> Iterator[str]:
    """Confirm what is proposed at a passage as it is read: a position, else that it is on an issue. What was not read
    of it is given. Raises UnknownEntry where nothing, or more than one thing, is proposed there."""
    register = kept.register()
    proposals, issue = tell_positions(register), _subject(register, issue)
    told = [one for one in proposals.positions if one.at == at]
    if not told:
        on = [one.issue for one in _on_issues(proposals) if one.at == at and one.issue]
        issue = issue or next(iter(on), "")
        if issue not in on:
            raise UnknownEntry("Nothing of the kind is proposed there.", at=str(at), remedy="See --told --json.")
        yield f"Kept as entry {confirm_passage(issue, From.at(at))}: it is on {issue}."
        return
    if len(told) > 1:
        raise UnknownEntry(f"{len(told)} positions are read there.", at=str(at), remedy="Enter each with --enter.")
    one = told[0]
    issue, holder = issue or proposals.on(one), actor(whose) if whose else one.actor
    if not issue or holder is None:
        remedy = f"Give {'' if issue else '--of ISSUE'}{'' if issue or holder else ' and '}"
        remedy += "." if holder else f"--of-actor ACTOR: it says “{one.who}”."
        raise UnknownEntry("Whose position it is, and on which issue, was not read.", at=str(at), remedy=remedy)
    found = enter_position(Holding(issue=issue, actor=holder, level=one.level, date=date), From.at(at))
    yield kept_line(found)


def kept_line(position: Position) -> str:
    """What a position is kept as: the number by which it is taken back, its id, and what it says."""
    key = next(each.key for each in kept.kept() if isinstance(each.entry, Position) and each.entry.id == position.id)
    said = f"{position.actor}, {position.level} on {position.issue} from {in_words(position.date)}"
    return f"Kept as entry {key} ({position.id}): {said}."


def dismiss(at: Citation, issue: str, reason: str) -> Iterator[str]:
    """Have what is proposed at a passage be none: no position, or with an issue nothing on it."""
    dismiss_proposals(Refusal(issue=_subject(kept.register(), issue), reason=reason), [From.at(at)])
    yield "It is not proposed again. To see it, and the number by which it is taken back: --dismissed"


def dismissed() -> Iterator[str]:
    """What was dismissed, each with the number by which it is taken back."""
    found = kept.dismissed()
    yield f"{counted(len(found), 'proposal')} dismissed"
    for each in found:
        if isinstance(each.entry, Dismissal):
            what = f"not on {each.entry.issue}" if each.entry.issue else "no position"
            reason = f"; {each.entry.reason}" if each.entry.reason else ""
            yield f"  {each.key}  {place(each.entry.at)}, {in_words(each.made_at.date())}: {what}{reason}"
            yield f"      {short(each.entry.held or each.entry.words, 110)}"


def _subject(register: IssueRegister, words: str) -> str:
    """The id of the issue that goes by a name, else the name as a caption has it."""
    issue = named(register, words) if words else None
    return issue.id if issue else folded(words)


def _on_issues(proposals: Proposals) -> Iterator[OnIssue]:
    return (passage for one in proposals.issues for passage in one.passages)


def _as_data(proposals: Proposals) -> Json:
    return {
        "positions": [
            {**msgspec.to_builtins(one), "issue": proposals.on(one), "place": place(one.at)}
            for one in proposals.positions
        ],
        "passages": [{**msgspec.to_builtins(one), "place": place(one.at)} for one in _on_issues(proposals)],
        "findings": msgspec.to_builtins(proposals.findings),
        "undated": sorted(proposals.undated),
        "dismissed": proposals.dismissed,
    }

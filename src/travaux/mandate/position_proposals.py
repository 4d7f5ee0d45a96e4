"""Writes what documents tell of issues and positions as a register file, to be mended by a person and taken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from travaux.findings import Finding
from travaux.mandate.issue import folded
from travaux.mandate.issue_passages import OnIssue, Proposed, as_registered, issue_passages, naming, proposed
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position_reading import Names, Reading, Told, names_of, position_reading
from travaux.record.document import Document


@dataclass(frozen=True, slots=True)
class Proposals:
    """What documents tell, none of it confirmed: issues with their passages, positions, and what was not understood.
    `undated` are the ids of those that have no day. What a person dismissed is not among them; `dismissed` is how many
    proposals were left out for it."""

    issues: tuple[Proposed, ...]
    positions: tuple[Told, ...]
    findings: tuple[Finding, ...]
    undated: frozenset[str] = frozenset()
    dismissed: int = 0

    def on(self, told: Told) -> str:
        """The issue that a position is on: as registered, else the name by which a caption above it calls it."""
        if told.issue:
            return told.issue
        at = told.at
        for issue in self.issues:
            for passage in issue.passages:
                within = passage.at.document == at.document and passage.at.start <= at.start < passage.at.end
                if within:
                    return issue.issue or folded(issue.name).replace(" ", "-")
        return ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one document tells by itself, whatever is registered: captioned passages, positions as printed. `undated`
    is its id where it has no day."""

    passages: tuple[OnIssue, ...]
    reading: Reading
    undated: str = ""


def heard(document: Document) -> Heard:
    """What a document tells of issues and positions."""
    return Heard(issue_passages(document), position_reading(document), "" if document.date else document.id)


def position_proposals(documents: Iterable[Document | Heard], register: IssueRegister) -> Proposals:
    """What the documents, or what was heard of them before, tell of issues and positions, beside what is entered."""
    names = names_of(register.voices)
    passages: list[OnIssue] = []
    told: list[Told] = []
    findings: list[Finding] = []
    undated: set[str] = set()
    for each in documents:
        found = heard(each) if isinstance(each, Document) else each
        passages += (as_registered(one, register) for one in found.passages)
        told += (_on_issue(one, register, names) for one in found.reading.told)
        findings += found.reading.findings
        undated.add(found.undated)
    entered = {one.at for one in register.positions}
    open_ = [one for one in told if one.at not in entered]
    gone = {(one.at, one.issue or one.words, one.held) for one in register.dismissals}
    wanted = tuple(one for one in open_ if not {(one.at, one.words, each) for each in ("", held_of(one))} & gone)
    captioned = [
        one for one in passages if not {(one.at, each, "") for each in (one.issue, folded(one.name)) if each} & gone
    ]
    left_out = len(open_) - len(wanted) + len(passages) - len(captioned)
    return Proposals(proposed(captioned), wanted, tuple(findings), frozenset(undated - {""}), left_out)


def held_of(told: Told) -> str:
    """What a position holds, by which it is told from another of the same sentence."""
    return " ".join(told.held.split())


def subject_of(passage: OnIssue) -> str:
    """By which name a passage is dismissed: the id of its issue, else what its caption calls it."""
    return passage.issue or folded(passage.name)


def _on_issue(told: Told, register: IssueRegister, names: Names) -> Told:
    """A position with the actor whose name it has, and the issue that its words name, where they name one."""
    named = naming(told.words, register)
    return replace(told, actor=names.of(told.who), issue=named[0].id if named else told.issue)


def proposal_file(proposals: Proposals, register: IssueRegister) -> str:
    """The same as a register file: issues that are not registered, and the positions on an issue. A line that wants a
    person is a comment, and one says how many proposals were dismissed."""
    return "\n".join(_lines(proposals, register)) + "\n"


def _lines(proposals: Proposals, register: IssueRegister) -> Iterator[str]:
    yield "# Issues and positions that the documents tell. Nothing is confirmed: mend it, then --take it."
    if proposals.dismissed:
        yield f"# Left out, as a person dismissed them: {proposals.dismissed}. To see them: --dismissed"
    ids = set(register.by_id)
    names = set(register.by_name)
    for issue in proposals.issues:
        ident = folded(issue.name).replace(" ", "-")
        if issue.issue or not ident or ident in ids or folded(issue.name) in names:
            continue
        ids.add(ident)
        names.add(folded(issue.name))
        documents = len({each.at.document for each in issue.passages})
        yield f"\n[[issue]]  # {documents} document{'s' if documents > 1 else ''}"
        yield f"id = {_quoted(ident)}\nname = {_quoted(issue.name)}"
    counts: Counter[str] = Counter()
    for told in proposals.positions:
        issue_id = proposals.on(told)
        counts[told.at.document] += 1
        yield ""
        undated = told.at.document in proposals.undated
        if not issue_id:
            yield "# On which issue is this? Uncomment it with its issue."
        if undated:
            yield "# Its document has no day. Uncomment it with a date."
        lead = "" if issue_id and not undated else "# "
        yield f"{lead}[[position]]"
        yield f"{lead}issue = {_quoted(issue_id)}"
        yield f"{lead}actor = {_quoted(str(told.actor) if told.actor else told.who)}" + _whose(told)
        yield f"{lead}level = {_quoted(told.level.value)}"
        yield f"{lead}document = {_quoted(told.at.document)}"
        yield f"{lead}words = {_quoted(told.words)}"


def _whose(told: Told) -> str:
    """What a person is to look at: a name that no actor has, and one that the passage does not print."""
    marks = [] if told.actor else ["as printed: say which party"]
    if told.said is not None:
        marks.append(f"it says “{told.said}”: look whom it means" if told.said else "its subject stands before it")
    return f"  # {'; '.join(marks)}" if marks else ""


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")

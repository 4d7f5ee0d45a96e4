"""Writes what documents tell of issues and positions as a register file, to be mended by a person and taken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.findings import Finding
from travaux.mandate.issue import folded
from travaux.mandate.issue_passages import OnIssue, Proposed, issue_passages, naming, proposed
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position_reading import Reading, Told, names_of, position_reading
from travaux.record.document import Document


@dataclass(frozen=True, slots=True)
class Proposals:
    """What documents tell, none of it confirmed: issues with their passages, positions, and what was not understood."""

    issues: tuple[Proposed, ...]
    positions: tuple[Told, ...]
    findings: tuple[Finding, ...]

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


def position_proposals(documents: Iterable[Document], register: IssueRegister) -> Proposals:
    """What the documents tell of issues and positions, beside what is entered."""
    names = names_of(register.voices)
    passages: list[OnIssue] = []
    told: list[Told] = []
    findings: list[Finding] = []
    for document in documents:
        passages += issue_passages(document, register)
        reading: Reading = position_reading(document, names)
        told += (_on_issue(one, register) for one in reading.told)
        findings += reading.findings
    entered = {one.at for one in register.positions}
    return Proposals(proposed(passages), tuple(one for one in told if one.at not in entered), tuple(findings))


def _on_issue(told: Told, register: IssueRegister) -> Told:
    """A position with the issue that its words name, where they name one."""
    named = naming(told.words, register)
    return Told(told.at, told.words, told.who, told.level, told.held, told.actor, named[0].id) if named else told


def proposal_file(proposals: Proposals, register: IssueRegister) -> str:
    """The same as a register file: issues that are not registered, and the positions on an issue. A line that wants a
    person is a comment."""
    return "\n".join(_lines(proposals, register)) + "\n"


def _lines(proposals: Proposals, register: IssueRegister) -> Iterator[str]:
    yield "# Issues and positions that the documents tell. Nothing is confirmed: mend it, then --take it."
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
        if not issue_id:
            yield "# On which issue is this? Uncomment it with its issue."
        lead = "" if issue_id else "# "
        yield f"{lead}[[position]]"
        yield f"{lead}issue = {_quoted(issue_id)}"
        yield f"{lead}actor = {_quoted(str(told.actor) if told.actor else told.who)}" + _whose(told)
        yield f"{lead}level = {_quoted(told.level.value)}"
        yield f"{lead}document = {_quoted(told.at.document)}"
        yield f"{lead}words = {_quoted(told.words)}"


def _whose(told: Told) -> str:
    return "" if told.actor else "  # as printed: say which party"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")

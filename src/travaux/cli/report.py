"""The report of a build as lines to read."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from travaux.actions.build import Report, Taken
from travaux.amend.follow import Outcome, Step
from travaux.desk.shelf import Overview
from travaux.findings import Finding, Severity
from travaux.text.draft import Draft

# So many documents are named where a list would drown the report.
_MOST = 12


def report_lines(report: Report, out: Path) -> Iterator[str]:
    """What was read, what the file holds, the drafts and what became of every instruction."""
    yield from _sources(report.sources)
    yield ""
    yield from _documents(report.overview, out)
    yield ""
    yield from _drafts(report.proceedings.drafts)
    yield ""
    yield from _steps(report.proceedings.steps)
    if report.proceedings.findings:
        yield ""
        yield from _not_understood(report.proceedings.findings, out)


def in_words(date: datetime.date | None) -> str:
    """A date as the record prints it.

    >>> in_words(datetime.date(1958, 9, 29))
    'September 29, 1958'
    """
    return f"{date:%B} {date.day}, {date.year}" if date else "undated"


def short(words: str, limit: int = 90) -> str:
    """Words on one line, cut at a word where there are too many."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[:limit].rpartition(" ")[0] + " …"


def counted(count: int, thing: str) -> str:
    """A number of things: '1 document', '2 documents'."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _sources(sources: Iterable[Taken]) -> Iterator[str]:
    sources = tuple(sources)
    read = [taken for taken in sources if not taken.skipped]
    if read:
        added = sum(taken.added for taken in read)
        yield f"Read {counted(len(read), 'file')}: {counted(added, 'new document')}."
    if len(read) < len(sources):
        yield f"Skipped {counted(len(sources) - len(read), 'file')}, in already."


def _documents(overview: Overview, out: Path) -> Iterator[str]:
    yield f"{out} holds {counted(overview.documents, 'document')}"
    if overview.first:
        yield f"  from {in_words(overview.first)} to {in_words(overview.last)}"
    for kind, count in overview.kinds:
        yield f"  {count:>6,}  {kind.replace('-', ' ')}"


def _drafts(drafts: tuple[Draft, ...]) -> Iterator[str]:
    found = [draft for draft in drafts if not draft.derived_from]
    made = [draft for draft in drafts if draft.derived_from]
    yield f"Drafts found: {len(found)}"
    for draft in found:
        yield f"  {draft.id}  {short(draft.title)}, {in_words(draft.date)}"
    yield f"Drafts made by instructions: {len(made)}"
    for draft in made:
        yield f"  {draft.id}  from {draft.derived_from}, {in_words(draft.date)}"


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    yield f"Instructions found: {len(steps)}"
    for outcome in Outcome:
        chosen = [step for step in steps if step.outcome is outcome]
        yield f"  {outcome}: {len(chosen)}"
        if outcome is Outcome.NOT_APPLIED:
            yield from _by_reason(chosen)
        else:
            yield from (f"    {_step(step)}{_assumed(step)}" for step in chosen)


def _by_reason(steps: list[Step]) -> Iterator[str]:
    """What was not applied, those of one reason together."""
    groups: dict[str, list[Step]] = {}
    for step in steps:
        refusals = [each for each in step.findings if each.severity is Severity.REFUSED]
        groups.setdefault(" ".join(reason(each) for each in refusals), []).append(step)
    for why, chosen in groups.items():
        yield f"    {why}"
        yield from (f"      {_step(step)}" for step in chosen)


def _step(step: Step) -> str:
    return f"{step.instruction.at.document}  “{short(step.instruction.words, 70)}”"


def _assumed(step: Step) -> str:
    count = sum(finding.severity is Severity.ASSUMED for finding in step.findings)
    return f"  ({counted(count, 'assumption')})" if count else ""


def _not_understood(findings: tuple[Finding, ...], out: Path) -> Iterator[str]:
    yield f"Passages that may speak of a change and were not understood: {len(findings)}"
    documents = Counter(finding.at.document for finding in findings)
    for document, count in documents.most_common(_MOST):
        yield f"  {count:>4}  travaux show {out} {document}"
    if len(documents) > _MOST:
        yield f"        and {counted(len(documents) - _MOST, 'more document')}"


def reason(finding: Finding) -> str:
    """A finding as a sentence with its cure."""
    return f"{finding.message} {finding.remedy}".rstrip()

"""The report of a build as lines to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from travaux.actions.build import Report, Taken
from travaux.amend.proceedings import Outcome, Step
from travaux.cli.wording import counted, in_words, reason, short
from travaux.desk.file import shown
from travaux.desk.registers.lookup import Listed
from travaux.desk.shelf import Overview
from travaux.desk.withheld import Total
from travaux.findings import Finding, Severity
from travaux.record.withholding import in_words as in_words_of_tally
from travaux.text.draft import Draft

# So many documents are named where a list would drown the report.
_MOST = 12


def report_lines(report: Report, out: Path) -> Iterator[str]:
    """What was read, what the file holds, the drafts and what became of every instruction."""
    yield from _sources(report.sources)
    yield ""
    yield from _documents(report.overview, out)
    yield from _listed(report.listed)
    yield ""
    if report.waiting:
        yield from _put_off(report.waiting, out)
        if not report.proceedings.drafts and not report.proceedings.steps:
            return
        yield ""
    yield from _drafts(report.proceedings.drafts)
    yield ""
    yield from _steps(report.proceedings.steps)
    if report.proceedings.findings:
        yield ""
        yield from _not_understood(report.proceedings.findings, out)


def _sources(sources: Iterable[Taken]) -> Iterator[str]:
    sources = tuple(sources)
    read = [taken for taken in sources if not taken.skipped]
    if read:
        added = sum(taken.added for taken in read)
        yield f"Read {counted(len(read), 'file')}: {counted(added, 'new document')}."
    if len(read) < len(sources):
        yield f"Skipped {counted(len(sources) - len(read), 'file')}, in already."


def _documents(overview: Overview, out: Path) -> Iterator[str]:
    yield f"{shown(out)} holds {counted(overview.documents, 'document')}"
    if overview.first:
        yield f"  from {in_words(overview.first)} to {in_words(overview.last)}"
    for kind, count in overview.kinds:
        yield f"  {count:>6,}  {kind.replace('-', ' ')}"
    if overview.withheld.documents:
        yield from _withheld(overview.withheld)


def _listed(registers: Iterable[Listed]) -> Iterator[str]:
    registers = tuple(registers)
    if registers:
        persons = sum(register.persons for register in registers)
        abbreviations = sum(register.abbreviations for register in registers)
        named = f"{counted(persons, 'person')} and {counted(abbreviations, 'abbreviation')}"
        yield f"Listed in {counted(len(registers), 'source')}: {named}"


def _withheld(total: Total) -> Iterator[str]:
    in_full = f", {total.in_full:,} of them in full" if total.in_full else ""
    yield f"Passages are withheld in {counted(total.documents, 'document')}{in_full}:"
    yield from (f"  {in_words_of_tally(tally)}" for tally in total.tallies)


def _put_off(waiting: int, out: Path) -> Iterator[str]:
    yield f"Drafts and instructions are not sought yet in {counted(waiting, 'document')}."
    yield f"  That is done once, when they are first asked for, or now: travaux build --follow -o {shown(out)}"


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
        if outcome is Outcome.REFUSED:
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
        yield f"  {count:>4}  travaux show {shown(out)} {document}"
    if len(documents) > _MOST:
        yield f"        and {counted(len(documents) - _MOST, 'more document')}"

"""What a draft would change, for `travaux status --draft`: what ends and continues, and what other texts would need."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from travaux.amend.consequential import Consequence, consequential
from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import in_words, reason, short
from travaux.desk import instruments, shelf
from travaux.findings import Severity
from travaux.status.change import Change, Outcome, change
from travaux.status.entering import recorded_entry
from travaux.status.proposals import Affected
from travaux.status.references import Reference
from travaux.status.register import Register
from travaux.text.draft import Draft


def tell_change(name: str, register: Register, day: datetime.date | None, *, as_json: bool) -> None:
    """Tell what the draft of that id in the open file would change if it entered into force on `day`; without one, on
    the day that the register has for it, else today. Raises UnknownDocument."""
    draft, texts = shelf.draft(name), instruments.texts(register)
    day = day or recorded_entry(draft, register) or datetime.date.today()
    found = change(draft, register, day, texts=texts)
    consequences = consequential(found.proposals, texts)
    if as_json:
        print(json_text(_as_data(draft, found, consequences)))
        return
    console = terminal.output()
    for line in _lines(draft, register, found, consequences):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _lines(draft: Draft, register: Register, found: Change, consequences: tuple[Consequence, ...]) -> Iterator[str]:
    version = f", a text of {found.instrument.id}" if found.registered else ", which is not registered"
    yield f"If {draft.title} ({draft.id}{version}) enters into force on {in_words(found.day)}"
    if not (found.begins or found.ends or found.continues):
        yield "  nothing else begins, ends or is continued"
    for words, outcomes in (("begins", found.begins), ("ends", found.ends), ("continues", found.continues)):
        for each in outcomes:
            yield from _outcome_lines(register, words, each)
    if found.affected:
        yield "References in other texts"
        for affected in found.affected:
            yield from _affected_lines(affected)
    if consequences:
        yield "Consequential amendments, proposed"
        for consequence in consequences:
            yield from _consequence_lines(consequence)
    if found.references.references:
        yield "It refers to"
        for reference in found.references.references:
            yield f"  {_led(reference)}: “{short(reference.words)}”, in {reference.within} ({reference.at})"
    if found.findings:
        yield "To look at"
        for finding in sorted(found.findings, key=lambda each: each.severity is Severity.NOTE):
            yield f"  {finding.code}: {reason(finding)} ({finding.at})"


def _outcome_lines(register: Register, words: str, outcome: Outcome) -> Iterator[str]:
    title = register.by_id[outcome.instrument].title
    yield f"  {words} for {' and '.join(outcome.parties)}: {title} ({outcome.instrument})"
    for rule in outcome.rules:
        yield f"    by “{short(rule.words)}” ({rule.at})" if rule.at else f"    by {rule.words}"


def _affected_lines(affected: Affected) -> Iterator[str]:
    reference = affected.reference
    yield f"  {affected.instrument}, {reference.within}: “{reference.words}” {affected.effect} ({reference.at})"
    place = f" ({affected.rule.at})" if affected.rule.at else ""
    yield f"    by “{short(affected.rule.words)}”{place}"


def _consequence_lines(consequence: Consequence) -> Iterator[str]:
    yield f"  {consequence.proposal.instrument}: {consequence.words}"
    if consequence.proposal.open:
        yield "    which provision takes its place is for a person to choose"
    if consequence.refused is not None:
        yield f"    does not fit: {reason(consequence.refused)}"


def _led(reference: Reference) -> str:
    """What a reference leads to, in a word or two."""
    whose = "this text" if reference.own else reference.instrument or " or ".join(reference.choices)
    named = ", ".join(filter(None, [whose, str(reference.provision) if reference.provision else ""]))
    led = reference.found in ("instrument", "provision")
    return named if led and named else ", ".join(filter(None, [reference.found.value, named]))


def _as_data(draft: Draft, found: Change, consequences: tuple[Consequence, ...]) -> Json:
    data = {name: msgspec.to_builtins(getattr(found, name)) for name in _TOLD}
    return {
        "draft": draft.id,
        "instrument": found.instrument.id,
        "registered": found.registered,
        "date": found.day.isoformat(),
        **data,
        "references": [msgspec.to_builtins(each) for each in found.references.references],
        "amendments": [_amendment(each) for each in consequences],
        "findings": [msgspec.to_builtins(each) for each in found.findings],
    }


_TOLD = ("begins", "ends", "continues", "affected")


def _amendment(each: Consequence) -> Json:
    proposal = msgspec.to_builtins(each.proposal)
    refused = msgspec.to_builtins(each.refused) if each.refused else None
    return {**proposal, "within": str(each.proposal.within), "words": each.words, "refused": refused}

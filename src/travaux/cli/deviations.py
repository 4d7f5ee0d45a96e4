"""`travaux deviations`: how a draft departs from a standard form, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.actions.deviate import deviate
from travaux.cli import data, terminal
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import documents_in, draft_named
from travaux.cli.wording import counted, short
from travaux.cli.written import write_bytes
from travaux.compare.deviations import Clause, Deviations, changed_words
from travaux.compare.deviations import deviations as deviations_of
from travaux.compare.reasons import Reason, ReasonKind, reasons
from travaux.compare.render import as_text
from travaux.desk import file
from travaux.exchange.departures import departures, summary
from travaux.exchange.export import export
from travaux.exchange.formats import format_of

UNEXPLAINED = 1


def deviations(
    form: Annotated[str, typer.Argument(metavar="FORM", help="The standard form: a file, or with --in its id.")],
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft that is held against it.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    record: Annotated[
        list[Path] | None, typer.Option("--record", metavar="PATH", help="A document that may give reasons.")
    ] = None,
    redline: Annotated[bool, typer.Option("--redline", help="Show the words that changed.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write it there, in the format of its ending.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List how DRAFT departs from the standard form FORM, the weightiest first, each with its reasons.

    Exit status 1 where no reason is known for a departure."""
    found = _in_file(form, draft, within) if within else _of_files(form, draft, record or [])
    if out is not None:
        write_bytes(export(departures(found), to=format_of(out.name)), out)
    elif as_json:
        print(json_text(_as_data(found)))
    else:
        console = terminal.output()
        for line in _lines(found, redline=redline):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if found.unexplained:
        raise typer.Exit(UNEXPLAINED)


def _in_file(form: str, draft: str, within: Path) -> Deviations:
    open_followed(within)
    with file.troubles(within):
        return deviate(form, draft)


def _of_files(form: str, draft: str, record: list[Path]) -> Deviations:
    model, text = draft_named(form, None), draft_named(draft, None)
    documents = documents_in(dict.fromkeys([*record, Path(draft)]))
    return deviations_of(model, text, reasons=reasons(documents, model, text))


def _lines(found: Deviations, *, redline: bool) -> Iterator[str]:
    yield f"{found.draft.id} held against {found.form.id}"
    yield from (f"  {line}" for line in summary(found))
    yield f"  {counted(len(found.unexplained), 'departure')} without a reason"
    for clause in found.by_weight:
        yield from _clause(clause, redline=redline)
    if any(clause.filled for clause in found.clauses):
        yield "Blanks"
    for clause in found.clauses:
        yield from (f"  {clause.name}: {each.blank} is {short(each.words, 60)}" for each in clause.filled)


def _clause(clause: Clause, *, redline: bool) -> Iterator[str]:
    was = f" ({clause.form_at} of the form)" if clause.renumbered and clause.at else ""
    gone, come = changed_words(clause)
    yield f"{clause.name}{was}: {clause.standing}, {clause.weight}, {counted(gone, 'word')} gone, {come:,} new"
    if clause.because:
        yield f"  {'; '.join(clause.because)}"
    if redline:
        yield from (f"    {line}" for line in as_text(clause.redline).split("\n"))
    for reason in clause.reasons:
        yield f"  {_said(reason)}"
    if clause.unexplained:
        yield "  no reason known"


def _said(reason: Reason) -> str:
    label = "in conflict with" if reason.kind is ReasonKind.CONFLICT else "because"
    cited = f" ({reason.at})" if reason.at else ""
    by = f" [remark {reason.key}]" if reason.given else ""
    if reason.kind is ReasonKind.CONFLICT:
        return f"{label} {reason.at}: {short(reason.words, 200)}{by}"
    return f"{label}: “{short(reason.words, 200)}”{cited}{by}"


def _as_data(found: Deviations) -> Json:
    return {
        "form": found.form.id,
        "draft": found.draft.id,
        "unexplained": [each.name for each in found.unexplained],
        "clauses": [_clause_as_data(each) for each in found.clauses],
        "by_weight": [each.name for each in found.by_weight],
    }


def _clause_as_data(clause: Clause) -> Json:
    return {
        "at": str(clause.at) if clause.at else None,
        "form_at": str(clause.form_at) if clause.form_at else None,
        "standing": clause.standing.value,
        "weight": clause.weight.value,
        "because": list(clause.because),
        "moved": clause.moved,
        "renumbered": clause.renumbered,
        "filled": msgspec.to_builtins(clause.filled),
        "redline": data.redline_as_data(clause.redline),
        "reasons": [{**msgspec.to_builtins(each), "clause": str(each.clause)} for each in clause.reasons],
    }

"""Makes position papers from the open file, and lays them out: every line with the passages that say it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from travaux.desk import positions, shelf
from travaux.desk.access.looked_at import look_at_cited
from travaux.desk.bindings import provisions_in
from travaux.errors import UnknownProvision, UnreadableAddress
from travaux.exchange.sheet import Line as Printed
from travaux.exchange.sheet import Piece, Sheet, Stretch, Table, about
from travaux.findings import Citation
from travaux.mandate.issue import Issue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position_paper import (
    Beside,
    Line,
    PositionPaper,
    Precedent,
    Section,
    Wording,
    position_paper,
)
from travaux.text.brackets import brackets
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.locate import locate
from travaux.text.parse import parse
from travaux.text.spot import provision_at

#: Finds the precedents of the wording of a draft that is on the table, by the ids of the issues.
Finder = Callable[[Draft, Mapping[str, Sequence[Wording]]], Mapping[str, Sequence[Precedent]]]


def paper(
    *, party: str, day: datetime.date, issue: str = "", precedents: Finder | None = None
) -> tuple[PositionPaper, Draft | None]:
    """The paper of a party on an issue or on all, and the draft on the table that it quotes. Raises UnknownEntry."""
    register = positions.register()
    draft = on_table(day)
    tabled = {one.id: wordings(one, draft) for one in register.issues} if draft else {}
    found = precedents(draft, tabled) if draft and precedents else {}
    beside = Beside(on_table=tabled, precedents=found)
    told = position_paper(register, party=party or _ours(register), day=day, issue=issue, beside=beside)
    look_at_cited(told)
    return told, draft


def on_table(day: datetime.date) -> Draft | None:
    """The newest draft of a day or before; None where there is none."""
    row = shelf.drafts().filter(date__lte=day).order_by("date", "position").last()
    return shelf.draft(row.ident) if row is not None else None


def wordings(issue: Issue, draft: Draft | None) -> tuple[Wording, ...]:
    """The provisions of a draft that an issue is about, as the draft numbers them; one that it does not have is left
    out."""
    found = []
    for address in provisions_in(issue, draft.id) if draft is not None else ():
        try:
            spot = locate(draft, parse(address))  # type: ignore[arg-type]
        except (UnknownProvision, UnreadableAddress):
            continue
        if spot.path and draft is not None:
            provision = provision_at(draft, spot.path)
            runs = [run for line in provision.lines for run in line]
            at = Citation(runs[0].origin.document, runs[0].origin.start, runs[0].origin.end, runs[0].origin.note)
            found.append(Wording(address, provision.text, at, _brackets(draft, provision)))
    return tuple(found)


def _brackets(draft: Draft, provision: Provision) -> tuple[tuple[str, Citation], ...]:
    """The brackets that stand in a provision, those in no other, with their words and where these come from."""
    parties = {actor.party for actor in positions.register().actors}
    text = brackets(replace(draft, provisions=(provision,)), parties=parties)
    outer = (each.bracket for each in text.standing() if each.depth == 0)
    return tuple((bracket.words, bracket.runs[0].origin) for bracket in outer if bracket.runs)


def sheet(told: PositionPaper, draft: Draft | None = None) -> Sheet:
    """A paper as it is printed: a part for each issue, and the passages that are cited at its end."""
    marks = _Marks()
    pieces: list[Piece] = [_line(ProvisionKind.TITLE, f"Position paper of {told.party}"), _line(
        ProvisionKind.PARAGRAPH, f"As of {told.day:%B} {told.day.day}, {told.day.year}.")]  # fmt: skip
    for section in told.sections:
        pieces += _section(section, marks)
    if marks.cited:
        pieces.append(_line(ProvisionKind.PART, "Passages"))
        sources = _sources(marks.cited)
        pieces += [_line(ProvisionKind.PARAGRAPH, f"[{n}] {one}") for n, one in enumerate(sources, start=1)]
    return Sheet(f"Position paper of {told.party}", tuple(pieces), (about(draft),) if draft else ())


def _sources(cited: Sequence[Citation | str]) -> list[str]:
    """The passages as a reader looks them up: which paper of which day, and where in it."""
    idents = {each.document for each in cited if isinstance(each, Citation)}
    rows = shelf.rows().filter(ident__in=idents).values_list("ident", "title", "date")
    papers = {ident: title + (f", {date:%B} {date.day}, {date.year}" if date else "") for ident, title, date in rows}
    return [
        f"{papers[each.document]} ({each})" if isinstance(each, Citation) and papers.get(each.document) else str(each)
        for each in cited
    ]


class _Marks:
    """The passages cited, each under the number that stands beside the lines that it says."""

    def __init__(self) -> None:
        self.cited: list[Citation | str] = []

    def of(self, at: Iterable[Citation | str]) -> str:
        for each in at:
            if each not in self.cited:
                self.cited.append(each)
        return " ".join(f"[{self.cited.index(each) + 1}]" for each in at)


_Row = tuple[tuple[Printed, ...], ...]
#: Of the width of a paper: what a line is, its words, the numbers of its passages.
_SHARES = (4, 11, 3)


def _section(section: Section, marks: _Marks) -> list[Piece]:
    pieces: list[Piece] = [_line(ProvisionKind.PART, section.issue.name)]
    state = section.state
    by = f", according to {state.by.according_to} {marks.of((state.by.at,))}" if state.by else ""
    at_level = "; ".join(f"{level} position of {actor}" for actor, level in state.levels)
    said = f"Standing: {state.standing}{by}." + (f" It meets the {at_level}." if at_level else "")
    pieces.append(_line(ProvisionKind.PARAGRAPH, said))
    for head, lines in (("What we hold", section.ours), ("What they hold", section.theirs)):
        if lines:
            pieces += _table(head, [_row(line, marks) for line in lines])
    for wording in section.wording:
        pieces.append(_line(ProvisionKind.PARAGRAPH, f"On the table, {wording.address}: {marks.of((wording.at,))}"))
        pieces += [_line(ProvisionKind.PARAGRAPH, line, depth=1) for line in wording.words.split("\n")]
    move = section.last_move
    if move is not None:
        last = [one.at for one in (*move.new, *move.gone)]
        words = f"Moved last: {move.actor}, {move.date:%B} {move.date.day}, {move.date.year} {marks.of(last)}"
        pieces.append(_line(ProvisionKind.PARAGRAPH, words))
    if section.open_points:
        pieces += _table("Open", [_row(line, marks) for line in section.open_points])
    if section.precedents:
        pieces += _table("Precedents", [_precedent(one, marks) for one in section.precedents])
    if section.missing:
        pieces.append(_line(ProvisionKind.PARAGRAPH, f"Not entered: {', '.join(section.missing)}."))
    if not section.ours and not section.theirs:
        pieces.append(_line(ProvisionKind.PARAGRAPH, "Nobody's position is entered."))
    return pieces


def _table(head: str, rows: Sequence[_Row]) -> list[Piece]:
    """A table under its head, which stands between it and another."""
    table = Table(("What", "Words", "Passage"), tuple(rows), shares=_SHARES)
    return [_line(ProvisionKind.HEADING, head), table]


def _precedent(one: Precedent, marks: _Marks) -> _Row:
    """Of which provision, how alike, and the words of the precedent a line a paragraph."""
    lines = (f"{one.title}{f', {one.when}' if one.when else ''}", *one.words.split("\n"))
    alike = f"{one.of}: {one.address}, {one.likeness:.2f} alike"
    cells = ((alike,), lines, (marks.of((one.place,)),))
    return tuple(tuple(_line(ProvisionKind.PARAGRAPH, words) for words in cell) for cell in cells)


def _row(line: Line, marks: _Marks) -> _Row:
    return tuple((_line(ProvisionKind.PARAGRAPH, words),) for words in (line.name, line.words, marks.of(line.at)))


def _line(kind: ProvisionKind, words: str, *, depth: int = 0) -> Printed:
    return Printed(kind, (Stretch(words),) if words else (), depth=depth)


def _ours(register: IssueRegister) -> str:
    return register.ours or next((actor.party for actor in register.actors), "")

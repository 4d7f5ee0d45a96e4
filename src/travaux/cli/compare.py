"""`travaux compare`: two drafts laid over each other, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from travaux.cli import data, terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, in_words, short
from travaux.cli.written import write_text
from travaux.compare.align import Fate
from travaux.compare.comparison import Comparison, Section, comparison, name
from travaux.compare.in_words import in_words as told
from travaux.compare.page import as_page
from travaux.compare.redline import Change
from travaux.compare.render import as_text


def compare(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier draft: a file, or with --in its id.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The later draft.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    substance: Annotated[
        bool, typer.Option("--substance", help="Leave out what differs only in quotation marks, dashes, capitals.")
    ] = False,
    least: Annotated[
        bool, typer.Option("--least", help="Show as few words as can be as changed, be it hard to read.")
    ] = False,
    whole: Annotated[bool, typer.Option("--all", help="Print the provisions that did not change, too.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the redline there, as a page (HTML).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Compare two drafts: which provisions were moved, split, merged, renumbered, inserted or deleted, and every word
    that changed."""
    compared = comparison(draft_named(before, within), draft_named(after, within), legible=not least)
    if out is not None:
        write_text(as_page(compared, substance=substance), out)
    if as_json:
        print(json_text(_as_data(compared, substance=substance)))
        return
    console = terminal.output()
    colour = terminal.in_colour(console)
    for line in _summary(compared, substance=substance):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if out is None:
        for text in _sections(compared, substance=substance, whole=whole, colour=colour):
            terminal.put(console, text)


def _summary(compared: Comparison, *, substance: bool) -> Iterator[str]:
    for draft, where in ((compared.before, "From"), (compared.after, "To  ")):
        yield f"{where} {draft.id}, {in_words(draft.date)}: {short(draft.title, 60)}"
    fates = ", ".join(f"{compared.fates[fate]} {fate}" for fate in Fate if compared.fates[fate])
    yield f"  Provisions: {fates}"
    gone, come = (compared.words(change, substance=substance) for change in (Change.DELETED, Change.INSERTED))
    moved = compared.words(Change.MOVED)
    elsewhere = f"; {counted(moved, 'word')} went to another provision" if moved else ""
    yield f"  Words: {gone:,} deleted, {come:,} inserted{elsewhere}"
    if compared.formal:
        yield f"  {counted(compared.formal, 'change')} of form alone{' left out' if substance else ''}"


def _sections(compared: Comparison, *, substance: bool, whole: bool, colour: bool) -> Iterator[Text]:
    for section in compared.sections:
        changed = section.substantial if substance else section.changed
        if not (changed or whole):
            continue
        yield Text()
        yield terminal.styled(told(section), "bold")
        if not section.left:
            for line in as_text(section.redline, colour=colour, substance=substance).split("\n"):
                yield Text("  ").append_text(Text.from_ansi(line))


def _as_data(compared: Comparison, *, substance: bool) -> Json:
    words = {
        change.value: compared.words(change, substance=substance)
        for change in (Change.DELETED, Change.INSERTED, Change.MOVED)
    }
    return {
        "before": data.draft_as_data(compared.before),
        "after": data.draft_as_data(compared.after),
        "words": words,
        "changes_of_form": compared.formal,
        "fates": {fate.value: count for fate, count in compared.fates.items()},
        "provisions": [_section(section) for section in compared.sections if not section.left],
    }


def _section(section: Section) -> Json:
    pair = section.pair
    return {
        "before": name(pair.before) or None,
        "after": name(pair.after) or None,
        "fates": [fate.value for fate in pair.fates],
        "into": [name(each) for each in pair.into],
        "out_of": [name(each) for each in pair.out_of],
        "changed": section.changed,
        "lines": data.redline_as_data(section.redline),
    }

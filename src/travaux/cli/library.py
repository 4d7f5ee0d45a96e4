"""`travaux library`: a library of agreements, to find precedents in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from travaux.actions.collect import collect
from travaux.actions.library import library as library_of
from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.standard_input import all_here
from travaux.cli.wording import counted, short

# What reads a library is read in by the command that is asked for: the help of the program names this one and needs
# none of it.
if TYPE_CHECKING:
    from travaux.precedent.add import Added
    from travaux.precedent.families import Family, Standard
    from travaux.precedent.index import Index

library = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="A library of agreements, to find precedents in."
)

Folder = Annotated[
    Path | None, typer.Option("--library", "-l", metavar="FOLDER", help="The library; else TRAVAUX_LIBRARY names it.")
]


@library.command()
def add(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Agreements as text, Akoma Ntoso or Word; volumes; folders, patterns."),
    ],
    folder: Folder = None,
) -> None:
    """Add agreements to a library, which is made where there is none.

    What is in it already is skipped, so the same command goes on where it was stopped.
    """
    from travaux.precedent.add import add as add_to
    from travaux.precedent.index import opened

    place = library_of(folder)
    with _progress() as told:
        added = add_to(place, collect(all_here(paths)), told=told)
        index = opened(place)
    for line in _added(added, index):
        print(terminal.plain(line))
    for trouble in added.troubles:
        terminal.tell(str(trouble))
    if added.troubles:
        raise typer.Exit(terminal.FAILED)


@library.command()
def show(
    folder: Folder = None, as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False
) -> None:
    """List the agreements of a library, the oldest first."""
    from travaux.precedent.index import opened

    index = opened(library_of(folder))
    listed = sorted(index.agreements, key=lambda one: (one.when or "9999", one.id))
    if as_json:
        print(json_text({"clauses": index.count, "agreements": [msgspec.to_builtins(one) for one in listed]}))
        return
    print(f"{counted(len(listed), 'agreement')}, {counted(index.count, 'clause')}")
    for one in listed:
        between = f", {' and '.join(one.parties)}" if one.parties else ""
        print(terminal.plain(f"  {one.when or 'no date':<20} {one.id}: {short(one.title, 70)}{between}"))


@library.command()
def pairs(
    folder: Folder = None,
    inner: Annotated[bool, typer.Option("--paragraphs", help="Compare paragraphs of articles, too.")] = False,
    engine: Annotated[
        str, typer.Option(metavar="ADDRESS", help="A Spark cluster: spark://host:7077; else this machine.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write all pairs there: .parquet, .csv or .graphml."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Find every pair of clauses that are alike: standard clauses with their variants, families of agreements."""
    from travaux.precedent.families import families, standards
    from travaux.precedent.index import opened
    from travaux.precedent.pairs import EMBEDDED, expanded, keep
    from travaux.precedent.pairs import pairs as pairs_of
    from travaux.precedent.write_pairs import write_pairs

    place = library_of(folder)
    index = opened(place)
    alike = pairs_of(place, inner=inner, engine=engine or EMBEDDED)
    if not inner:
        keep(place, alike)
    every = expanded(place, alike, inner=inner)
    common, related = standards(index, alike, inner=inner), families(index, alike)
    if out is not None:
        written = write_pairs(index, every, out)
        terminal.tell(f"{written:,} {'edges' if out.suffix == '.graphml' else 'pairs'} written to {out}")
    if as_json:
        print(json_text({"pairs": every.num_rows, **_as_data(common, related)}))
        return
    for line in _lines(every.num_rows, common, related):
        print(terminal.plain(line))


@library.command()
def repeats(
    folder: Folder = None,
    least: Annotated[float, typer.Option(min=0.5, max=1.0, help="How alike the passages are at least.")] = 0.6,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """List the passages that repeat an earlier text, each with the earliest one: who copied what into which paper."""
    from travaux.precedent.index import opened
    from travaux.precedent.pairs import expanded
    from travaux.precedent.pairs import pairs as pairs_of
    from travaux.precedent.repeats import repeats as repeats_of

    place = library_of(folder)
    index = opened(place)
    found = repeats_of(index, expanded(place, pairs_of(place, inner=True), inner=True), least=least)
    if as_json:
        print(json_text({"repeats": [msgspec.to_builtins(each) for each in found]}))
        return
    for each in found:
        later, earlier = each.passage, each.earlier
        print(
            terminal.plain(
                f"{later.agreement.when}  {later.agreement.id}, {later.clause.address} repeats {earlier.agreement.id}, "
                f"{earlier.clause.address} ({earlier.agreement.when}), {each.likeness:.2f}"
            )
        )
        print(terminal.plain(f"    {short(later.clause.words, 160)}"))
    print(f"{counted(len(found), 'passage')} that repeat an earlier text")


def _added(added: Added, index: Index) -> Iterator[str]:
    yield f"{counted(added.agreements, 'agreement')} added, with {counted(added.clauses, 'clause')}"
    if added.skipped:
        yield f"{counted(added.skipped, 'file')} in the library already"
    for path in added.not_outlined:
        yield f"{path.name}: no provision could be told apart; kept as one passage"
    for path, id in added.renamed:
        yield f"{path.name}: its name belongs to another text; it is called {id}"
    yield f"The library has {counted(len(index.agreements), 'agreement')}, {counted(index.count, 'clause')}."


def _lines(total: int, common: tuple[Standard, ...], related: tuple[Family, ...]) -> Iterator[str]:
    yield f"{counted(total, 'pair')} of clauses that are at least half alike"
    yield f"Standard clauses: {len(common)}"
    for each in common:
        first = each.variants[0].found
        yield f"  in {counted(each.agreements, 'agreement')}, in {counted(each.wordings, 'wording')}"
        yield f"    {first.agreement.id}, {first.clause.address}: {short(first.clause.words, 160)}"
    yield f"Families: {len(related)}"
    for family in related:
        ids = ", ".join(one.id for one in family.agreements[:12])
        more = f" and {len(family.agreements) - 12} more" if len(family.agreements) > 12 else ""
        sizes = f"{counted(len(family.agreements), 'agreement')}, {counted(family.shared, 'clause')} in most"
        yield f"  {sizes}: {ids}{more}"


def _as_data(common: tuple[Standard, ...], related: tuple[Family, ...]) -> Json:
    return {
        "standard_clauses": [
            {
                "agreements": each.agreements,
                "wordings": each.wordings,
                "variants": [
                    {
                        "agreement": variant.found.agreement.id,
                        "address": variant.found.clause.address,
                        "agreements": variant.agreements,
                        "words": variant.found.clause.words,
                    }
                    for variant in each.variants
                ],
            }
            for each in common
        ],
        "families": [
            {"agreements": [one.id for one in family.agreements], "clauses": family.shared} for family in related
        ],
    }


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar while files are read, where there is a terminal to show it."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("outlining", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

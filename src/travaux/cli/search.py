"""`travaux search`: the documents that have the words, a page at a time, and what they can be narrowed by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from travaux.cli import found, terminal
from travaux.cli.wording import counted, dated
from travaux.desk import file
from travaux.desk import search as index
from travaux.desk.search import Facet, Filters, Hit, Order, Results
from travaux.errors import TravauxError
from travaux.record.document import Kind


def search(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help='Words, "words together", begin*, NEAR, AND, OR, NOT, parentheses.'),
    ] = None,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="1958, 1958-09 or 1958-09-29.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day, month or year.")] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only documents of this kind.", show_default=False)] = None,
    actor: Annotated[str, typer.Option(metavar="NAME", help="Who sent or received it.")] = "",
    sender: Annotated[str, typer.Option(metavar="NAME", help="Who sent it.")] = "",
    recipient: Annotated[str, typer.Option(metavar="NAME", help="Who received it.")] = "",
    classification: Annotated[str, typer.Option(metavar="CLASS", help="Such as secret or top-secret.")] = "",
    volume: Annotated[str, typer.Option(metavar="ID", help="Such as frus1958-60v18.")] = "",
    withheld: Annotated[bool, typer.Option("--withheld", help="Only with passages not released.")] = False,
    order: Annotated[Order, typer.Option(help="The best first, or the earliest.")] = Order.RANK,
    page: Annotated[int, typer.Option(min=1, help="Which page.")] = 1,
    limit: Annotated[int, typer.Option(min=1, help="How many documents a page.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Find the documents that have all the words, and what they can be narrowed by."""
    filters = Filters(
        since=index.first_day(since),
        until=index.last_day(until),
        kind=kind or "",
        actor=actor,
        sender=sender,
        recipient=recipient,
        classification="-".join(classification.lower().split()),
        volume=volume,
        withheld=withheld,
    )
    typed = " ".join(words or ())
    if not typed.strip() and not filters:
        raise TravauxError("There is nothing to look for.", remedy="Give words, or narrow by date, kind or name.")
    file.open_file(path)
    with file.troubles(path):
        results = index.search(typed, filters=filters, order=order, page=page, limit=limit)
    if as_json:
        print(found.found(results))
        return
    console = terminal.output()
    for line in _lines(results):
        terminal.put(console, line)


def _lines(results: Results) -> Iterator[Text]:
    asked = "; ".join(filter(None, (str(results.query), str(results.filters))))
    if asked:
        yield terminal.styled(f"Searched for {asked}.")
    for remark in results.remarks:
        yield terminal.styled(f"  {remark}")
    yield Text()
    for hit in results.hits:
        yield _heading(hit)
        if hit.snippet:
            yield _snippet(hit)
        yield Text()
    if results.total > len(results.hits):
        yield from _facets(results)
    yield terminal.styled(_total(results), "bold")


def _heading(hit: Hit) -> Text:
    heading = terminal.styled(hit.document, "bold")
    number = f"{hit.number}. " if hit.number else ""
    return heading.append(
        terminal.plain(f"  {number}{hit.title}, {dated(hit.date, hit.date_text, inferred=hit.inferred)}")
    )


def _snippet(hit: Hit) -> Text:
    snippet = Text("  ")
    for part in hit.snippet.parts if hit.snippet else ():
        words = terminal.plain(part.words.replace("\n", " "))
        snippet.append(words, "bold yellow" if part.matched else "")
    return snippet


def _facets(results: Results) -> Iterator[Text]:
    """What the documents can be narrowed by: each facet where they differ, with the option that it is."""
    for facet, counts in results.facets.items():
        if len(counts.values) > 1:
            option = "--from, --to" if facet is Facet.YEAR else f"--{facet}"
            values = ", ".join(f"{value} ({documents:,})" for value, documents in counts.values)
            more = f" and {counts.others:,} more" if counts.others else ""
            yield terminal.styled(f"  {option:<17}{values}{more}")
    yield Text()


def _total(results: Results) -> str:
    if not results.total:
        return "No document was found."
    if results.pages == 1:
        return f"{counted(results.total, 'document')}."
    following = f" The next: --page {results.page + 1}" if results.page < results.pages else ""
    return f"{counted(results.total, 'document')}, page {results.page:,} of {results.pages:,}.{following}"

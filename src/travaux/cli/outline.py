"""`travaux outline`: the provisions of texts as trees, and what was recognised in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as File
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import counted, reason, short
from travaux.record.read import read
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Provision, words_of
from travaux.text.recognise import Recognised, recognise
from travaux.text.spot import Path

_WIDTH = 100


def outline(
    paths: Annotated[list[File], typer.Argument(metavar="FILE...", help="Agreements, or documents with drafts.")],
    report: Annotated[bool, typer.Option("--report", help="Only what was recognised, without the trees.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Print the provisions of every draft in FILE as a tree, and what was recognised in it."""
    found = [
        each for path in paths for document in read(path.read_bytes(), name=path.name) for each in recognise(document)
    ]
    if as_json:
        print(json_text({"drafts": [_as_data(each, tree=not report) for each in found]}))
        return
    console = terminal.output()
    if not found:
        terminal.put(console, terminal.styled("No draft of an instrument was found."))
    for each in found:
        for line in _lines(each, tree=not report):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _lines(told: Recognised, *, tree: bool) -> Iterator[str]:
    yield f"{told.draft.id}: {short(told.draft.title)}"
    for provision in told.draft.provisions if tree else ():
        yield from _tree(provision, 1)
    yield "  " + ", ".join(f"{count:,} {kind}" for kind, count in told.counts.items())
    if told.articles:
        plain = f"  {counted(len(told.articles), 'article')}, numbered {told.articles[0]} to {told.articles[-1]}"
        gaps = f"; missing: {', '.join(told.gaps)}" if told.gaps else ""
        twice = f"; more than once: {', '.join(told.twice)}" if told.twice else ""
        yield f"{plain}{gaps}{twice}"
    for finding in told.findings:
        yield f"  {finding.code} ({finding.severity}): {reason(finding)}"


def _tree(provision: Provision, depth: int) -> Iterator[str]:
    """One line a provision: its kind, its own words as far as the line goes."""
    words = short(words_of(provision.line), _WIDTH - 2 * depth)
    yield f"{'  ' * depth}{provision.kind.value}: {words}".rstrip()
    for child in provision.children:
        yield from _tree(child, depth + 1)


def _as_data(told: Recognised, *, tree: bool) -> Json:
    return {
        "draft": told.draft.id,
        "title": told.draft.title,
        "counts": dict(told.counts),
        "articles": list(told.articles),
        "missing": list(told.gaps),
        "more_than_once": list(told.twice),
        "rules": list(told.rules),
        "findings": [msgspec.to_builtins(finding) for finding in told.findings],
    } | ({"provisions": _provisions(told.draft.provisions, (), addresses(told.draft))} if tree else {})


def _provisions(siblings: Sequence[Provision], above: Path, named: Mapping[Path, Address]) -> list[Json]:
    return [_provision(each, (*above, index), named) for index, each in enumerate(siblings)]


def _provision(provision: Provision, path: Path, named: Mapping[Path, Address]) -> Json:
    origin = provision.line[0].origin if provision.line else None
    return {
        "address": str(named[path]),
        "kind": provision.kind.value,
        "number": provision.number,
        "label": words_of(provision.label),
        "words": words_of(provision.content),
        "at": msgspec.to_builtins(origin),
        "provisions": _provisions(provision.children, path, named),
    }

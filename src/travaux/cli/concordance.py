"""`travaux concordance`: whether the texts of an agreement in two languages correspond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.cli import terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.taken import draft_named
from travaux.cli.wording import counted, short
from travaux.compare.concordance import Concordance, Mismatch
from travaux.compare.concordance import concordance as concordance_of
from travaux.errors import UnreadableInput
from travaux.findings import Severity
from travaux.text.draft import Draft, Provision, words_of
from travaux.text.languages import NAMES

UNSETTLED = 1


def concordance(
    one: Annotated[str, typer.Argument(metavar="ONE", help="A text: a file, or with --in the id of a draft.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same text in another language.")],
    within: Annotated[Path | None, typer.Option("--in", metavar="FILE", help="The negotiation's file.")] = None,
    languages: Annotated[
        str, typer.Option("--languages", metavar="CODES", help="Their languages, such as en,fr, where not told.")
    ] = "",
    whole: Annotated[bool, typer.Option("--all", help="Also the provisions that correspond.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Hold two authentic texts against each other: structure, numbers, figures, days, references, names.

    Exit status 1 where they do not correspond in more than a name."""
    codes = _codes(languages)
    first, second = draft_named(one, within), draft_named(other, within)
    found = concordance_of(first, second, languages=codes)
    if as_json:
        print(json_text(_as_data(found)))
    else:
        console = terminal.output()
        for line in _lines(found, (first, second), whole=whole):
            terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))
    if _to_settle(found.mismatches):
        raise typer.Exit(UNSETTLED)


def _codes(languages: str) -> tuple[str, str]:
    codes = [code.strip().lower() for code in languages.split(",")] if languages else ["", ""]
    if len(codes) != 2 or any(code and code not in NAMES for code in codes):
        raise UnreadableInput(
            f"“{languages}” does not name two languages.", remedy=f"Give two of {', '.join(NAMES)}: en,fr."
        )
    return codes[0], codes[1]


def _to_settle(mismatches: Sequence[Mismatch]) -> list[Mismatch]:
    return [each for each in mismatches if each.severity is Severity.REFUSED]


def _lines(found: Concordance, drafts: tuple[Draft, Draft], *, whole: bool) -> Iterator[str]:
    for draft, code in zip(drafts, found.languages, strict=True):
        yield f"{draft.id} ({NAMES[code]}): {short(draft.title)}"
    settle = _to_settle(found.mismatches)
    both = sum(each.one is not None and each.other is not None for each in found.correspondences)
    yield f"  {counted(both, 'provision')} in both, {counted(len(settle), 'mismatch')}".replace(
        "mismatchs", "mismatches"
    )
    names = len(found.mismatches) - len(settle)
    if names:
        yield f"  and {counted(names, 'name')} to look at"
    for each in found.correspondences:
        if whole:
            yield f"  {_beside(each.one)}  |  {_beside(each.other)}"
        for mismatch in each.mismatches:
            yield f"  {mismatch.aspect}: {mismatch.message}"
            yield f"    {mismatch.one or 'nothing'}  |  {mismatch.other or 'nothing'}"


def _beside(provision: Provision | None) -> str:
    words = short(words_of(provision.lines[0]) if provision and provision.lines else "—", 40)
    return f"{words:<42}"


def _as_data(found: Concordance) -> Json:
    return {
        "languages": list(found.languages),
        "to_settle": len(_to_settle(found.mismatches)),
        "mismatches": [{**msgspec.to_builtins(each), "at": str(each.at)} for each in found.mismatches],
        "provisions": [
            {
                "at": str(each.at),
                "one": each.one.text if each.one else None,
                "other": each.other.text if each.other else None,
                "mismatches": len(each.mismatches),
            }
            for each in found.correspondences
            if each.one is None or each.other is None or not (each.one.children and each.other.children)
        ],
    }

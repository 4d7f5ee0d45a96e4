"""`travaux explain`: how one instruction is read, step by step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import msgspec
import typer

from travaux.amend.bare import bare
from travaux.amend.decide import read_as
from travaux.amend.explain import Explained, Explanation, why
from travaux.amend.explain import explain as explained
from travaux.amend.operations import Instruction
from travaux.cli import data, terminal
from travaux.cli.json_text import Json, json_text
from travaux.cli.wording import reason, short
from travaux.errors import UnreadableInput

_WIDTH = 22


def explain(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The instruction's words; - for standard input.")],
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell how an instruction is read: its pieces, the rule of the grammar, what it orders and how it stands."""
    said = sys.stdin.read() if words == "-" else words
    if not said.strip():
        raise UnreadableInput("There are no words to explain.", remedy='Such as: travaux explain "Delete Article V."')
    found = explained(bare(said, id="instruction"))
    if as_json:
        print(json_text(_as_data(found)))
        return
    console = terminal.output()
    for line in _lines(found):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _lines(found: Explanation) -> Iterator[str]:
    for each in found.passages:
        yield from _passage(each)
    for instruction in found.compilation.instructions:
        yield ""
        yield from _instruction(instruction)
    if not found.compilation.instructions:
        yield from ("", "It orders nothing that is understood.")
    for finding in found.compilation.findings:
        yield f"  {finding.code}: {reason(finding)}"


def _passage(explained: Explained) -> Iterator[str]:
    yield f"Read in pieces: {short(explained.words)}"
    for piece in explained.pieces:
        meaning = f" = {piece.meaning}" if piece.meaning else ""
        yield f"  {piece.part.value:<{_WIDTH}}{' '.join(piece.words.split())}{meaning}"
    for clause in explained.clauses:
        yield f"  Read as an order: {' '.join(clause.words.split())}"
        yield f"    by the rule “{clause.rule}” of the {clause.dialect} grammar"


def _instruction(instruction: Instruction) -> Iterator[str]:
    yield f"It orders: {short(instruction.words)}"
    yield from (f"  {' '.join(line.split())}" for line in read_as(instruction))
    words = why(instruction)
    yield f"  Its standing: {instruction.status}{f', by the words “{words}”' if words else ''}"
    if instruction.text_named:
        yield f"  Of the text called “{instruction.text_named}”"
    if instruction.reported:
        yield "  It tells of another side's change or wish."
    if instruction.alternative:
        yield "  It is offered as an alternative to the one before."
    for doubt in instruction.doubts:
        yield f"  In doubt, {doubt.code}: {reason(doubt)}"


def _as_data(found: Explanation) -> Json:
    return {
        "passages": [
            {
                "words": each.words,
                "pieces": msgspec.to_builtins(each.pieces),
                "clauses": [
                    {"words": clause.words, "rule": clause.rule, "dialect": clause.dialect} for clause in each.clauses
                ],
            }
            for each in found.passages
        ],
        "not_understood": found.unknown,
        "instructions": [
            data.instruction_as_data(one) | {"because_of": why(one) or None, "doubts": msgspec.to_builtins(one.doubts)}
            for one in found.compilation.instructions
        ],
        "findings": msgspec.to_builtins(found.compilation.findings),
    }

"""Hands the passages and chains of an evaluation set to the compiler and prints its answers in the set's contract.

    .venv/bin/python bench/amending.py items.jsonl > got.jsonl

An adapter only: items are compiled as documents by `amend.compile`, chains are applied by `amend.amend`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from travaux.amend import operations as ops
from travaux.amend.amend import amend
from travaux.amend.compile import compile
from travaux.amend.operations import Instruction, Operation, Place, Status, Where
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.address import WHOLE, Address, Level
from travaux.text.draft import Draft
from travaux.text.whole import whole

Row = dict[str, object]


def main(paths: Sequence[str]) -> None:
    """One JSON line a row of the files."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            answer = chain(row) if "expected_text" in row or "base_text" in row else item(row)
            print(json.dumps({"id": row["id"], **answer}, ensure_ascii=False))


def item(row: Row) -> Row:
    """The operations of one passage under its caption."""
    instructions = compile(document([str(row.get("heading") or ""), str(row["context"])])).instructions
    told = [one for instruction in instructions for one in answers(instruction)]
    return {"operations": told}


def chain(row: Row) -> Row:
    """The text after the passages; those of one source are paragraphs of one document. Each is taken as confirmed."""
    base = drafted(str(row["base_text"]))
    passages = list(zip(row["instruction_sources"], row["instructions"], strict=True))  # type: ignore[call-overload]
    instructions: list[Instruction] = []
    for number, (_, group) in enumerate(groupby(passages, key=lambda pair: str(pair[0])), 1):
        paper = replace(document(["", *(words for _, words in group)]), id=f"paper-{number}")
        instructions += [each.confirmed for each in compile(paper).instructions]
    return {"text": amend(base, instructions).draft.text}


def drafted(text: str) -> Draft:
    """A text, or an extract of one, as a draft."""
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.splitlines() if line.strip())
    return whole(Document(id="base", title="Base", kind=Kind.AGREEMENT, body=body))


def document(paragraphs: Sequence[str]) -> Document:
    """Paragraphs as a document; the first is the caption above them."""
    heading, *rest = paragraphs
    body = (Block(BlockKind.HEADING, heading),) if heading else ()
    body += tuple(Block(BlockKind.PARAGRAPH, words) for words in rest)
    return Document(id="passage", title="Passage", kind=Kind.TELEGRAM, body=body)


def answers(instruction: Instruction) -> Iterator[Row]:
    """The operations of an instruction in the contract; one change throughout several units is one operation."""
    alike: dict[object, list[Operation]] = {}
    for one in instruction.operations:
        if not _is_sign(one, instruction):
            alike.setdefault(_throughout(one), []).append(one)
    for together in alike.values():
        scope = [str(one.target) for one in together]
        told = _answer(together[0])
        if len(together) > 1:
            told |= {"target": {"throughout": True}, "scope": scope}
        yield {**told, "status": _STATUSES.get(instruction.status, instruction.status.value)}


# The contract's word where it has another.
_STATUSES = {Status.AGREED: "agreed", Status.COUNTER_PROPOSED: "proposed", Status.AD_REFERENDUM: "tentative"}


def _throughout(operation: Operation) -> object:
    if isinstance(operation, ops.SubstituteWords) and operation.throughout:
        return (operation.old, operation.new.words)
    return id(operation)


def _is_sign(operation: Operation, instruction: Instruction) -> bool:
    """Whether an operation only puts a comma for the full stop after which words are added: part of the addition."""
    signs = isinstance(operation, ops.SubstituteWords) and len(operation.old) == len(operation.new.words) == 1
    lone = isinstance(operation, ops.InsertWords) and operation.new.words in ",;"
    added = sum(isinstance(one, ops.InsertWords | ops.InsertProvision) for one in instruction.operations)
    return (signs and added > 0) or (lone and added > 1)


def _answer(operation: Operation) -> Row:
    told: Row = {"target": _target(operation.target)}
    match operation:
        case ops.Replace(target, new, elided):
            titled = target.steps[-1].level in (Level.TITLE, Level.HEADING)
            told |= {"action": "rename" if titled else "replace", "new": new.words}
            told |= {"elided": True} if elided else {}
        case ops.InsertProvision(_, place, new, unit):
            told |= {"action": "insert" if unit or place.where is not Where.END else "append", "new": new.words}
            told |= {"target": _target(unit)} if unit else {}
            told |= _position(None if unit and place.where is Where.END else place)
        case ops.InsertWords(_, place, new):
            told |= {"action": "append" if place.where is Where.END else "insert", "new": new.words, **_position(place)}
        case ops.Delete():
            told |= {"action": "delete"}
        case ops.DeleteWords(_, old, _, _, place):
            told |= {"action": "delete", "old": old, **_position(place)}
        case ops.DeleteStretch(_, first, after, last):
            told |= {"action": "delete"} | ({"old": first} if first else {}) | ({"through": last} if last else {})
            told |= {"position": {"where": "after", "anchor": after}} if after else {}
        case ops.RetainOnly(_, kept, quoted):
            told |= {"action": "retain-only", "target": _target(kept)} | ({"new": quoted.words} if quoted else {})
        case ops.SubstituteWords(_, old, new, throughout, _, place):
            action = "replace-all-references" if throughout else "substitute-words"
            told |= {"action": action, "old": old, "new": new.words, **_position(place)}
            told |= {"target": {"throughout": True}} if throughout and operation.target == WHOLE else {}
        case ops.Renumber(_, new):
            told |= {"action": "renumber"} | ({"new": new} if new else {})
        case ops.Move(_, place, words):
            told |= {"action": "move", **_position(place)} | ({"old": words} if words else {})
        case ops.Keep():
            told |= {"action": "no-change"}
    return told


def _position(place: Place | None) -> Row:
    if place is None:
        return {}
    told: Row = {"where": place.where.value}
    told |= {"anchor": place.anchor} if place.anchor else {}
    told |= {"unit": _target(place.unit)} if place.unit else {}
    named = place.anchor or place.unit or place.where in (Where.START, Where.END)
    return {"position": told} if named else {}


_NAMED = {Level.TITLE: "title", Level.HEADING: "heading", Level.CHAPEAU: "opening phrase"}


def _target(address: Address) -> Row:
    told: Row = {}
    for step in address.steps:
        if step.level is Level.PREAMBLE:
            told["preamble"] = True
        elif step.level in _NAMED:
            told["part"] = _NAMED[step.level]
        elif step.level is Level.PORTION and "part" in told:
            told["clause"] = step.value.removesuffix(" clause")
        elif step.level is Level.PORTION or (step.level is Level.FOOTNOTE and not step.value):
            told["part"] = step.value or "footnote"
        elif step.level is not Level.WHOLE:
            told[step.level.value] = step.value or True
    return told or {"whole": True}


if __name__ == "__main__":
    main(sys.argv[1:])

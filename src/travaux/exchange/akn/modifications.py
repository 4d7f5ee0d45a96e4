"""What changed a draft, and what its own words change, as `textualMod`s: passive and active modifications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from travaux.amend import operations as ops
from travaux.amend.operations import Instruction, Operation
from travaux.amend.succession import Succession, succeeded
from travaux.errors import UnknownProvision
from travaux.exchange.akn.identify import PROGRAM
from travaux.exchange.akn.names import akn, own
from travaux.exchange.akn.words import FROM, Source, escape, written
from travaux.exchange.paper import Paper
from travaux.text.address import Address
from travaux.text.draft import Draft
from travaux.text.locate import locate
from travaux.text.spot import Path

# Akoma Ntoso has no move of a provision, and none of a text that is to stand as it is.
_TYPES: dict[type[Operation], str] = {
    ops.Replace: "substitution",
    ops.SubstituteWords: "substitution",
    ops.InsertProvision: "insertion",
    ops.InsertWords: "insertion",
    ops.Delete: "repeal",
    ops.DeleteWords: "repeal",
    ops.DeleteStretch: "repeal",
    ops.RetainOnly: "repeal",
    ops.Renumber: "renumbering",
    ops.Move: "replacement",
}


def analysis(paper: Paper, names: Mapping[Path, str], known: dict[Source, str]) -> etree._Element | None:
    """The modifications of a paper; None where it has none. `names` are the eIds of the draft."""
    element = etree.Element(akn("analysis"), source=f"#{PROGRAM}")
    active = list(_active(paper.orders, known))
    if active:
        etree.SubElement(element, akn("activeModifications")).extend(active)
    passive = list(_passive(paper, names, known))
    if passive:
        etree.SubElement(element, akn("passiveModifications")).extend(passive)
    return element if len(element) else None


def _active(orders: Iterable[Instruction], known: dict[Source, str]) -> Iterator[etree._Element]:
    count = 0
    for instruction in orders:
        for operation in instruction.operations:
            if type(operation) in _TYPES:
                count += 1
                yield _modification(f"amod_{count}", instruction, operation, f"~{_portion(operation.target)}", known)


def _passive(paper: Paper, names: Mapping[Path, str], known: dict[Source, str]) -> Iterator[etree._Element]:
    count = 0
    for step in paper.made_by:
        for operation in step.instruction.operations:
            if type(operation) in _TYPES:
                count += 1
                at = _standing(paper.draft, operation.target, step.successions, names)
                yield _modification(f"pmod_{count}", step.instruction, operation, f"#{at}", known)


def _modification(
    name: str, instruction: Instruction, operation: Operation, destination: str, known: dict[Source, str]
) -> etree._Element:
    element = etree.Element(akn("textualMod"), type=_TYPES[type(operation)], eId=name)
    at = instruction.at
    source = etree.SubElement(element, akn("source"), href=f"#{known[at.document, at.note]}")
    source.set(FROM, written(at, known))
    etree.SubElement(element, akn("destination"), href=destination).set(own("address"), escape(str(operation.target)))
    for name, words in (("old", _old(operation)), ("new", _new(operation))):
        if words:
            etree.SubElement(etree.SubElement(element, akn(name)), own("words")).text = escape(words)
    return element


def _old(operation: Operation) -> str:
    return operation.old if isinstance(operation, ops.SubstituteWords | ops.DeleteWords) else ""


def _new(operation: Operation) -> str:
    brings = ops.Replace | ops.InsertProvision | ops.SubstituteWords | ops.InsertWords
    if isinstance(operation, brings):
        return operation.new.words
    return operation.new if isinstance(operation, ops.Renumber) else ""


def _standing(draft: Draft, target: Address, successions: Iterable[Succession], names: Mapping[Path, str]) -> str:
    """The eId of what an operation changed, or of the nearest that is left around it."""
    steps = (succeeded(target, successions) or target).steps
    for size in range(len(steps), 0, -1):
        try:
            path = locate(draft, Address(steps[:size])).path
        except UnknownProvision:
            continue
        if path in names:
            return names[path]
    return "body"


def _portion(target: Address) -> str:
    """An address as the portion of a URI: the levels with their numbers."""
    steps = (f"{step.level.value}_{step.value}" if step.value else step.level.value for step in target.steps)
    return "__".join("".join(sign if sign.isalnum() or sign in "_-" else "-" for sign in step) for step in steps)

"""Tells the history of a provision in the open file, text by text where several have such a provision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from travaux.amend.proceedings import Proceedings, Step
from travaux.desk import file, shelf
from travaux.errors import UnknownDocument, UnknownProvision
from travaux.history.lineage import Lineage, lineages
from travaux.history.trace import History, concerns, trace
from travaux.record.document import Document
from travaux.text.address import Address
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Told:
    """The history of a provision in the drafts of one instrument, of which `first` is the earliest. `once`: of another
    that stood at the address before articles were renumbered."""

    first: Draft
    history: History
    once: bool = False


@dataclass(frozen=True, slots=True)
class Histories:
    """The history in each instrument that has the provision, and the instructions on it that fit no draft."""

    at: Address
    told: tuple[Told, ...]
    on_no_draft: tuple[Step, ...]


def history(at: Address, *, draft: str = "") -> Histories:
    """The history of the provision at `at`; with the id of a draft, in the instrument of that draft alone.

    Raises UnknownProvision when no draft has it, UnknownDocument when there is no such draft.
    """
    proceedings = shelf.proceedings()
    if not proceedings.drafts:
        raise UnknownProvision("No draft was found in this file.", remedy=_remedy())
    documents = shelf.documents(_cited(proceedings))
    chosen = tuple(each for each in lineages(proceedings) if not draft or _holds(each, draft))
    if not chosen:
        raise UnknownDocument(f"There is no draft {draft}.", remedy=_such(lineages(proceedings)))
    told = tuple(told for lineage in chosen for told in _told(lineage, documents, at))
    if not told:
        # Says what there is instead, in the words of the one who looked.
        trace(chosen[-1].proceedings, documents, at)
    on_no_draft = tuple(step for step in proceedings.steps if _unplaced(step) and concerns(step, at))
    return Histories(at, told, on_no_draft)


def _told(lineage: Lineage, documents: tuple[Document, ...], at: Address) -> list[Told]:
    """What stands at the address in one lineage, and what once stood there."""
    try:
        history = trace(lineage.proceedings, documents, at)
    except UnknownProvision:
        return []
    others = [Told(versions[0].draft, History(at, versions, ()), once=True) for versions in history.also if versions]
    return [Told(lineage.first, replace(history, also=())), *others]


def _holds(lineage: Lineage, draft: str) -> bool:
    return any(each.id == draft for each in lineage.proceedings.drafts)


def _unplaced(step: Step) -> bool:
    return not step.base and not step.result


def _cited(proceedings: Proceedings) -> set[str]:
    idents = {draft.at.document for draft in proceedings.drafts}
    return idents | {step.instruction.at.document for step in proceedings.steps}


def _remedy() -> str:
    if shelf.unfinished():
        return f"They are not sought yet: travaux build --follow -o {file.shown(file.place())}"
    return "Add documents that hold one: travaux build."


def _such(known: tuple[Lineage, ...]) -> str:
    return f"There are drafts such as {', '.join(lineage.first.id for lineage in known[:5])}."

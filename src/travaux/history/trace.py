"""Traces a provision through every draft of the record: who changed what, by which words, from where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.amend.follow import Outcome, Proceedings, Step
from travaux.compare.redline import Redline, redline
from travaux.errors import UnknownProvision
from travaux.record.document import Document
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision, ProvisionKind, cut
from travaux.text.instrument import same_instrument
from travaux.text.lines import same_number
from travaux.text.locate import locate, provision_at


@dataclass(frozen=True, slots=True)
class Version:
    """A provision as one draft has it. `provision` is None where the draft has dropped it.

    `document` is where the draft, or the instruction that made it, stands; `steps` are the instructions
    of that document that changed the provision, or asked for what the draft says already; `redline` is
    against the version before.
    """

    draft: Draft
    document: Document
    provision: Provision | None
    steps: tuple[Step, ...]
    redline: Redline | None


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a provision in order of date, and the instructions on it that were not applied.

    A draft that leaves the provision as it was gives no version, unless a document confirms it.
    """

    at: Address
    versions: tuple[Version, ...]
    not_applied: tuple[Step, ...]


def trace(proceedings: Proceedings, documents: Iterable[Document], at: Address) -> History:
    """The drafting history of the provision at `at`, over all drafts of one instrument.

    >>> from travaux.amend.follow import follow
    >>> from travaux.record import read
    >>> from travaux.text.address import parse
    >>> lines = ["Dear Anna: Our text.", "Ferry Treaty", "Article 1", "It runs daily.", "Article 2", "It is free."]
    >>> (letter,) = read("\\n\\n".join(lines).encode(), name="letter.txt")
    >>> told = trace(follow([letter]), [letter], parse("Article 1"))
    >>> [version.provision.wording for version in told.versions]
    ['It runs daily.']

    Raises UnknownProvision when no draft has it, or when drafts of different instruments do: then the
    proceedings are to be narrowed to one instrument first (`lineages`).
    """
    known = {document.id: document for document in documents}
    holding = [draft for draft in proceedings.drafts if _found(draft, at) is not None]
    if not holding:
        raise UnknownProvision(f"No draft of the record has {at}.", remedy=_remedy(proceedings.drafts))
    others = [draft for draft in holding if not same_instrument(draft, holding[0])]
    if others:
        raise UnknownProvision(
            f"{at} is in drafts of more than one instrument: “{holding[0].title}” and “{others[0].title}”.",
            remedy=f"Choose one by a draft of it: {holding[0].id} or {others[0].id}.",
        )
    same = [draft for draft in proceedings.drafts if same_instrument(draft, holding[0])]
    first = same.index(holding[0])
    versions = _versions(proceedings, known, at, same[first:])
    idents = {draft.id for draft in same}
    left = [step for step in proceedings.steps if step.outcome is Outcome.NOT_APPLIED and step.base in idents | {""}]
    return History(at, versions, tuple(step for step in left if concerns(step, at)))


def _versions(
    proceedings: Proceedings, known: dict[str, Document], at: Address, drafts: Sequence[Draft]
) -> tuple[Version, ...]:
    versions: list[Version] = []
    before: Provision | None = None
    for draft in drafts:
        provision = _found(draft, at)
        made = tuple(step for step in proceedings.steps if step.result == draft.id and concerns(step, at))
        changed = (provision.text if provision else "") != (before.text if before else "")
        document = known.get(draft.at.document)
        if document is not None and (changed or draft.derived_from is None):
            versions.append(Version(draft, document, provision, made, redline(before, provision) if versions else None))
        versions += _confirmed(proceedings, known, at, draft)
        before = provision
    return tuple(versions)


def _confirmed(proceedings: Proceedings, known: dict[str, Document], at: Address, draft: Draft) -> list[Version]:
    """The documents that asked for what the draft says already, each with its instructions."""
    steps: dict[str, list[Step]] = {}
    for step in proceedings.steps:
        if step.base == draft.id and step.outcome is Outcome.ALREADY_THERE and concerns(step, at):
            steps.setdefault(step.instruction.at.document, []).append(step)
    provision = _found(draft, at)
    return [
        Version(draft, known[document], provision, tuple(found), redline(provision, provision))
        for document, found in steps.items()
        if document in known
    ]


def concerns(step: Step, at: Address) -> bool:
    """Whether an instruction is on the provision, on a part of it, or on what it is a part of."""
    return any(_overlap(operation.target, at) for operation in step.instruction.operations)


def _overlap(one: Address, other: Address) -> bool:
    return all(
        first.level is second.level and (not first.value or not second.value or same_number(first.value, second.value))
        for first, second in zip(one.steps, other.steps, strict=False)
    )


def _found(draft: Draft, at: Address) -> Provision | None:
    try:
        spot = locate(draft, at)
    except UnknownProvision:
        return None
    if not spot.path:
        return None
    provision = provision_at(draft, spot.path)
    if spot.start is None or spot.end is None:
        return provision
    return Provision(ProvisionKind.PARAGRAPH, content=cut(provision.content, spot.start, spot.end))


def _remedy(drafts: Sequence[Draft]) -> str:
    if not drafts:
        return "No draft was found in the record at all."
    numbers = [article.number for article in drafts[-1].articles]
    return (
        f"The latest draft has Articles {numbers[0]} to {numbers[-1]}." if numbers else "The drafts have no articles."
    )

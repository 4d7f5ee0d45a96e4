"""Traces a provision through every draft of the record: who changed what, by which words, from where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.amend.proceedings import Outcome, Proceedings
from travaux.amend.proceedings import Step as Taken
from travaux.amend.rebase import canonical
from travaux.amend.succession import succeeded
from travaux.compare.align import align
from travaux.compare.redline import Redline, redline
from travaux.errors import UnknownProvision
from travaux.record.document import Document
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, cut
from travaux.text.instrument import same_instrument
from travaux.text.lines import same_number
from travaux.text.locate import locate, provision_at


@dataclass(frozen=True, slots=True)
class Version:
    """A provision as one draft has it. `provision` is None where the draft has dropped it.

    `document` is where the draft, or the instruction that made it, stands; `steps` are the instructions
    of that document that changed the provision, or asked for what the draft says already; `redline` is
    against the version before. `at` is where the provision stands in this draft: articles change their numbers.
    """

    draft: Draft
    document: Document
    provision: Provision | None
    steps: tuple[Taken, ...]
    redline: Redline | None
    at: Address | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a provision in order of date, and the instructions on it that were not applied.

    A draft that leaves the provision as it was gives no version, unless a document confirms it. Where articles
    were renumbered, `versions` follows the provision that stands at `at` in the newest draft; `also` has the
    versions of each other one that once stood there.
    """

    at: Address
    versions: tuple[Version, ...]
    not_applied: tuple[Taken, ...]
    also: tuple[tuple[Version, ...], ...] = ()


def trace(proceedings: Proceedings, documents: Iterable[Document], at: Address) -> History:
    """The drafting history of the provision at `at`, over all drafts of one instrument.

    >>> from travaux.amend.follow import follow
    >>> from travaux.record import read
    >>> from travaux.text.parse import parse
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
    left = _not_applied(proceedings, {draft.id for draft in same}, at)
    threads = _threads(proceedings, same, at)
    told, *also = (_versions(proceedings, known, places, same) for places in threads)
    return History(at, told, left, tuple(also))


def _not_applied(proceedings: Proceedings, idents: set[str], at: Address) -> tuple[Taken, ...]:
    """Instructions on the address that were held against these drafts and not applied."""
    left = [step for step in proceedings.steps if _is_left(step) and step.base in idents]
    return tuple(step for step in left if concerns(step, at))


def _is_left(step: Taken) -> bool:
    """Whether an instruction changed no draft and asked for something else than it says."""
    return step.outcome not in (Outcome.APPLIED, Outcome.ASSUMED) and not step.is_done


def _versions(
    proceedings: Proceedings, known: dict[str, Document], places: dict[str, Address], drafts: Sequence[Draft]
) -> tuple[Version, ...]:
    versions: list[Version] = []
    before: Provision | None = None
    for draft in drafts:
        place = places.get(draft.id)
        provision = _found(draft, place) if place else None
        if provision is None and before is None:
            continue
        made = tuple(step for step in proceedings.steps if step.result == draft.id and place and concerns(step, place))
        changed = (provision.text if provision else "") != (before.text if before else "")
        document = known.get(draft.at.document)
        if document is not None and (changed or draft.derived_from is None):
            lines = redline(before, provision, legible=True) if versions else None
            versions.append(Version(draft, document, provision, made, lines, place))
        versions += _confirmed(proceedings, known, place, draft) if place else []
        before = provision
    return tuple(versions)


def _threads(proceedings: Proceedings, drafts: Sequence[Draft], at: Address) -> list[dict[str, Address]]:
    """Where the provision stands in each draft, for each provision that ever stood at `at`, the newest first.

    From a draft to the one that was made of it, by the addresses that the consolidation changed; a draft that was
    tabled anew is laid beside the one before it, so that a provision is followed and not its number.
    """
    threads: list[dict[str, Address]] = []
    for index in range(len(drafts) - 1, -1, -1):
        known = any(thread.get(drafts[index].id) == at for thread in threads)
        if not known and _found(drafts[index], at) is not None:
            threads.append(_thread(proceedings, drafts, index, at))
    return threads


def _thread(proceedings: Proceedings, drafts: Sequence[Draft], index: int, at: Address) -> dict[str, Address]:
    """The place of one provision in every draft, from its place in one of them."""
    places = {drafts[index].id: at}
    for step in (-1, 1):
        place: Address | None = at
        here = index
        while place is not None and 0 <= here + step < len(drafts):
            place = _moved(proceedings, drafts[here], drafts[here + step], place)
            here += step
            if place is not None:
                places[drafts[here].id] = place
    return places


def _moved(proceedings: Proceedings, here: Draft, there: Draft, at: Address) -> Address | None:
    """The address in another draft, just before or after this one, of what stands at `at` in this one; None where it
    is not there."""
    if there.derived_from == here.id or here.derived_from == there.id:
        return _succeeded(proceedings, here, there, at)
    if at.steps[0].level is not Level.ARTICLE:
        return at
    for pair in align(here, there):
        article = pair.before
        if article is not None and article.kind is ProvisionKind.ARTICLE:
            if same_number(article.number, at.steps[0].value):
                return _renumbered(at, pair.after)
    return at


def _succeeded(proceedings: Proceedings, here: Draft, there: Draft, at: Address) -> Address | None:
    """The address that the consolidation of one draft into the other left, forward or backward. An address that it
    did not change is given back as it was written."""
    backward = here.derived_from == there.id
    made = here.id if backward else there.id
    steps = [step for step in proceedings.steps if step.result == made and step.successions]
    if not steps:
        return at
    plain = canonical(at, here)
    place: Address | None = plain
    for step in reversed(steps) if backward else steps:
        place = succeeded(place, step.successions, backward=backward) if place is not None else None
    return at if place == plain else place


def _renumbered(at: Address, article: Provision | None) -> Address | None:
    if article is None:
        return None
    if same_number(article.number, at.steps[0].value):
        return at
    return Address((Step(Level.ARTICLE, article.number), *at.steps[1:]))


def _confirmed(proceedings: Proceedings, known: dict[str, Document], at: Address, draft: Draft) -> list[Version]:
    """The documents that asked for what the draft says already, each with its instructions."""
    steps: dict[str, list[Taken]] = {}
    for step in proceedings.steps:
        if step.base == draft.id and step.is_there and concerns(step, at):
            steps.setdefault(step.instruction.at.document, []).append(step)
    provision = _found(draft, at)
    return [
        Version(draft, known[document], provision, tuple(found), redline(provision, provision), at)
        for document, found in steps.items()
        if document in known
    ]


def concerns(step: Taken, at: Address) -> bool:
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
    runs = provision.label if spot.in_label else provision.content
    return Provision(ProvisionKind.PARAGRAPH, content=cut(runs, spot.start, spot.end))


def _remedy(drafts: Sequence[Draft]) -> str:
    if not drafts:
        return "No draft was found in the record at all."
    numbers = [article.number for article in drafts[-1].articles]
    return (
        f"The latest draft has Articles {numbers[0]} to {numbers[-1]}." if numbers else "The drafts have no articles."
    )

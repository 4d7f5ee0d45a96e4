"""Finds the place in a draft that an address names. Of two places that fit it picks none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux import numerals
from travaux.errors import UnknownProvision
from travaux.text import lines
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.sentences import sentences

Path = tuple[int, ...]

_KINDS = {
    Level.TITLE: (ProvisionKind.TITLE,),
    Level.ANNEX: (ProvisionKind.ANNEX,),
    Level.PART: (ProvisionKind.PART,),
    Level.CHAPTER: (ProvisionKind.CHAPTER,),
    Level.SECTION: (ProvisionKind.SECTION,),
    Level.PREAMBLE: (ProvisionKind.PREAMBLE,),
    Level.ARTICLE: (ProvisionKind.ARTICLE,),
    Level.RECITAL: (ProvisionKind.RECITAL,),
    Level.PARAGRAPH: (ProvisionKind.PARAGRAPH, ProvisionKind.RECITAL),
    Level.SUBPARAGRAPH: (ProvisionKind.SUBPARAGRAPH,),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a draft: the provision at `path` (its index among its siblings, level by level), or of its
    content the characters `start` to `end`. An empty path is the whole draft."""

    path: Path
    start: int | None = None
    end: int | None = None


def locate(draft: Draft, at: Address) -> Spot:
    """The place of `at` in `draft`. Raises UnknownProvision where there is none, or more than one.

    A bare number counts as printed ('paragraph 2' is the one numbered 2), else by position.
    """
    spots = [Spot(())]
    for step in at.steps:
        if step.level is Level.WHOLE:
            continue
        if step.level in (Level.SENTENCE, Level.CLAUSE):
            return _sentence(draft, spots, step, at)
        if spots[0].path == () and step.level in (Level.PARAGRAPH, Level.SUBPARAGRAPH) and draft.articles:
            raise _nowhere(draft, step)
        spots = _narrowed(draft, spots, step)
        if not spots:
            raise UnknownProvision(f"There is no {step} {_where(at, step)}.", at=draft.id, remedy=_remedy(draft, step))
    if len(spots) > 1:
        raise UnknownProvision(
            f"{at} is in {len(spots)} places.",
            at=draft.id,
            remedy="Say in which part, annex or paragraph it is.",
        )
    return spots[0]


def provision_at(draft: Draft, path: Path) -> Provision:
    """The provision at a path of the draft; the path is not empty."""
    provision = draft.provisions[path[0]]
    for index in path[1:]:
        provision = provision.children[index]
    return provision


def paths_below(draft: Draft, path: Path) -> Iterator[tuple[Path, Provision]]:
    """A provision and all below it with their paths, in reading order; for () all of the draft."""
    if path:
        yield path, provision_at(draft, path)
    children = provision_at(draft, path).children if path else draft.provisions
    for index in range(len(children)):
        yield from paths_below(draft, (*path, index))


def _narrowed(draft: Draft, spots: list[Spot], step: Step) -> list[Spot]:
    """The places that a step names below the places found so far."""
    found: list[Spot] = []
    for spot in spots:
        below = [
            (path, provision)
            for path, provision in paths_below(draft, spot.path)
            if path != spot.path and provision.kind in _KINDS[step.level]
        ]
        if step.level is Level.PARAGRAPH:
            nearest = min((len(path) for path, _ in below), default=0)
            below = [(path, provision) for path, provision in below if len(path) == nearest]
        found += [Spot(path) for path in _chosen(below, step)]
    if step.level is Level.ARTICLE and len(found) > 1:
        # An article named without its annex is the one in the body of the instrument.
        body = [spot for spot in found if draft.provisions[spot.path[0]].kind is not ProvisionKind.ANNEX]
        return body or found
    return found


def _chosen(below: list[tuple[Path, Provision]], step: Step) -> list[Path]:
    if step.quoted:
        opening = step.value.casefold()
        return [path for path, provision in below if provision.wording.lstrip('“"').casefold().startswith(opening)]
    if not step.value:
        return [path for path, _ in below]
    count = numerals.ordinal(step.value)
    if count is None:
        named = [
            path for path, provision in below if provision.number and lines.same_number(provision.number, step.value)
        ]
        if (
            named
            or step.level in (Level.ARTICLE, Level.SUBPARAGRAPH)
            or any(provision.number for _, provision in below)
        ):
            return named
        count = numerals.value(step.value)
    index = count - 1 if count and count > 0 else len(below) + (count or 0)
    return [below[index][0]] if count and 0 <= index < len(below) else []


def _sentence(draft: Draft, spots: list[Spot], step: Step, at: Address) -> Spot:
    """The n-th sentence of a provision, counted through its lines."""
    if len(spots) > 1 or step.level is Level.CLAUSE or step.quoted:
        raise UnknownProvision(
            f"“{step}” does not say which words it means.",
            at=draft.id,
            remedy="Quote the words, or count the sentence.",
        )
    if spots[0].path == () and len(draft.provisions) > 1:
        raise _nowhere(draft, step)
    found = []
    for path, provision in paths_below(draft, spots[0].path):
        if provision.kind not in (ProvisionKind.HEADING, ProvisionKind.TITLE):
            found += [Spot(path, start, end) for start, end in sentences(words_of(provision.content))]
    count = numerals.value(step.value) or 0
    index = count - 1 if count > 0 else len(found) + count
    if not count or not 0 <= index < len(found):
        raise UnknownProvision(
            f"There is no {step} {_where(at, step)}.", at=draft.id, remedy=f"It has {len(found)} sentences."
        )
    return found[index]


def _nowhere(draft: Draft, step: Step) -> UnknownProvision:
    return UnknownProvision(f"“{step}” does not say of which article.", at=draft.id, remedy="Name the article.")


def _where(at: Address, step: Step) -> str:
    before = at.steps[: at.steps.index(step)]
    return f"in {Address(before)}" if before and before[0].level is not Level.WHOLE else "in the draft"


def _remedy(draft: Draft, step: Step) -> str:
    if step.level is Level.ARTICLE:
        annexes = [
            below
            for provision in draft.provisions
            if provision.kind is ProvisionKind.ANNEX
            for below in provision.walk()
        ]
        numbers = [article.number for article in draft.articles if article not in annexes]
        return f"It has Articles {numbers[0]} to {numbers[-1]}." if numbers else "It has no articles."
    return "Look at the draft for what it has."

"""Single edits that can be ordered: a provision taken out, put in, replaced, moved, renumbered.

Each is tried, and gives None where no order has the effect wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.amend.quoting import is_quotable
from travaux.amend.reword import new_words, place_of
from travaux.amend.tree import with_children, with_siblings
from travaux.amend.trial import Trial, attempt
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.lines import line_of
from travaux.text.point_to import point_to
from travaux.text.spot import Path, children_at, provision_at

_FIRST_WORDS = 10


def deleted(trial: Trial, path: Path) -> Trial | None:
    """The trial without the provision at `path`."""
    here = provision_at(trial.draft, path)
    at = point_to(trial.draft, path)
    choices: list[list[Operation]] = [[ops.Delete(at)]] if at else []
    if not here.children and not here.label:
        choices.append([ops.DeleteWords(place_of(trial.draft, path), words_of(here.content))])
    if len(path) == 1 and len(trial.draft.provisions) == 1:
        return None
    return attempt(trial, choices, with_siblings(trial.draft, path, []))


def inserted(trial: Trial, parent: Path, index: int, new: Sequence[Provision]) -> Trial | None:
    """The trial with provisions put in as the `index`th below `parent`."""
    beside = children_at(trial.draft, parent)
    wanted = with_children(trial.draft, parent, (*beside[:index], *new, *beside[index:]))
    words = new_words("\n".join(each.text for each in new))
    places = sorted(_places(trial.draft, parent, index), key=lambda each: each[0] is not new[0].kind)
    named = [ops.InsertProvision(target, place, words, _own_address(new[0], place)) for _, target, place in places]
    others = [replace(order, unit=None) for order in named if order.unit is not None]
    return attempt(trial, [[order] for order in (*named, *others)], wanted)


def _own_address(new: Provision, place: Place) -> Address | None:
    """The address that a new paragraph gives itself by its number, beside one that is numbered in the same way."""
    if place.unit is None or new.kind not in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH) or not new.number:
        return None
    last = place.unit.steps[-1]
    alike = new.number[0].isdigit() is last.value[:1].isdigit()
    return Address((*place.unit.steps[:-1], Step(last.level, new.number))) if alike else None


def _places(draft: Draft, parent: Path, index: int) -> Iterator[tuple[ProvisionKind | None, Address, Place]]:
    """Where the new provision may be said to go, with the kind of the one it is said to stand beside."""
    beside = children_at(draft, parent)
    for where, other in ((Where.AFTER, index - 1), (Where.BEFORE, index)):
        at = point_to(draft, (*parent, other)) if 0 <= other < len(beside) else None
        if at is not None:
            yield beside[other].kind, _holding(at), Place(where, unit=at)
        elif 0 <= other < len(beside) and (opening := _opening(beside[other])):
            yield None, point_to(draft, parent) or WHOLE if parent else WHOLE, Place(where, opening)
    at = point_to(draft, parent) if parent else None
    for where, edge in ((Where.END, len(beside)), (Where.START, 0)):
        if at is not None and index == edge:
            yield None, at, Place(where)


def _opening(provision: Provision) -> str:
    """The first words of a provision, to name it by where it has no address."""
    words = provision.wording.split("\n")[0].split()
    opening = " ".join(words[:_FIRST_WORDS])
    return opening if is_quotable(opening) else ""


def _holding(at: Address) -> Address:
    """The address of what holds the provision at an address."""
    return Address(at.steps[:-1]) if len(at.steps) > 1 else WHOLE


def replaced(trial: Trial, path: Path, wanted: Provision) -> Trial | None:
    at = point_to(trial.draft, path)
    here = provision_at(trial.draft, path)
    if at is None or not wanted.wording:
        return None
    new = replace(wanted, kind=here.kind, number=here.number, label=here.label)
    order = ops.Replace(at, new_words(wanted.wording))
    return attempt(trial, [[order]], with_siblings(trial.draft, path, [new]))


def exchanged(trial: Trial, path: Path, wanted: Provision) -> Trial | None:
    """All words of a line for all of another, where it cannot be replaced as a provision."""
    here = provision_at(trial.draft, path)
    old, new = words_of(here.content), words_of(wanted.content)
    if not old or not new or here.children or wanted.children:
        return None
    order = ops.SubstituteWords(place_of(trial.draft, path), old, new_words(new))
    return attempt(trial, [[order]], with_siblings(trial.draft, path, [replace(here, content=wanted.content)]))


def put_behind(trial: Trial, parent: Path, index: int, new: Sequence[Provision]) -> Trial | None:
    """New provisions put in by replacing the one before them, or the last of what is in that, by itself and them."""
    beside = children_at(trial.draft, parent)
    after = with_children(trial.draft, parent, (*beside[:index], *new, *beside[index:]))
    path = (*parent, index - 1)
    result = None
    while result is None and index:
        at, last = point_to(trial.draft, path), provision_at(trial.draft, path)
        if at is not None and last.wording:
            words = "\n".join((last.wording, *(each.text for each in new)))
            result = attempt(trial, [[ops.Replace(at, new_words(words))]], after)
        if not last.children:
            break
        path = (*path, len(last.children) - 1)
    return result


def moved(trial: Trial, parent: Path, source: int, goal: int) -> Trial | None:
    """The trial with the `source`th provision below `parent` moved before the `goal`th."""
    beside = children_at(trial.draft, parent)
    at = point_to(trial.draft, (*parent, source))
    left = [each for each in beside if each is not beside[source]]
    index = goal - (source < goal)
    after = with_children(trial.draft, parent, (*left[:index], beside[source], *left[index:]))
    places = [(Where.AFTER, goal - 1), (Where.BEFORE, goal)]
    choices = [
        [ops.Move(at, Place(where, unit=unit))]
        for where, other in places
        if at and 0 <= other < len(beside) and (unit := point_to(trial.draft, (*parent, other)))
    ]
    return attempt(trial, choices, after)


def relabelled(trial: Trial, path: Path, wanted: Provision) -> Trial | None:
    """The provision at `path` under the label of `wanted`."""
    here = provision_at(trial.draft, path)
    if words_of(here.label) == words_of(wanted.label):
        return trial
    at = point_to(trial.draft, path)
    if at is None or not wanted.number:
        return None
    new = replace(here, number=wanted.number, label=wanted.label)
    number: list[Operation] = [] if here.number == wanted.number else [ops.Renumber(at, wanted.number)]
    choices = [number] if number else []
    heading = _heading(wanted)
    if heading and _heading(here):
        titled = Address((*at.steps, Step(Level.HEADING)))
        choices.append([ops.Replace(titled, new_words(heading)), *number])
    return attempt(trial, choices, with_siblings(trial.draft, path, [new]))


def _heading(provision: Provision) -> str:
    """The words behind the number of a label: 'Article 1 – Definitions'."""
    label = words_of(provision.label)
    line = line_of(label)
    return label[line.label :].rstrip() if line else ""

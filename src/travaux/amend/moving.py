"""Provisions that get another number, or another place."""

from __future__ import annotations

from travaux.amend import numbering
from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Context, Misfit, Rule
from travaux.amend.operations import Place, Where
from travaux.amend.put import put
from travaux.amend.quoted import Stretch, chosen, scope
from travaux.amend.tidy import without
from travaux.amend.tree import with_children, with_siblings
from travaux.errors import UnknownProvision
from travaux.text import lines
from travaux.text.address import Address, Step
from travaux.text.draft import Draft, Provision, Run, cut, words_of
from travaux.text.locate import Path, locate, places, provision_at
from travaux.text.spot import children_at

Applied = tuple[Draft, tuple[Rule, ...]]


def renumbered(draft: Draft, operation: ops.Renumber, context: Context) -> Applied:
    """The provision gets its new number; without one, it and those after it are numbered on in their order."""
    if not operation.new:
        return _counted_on(draft, operation, context)
    spot = locate(draft, operation.target)
    if not spot.path or spot.start is not None:
        raise Misfit("place-unclear", f"{operation.target} bears no number.", "Name the provision.")
    provision = provision_at(draft, spot.path)
    if not provision.number:
        raise Misfit("place-unclear", f"{operation.target} is printed without a number.", "Enter the change by hand.")
    new = operation.new.strip("(). ")
    if not numbering.is_alike(new, provision.number):
        message = f"{operation.new} is no number of the series in which {operation.target} stands."
        raise Misfit("place-unclear", message, "Enter the change by hand.")
    number = numbering.in_style(new, provision.number)
    if number == provision.number:
        raise AlreadyThere(f"{operation.target} bears the number {number} already.")
    siblings = children_at(draft, spot.path[:-1])
    for index in numbering.series(siblings, spot.path[-1]):
        if index != spot.path[-1] and lines.plain_number(siblings[index].number) == lines.plain_number(number):
            message = f"{operation.target} cannot be numbered {number}: another one bears that number."
            raise Misfit("number-taken", message, "Say what number that one gets.")
    return with_siblings(draft, spot.path, [numbering.relabelled(provision, number, context.at)]), ()


def _counted_on(draft: Draft, operation: ops.Renumber, context: Context) -> Applied:
    """Every provision from the target on gets the number after the one before it."""
    path = _opening(draft, operation, context)
    if not path or not provision_at(draft, path).number:
        path = _first_numbered(draft, path)
    siblings = children_at(draft, path[:-1])
    row = numbering.series(siblings, path[-1])
    new = list(siblings)
    opens = path[-1] == row.start and any(isinstance(other, ops.Delete | ops.Move) for other in context.operations)
    number = siblings[path[-1] - 1].number if path[-1] > row.start else ""
    for index in range(path[-1], row.stop):
        # Where the same instruction took the first away, the next is the first.
        first = numbering.first(siblings[index].number) if opens else siblings[index].number
        following = numbering.after(number, siblings[index].number) if number else first
        if following is None:
            message = f"Nothing is known to come after the number {number}."
            raise Misfit("place-unclear", message, "Say the new numbers one by one.")
        number = following
        if number != siblings[index].number:
            new[index] = numbering.relabelled(siblings[index], number, context.at)
    if all(one is other for one, other in zip(new, siblings, strict=True)):
        raise AlreadyThere(f"{operation.target} and those after it are numbered in their order already.")
    return with_children(draft, path[:-1], tuple(new)), ()


def _opening(draft: Draft, operation: ops.Renumber, context: Context) -> Path:
    """Where the counting begins: at the target, or where the same instruction took it away, at what came after it."""
    try:
        return places(draft, operation.target)[0].path
    except UnknownProvision:
        last = operation.target.steps[-1]
        away = [other for other in context.operations if isinstance(other, ops.Delete | ops.Move)]
        if not any(other.target == operation.target for other in away):
            raise
    gone = numbering.order(last.value)
    for spot in places(draft, Address((*operation.target.steps[:-1], Step(last.level)))):
        number = numbering.order(provision_at(draft, spot.path).number)
        if gone is not None and number is not None and number > gone:
            return spot.path
    raise AlreadyThere(f"Nothing stands after {operation.target} that could be numbered on.")


def _first_numbered(draft: Draft, path: Path) -> Path:
    """The first numbered provision right below a place. Raises Misfit where there is none."""
    for index, child in enumerate(children_at(draft, path)):
        if child.number:
            return (*path, index)
    raise Misfit("place-unclear", "There is nothing there that bears a number.", "Name what is to be renumbered.")


def moved(draft: Draft, operation: ops.Move) -> Applied:
    """The provision, or words of it, stands at another place; its words keep their origins."""
    if operation.words:
        return _words_moved(draft, operation)
    spot = locate(draft, operation.target)
    if not spot.path or spot.start is not None:
        raise Misfit("place-unclear", f"{operation.target} is no provision that could be moved.", "Quote the words.")
    provision = provision_at(draft, spot.path)
    parent, index = _goal(draft, operation, spot.path)
    siblings = children_at(draft, parent)
    if parent == spot.path[:-1] and index in (spot.path[-1], spot.path[-1] + 1):
        raise AlreadyThere(f"{operation.target} stands there already.")
    _refuse_number_twice(siblings, provision, same_row=parent == spot.path[:-1])
    # The later of the two places is changed first, so that the other keeps its path.
    if (*parent, index) > spot.path:
        draft = _put_in(draft, parent, index, provision)
        return with_siblings(draft, spot.path, []), ()
    draft = with_siblings(draft, spot.path, [])
    return _put_in(draft, parent, index, provision), ()


def _put_in(draft: Draft, parent: Path, index: int, provision: Provision) -> Draft:
    siblings = children_at(draft, parent)
    return with_children(draft, parent, (*siblings[:index], provision, *siblings[index:]))


def _goal(draft: Draft, operation: ops.Move, path: Path) -> tuple[Path, int]:
    """The parent and the index where the provision goes."""
    place = operation.place
    if place.unit is not None:
        unit = place.unit if place.unit.outer else place.unit.within(operation.target)
        beside = locate(draft, unit)
        if not beside.path or beside.start is not None or beside.path[: len(path)] == path:
            raise Misfit("place-unclear", f"{operation.target} cannot stand next to {place.unit}.")
        if place.where in (Where.START, Where.END):
            children = children_at(draft, beside.path)
            return beside.path, len(children) if place.where is Where.END else 0
        return beside.path[:-1], beside.path[-1] + (place.where is Where.AFTER)
    if place.anchor or place.where not in (Where.START, Where.END):
        raise Misfit("place-unclear", "A provision goes next to another, not next to words.", "Name the provision.")
    row = _alike(draft, path)
    return path[:-1], row[-1] + 1 if place.where is Where.END else row[0]


def _alike(draft: Draft, path: Path) -> list[int]:
    """The indexes of the siblings that are of the same kind."""
    kind = provision_at(draft, path).kind
    return [index for index, one in enumerate(children_at(draft, path[:-1])) if one.kind is kind]


def _refuse_number_twice(siblings: tuple[Provision, ...], provision: Provision, *, same_row: bool) -> None:
    if same_row or not provision.number:
        return
    if any(one.kind is provision.kind and lines.same_number(one.number, provision.number) for one in siblings):
        name = words_of(provision.label).strip()
        raise Misfit("number-taken", f"There is “{name}” already where it is to go.", "Say what number it gets.")


def _words_moved(draft: Draft, operation: ops.Move) -> Applied:
    within = scope(draft, operation.target)
    match, rules = chosen(draft, within, operation.words)
    place = operation.place
    if len(match) > 1 or not place.anchor:
        raise Misfit("place-unclear", "The passage does not say next to which words they go.", "Quote the words.")
    runs = cut(provision_at(draft, match[0].path).line, match[0].start, match[0].end)
    goal = scope(draft, place.unit.within(operation.target)) if place.unit is not None else within
    _refuse_beside(draft, match[0], place)
    draft, tidied = without(draft, match)
    beside, found = chosen(draft, goal, place.anchor)
    return _beside(draft, beside[-1 if place.where is Where.AFTER else 0], place, runs), (*rules, *tidied, *found)


def _refuse_beside(draft: Draft, stretch: Stretch, place: Place) -> None:
    """Raises AlreadyThere where the words stand at their new place."""
    line = words_of(provision_at(draft, stretch.path).line)
    before, after = line[: stretch.start].rstrip(" ,"), line[stretch.end :].lstrip(" ,")
    there = before.endswith(place.anchor) if place.where is Where.AFTER else after.startswith(place.anchor)
    if there:
        raise AlreadyThere(f"The words stand {place.where} “{place.anchor}” already.")


def _beside(draft: Draft, beside: Stretch, place: Place, runs: tuple[Run, ...]) -> Draft:
    """The draft with the moved words next to their anchor, and a blank between."""
    words = words_of(runs)
    gap = beside.end if place.where is Where.AFTER else beside.start
    blank = Run(" ", runs[0].origin)
    if place.where is Where.AFTER:
        runs = runs if words[0] in " ,.;:" else (blank, *runs)
    else:
        runs = runs if words[-1] == " " else (*runs, blank)
    return put(draft, (Stretch(beside.path, gap, gap),), runs)


def kept(draft: Draft, operation: ops.Keep) -> Applied:
    """The draft as it is, where it has the target. Raises UnknownProvision where it has not."""
    locate(draft, operation.target)
    return draft, ()

"""New provisions: where they go, and what number they bear."""

from __future__ import annotations

from dataclasses import replace

from travaux import numerals
from travaux.amend import numbering
from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Context, Misfit, Rule, elided, is_elided, same
from travaux.amend.operations import Place, Where
from travaux.amend.tree import with_children
from travaux.amend.wording import lines_of
from travaux.text import lines
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.locate import Path, Spot, locate
from travaux.text.outline import provisions_of
from travaux.text.spot import children_at, paths_below

Applied = tuple[Draft, tuple[Rule, ...]]
Gap = tuple[Path, int]

_LEVELS = {kind: level for level, (kind, _) in reversed(numbering.KINDS.items())}


def inserted(draft: Draft, operation: ops.InsertProvision, context: Context) -> Applied:
    """A new provision goes beside another, where its number belongs, or to the end of the target.

    Raises Misfit where the place is not told, or the number is taken and the passage does not say what becomes of
    the one that bears it.
    """
    if is_elided(operation.new.words):
        raise elided()
    runs = [item for line in lines_of(operation.new) for item in numbering.items(line)]
    step = _own_step(operation, runs)
    try:
        parent, index = _gap(draft, operation, step)
    except Misfit as misfit:
        if any(same(one.text, operation.new.words) for one in draft.walk()):
            raise AlreadyThere(f"The draft has “{operation.new.words}” already.") from misfit
        raise
    siblings = children_at(draft, parent)
    if step is not None and not _is_of(siblings, step) and _is_of(siblings, _borne(runs)):
        step = _borne(runs)
    new = _as_child(siblings, _numbered(runs, step, operation.unit is not None, siblings, context))
    ended, marks = _with_comma(siblings, index, new)
    there = _standing(siblings, new) or _standing(siblings, ended)
    if there:
        raise AlreadyThere(f"{operation.target} has “{there}” already.")
    index, new = _clear_of(siblings, index, ended, context), ended
    draft = with_children(draft, parent, (*siblings[:index], *new, *siblings[index:]))
    return draft, (*marks, *_stop_rule(siblings, index, new))


def _own_step(operation: ops.InsertProvision, runs: list[tuple[Run, ...]]) -> Step | None:
    """The level and number of the new provision: as the passage gives it, else as its own words begin."""
    if operation.unit is not None:
        last = operation.unit.steps[-1]
        # 'A second paragraph has been added' counts it, and gives it no number.
        counted = last.quoted or numerals.ordinal(last.value) is not None
        return last if last.level in numbering.KINDS and last.value and not counted else None
    return _borne(runs)


def _borne(runs: list[tuple[Run, ...]]) -> Step | None:
    """The level and number that the words of a new provision begin with."""
    line = lines.line_of(words_of(runs[0]))
    if line is None or not line.number or line.kind not in _LEVELS:
        return None
    return Step(_LEVELS[line.kind], line.number)


def _is_of(siblings: tuple[Provision, ...], step: Step | None) -> bool:
    """Whether a new provision of that level has neighbours of its kind."""
    return step is not None and any(one.kind is numbering.KINDS[step.level][0] for one in siblings)


def _numbered(
    runs: list[tuple[Run, ...]], step: Step | None, named: bool, siblings: tuple[Provision, ...], context: Context
) -> tuple[Provision, ...]:
    """The new provisions, the first with the number that the passage gives it."""
    first = lines.line_of(words_of(runs[0]))
    borne = first is not None and step is not None and lines.same_number(first.number, step.value)
    if step is None or not named or borne:
        return provisions_of(runs)
    kind, _ = numbering.KINDS[step.level]
    label = numbering.labelled(step.level, step.value, siblings, context.at)
    if kind in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH):
        return (Provision(kind, step.value, label, runs[0], provisions_of(runs[1:])),)
    label = tuple(Run(run.words.rstrip(), run.origin) for run in label)
    return (Provision(kind, step.value, label, (), provisions_of(runs)),)


def _gap(draft: Draft, operation: ops.InsertProvision, step: Step | None) -> Gap:
    """The path of the parent, and the index among its children where the new provision goes."""
    target, place = operation.target, operation.place
    if place.unit is not None:
        around = target if operation.unit is None or target.steps[0].level is not Level.WHOLE else operation.unit
        beside = locate(draft, place.unit if place.unit.outer else place.unit.within(around))
        if beside.start is not None or not beside.path:
            raise Misfit("place-unclear", f"A provision cannot stand next to {place.unit}.")
        return beside.path[:-1], beside.path[-1] + (place.where is Where.AFTER)
    if place.anchor:
        return _beside_words(draft, target, place)
    by_number = _by_number(draft, operation, step) if step is not None else None
    if by_number is not None:
        return by_number
    spot = locate(draft, target)
    if not spot.path or spot.start is not None or target.steps[-1].level is Level.WHOLE:
        raise Misfit("place-unclear", "The passage does not say where the new provision goes.", "Name its place.")
    return _edge(draft, spot, place)


def _beside_words(draft: Draft, target: Address, place: Place) -> Gap:
    """Next to the provision that begins with the words: 'before “having resolved”'."""
    found = [
        path
        for path, provision in paths_below(draft, locate(draft, target).path)
        if provision.wording.lstrip('“"').casefold().startswith(place.anchor.casefold()) and provision.content
    ]
    if len(found) != 1:
        raise Misfit("place-unclear", "A provision goes next to another, not next to words.", "Name the provision.")
    return found[0][:-1], found[0][-1] + (place.where is Where.AFTER)


def _by_number(draft: Draft, operation: ops.InsertProvision, step: Step) -> Gap | None:
    """Where a number belongs in the series of its kind; None where there is no such series."""
    parent = _parent(draft, operation, step)
    if parent is None:
        return None
    kind, _ = numbering.KINDS[step.level]
    siblings = children_at(draft, parent)
    row = [(index, one) for index, one in enumerate(siblings) if one.kind is kind and one.number]
    lettered = numbering.is_lettered([one for _, one in row])
    number = numbering.order(step.value, lettered=lettered)
    if not row or number is None:
        return None
    places = [(index, numbering.order(one.number, lettered=lettered)) for index, one in row]
    before = [index for index, order in places if order is not None and order < number]
    return parent, before[-1] + 1 if before else row[0][0]


def _parent(draft: Draft, operation: ops.InsertProvision, step: Step) -> Path | None:
    """The path of what a numbered provision is put into."""
    unit = operation.unit or Address((step,))
    unit = unit if unit.outer else unit.within(operation.target)
    outer = tuple(one for one in unit.steps[:-1] if one.level is not Level.WHOLE)
    if outer:
        spot = locate(draft, Address(outer))
        return spot.path if spot.start is None else None
    if step.level is not Level.ARTICLE:
        spot = locate(draft, operation.target)
        return spot.path if spot.path and spot.start is None else None
    rows = [
        path[:-1]
        for path, provision in paths_below(draft, ())
        if provision.kind is ProvisionKind.ARTICLE and draft.provisions[path[0]].kind is not ProvisionKind.ANNEX
    ]
    if len(set(rows)) > 1:
        raise Misfit("place-unclear", "The articles stand in several parts.", "Say after which article it goes.")
    return rows[0] if rows else None


def _edge(draft: Draft, spot: Spot, place: Place) -> Gap:
    children = children_at(draft, spot.path)
    recitals = [index for index, child in enumerate(children) if child.kind is ProvisionKind.RECITAL]
    if place.where is Where.START:
        return spot.path, recitals[0] if recitals else 0
    return spot.path, recitals[-1] + 1 if recitals else len(children)


def _clear_of(siblings: tuple[Provision, ...], index: int, new: tuple[Provision, ...], context: Context) -> int:
    """The place of the new provisions where a number of theirs is taken: before the one that bears it, which the
    passage must renumber or take away."""
    for provision in new:
        taken = [
            place
            for place, other in enumerate(siblings)
            if provision.number and other.kind is provision.kind and _is_in_row(siblings, place, index)
            and lines.same_number(other.number, provision.number)
        ]  # fmt: skip
        if taken and not any(isinstance(other, ops.Renumber) and not other.new for other in context.operations):
            name = words_of(provision.label).strip()
            message = f"There is “{name}” already, and the passage does not say what number that one gets."
            raise Misfit("number-taken", message, "Say that those after it are renumbered, or give another number.")
        if taken:
            return min(index, taken[0]) if provision is new[0] else index
    return index


def _is_in_row(siblings: tuple[Provision, ...], place: int, index: int) -> bool:
    """Whether a sibling is of the series that the place lies in: lists may start anew among the same siblings."""
    row = numbering.series(siblings, place)
    return row.start <= index <= row.stop


def _standing(siblings: tuple[Provision, ...], new: tuple[Provision, ...]) -> str:
    """The text of the siblings that read as the new provisions do, one after another; '' where none do."""
    size = len(new)
    for start in range(len(siblings) - size + 1):
        there = siblings[start : start + size]
        if all(same(one.text, other.text) for one, other in zip(there, new, strict=True)):
            return "\n".join(one.text for one in there)
    return ""


def _as_child(siblings: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """A paragraph put among recitals is a recital."""
    if any(sibling.kind is ProvisionKind.RECITAL for sibling in siblings):
        return tuple(
            replace(one, kind=ProvisionKind.RECITAL) if one.kind is ProvisionKind.PARAGRAPH else one for one in new
        )
    return new


def _with_comma(
    siblings: tuple[Provision, ...], index: int, new: tuple[Provision, ...]
) -> tuple[tuple[Provision, ...], tuple[Rule, ...]]:
    """A recital among recitals that end with a comma ends with one, where the quotation ends with a full stop."""
    last = new[-1]
    marks = {one.text[-1:] for one in siblings if one.kind is ProvisionKind.RECITAL}
    if last.kind is not ProvisionKind.RECITAL or marks != {","} or index >= len(siblings):
        return new, ()
    comma = next(one for one in siblings if one.kind is ProvisionKind.RECITAL)
    ended, rules = ended_with_comma(last, comma)
    return (*new[:-1], ended), rules


def ended_with_comma(recital: Provision, like: Provision) -> tuple[Provision, tuple[Rule, ...]]:
    """A recital whose full stop, that of a quotation, became the comma of another; that one is its origin."""
    words, others = words_of(recital.content), words_of(like.content)
    if not words.endswith(".") or not others.endswith(","):
        return recital, ()
    content = cut(recital.content, 0, len(words) - 1) + cut(like.content, len(others) - 1, len(others))
    message = "The full stop of the quotation became a comma: the recitals beside it end so."
    return replace(recital, content=content), (Rule("recital-comma", message),)


def _stop_rule(siblings: tuple[Provision, ...], index: int, new: tuple[Provision, ...]) -> tuple[Rule, ...]:
    """Says where the new provision's last mark is not its neighbours': it is kept as the passage has it."""
    beside = [
        sibling for sibling in (siblings[:index][-1:] + siblings[index : index + 1]) if sibling.kind == new[-1].kind
    ]
    marks = {sibling.text[-1] for sibling in beside if sibling.text}
    if not marks or new[-1].text[-1] in marks or new[-1].text[-1].isalnum():
        return ()
    message = f"The new provision ends with “{new[-1].text[-1]}”, its neighbours with “{'” or “'.join(sorted(marks))}”."
    return (Rule("punctuation-kept", f"{message} It was kept as the passage has it."),)

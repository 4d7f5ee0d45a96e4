"""Operations on whole provisions: replaced, put in, taken out, reduced to a part."""

from __future__ import annotations

from dataclasses import replace

from travaux.amend import operations as ops
from travaux.amend import wording
from travaux.amend.fit import AlreadyThere, Misfit, Rule, is_elided, plain, same
from travaux.amend.operations import Place, Where, Words
from travaux.amend.tree import with_children, with_siblings
from travaux.text.address import Address, Level
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of
from travaux.text.locate import Path, Spot, locate, provision_at
from travaux.text.outline import provisions_of

Applied = tuple[Draft, tuple[Rule, ...]]


def replaced(draft: Draft, operation: ops.Replace) -> Applied:
    """The target gets the new text and keeps the line that names it. Raises Misfit, AlreadyThere."""
    if is_elided(operation.new.words):
        raise Misfit("wording-elided", "The passage breaks off its quotation; the words left out are not in it.")
    spot = locate(draft, operation.target)
    if not spot.path:
        raise Misfit("place-unclear", "The passage does not say which provision gets the new text.", "Name it.")
    if spot.start is not None:
        _refuse_same(operation.target, words_of(wording.sentence_runs(draft, spot)), operation.new.words)
        _refuse_same(operation.target, _from_there(draft, spot, operation.new.words), operation.new.words)
        return wording.replaced_sentence(draft, spot, operation.new), ()
    provision = provision_at(draft, spot.path)
    _refuse_same(operation.target, provision.wording, operation.new.words)
    _refuse_same(operation.target, provision.text, operation.new.words)
    return with_siblings(draft, spot.path, [_renewed(provision, operation.new)]), ()


def _from_there(draft: Draft, spot: Spot, new: str) -> str:
    """As many characters as the new words have, from where the sentence begins: they may be several sentences."""
    start = spot.start or 0
    return words_of(provision_at(draft, spot.path).content)[start : start + len(new)]


def _refuse_same(target: Address, before: str, after: str) -> None:
    if same(before, after):
        differ = "" if before.split() == after.split() else ", but for capitals or the form of quotes and dashes"
        raise AlreadyThere(f"{target} reads so already{differ}; nothing was changed.")


def _renewed(provision: Provision, new: Words) -> Provision:
    """The provision with new wording below its own label; a label that the new text repeats is not doubled."""
    lines = _unlabelled(provision, new)
    if provision.kind is ProvisionKind.ARTICLE and not provision.content:
        heading = tuple(child for child in provision.children if child.kind is ProvisionKind.HEADING)
        kept = () if lines and _repeats(heading, lines[0]) else heading
        return replace(provision, children=kept + provisions_of(lines))
    return replace(provision, content=lines[0], children=provisions_of(lines[1:]))


def _unlabelled(provision: Provision, new: Words) -> list[tuple[Run, ...]]:
    """The lines of the new wording without the label of the provision, where they begin with it."""
    lines = wording.lines_of(new)
    label = words_of(provision.label).strip()
    if not label or not plain(words_of(lines[0])).startswith(plain(label)):
        return lines
    return list(_after(lines, len(label)))


def _after(lines: list[tuple[Run, ...]], size: int) -> list[tuple[Run, ...]]:
    first = words_of(lines[0])
    skip = len(first) - len(first[size:].lstrip(" .:–—"))
    run = lines[0][0]
    if skip >= len(first):
        return lines[1:]
    origin = replace(run.origin, start=run.origin.start + skip)
    return [(Run(first[skip:], origin),), *lines[1:]]


def _repeats(heading: tuple[Provision, ...], line: tuple[Run, ...]) -> bool:
    return bool(heading) and same(heading[0].text, words_of(line))


def inserted(draft: Draft, operation: ops.InsertProvision) -> Applied:
    """A new provision goes before or after another, or to the end of the target."""
    if is_elided(operation.new.words):
        raise Misfit("wording-elided", "The passage breaks off its quotation; the words left out are not in it.")
    parent, index = _gap(draft, operation.target, operation.place)
    siblings = provision_at(draft, parent).children if parent else draft.provisions
    new = _as_child(siblings, provisions_of(wording.lines_of(operation.new)))
    there = _standing(siblings, new)
    if there:
        raise AlreadyThere(f"{operation.target} has “{there}” already.")
    draft = with_children(draft, parent, (*siblings[:index], *new, *siblings[index:]))
    return draft, _stop_rule(siblings, index, new)


def _standing(siblings: tuple[Provision, ...], new: tuple[Provision, ...]) -> str:
    """The text of the siblings that read as the new provisions do, one after another; '' where none do."""
    size = len(new)
    for start in range(len(siblings) - size + 1):
        there = siblings[start : start + size]
        if all(same(one.text, other.text) for one, other in zip(there, new, strict=True)):
            return "\n".join(one.text for one in there)
    return ""


def _gap(draft: Draft, target: Address, place: Place) -> tuple[Path, int]:
    """The path of the parent, and the index among its children where the new provision goes."""
    if place.unit is not None:
        beside = locate(draft, place.unit.within(target) if not place.unit.outer else place.unit)
        if beside.start is not None or not beside.path:
            raise Misfit("place-unclear", f"A provision cannot stand next to {place.unit}.")
        return beside.path[:-1], beside.path[-1] + (place.where is Where.AFTER)
    if place.anchor:
        raise Misfit("place-unclear", "A provision goes next to another, not next to words.", "Name the provision.")
    spot = locate(draft, target)
    if not spot.path or spot.start is not None or target.steps[-1].level is Level.WHOLE:
        raise Misfit("place-unclear", "The passage does not say where the new provision goes.", "Name its place.")
    return _edge(draft, spot, place)


def _edge(draft: Draft, spot: Spot, place: Place) -> tuple[Path, int]:
    children = provision_at(draft, spot.path).children
    recitals = [index for index, child in enumerate(children) if child.kind is ProvisionKind.RECITAL]
    if place.where is Where.START:
        return spot.path, recitals[0] if recitals else 0
    return spot.path, recitals[-1] + 1 if recitals else len(children)


def _as_child(siblings: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """A paragraph put among recitals is a recital."""
    if any(sibling.kind is ProvisionKind.RECITAL for sibling in siblings):
        return tuple(
            replace(one, kind=ProvisionKind.RECITAL) if one.kind is ProvisionKind.PARAGRAPH else one for one in new
        )
    return new


def _stop_rule(siblings: tuple[Provision, ...], index: int, new: tuple[Provision, ...]) -> tuple[Rule, ...]:
    """Says where the new provision's last mark is not its neighbours': it is kept as the passage has it."""
    beside = [
        sibling for sibling in (siblings[:index][-1:] + siblings[index : index + 1]) if sibling.kind == new[-1].kind
    ]
    marks = {sibling.text[-1] for sibling in beside}
    if not marks or new[-1].text[-1] in marks:
        return ()
    message = f"The new provision ends with “{new[-1].text[-1]}”, its neighbours with “{'” or “'.join(sorted(marks))}”."
    return (Rule("punctuation-kept", f"{message} It was kept as the passage has it."),)


def deleted(draft: Draft, operation: ops.Delete) -> Applied:
    """The provision or sentence at the target goes; what follows keeps its number."""
    spot = locate(draft, operation.target)
    if spot.start is not None:
        return wording.without_sentence(draft, spot), ()
    if not spot.path:
        raise Misfit("place-unclear", "The passage does not say what is to go.", "Name the provision.")
    if len(spot.path) == 1 and len(draft.provisions) == 1:
        raise Misfit("nothing-left", "Nothing would be left of the draft.")
    return with_siblings(draft, spot.path, []), ()


def retained(draft: Draft, operation: ops.RetainOnly) -> Applied:
    """Of the target only the kept part stays, in the draft's own words."""
    target, kept = locate(draft, operation.target), locate(draft, operation.kept)
    if target.start is not None and target == kept:
        raise AlreadyThere(f"{operation.target} is that sentence; nothing was changed.")
    if (
        target.start is not None
        or kept.path[: len(target.path)] != target.path
        or kept.start is None
        or not target.path
    ):
        raise Misfit("place-unclear", f"{operation.kept} is not a sentence of {operation.target}.")
    runs = wording.sentence_runs(draft, kept)
    provision = provision_at(draft, target.path)
    if same(words_of(runs), provision.wording):
        raise AlreadyThere(f"{operation.target} consists of that sentence only; nothing was changed.")
    rules = _quoted_rule(operation, words_of(runs))
    keep = replace(provision_at(draft, kept.path), content=runs, children=())
    if kept.path == target.path:
        return with_siblings(draft, target.path, [keep]), rules
    return with_children(draft, target.path, (keep,)), rules


def _quoted_rule(operation: ops.RetainOnly, words: str) -> tuple[Rule, ...]:
    """The draft's words are kept, also where the passage quotes them a little otherwise."""
    if operation.quoted is None or same(operation.quoted.words, words):
        return ()
    message = f"The passage quotes it as “{operation.quoted.words}”; the draft's own words were kept: “{words}”"
    return (Rule("quoted-otherwise", message),)

"""Operations on whole provisions: replaced, taken out, reduced to a part."""

from __future__ import annotations

import re
from dataclasses import replace

from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Misfit, Rule, is_elided, plain, same
from travaux.amend.operations import Words
from travaux.amend.partly import replaced_in_part, replaced_stretch
from travaux.amend.placing import ended_with_comma
from travaux.amend.quoted import reading_rule, stretches
from travaux.amend.tidy import without
from travaux.amend.tree import with_children, with_siblings
from travaux.amend.wording import lines_of
from travaux.text import lines
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.locate import Spot, locate, paths_below, provision_at
from travaux.text.outline import provisions_of

Applied = tuple[Draft, tuple[Rule, ...]]

_OWN_LABEL = re.compile(r"\(?\w{1,4}[.)]\)? *")


def replaced(draft: Draft, operation: ops.Replace) -> Applied:
    """The target gets the new text and keeps the line that names it. Raises Misfit, AlreadyThere."""
    spot = locate(draft, operation.target)
    if operation.elided or is_elided(operation.new.words):
        return replaced_in_part(draft, spot, operation)
    if spot.start is not None:
        return replaced_stretch(draft, spot, operation)
    if not spot.path:
        spot = _only_text(draft)
    provision = provision_at(draft, spot.path)
    _refuse_same(operation.target, provision.wording, operation.new.words)
    _refuse_same(operation.target, provision.text, operation.new.words)
    renewed, rules = _as_recital(draft, spot, _renewed(provision, operation.new))
    return with_siblings(draft, spot.path, [renewed]), rules


def _only_text(draft: Draft) -> Spot:
    """The one paragraph of a text without articles: a formula, a note. Raises Misfit for any other."""
    titles = (ProvisionKind.TITLE, ProvisionKind.HEADING)
    found = [path for path, one in paths_below(draft, ()) if one.content and one.kind not in titles]
    if draft.articles or len(found) != 1:
        raise Misfit("place-unclear", "The passage does not say which provision gets the new text.", "Name it.")
    return Spot(found[0])


def _as_recital(draft: Draft, spot: Spot, renewed: Provision) -> tuple[Provision, tuple[Rule, ...]]:
    """A recital that ended with a comma ends with one."""
    before = provision_at(draft, spot.path)
    if before.kind is not ProvisionKind.RECITAL or not before.text.endswith(","):
        return renewed, ()
    return ended_with_comma(renewed, before)


def _refuse_same(target: Address, before: str, after: str) -> None:
    if same(before, after):
        differ = "" if before.split() == after.split() else ", but for capitals or the form of quotes and dashes"
        raise AlreadyThere(f"{target} reads so already{differ}; nothing was changed.")


def _renewed(provision: Provision, new: Words) -> Provision:
    """The provision with new wording below its own label; a label that the new text repeats is not doubled."""
    given = _unlabelled(provision, new)
    if provision.kind is ProvisionKind.ARTICLE and not provision.content:
        heading = tuple(child for child in provision.children if child.kind is ProvisionKind.HEADING)
        kept = () if given and _repeats(heading, given[0]) else heading
        return replace(provision, children=kept + provisions_of(given))
    return replace(provision, content=given[0], children=provisions_of(given[1:]))


def _unlabelled(provision: Provision, new: Words) -> list[tuple[Run, ...]]:
    """The lines of the new wording without the label of the provision, where they begin with it."""
    given = lines_of(new)
    label, first = words_of(provision.label).strip(), words_of(given[0])
    line = lines.line_of(first)
    if label and plain(first).startswith(plain(label)):
        given = _after(given, len(label))
    elif line and line.kind is provision.kind and line.number and lines.same_number(line.number, provision.number):
        given = _after(given, line.label)
    if not given:
        raise Misfit("nothing-left", f"The passage gives “{label}” no words.", "Quote its new text.")
    return given


def _after(given: list[tuple[Run, ...]], size: int) -> list[tuple[Run, ...]]:
    first = words_of(given[0])
    skip = len(first) - len(first[size:].lstrip(" .:–—"))
    run = given[0][0]
    if skip >= len(first):
        return given[1:]
    origin = replace(run.origin, start=run.origin.start + skip)
    return [(Run(first[skip:], origin),), *given[1:]]


def _repeats(heading: tuple[Provision, ...], line: tuple[Run, ...]) -> bool:
    return bool(heading) and same(heading[0].text, words_of(line))


def deleted(draft: Draft, operation: ops.Delete) -> Applied:
    """The provision or sentence at the target goes; what follows keeps its number."""
    spot = locate(draft, operation.target)
    if spot.start is not None:
        return _without_stretch(draft, operation.target, spot)
    if not spot.path:
        raise Misfit("place-unclear", "The passage does not say what is to go.", "Name the provision.")
    if len(spot.path) == 1 and len(draft.provisions) == 1:
        raise Misfit("nothing-left", "Nothing would be left of the draft.")
    return with_siblings(draft, spot.path, []), ()


def _without_stretch(draft: Draft, target: Address, spot: Spot) -> Applied:
    """The draft without a sentence or clause. A clause that only its commas tell is not taken out unquoted."""
    if spot.reading is not None:
        message = f"{target} is told by its commas alone. {spot.reading.message}"
        raise Misfit("clause-not-quoted", message, "Quote the words that are to go.")
    if spot.start == spot.end:
        raise Misfit("place-unclear", f"{target} has no words that could go.", "Quote the words.")
    content = words_of(provision_at(draft, spot.path).content)
    if spot.end == len(content) and _OWN_LABEL.fullmatch(content[: spot.start]):
        # 'B. The quays ...', printed as a line of its own: its letter goes with it.
        return with_siblings(draft, spot.path, []), ()
    return without(draft, tuple(stretches(draft, spot)))


def retained(draft: Draft, operation: ops.RetainOnly) -> Applied:
    """Of the target only the kept part stays, in the draft's own words."""
    target, kept = locate(draft, operation.target), locate(draft, operation.kept)
    if target.start is not None and target == kept:
        raise AlreadyThere(f"{operation.target} is that sentence; nothing was changed.")
    if (
        target.start is not None
        or kept.path[: len(target.path)] != target.path
        or kept.start is None
        or kept.in_label
        or not target.path
    ):
        raise Misfit("place-unclear", f"{operation.kept} is not a sentence of {operation.target}.")
    provision = provision_at(draft, target.path)
    runs = cut(provision_at(draft, kept.path).content, kept.start, kept.end or 0)
    if same(words_of(runs), provision.wording):
        raise AlreadyThere(f"{operation.target} consists of that sentence only; nothing was changed.")
    rules = (*reading_rule(kept), *_quoted_rule(operation, words_of(runs)))
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

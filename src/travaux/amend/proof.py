"""The proof of a consolidation: which provisions and which words each operation changed, and that it touched no other.

It is read off the two trees. A provision that no operation touched is the very same object in both; of the others the
letters are laid side by side by their origins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.amend.operations import Operation
from travaux.amend.succession import Succession, successions
from travaux.findings import Citation
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, Run, cut, words_of
from travaux.text.spot import Path, children_at, paths_below

Letter = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """What one operation did to one provision: at `before` in the draft given, at `after` in the draft returned; None
    where it is new, or gone. `gone` and `new` are the runs of its line that it lost and got; both are empty for a
    provision that was moved as it is."""

    operation: Operation
    before: Address | None
    after: Address | None
    gone: tuple[Run, ...] = ()
    new: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """An operation that changed the draft, with the drafts before and after it; for a move, what was moved."""

    operation: Operation
    before: Draft
    after: Draft
    moved: Path | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """All that operations changed, and the addresses that are others now. Everything else is as it was."""

    changes: tuple[Change, ...] = ()
    successions: tuple[Succession, ...] = ()


@dataclass(slots=True)
class _Track:
    """One provision through all stages: where it stood at first, and where it stands now; `number` counts them."""

    number: int
    before: Path | None
    after: Path | None


def proof(stages: Sequence[Stage]) -> Proof:
    """What the stages together changed."""
    if not stages:
        return Proof()
    tracks = [_Track(number, path, path) for number, (path, _) in enumerate(paths_below(stages[0].before, ()))]
    standing = {track.after: [track] for track in tracks if track.after is not None}
    touched: list[tuple[Stage, _Track, tuple[Run, ...], tuple[Run, ...]]] = []
    for stage in stages:
        touched += [(stage, *each) for each in _followed(stage, tracks, standing)]
    old, new = addresses(stages[0].before), addresses(stages[-1].after)
    pairs = [(_at(old, track.before), _at(new, track.after)) for track in tracks]
    named = dict(zip(map(id, tracks), pairs, strict=True))
    changes = [Change(stage.operation, *named[id(track)], gone, new_) for stage, track, gone, new_ in touched]
    return Proof(
        tuple(change for change in changes if change.before is not None or change.after is not None),
        successions(pairs),
    )


def _at(known: Mapping[Path, Address], path: Path | None) -> Address | None:
    return known[path] if path is not None else None


def _followed(
    stage: Stage, tracks: list[_Track], standing: dict[Path, list[_Track]]
) -> list[tuple[_Track, tuple[Run, ...], tuple[Run, ...]]]:
    """Moves the tracks to where their provisions stand after the stage, and gives those that it changed. `standing`
    are those that stand, by where they do."""
    within = changed_within(stage)
    places = matched(stage, within)
    before, after = dict(paths_below(stage.before, within)), dict(paths_below(stage.after, within))
    touched: list[tuple[_Track, tuple[Run, ...], tuple[Run, ...]]] = []
    for track in sorted((one for path in before for one in standing.pop(path)), key=lambda track: track.number):
        here = track.after
        if here is None:
            continue
        there = track.after = places.get(here)
        if there is not None:
            standing.setdefault(there, []).append(track)
        gone, new = _difference(before[here].line, after[there].line if there is not None else ())
        if gone or new or there is None or here == stage.moved:
            touched.append((track, gone, new))
    kept = set(places.values())
    for path, provision in after.items():
        if path not in kept:
            tracks.append(_Track(len(tracks), None, path))
            standing[path] = [tracks[-1]]
            touched.append((tracks[-1], (), provision.line))
    return touched


def changed_within(stage: Stage) -> Path:
    """The innermost provision that holds all that a stage changed, () for the draft; everything else is the very same
    object at the same place."""
    path: Path = ()
    if stage.moved is not None:
        return path
    old, new = stage.before.provisions, stage.after.provisions
    while len(old) == len(new):
        others = [index for index in range(len(old)) if old[index] is not new[index]]
        if len(others) != 1:
            break
        one, other = old[others[0]], new[others[0]]
        path = (*path, others[0])
        if (one.kind, one.number, one.line) != (other.kind, other.number, other.line):
            break
        old, new = one.children, other.children
    return path


def matched(stage: Stage, within: Path) -> dict[Path, Path]:
    """Where each provision of the draft before a stage stands in the one after it, of `within` and what is below it,
    which holds all that changed; those that are gone are left out."""
    there = {id(provision): path for path, provision in paths_below(stage.after, within)}
    below = paths_below(stage.before, within)
    found = {path: there[id(provision)] for path, provision in below if id(provision) in there}
    if within:
        found[within] = within
    _match_changed(children_at(stage.before, within), children_at(stage.after, within), (within, within), found)
    return found


def _match_changed(
    before: tuple[Provision, ...], after: tuple[Provision, ...], at: tuple[Path, Path], found: dict[Path, Path]
) -> None:
    """Matches what is not the same object among the children of two that match, and goes down into it."""
    same = {id(one) for one in before} & {id(one) for one in after}
    old = [(index, one) for index, one in enumerate(before) if id(one) not in same and (*at[0], index) not in found]
    taken = set(found.values())
    new = [(index, one) for index, one in enumerate(after) if (*at[1], index) not in taken]
    for one, other in _pairs(old, new):
        here, there = (*at[0], one[0]), (*at[1], other[0])
        found[here] = there
        _match_changed(one[1].children, other[1].children, (here, there), found)


_Indexed = tuple[int, Provision]


def _pairs(old: list[_Indexed], new: list[_Indexed]) -> Iterator[tuple[_Indexed, _Indexed]]:
    """Those that share a part, else those of the same kind and number, else all in order where they are as many."""
    rest = list(new)
    left: list[_Indexed] = []
    for one in old:
        other = next((other for other in rest if _shares(one[1], other[1])), None)
        if other is None:
            left.append(one)
        else:
            rest.remove(other)
            yield one, other
    for one in list(left):
        other = next((each for each in rest if (each[1].kind, each[1].number) == (one[1].kind, one[1].number)), None)
        if other is not None:
            rest.remove(other)
            left.remove(one)
            yield one, other
    if len(left) == len(rest):
        yield from zip(left, rest, strict=True)


def _shares(one: Provision, other: Provision) -> bool:
    """Whether two provisions have a part in common that is the very same object."""
    return any(
        mine is theirs and mine
        for mine, theirs in ((one.content, other.content), (one.children, other.children), (one.label, other.label))
    )


def _difference(before: tuple[Run, ...], after: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of one line that the other does not have, letter by letter and origin by origin, both ways."""
    if before is after or before == after:
        return (), ()
    old, new = _written(before), _written(after)
    return _only(before, old, frozenset(new)), _only(after, new, frozenset(old))


def letters(line: tuple[Run, ...]) -> list[Letter]:
    """Where each letter of a line came from: one entry a letter."""
    return [_origin(run.origin, len(run.words), index) for run in line for index in range(len(run.words))]


def _written(line: tuple[Run, ...]) -> list[tuple[str, Letter]]:
    return list(zip(words_of(line), letters(line), strict=True))


def _origin(origin: Citation, size: int, index: int) -> Letter:
    """Where a letter of a run came from; of a run that is not letter for letter its origin, the whole of it."""
    if origin.end - origin.start == size:
        return origin.document, origin.note, origin.start + index, -1
    return origin.document, origin.note, origin.start, index


def _only(
    line: tuple[Run, ...], written: list[tuple[str, Letter]], others: frozenset[tuple[str, Letter]]
) -> tuple[Run, ...]:
    runs: tuple[Run, ...] = ()
    start: int | None = None
    for index in range(len(written) + 1):
        foreign = index < len(written) and written[index] not in others
        if foreign and start is None:
            start = index
        elif not foreign and start is not None:
            runs += cut(line, start, index)
            start = None
    return runs

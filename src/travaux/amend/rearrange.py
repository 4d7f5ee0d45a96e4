"""Finds the operations that turn the provisions of a draft into those of another, from the outside in.

At each level: what stays is changed within, what is gone is deleted, numbers are changed, what is new is inserted.
Where words do not lead to the text wanted, the provision is replaced; where that does not, deleted and inserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from travaux.amend.edits import deleted, exchanged, inserted, moved, put_behind, relabelled, replaced
from travaux.amend.reword import reword
from travaux.amend.rows import Row, Slot, groups_of, in_order, parted, path_of, renumbers, row_of, standing
from travaux.amend.trial import Trial
from travaux.compare.align import alike
from travaux.compare.siblings import siblings
from travaux.text.draft import Draft, Provision, words_of
from travaux.text.lines import same_number
from travaux.text.spot import Path, children_at, provision_at

# A provision that keeps less than this share of its words is replaced.
_KEPT = 0.4
_State = tuple[Trial, Row]


def rearrange(trial: Trial, parent: Path, wanted: Sequence[Provision]) -> Trial | None:
    """The trial after the provisions below `parent` (for () the outermost) read as `wanted`; None where no way leads
    there.

    First what stays is changed within, so that its address is that of the draft as it was.
    """
    before = children_at(trial.draft, parent)
    row = row_of(before, siblings(before, wanted), wanted)
    numbered_anew = renumbers(before, row)
    if numbered_anew:
        row = _relabelling(trial, parent, row)
    trial, row = _change_all(trial, parent, row)
    if numbered_anew:
        # New provisions wait until the numbers that they get are free.
        state = _settle_all(trial, parent, row, [k for k, slot in enumerate(row) if slot.wanted is None])
        if state is None:
            return None
        trial, row = _renumber_all(*state, parent)
    state = _settle_all(trial, parent, row, range(len(row)))
    return _move_all(*state, parent) if state else None


def renewed(trial: Trial, wanted: Sequence[Provision]) -> Trial | None:
    """The trial after all that stands was deleted and all that is wanted inserted; None where no way leads there."""
    for index in range(len(trial.draft.provisions) - 1, 0, -1):
        shorter = deleted(trial, (index,))
        if shorter is None:
            return None
        trial = shorter
    same = trial.draft.provisions[0].text == wanted[0].text
    row = (Slot(1, wanted[0] if same else None), *(Slot(0, each) for each in wanted[same:]))
    longer = _settle_all(trial, (), row, range(1, len(row)))
    return longer[0] if longer and same else deleted(longer[0], (0,)) if longer else None


def _move_all(trial: Trial, row: Row, parent: Path) -> Trial | None:
    """Moves what has another place, at the end, when all else stands; what cannot be moved is deleted, and inserted
    there."""
    for goal, slot in enumerate(row):
        if slot.moved is None or slot.standing or slot.wanted is None:
            continue
        source = next(k for k, other in enumerate(row) if other.moved == slot.moved and other.standing)
        old, new = path_of(parent, row, source), path_of(parent, row, goal)
        size = len(children_at(trial.draft, parent))
        result = moved(trial, parent, old[-1], new[-1])
        if result is None:
            result = _taken_over(trial, old, new[-1] - (source < goal), slot.wanted)
        if result is None:
            return None
        left = len(children_at(result.draft, parent)) - size
        trial, row = result, standing(standing(row, source, 0), goal, 1 + left)
    return trial


def _relabelling(trial: Trial, parent: Path, row: Row) -> Row:
    """The row with those that cannot get their labels as one that is gone and one that is new."""
    gone = [k for k, slot in enumerate(row) if slot.standing and slot.wanted is None]
    state = _settle_all(trial, parent, row, gone)
    if state is None:
        return row
    _, after = _renumber_all(*state, parent)
    for k in range(len(row) - 1, -1, -1):
        if row[k].wanted is not None and row[k].standing > after[k].standing:
            row = parted(row, k)
    return row


def _taken_over(trial: Trial, source: Path, goal: int, wanted: Provision) -> Trial | None:
    """What cannot be moved deleted, and inserted where it goes."""
    gone = deleted(trial, source)
    if gone is None:
        return None
    return _new(gone, source[:-1], goal, wanted) or put_behind(gone, source[:-1], goal, [wanted])


def _change_all(trial: Trial, parent: Path, row: Row) -> _State:
    """Changes what stays. What cannot be changed is marked to be deleted, and inserted anew."""
    failed = []
    for k, slot in enumerate(row):
        if slot.standing and slot.wanted is not None:
            result = _changed(trial, path_of(parent, row, k), slot.wanted)
            failed += [k] if result is None else []
            trial = result or trial
    for k in reversed(failed):
        row = parted(row, k)
    return trial, row


def _settle_all(trial: Trial, parent: Path, row: Row, among: Sequence[int]) -> _State | None:
    """Deletes what is gone and inserts what is new."""
    for group in in_order(trial.draft, parent, row, groups_of(row, among)):
        state = _settled(trial, row, parent, group)
        if state is None:
            return None
        trial, row = state
    return trial, row


def _settled(trial: Trial, row: Row, parent: Path, group: list[int]) -> _State | None:
    """The trial with one deleted, or a group inserted: at once, else one by one."""
    if row[group[0]].held:
        return trial, row
    first = group[0]
    path = path_of(parent, row, first)
    wanted = [each for each in (row[k].wanted for k in group) if each is not None]
    if not wanted:
        result = deleted(trial, path)
        return (result, standing(row, first, 0)) if result else None
    size = len(children_at(trial.draft, parent))
    result = inserted(trial, parent, path[-1], wanted)
    if result is not None:
        return result, standing(row, first, len(children_at(result.draft, parent)) - size)
    for k in group:
        state = _settled_alone(trial, row, parent, k)
        if state is None:
            return None
        trial, row = state
    return trial, row


def _settled_alone(trial: Trial, row: Row, parent: Path, k: int) -> _State | None:
    """One provision inserted; where nothing else does it, with the new ones beside it by what stands before them."""
    wanted, index = row[k].wanted, path_of(parent, row, k)[-1]
    if wanted is None or row[k].held:
        return trial, row
    size = len(children_at(trial.draft, parent))
    result = _new(trial, parent, index, wanted)
    if result is not None:
        return result, standing(row, k, len(children_at(result.draft, parent)) - size)
    first = next((j + 1 for j in range(k - 1, -1, -1) if row[j].standing), 0)
    last = next((j for j in range(k, len(row)) if row[j].standing), len(row))
    new = [slot.wanted for slot in row[first:last] if slot.wanted is not None and not slot.held]
    if not first or row[first - 1].wanted is None:
        return None
    result = put_behind(trial, parent, index, new)
    held = tuple(replace(slot, held=True) for slot in row[first:last])
    return (result, (*row[:first], *held, *row[last:])) if result else None


def _new(trial: Trial, parent: Path, index: int, wanted: Provision) -> Trial | None:
    """The trial with a new provision; where its lines cannot be quoted at once, line by line."""
    result = inserted(trial, parent, index, [wanted])
    if result is None and wanted.children:
        result = _line_by_line(trial, parent, index, wanted)
    return result


def _line_by_line(trial: Trial, parent: Path, index: int, wanted: Provision) -> Trial | None:
    if wanted.line:
        result = inserted(trial, parent, index, [replace(wanted, children=())])
        return rearrange(result, (*parent, index), wanted.children) if result else None
    result = trial
    for child in reversed(wanted.children):
        result = _new(result, parent, index, child)
        if result is None:
            return None
    return result


def _changed(trial: Trial, path: Path, wanted: Provision) -> Trial | None:
    """The provision at `path` with the words of `wanted` beneath its own label."""
    here = provision_at(trial.draft, path)
    if here.wording == wanted.wording:
        return trial
    if _is_like(here, wanted):
        result = _within(trial, path, wanted)
        if result is not None:
            return result
    return replaced(trial, path, wanted) or exchanged(trial, path, wanted)


def _is_like(here: Provision, wanted: Provision) -> bool:
    return alike(here.wording, wanted.wording) >= _KEPT


def _within(trial: Trial, path: Path, wanted: Provision) -> Trial | None:
    here = provision_at(trial.draft, path)
    words = words_of(wanted.content)
    result: Trial | None = trial
    if words_of(here.content) != words:
        result = reword(trial, path, words)
    return rearrange(result, path, wanted.children) if result else None


def _renumber_all(trial: Trial, row: Row, parent: Path) -> _State:
    """Gives those that stay their new labels, none while another still has the number. One that cannot get its label
    is deleted, to be inserted again."""
    left = [k for k, slot in enumerate(row) if slot.standing and slot.wanted]
    while left:
        k = next((each for each in left if _is_free(trial.draft, parent, row, each)), left[-1])
        left.remove(k)
        wanted, path = row[k].wanted, path_of(parent, row, k)
        result = relabelled(trial, path, wanted) if wanted else trial
        if result is None:
            result = deleted(trial, path)
            row = standing(row, k, int(result is None))
        trial = result or trial
    return trial, row


def _is_free(draft: Draft, parent: Path, row: Row, k: int) -> bool:
    """Whether no other provision beside it has the number that the slot is to get."""
    wanted, own = row[k].wanted, path_of(parent, row, k)
    others = [each for place, each in enumerate(children_at(draft, parent)) if place != own[-1]]
    return wanted is None or not any(
        each.kind is wanted.kind and each.number and same_number(each.number, wanted.number) for each in others
    )

"""What sides made of a common text, case by case, and what holds of any drafts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import PARAGRAPHS, drafts

from travaux.compare.edits import Edit, collisions, edits, made
from travaux.compare.overlay import units
from travaux.compare.sides import Fate, Held, Sides, sides
from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.outline import outline

NAMES = ("one", "other")


def _draft(name: str, words: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _told(found: Sides) -> str:
    return "\n".join(line for each in found.held for line in _lines(each))


def _lines(held: Held) -> list[str]:
    lines = [f"{held.name}: {held.fate}"]
    for side in held.touched_by:
        touch = held.touches[side]
        did = "struck out" if touch.provision is None else "added" if held.parent is None else "changed"
        lines.append(f"  {did} by {NAMES[side]}")
    lines += [f"  {NAMES[side]} has it as {touch.at}" for side, touch in enumerate(held.touches) if touch.renumbered]
    wording = held.parent.wording if held.parent else ""
    for each in held.collisions:
        lines.append(f"  collision on “{wording[each.start : each.end]}”")
        lines += [f"    {' and '.join(NAMES[side] for side in who)}: “{words}”" for who, words in each.readings]
    if held.together is not None and held.fate is not Fate.UNTOUCHED:
        lines.append(f"  together: {held.together}")
    return lines


@pytest.mark.parametrize("case", cases("compare", "sides"))
def test_sides_are_held_against_their_common_text(case: Path) -> None:
    common, one, other = (_draft(name, read(case / f"{name}.txt")) for name in ("common", *NAMES))

    hold(case, sides=_told(sides(common, [one, other])))


def _article(lines: Sequence[str]) -> Provision:
    children = tuple(
        Provision(ProvisionKind.PARAGRAPH, content=(Run(line, Citation("d", 0, len(line))),)) for line in lines
    )
    return Provision(ProvisionKind.ARTICLE, "1", children=children)


_LINES = st.lists(st.one_of(PARAGRAPHS, st.text("ab .,\u2019", min_size=1, max_size=12)), min_size=1, max_size=4)


@settings(deadline=None)
@given(_LINES, _LINES)
def test_the_edits_of_a_side_give_its_text_letter_for_letter(before: list[str], after: list[str]) -> None:
    one, other = _article(before), _article(after)

    assert made(one.wording, edits(one, other)) == other.wording


@settings(deadline=None)
@given(_LINES)
def test_a_text_left_alone_has_no_edits(lines: list[str]) -> None:
    assert edits(_article(lines), _article(lines)) == ()


_EDITS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4), st.sampled_from(["", "x", "y"])), max_size=4)


def _apart(raw: list[tuple[int, int, str]]) -> list[Edit]:
    """Edits of one side, which do not touch each other."""
    found: list[Edit] = []
    for start, size, words in sorted(raw):
        edit = Edit(start, min(start + size, 24), words)
        if (edit.end > edit.start or edit.words) and not any(edit.touches(one) for one in found):
            found.append(edit)
    return found


@given(_EDITS, _EDITS)
def test_what_does_not_collide_can_be_made_in_either_order(
    one: list[tuple[int, int, str]], other: list[tuple[int, int, str]]
) -> None:
    text = "abcdefghijklmnopqrstuvwx"
    first, second = _apart(one), _apart(other)

    if not collisions(text, [first, second]):
        assert made(text, [*first, *second]) == made(text, [*second, *first])
        alike = set(first) & set(second)
        gained = sum(len(edit.words) - (edit.end - edit.start) for edit in {*first, *second})
        assert len(made(text, [*first, *second])) == len(text) + gained
        assert len({*first, *second}) == len(first) + len(second) - len(alike)


@given(_EDITS)
def test_a_side_does_not_collide_with_itself_or_with_nobody(raw: list[tuple[int, int, str]]) -> None:
    own = _apart(raw)

    assert collisions("abcdefghijklmnopqrstuvwx", [own, own]) == ()
    assert collisions("abcdefghijklmnopqrstuvwx", [own, []]) == ()


@settings(max_examples=30, deadline=None)
@given(drafts(), drafts())
def test_a_side_that_left_all_alone_collides_with_nobody(parent: Draft, draft: Draft) -> None:
    found = sides(parent, [parent, draft])

    assert found.with_fate(Fate.COLLIDING) == ()
    assert all(each.touched_by in ((), (1,)) for each in found.held)


@settings(max_examples=30, deadline=None)
@given(drafts(), drafts())
def test_what_all_change_alike_is_accepted(parent: Draft, draft: Draft) -> None:
    found = sides(parent, [draft, draft])

    assert {each.fate for each in found.held} <= {Fate.UNTOUCHED, Fate.ACCEPTED}


@settings(max_examples=30, deadline=None)
@given(drafts(), drafts(), drafts())
def test_every_provision_of_the_common_text_is_told_once_and_in_its_order(
    parent: Draft, one: Draft, other: Draft
) -> None:
    found = sides(parent, [one, other])

    assert [each.parent for each in found.held if each.parent is not None] == units(parent.provisions)
    for side, draft in enumerate((one, other)):
        told = [each.touches[side].provision for each in found.held if each.touches[side].provision is not None]
        assert sorted(each.text for each in told) == sorted(unit.text for unit in units(draft.provisions))


def test_one_draft_alone_has_no_other_side() -> None:
    draft = _draft("d", "Treaty\nArticle 1\nFree.\nArticle 2\nDaily.")
    with pytest.raises(ValueError, match="two sides"):
        sides(draft, [draft])

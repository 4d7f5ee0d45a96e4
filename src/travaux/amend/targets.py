"""Completes the places that an order names by those that hold around it: 'the second sentence' under 'Article V'."""

from __future__ import annotations

from dataclasses import replace

from travaux import numerals
from travaux.text.address import RANKS, WHOLE, Address, Level, Step

#: Places that hold for what follows: one, several side by side ('Articles 3 and 5: ...'), or none.
Focus = tuple[Address, ...]

#: The rank from which an address names a stretch of a provision and no provision.
STRETCHES = RANKS[Level.CHAPEAU]

# Of these a text has one, so that the name alone says which.
_ALONE = frozenset(
    {Level.PREAMBLE, Level.TITLE, Level.HEADING, Level.ANNEX, Level.APPENDIX, Level.SCHEDULE, Level.FOOTNOTE}
    | {Level.CHAPEAU, Level.TESTIMONIUM, Level.PORTION}
)


def within(units: Focus, outer: Focus) -> Focus:
    """Every unit completed by every place of `outer`, without repeats."""
    return tuple(dict.fromkeys(_completed(unit, context) for context in outer for unit in units))


def _completed(unit: Address, context: Address) -> Address:
    first = unit.steps[0]
    if len(unit.steps) == 1 and not first.value and first.level not in _ALONE:
        return _spoken_of(first, context)
    if context != WHOLE and all(RANKS[step.level] >= STRETCHES for step in context.steps):
        # 'Final clause. To have first sentence read ...'
        apart = first.level is Level.ARTICLE or bool(unit.outer)
        return unit if apart else Address((*context.steps, *unit.steps))
    return unit.within(None if context == WHOLE else context)


def _spoken_of(step: Step, context: Address) -> Address:
    """'The paragraph', 'that sentence': the one that the context names."""
    held = next((each for each in context.steps if each.level is step.level), None)
    return Address(context.steps[: context.steps.index(held) + 1]) if held else context


def in_a_row(targets: Focus) -> Focus:
    """'The first and second sentences shall be replaced by ...': one stretch for one text."""
    if len(targets) < 2:
        return targets
    outer, last = targets[0].steps[:-1], targets[0].steps[-1]
    counts = [numerals.ordinal(one.steps[-1].value) or 0 for one in targets]
    sentences = all(one.steps[-1].level is Level.SENTENCE and one.steps[:-1] == outer for one in targets)
    follow = counts == list(range(counts[0], counts[0] + len(counts)))
    if not sentences or not follow or counts[0] < 1:
        return targets
    return (Address((*outer, replace(last, value=f"{counts[0]}-{counts[-1]}"))),)


def without_notes(targets: Focus) -> Focus:
    """'Delete sub-paragraph and footnote and substitute ...': the text comes in place of the one, not of both."""
    kept = tuple(one for one in targets if one.steps[-1].level is not Level.FOOTNOTE)
    return kept or targets


def without_clauses(targets: Focus) -> Focus:
    """The places of an order that quotes its words: a clause or phrase named beside them tells nothing more."""
    kept = [tuple(step for step in target.steps if not _is_counted_clause(step)) for target in targets]
    return tuple(dict.fromkeys(Address(steps) if steps else WHOLE for steps in kept))


def _is_counted_clause(step: Step) -> bool:
    portion = step.level is Level.PORTION and not step.value.endswith("statement")
    return portion or (step.level is Level.CLAUSE and numerals.ordinal(step.value) is not None)

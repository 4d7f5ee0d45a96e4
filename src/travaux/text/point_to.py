"""The address that leads to a provision of a draft: `locate` the other way round. Gives none that leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from travaux import numerals
from travaux.errors import UnknownProvision
from travaux.text.address import Address, Level, Step
from travaux.text.addresses import LEVELS
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind
from travaux.text.locate import locate
from travaux.text.spot import Path, Spot, children_at, provision_at

# A formula is named by so many of its first words.
_FIRST_WORDS = (3, 6, 10)
# Named only where an article's number alone leads to more than one place.
_DIVISIONS = (Level.PART, Level.CHAPTER, Level.SECTION)
_ALONE = (Level.PREAMBLE, Level.TITLE, Level.TESTIMONIUM, Level.HEADING, Level.ANNEX, Level.TABLE, Level.QUOTATION)


def point_to(draft: Draft, path: Path) -> Address | None:
    """The shortest address of the provision at `path`; None where no address leads to it alone.

    A number is taken before a count: 'paragraph 2', else 'second paragraph'.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> runs = (Run("Fares are free.", Citation("d1", 0, 15)),)
    >>> paragraph = Provision(ProvisionKind.PARAGRAPH, content=runs)
    >>> article = Provision(ProvisionKind.ARTICLE, "IV", children=(paragraph, paragraph))
    >>> draft = Draft(id="d1/draft", title="Ferry Treaty", provisions=(article,), at=Citation("d1", 0, 31))
    >>> str(point_to(draft, (0, 1)))
    'Article IV, second paragraph'
    """
    choices = [_steps(draft, path[:size]) for size in range(1, len(path) + 1)]
    if not all(choices):
        return None
    for steps in _shortest_first(choices):
        address = Address(steps)
        if _leads_to(draft, address, path):
            return address
    return None


def _shortest_first(choices: list[tuple[Step, ...]]) -> Iterator[tuple[Step, ...]]:
    """Every way to go down, first without parts and chapters above the last step, then with them."""
    for combination in product(*choices):
        *above, last = combination
        yield (*(step for step in above if step.level not in _DIVISIONS), last)
    if any(step.level in _DIVISIONS for steps in choices[:-1] for step in steps):
        yield from product(*choices)


def _steps(draft: Draft, path: Path) -> tuple[Step, ...]:
    """The steps that may name the provision at `path` among those beside it: its number, then its count."""
    provision = provision_at(draft, path)
    level = LEVELS.get(provision.kind)
    if level is None:
        return ()
    if provision.kind is ProvisionKind.FORMULA or provision.kind in PRINTED_ONLY:
        return tuple(_quoted(provision.wording, size) for size in _FIRST_WORDS)
    beside = children_at(draft, path[:-1])
    numbered = (Step(level, provision.number),) if provision.number else ()
    alone = (Step(level),) if level in _ALONE and not provision.number else ()
    counted = _counted_beside(beside, path[-1], level) if len(path) > 1 else _counted_in_all(draft, path, level)
    return (*numbered, *alone, *counted)


def _quoted(words: str, size: int) -> Step:
    """'“The Republic of” paragraph': its first words, as far as they can stand in quotation marks."""
    opening = re.split('[“”"]', words.lstrip('“"'))[0]
    return Step(Level.PARAGRAPH, " ".join(opening.split()[:size]).rstrip(".,;: "), quoted=True)


def _counted(beside: tuple[Provision, ...], index: int, level: Level) -> Step:
    """'second paragraph': how many of its level stand up to it."""
    return Step(level, numerals.ordinal_word(sum(LEVELS.get(other.kind) is level for other in beside[: index + 1])))


def _counted_beside(beside: tuple[Provision, ...], index: int, level: Level) -> tuple[Step, ...]:
    """Counted among its siblings with and without the formulas, which count only where a text has no other lines."""
    plain = tuple(other for other in beside if other.kind is not ProvisionKind.FORMULA or other is beside[index])
    at = next(place for place, other in enumerate(plain) if other is beside[index])
    return tuple(dict.fromkeys((_counted(beside, index, level), _counted(plain, at, level))))


def _counted_in_all(draft: Draft, path: Path, level: Level) -> tuple[Step, ...]:
    """An outermost provision counted among its own row, and among all of its level wherever they stand."""
    row = _counted(draft.provisions, path[-1], level)
    before = sum(LEVELS.get(other.kind) is level for above in draft.provisions[: path[-1]] for other in above.walk())
    return tuple(dict.fromkeys((row, Step(level, numerals.ordinal_word(before + 1)))))


def _leads_to(draft: Draft, address: Address, path: Path) -> bool:
    try:
        return locate(draft, address) == Spot(path)
    except UnknownProvision:
        return False

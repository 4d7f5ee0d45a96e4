"""Where each provision of a draft is, as an address: the way back from `locate`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from travaux import numerals
from travaux.text.address import Address, Level, Step
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind
from travaux.text.spot import Path

#: What an address calls a provision of each kind.
LEVELS = {
    ProvisionKind.TITLE: Level.TITLE,
    ProvisionKind.HEADING: Level.HEADING,
    ProvisionKind.PREAMBLE: Level.PREAMBLE,
    ProvisionKind.RECITAL: Level.RECITAL,
    ProvisionKind.FORMULA: Level.PARAGRAPH,
    ProvisionKind.CONTENTS: Level.PARAGRAPH,
    ProvisionKind.FOLIO: Level.PARAGRAPH,
    ProvisionKind.NOTE: Level.PARAGRAPH,
    ProvisionKind.OFFER: Level.NOTE,
    ProvisionKind.REPLY: Level.NOTE,
    ProvisionKind.QUOTATION: Level.QUOTATION,
    ProvisionKind.TABLE: Level.TABLE,
    ProvisionKind.ROW: Level.ROW,
    ProvisionKind.PART: Level.PART,
    ProvisionKind.CHAPTER: Level.CHAPTER,
    ProvisionKind.SECTION: Level.SECTION,
    ProvisionKind.ARTICLE: Level.ARTICLE,
    ProvisionKind.PARAGRAPH: Level.PARAGRAPH,
    ProvisionKind.SUBPARAGRAPH: Level.SUBPARAGRAPH,
    ProvisionKind.ANNEX: Level.ANNEX,
    ProvisionKind.TESTIMONIUM: Level.TESTIMONIUM,
    ProvisionKind.SIGNATURE: Level.TESTIMONIUM,
}
_DIVISIONS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION})
_OPENING_WORDS = 6
#: What is called by its first words.
_CALLED = PRINTED_ONLY | {ProvisionKind.FORMULA}


def addresses(draft: Draft) -> Mapping[Path, Address]:
    """The address of every provision by its path. What bears no number of its own is counted.

    An article is named without its part or chapter where no other bears its number.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> runs = (Run("The ferry runs daily.", Citation("d1", 0, 21)),)
    >>> paragraph = Provision(ProvisionKind.PARAGRAPH, content=runs)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", children=(paragraph,))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=Citation("d1", 0, 21))
    >>> [str(at) for at in addresses(draft).values()]
    ['Article 1', 'Article 1, first paragraph']
    """
    taken = Counter(article.number for article in draft.articles)
    found: dict[Path, Address] = {}
    _below(found, (), (), draft.provisions, taken)
    return MappingProxyType(found)


def _below(
    found: dict[Path, Address],
    path: Path,
    steps: tuple[Step, ...],
    siblings: tuple[Provision, ...],
    taken: Counter[str],
) -> None:
    for index, provision in enumerate(siblings):
        outer = steps
        if provision.kind is ProvisionKind.ARTICLE and taken[provision.number] == 1:
            outer = tuple(step for step in steps if step.level not in _DIVISIONS)
        here = (*outer, _step(siblings, index))
        found[(*path, index)] = Address(here)
        _below(found, (*path, index), here, provision.children, taken)


def _step(siblings: tuple[Provision, ...], index: int) -> Step:
    """The step from what holds `siblings` to one of them."""
    provision = siblings[index]
    level = LEVELS[provision.kind]
    if provision.kind in _CALLED:
        return Step(level, " ".join(provision.wording.split()[:_OPENING_WORDS]), quoted=True)
    alike = [other for other in siblings if _counts_with(other, provision)]
    if provision.number and sum(other.number == provision.number for other in alike) == 1:
        return Step(level, provision.number)
    if len(alike) == 1 and level not in (Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.RECITAL, Level.ARTICLE):
        return Step(level, provision.number)
    place = next(count for count, other in enumerate(alike, start=1) if other is provision)
    return Step(level, numerals.ordinal_word(place))


def _counts_with(other: Provision, provision: Provision) -> bool:
    """Whether two siblings are counted in one row; recitals are paragraphs of a preamble."""
    return LEVELS[other.kind] is LEVELS[provision.kind] and other.kind not in _CALLED

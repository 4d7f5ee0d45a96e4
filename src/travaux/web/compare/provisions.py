"""Lays a redline of two drafts out provision by provision, for one column or two."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.compare.comparison import Comparison, comparison
from travaux.compare.in_words import in_words
from travaux.compare.redline import Redline, RedlineLine
from travaux.compare.render import shown
from travaux.text.address import Address
from travaux.text.draft import Draft
from travaux.web.draft.reading import address_of


@dataclass(frozen=True, slots=True)
class Compared:
    """A provision of two drafts laid over each other; `was` is its name before, where it had another.

    `gone` where the later draft does not have it any more, `left` where it only stands elsewhere; `told` says what
    became of it, `changed` whether there is anything to see.
    """

    address: Address | None
    was: Address | None
    gone: bool
    redline: Redline
    left: bool = False
    told: str = ""
    changed: bool = False


def provisions(before: Draft, after: Draft) -> tuple[Compared, ...]:
    """The provisions of two drafts that answer to each other, with what changed in each."""
    return laid_out(comparison(before, after))


def laid_out(compared: Comparison, *, substance: bool = False) -> tuple[Compared, ...]:
    """The sections of a comparison. `substance`: without what differs in form alone."""
    found = []
    for section in compared.sections:
        pair = section.pair
        earlier = address_of(pair.before) if pair.before else None
        later = address_of(pair.after) if pair.after and not section.left else earlier
        was = earlier if earlier != later else None
        redline = to_show(section.redline, substance=substance)
        changed = section.substantial if substance else section.changed
        gone = pair.after is None or section.left
        found.append(Compared(later, was, gone, redline, section.left, in_words(section), changed))
    return tuple(found)


def to_show(redline: Redline, *, substance: bool) -> Redline:
    """A redline as the page shows it: a sign where a line ends no more, and no form if only substance is asked for."""
    spans = (tuple(shown(line, substance=substance)) for line in redline.lines)
    lines = (RedlineLine(each, line.before, line.after) for each, line in zip(spans, redline.lines, strict=True))
    return Redline(tuple(line for line in lines if line.spans))

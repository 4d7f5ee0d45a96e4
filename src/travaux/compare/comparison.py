"""Two drafts compared provision by provision: what became of each, the redline of each, and figures for the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from travaux.compare.align import Fate, Pair
from travaux.compare.overlay import Overlay, overlay
from travaux.compare.redline import Change, Manner, Redline, sections
from travaux.text.draft import Draft, Provision, ProvisionKind

_HEADED = frozenset(
    {ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ARTICLE, ProvisionKind.ANNEX}
)


@dataclass(frozen=True, slots=True)
class Section:
    """A provision before and after with what changed in it; or, where `left`, the place that it has left: it stands
    elsewhere in the later draft, and there its words are shown."""

    pair: Pair
    redline: Redline
    left: bool = False

    @property
    def changed(self) -> bool:
        """Whether a word of it changed, or it stands elsewhere, under another number or in other parts."""
        return self.left or self.redline.changed or self.pair.fates != (Fate.KEPT,)

    @property
    def substantial(self) -> bool:
        """The same, apart from changes of form."""
        return self.left or self.redline.substantial or self.pair.fates != (Fate.KEPT,)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two drafts and their sections in the order of the later one; what is gone, or has left, stands where it stood."""

    before: Draft
    after: Draft
    sections: tuple[Section, ...]

    @cached_property
    def redline(self) -> Redline:
        """The two drafts laid over each other as a whole."""
        return Redline(tuple(line for section in self.sections for line in section.redline.lines))

    @cached_property
    def fates(self) -> Counter[Fate]:
        """How many provisions met each fate; one may have met several."""
        return Counter(fate for section in self.sections if not section.left for fate in section.pair.fates)

    def words(self, change: Change, *, substance: bool = False) -> int:
        """How many words were kept, inserted, deleted or moved: see `Redline.words`. The words of provisions that moved
        as a whole count as kept."""
        return self.redline.words(change, substance=substance)

    @cached_property
    def formal(self) -> int:
        """How many changes are of form alone: a word, or a mark, that was exchanged for another look of it."""
        spans = (span for line in self.redline.lines for span in line.spans)
        return sum(span.manner is Manner.FORM and span.change is Change.INSERTED for span in spans)


def comparison(before: Draft, after: Draft, *, legible: bool = True) -> Comparison:
    """Two drafts compared. `legible` is that of `redline`: without it, as few words as can be are shown as changed.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> def draft(*articles):
    ...     at = Citation("d1", 0, 9)
    ...     provisions = [
    ...         Provision(ProvisionKind.ARTICLE, number, content=(Run(words, at),)) for number, words in articles
    ...     ]
    ...     return Draft(id="d1/draft", title="Ferry Treaty", provisions=tuple(provisions), at=at)
    >>> before = draft(("1", "The ferry runs daily."), ("2", "Fares are free."))
    >>> after = draft(("1", "Pilots are licensed."), ("2", "The ferry runs daily."), ("3", "Fares are low."))
    >>> [(name(each.pair.after), each.redline.words(Change.INSERTED)) for each in comparison(before, after).sections]
    [('Article 1', 3), ('Article 2', 0), ('Article 3', 1)]
    """
    laid = overlay(before, after, legible=legible)
    return Comparison(before=before, after=after, sections=tuple(_told(laid)))


def _told(laid: Overlay) -> Iterator[Section]:
    """The sections, with the places that moved provisions have left, each behind what it stood behind."""
    answers = {j: i for i, j in laid.pairs}
    gone = {i for i, _ in laid.moved}
    left: dict[int, list[int]] = defaultdict(list)
    stood = -1
    for i in range(len(laid.before)):
        if i in gone:
            left[stood].append(i)
        else:
            stood = i
    found = [(i if j is None else answers.get(j), Section(pair, redline)) for (i, j), pair, redline in sections(laid)]
    pairs = {i: section.pair for i, section in found if i in gone}
    yield from (Section(pairs[i], Redline(()), left=True) for i in left[-1])
    for place, section in found:
        yield section
        if place is not None:
            yield from (Section(pairs[i], Redline(()), left=True) for i in left.get(place, ()))


def name(provision: Provision | None) -> str:
    """What a provision is called: 'Article VI', 'Preamble'; '' for none."""
    if provision is None:
        return ""
    kind = provision.kind.value.capitalize()
    return f"{kind} {provision.number}" if provision.kind in _HEADED and provision.number else kind

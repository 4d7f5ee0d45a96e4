"""A draft as the page prints it: a line a provision, every run of words with its tint and what is not agreed in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from travaux.text.address import Address, Level, Step
from travaux.text.bracket import Bracketed
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.web.draft.marks import Marks
from travaux.web.tints import Tint, TintedRun, tinted

_DIVISIONS = (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX)
_NOTES = (ProvisionKind.OFFER, ProvisionKind.REPLY)
#: What is named before the articles within it.
_NAMING = (*_NOTES, ProvisionKind.ANNEX)
_HEADED = (*_DIVISIONS, ProvisionKind.ARTICLE)


@dataclass(frozen=True, slots=True)
class Line:
    """What one provision prints, and where it is; only headed provisions have an address."""

    kind: ProvisionKind
    depth: int
    label: tuple[TintedRun, ...]
    content: tuple[TintedRun, ...]
    address: Address | None

    @property
    def label_size(self) -> int:
        """How many characters the label has."""
        return sum(len(each.run.words) for each in self.label)

    @property
    def size(self) -> int:
        """How many characters the line has."""
        return self.label_size + sum(len(each.run.words) for each in self.content)

    @property
    def anchor(self) -> str:
        """The name of the provision within the page."""
        return str(self.address).lower().replace(", ", "-").replace(" ", "-") if self.address else ""


def reading(draft: Draft, legend: Iterable[Tint], *, text: Bracketed | None = None) -> tuple[Line, ...]:
    """The lines of the draft in reading order; `text` is the draft with its brackets."""
    tints = tuple(legend)
    lines = (line for each in draft.provisions for line in _lines(each, tints, 0, ()))
    return tuple(lines if text is None else _marked(lines, Marks(text)))


def _marked(lines: Iterable[Line], marks: Marks) -> Iterator[Line]:
    """The lines with what is not agreed in them; they stand in the text one after another, parted by line ends."""
    at = 0
    for line in lines:
        label, content = marks.marked(line.label, at), marks.marked(line.content, at + line.label_size)
        yield replace(line, label=label, content=content)
        at += line.size + (line.size > 0)


def address_of(provision: Provision, above: tuple[Step, ...] = ()) -> Address | None:
    """Where a headed provision or the preamble is, None for one that has no name of its own."""
    if provision.kind is ProvisionKind.PREAMBLE:
        return Address((Step(Level.PREAMBLE),))
    if provision.kind in _NOTES and provision.number:
        return Address((Step(Level.NOTE, provision.number),))
    if provision.kind in _HEADED and provision.number:
        return Address((*above, Step(Level(provision.kind.value), provision.number)))
    return None


def _lines(provision: Provision, legend: tuple[Tint, ...], depth: int, above: tuple[Step, ...]) -> Iterator[Line]:
    address = address_of(provision, above)
    yield Line(provision.kind, depth, tinted(provision.label, legend), tinted(provision.content, legend), address)
    inside = address.steps if address and provision.kind in _NAMING else above
    deeper = depth + (provision.kind not in (*_DIVISIONS, *_NOTES, ProvisionKind.PREAMBLE))
    for child in provision.children:
        yield from _lines(child, legend, deeper, inside)

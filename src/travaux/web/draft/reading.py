"""A draft as the page prints it: a line a provision, every run of words with its tint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.web.tints import Tint, TintedRun, tinted

_DIVISIONS = (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX)
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
    def anchor(self) -> str:
        """The name of the provision within the page."""
        return str(self.address).lower().replace(", ", "-").replace(" ", "-") if self.address else ""


def reading(draft: Draft, legend: Iterable[Tint]) -> tuple[Line, ...]:
    """The lines of the draft in reading order."""
    tints = tuple(legend)
    return tuple(line for each in draft.provisions for line in _lines(each, tints, 0, ()))


def address_of(provision: Provision, above: tuple[Step, ...] = ()) -> Address | None:
    """Where a headed provision or the preamble is, None for one that has no name of its own."""
    if provision.kind is ProvisionKind.PREAMBLE:
        return Address((Step(Level.PREAMBLE),))
    if provision.kind in _HEADED and provision.number:
        return Address((*above, Step(Level(provision.kind.value), provision.number)))
    return None


def _lines(provision: Provision, legend: tuple[Tint, ...], depth: int, above: tuple[Step, ...]) -> Iterator[Line]:
    address = address_of(provision, above)
    yield Line(provision.kind, depth, tinted(provision.label, legend), tinted(provision.content, legend), address)
    inside = address.steps if address and provision.kind is ProvisionKind.ANNEX else above
    deeper = depth + (provision.kind not in (*_DIVISIONS, ProvisionKind.PREAMBLE))
    for child in provision.children:
        yield from _lines(child, legend, deeper, inside)

"""What things are called in Akoma Ntoso: namespaces, the elements of each kind of provision, and eIds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.spot import Path

#: The namespace of the standard, and the one of what it has no place for.
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:x-travaux:exchange:1"
XML = "http://www.w3.org/XML/1998/namespace"

#: The kinds that have an element of their own in the hierarchy; the others are `hcontainer`s with a name.
ELEMENTS = {
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chapter",
    ProvisionKind.SECTION: "section",
    ProvisionKind.ARTICLE: "article",
    ProvisionKind.PARAGRAPH: "paragraph",
    ProvisionKind.SUBPARAGRAPH: "subparagraph",
}
# As the naming convention shortens them in eIds.
_SHORT = {
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.SECTION: "sec",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.PARAGRAPH: "para",
    ProvisionKind.SUBPARAGRAPH: "subpara",
    ProvisionKind.RECITAL: "rec",
}


def akn(name: str) -> str:
    """An element of the standard, as lxml names it."""
    return f"{{{AKN}}}{name}"


def own(name: str) -> str:
    """An element or attribute of what the standard has no place for."""
    return f"{{{OWN}}}{name}"


def eids(draft: Draft) -> Mapping[Path, str]:
    """The eId of every provision by its path, after the naming convention: `art_6__para_2`.

    A number is taken as printed; what has none is counted among its like. No two are the same.
    """
    found: dict[Path, str] = {}
    _name_below(draft.provisions, (), "", found, set())
    return found


def _name_below(
    provisions: tuple[Provision, ...], path: Path, above: str, found: dict[Path, str], taken: set[str]
) -> None:
    counts: Counter[ProvisionKind] = Counter()
    for index, provision in enumerate(provisions):
        counts[provision.kind] += 1
        name = f"{above}{_SHORT.get(provision.kind, provision.kind.value)}"
        number = re.sub(r"[^\w-]+", "-", provision.number).strip("-") or str(counts[provision.kind])
        wanted = name if provision.kind is ProvisionKind.PREAMBLE and not above else f"{name}_{number}"
        eid, count = wanted, 2
        while eid in taken:
            eid, count = f"{wanted}-{count}", count + 1
        taken.add(eid)
        found[*path, index] = eid
        _name_below(provision.children, (*path, index), f"{eid}__", found, taken)

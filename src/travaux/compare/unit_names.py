"""What the units by which a draft is compared are called. The head of a part is one, and is told by what it says."""

from __future__ import annotations

from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision
from travaux.text.spot import provision_at


class UnitNames:
    """The addresses of a draft's units."""

    def __init__(self, draft: Draft) -> None:
        self._own = {id(provision_at(draft, path)): at for path, at in addresses(draft).items()}
        self._heads = {(each.kind, each.label, each.content): self._own[id(each)] for each in reversed([*draft.walk()])}

    def of(self, unit: Provision | None) -> Address | None:
        """The address of a unit; None for none, and for one that is not of the draft."""
        if unit is None:
            return None
        return self._own.get(id(unit)) or self._heads.get((unit.kind, unit.label, unit.content))

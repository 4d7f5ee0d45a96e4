"""Which directives of a mandate speak of a proposal: those that give something much like it, and those that forbid it.

Much like it: so many of the telling words of the shorter of both are the same. That the same is meant a person says.
"""

from __future__ import annotations

import re

from travaux.errors import UnreadableAddress
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.figures import differ, figures, spelled
from travaux.mandate.given import given
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.on import Mandate, path, provision
from travaux.text.address import Address
from travaux.text.parse import parse

GIVES = frozenset({Act.PROPOSE, Act.ACCEPT, Act.SEEK, Act.INTRODUCE, Act.ASSURE, Act.CLEAR, Act.UNAFFECTED})
#: So much of the telling words of a proposal must be those of what a directive is on.
_SPEAKS_OF = 0.6
#: So much, where both name the same provision.
_NEAR = 0.5


def forbidding(mandate: Mandate, proposal: str, address: Address | None) -> Directive | None:
    """The newest directive that tells not to do this, or to prevent it; None where a later one, or one of that day,
    that gives something is more like it."""
    for each in reversed(mandate.directives):
        against = each.denied or each.act is Act.FORESTALL
        if not against or each.object is None:
            continue
        if _is_on_all(each.object.words, address):
            return each
        if _speaks_of(each, proposal, address):
            if differ(figures(on_what(each)), figures(proposal)):
                continue
            free = giving(mandate, proposal, address)
            later = [one for one in free if (one.date or mandate.on) >= (each.date or mandate.on)]
            return None if any(like(one, proposal) > like(each, proposal) for one in later) else each
    return None


def _is_on_all(said: str, address: Address | None) -> bool:
    """Whether words are the name alone of a provision that an address is of, or is in: 'Article V'."""
    try:
        named = path(parse(re.sub(r"(?i)^(?:the )?(?:proposed |draft )?", "", said)))
    except UnreadableAddress:
        return False
    return address is not None and path(address)[: len(named)] == named


def giving(mandate: Mandate, proposal: str, address: Address | None) -> list[Directive]:
    """The directives that allow or order something that a proposal is much the same as, the newest first."""
    free = [each for each in reversed(mandate.directives) if each.act in GIVES and not each.denied]
    return [each for each in free if _speaks_of(each, proposal, address)]


def _speaks_of(directive: Directive, proposal: str, address: Address | None) -> bool:
    same = address is not None and any(provision(each) == provision(address) for each in directive.addresses)
    return like(directive, proposal) >= (_NEAR if same else _SPEAKS_OF)


def like(directive: Directive, proposal: str) -> float:
    said = on_what(directive)
    # A figure alone says nothing of what it is on.
    if len(telling(said)) < 2:
        return likeness(said, proposal)
    return max(likeness(said, proposal), likeness(spelled(said), spelled(proposal)))


def on_what(directive: Directive) -> str:
    """What an order is on, in its words; of words put in the place of others those that come."""
    if directive.object is None:
        return ""
    told = given(directive)
    is_change = directive.wording is not None and (told is None or told.said != directive.wording)
    return (told.said.words if told else "") if is_change else directive.object.words


def strange(directive: Directive, proposal: str) -> list[str]:
    """The figures of a proposal that an order does not name."""
    return sorted(figures(proposal) - figures(directive.words))

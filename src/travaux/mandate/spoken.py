"""Which directives of a mandate speak of a proposal: those that give something much like it, and those that forbid it.

Much like it: so many of the telling words of the shorter of both are the same. That the same is meant a person says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from travaux.errors import UnreadableAddress
from travaux.mandate.directives_object import addresses_in
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.figures import beyond, bounds, differ, figures, spelled
from travaux.mandate.given import given
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.on import PLACES, Mandate, is_outermost, path, provision
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
    for each in _against(mandate):
        if each.object is not None and _is_on_all(each.object.words, address):
            return each
        if _speaks_of(each, proposal, address):
            if not _is_on_figures(each, proposal):
                continue
            free = giving(mandate, proposal, address)
            later = [one for one in free if (one.date or mandate.on) >= (each.date or mandate.on)]
            return None if any(like(one, proposal) > like(each, proposal) for one in later) else each
    return None


def keeping(mandate: Mandate, proposal: str, address: Address | None) -> Directive | None:
    """The newest directive that forbids figures beyond one, where a proposal has a figure that is not: 'do not go
    beyond twelve million', of eleven. It does not say that this is allowed."""
    limits = (each for each in _against(mandate) if beyond(each.words) is not None)
    named = figures(proposal)
    return next(
        (e for e in limits if named and _speaks_of(e, proposal, address) and not _is_on_figures(e, proposal)), None
    )


def _against(mandate: Mandate) -> Iterator[Directive]:
    """The directives that tell not to do something, or to prevent it, the newest first."""
    for each in reversed(mandate.directives):
        if (each.denied or each.act is Act.FORESTALL) and each.object is not None:
            yield each


def _is_on_figures(directive: Directive, proposal: str) -> bool:
    """Whether what is forbidden is a proposal's figure: 'not less than five years' forbids four, and neither five nor
    six; 'fourteen is not acceptable' forbids fourteen. Also where neither names one."""
    forbidden, named = beyond(directive.words), figures(proposal)
    if forbidden is not None and named:
        return any(forbidden.has(each) for each in named)
    return not differ(figures(on_what(directive)), named)


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
    if _is_elsewhere(directive, proposal, address):
        return False
    same = address is not None and any(provision(each) == provision(address) for each in directive.addresses)
    return like(directive, proposal) >= (_NEAR if same else _SPEAKS_OF)


def _is_elsewhere(directive: Directive, proposal: str, address: Address | None) -> bool:
    """Whether both name provisions, and none of one is, or is in, one of the other: 'the last sentence of Article VI'
    says nothing of that of Article V."""
    ours = _outermost(directive.addresses)
    theirs = _outermost((*addresses_in(proposal), *((address,) if address else ())))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _outermost(addresses: Iterable[Address]) -> frozenset[str]:
    """The articles, or other outermost provisions, that addresses are in; a paragraph alone may be of any."""
    return frozenset(provision(each) for each in addresses if is_outermost(each))


def like(directive: Directive, proposal: str) -> float:
    said = on_what(directive)
    # A figure, or the name of a provision, alone says nothing of what it is on.
    if len(telling(said) - PLACES) < 2:
        return 1.0 if _is_all_said(directive, proposal) else likeness(said, proposal)
    return max(likeness(said, proposal), likeness(spelled(said), spelled(proposal)))


def _is_all_said(directive: Directive, proposal: str) -> bool:
    """Whether an order has all telling words of a proposal, and the provisions that it names: 'drop Article IX'."""
    named = {path(each) for each in addresses_in(proposal)}
    words = telling(proposal) - PLACES
    enough = len(words) >= (1 if named else 2)
    return enough and named <= {path(each) for each in directive.addresses} and words <= telling(directive.words)


def on_what(directive: Directive) -> str:
    """What an order is on, in its words; of words put in the place of others those that come."""
    if directive.object is None:
        return ""
    told = given(directive)
    is_change = directive.wording is not None and (told is None or told.said != directive.wording)
    return (told.said.words if told else "") if is_change else directive.stands_for or directive.object.words


def strange(directive: Directive, proposal: str) -> list[str]:
    """The figures of a proposal that an order does not name, nor leaves room for: 'up to six' has room for four."""
    room = None if directive.denied else bounds(directive.words)
    named = figures(directive.words)
    return sorted(each for each in figures(proposal) - named if room is None or not room.has(each))

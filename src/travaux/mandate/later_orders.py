"""Which later orders speak of what an earlier one gave, without giving it: a person says whether the leave holds.

A message that was to be disregarded as a whole ends all leave of it; an order on the same says something else of it.
"""

from __future__ import annotations

import datetime
import re

from travaux.mandate.directives_elliptic import is_pronoun
from travaux.mandate.directives_object import addresses_in
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.doubt import turns_on
from travaux.mandate.figures import figures
from travaux.mandate.on import Mandate, path
from travaux.mandate.sense import Sense, is_against, of_order, senses, without_sense
from travaux.mandate.spoken import GIVES, is_same, on_what, speaks_of, strange
from travaux.mandate.things import alike, is_amount, names_all, things, units, unnamed
from travaux.mandate.turns import ends_all
from travaux.text.address import Address

_FIRST = re.compile(
    r"(?i)\b(?:before|prior to|until after) (?:you )?(?:accept|agree|propos|offer|mak|put|yield|conced|commit|"
    r"consent|"
    r"tabl|introduc|sign|giv)\w*"
)
_WANTS = frozenset((Act.PROPOSE, Act.SEEK))
#: What is to be asked and reported of a thing ends no leave to accept it.
_ASKS = frozenset((Act.REPORT, Act.CONSULT, Act.RAISE))
_STOPS = re.compile(
    r"(?i)(?:the |all |any |your |our |further |these )*(?:negotiation|talk|conversation|discussion|concession|"
    r"commitment|"
    r"engagement|action on (?:our|my|the|yesterday)|(?:our|my) (?:last |previous |earlier )?(?:telegram|message|"
    r"instruction))"
)
_PUTS_OFF = frozenset((Act.DEFER, Act.FORESTALL))
_IN_PLACE_OF = re.compile(
    r"(?i)\b(?:substitut\w+ [^.;]{1,80}? for|replac\w+|in(?:stead| place) of|rather than) (?P<old>[^ .;]+(?: [^ .;]+)?)"
)
#: Said of any amount.
_AMOUNT_OF = frozenset("total maximum minimum ceiling limit level figure number amount sum term period".split())


def first_done(mandate: Mandate, proposal: str) -> list[Directive]:
    """The orders to be carried out before what is proposed: 'before accepting it, consult the Treasury'."""
    told = (each for each in mandate.directives if _FIRST.search(each.words))
    return [each for each in told if each.act not in GIVES and names_all(proposal, each.words)]


def other_amount(mandate: Mandate, proposal: str, *, since: Directive) -> Directive | None:
    """The newest order of a later day than another's that names an amount of the kind that is proposed."""
    for each in reversed(mandate.directives):
        if (each.date or mandate.on) <= (since.date or mandate.on):
            return None
        if each.act in GIVES and not is_against(each) and is_amount(each.words, proposal):
            return each
    return None


def set_against(mandate: Mandate, address: Address, *, since: datetime.date) -> Directive | None:
    """The newest order of a later day that seeks something else of a provision as a whole, or its deletion, without
    giving words for it or being for a case; None where none does."""
    worded = {each.at.document for each in mandate.wordings if each.address and path(each.address) == path(address)}
    for each in reversed(mandate.directives):
        if each.date is None or each.date <= since:
            return None
        in_a_case = each.fallback or each.condition is not None or each.document in worded
        if (
            in_a_case
            or each.wording is not None
            or each.denied
            or path(address) not in {path(one) for one in each.addresses}
        ):
            continue
        if each.act in _WANTS or (each.act in GIVES and senses(each.words) & {Sense.REMOVED, Sense.CHANGED}):
            return each
    return None


def later_word(mandate: Mandate, proposal: str, address: Address | None, *, since: Directive) -> Directive | None:
    """The newest order of a later day than another's that speaks of what is proposed, and does not give it: puts it
    off, sets something in its place, names another amount. None where none does."""
    for each in reversed(mandate.directives):
        if (each.date or mandate.on) <= (since.date or mandate.on):
            return None
        if ends_all(each.words) or _replaces(each.words, proposal):
            return each
        if each.act in _ASKS or (each.denied and not is_against(each)) or each.object is None:
            continue
        gives = each.act in GIVES and is_same(each, proposal) and not strange(each, proposal)
        gives = gives and speaks_of(each, proposal, address) and not is_against(each)
        gives = gives and not unnamed(on_what(each), proposal)
        if not gives and (_touches(each, proposal, address) or turns_on(each.words, proposal)):
            return each
    return None


def _replaces(words: str, proposal: str) -> bool:
    """Whether an order puts something in the place of a figure of a proposal: 'substitute $12 for $10'."""
    replaced = _IN_PLACE_OF.search(words)
    return replaced is not None and bool(figures(replaced["old"]) & figures(proposal))


def _touches(directive: Directive, proposal: str, address: Address | None) -> bool:
    """Whether any words of an order speak of a proposal: those on which it is, or those against which it sets that."""
    named = {path(each) for each in addresses_in(proposal)}
    if is_pronoun(on_what(directive)) and is_against(directive):
        return True  # 'you are no longer authorized to accept it'
    if _STOPS.match(on_what(directive)) and directive.act in _PUTS_OFF:
        return True
    if Sense.REMOVED in of_order(directive, on_what(directive)) and names_all(on_what(directive), proposal):
        return True
    if named and not things(without_sense(proposal)):
        return bool(named & {path(each) for each in directive.addresses})
    counted = figures(directive.words) and figures(proposal)
    if counted and _is_counted_alike(directive, proposal):
        return True
    return speaks_of(directive, proposal, address) or alike(directive.words, proposal) >= 1.0


def _is_counted_alike(directive: Directive, proposal: str) -> bool:
    """Whether an order names all that a proposal tells an amount of, or bounds amounts of its unit alone."""
    named = things(proposal) - _AMOUNT_OF
    said = on_what(directive)
    if named:
        return named <= things(directive.words) or (not things(said) and bool(units(said) & units(proposal)))
    return bool(units(said) & units(proposal))

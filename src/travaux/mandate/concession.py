"""Holds a proposal that no authorised wording is like against the directives in force, or, where it is to be done under
an authority, against the decision that gave it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from travaux.compare.redline import redline
from travaux.findings import Citation
from travaux.mandate.directives_elliptic import is_pronoun
from travaux.mandate.directives_said import Directive
from travaux.mandate.exercise import exercise
from travaux.mandate.figures import are_several, figures
from travaux.mandate.later_orders import first_done, later_word, other_amount
from travaux.mandate.on import Mandate
from travaux.mandate.spoken import (
    banning,
    giving,
    goes_beyond,
    is_same,
    left_out,
    like,
    on_what,
    speaking,
    strange,
)
from travaux.mandate.things import says_more, turns_round, unnamed, widens
from travaux.mandate.verdict import Check, Verdict, short
from travaux.text.address import Address
from travaux.text.draft import Provision, ProvisionKind, Run

#: Where words stand that no document has.
NOWHERE = Citation("proposal", 0, 0)
SPACE = re.compile(r"\s+")
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def concession(mandate: Mandate, proposal: str, address: Address | None) -> Check:
    """A proposal that no wording is like, against what the directives are on: one with its figures before others, then
    the one most like it, then that with the nearest figure, then the newest. What another that speaks of it sets as a
    limit is asked too."""
    spoken = [each for each in giving(mandate, proposal, address) if is_same(each, proposal)]
    if not spoken:
        return exercise(mandate, proposal) or _unspoken(proposal, address, speaking(mandate, proposal, address))
    one = min(spoken, key=lambda each: _order(each, proposal))
    condition = one.condition.words if one.condition else ""
    same = [each for each in (one, *spoken) if bool(strange(each, proposal)) is bool(strange(one, proposal))]
    ask = [f"Is this so: {condition}?"] if condition else []
    ask += [f"Does it keep to this: {limit}?" for limit in dict.fromkeys(e.limit.words for e in same if e.limit)]
    ask += [f"Was this done before: “{short(each.words)}” ({each.at})?" for each in first_done(mandate, proposal)]
    held = Check(
        verdict=Verdict.WITHIN, words=proposal, address=address, directive=one, step=one.fallback,
        condition=condition, ask=tuple(ask),
    )  # fmt: skip
    if not strange(one, proposal):
        return _if_it_holds(mandate, _unless_banned(mandate, _by_words(held, one)), one)
    return _between(held, spoken) or _by_figures(held, one, other_amount(mandate, proposal, since=one))


def _unless_banned(mandate: Mandate, held: Check) -> Check:
    """What is within if it is put forward with all that an order tells of it, where another forbids it without."""
    one = held.directive
    if held.verdict is not Verdict.WITHIN or one is None or not says_more(on_what(one), held.words):
        return held
    ban = banning(mandate, held.words, held.address)
    if ban is None:
        return held
    ask = f"Another forbids it: “{short(ban.words)}” ({ban.at}). Which holds?"
    return replace(held, verdict=Verdict.UNDETERMINED, ask=(*held.ask, ask))


def _if_it_holds(mandate: Mandate, held: Check, directive: Directive) -> Check:
    """What is within, unless a later order speaks of it otherwise: a person says whether the leave still holds."""
    later = later_word(mandate, held.words, held.address, since=directive)
    if held.verdict is not Verdict.WITHIN or later is None:
        return held
    ask = f"Later words speak of it: “{short(later.words)}” ({later.at}). Does the leave still hold?"
    return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))


def _order(directive: Directive, proposal: str) -> tuple[bool, bool, float, float]:
    other = bool(strange(directive, proposal)), bool(unnamed(on_what(directive), proposal))
    return *other, -like(directive, proposal), _off(directive, proposal)


def _by_words(held: Check, directive: Directive) -> Check:
    """What names a thing that the order does not is asked about, and what leaves out a part of what the order names is
    within with that part: whether it is kept a person says."""
    if directive.object is not None and is_pronoun(directive.object.words):
        ask = f"Is this what “{directive.object.words}” stands for: “{short(directive.stands_for)}”?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    others = unnamed(on_what(directive), held.words)
    if others:
        ask = f"Does the instruction, which does not name this, leave room for it: {', '.join(others)}?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    wider = goes_beyond(directive, held.words) or widens(on_what(directive), held.words)
    wider = wider or left_out(directive, held.words)
    if wider:
        ask = f"Does the instruction, which is on “{short(on_what(directive))}”, go so far ({wider})?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    if turns_round(on_what(directive), held.words):
        ask = "Is this meant, though it tells the other way about who does what to whom?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    if says_more(on_what(directive), held.words):
        return replace(
            held, ask=(*held.ask, f"Is it put forward with all that is told: “{short(on_what(directive))}”?")
        )
    return held


def _between(held: Check, spoken: Sequence[Directive]) -> Check | None:
    """A figure between those of two steps, the first choice and what may be settled for: nobody spoke of it, and a
    person says whether there is room for it. None where it lies between no two."""
    figure = _figure(held.words)
    if figure is None:
        return None
    steps = [(value, each) for each in spoken if (value := _figure(on_what(each))) is not None]
    above = min((step for step in steps if step[0] > figure), key=itemgetter(0), default=None)
    below = max((step for step in steps if step[0] < figure), key=itemgetter(0), default=None)
    if above is None or below is None:
        return None
    first, last = sorted((above[1], below[1]), key=lambda each: (each.fallback, each.allowed))
    if not (last.fallback or last.allowed) or (last.fallback, last.allowed) == (first.fallback, first.allowed):
        return None
    named, ends = next(iter(figures(held.words))), [f"“{short(each.words)}” ({each.at})" for each in (first, last)]
    condition = last.condition.words if last.condition else ""
    ask = [f"Is there room for {named} between {' and '.join(ends)}?"]
    ask += [f"Is this so: {condition}?"] if condition else []
    ask += [f"Does it keep to this: {each.limit.words}?" for each in (first, last) if each.limit]
    return replace(
        held, verdict=Verdict.UNDETERMINED, directive=last, step=last.fallback, condition=condition, ask=tuple(ask)
    )


def _off(directive: Directive, proposal: str) -> float:
    """How far the figure of a proposal is from that of a directive; 0 where either has none, or more than one."""
    theirs, ours = _figure(on_what(directive)), _figure(proposal)
    return 0 if theirs is None or ours is None else abs(theirs - ours)


def _figure(words: str) -> float | None:
    named = figures(words)
    return float(next(iter(named))) if len(named) == 1 else None


def _by_figures(held: Check, directive: Directive, later: Directive | None) -> Check:
    """What an order speaks of with another figure is outside it (six for four); with a figure where the order has none,
    somebody has to say whether it is meant."""
    if are_several(directive.words):
        keep = f"Does it keep within all of these: “{short(on_what(directive))}”?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(keep, *held.ask))
    if later is not None:
        ask = f"Does this later order, which names another amount, allow it: “{short(later.words)}” ({later.at})?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    if figures(on_what(directive)):
        difference = redline(as_provision(on_what(directive), directive.at), as_provision(held.words, NOWHERE))
        asked = ("May the delegation accept this figure?", "If not, which may it propose in its place?")
        return replace(held, verdict=Verdict.OUTSIDE, difference=difference, ask=(*held.ask, *asked))
    named = ", ".join(strange(directive, held.words))
    room = (f"Does the instruction, which names no figure, leave room for this one: {named}?",)
    return replace(held, verdict=Verdict.UNDETERMINED, ask=(*room, *held.ask))


def _unspoken(proposal: str, address: Address | None, near: Directive | None) -> Check:
    """What no order gives: what to ask, and first whether the one that speaks of it in another sense does."""
    given = (f"Does this, which speaks of it, allow it: “{short(near.words)}” ({near.at})?",) if near else ()
    place = f" on {address}" if address else ""
    questions = (
        f"What is our position{place} on this proposal?",
        "May the delegation accept it, and under which condition?",
        "If not, what may it propose, and what is the least that it may accept?",
    )
    return Check(
        verdict=Verdict.UNDETERMINED, words=proposal, address=address, directive=near, ask=(*given, *questions)
    )


def as_provision(words: str, at: Citation) -> Provision:
    """Words as a paragraph, to be compared with another."""
    said = SPACE.sub(" ", words).strip().strip('“”"') or "…"
    return Provision(ProvisionKind.PARAGRAPH, content=(Run(said.translate(QUOTES), at),))

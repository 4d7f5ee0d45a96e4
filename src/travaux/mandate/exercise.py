"""Holds what is to be done under an authority, to sign or to negotiate, against the decisions that gave or refused it.

Authority to negotiate is none to sign, and full powers are neither (11 FAM 724).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from travaux.mandate.authority_said import Decided, Grant, Recommendation
from travaux.mandate.likeness import likeness, telling
from travaux.mandate.on import Mandate
from travaux.mandate.verdict import Check, Verdict, short

_DONE_UNDER = re.compile(
    r"(?i)^\W*(?:(?:may|can|could|shall) )?(?:(?:we|I|you|the (?:delegation|ambassador|embassy|chargé))\b ?)?"
    r"(?:may |can |could |will |shall |to )?"
    r"(?P<verb>sign(?:ature of|ing)?|conclude|negotiate|(?:open|begin|enter into|start) negotiations|"
    r"(?:issue |exchange |present |use )?full powers)\b(?P<what>.*)$",
    re.S,
)
_GRANTS = (("sign", Grant.SIGN), ("conclude", Grant.SIGN), ("full", Grant.FULL_POWERS))
#: What any authority is on, by which none is told from another.
_ANY = frozenset("agreement treaty convention protocol text draft attached without further reference act".split())
#: So much of what tells one agreement from another must be the same.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class _Asked:
    words: str
    grant: Grant
    what: frozenset[str]


def exercise(mandate: Mandate, proposal: str) -> Check | None:
    """What is to be done under an authority, against what was decided; None where a proposal is no such thing.

    Within, where an approved recommendation gives it for that agreement; outside, where it was disapproved; else
    undetermined, with the nearest decision.
    """
    asked = _asked(proposal)
    if asked is None:
        return None
    granted = [each.recommendation for each in mandate.authority if asked.grant in each.recommendation.grants]
    refused = [
        one
        for request in mandate.requests
        for one in request.recommendations
        if asked.grant in one.grants
        and one.decided is Decided.DISAPPROVED
        and (one.on or request.date or mandate.on) <= mandate.on
    ]
    given, denied = _fitting(granted, asked), _fitting(refused, asked)
    if given is not None and (denied is None or _later(given, denied)):
        kept = (f"Is this kept: “{given.addition.words.rstrip(' .')}”?",) if given.addition else ()
        return Check(verdict=Verdict.WITHIN, words=proposal, recommendation=given, ask=kept)
    may = f"May the delegation do so: {short(proposal.strip(' .?'))}?"
    if denied is not None:
        return Check(verdict=Verdict.OUTSIDE, words=proposal, recommendation=denied, ask=(may,))
    near = [_told(one, asked.grant) for one in (granted or refused)[-1:]]
    none = f"No authority {_named(asked.grant)} is known that names this; that to negotiate is none to sign."
    return Check(verdict=Verdict.UNDETERMINED, words=proposal, ask=(*(near or [none]), may))


def _asked(proposal: str) -> _Asked | None:
    found = _DONE_UNDER.match(proposal.strip())
    if found is None:
        return None
    verb = found["verb"].lower()
    grant = next((grant for begins, grant in _GRANTS if begins in verb), Grant.NEGOTIATE)
    return _Asked(proposal, grant, telling(found["what"]) - _ANY)


def _fitting(known: Sequence[Recommendation], asked: _Asked) -> Recommendation | None:
    """The newest recommendation that is on what is named; where nothing is, the only one that there is."""
    if not asked.what:
        return known[0] if len(known) == 1 else None
    return next((one for one in reversed(known) if _is_on(one, asked.what)), None)


def _is_on(one: Recommendation, what: Iterable[str]) -> bool:
    named = " ".join(sorted(what))
    if len(telling(named)) > 1:
        return likeness(named, one.words.words) >= _SAME
    return set(what) <= telling(one.words.words)


def _later(one: Recommendation, other: Recommendation) -> bool:
    return one.on is not None and (other.on is None or one.on >= other.on)


def _told(one: Recommendation, grant: Grant) -> str:
    told = f"Authority {_named(grant)}, {one.decided.value}: “{short(one.words.words)}” ({one.words.at})."
    return f"{told} Is it on this?"


def _named(grant: Grant) -> str:
    return "for full powers" if grant is Grant.FULL_POWERS else f"to {grant.value}"

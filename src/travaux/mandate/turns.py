"""Tells sentences that may end leave that was given, or lift a ban, though no order is read in them."""

from __future__ import annotations

import re

_OURS = (
    r"\b(?:we|I|our|us|USG|the (?:president|secretary|cabinet|department|ministry|government|minister)|"
    r"department|dept|ministry|cabinet|washington)\b"
)
_LEAVE = (
    r"\b(?:authority|authori[sz]ation|instructions?|leave|approval|permission|discretion|consent|offer|"
    r"acceptance)\b"
)
#: What ends leave, and what lifts a ban.
_TURNS = re.compile(
    rf"(?i){_LEAVE}[^.;]{{0,120}}\b(?:withdrawn|revoked|rescinded|cancell?ed|superseded|lapse[sd]?|suspended|"
    r"no longer|conditional|contingent|subject to|dependent|withheld)\b|"
    rf"{_OURS}[^.;]{{0,60}}?\b(?:no longer|now (?:oppose|reject|object)s?|(?:have |has )?(?:reconsidered|reversed)|"
    r"chang(?:e[ds]?|ing) (?:our|its|his|my) (?:mind|position|view)|(?:decided|decision|advis\w+) (?:against|not)|"
    r"cannot|(?:is|are|am) (?:now )?(?:opposed|against|not (?:prepared|willing|ready))|oppose[sd]?|rejects?|"
    r"withdr[ae]w\w*|objections?|objects?|retracts?|reservations?)\b|"
    r"\b(?:do not|don[’']t|not to|need no longer|no longer need to) (?:\w+ )?(?:proceed|go ahead|continue|pursue|"
    r"oppose|resist|object|insist|press)\b|"
    r"\b(?:is|are) (?:no longer|not) (?:acceptable|agreeable|possible|feasible|wanted|desired|needed)\b"
)


def turns(words: str) -> bool:
    """Whether a sentence speaks as one does that ends leave or lifts a ban of our side.

    >>> turns("The authority to accept a joint commission is withdrawn."), turns("They oppose a joint commission.")
    (True, False)
    """
    return _TURNS.search(words) is not None

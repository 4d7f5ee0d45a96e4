"""On what an order hangs that does not say so itself with 'if': a sentence right behind it ("Do so only as a last
resort", "This is subject to French agreement", "You should first consult the Treasury"), or the words that lead to
leave ("With French agreement you may ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from travaux.mandate.directives_elliptic import completed
from travaux.mandate.directives_said import Act, Directive, Said

_THIS = (
    r"(?:this|that|such|the (?:above|foregoing|latter|preceding)|these|it)(?: (?:authority|authori[sz]ation|concession|"
    r"offer|step|agreement|acceptance|leave|permission|instruction|assurance|discretion|statement|move)s?)?"
)
_BEHIND = re.compile(
    rf"(?i)\W*(?:(?:{_THIS}|acceptance|agreement),?(?: (?:however|of course|naturally|in turn))?,? "
    r"(?:appl(?:y|ies)|holds?(?: good)?|"
    r"(?:is|are)(?: (?:given|granted|valid|good|to be (?:done|used|made|offered|given)))?|"
    r"(?:should|must|may|shld|can|will) (?:only )?be(?: (?:done|made|used|taken|given|offered|regarded|considered|"
    r"exercised|put forward))?(?: as)?)|"
    r"(?:please )?(?:do|you (?:should|may|must|shld|are to|will) (?:only )?do|to be done) so|"
    r"(?:you|embassy|delegation|the (?:ambassador|delegation|embassy)) (?:should|must|shld|will))\,? "
    r"(?P<when>(?:(?:made )?(?:conditional|contingent|dependent) (?:on|upon)|only|subject to|if|unless|provided|"
    r"on (?:the )?condition|(?:as a|in the) last (?:resort|analysis)|after|when|"
    r"first (?:of all )?(?:clear|consult|obtain|secure|get|discuss|ascertain|make (?:sure|certain)|satisfy|"
    r"ensure))\b.+?)"
    r"\W*$"
)
#: What leads to leave and must be so first.
_LEADS = re.compile(
    r"(?i)\W*(?:\w{1,3}[.)] )?(?P<when>(?:with (?!regard|respect|reference|a view)[^,;:]{2,60}?\b(?:agreement|"
    r"consent|approval|concurrence|support|acquiescence|assent|cooperation)(?: [^,;:]{2,40})?|"
    r"having (?:\w+ ){0,2}?(?:obtained|secured|"
    r"received|consulted|cleared|ascertained|made)\b[^;:]*?|failing (?:agreement|success|acceptance|"
    r"satisfaction)\b[^;:]*?|"
    r"rather than (?:break|see|lose|allow|let|risk|permit|have)\b[^;:]*?|(?:in order )?to (?:avoid|prevent|save|secure|"
    r"obtain|gain|get|win) [^;:]*?|pending [^;:]*?|barring [^;:]*?|absent [^;:]*?))[, ]*$"
)
#: What is given, and so may hang on something.
_GIVES = frozenset((Act.ACCEPT, Act.PROPOSE, Act.INTRODUCE, Act.ASSURE, Act.CLEAR, Act.SEEK, Act.RAISE))


@dataclass(frozen=True, slots=True)
class Hung:
    """The words of a sentence on which the order before it hangs."""

    when: Said


def behind(words: str) -> tuple[int, int] | None:
    """Where a sentence says on what the order before it hangs; None where it does not.

    >>> words = "Do so only as a last resort."
    >>> words[slice(*behind(words))]
    'only as a last resort'
    """
    found = _BEHIND.match(words)
    return found.span("when") if found else None


def leading(words: str) -> tuple[int, int] | None:
    """Where the words before leave say on what it hangs; None where they do not.

    >>> words = "With French agreement "
    >>> words[slice(*leading(words))]
    'With French agreement'
    """
    found = _LEADS.match(words)
    return found.span("when") if found else None


def folded(read: Iterable[object]) -> list[Directive]:
    """The directives of a message as they were read, one after the other, each with what it stands for, and with what
    it hangs on by the sentence behind it, where it has no condition of its own and gives something."""
    found: list[Directive] = []
    for each in read:
        if isinstance(each, Directive):
            found.append(completed(each, found))
        elif isinstance(each, Hung) and found:
            last = found[-1]
            if last.condition is None and not last.denied and last.act in _GIVES:
                found[-1] = replace(last, condition=each.when)
    return found

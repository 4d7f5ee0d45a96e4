"""Orders written under the provision that they are on, as instructions to a delegation go through a text: "Article 3:
no objection", "Art. 5. Seek deletion of the second sentence", "Preamble: acceptable if the Charter is named".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from travaux.mandate.directives_object import addresses_in, kind_of
from travaux.mandate.directives_said import Act, Directive, Said
from travaux.mandate.on import is_outermost
from travaux.text.address import Address

_NUMBER = r"(?:\d{1,3}|[IVXLC]+)(?: ?(?:bis|ter)|[A-H])?(?: ?\((?:\d{1,2}|[a-z]{1,4})\))*"
_LABEL = re.compile(
    r"\W*(?:(?:\d{1,2}|[a-z])[.)] )?(?:[Oo]n |[Rr]e |[Aa]s to )?"
    rf"(?P<label>(?:(?:Draft )?(?:Articles?|Arts?\.?|Annex(?:es)?|Sections?|Chapters?|Clauses?|[Pp]ara(?:graph)?s?\.?|"
    rf"[Ss]ub-?paragraphs?) {_NUMBER}(?:(?:, | and |, and |–|-| to ){_NUMBER})*|(?:The )?Preamble)"
    r"(?:, (?:[a-z]+ )?(?:paragraph|para\.?|sentence|clause)(?: \d+| \([a-z]\))?)?(?: \([^()]{1,60}\))?)"
    r"\s*(?::|\.(?= )|[–—-]+(?= )|—)\s*"
)
#: Put before what is ordered, so that it is read as told to the reader; no longer than any label with its mark.
TOLD = "You shd "
# What is told of it without a verb.
_VERDICT = re.compile(
    r"(?i)(?:(?P<discretion>(?:the )?delegation (?:has|is given|may use(?: its)?) (?:full |wide )?discretion|"
    r"(?:left )?(?:at|to|in|within) (?:the delegation[’']s|your|its) discretion)|"
    r"(?P<refused>(?:is )?(?:not acceptable|unacceptable))|"
    r"(?P<changed>delete|omit)|"
    r"(?P<accepted>(?:there (?:is|are) |we have )?no objections?|(?:is )?(?:(?:entirely|quite|generally|fully) )?"
    r"(?:acceptable|agreeable|satisfactory|unobjectionable)))"
    r"(?: (?:as (?:it stands|drafted|it is|amended|proposed|worded)|to us))?"
    r"(?:,? (?:but )?(?P<when>(?:only )?(?:if|provided|unless|subject to|on condition|except|so long as|as long as)\b"
    r"[^;.]*))?"
    r"\s*(?:[.;]|$)"
)
# A verb that nothing else begins with: what is told of a provision opens with one.
_PLAIN = re.compile(
    r"(?i)(?:accept|agree|oppose|resist|reject|refuse|reserve (?:our|the|its|your|position)|retain|insist|press|seek|"
    r"propose|"
    r"suggest|delete|omit|insert|add (?!to)|replace|substitute|amend|redraft|vote|abstain|avoid|defer|postpone|"
    r"concede|yield|withdraw|maintain|stand|hold|keep|do not|don’t|ask|request (?!for)|obtain|try|work for|"
    r"support(?= (?!for\b|of\b)\w)|join|co-?sponsor|introduce|table (?:our|the|an)|explain|state|say|"
    r"make (?:clear|it)|point out|"
    r"stress|emphasi[sz]e|leave|endeavou?r|ensure|consult|raise|take no|express|prefer|fall back|settle)\b"
)
_ALONE = re.compile(r"(?i)(?:accept|agree|oppose|resist|reject|delete|omit|retain|abstain|defer|concede)\s*(?:[.;]|$)")
_ACTS = {"changed": Act.PROPOSE, "accepted": Act.ACCEPT, "refused": Act.ACCEPT, "discretion": Act.DISCRETION}


class Under(NamedTuple):
    """The provision that a paragraph is on: the words that name it, their place, and where what is told begins."""

    words: str
    at: tuple[int, int]
    end: int
    addresses: tuple[Address, ...]


def under(paragraph: str) -> Under | None:
    """The provision that a paragraph is headed by; None where it is headed by none.

    >>> found = under("Article 5: oppose any reference to a time limit.")
    >>> found.words, found.end, str(found.addresses[0])
    ('Article 5', 11, 'Article 5')
    """
    found = _LABEL.match(paragraph)
    if found is None:
        return None
    said = found["label"]
    addresses = addresses_in(re.sub(r" \([^()]{3,60}\)$", "", said))
    return Under(said, found.span("label"), found.end(), addresses) if addresses else None


class Told(NamedTuple):
    """What is told of a provision without a verb: the act, whether it is denied, and where its condition stands."""

    act: Act
    denied: bool
    end: int
    condition: tuple[int, int] | None


def verdict(words: str) -> Told | None:
    """What words say of the provision that they stand under, where they have no verb; None where they say none of it.

    >>> verdict("acceptable if the second sentence is deleted.").condition
    (11, 44)
    """
    found = _VERDICT.match(words)
    if found is None:
        return None
    kind = next(name for name in _ACTS if found[name])
    return Told(_ACTS[kind], kind == "refused", found.end(), found.span("when") if found["when"] else None)


def is_ordered(words: str) -> bool:
    """Whether words under a provision open with what is to be done about it."""
    return _PLAIN.match(words) is not None or _ALONE.match(words) is not None


def placed(directive: Directive, label: Said, addresses: tuple[Address, ...]) -> Directive:
    """A directive with the provision that it stands under: what it is on where it names nothing, and where it is where
    it names no article."""
    if directive.object is None:
        directive = replace(directive, object=label)
    if not any(map(is_outermost, directive.addresses)):
        directive = replace(directive, addresses=tuple(dict.fromkeys((*addresses, *directive.addresses))))
    return replace(directive, kind=kind_of(directive))

"""What words say of a thing beside naming it: that it is refused, taken away, changed or only asked about, and what it
is set against.

'Deletion of the reference' and 'a reference' share their telling words and are contraries; so do 'we cannot accept a
joint commission' and 'a joint commission'. Words of another sense neither allow nor forbid; a person says.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.figures import figures
from travaux.mandate.likeness import telling


class Sense(StrEnum):
    """What is said of a thing."""

    REFUSED = "refused"
    REMOVED = "removed"
    WITHOUT = "without"
    CHANGED = "changed"
    ASKED = "asked"


_REMOVING = (
    r"(?:delet\w+|omit\w*|omission|drop(?:s|ped|ping)?|remov\w+|strik(?:e|ing)(?: out)?|struck|withdr[ae]w\w*|"
    r"eliminat\w+|abolish\w*|abolition|repeal\w*|exclu(?!siv)\w+|waiv\w+|renounc\w+|renunciation|relinquish\w*|abandon\w*|cancel\w*|"
    r"terminat\w+|denounc\w+|denunciation|revo(?:k|c)\w+|suspen\w+|giv(?:e|en|ing) up|"
    r"for(?:e)?go(?:es|ing)?|yield(?:s|ed|ing)? on|dispens\w+ with|stop(?:s|ped|ping)?|cease[sd]?(?!-?fire)|cessation|"
    r"halt\w*|discontinu\w+|leav(?:e|ing) out|left out)"
)
_CHANGING = (
    r"(?:amend\w*|chang\w+|modif\w+|revis(?:e|ed|es|ing|ions?)|alter(?:s|ed|ing|ations?)?|redraft\w*|reword\w*|reopen\w*|"
    r"renegotiat\w+|reduc\w+|curtail\w*|weaken\w*|water(?:ed|ing)? down)"
)
#: 'A termination clause' takes nothing away.
_NO_CLAUSE = r"(?! (?:(?:clause|procedure|date|machinery|conference)s?|(?:provision|article)s?(?! [\dIVXL]))\b)"
_REFUSING = (
    r"(?:non-\w+|not|no|never|nor|neither|none|nothing|cannot|\w+n[’']t|against|oppos\w+|"
    r"object(?:s|ed|ing|ions?)|object to|reject\w*|refus\w+|resist\w*|declin\w+|den(?:y|ies|ied|ial)|"
    r"forbid\w*|prohibit\w*|prevent\w*|avoid\w*|preclud\w+|"
    r"unacceptable|impossible|premature|out of the question|ruled? out|unable|unwilling\w*|inability|reluctan\w+)"
)
_WAYS = (
    (Sense.REFUSED, re.compile(rf"(?i)\b{_REFUSING}\b")),
    (Sense.REMOVED, re.compile(rf"(?i)\b{_REMOVING}\b{_NO_CLAUSE}")),
    (Sense.WITHOUT, re.compile(r"(?i)\bwithout\b")),
    (Sense.CHANGED, re.compile(rf"(?i)\b{_CHANGING}\b{_NO_CLAUSE}")),
    (
        Sense.ASKED,
        re.compile(
            r"(?i)^\W*(?:whether|if|what|how|why|when|who)\b|^(?:(?:his|her|their|the \w+|\w+[’']s?) )?(?:views?|"
            r"reactions?|attitudes?|opinions?|thinking|intentions?|position) "
            r"(?:on|to|toward|about|regarding|as to|with)\b"
        ),
    ),
)
_SAYS = re.compile(rf"(?i)\b(?:{_REMOVING}|{_CHANGING})\b")
_UNDOES = re.compile(rf"(?i)\W*(?:to |the |an? |any )?(?:\w+ )?(?:{_REMOVING}|{_CHANGING})\b{_NO_CLAUSE}")
#: What is to be forestalled is told so: 'the treaty should not contain it'.
_SHOULD_NOT = re.compile(r"(?i)(?<=should|.shall) not\b(?= (?!exceed))")
#: Neither refuses: an amount, and what refuses to refuse.
_NEUTRAL = re.compile(
    r"(?i)\bnot? (?:more|less|fewer|longer|shorter|greater|higher|lower|further|later|earlier) than\b|"
    r"\bbut (?:not|no) (?:more|less|fewer|longer|shorter|greater|higher|lower|further|later|earlier)\b|"
    r"\bnot (?:to )?(?:exceed\w*|go (?:beyond|below)|only)\b|\bwithout prejudice to\b|"
    r"\b(?:not|no|never|without)(?: \w+)? (?:oppos\w+|object\w*|refus\w+|reject\w*|resist\w*|preclud\w+|exclud\w+|"
    r"rul(?:e|ing) out|difficult\w*|reservations?)"
)
#: What a thing is set against, or taken from: 'ten miles rather than twelve', 'any limit but six miles'.
_CONTRAST = re.compile(
    r"(?i),?\s*\b(?:rather than|instead of|in (?:place|lieu) of|in preference to|as (?:against|opposed to)|"
    r"(?:and|but) not(?! (?:more|less|fewer|longer|shorter|later|earlier|only|to exceed|exceeding|go)\b)|"
    r"except(?:ing)?(?: for)?|other than|save(?: for)?|excluding|with the exception of|apart from|"
    r"(?<!nothing )but(?= (?!not\b|also\b|only\b|no\b)[^,;]*$)) (?P<other>.+)$"
)
#: What may not be had with what may: 'either a tribunal or a board, but not both'.
_BOTH = re.compile(r"(?i)\b(?:both|and)\b")
_FROM = re.compile(r"(?i)\bfrom (?P<other>[^,;]{2,60}?)(?= (?:down |up )?to\b)")
_TURNING = re.compile(r"(?i)\b(?:reduc|increas|rais|lower|chang|cut|extend|shorten|bring|brought|alter)\w*\b")
_FOR = re.compile(r"(?i) (?:by|with) (?=\S)")
_REPLACES = re.compile(r"(?i)\breplac(?:e|ing)\W*$")
_SUBSTITUTES = re.compile(r"(?i)\bsubstitut(?:e|ing)\W*$")

_TAKES = re.compile(
    rf"(?i)\b(?P<away>{_REMOVING})(?: (?:any|all|his|its))?\W*$|\b(?:deny|denying|contradict)(?: that)?\W*$"
)
_TAKEN = re.compile(
    r"(?i)\W*(?:may|might|can|could|should|shld|shd|must|will|is to|are to)(?: \w+)??(?: not)?(?: \w+)? be "
    rf"{_REMOVING}\b"
)
_WE = (
    r"(?:we|I|US|USG|U\.S\.|(?:the |our |his |this |your )?(?:united states|government|govt|department|ministry|"
    r"delegation))"
)
#: To accept, as a statement says that our side does or does not.
_AGREES = (
    r"(?:accept|agree(?: to| with)?|support|consent to|concur in|approve(?: of)?|go along with|live with|concede|sign|"
    r"entertain|contemplate|tolerate|permit|yield on|discuss|negotiate|join|consider)"
)
_GIVES = re.compile(
    rf"(?i)\W*(?:that )?{_WE} (?:(?:would|could|can|will|shall|may|might|are|is|be|now|also|therefore|prepared|willing|"
    r"ready|disposed|inclined|able|to) ){1,5}(?:accept|agree to|support|consent to|go along with|live with|propose|"
    r"offer) "
)
_REFUSES = re.compile(
    rf"(?i)\W*(?:that )?{_WE} (?:\w+ ){{0,3}}?(?:(?:cannot|(?:can|could|will|would|do|does|did|shall|may) "
    rf"(?:not|never)|(?:(?:am|is|are) )?(?:not (?:prepared|willing|ready|able|in a position)|unable|unwilling|"
    rf"reluctant))(?: \w+)?(?: to)? {_AGREES}\b|"
    r"(?:strongly )?(?:oppose|reject|refuse|decline|object to|(?:are|is) opposed)\w*\b)|"
    r"^\W*(?:our|the|this|his)? ?(?:\w+ )?(?:opposition|objections?|refusal|unwillingness|inability|rejection)\b|"
    r"^[^,;]{2,80}?\b(?:is|are|would be|remains?) (?:\w+ly )?(?:unacceptable|(?:not|no longer) acceptable|out of "
    r"the question|excluded|ruled out|not negotiable|impossible|no longer possible)\b"
)
#: What is stated, and not only named.
_STATEMENT = re.compile(
    r"(?i)^\W*(?:that|our|we|the us|us)\b|\b(?:is|are|was|were|will|would|shall|should|can|could|may|might|must|has|"
    r"have|had|do|does|did|cannot|\w+n[’']t|seeks?|wish(?:es)?|wants?|agrees?|accepts?|supports?|favou?rs?|intends?)\b"
)
_NEED_NOT = re.compile(
    r"(?i)\b(?:need not|not need|no need|not (?:be )?(?:necessary|essential|required)|"
    r"not (?:\w+ )?(?:insist|press|push|hold out|hesitate))\b"
)
#: What is not to be said, asked or put off may be accepted all the same.
_SPEAKS = frozenset((Act.RAISE, Act.CONSULT, Act.CLEAR, Act.DEFER, Act.REPORT, Act.UNAFFECTED, Act.DISCRETION))
_STATES = frozenset((Act.CLEAR, Act.ASSURE))


@lru_cache(maxsize=8192)
def senses(words: str) -> frozenset[Sense]:
    """What words say of what they name.

    >>> sorted(senses("deletion of the reference to the islands")), sorted(senses("no more than six vessels"))
    ([<Sense.REMOVED: 'removed'>], [])
    """
    words = _NEUTRAL.sub(" ", words)
    return frozenset(sense for sense, way in _WAYS if way.search(words))


@lru_cache(maxsize=8192)
def parted(words: str) -> tuple[str, str]:
    """What words give, and what they set that against; '' where they set it against nothing.

    >>> parted("a limit of ten miles rather than twelve"), parted("any limit but six miles")
    (('a limit of ten miles', 'twelve'), ('any limit', 'six miles'))
    >>> parted("the limit reduced from twelve miles to ten")
    ('the limit reduced to ten', 'twelve miles')
    """
    found = _CONTRAST.search(words)
    if found is not None and found.start():
        return words[: found.start()], found["other"]
    turned = _FROM.search(words) if _TURNING.search(words) else None
    if turned is not None:
        return f"{words[: turned.start()]}{words[turned.end() + 1 :]}", turned["other"]
    return words, ""


def of_object(directive: Directive, words: str) -> tuple[str, str]:
    """What the words that an order is on give, and what they set that against: of 'replace A by B' B."""
    before, _ = _around(directive)
    put = _FOR.search(words) if _REPLACES.search(before) else None
    if put is not None:
        return words[put.end() :], words[: put.start()]
    for_ = re.search(r"(?i) for (?=\S)", words) if _SUBSTITUTES.search(before) else None
    if for_ is not None:
        return words[: for_.start()], words[for_.end() :]
    given, other = parted(words)
    agreed = _GIVES.match(given) if directive.act in _STATES else None
    return (given[agreed.end() :] if agreed else given), other


def refuses(directive: Directive) -> bool:
    """Whether an order is to state that our side refuses something: 'make clear that we cannot accept it'."""
    return directive.act in _STATES and directive.object is not None and bool(_REFUSES.match(directive.object.words))


def is_against(directive: Directive) -> bool:
    """Whether an order tells not to do something, or to prevent it, or to state that our side refuses it. Need not to
    insist on something forbids nothing."""
    if directive.denied and _NEED_NOT.search(directive.words):
        return False
    if directive.act is Act.FORESTALL:
        return not directive.denied
    if directive.denied and directive.act in _SPEAKS:
        return False
    return directive.denied is not refuses(directive)


def is_unlike(directive: Directive, said: str, other: str, proposal: str) -> bool:
    """Whether what an order gives (`said`, set against `other`) is of another sense than a proposal that has much the
    same words: a deletion and what is deleted, an exception, a statement of something else."""
    given, against = parted(proposal)
    if telling(against) == telling(other) and figures(against) == figures(other):
        proposal = given  # with the same exception
    ours, theirs = of_order(directive, said), senses(proposal)
    if (ours ^ theirs) - {Sense.CHANGED} or Sense.CHANGED in theirs - ours:
        return True
    if other.strip(" .,").lower() == "both" and _BOTH.search(proposal):
        return True
    apart = telling(other) - telling(said)
    if apart & telling(proposal) or (figures(other) - figures(said)) & figures(proposal):
        return True
    if (
        directive.act not in _STATES
        or is_against(directive)
        or said != (directive.object.words if directive.object else "")
    ):
        return False
    if directive.act is Act.CLEAR and not _STATEMENT.search(said):
        return True  # to protest a thing, or to acknowledge it, is not to give it
    first, second = telling(said), telling(proposal)
    return 4 * len(first & second) < 3 * max(len(first), len(second))


def of_order(directive: Directive, said: str) -> frozenset[Sense]:
    """What an order says of what it gives, by its words and by its verb."""
    if directive.act is Act.FORESTALL:
        said = _SHOULD_NOT.sub(" ", said)
    return senses(said) | _by_verb(directive)


def undoes(words: str) -> bool:
    """Whether words, by how they begin, are of taking a thing away or changing it, and not a text that says so."""
    return _UNDOES.match(words) is not None


def without_sense(words: str) -> str:
    """Words without those that say what becomes of the thing: of 'deletion of Article 9' its article."""
    return _SAYS.sub(" ", words)


def _by_verb(directive: Directive) -> frozenset[Sense]:
    """What the verb of an order says of what it is on: 'drop the demand', 'our reservation may be withdrawn'."""
    before, behind = _around(directive)
    takes = _TAKES.search(before)
    if takes is not None:
        return frozenset((Sense.REMOVED if takes["away"] else Sense.REFUSED,))
    return frozenset((Sense.REMOVED,)) if _TAKEN.match(behind) else frozenset()


def _around(directive: Directive) -> tuple[str, str]:
    """The words of an order before and behind what it is on."""
    if directive.object is None:
        return directive.words, ""
    at = directive.words.find(directive.object.words)
    return (directive.words[:at], directive.words[at + len(directive.object.words) :]) if at >= 0 else ("", "")

"""What words name: the things in them, in whatever form of the word, without amounts and places; and who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from travaux.mandate.figures import figures
from travaux.mandate.likeness import PLACES, telling
from travaux.mandate.sense import parted, without_sense

#: So many letters tell a word from others, whatever its ending.
_STEM = 5
#: What is said of anything that is proposed.
_SAID_OF_ANY = frozenset(
    "accept acceptance agree agreed agreement propose proposal offer allow permit give make put forward include "
    "inclusion provision provide proposed suggest wording text language draft than one two either both ceiling total "
    "maximum minimum figure number amount retention retain keep".split()
)
#: Amounts, and what is counted by itself.
_AMOUNTS = frozenset(
    "hundred thousand million billion percent cent more less least most year month week day hour mile kilometer meter "
    "ton dollar pound franc yen ruble acre".split()
)
#: Where what has one amount ends, and what has the next begins.
_APART = re.compile(r"(?i),? (?:and|with|or|plus|followed by) |[,;] ")
#: Who is told of one thing at the head of an object is told of that, and not of what it is about.
_DETERMINED = re.compile(
    r"(?i)(?:an?|the|any|our|your|their|his|its|this|that|these|such|some|all|no|both|either|each|every|such an?) "
)
_LEADS_ON = re.compile(r"(?i) (?:of|on|to|in|for|against|with|from|by|between|over|at|into|about|towards?|upon) ")
#: These stand for what follows them.
_STANDS_FOR = frozenset(
    "accept acceptance addition adoption agreement amount article clause concept demand figure form idea "
    "inclusion insertion introduction kind maximum mention minimum number period phrase principle proposal "
    "provision reference suggestion text total use word wording".split()
)
#: A sentence has no head: 'the treaty should contain a clause'.
_CLAUSE = re.compile(r"(?i)\b(?:should|shall|must|will|is|are|would)\b")
_ALL = re.compile(r"(?i)\b(?:all|every|any|each|whatever|complete|full|total)\b")
_OR, _AND = re.compile(r"(?i)\bor\b"), re.compile(r"(?i)\band\b")
_UNITS = re.compile(
    r"(?i)\b(year|month|week|day|hour|mile|kilomet|met(?:er|re)|ton|dollar|pound|franc|yen|ruble|acre|percent)"
)
#: These turn what they are put before: 'off-duty', 'non-nuclear'.
_OPPOSED = re.compile(r"(?:on|off|non|pre|post|anti|pro|un|over|under|long|short|high|low|out|in)-")
_MONEY = re.compile(r"(?i)[$£¥€]|\b(?:dollars?|pounds?|francs?|yen|marks?|rubles?|million|billion)\b")
#: How far a text binds.
_MODAL = re.compile(r"(?i)\b(?:shall|may|should|must)\b")
_ORDINAL = re.compile(
    r"(?i)\b(?:first|second|third|fourth|fifth|sixth|last)\b(?= (?:sentence|para|clause|part|phrase))"
)
#: Where the order of what they join is what they say.
_ORDERED = re.compile(r"(?i)\b(?:before|after|prior to|from|over|than|to)\b")
_PERSON = re.compile(r"\b(?:[A-Z][a-z]+|US|UK|USSR|(?:[Oo]ur|[Tt]heir|[Ww]e|[Tt]hey|[Uu]s|[Tt]hem)\b)")
_SIDES = {"our": "ours", "we": "ours", "us": "ours", "their": "theirs", "they": "theirs", "them": "theirs"}


def things(words: str) -> frozenset[str]:
    """The words that name something, without amounts.

    >>> sorted(things("not more than six ships")), sorted(things("six years"))
    (['ship'], [])
    """
    return frozenset(each for each in telling(words) - PLACES - _AMOUNTS if not figures(each))


def alike(one: str, other: str) -> float:
    """How much of the things of the shorter of two are in the other, in whatever form; 0 where one names less than two
    of them."""
    first, second = things(one), things(other)
    if min(len(first), len(second)) < 2:
        return 0.0
    less, more, words = (first, second, other) if len(first) <= len(second) else (second, first, one)
    return len(_stems(words, less)) / min(len(less), len(more))


def names_all(proposal: str, words: str) -> bool:
    """Whether words name all things that a proposal does, in whatever form; False where it names none."""
    named = _told(proposal)
    return bool(named) and named == _stems(words, named)


def unnamed(said: str, proposal: str) -> list[str]:
    """The things that a proposal names and an order on `said` does not; of an order with several amounts, does not with
    that amount.

    >>> unnamed("a limit on vessels in port", "a limit on aircraft in port")
    ['aircraft']
    >>> unnamed("a ten-year term with a review after five years", "a term of five years")
    ['term']
    """
    named = _told(parted(proposal)[0])
    return sorted(named - _stems(_with_figures(said, proposal), named))


def says_more(said: str, proposal: str) -> bool:
    """Whether an order on `said` names things that a proposal leaves out."""
    named = _told(said)
    return bool(named - _stems(proposal, named))


def widens(said: str, proposal: str) -> str:
    """What a proposal has that makes it more than what an order on `said` names: of a thing told of another, that
    other; 'all', where it is told of some; 'and', where it is told of one or the other; another unit. '' for none.

    >>> widens("a freeze on deployment of missiles", "deployment of missiles")
    'freeze'
    >>> widens("inspection of reactors", "inspection of all reactors"), widens("six years", "six months")
    ('all', 'month')
    """
    more = _ALL.search(proposal)
    if more and not _ALL.search(said):
        return more.group()
    bound = _found(_MODAL, proposal) - _found(_MODAL, said) if _MODAL.search(said) else set()
    other = bound | (_found(_ORDINAL, proposal) - _found(_ORDINAL, said))
    if other:
        return min(other)
    if _OR.search(said) and _AND.search(proposal) and not _AND.search(said):
        return "and"
    units = _found(_UNITS, proposal) - _found(_UNITS, said)
    return min(units, default="") if figures(proposal) and units else _head_left_out(said, proposal)


def kind_left_out(said: str, proposal: str) -> str:
    """The word that tells of which kind a thing is in an order on `said`, right before it, where a proposal has the
    thing alone: the permanent of 'a permanent commission'; '' for none.

    >>> kind_left_out("a permanent commission on fisheries", "a commission on fisheries")
    'permanent'
    """
    words: list[str] = re.findall(r"[a-z]+", said.lower().replace("-", " "))
    named = telling(said) - _SAID_OF_ANY - _STANDS_FOR
    for kind, thing in pairwise(words):
        if not telling(kind) <= named or not telling(kind) or figures(kind) or _stems(proposal, telling(kind)):
            continue
        if telling(thing) and _stems(proposal, telling(thing)):
            return kind
    return ""


def is_amount(words: str, proposal: str) -> bool:
    """Whether both tell an amount in the same unit or money, or the same figure."""
    ours, theirs = figures(words), figures(proposal)
    if not ours or not theirs:
        return False
    money = _MONEY.search(words) is not None and _MONEY.search(proposal) is not None
    return money or bool(ours & theirs) or bool(units(words) & units(proposal))


def units(words: str) -> set[str]:
    """The units in which words tell amounts: 'mile', 'year'."""
    return _found(_UNITS, words)


def _found(kind: re.Pattern[str], words: str) -> set[str]:
    return {each.group().lower() for each in kind.finditer(words)}


def _head_left_out(said: str, proposal: str) -> str:
    """What an object is of, where a proposal names only what stands behind it: the freeze of 'a freeze on missiles'."""
    if _CLAUSE.search(said):
        return ""
    determined = _DETERMINED.match(said)
    rest = said[determined.end() :] if determined else said
    ends = _LEADS_ON.search(rest)
    head = rest[: ends.start()] if ends and determined else rest.split(" ")[0]
    if not determined and ends and ends.start() > 0:
        head = head if _DETERMINED.match(rest[len(head) :].lstrip()) else rest[: ends.start()]
    named = things(without_sense(head)) - _STANDS_FOR
    return min(named, default="") if named and not _stems(proposal, named) else ""


def turns_round(said: str, proposal: str) -> bool:
    """Whether those who are named in both stand the other way about, or one side for the other.

    >>> turns_round("Soviet inspection of our ports", "our inspection of Soviet ports")
    True
    """
    ours, theirs = _persons(said), _persons(proposal)
    sides = {each for each in theirs if each in ("ours", "theirs")}
    if sides and not sides <= set(ours) and (len(ours) > 0 or "theirs" in sides):
        return True
    if _ORDERED.search(said) and _ORDERED.search(proposal):
        first, second = _in_order(said), _in_order(proposal)
        if len(first) > 1 and sorted(first) == sorted(second) and first != second:
            return True
    both = [each for each in ours if each in theirs]
    return len(both) > 1 and both != [each for each in theirs if each in ours]


def _in_order(words: str) -> list[str]:
    """The things and figures of words, as they stand."""
    found = (each[:_STEM] for each in re.findall(r"[a-z]{3,}|\d[\d,.]*", words.lower()))
    kept = {each[:_STEM] for each in telling(words)}
    return [each for each in dict.fromkeys(found) if each in kept or each[0].isdigit()]


def _persons(words: str) -> list[str]:
    found = (each.group() for each in _PERSON.finditer(words))
    named = (_SIDES.get(each.lower(), each) for each in found if each not in ("Article", "The"))
    return list(dict.fromkeys(named))


def _with_figures(said: str, proposal: str) -> str:
    """The parts of words that have a figure of a proposal, where they have several."""
    if len(figures(said)) < 2 or not figures(proposal):
        return said
    wanted = figures(proposal) - {"1"} or figures(proposal)  # 'at one time'
    return " ".join(each for each in _APART.split(said) if figures(each) & wanted) or said


def _told(words: str) -> frozenset[str]:
    return frozenset(each for each in things(without_sense(words)) if each not in _SAID_OF_ANY)


def _stems(words: str, sought: Iterable[str]) -> frozenset[str]:
    """Those of the words sought that words have: 'includes' is 'inclusion'."""
    whole = telling(words)
    heads = {each[:_STEM] for each in telling(words.replace("-", " ").replace("’", " "))}
    sought = [each for each in sought if each in whole or not _OPPOSED.match(each)]
    return frozenset(each for each in sought if all(part[:_STEM] in heads for part in each.split("-") if len(part) > 2))

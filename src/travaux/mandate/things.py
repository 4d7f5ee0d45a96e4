"""What words name: the things in them, in whatever form of the word, without amounts and places; and who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from travaux.mandate.figures import figures
from travaux.mandate.likeness import telling
from travaux.mandate.sense import parted, without_sense
from travaux.mandate.superseded import PLACES

#: So many letters tell a word from others, whatever its ending.
_STEM = 5
#: What is said of anything that is proposed.
_SAID_OF_ANY = frozenset(
    "accept acceptance agree agreed agreement propose proposal offer allow permit give make put forward include "
    "inclusion provision provide proposed suggest wording text language draft than one two either both".split()
)
#: Amounts, and what is counted by itself.
_AMOUNTS = frozenset(
    "hundred thousand million billion percent cent more less least most year month week day hour mile kilometer meter "
    "ton dollar pound franc yen ruble acre".split()
)
#: Where what has one amount ends, and what has the next begins.
_APART = re.compile(r"(?i),? (?:and|with|or|plus|followed by) |[,;] ")
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


def turns_round(said: str, proposal: str) -> bool:
    """Whether those who are named in both stand the other way about, or one side for the other.

    >>> turns_round("Soviet inspection of our ports", "our inspection of Soviet ports")
    True
    """
    ours, theirs = _persons(said), _persons(proposal)
    sides = {each for each in theirs if each in ("ours", "theirs")}
    if sides and {"ours", "theirs"} & set(ours) and not sides <= set(ours):
        return True
    both = [each for each in ours if each in theirs]
    return len(both) > 1 and both != [each for each in theirs if each in ours]


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
    heads = {each[:_STEM] for each in telling(words.replace("-", " ").replace("’", " "))}
    return frozenset(each for each in sought if all(part[:_STEM] in heads for part in each.split("-") if len(part) > 2))

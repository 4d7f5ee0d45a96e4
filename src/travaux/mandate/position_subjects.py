"""Tells whom 'he' or 'they' means, and whose a second verb is: whoever was named before. That is an assumption, which
is shown with what rests on it."""

from __future__ import annotations

import re

from travaux.mandate.position_clauses import opens
from travaux.mandate.position_words import NAMED, NOT_NAMES, PERSONS, SIDE
from travaux.record.posts import post

_PRONOUN = re.compile(
    r"(?i)(?:the )?(?:he|she|they|it|him|them|his|her|their|its|(?:his|their) governments?|latter|former)"
)
_SUBJECT = re.compile(NAMED.pattern + r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b")
#: A clause within another that is not over.
_WITHIN = re.compile(
    r"\b(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Ii]f|[Ww]hen|[Ss]ince|[Aa]s|[Aa]fter|[Bb]ecause|that|whether)\b[^,]*$"
)
#: A verb behind a name.
_ACTS = re.compile(
    r"(?: \([^)]*\))?(?:,[^,]{1,60},)? (?:\w+ly |also |then )?(?:\w+(?:ed|s)|said|told|were|had|felt|thought|will|"
    r"would|could|can|made|gave|went|came|took|began|saw|who|again|thereupon|put|spoke|met|knew|held|kept|left|sent|"
    r"wrote|found|became|brought|sought|drew|read|set|rose|sat|stood|ran|heard|understood|meant|may|might|must|does|did)\b"
)
#: Who told what the pronoun is a part of, in the same sentence.
_TELLER = re.compile(
    rf"(?P<who>{NAMED.pattern}) (?:also |then )?(?:said|told|stated|replied|informed|added|believed?s?|indicated|"
    r"insisted|felt|thought|declared|asserted)(?: (?:to )?(?:us|me|him|them|[A-Z]\w+))?(?: that| though| although)? $"
)
#: How far back whoever is meant may have been named, in characters.
_FAR = 1500


def is_pronoun(who: str) -> bool:
    """Whether these words speak of somebody named before."""
    return bool(_PRONOUN.fullmatch(who))


def names_in(text: str) -> frozenset[str]:
    """The words that a text prints with a capital within a sentence too."""
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w-]+", text))


def meant(pronoun: str, before: str, names: frozenset[str]) -> str:
    """Whom a pronoun speaks of: the last one before it who is the subject of a clause and may be called so; "" where
    there is none. 'They' are several, or a government or people; 'he' is one person. `names` are those that `names_in`
    finds in the document."""
    teller = _TELLER.search(before)
    if teller and opens(before, teller.start()) and teller["who"].split()[0] not in NOT_NAMES:
        return teller["who"]
    many = pronoun.casefold() in ("they", "them", "their", "it", "its")
    near = before[-_FAR:]
    for found in reversed(tuple(NAMED.finditer(near))):
        name = found.group()
        several = bool(SIDE.fullmatch(name)) or " and " in name
        if not many and post(name):
            continue  # a place
        if many == several and _is_name(found, names) and _is_subject(near, found):
            return name
    return ""


def subject_before(sentence: str, start: int) -> str:
    """Whose a second verb is, as printed: the first subject of the sentence that stands in no clause of another, else
    the one before the verb; "" where there is none."""
    told = [
        found
        for found in _SUBJECT.finditer(sentence, 0, start)
        if _may_act(found.group()) and _is_subject(sentence, found)
    ]
    main = (found for found in told if not _WITHIN.search(sentence[: found.start()]))
    found = next(main, told[-1] if told else None)
    return found.group() if found else ""


def _may_act(words: str) -> bool:
    first, *others = words.split()
    return first not in NOT_NAMES - PERSONS and (bool(others) or not first.endswith("ing"))


def _is_subject(words: str, name: re.Match[str]) -> bool:
    return opens(words, name.start()) or words.startswith(" who", name.end())


def _is_name(found: re.Match[str], names: frozenset[str]) -> bool:
    """Whether capitalised words name somebody, and are not one word that merely opens a sentence."""
    first, *others = found.group().split()
    if first in NOT_NAMES or first.isupper():
        return first not in NOT_NAMES
    acts = _ACTS.match(found.string, found.end())
    if acts is None or not _may_act(found.group()):
        return False
    return bool(others) or first in names or not acts.group().endswith("s")

"""What keeps an order narrow and is left out of a proposal: a word that restricts it, its verb, what has which amount.

A proposal that has all other words of the order goes beyond it all the same: 'access to one of the two ports' gives no
access to both, 'offer to limit broadcasts' no broadcasts, 'six vessels of 1,500 tons' no 1,500 vessels.
"""

from __future__ import annotations

import re

from travaux.mandate.figures import figures
from travaux.mandate.likeness import telling

#: These take from what they are said of.
_RESTRICTS = re.compile(
    r"(?i)\b(?:(?<=states )members? of|(?<=states )(?:parties|signator(?:y|ies)) to|"
    r"only(?! (?:as|after|in (?:return|exchange)|at|by|orally|ad referendum))|"
    r"solely|merely|mutual(?:ly)?|reciprocal(?:ly)?|reciprocity|both (?:sides|parties|governments|"
    r"countries)|partial(?:ly)?|limited|less|fewer|temporar(?:y|ily)|provisional(?:ly)?|informal(?:ly)?|token|"
    r"(?<!at )least|symbolic|voluntary|optional|experimental|interim|tentative(?:ly)?|conditional(?:ly)?|"
    r"(?:either|neither)(?! party| side| government|[^,;]* n?or )|"
    r"(?:any )?(?:one|half|part|some|two|three) of (?=the|their|our|these))"
)
_ONLY = frozenset(("only", "solely", "merely"))
#: What it hangs on is asked about as such.
_WHEN = re.compile(r"(?i)\b(?:(?:but |and )?only )?(?:if|when|after|provided|unless|on condition|subject to)\b.*", re.S)
_PARTS = re.compile(r"(?i)\b(?:either|one of|half of|part of|some of|two of|three of)")
_SAME = {"mutually": "mutual", "reciprocally": "mutual", "reciprocal": "mutual", "reciprocity": "mutual"}
#: To do this with a thing is to have it, or to say so.
_GIVES = re.compile(
    r"(?i)(?:re-?)?(?:accept|agree|adopt|includ|insert|introduc|add|hav|giv|grant|provid|mak|establish|creat|set|put|"
    r"us|tak|allow|permit|maintain|keep|retain|recogni[sz]|sign|join|hold|conclud|enter|undertak|offer|support|accord|"
    r"furnish|suppl|pay|send|receiv|do|be|stat|contain|mention|refer|constitut|form|appoint|convene|open|conduct|"
    r"hav|assum|approv|consent|conced|propos|suggest|declar|guarante|commit|assign|station|deploy|build|construct|"
    r"sell|buy|purchas|extend|place|let|obtain|seek|secur|get|support|work|proceed|continu)\w{0,3}$"
)
_COUNTED = re.compile(
    r"(?i)\b(?=(?P<words>(?P<figure>\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?: |-)(?P<noun>[a-z]+)"
    r"(?:,? (?:a|an|per|each|every|in any|in each) (?P<each>year|month|week|day|hour|ton|mile)\b)?))"
)
_STEM = 5


def restricted(said: str, proposal: str) -> str:
    """The word that restricts what an order on `said` gives and that a proposal leaves out; '' for none.

    >>> restricted("access to one of the two ports", "access to the ports"), restricted("six ships", "six ships")
    ('one of', '')
    """
    there = {_plain(each.group()) for each in _RESTRICTS.finditer(proposal)}
    parts = _PARTS.search(proposal) is not None
    whole = telling(said) - _ONLY <= telling(proposal)
    for each in _RESTRICTS.finditer(_WHEN.sub("", said)):
        word = _plain(each.group())
        if word in _ONLY and whole:
            continue
        if word not in there and not (parts and _PARTS.match(word)):
            return word
    return ""


def verb_left_out(before: str, said: str, proposal: str) -> str:
    """The verb with which what an order is on begins, where the words `before` it end in 'to' and a proposal has it in
    no form; '' for none, and for one that gives the thing: 'agree to include a clause'.

    >>> verb_left_out("You may offer to ", "limit broadcasts to Cuba", "broadcasts to Cuba")
    'limit'
    """
    first = said.split(" ")[0].lower()
    if (
        not re.search(r"(?i)(?<!\bup )(?<!down )\bto\W*$", before)
        or not first.isalpha()
        or " " not in said
        or said[:1].isupper()
    ):
        return ""
    if (
        figures(first)
        or _GIVES.match(first)
        or re.match(r"(?i)an?|the|any|our|their|his|its|this|that|all|such|some|no", first)
    ):
        return ""
    return "" if any(each[:_STEM] == first[:_STEM] for each in re.findall(r"[a-z]+", proposal.lower())) else first


def recounted(said: str, proposal: str) -> str:
    """What a proposal counts otherwise than an order on `said`: the figure of another thing, or another unit of time;
    '' where it does not.

    >>> recounted("six vessels of 1,500 tons", "1,500 vessels of six tons")
    '1,500 vessels'
    """
    ours = list(_counts(said))
    for figure, noun, each, words in _counts(proposal):
        same = [one for one in ours if one[1] == noun]
        elsewhere = any(one[0] == figure for one in ours)
        if same and elsewhere and all(one[0] != figure for one in same):
            return words
        if each and any(one[0] == figure and one[2] and one[2] != each for one in same):
            return words
    return ""


def _counts(words: str) -> list[tuple[str, str, str, str]]:
    """The figures of words, what has each, and in which time."""
    found = []
    for each in _COUNTED.finditer(words):
        named = figures(each["figure"])
        if len(named) == 1 and telling(each["noun"]):
            (figure,) = named
            found.append((figure, _stem(each["noun"]), (each["each"] or "").lower(), each["words"]))
    return found


def _stem(word: str) -> str:
    return word.lower()[:_STEM].rstrip("s")


def _plain(words: str) -> str:
    said = " ".join(words.lower().split())
    return _SAME.get(said, said)

"""What an order tells apart and a proposal takes together: the part of one thing with the terms of another, a section
that was not named, a zone by another letter, an amount by which for one to which.

"You may agree to French supervision of the northern zone and British of the southern" gives no French supervision of
the southern; all words of the proposal stand in the order.
"""

from __future__ import annotations

import re

from travaux import numerals
from travaux.mandate.figures import figures

_NUMBER = r"(?:\d{1,3}|[IVX]{1,5}|first|second|third|fourth|fifth|sixth|last|one|two|three|four|five|six)"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_KIND = (
    r"(?:article|section|paragraph|para|clause|chapter|part|annex|sentence|schedule|title|item|point|protocol|"
    r"recommendation)"
)
_BEFORE = re.compile(rf"(?i)\b(?P<kind>{_KIND})s? (?P<all>{_NUMBER}(?:(?:, and |, | and | or | to |-){_NUMBER})*)\b")
_BEHIND = re.compile(
    rf"(?i)\b(?P<all>(?:first|second|third|fourth|fifth|sixth|last)(?:(?:, and |, | and (?:the )?| or ){_NUMBER})*) "
    rf"(?P<kind>{_KIND})s?\b"
)
_PREAMBLE = re.compile(r"(?i)\b(?P<kind>preamble|final clauses|operative part)\b")
_EXCEPT = re.compile(r"(?i),? (?:except|excluding|but|other than|save|with the exception of|without) .*")
_RANGE = re.compile(r"(?i)(\d+) ?(?:to|-|through) ?(\d+)")
#: A thing that is one of several by its letter or number.
_LABELLED = re.compile(
    r"\b(?P<kind>[Zz]one|[Pp]lan|[Pp]hase|[Cc]ategory|[Cc]lass|[Gg]roup|[Aa]lternative|[Ff]ormula|[Oo]ption|[Tt]ab|"
    r"[Ss]ector|[Aa]rea|[Ss]tage|[Vv]ariant|[Vv]ersion|[Ll]ist|[Tt]itle|[Ss]chedule) (?P<label>[A-Z]|[IVX]{1,4}|"
    r"\d{1,2})\b"
)
_TOWARDS = re.compile(
    r"(?i)\b(?P<way>by|to|from) (?P<figure>[$£¥€]?\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?= |$|[.,;])"
)
_AND = re.compile(r"(?i)(?:,|;)? (?:and|plus|while|with) |; |, (?=\w+ (?:for|to|in|under|by|within|at|of) )")
_LEADS = re.compile(r"(?i) (?:of|to|for|by|in|under|from|within|at|on|with|over|against|between|until|after|before) ")
_TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d[\d,.]*\d|\d")
_SMALL = frozenset(
    "a an the of to for by in under from within at on with over and or against be is are that this any our their his "
    "its it as if only also may should shall would will been not".split()
)
_STEM = 5


def other_part(said: str, proposal: str) -> str:
    """The part of a text that a proposal names, and an order on `said` does not or excepts; 'all of it' where the order
    is on a part and the proposal names none; '' where neither is so.

    >>> other_part("sections 4 and 5 of the memorandum", "section 6 of the memorandum")
    'section 6'
    >>> other_part("the preamble to the draft", "the draft"), other_part("paragraphs 1 to 6", "paragraph 3")
    ('all of it', '')
    """
    given = _EXCEPT.sub("", said)
    ours, theirs, taken = _parts(given), _parts(proposal), _parts(said[len(given) :])
    for each in sorted(theirs):
        if each in taken or (ours and each not in ours and _kind(each) in {_kind(one) for one in ours}):
            return " ".join(each).strip()
    if taken and not theirs and not _EXCEPT.search(proposal):
        return "all of it"
    same = re.search(r"(?i)\b(?:of|to|in) (?P<whole>(?:the |our |their )?[\w’' -]{4,60})", given)
    whole = same["whole"].lower() if same else ""
    return "all of it" if ours and not theirs and whole and proposal.lower().strip(" .").endswith(whole) else ""


def other_label(said: str, proposal: str) -> str:
    """What a proposal names by another letter or number than an order on `said`: 'Zone A' for Zone B; '' for none."""
    ours = {(each["kind"].lower(), each["label"]) for each in _LABELLED.finditer(said)}
    for each in _LABELLED.finditer(proposal):
        one = (each["kind"].lower(), each["label"])
        if one not in ours and any(kind == one[0] for kind, _ in ours):
            return each.group()
    return ""


def other_way(said: str, proposal: str) -> str:
    """The figure by which an order on `said` changes an amount and to which a proposal does, or the other way about.

    >>> other_way("reduce the garrison by 2,000 men", "a reduction of the garrison to 2,000 men")
    'to 2,000'
    """
    ours = _ways(said)
    for figure, (way, words) in _ways(proposal).items():
        if figure in ours and ours[figure][0] != way:
            return words
    return ""


def crossed(said: str, proposal: str) -> str:
    """The word of a proposal that an order on `said`, which tells of several things one after the other, has for
    another of them than the rest; '' where all is told of one, or all is proposed.

    >>> crossed("defensive weapons for Jordan and aid for Israel", "defensive weapons for Israel")
    'Israel'
    >>> crossed("release of prisoners in May and of internees in July", "release of internees in July")
    ''
    """
    pieces = [each for each in _AND.split(said) if each]
    if len(pieces) < 2 or not all(_LEADS.search(f" {each} ") for each in pieces):
        return ""
    told = [_tokens(each) for each in pieces]
    wanted = _tokens(proposal)
    if all(tokens.keys() <= wanted.keys() for tokens in told):
        return ""
    head = list(_tokens(_LEADS.split(f"{pieces[0]} ")[0]))[-1:]
    for place, tokens in enumerate(told):
        others = set().union(*(each.keys() for at, each in enumerate(told) if at != place))
        own = [each for each in tokens if each in wanted and each not in others and each not in head]
        elsewhere = [each for each in wanted if each in others and each not in tokens and not (place and each in head)]
        if own and elsewhere and set(tokens) - wanted.keys():
            return wanted[elsewhere[-1]]
    return ""


def _tokens(words: str) -> dict[str, str]:
    """The words that tell something, by their beginnings, and figures."""
    found: dict[str, str] = {}
    for each in _TOKEN.findall(words):
        small = each.lower()
        if small in _SMALL and each != "May" and not (each.isupper() and len(each) == 1 and each != "A"):
            continue
        counted = figures(each)
        found.setdefault(next(iter(counted)) if len(counted) == 1 else small[:_STEM].rstrip("s"), each)
    return found


def _ways(words: str) -> dict[str, tuple[str, str]]:
    found = {}
    for each in _TOWARDS.finditer(words):
        named = figures(each["figure"])
        if len(named) == 1:
            found[next(iter(named))] = (each["way"].lower(), each.group())
    return found


def _parts(words: str) -> frozenset[tuple[str, str]]:
    """The numbered parts of a text that words name, a range as all that is in it."""
    found = set()
    for way in (_BEFORE, _BEHIND):
        for each in way.finditer(words):
            said = _RANGE.sub(lambda two: " ".join(map(str, range(int(two[1]), int(two[2]) + 1))), each["all"])
            found |= {(_kind((each["kind"], "")), _plain(one)) for one in re.findall(rf"(?i){_NUMBER}", said)}
    return frozenset(found | {(each["kind"].lower(), "") for each in _PREAMBLE.finditer(words)})


def _plain(number: str) -> str:
    """A number as it is compared: VI, six and sixth are 6."""
    if number.lower() in _ORDINALS:
        return str(_ORDINALS.index(number.lower()) + 1)
    value = numerals.value(number.upper())
    return str(value) if value is not None else next(iter(figures(number)), number.lower())


def _kind(part: tuple[str, str]) -> str:
    kind = part[0].lower()
    return "paragraph" if kind == "para" else kind

"""Who stands above whom, as the heading of a document tells: what goes up advises or asks, and instructs nobody.

The offices are those of a foreign ministry and a department of defence, as the volumes name them. Two that are not
known, that stand side by side or that are of two departments are on a level.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BETWEEN = re.compile(r"(?s)\b(?:[Ff]rom|[Bb]y) (?P<sender>.+?) to (?P<addressee>.+)$")
_OLDER = re.compile(r"(?s)^(?:\d+\. )?(?P<sender>(?:The )?.+?) to (?P<addressee>.+)$")
_NAME = re.compile(r"\([^()]*\)")
#: Of these the first that a heading names tells; the higher the number the higher the office.
_RANKS = tuple(
    (rank, re.compile(rf"(?i)\b(?:{names})\b"))
    for rank, names in (
        (15, r"vice president(?! for)"),
        (0, r"(?:special )?assistant to|(?:executive|personal|staff) (?:assistant|secretary)|secretariat"),
        (40, r"deputy assistant (?:under )?secretary"),
        (60, r"deputy (?:under secretary|secretary)"),
        (50, r"assistant secretary|legal adviser|counselor of|assistant to the president|president[’']s (?:special )?"
             r"assistant"),
        (70, r"under secretary"),
        (20, r"(?:deputy|acting deputy|assistant) (?:director|chief)|assistant chief|officer in charge|"
             r"deputy chief of mission|first secretary|attach[eé]|adviser"),
        (30, r"director of (?:the )?(?:office|division)|chief of (?:the )?(?:division|branch)"),
        (80, r"(?:acting )?secretary of (?:state|defense|the (?:treasury|army|navy|air force|interior)|commerce)|"
             r"secretary (?=[A-Z])"),
    )
)  # fmt: skip
_POST = re.compile(
    r"(?i)^(?:the )?(?:acting )?(?:american |united states )?(?:ambassador|minister|charg[eé]|consul(?: general)?|"
    r"counselor|high commissioner|deputy high commissioner|political adviser|representative|embassy|legation|"
    r"consulate(?: general)?|mission|delegation)\b(?! at large)"
)
_PRESIDENTS = (
    r"(?:Lincoln|Grant|Hayes|Garfield|Arthur|Cleveland|Harrison|McKinley|Taft|Wilson|Harding|Coolidge|Hoover|Roosevelt|"
    r"Truman|Eisenhower|Kennedy|Johnson|Nixon|Ford|Carter|Reagan|Bush)"
)
#: The President by his name alone.
_TO_PRESIDENT = re.compile(rf"^(?:President |(?:[A-Z][a-z]+ )(?:[A-Z]\. )?){_PRESIDENTS}$")
_SERVICE = re.compile(r"Army|Navy|Naval|Air Force|Joint Chiefs")
_PLACE = re.compile(r"\b(?:in|to|at|for) (?:the )?(?P<place>[A-Z].*)$")
_STATE = re.compile(r"\bDepartment(?: of State)?$|\bOffice of\b")
_AT_HOME = re.compile(
    r"(?i)\b(?:(?:deputy |assistant |under |vice )*(?:secretary|president) |secretary of|president\b|"
    r"director of (?:the )?(?:office|bureau|division)|officer in charge|legal adviser|assistant to the)"
)
_DEPARTMENT = re.compile(
    r"\b(?:Defense|Army|Navy|Naval|Air Force|Joint Chiefs|Treasury|Commerce|Agriculture|Interior|Labor|Justice|Budget|"
    r"Mutual Security|Foreign Operations|International Cooperation|Central Intelligence|Atomic Energy)\b"
)
_CHIEFS = re.compile(r"(?i)^(?:the )?(?:joint chiefs of staff|chairman of the joint chiefs)")
#: Whoever these write to is no officer of theirs, and told nothing.
_ABROAD = re.compile(
    r"(?i)^(?:the )?(?:soviet |chinese |french |german |british |japanese )*(?:chairman of the council of ministers|"
    r"general secretary|premier|prime minister|minister of (?:foreign|external)|foreign (?:minister|secretary)|"
    r"chancellor|king|emperor|shah|queen|president (?!of the|for|[’'])[A-Z]|senator|congressman|congresswoman|"
    r"representative (?-i:[A-Z])\w+ [A-Z]|marshal|generalissimo|archbishop)"
)


def goes_up(heading: str) -> bool:
    """Whether a document goes up, abroad or to the legislature, by its heading: from a post to the department, from an
    office to the one above it, from a head of state to another.

    >>> goes_up("Letter From the Ambassador in Korea (Dowling) to the Director of the Office of Chinese Affairs")
    True
    >>> goes_up("Memorandum From Zbigniew Brzezinski to Jimmy Carter")
    True
    >>> goes_up("Memorandum From the Secretary of State to the Director of the Office of Chinese Affairs (Clubb)")
    False
    """
    found = _BETWEEN.search(heading) or _OLDER.match(heading)
    if found is None:
        return False
    sender, addressee = _office(found["sender"]), _office(found["addressee"])
    if _ABROAD.match(addressee) or _TO_PRESIDENT.match(addressee):
        return True
    if _POST.match(sender) and not _POST.match(addressee) and _AT_HOME.search(addressee):
        return True
    if _CHIEFS.match(sender) and (_rank(addressee) or 0) > 70:
        return True
    if _DEPARTMENT.findall(sender)[:1] != _DEPARTMENT.findall(addressee)[:1]:
        return False  # one department asks another
    above, below = _rank(addressee), _rank(sender)
    return above is not None and below is not None and above > below


def is_post(office: str) -> bool:
    """Whether an office is one abroad."""
    return _POST.match(_office(office)) is not None


def side(office: str) -> str:
    """On whose side somebody writes who is named so: a post's place, a department, else the name as it is.

    >>> side("Embassy in Japan") == side("Ambassador to Japan (MacArthur)")
    True
    >>> side("Secretary of State Herter"), side("Secretary of Defense (Wilson)")
    ('State', 'Defense')
    """
    name = _office(office)
    place = _PLACE.search(name) if _POST.match(name) else None
    if place is not None:
        return place["place"]
    department = _DEPARTMENT.search(name)
    if department is not None and _SERVICE.match(department.group()):
        return "Defense"
    return department.group() if department else "State" if _AT_HOME.search(name) or _STATE.search(name) else name


def _office(words: str) -> str:
    """An office without the name of who holds it: all offices, where there is more than one."""
    return _NAME.sub("", words).strip(" ,.")


@lru_cache(maxsize=4096)
def _rank(office: str) -> int | None:
    return next((rank for rank, names in _RANKS if names.search(office)), None)

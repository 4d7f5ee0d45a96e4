"""Who writes to whom, from the wording of a heading. Knows titles and offices by tables, not by heart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from travaux.record.dateline import MONTHS

#: Titles that stand before a name: 'Secretary of State Rusk', 'Prime Minister Kishi'.
RANKS = (
    "President", "President-elect", "Vice President", "Prime Minister", "Foreign Minister", "Foreign Secretary",
    "Premier", "Chancellor", "Chairman", "King", "Queen", "Prince", "Emperor", "Shah", "Sultan", "Senator",
    "Representative", "Congressman", "Governor", "Ambassador", "Minister", "Consul", "Chargé", "Attorney General",
    "General", "General of the Army", "Lieutenant General", "Major General", "Brigadier General", "Admiral",
    "Rear Admiral", "Vice Admiral", "Colonel", "Lieutenant Colonel", "Major", "Captain", "Commander", "Marshal",
    "Generalissimo", "Secretary", "Secretary of State", "Secretary of State-designate", "Secretary of Defense",
    "Secretary of the Treasury", "Secretary of Agriculture", "Secretary of the Interior", "Secretary of Commerce",
    "Secretary of Transportation", "Secretary of Labor", "Secretary of the Army", "Secretary of the Navy",
    "Secretary of the Air Force", "Under Secretary", "Under Secretary of State", "Deputy Secretary of State",
    "Deputy Secretary of Defense", "Assistant Secretary of State", "Director of Central Intelligence",
    "Secretary-General", "Secretary General", "Professor", "Judge", "Justice", "Bishop", "Archbishop", "Pope",
    "Chairman of the Council of Ministers", "Chairman of the Council of Ministers of the Soviet Union",
    "General Secretary", "Secretary General of the North Atlantic Treaty Organization",
    "Doctor", "Dr.", "Mr.", "Mrs.", "Miss", "Sir", "Lord", "Count", "Baron", "Duke", "Grand Duke", "Doge",
)  # fmt: skip
#: Words that are never part of a person's name: what begins with a title goes on as an office.
OFFICE_WORDS = frozenset(
    "Department Embassy Legation Mission Consulate Delegation Office Bureau Agency Council Staff Chiefs Secretary "
    "Headquarters Station President Ambassador Ministry Minister Government Command Commander Chief Committee "
    "Commission Board Director Deputy Assistant Acting Adviser Special Joint Representative Representatives Central "
    "National United Division Secretariat General Affairs Foreign Chairman Counselor Consul Operation Operations "
    "Certain All Posts Missions Diplomatic Consular Officer Administration Service Policy Planning Group Army Navy "
    "Air Force Congress Senate House White States Nations Administrator Under Political Executive Military Federal "
    "Supreme Allied Economic Task High Commissioner Treasury Intelligence Defense State Members Legal Permanent "
    "Senior Working Regional American British Soviet International Interdepartmental Chargé Prime Vice Sections "
    "Soviet Union Kingdom Republic Council’s President’s Nation Conference Meeting Interagency Security Naval "
    "Forces Fleet CIA Stations".split()
)
#: Offices whose own name has a 'to' in it: 'Special Assistant to the President'.
OFFICES_TO = re.compile(
    r"\b(?:Delegation|Delegate|Delegates|Representative|Representatives|Mission|Missions|Adviser|Advisor|Advisers|"
    r"Assistant|Counsel|Counselor|Minister|Deputy|Aide|Ambassador|Liaison|Envoy|Observer|Commissioner|Consultant|"
    r"Secretary|Accredited|Respect|Attaché|Alternate|Emissary|Parties)$"
)
_RANK = "|".join(sorted((re.escape(rank) for rank in RANKS), key=len, reverse=True))
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:de|la|von|van|al|bin|ben|el|du)"
_NAME = rf"(?:{_PARTICLE} )?{_WORD}(?: (?:{_PARTICLE} )?{_WORD})*(?:, [JS]r\.)?"
_RANKED = re.compile(rf"(?:(?:Acting|Former|former) )?(?:(?:{_RANK}) )+(?P<name>{_NAME})")
_PERSON = re.compile(rf"(?P<name>{_NAME})(?=,| of | and | at | in |$)")
_TAIL = re.compile(
    rf", (?:[^,()]+, )?(?:{'|'.join(MONTHS)}) \d{{1,2}},? \d{{4}}.*|, (?:at|in) [A-Z]\w+$| Regarding\b.*"
)
_BRACKETED = re.compile(
    r"(?P<office>(?:[^()]|\((?:[A-Z/-]+|[^()]*\d[^()]*)\)|\([^()]*\)(?= of ))*?) ?\((?P<name>[^()]+)\)(?! of )"
)
#: 'Rostow and Bator', for two who write together.
_SEVERAL = re.compile(rf"{_WORD}(?:, {_WORD})*,? and {_WORD}")
_AND = re.compile(r",? and |, ")
_THE = re.compile(r"^[Tt]he ")
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Dr)\. (?=\S)")
#: The point that ends a heading, and no abbreviation: 'Mr. Rook to Mr. Pell.'
_POINT = re.compile(r"(?<=[a-z]{3})(?<![JS]r)\.$")
_JOIN = re.compile(r",? and (?=the [A-Z]|[A-Z])|, (?=the [A-Z]|[A-Z])")
#: The number that the first volumes print before a heading: 'No. 214. Mr. Rook to Mr. Pell.'
_COUNTED = re.compile(r"^No\. \d+[a-z]?\.\s+(?=\S)")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]y)\s+")
_NO_PARTIES = re.compile(r"\b(?:Between|between|Among|among|Meeting|Conference)\b")


class Parties(NamedTuple):
    """Names where the heading gives them, else offices without 'the'; several joined by '; '."""

    sender: str | None = None
    addressee: str | None = None


@lru_cache(maxsize=4096)
def parties(title: str, *, opens_with_kind: bool = True) -> Parties:
    """Sender and addressee of a heading: '... From A to B', 'A to B', '... by A', '... to B'."""
    title = _COUNTED.sub("", title)
    found = _FROM.search(title)
    lead = title[: found.start()] if found else title
    if _NO_PARTIES.search(lead):
        return Parties()
    if found:
        return _from_and_to(title[found.end() :])
    if not opens_with_kind and " to " in title:
        return _from_and_to(title)
    to = re.search(r"\bto (?=the [A-Z]|[A-Z])", title)
    return Parties(addressee=_side(title[to.end() :])) if to and opens_with_kind else Parties()


def sides(title: str) -> tuple[str, str]:
    """The words of a heading for who writes and for whom it is, each "" where it does not say."""
    found = _FROM.search(title)
    words = title[found.end() :] if found else title
    place = _parting(words)
    if place is None:
        return (words, "") if found else ("", "")
    return words[: place[0]], words[place[1] :]


def _from_and_to(words: str) -> Parties:
    place = _parting(words)
    if place is None:
        return Parties(sender=_side(words))
    return Parties(_side(words[: place[0]]), _side(words[place[1] :]))


@lru_cache(maxsize=64)  # asked for the parties of a heading, and again for its sides
def _parting(words: str) -> tuple[int, int] | None:
    """The 'to' between the sides: not the one in an office's name, if there is another."""
    places = [
        match.span()
        for match in re.finditer(r",?(?: |(?<=\)))[Tt]o ", words)
        if words[: match.start()].count("(") == words[: match.start()].count(")")
    ]
    if not places:
        return None
    for place in places:
        if words[: place[0]].endswith(")"):
            return place
    outer = [place for place in places if not OFFICES_TO.search(words[: place[0]])]
    return (outer or places[-1:])[0]


def _side(words: str) -> str | None:
    """The names or offices of one side."""
    found: list[str] = []
    rest = _THE.sub("", _TAIL.sub("", words).strip(" ,"))
    while rest:
        name, end, whole = _party(rest)
        if not name or (found and not whole):
            break
        found.append(name)
        rest = rest[end:]
        join = _JOIN.match(rest)
        if not join:
            break
        rest = _THE.sub("", rest[join.end() :])
    return "; ".join(found) or None


def _party(words: str) -> tuple[str | None, int, bool]:
    """The first party of `words`, where it ends, and whether it is sure to be one."""
    for pattern in (_RANKED, _PERSON):
        match = pattern.match(words)
        if (
            match
            and _is_person(match["name"], one_word=pattern is _RANKED)
            and not words[match.end() :].startswith(" (")
        ):
            return _bare(match["name"]), _after_office(words, match.end()), True
    match = _BRACKETED.match(words)
    if match:
        names = _AND.split(match["name"]) if _SEVERAL.fullmatch(match["name"]) else [match["name"]]
        return "; ".join(filter(None, map(_bare, names))) or None, match.end(), True
    return _bare(words), len(words), False


def _is_person(name: str, *, one_word: bool) -> bool:
    words = name.split()
    return (one_word or 1 < len(words) < 6) and not OFFICE_WORDS & {word.strip(".,") for word in words}


def _after_office(words: str, end: int) -> int:
    """Past 'of the National Security Council Staff' behind a name."""
    office = re.match(r" (?:of|at|in) (?:(?! to | and the ).)*?(?=,| and [A-Z]|$)", words[end:])
    return end + office.end() if office else end


def _bare(name: str) -> str | None:
    bare = _HONORIFIC.sub("", _THE.sub("", name.strip(" ,")))
    return (_POINT.sub("", bare) if bare.endswith(".") else bare) or None

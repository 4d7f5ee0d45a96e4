"""Reads the citations by number or by day in running words: 'Embtel 948', 'your telegrams 688 and 690',
'telegram 688 from Tokyo, September 28', 'letter of September 18 from Pell'.

It looks at the numbers of a text and at the word before each; what no table of `citation_forms` knows is none. Whose
a telegram is stays as said ('yours'); `record.cite` says which post that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from travaux.record.citation_forms import DATED, HEADS, OWNERS, Head, Whose
from travaux.record.document import Kind
from travaux.record.posts import NAMES, is_known, post

_MONTHS = {
    name: number
    for number, names in enumerate(
        "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|September Sept Sep|"
        "October Oct|November Nov|December Dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
#: A number and the blank before it: all that is looked at in a long text. The blank comes first, for it is found fast,
#: and then what tells most of them from a word.
_NUMBER = r"(?:[A-Z]{1,4}[-–])?\d{1,6}(?:[-–/]\d{1,2}|Z)?"
_AT_NUMBER = re.compile(
    rf" (?=[0-9]|[A-Z]{{1,4}}[-–][0-9]|No\.)(?<=[\w.’')] )(?:No\. ?)?(?P<number>{_NUMBER})(?![\w%])(?![.,]\d{{3}})"
)
_WORD = re.compile(r"([^\s“”\"()\[\],;:]+) (?:[Nn]o\. ?)?$")
_OWNER = re.compile(r"([^\s“”\"()\[\],;:]+) $")
_MORE = re.compile(rf"(?:,? and |, | & |; | through )(?:[Nn]o\. ?)?({_NUMBER})(?![\w%])(?!,? (?:19|of ))(?! [ap]\. ?m)")
_DATE = re.compile(
    rf"[, (]*(?:of |dated )?(?:(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))"
    r"\b(?:,? (?P<year>1[89]\d\d)\b)?"
)
_SIDE = re.compile(
    r",? (?P<side>from|to) (?:the )?(?:(?:Embassy|Legation|Mission|Consulate(?: General)?|Consul(?: General)?|"
    rf"Delegation|USUN) ?(?:in|at|to)? ?(?:the )?)?(?P<post>{NAMES}|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)(?![\w’])"
)
_REPEATED = re.compile(
    rf",? \(?(?:repeated|rptd|sent)(?: info(?:rmation)?)?(?: to)? (?:{NAMES}|Dept)(?: (?:as )?\d+)?\)?"
)
#: Behind 'your 688': a point, or a word that no thing counted is.
_AFTER_BARE = re.compile(
    r"[.,;:)\]]|$|\n| (?:to|and|or|re|repeated|rptd|that|he|it|I|we|was|has|is|may|if|with|[A-Z])\b"
)
_PARTING = re.compile(r"[“”\"()\[\],;:]")
#: Behind these and a blank stands no number of a document.
_PARTED = ',;:“”"([]'
#: What stands between a letter and its day.
_OF_THE = (", ", " of ", " dated ")
_SHORTEST_MESSAGE = 5
_YEAR = re.compile(r"19[3-8]\d$")
_WORD_OF_NAME = r"(?:(?:Mr|Mrs|Dr)\.|[A-Z]\.|[A-Z][\w’-]+)"
_BY_NAME = re.compile(
    rf",? (?P<side>from|to|by) (?P<name>(?:the )?{_WORD_OF_NAME}(?: (?:(?:of|the|for) )*{_WORD_OF_NAME})*)"
)


class Citing(NamedTuple):
    """A citation as its words have it, at `start` to `end`. `month` and `day` are 0 where none is printed, `year`
    where it goes without saying."""

    start: int
    end: int
    kind: Kind
    number: str = ""
    whose: Whose = Whose.UNSAID
    origin: str = ""
    destination: str = ""
    year: int = 0
    month: int = 0
    day: int = 0


class Signs(NamedTuple):
    """Where words may hold citations: the blanks before numbers, and the second letters of 'supra' and 'infra'."""

    numbers: list[int]
    near: list[int]


#: What is looked for in one go. A dash that is none of Latin-1 becomes a question mark, as all such signs do.
_SIGNS = (" No.", *(sign + digit for sign in " -?" for digit in "0123456789"), "upra", "nfra")
_AUTOMATON = BytesAhoCorasick([sign.encode() for sign in _SIGNS], matchkind=MatchKind.LeftmostFirst)
_LETTERED, _NEAR = _SIGNS.index("-0"), _SIGNS.index("upra")


#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__


def signs(words: str, in_bytes: bytes) -> Signs:
    """Where in `words` to look for citations; `in_bytes` are the same with a byte for each character."""
    numbers, near = list[int](), list[int]()
    for sign, place, _ in _AUTOMATON.find_matches_as_indexes(in_bytes):
        if sign < _LETTERED:
            numbers.append(place)
        elif sign >= _NEAR:
            near.append(place)
        elif words[place - 1 : place].isupper() and (blank := words.rfind(" ", max(place - 5, 0), place)) >= 0:
            numbers.append(blank)
    return _new(Signs, (numbers, near))


def citing(words: str, *, in_telegram: bool, numbers: Iterable[int] | None = None) -> Iterator[Citing]:
    """The citations by number or day in `words`; only a telegram says 'your 688' and 'Tokyo 688' of others. `numbers`
    are those of the `signs` in them."""
    end = passed = 0
    for blank in signs(words, words.encode("latin-1", "replace")).numbers if numbers is None else numbers:
        if blank < passed or words[blank - 1] in _PARTED:
            continue
        may_cite = _may_cite(words, blank, in_telegram=in_telegram)
        # What is printed with 'No.' is passed over as one, whatever stands before it.
        if not may_cite and words[blank + 1] != "N":
            continue
        match = _AT_NUMBER.match(words, blank)
        if match is None:
            continue
        at, passed = blank + 1, match.end()
        if at < end or not may_cite:
            continue
        first = max(at - 24, 0)
        if not words.startswith("o.", blank - 2):  # the word is the last one, which is found from behind faster
            first = max(first, words.rfind(" ", first, blank) + 1)
        before = _WORD.search(words, first, at)
        if before is None:
            continue
        found = list(_at(words, match, before, in_telegram=in_telegram))
        if found:
            yield from found
            end = max(phrase.end for phrase in found)


#: What the word before a number is: nothing that cites, 'no.', a word that only a telegram says so, or one of `HEADS`;
#: or, for a month, its letters counted.
_NOTHING, _NO, _CAPITAL, _HEAD = 0, -1, -2, -3


class _Before(dict[str, int]):
    """Words before numbers, each looked at once."""

    #: Volumes use some thousands.
    _MOST = 8192

    def __missing__(self, said: str) -> int:
        last = said.split()
        word = _PARTING.split(last[-1])[-1] if last else ""
        if last[-1:] == ["no."]:
            what = _NO
        elif word.rstrip(".") in _MONTHS:
            what = len(word)
        elif word.casefold() in HEADS:
            what = _HEAD
        else:
            what = _CAPITAL if word[:1].isupper() else _NOTHING
        if len(self) < self._MOST:
            self[said] = what
        return what


_BEFORE = _Before()


def _may_cite(words: str, blank: int, *, in_telegram: bool) -> bool:
    """Whether the word before a number is worth a closer look; most are not."""
    first = blank - 23 if blank > 23 else 0
    # The blank before the word, or a place from which it is cut.
    what = _BEFORE[words[(words.rfind(" ", first, blank) + 1) or first : blank]]
    if not what:
        return False
    if what > 0:
        # Most days are of no letter.
        return words.endswith(_OF_THE, 0, blank - what)
    if what == _NO:
        return _may_cite_numbered(words[first:blank].split()[:-1], in_telegram=in_telegram)
    return what == _HEAD or (what == _CAPITAL and in_telegram)


def _may_cite_numbered(before: list[str], *, in_telegram: bool) -> bool:
    """The same where 'no.' stands between; these are the words before that."""
    word = _PARTING.split(before[-1])[-1] if before else ""
    return word.rstrip(".") in _MONTHS or word.casefold() in HEADS or (in_telegram and word[:1].isupper())


def _at(words: str, match: re.Match[str], before: re.Match[str], *, in_telegram: bool) -> Iterator[Citing]:
    word = before[1]
    if word.rstrip(".") in _MONTHS:
        yield from _by_day(words, before)
        return
    head = HEADS.get(word.casefold())
    if head is None and in_telegram:
        head = _sender(words, before, match["number"])
    if head is None or (head.bare and not _is_bare(words, match, in_telegram=in_telegram)):
        return
    if head.long and len(match["number"]) < _SHORTEST_MESSAGE:
        return
    first = _owned(words, before, head)
    number = f"{word} {match['number']}" if head.series else match["number"]
    series = f"{word} " if head.series else ""
    first = first._replace(number=number, end=match.end())
    others = list(_others(words, match.end(), series))
    if not others:
        yield _tail(words, first)
        return
    tail = _tail(words, first._replace(end=others[-1][2]))
    yield tail._replace(end=match.end())
    for position, (other, start, end) in enumerate(others, start=1):
        yield tail._replace(number=other, start=start, end=tail.end if position == len(others) else end)


def _is_bare(words: str, match: re.Match[str], *, in_telegram: bool) -> bool:
    return in_telegram and len(match["number"]) > 1 and _AFTER_BARE.match(words, match.end()) is not None


def _sender(words: str, before: re.Match[str], number: str) -> Head | None:
    """'Tokyo 688', 'State 14521': a post as the head."""
    if len(number) < 2 or _YEAR.match(number) or before[1] in ("Washington", "York", "Department", "Dept"):
        return None
    return Head(Kind.TELEGRAM) if _place(words, before.end(1)) else None


def _place(words: str, end: int) -> tuple[str, int] | None:
    """The post that the one or two words before `end` name, and where they begin."""
    last = words[max(end - 40, 0) : end].removesuffix("’s").removesuffix("'s").rsplit(" ", 2)
    for count in (2, 1):
        name = " ".join(last[-count:])
        if is_known(post(name)) and name[:1].isupper():
            return post(name), end - len(" ".join(words[max(end - 40, 0) : end].rsplit(" ", 2)[-count:]))
    return None


def _owned(words: str, before: re.Match[str], head: Head) -> Citing:
    """The head and the word before it that says whose it is: 'Embassy’s despatch', 'Tokyo telegram', 'your tel'."""
    phrase = Citing(start=before.start(1), end=before.end(), kind=head.kind, whose=head.whose)
    if before[1].casefold() not in HEADS:
        name, start = _place(words, before.end(1)) or ("", before.start(1))
        return phrase._replace(origin=name, start=start)
    if head.whose or head.series:
        return phrase
    owner = _OWNER.search(words, max(before.start(1) - 24, 0), before.start(1))
    if owner is None:
        return phrase
    whose = OWNERS.get(owner[1].casefold())
    if whose is not None:
        return phrase._replace(whose=whose, start=owner.start(1))
    place = _place(words, owner.end(1))
    return phrase._replace(origin=place[0], start=place[1]) if place else phrase


def _others(words: str, end: int, series: str) -> Iterator[tuple[str, int, int]]:
    """The further numbers of a list: '948, 950 and 1002'."""
    while more := _MORE.match(words, end):
        if _YEAR.match(more[1]) and words[end : end + 2] == ", ":
            return
        yield f"{series}{more[1]}", more.start(1), more.end()
        end = more.end()


#: What any of that begins with.
_GOES_ON = (",", " ", "(")


def _tail(words: str, phrase: Citing) -> Citing:
    """What stands behind the number: from and to whom, and of which day, in any order."""
    for _ in range(3):
        if not words.startswith(_GOES_ON, phrase.end):
            return phrase
        repeated = _REPEATED.match(words, phrase.end)
        at = repeated.end() if repeated else phrase.end
        side, date = _SIDE.match(words, at), _DATE.match(words, at)
        if side:
            name = post(side["post"]) or side["post"]
            if phrase.origin if side["side"] == "from" else phrase.destination:
                return phrase
            phrase = _sided(phrase, side["side"], name)._replace(end=side.end())
        elif date and not phrase.day and (dated := _dated(phrase, date)):
            phrase = dated
        else:
            return phrase
    return phrase


def _dated(phrase: Citing, date: re.Match[str]) -> Citing | None:
    day = int(date["day"] or date["day2"])
    month = _MONTHS[date["month"] or date["month2"]]
    if not 0 < day <= 31:
        return None
    return phrase._replace(end=date.end(), day=day, month=month, year=int(date["year"] or 0))


_LETTER = re.compile(
    rf"(?:(?P<owner>[Mm]y|[Oo]ur|[Yy]our) )?\b(?P<word>{'|'.join(DATED)})"
    rf"(?P<named>(?:,? (?:from|to|by) (?:the )?{_WORD_OF_NAME}(?: (?:(?:of|the|for) )*{_WORD_OF_NAME})*)*)"
    r"(?:,| of| dated) $"
)


#: One of these is in every word of `DATED`, at most so many characters behind where it or its owner begins.
_DATED_STEM = re.compile("letter|memo|message|note|gram|despatch")
_BEFORE_STEM = len("Your tele")


def _by_day(words: str, month: re.Match[str]) -> Iterator[Citing]:
    """'letter of September 18 from Pell', 'your letter of May 5', 'memorandum from Ash to Pell, July 3'."""
    first, last = max(month.start() - 90, 0), month.start()
    # Most dates are of no letter, which is seen without the pattern.
    stem = _DATED_STEM.search(words, first, last)
    lead = stem and _LETTER.search(words, max(stem.start() - _BEFORE_STEM, first), last)
    date = lead and _DATE.match(words, last)
    if not (lead and date):
        return
    kind = DATED[lead["word"]]
    owner = OWNERS[lead["owner"].casefold()] if lead["owner"] else Whose.UNSAID
    phrase = _dated(Citing(start=lead.start(), end=date.end(), kind=kind, whose=owner), date)
    if phrase is None:
        return
    for named in _BY_NAME.finditer(lead["named"]):
        phrase = _sided(phrase, named["side"], named["name"].removeprefix("the "))
    behind = date.end() + (words[date.end() : date.end() + 1] == ",")
    while not (phrase.origin and phrase.destination) and (side := _BY_NAME.match(words, behind)):
        phrase = _sided(phrase, side["side"], side["name"].removeprefix("the "))._replace(end=side.end())
        behind = side.end()
    yield phrase


def _sided(phrase: Citing, side: str, name: str) -> Citing:
    return phrase._replace(destination=name) if side == "to" else phrase._replace(origin=name)

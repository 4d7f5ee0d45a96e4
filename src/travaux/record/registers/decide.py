"""Decides who is meant where words name somebody: by what stands beside them, else by the rest of the document."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from travaux.record.mention import Rule
from travaux.record.register import Held, Person, Register
from travaux.record.registers.doubtful import BESIDE, Doubt, doubtful_names
from travaux.record.registers.keys import Key, Sort

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
#: A title in French, an initial elsewhere.
_MONSIEUR = "M."
_WORD = re.compile(r"[\w’'-]+")
_PHRASE = re.compile(r"(?:[A-Z][\w.’-]* |of |the |for |and )*$")
_OFFICE = re.compile(r"\b(?:Secretary|Minister|Director|Chief|Chairman) (?:of|for) (?:the )?(?:[A-Z][\w’-]+ ){1,3}$")
_INSTITUTION = re.compile(r"(?:Office|Bureau|Embassy|Mission) of (?:the )?$")
_COMPANY_BEFORE = re.compile(r"(?P<name>[\w’'-]+)(?:,? and|[,;/]) $")
_COMPANY_AFTER = re.compile(r"(?:,? and|[,;]) (?P<name>[\w’'-]+)")
#: A word in small letters or a number, or a comma after one: the sentence has begun.
_WITHIN = re.compile(r"[a-z0-9][,;]? $")
#: What is named after somebody and is not that person.
_INSTITUTIONS = frozenset(
    "Library House University College School Hall Airport Field Foundation Institute Center".split()
)
#: What places begin with: 'New York', 'Cape Kennedy'.
_PLACE_LEADS = frozenset("New Fort Lake Mount Mt. Port Cape Camp San Santa Saint St. Point Great Los Las".split())
_QUALIFIED = frozenset("former deputy acting new next future late then ex retiring".split())


#: Asked of every name: it takes Python ten times as long to find a member in its class as a name.
_ABBREVIATION, _OFFICE_SORT = Sort.ABBREVIATION, Sort.OFFICE
_SURNAME_SORT, _SHORT_SORT = Sort.SURNAME, Sort.SHORT
_SURNAME, _SHORT_NAME = Rule.SURNAME, Rule.SHORT_NAME


#: Makes a named tuple in half the time that its own constructor takes.
_new = tuple.__new__


class Verdict(NamedTuple):
    """Who may be meant and by which rule; `open` where the rest of the document has to say so.

    Volumes have them by the hundred thousand, and tuples are made in half the time of dataclasses.
    """

    ids: tuple[str, ...]
    rule: Rule
    open: bool = False


class _Silent(dict[str, bool]):
    """Whether a word before a surname leaves open who is meant by it, or is a title: each word looked at once."""

    #: Volumes use some thousands.
    _MOST = 8192

    def __init__(self, given: frozenset[str]) -> None:
        self._given = given

    def __missing__(self, before: str) -> bool:
        named = before in self._given or (before[-1:] == "." and _INITIALS.fullmatch(before) is not None)
        silent = before not in _PLACE_LEADS and (not named or before.lower() in BESIDE)
        if len(self) < self._MOST:
            self[before] = silent
        return silent


#: The titles of a person's name, in small letters, and of the offices held on a day.
_Titles = tuple[frozenset[str], tuple[str, ...]]


class _Borne(dict[tuple[str, datetime.date | None], _Titles]):
    """The titles of persons by their ids on a day; a document asks for some of them again and again."""

    _MOST = 1024

    def __init__(self, persons: dict[str, Person]) -> None:
        self._persons = persons

    def __missing__(self, asked: tuple[str, datetime.date | None]) -> _Titles:
        if len(self) >= self._MOST:
            self.clear()
        self[asked] = titles = _titles_of(self._persons[asked[0]], asked[1])
        return titles


class Judge:
    """Decides for one register."""

    def __init__(self, register: Register) -> None:
        self._persons = {person.id: person for person in register.persons}
        self._doubtful = doubtful_names(register)
        self._sure_names = frozenset(person.surname for person in register.persons) - self._doubtful.keys()
        self._given = frozenset(
            name
            for person in register.persons
            for name in person.given.split()
            if len(name) > 2 and name[-1] != "." and name[0].isupper()
        )
        self._silent = _Silent(self._given)
        self._borne = _Borne(self._persons)

    def usual(self, key: Key) -> Verdict | None:
        """What a surname means where no word beside it says more; None where only its place decides."""
        if key.sort not in (_SURNAME_SORT, _SHORT_SORT) or len(key.ids) > 1 or self._doubt(key.word):
            return None
        return Verdict(key.ids, _SHORT_NAME if key.sort is _SHORT_SORT else _SURNAME)

    def is_usual(self, words: str, start: int, end: int) -> bool:
        """Whether no word beside the surname from `start` to `end` says more of who is meant, as in most places."""
        if words[end] == " ":
            after = words[end + 1 : end + 2]
            if after.isupper() or after.isdigit():
                return False
        return self._silent[_word_before(words, start)]

    def decide(self, key: Key, words: str, start: int, end: int, *, on: datetime.date | None) -> Verdict | None:
        """Who the words from `start` to `end` name; None where they name nobody in the register."""
        if key.sort is _ABBREVIATION:
            return Verdict(key.ids, Rule.ABBREVIATION)
        if key.sort is _OFFICE_SORT:
            return self._holder(key, words, start, on)
        return self.surname(key, words, start, end, on)

    def surname(self, key: Key, words: str, start: int, end: int, on: datetime.date | None) -> Verdict | None:
        """The same for a surname, which most names are."""
        before, after = _word_before(words, start), _word_after(words, end)
        if after in _INSTITUTIONS or before in _PLACE_LEADS:
            return None
        ids, beside = key.ids, before.lower() in BESIDE or _has_office_before(words, start, before)
        if not beside and (before in self._given or (before[-1:] == "." and _INITIALS.fullmatch(before))):
            ids = tuple(id for id in ids if _fits(self._persons[id], before))
            if len(ids) == 1:
                return Verdict(ids, Rule.BESIDE)
            if not ids and before != _MONSIEUR:
                return None  # somebody else of that name
            ids, beside = ids or key.ids, True
        if not beside and not self._is_a_name(key.word, words, start, end, after):
            return self._doubted(key, ids, after)
        if len(ids) > 1:
            ids = self._titled(ids, words, start, on) if beside else ids
            return Verdict(ids, Rule.BESIDE if len(ids) == 1 else Rule.SURNAME, open=len(ids) > 1)
        return _new(Verdict, (ids, _SHORT_NAME if key.sort is _SHORT_SORT else _SURNAME, False))

    def _is_a_name(self, word: str, words: str, start: int, end: int, after: str) -> bool:
        """Whether a surname without a title can be nothing else where it stands."""
        if word in self._given and after[:1].isupper():
            return False  # the given name of somebody
        doubt = self._doubt(word)
        if doubt is None:
            return True
        within = _WITHIN.search(words, max(start - 20, 0), start)
        if doubt is Doubt.WORD and within and not after[:1].isupper():
            return True
        return self._in_company(words, start, end)

    def _doubt(self, word: str) -> Doubt | None:
        return self._doubtful.get(word) or (self._doubtful.get(word.title()) if word.isupper() else None)

    def _doubted(self, key: Key, ids: tuple[str, ...], after: str) -> Verdict | None:
        """A word that may be a name: only the rest of the document tells."""
        if self._doubt(key.word) is Doubt.PLACE or after[:1].isdigit() or key.word in self._given:
            return None
        return Verdict(ids, Rule.CONTEXT, open=True)

    def _in_company(self, words: str, start: int, end: int) -> bool:
        """Whether names that are nothing else stand on either side, in a list: 'Astley, Page, and Kerrow'."""
        beside = (_COMPANY_BEFORE.search(words, max(start - 40, 0), start), _COMPANY_AFTER.match(words, end))
        return any(match and match["name"] in self._sure_names for match in beside)

    def _titled(self, ids: tuple[str, ...], words: str, start: int, on: datetime.date | None) -> tuple[str, ...]:
        """Those of the persons to whom the title before the name belongs, on the date first of all."""
        match = _PHRASE.search(words, max(start - 60, 0), start)
        phrase = (match.group() if match else "").strip()
        borne = [(id, self._borne[id, on]) for id in ids] if phrase else []
        while phrase:
            title = phrase.rstrip(".").lower()
            for exact in (True, False):
                fitting = tuple([id for id, held in borne if _has(held, title, phrase, exact)])
                if fitting:
                    return fitting
            phrase = phrase.partition(" ")[2]
        return ids

    def _holder(self, key: Key, words: str, start: int, on: datetime.date | None) -> Verdict | None:
        """The one who held a post on the day of the document."""
        before = _word_before(words, start)
        if on is None or before[:1].isupper() or before in _QUALIFIED:
            return None
        if _INSTITUTION.search(words, max(start - 20, 0), start):
            return None
        post = key.word.split(" ")[0], key.word.partition(" ")[2].partition(" ")[2]
        how = {id: _holding(self._persons[id], post, on) for id in key.ids}
        holders = tuple(id for id, held in how.items() if held is Held.YES)
        others = [id for id, held in how.items() if held in (Held.PERHAPS, Held.UNDATED)]
        return Verdict(holders, Rule.OFFICE) if len(holders) == 1 and not others else None


def _word_before(words: str, start: int) -> str:
    """The word before, in the same line; '' where a mark stands between."""
    if start < 2 or words[start - 1] != " ":
        return ""
    before = words[words.rfind(" ", 0, start - 1) + 1 : start - 1]
    if before.isalpha():
        return before
    if "\n" in before or "\t" in before:
        before = before[max(before.rfind("\n"), before.rfind("\t")) + 1 :]
    return before.lstrip("(“‘\"'[—–-")


def _has_office_before(words: str, start: int, before: str) -> bool:
    """Whether an office in several words stands before the name: 'Secretary of State Rennick'."""
    if not before[:1].isupper():
        return False
    lead = words[max(start - 60, 0) : start]
    return (" of " in lead or " for " in lead) and _OFFICE.search(words, max(start - 60, 0), start) is not None


def _word_after(words: str, end: int) -> str:
    """The word after that begins with a capital or a digit, in the same line; '' where a mark stands between."""
    following = words[end : end + 2]
    if following[:1] != " " or not (following[1:].isupper() or following[1:].isdigit()):
        return ""
    match = _WORD.match(words, end + 1)
    return match.group() if match else ""


def _fits(person: Person, before: str) -> bool:
    """Whether the given name or the initial before a surname may be that person's."""
    return any(name == before or (name[0] == before[0] and "." in before + name) for name in person.given.split())


def _titles_of(person: Person, on: datetime.date | None) -> _Titles:
    return (
        frozenset([title.rstrip(".").lower() for title in person.titles]),
        tuple([office.title for office, _ in person.offices_on(on)]),
    )


def _has(borne: _Titles, title: str, phrase: str, exact: bool) -> bool:
    """Whether a phrase is such a title: of the name, or of an office; `exact`: the office begins with it."""
    titles, offices = borne
    if title in titles:
        return True
    return any(office.startswith(phrase) or (not exact and f" {phrase} " in f" {office} ") for office in offices)


def _holding(person: Person, post: tuple[str, str], on: datetime.date) -> Held:
    """How a person held the post ('Ambassador', 'Corvany') on a day."""
    held = [
        office.held(on)
        for office in person.offices
        if office.title.startswith(post[0]) and office.title.endswith(post[1])
    ]
    order = (Held.YES, Held.PERHAPS, Held.UNDATED, Held.NO)
    return min(held, key=order.index, default=Held.NO)

"""Takes the name of a person apart as lists print it, surname first, and tells how texts may write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

#: What stands before a name without being part of it.
TITLES = frozenset(
    """general gen. lieutenant lt. lt major maj. maj colonel col. col brigadier brig. brig admiral adm. adm vice rear
    captain capt. capt commander cdr. comdr. commodore sergeant sgt. marshal field fleet air chief dr. dr professor
    prof. prof sir lord lady dame baron baroness count countess viscount duke earl prince princess king queen shah
    emperor sultan emir sheikh shaykh shaikh sheik sayyid generalissimo senator representative congressman ambassador
    archbishop cardinal bishop father rabbi reverend rev. judge justice mr. mrs. miss ms. madame mme. mlle. monsieur
    hon. the tun tunku tengku datuk u.""".split()
) - {"u."}
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{2,3}|IV|I\.?)")
_PARTICLE = frozenset("al- de del della der di do dos du el- ibn la le los van von bin ben ter ten da das".split())
_BRACKETED = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; `others` are further forms in brackets, `nicknames` those in quotes."""

    surname: str
    given: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    suffix: str = ""
    family_first: bool = False
    nicknames: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def surnames(self) -> tuple[str, ...]:
        """The surname as it may stand alone."""
        others = [other.surname for other in self._others if not other.given]
        return tuple(dict.fromkeys([self.surname, *others]))

    @property
    def short(self) -> str:
        """The first of two surnames ('Arbenz Guzmán'), which often stands for both; '' where there is one."""
        first, _, rest = self.surname.partition(" ")
        return first if rest and first.lower() not in _PARTICLE and first[0].isupper() else ""

    @property
    def in_full(self) -> tuple[str, ...]:
        """Every way to write it with a given name or initials."""
        return tuple(dict.fromkeys([*self._in_full(), *(name for other in self._others for name in other.in_full)]))

    @property
    def as_listed(self) -> tuple[str, ...]:
        """The surname first, as lists have it, and texts on countries where it comes first."""
        given = " ".join(self.given)
        if not given or self.family_first:
            return ()
        return (f"{self.surname}, {given}", *((f"{self.surname} {given}",) if len(self.given) == 1 else ()))

    @property
    def _others(self) -> list[PersonName]:
        return [person_name(other) for other in self.others]

    def _in_full(self) -> Iterator[str]:
        surname, suffix = self.surname, self.suffix
        for given in self._givens():
            yield f"{given} {surname}"
            if suffix:
                yield from (f"{given} {surname} {suffix}", f"{given} {surname}, {suffix}")
        if suffix:
            yield f"{surname} {suffix}"
        if self.family_first:
            yield f"{surname} {' '.join(self.given)}"

    def _givens(self) -> Iterator[str]:
        if self.family_first:
            return
        given = self.given
        named = [name for name in given if not _INITIALS.fullmatch(name)]
        yield from self.nicknames
        if given:
            whole = " ".join(given)
            yield whole
            yield re.sub(r"\.(?=[A-Z]\.)", ". ", whole)
            yield re.sub(r"\. (?=[A-Z]\.)", ".", whole)
            yield given[0]
        if named:
            yield from (" ".join(named), named[0])
            initials = [name for name in given if _INITIALS.fullmatch(name)]
            yield " ".join([named[0], *initials])


@lru_cache(maxsize=4096)
def person_name(printed: str) -> PersonName:
    """The parts of a name as a list prints it: 'Carrowmere, General Hugh P., Jr. (“Hal”)'.

    >>> person_name("Carrowmere, General Hugh P., Jr.").in_full[:2]
    ('Hugh P. Carrowmere', 'Hugh P. Carrowmere Jr.')
    """
    nicknames = tuple(name.strip(" ,") for name in _QUOTED.findall(printed))
    bare = _QUOTED.sub(" ", printed)
    others = tuple(filter(None, (_other(words) for words in _BRACKETED.findall(bare))))
    parts = [part for part in (" ".join(part.split()) for part in _BRACKETED.sub(" ", bare).split(",")) if part]
    if not parts:
        return PersonName(printed.strip() or "?")
    surname, *rest = parts
    suffix = next((part for part in rest if _SUFFIX.fullmatch(part)), "")
    titles = [part for part in rest if _is_title(part)]
    given = [word for part in rest if part != suffix and part not in titles for word in part.split()]
    words = surname.split()
    inner = next((place for place, word in enumerate(words) if place and word.lower() in TITLES), None)
    if inner is not None:  # 'Nasr Colonel Jamal': a comma is missing
        words, given = words[:inner], [*words[inner:], *given]
    if len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        suffix = suffix or words.pop()
    if given and len(given) > 1 and _SUFFIX.fullmatch(given[-1]) and len(given[-1]) > 1 and given[-1][1] != ".":
        suffix = suffix or given.pop()
    titled = [word for word in given if word.lower() in TITLES]
    given = [word for word in given if word.lower() not in TITLES]
    family_first = not rest and inner is None and len(words) > 1 and words[0][0].isupper()
    if family_first and words[0].lower() not in _PARTICLE:
        words, given = words[:1], words[1:]
    return PersonName(
        " ".join(words), tuple(given), (*titles, *titled), suffix, family_first and bool(given), nicknames, others
    )


def _is_title(part: str) -> bool:
    return all(word.lower() in TITLES for word in part.split())


def _other(words: str) -> str:
    """Another form of the name in brackets; '' for a remark."""
    said = re.sub(r"^(?:also|formerly|or|née|alias|known as)\s+", "", words.strip(), flags=re.IGNORECASE)
    return said if said[:1].isupper() and not re.search(r"\b(?:from|until|after|in|since|to)\b|\d", said) else ""


def forms(words: str) -> Iterator[str]:
    """The words with either apostrophe, with and without accents."""
    if words.isascii() and "'" not in words:
        yield words
        return
    seen = dict.fromkeys([words, words.replace("’", "'"), words.replace("'", "’")])
    for form in [*seen]:
        if not form.isascii():
            bare = unicodedata.normalize("NFKD", form)
            seen.setdefault("".join([sign for sign in bare if not unicodedata.combining(sign)]))
    yield from seen

"""Finds in documents what a register names: one automaton a register, the longest name first, whole words only.

A surname that several persons have is decided by what stands beside it or by the rest of the document; where nothing
decides, the mention says which persons it may be. A surname that is also a word or a place needs support.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter, itemgetter

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, MatchKind

from travaux.findings import Citation
from travaux.record.document import PARTED, Document, Texts
from travaux.record.mention import Mention, Rule
from travaux.record.register import Register
from travaux.record.registers.decide import Judge, Verdict
from travaux.record.registers.keys import Key, Sort, keys

#: Abbreviations that are also words, which a line in capitals may hold.
_WORDS = frozenset(
    "aid all am an and are as at be but by can do for go he in info is it me my no of on one or our out".split()
)
_WORDS |= frozenset(
    "pact part peace so start state the to top up us war was we who you act add age air arm art".split()
)
#: Asked for every name: it takes Python ten times as long to find a member in its class as a name.
_FULL, _VARIANT, _FULL_NAME = Sort.FULL, Sort.VARIANT, Rule.FULL_NAME
_BY_SORT = {Sort.ABBREVIATION: Rule.ABBREVIATION, Sort.VARIANT: Rule.VARIANT}
_SURNAMES = (Sort.SURNAME, Sort.SHORT)
_ABBREVIATION, _SHORT = Sort.ABBREVIATION, (Sort.ABBREVIATION, Sort.VARIANT)
_FULLER = frozenset({Rule.FULL_NAME, Rule.BESIDE, Rule.SURNAME})


#: Where words stand that name somebody, in all texts of a document as one; and what was decided.
_Hit = tuple[int, int, Verdict]
_OPEN = attrgetter("open")
_VERDICT = itemgetter(2)
#: The mark of a note, "" for the text; where in it the words begin and end; and what was decided.
Named = tuple[str, int, int, Verdict]


class _Told(dict[int, tuple[Key, Verdict | None, Verdict | None]]):
    """The keys as the automaton tells them, with what each means by itself, and where no word beside it says more. Of
    the keys of a volume a fifth are found."""

    def __init__(self, keys: list[Key], judge: Judge) -> None:
        self._keys = keys
        self._judge = judge

    def __missing__(self, index: int) -> tuple[Key, Verdict | None, Verdict | None]:
        key = self._keys[index]
        self[index] = told = key, _settled_by_itself(key), self._judge.usual(key)
        return told


class Linker:
    """Finds the mentions of one register; made once and used for every document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._judge = Judge(register)
        self._keys = keys(register)
        written = [_in_bytes(word) for word in self._keys]
        self._automaton = BytesAhoCorasick(written, matchkind=MatchKind.LeftmostLongest)
        self._unsure = {place: word for place, word in enumerate(self._keys) if b"?" in written[place]}
        self._told = _Told(list(self._keys.values()), self._judge)

    def link(self, document: Document) -> tuple[Mention, ...]:
        """The mentions in a document's text and notes, in order."""
        return tuple(
            Mention(Citation(document.id, start, end, note), verdict.ids, verdict.rule)
            for note, start, end, verdict in self.named(document)
        )

    def named(self, document: Document) -> Iterator[Named]:
        """The mentions as bare figures, for whoever keeps them by the hundred thousand."""
        if not self._keys:
            return iter(())
        texts = document.texts
        # One walk of the automaton for all texts: most notes are shorter than the way to begin one.
        hits = self._hits(texts.whole, texts.in_bytes, document.date)
        if any(map(_OPEN, map(_VERDICT, hits))):
            known = self._known(document, hits)
            hits = [settled for hit in hits if (settled := _settled(hit, known) if hit[2].open else hit)]
        return _in_their_texts(hits, texts)

    def _hits(self, words: str, in_bytes: bytes, on: datetime.date | None) -> list[_Hit]:
        words += " "  # stands before the first character and behind the last one
        hits: list[_Hit] = []
        surname, is_usual, told = self._judge.surname, self._judge.is_usual, self._told
        for index, start, end in self._found(words, in_bytes):
            key, verdict, usual = told[index]
            before, after = words[start - 1], words[end]
            # What most names stand between is looked at before anything is called.
            if (after != " " and after.isalnum()) or (before != " " and not _begins(words, start)):
                shorter = self._shorter(words, start, end)
                if shorter is None:
                    continue
                key = shorter
                end, verdict, usual = start + len(key.word), _settled_by_itself(key), None
            if (before == "/" or after == "/") and key.sort in _SHORT and _in_symbol(words, start, end):
                continue
            if verdict is None:
                if usual is not None and is_usual(words, start, end):
                    verdict = usual
                else:
                    decide = surname if key.sort in _SURNAMES else self._decided
                    verdict = decide(key, words, start, end, on)
            if verdict is not None:
                hits.append((start, end, verdict))
        return hits

    def _found(self, words: str, in_bytes: bytes) -> list[tuple[int, int, int]]:
        """Which keys stand where. The way through bytes, one for each character, is the shorter one."""
        found, unsure = self._automaton.find_matches_as_indexes(in_bytes), self._unsure
        if unsure and any(key in unsure and words[start:end] != unsure[key] for key, start, end in found):
            return self._by_characters.find_matches_as_indexes(words)
        return found

    @cached_property
    def _by_characters(self) -> AhoCorasick:
        """For words that differ from a key in a sign which bytes do not tell from others."""
        return AhoCorasick(list(self._keys), matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def _decided(self, key: Key, words: str, start: int, end: int, on: datetime.date | None) -> Verdict | None:
        if key.sort is _ABBREVIATION and _in_capitals(words, start, end):
            return None
        return self._judge.decide(key, words, start, end, on=on)

    def _shorter(self, words: str, start: int, end: int) -> Key | None:
        """The longest key that fewer of the words are: 'AC' where 'AC of S' is the beginning of 'AC of State'."""
        while (end := words.rfind(" ", start, end)) > start:
            key = self._keys.get(words[start:end])
            if key is not None and _begins(words, start):  # and ends before a blank
                return key
        return None

    def _known(self, document: Document, hits: list[_Hit]) -> frozenset[str]:
        """Who is named in the document beyond doubt, its heading and its signature included."""
        around = PARTED.join(filter(None, (document.title, document.subject, document.signed)))
        verdicts = [verdict for _, _, verdict in (*hits, *self._hits(around, _in_bytes(around), document.date))]
        return frozenset(
            verdict.ids[0]
            for verdict in verdicts
            if len(verdict.ids) == 1 and not verdict.open and verdict.rule in _FULLER
        )


def _in_bytes(words: str) -> bytes:
    """A byte a character, so that places are the same; '?' for all that are not of Latin-1."""
    return words.encode("latin-1", "replace")


def _settled_by_itself(key: Key) -> Verdict | None:
    """What a key means wherever it stands; None where that has to be decided."""
    word, sort, ids = key
    if sort is _FULL:
        return Verdict(ids, _FULL_NAME, open=len(ids) > 1)
    if sort is _VARIANT or (sort is _ABBREVIATION and word.lower() not in _WORDS):
        return Verdict(ids, _BY_SORT[sort])
    return None


def _in_their_texts(hits: list[_Hit], texts: Texts) -> Iterator[Named]:
    """The hits, each in the text where it stands."""
    number, begins = 0, 0
    note, behind = texts.marks[0], len(texts.words[0]) + len(PARTED)
    for start, end, verdict in hits:
        while start >= behind:
            number += 1
            begins, note = behind, texts.marks[number]
            behind += len(texts.words[number]) + len(PARTED)
        yield note, start - begins, end - begins, verdict


def _begins(words: str, start: int) -> bool:
    """Whether words begin behind a mark or a blank, not within a longer word."""
    before = words[start - 1]
    return not (before.isalnum() or (before in "’'." and start > 1 and _INNER[before](words, start)))


def _after_letter(words: str, start: int) -> bool:
    """O’Neill is no Neill."""
    return words[start - 2].isalnum()


def _after_initial(words: str, start: int) -> bool:
    """The S. of U.S. is a part of it."""
    return words[start - 2].isupper() and words[start : start + 1].isupper() and words[start + 1 : start + 2] in ".-"


_INNER = {"’": _after_letter, "'": _after_letter, ".": _after_initial}


def _in_symbol(words: str, start: int, end: int) -> bool:
    """Whether the words are a part of the symbol of an office, which has a single letter on the other side of a stroke:
    'L/WD'. Between longer words a stroke stands for 'and'."""
    if start > 1 and words[start - 1] == "/" and words[start - 2].isupper():
        return start == 2 or not words[start - 3].isalnum()
    if words[end : end + 1] == "/" and words[end + 1 : end + 2].isupper():
        return not words[end + 2 : end + 3].isalnum()
    return False


def _in_capitals(words: str, start: int, end: int) -> bool:
    """Whether the words are a plain word in a line of capitals."""
    if words[start:end].lower() not in _WORDS:
        return False
    before = words[max(start - 20, 0) : start].split()
    after = words[end : end + 20].split()
    return any(len(word) > 2 and word.isupper() for word in (*before[-1:], *after[:1]))


def _settled(hit: _Hit, known: frozenset[str]) -> _Hit | None:
    """An open hit decided by who else is named; None for a word that may be a name and is nobody named here."""
    start, end, verdict = hit
    named = tuple([id for id in verdict.ids if id in known])
    if len(named) == 1:
        return start, end, Verdict(named, Rule.CONTEXT)
    if verdict.rule is not Rule.CONTEXT:
        return start, end, Verdict(named or verdict.ids, verdict.rule)
    return None

"""Finds words in the clauses of a library: as they stand, or with other spellings, printing errors and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from travaux.errors import EmptyQuery
from travaux.precedent.clause import Agreement, Clause
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.words import code_point, signs, words

#: A word is taken for another spelling of one so alike to it, letter by letter.
_SPELLED = 0.75
#: Of the words asked for so many are found in order, in one place, for a tolerant search.
_KEPT = 0.7
_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand: characters `start` to `end` of the words of a clause; `exact` is 1 where they do as asked."""

    clause: Clause
    agreement: Agreement
    start: int
    end: int
    exact: float

    @property
    def words_found(self) -> str:
        """The words as they stand in the clause."""
        return self.clause.words[self.start : self.end]


def search(
    index: Index, asked: str, *, tolerant: bool = False, narrow: Narrow | None = None, most: int = 20
) -> tuple[Passage, ...]:
    """The passages that have the words asked for, in order: the oldest first where they stand as they are; with
    `tolerant`, also where some are spelled otherwise or are other words, the most alike first.

    Capitals and punctuation are not looked at. Raises EmptyQuery where no word is asked for.
    """
    spelled = words(asked)
    if not spelled:
        raise EmptyQuery("No words are asked for.", remedy="Give words to look for.")
    own = signs(spelled, index.vocabulary)
    hits = _near(index, spelled, own, narrow, most) if tolerant else _verbatim(index, spelled, own, narrow, most)
    told = index.found([id for id, *_ in hits])
    return tuple(
        Passage(each.clause, each.agreement, *_letters(each.clause.words, first, last), exact)
        for each, (_, first, last, exact) in zip(told, hits, strict=True)
    )


_Hit = tuple[int, int, int, float]


def _verbatim(index: Index, spelled: Sequence[str], own: str, narrow: Narrow | None, most: int) -> list[_Hit]:
    numbers = {index.vocabulary.get(word, -1) for word in spelled}
    if -1 in numbers:
        return []
    lists = sorted((index.clauses_with(number) for number in numbers), key=len)
    ids = lists[0]
    for other in lists[1:]:
        ids = ids[np.isin(ids, other, assume_unique=True)]
    hits = []
    for id in _in_order(index, ids, narrow):
        at = index.signs(id).find(own)
        if at >= 0:
            hits.append((id, at, at + len(own), 1.0))
        if len(hits) == most:
            break
    return hits


def _near(index: Index, spelled: Sequence[str], own: str, narrow: Narrow | None, most: int) -> list[_Hit]:
    """The words asked for are put in place of those that are spelled much like them; then the best place is sought."""
    score = np.zeros(index.count, dtype=np.float32)
    spellings: dict[int, str] = {}
    for sign, numbers in _spellings(index, spelled, own):
        having = np.unique(np.concatenate([index.clauses_with(number) for number in numbers]))
        score[having] += 1.0 / (1.0 + np.log(len(having)))
        spellings |= {code_point(number): sign for number in numbers if chr(code_point(number)) not in own}
    ids = np.array(list(_in_order(index, np.flatnonzero(score), narrow)), dtype=np.int64)
    hits = []
    for id in ids[np.argsort(-score[ids], kind="stable")[:_COMPARED]].tolist():
        text = index.signs(id).translate(spellings)
        place = fuzz.partial_ratio_alignment(own, text, score_cutoff=100 * _KEPT)
        if place is not None and len(text) >= len(own) * _KEPT:
            hits.append((id, place.dest_start, place.dest_end, round(place.score / 100, 3)))
    return sorted(hits, key=lambda hit: -hit[3])[:most]


def _spellings(index: Index, spelled: Sequence[str], own: str) -> list[tuple[str, list[int]]]:
    """Each word asked for, as its sign, with the numbers of the words of the library that are spelled much like it."""
    listed = list(index.vocabulary)
    asked = list(dict.fromkeys(zip(spelled, own, strict=True)))
    alike = cdist(
        [word for word, _ in asked], listed, scorer=Indel.normalized_similarity, score_cutoff=_SPELLED, dtype=np.float32
    )
    found = []
    for row, (word, sign) in zip(alike, asked, strict=True):
        numbers = np.flatnonzero(row > 0).tolist() if len(word) > 3 else []
        known = index.vocabulary.get(word)
        numbers = numbers if known is None or known in numbers else [*numbers, known]
        if numbers:
            found.append((sign, numbers))
    return found


def _in_order(index: Index, ids: npt.NDArray[np.integer], narrow: Narrow | None) -> list[int]:
    """Clauses of the agreements chosen, those of the oldest agreement first."""
    of = index.of_agreement[ids]
    if narrow:
        admitted = np.array([narrow.admits(one) for one in index.agreements], dtype=bool)
        ids, of = ids[admitted[of]], of[admitted[of]]
    found: list[int] = ids[np.lexsort((ids, index.days[of]))].tolist()
    return found


def _letters(text: str, first: int, last: int) -> tuple[int, int]:
    """The characters from the beginning of one word to the end of another."""
    places = [match.span() for match in re.finditer(r"\w+", text)]
    if not places:
        return 0, 0
    first, last = min(first, len(places) - 1), min(max(last, first + 1), len(places))
    return places[first][0], places[last - 1][1]

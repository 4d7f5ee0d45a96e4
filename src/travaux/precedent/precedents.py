"""The precedents of a clause: the clauses of a library that read like it, the most alike first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from travaux.compare.redline import Redline, redline
from travaux.errors import EmptyQuery
from travaux.findings import Citation
from travaux.precedent.clause import Agreement, Clause
from travaux.precedent.fingerprint import prints
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.words import signs, words
from travaux.text.draft import Provision, ProvisionKind, Run

#: So many clauses that share prints with the words asked for are compared with them, or fewer where they are long: in
#: all no more than so many steps of comparing a word with 64 others.
_COMPARED, _STEPS = 800, 400_000
#: Passages told where nothing else is asked for, and how alike they are at least.
TOLD, LEAST = 20, 0.5
#: From here on a clause is taken for the same in other words: its earliest use is asked among these.
SAME = 0.8


@dataclass(frozen=True, slots=True)
class Precedent:
    """A clause of the library that reads like the words asked for.

    `likeness` is twice the words that stand in both in order, by the words of both; `taken` the share of the words
    asked for that stand in it, in order.
    """

    id: int
    likeness: float
    taken: float
    clause: Clause
    agreement: Agreement

    def redline(self, asked: str) -> Redline:
        """What of the words asked for is kept of this clause, and what is changed."""
        return redline(self.clause.provision, passage(asked), legible=True)


@dataclass(frozen=True, slots=True)
class Precedents:
    """The precedents of words, the most alike first. `earliest` is the oldest of those that are `SAME`."""

    asked: str
    found: tuple[Precedent, ...]
    earliest: Precedent | None = None


def precedents(
    index: Index, asked: str, *, narrow: Narrow | None = None, least: float = LEAST, most: int = TOLD
) -> Precedents:
    """The clauses of a library that read like `asked`, each article once.

    Raises EmptyQuery where no word is asked for.
    """
    spelled = words(asked)
    if not spelled:
        raise EmptyQuery("No words are asked for.", remedy="Give the words of a clause.")
    own = signs(spelled, index.vocabulary)
    ids, likeness = alike(index, own, narrow=narrow, least=least)
    kept = _once(index, ids, likeness)[: max(most, 1)]
    every = _once(index, ids[likeness >= SAME], likeness[likeness >= SAME]) if len(ids) else []
    told = {precedent.id: precedent for precedent in _told(index, [*kept, *_oldest(index, every)], own)}
    found = tuple(told[id] for id, _ in kept)
    earliest = next((told[id] for id, _ in _oldest(index, every)), None)
    return Precedents(asked, found, earliest)


def alike(
    index: Index, own: str, *, narrow: Narrow | None = None, least: float = LEAST
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The clauses that are at least so much alike to words given as signs, with their likeness, the most alike first.

    Those of equal likeness are in the order of their agreements' dates, the oldest first.
    """
    ids = _sharing(index, own, narrow)
    if not len(ids):
        return ids, np.zeros(0, dtype=np.float32)
    texts = [index.signs(id) for id in ids.tolist()]
    row = cdist([own], texts, scorer=Indel.normalized_similarity, score_cutoff=least, dtype=np.float32)[0]
    kept = row >= np.float32(least)
    ids, row = ids[kept], row[kept]
    order = np.lexsort((ids, index.days[index.of_agreement[ids]], -row))
    return ids[order], row[order]


def passage(text: str) -> Provision:
    """Words as a provision, a paragraph a line."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return Provision(
        ProvisionKind.ARTICLE,
        children=tuple(
            Provision(ProvisionKind.PARAGRAPH, content=(Run(line, Citation("asked", 0, len(line))),)) for line in lines
        ),
    )


def _sharing(index: Index, own: str, narrow: Narrow | None) -> npt.NDArray[np.int64]:
    """The clauses that share most prints with words, rare ones counting for more, and are not far shorter or longer."""
    marks = prints(own)
    first, last = np.searchsorted(index.prints, marks), np.searchsorted(index.prints, marks, side="right")
    score = np.zeros(index.count, dtype=np.float32)
    for start, end in zip(first.tolist(), last.tolist(), strict=True):
        if end > start:
            score[index.owners[start:end]] += 1.0 / (1.0 + np.log(end - start))
    fits = (index.lengths <= 3 * len(own)) & (3 * index.lengths >= len(own))
    ids = np.flatnonzero((score > 0) & fits)
    if narrow:
        admitted = np.array([narrow.admits(one) for one in index.agreements], dtype=bool)
        ids = ids[admitted[index.of_agreement[ids]]]
    value = score[ids] / np.sqrt(index.lengths[ids])
    ids = ids[np.argsort(-value, kind="stable")[:_COMPARED]]
    steps = np.cumsum(index.lengths[ids]) * (len(own) // 64 + 1)
    return ids[: max(int(np.searchsorted(steps, _STEPS)), 1)]


def _once(index: Index, ids: npt.NDArray[np.int64], likeness: npt.NDArray[np.float32]) -> list[tuple[int, float]]:
    """The clauses without those that are part of an article, or hold a paragraph, that is more alike."""
    seen: set[int] = set()
    kept = []
    for id, one in zip(ids.tolist(), likeness.tolist(), strict=True):
        article = int(index.within[id])
        if article not in seen:
            seen.add(article)
            kept.append((id, one))
    return kept


def _oldest(index: Index, of: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The oldest of the clauses whose agreement has a date; () where none has."""
    dated = [each for each in of if index.agreements[index.of_agreement[each[0]]].date]
    return sorted(dated, key=lambda each: (index.days[index.of_agreement[each[0]]], each[0]))[:1]


def _told(index: Index, of: Sequence[tuple[int, float]], own: str) -> tuple[Precedent, ...]:
    likeness = dict(of)
    return tuple(
        Precedent(
            each.id,
            likeness[each.id],
            min(likeness[each.id] * (len(own) + int(index.lengths[each.id])) / 2 / len(own), 1.0),
            each.clause,
            each.agreement,
        )
        for each in index.found([id for id, _ in of])
    )

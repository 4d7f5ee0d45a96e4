"""Measures how outlining finds articles, headings, annexes and recitals, against forty agreements labelled by hand.

`python bench/outlining.py FOLDER` prints precision and recall of each, over all texts and by whether the text kept its
lines, and with `--misses` what was missed or found too much; `--held-out` takes twenty others, which were labelled
after the rules were written, `--third` twenty more. With `--survey` it outlines every text of the folder and
says how many have articles and whether a word fell outside a tree.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import TravauxError
from travaux.record.read import read
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.outline import outline

LABELS = Path(__file__).parent.parent / "tests/text/labels/agreements.json"
HELD_OUT = LABELS.with_name("held_out.json")
THIRD = LABELS.with_name("third.json")
KINDS = ("articles", "headings", "annexes", "recitals")
_FEWEST_LINES = 8


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a kind there are, how many were found, how many of these are right; and what was not right."""

    labelled: int
    found: int
    right: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


def outlining(folder: Path, *, of: Path = LABELS) -> dict[tuple[str, str], Score]:
    """The score of every kind for every labelled text of a folder, by (text, kind)."""
    labels = json.loads(of.read_text(encoding="utf-8"))
    scores: dict[tuple[str, str], Score] = {}
    for name, facts in labels.items():
        drafts = drafts_of(folder / f"{name}.txt")
        for kind, (wanted, found) in _facts(facts, drafts).items():
            scores[name, kind] = _score(wanted, found)
    return scores


def drafts_of(path: Path) -> list[Draft]:
    """The drafts that a file holds; none where it is not read."""
    try:
        documents = read(path.read_bytes(), name=path.name)
    except TravauxError:
        return []
    return [draft for document in documents for draft in outline(document)]


def keeps_lines(path: Path) -> bool:
    """Whether a text kept its line ends."""
    return sum(bool(line.strip()) for line in path.read_text(errors="replace").splitlines()) > _FEWEST_LINES


def total(scores: Sequence[Score]) -> Score:
    """Scores taken together."""
    return Score(*(sum(getattr(score, name) for score in scores) for name in ("labelled", "found", "right")))


def _facts(facts: dict[str, list[str]], drafts: list[Draft]) -> dict[str, tuple[list[str], list[str]]]:
    """Of each kind, what is labelled and what was found, both as words."""
    every = [provision for draft in drafts for provision in draft.walk()]
    articles = [each for each in every if each.kind is ProvisionKind.ARTICLE]
    annexes = [_plain(each.text) for each in every if each.kind is ProvisionKind.ANNEX]
    headed = [(each.number, _heading(each)) for each in articles]
    recitals = sum(each.kind is ProvisionKind.RECITAL for each in every)
    return {
        "articles": (facts["articles"], [each.number for each in articles]),
        "headings": (
            [f"{number.partition('#')[0]}: {_plain(words)}" for number, words in facts["headings"].items()],
            [f"{number}: {_plain(words)}" for number, words in headed if _plain(words)],
        ),
        "annexes": ([_plain(words) for words in facts["annexes"]], _like(facts["annexes"], annexes)),
        "recitals": (["recital"] * int(str(facts["recitals"])), ["recital"] * recitals),
    }


def _like(wanted: list[str], found: list[str]) -> list[str]:
    """The beginnings of annexes that were found, as they are labelled where one is labelled so."""
    like = []
    for words in found:
        label = max((_plain(each) for each in wanted if words.startswith(_plain(each))), key=len, default=words[:40])
        like.append(label)
    return like


def _heading(article: Provision) -> str:
    """The heading of an article, on its own line or on that which names it."""
    for child in article.children[:1]:
        if child.kind is ProvisionKind.HEADING:
            return child.text
    label = "".join(run.words for run in article.label)
    tail = re.sub(rf"^\W*\w+\.?[ -]*{re.escape(article.number)}", "", label)
    return tail.strip(" .:–—-")


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _score(wanted: list[str], found: list[str]) -> Score:
    one, other = Counter(wanted), Counter(found)
    right = sum((one & other).values())
    return Score(len(wanted), len(found), right, tuple((one - other).elements()), tuple((other - one).elements()))


def _lines(scores: dict[tuple[str, str], Score], folder: Path, *, misses: bool) -> list[str]:
    kept = {name for name, _ in scores if keeps_lines(folder / f"{name}.txt")}
    lines = [f"{len({name for name, _ in scores})} agreements, {len(kept)} of them with their line ends"]
    for title, names in (("all", None), ("lines kept", True), ("lines lost", False)):
        for kind in KINDS:
            chosen = [name for name, of in scores if of == kind and (names is None or (name in kept) is names)]
            score = total([scores[name, kind] for name in chosen])
            lines.append(
                f"{title:<11} {kind:<9} labelled {score.labelled:>4}  found {score.found:>4}  right {score.right:>4}  "
                f"precision {score.precision:.3f}  recall {score.recall:.3f}"
            )
    if misses:
        for (name, kind), score in scores.items():
            if score.missed or score.extra:
                lines.append(f"{name} {kind}: missed {list(score.missed)[:8]}, too much {list(score.extra)[:8]}")
    return lines


def survey(folder: Path) -> str:
    """Every text of a folder outlined: how many are read and have articles, and of how many a word is outside."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        try:
            documents = read(path.read_bytes(), name=path.name)
        except TravauxError:
            counts["not read"] += 1
            continue
        pairs = [(document, draft) for document in documents for draft in outline(document)]
        counts["read"] += 1
        counts["with articles"] += any(draft.articles for _, draft in pairs)
        counts["articles"] += sum(len(draft.articles) for _, draft in pairs)
        counts["with words outside"] += any(
            "".join(draft.text.split()) != "".join(document.passage(draft.at).split()) for document, draft in pairs
        )
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--third", action="store_true")
    parser.add_argument("--survey", action="store_true")
    asked = parser.parse_args()
    if asked.survey:
        sys.exit(sys.stdout.write(f"{survey(asked.folder)}\n") and 0)
    chosen = HELD_OUT if asked.held_out else THIRD if asked.third else LABELS
    scores = outlining(asked.folder, of=chosen)
    sys.stdout.write("\n".join(_lines(scores, asked.folder, misses=asked.misses)) + "\n")

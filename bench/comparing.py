"""Measures comparing: a text of the length of a great convention against peers in the same run, and long agreements
that are versions of each other against the fewest words that can change where nothing may move.

.venv/bin/python bench/comparing.py prints both; the agreements are taken from the published record where it is
(TRAVAUX_CORPUS, or ../shared/record), else the text is invented. `--quick` leaves out the two slowest peers.
"""

from __future__ import annotations

import difflib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import fast_diff_match_patch
from drafting import agreements, pairs
from rapidfuzz.distance import Indel
from redlines import Redlines
from volumes import CORPUS as VOLUMES

from travaux.compare.align import Fate
from travaux.compare.blocks import size
from travaux.compare.comparison import comparison
from travaux.compare.overlay import overlay
from travaux.compare.redline import Change, redline
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, ProvisionKind, Run

TREATIES = VOLUMES.parent / "treaties"
WORDS, CHANGED, MOVED = 80_000, 0.03, 10
#: A pair of agreements is long from here on.
LONG = 4_000
TIMES = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """A text before and after, how many words were exchanged in it, and which articles were moved."""

    before: Draft
    after: Draft
    exchanged: int
    moved: frozenset[int]


def made() -> Pair:
    """A text of so many words in articles of about 240; 3 words in 100 exchanged for others, ten articles moved, and
    all numbered anew."""
    chance = random.Random(1982)
    vocabulary = _vocabulary()
    sentences = [_sentence(chance, vocabulary) for _ in range(WORDS // 20)]
    articles = [sentences[at : at + 12] for at in range(0, len(sentences), 12)]
    exchanged = 0
    changed = []
    for article in articles:
        words = [_exchanged(sentence, chance, vocabulary) for sentence in article]
        exchanged += sum(count for _, count in words)
        changed.append([sentence for sentence, _ in words])
    order = list(range(len(articles)))
    moved = chance.sample(order, MOVED)
    stay = [place for place in order if place not in moved]
    for place in moved:
        stay.insert(chance.randrange(len(stay)), place)
    return Pair(
        _draft("before", articles), _draft("after", [changed[place] for place in stay]), exchanged, frozenset(moved)
    )


def _vocabulary() -> list[str]:
    """Words of real agreements, each as often as it stands there; invented ones elsewhere."""
    paths = sorted(TREATIES.glob("UNCLOS*.txt"))
    if paths:
        return re.findall(r"[a-z]{2,}", paths[0].read_text(errors="replace"))
    made_up = [f"{a}{b}{c}{d}" for a in "bdfgklmnprst" for b in "aeiou" for c in "nrst" for d in ("", "a", "em", "ion")]
    return [word for rank, word in enumerate(made_up, 1) for _ in range(len(made_up) // rank)]


def _sentence(chance: random.Random, vocabulary: list[str]) -> str:
    return " ".join(chance.choices(vocabulary, k=20)).capitalize() + "."


def _exchanged(sentence: str, chance: random.Random, vocabulary: list[str]) -> tuple[str, int]:
    """A sentence with some words exchanged, and how many."""
    words, count = sentence.removesuffix(".").split(), 0
    for place, word in enumerate(words):
        if chance.random() < CHANGED:
            other = chance.choice(vocabulary)
            if other != word:
                words[place], count = other, count + 1
    return " ".join(words) + ".", count


def _draft(name: str, articles: list[list[str]]) -> Draft:
    provisions = tuple(_article(number, sentences) for number, sentences in enumerate(articles, 1))
    return Draft(id=name, title="Convention", provisions=provisions, at=Citation(name, 0, 1))


def _article(number: int, sentences: list[str]) -> Provision:
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    return Provision(
        ProvisionKind.ARTICLE,
        str(number),
        label=(_run(f"Article {number}"),),
        children=tuple(
            Provision(ProvisionKind.PARAGRAPH, str(place), label=(_run(f"{place}. "),), content=(_run(words),))
            for place, words in enumerate(paragraphs, 1)
        ),
    )


def _run(words: str) -> Run:
    return Run(words, Citation("made", 0, len(words)))


def peers(pair: Pair, *, quick: bool) -> Iterator[tuple[str, Callable[[], object], int]]:
    """What others do with the same texts, and how often it is worth running."""
    old, new = pair.before.text, pair.after.text
    one, other = old.split(), new.split()
    yield "fast-diff-match-patch, a sign a word", lambda: _match_patch(one, other), 3
    yield "rapidfuzz on the whole text", lambda: Indel.opcodes(one, other), 1
    yield "difflib", lambda: difflib.SequenceMatcher(None, one, other).get_opcodes(), 1
    if not quick:
        yield "redlines", lambda: Redlines(old, new).output_markdown, 1


def _match_patch(one: list[str], other: list[str]) -> object:
    signs: dict[str, str] = {}
    texts = ["".join(signs.setdefault(word, chr(0x100 + len(signs))) for word in words) for words in (one, other)]
    return fast_diff_match_patch.diff(*texts, timelimit=0, counts_only=False)


def git(pair: Pair) -> tuple[float, float]:
    """git's histogram diff of the words, a line a word: processor time, and time on the clock."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("before", "after")]
        for path, draft in zip(paths, (pair.before, pair.after), strict=True):
            path.write_text("\n".join(draft.text.split()) + "\n")
        taken = []
        for _ in range(TIMES):
            used, begin = _children(), time.perf_counter()
            subprocess.run(["git", "diff", "--no-index", "--histogram", *map(str, paths)], stdout=subprocess.DEVNULL)
            taken.append((_children() - used, time.perf_counter() - begin))
    return min(used for used, _ in taken), min(clock for _, clock in taken)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def processor_time(work: Callable[[], object], times: int) -> float:
    """The least processor time of some runs."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


def one_long_text(*, quick: bool) -> None:
    pair = made()
    print(f"Comparing {len(pair.before.text.split()):,} words, {pair.exchanged:,} exchanged, {MOVED} articles moved")
    told = comparison(pair.before, pair.after)
    gone, come = told.words(Change.DELETED), told.words(Change.INSERTED)
    moved = [each.pair for each in told.sections if not each.left and Fate.MOVED in each.pair.fates]
    numbers = {int(each.before.number) - 1 for each in moved if each.before}
    print(f"  told as moved: {len(moved)} articles, {len(numbers & pair.moved)} of the {MOVED} that were")
    print(f"  words deleted {gone:,} ({gone / pair.exchanged:.4f} of the true number), inserted {come:,}")
    print(f"  both texts back letter for letter: {_is_exact(told.redline.accepted, told.redline.rejected, pair)}")
    own = processor_time(lambda: redline(pair.before, pair.after, legible=True), TIMES)
    least = processor_time(lambda: redline(pair.before, pair.after), TIMES)
    print(f"  {'redline, legible':38} {own:8.3f} s")
    print(f"  {'redline, as few words as can be':38} {least:8.3f} s")
    for name, work, times in peers(pair, quick=quick):
        taken = processor_time(work, times)
        print(f"  {name:38} {taken:8.3f} s   {taken / own:7.2f} times as long", flush=True)
    used, clock = git(pair)
    print(f"  {'git, histogram, processor time':38} {used:8.3f} s   we take {own / used:5.1f} times (to reach: 4)")
    print(f"  {'git, histogram, on the clock':38} {clock:8.3f} s   we take {own / clock:5.1f} times")


def _is_exact(accepted: str, rejected: str, pair: Pair) -> bool:
    return accepted == pair.after.text and rejected == pair.before.text


def long_agreements() -> None:
    found = [
        (one, other)
        for one, other in pairs(agreements(TREATIES), largest=200_000)
        if min(len(one.text.split()), len(other.text.split())) >= LONG
    ]
    exact, counts = 0, []
    for before, after in found:
        told = redline(before, after)
        exact += told.accepted == after.text and told.rejected == before.text
        counts.append(_counts(before, after))
    print(f"Comparing {len(found)} pairs of agreements of {LONG:,} words and more; both texts back of {exact}")
    fewest = sum(each[0] for each in counts)
    print(f"  words that must change where nothing may move {fewest:,}")
    for place, what in enumerate(("as few as can be", "legible"), 1):
        total, over = sum(each[place] for each in counts), sum(each[place] > each[0] for each in counts)
        print(f"  words told as changed, {what} {total:,} ({total / fewest:.3f}); more than must in {over} pairs")


def _counts(before: Draft, after: Draft) -> tuple[int, int, int]:
    """The words that must change, and those told as changed; labels ("Article 5", "2.") are not counted."""
    found = []
    for legible in (False, True):
        laid = overlay(before, after, legible=legible)
        stay = size([*laid.kept, *laid.strayed, *(block for own in laid.moved.values() for block in own)])
        found.append(len(laid.old.words) + len(laid.new.words) - 2 * stay)
    return Indel.distance(laid.old.words, laid.new.words), found[0], found[1]


def main() -> None:
    one_long_text(quick="--quick" in sys.argv)
    if TREATIES.exists():
        long_agreements()


if __name__ == "__main__":
    main()

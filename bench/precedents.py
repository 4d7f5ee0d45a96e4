"""Measures the likeness of every pair of clauses in a library against the truth and against peers, in one run.

.venv/bin/python bench/precedents.py LIBRARY takes the folder of a library, or of texts. The truth is brute force: a
seeded sample of 300 provisions against all others, token by token. Each pipeline is given the words of the provisions
and runs in a process of its own; its memory is that of all its processes together (Pss).
"""

from __future__ import annotations

import importlib.util
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from precedent_pipelines import PIPELINES, spelled
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from travaux.actions.collect import collect
from travaux.precedent import folder as at
from travaux.precedent.add import add
from travaux.precedent.compared import read
from travaux.precedent.index import opened
from travaux.precedent.precedents import precedents

SAMPLE, SEED = 300, 1960
QUERIES = 200
OURS = "travaux"
#: What is to be reached, beside being faster than the fastest pipeline that verifies.
RECALL = {0.8: 0.99, 0.5: 0.95}
MOST_GROWTH, MOST_MEMORY = 1.2, 1.5


@dataclass(frozen=True, slots=True)
class Ran:
    """What a pipeline gave and cost: seconds by the clock and of processors, and its greatest memory in GB."""

    pairs: pa.Table
    seconds: float
    processors: float
    memory: float


def main(given: Path) -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as temporary:
        library = given if (given / at.MARK).exists() else _library(given, Path(temporary, "library"))
        provisions = read(library, ["id", "within", "text"], inner=False)
        texts = Path(temporary, "provisions.parquet")
        pq.write_table(_by_agreement(library, provisions), texts)
        words = spelled(provisions["text"].to_pylist())
        truth = Truth(words)
        print(
            f"{len(words):,} provisions, {sum(map(len, words)):,} words; truth: {truth.count:,} pairs at 0.5 of "
            f"{len(truth.sample)} provisions, {truth.whole:,.0f} s of a processor for all pairs by brute force"
        )
        print(f"{'':58} recall 0.8  recall 0.5  precision    seconds  processors  memory")
        for name, pipeline in PIPELINES.items():
            if missing := [each for each in pipeline.needs if importlib.util.find_spec(each) is None]:
                print(f"{name:58} left out: {', '.join(missing)} is not installed")
                continue
            ran = _run(name, texts, Path(temporary))
            print(f"{name:58} {truth.told(ran.pairs)} {ran.seconds:9.1f} {ran.processors:11.1f} {ran.memory:5.2f} GB")
        growth(texts, Path(temporary))
        asking(library)


class Truth:
    """The likeness of a sample of provisions with all others."""

    def __init__(self, words: list[list[str]]) -> None:
        numbers: dict[str, int] = {}
        signs = ["".join(chr(0x10000 + numbers.setdefault(word, len(numbers))) for word in each) for each in words]
        self.sample = sorted(random.Random(SEED).sample(range(len(words)), min(SAMPLE, len(words))))
        self._place = {provision: row for row, provision in enumerate(self.sample)}
        begin = time.process_time()
        self._found = cdist(
            [signs[each] for each in self.sample],
            signs,
            scorer=Indel.normalized_similarity,
            score_cutoff=0.5,
            dtype=np.float32,
            workers=-1,
        )
        self.whole = (time.process_time() - begin) * len(words) / len(self.sample) / 2
        self._found[np.arange(len(self.sample)), self.sample] = 0
        self.count = int((self._found >= np.float32(0.5)).sum())

    def told(self, pairs: pa.Table) -> str:
        """Recall at 0.8 and at 0.5, and precision, of pairs found."""
        chosen = np.zeros(self._found.shape, dtype=bool)
        one, other = pairs["one"].to_numpy(), pairs["other"].to_numpy()
        place = np.full(self._found.shape[1], -1)
        place[self.sample] = np.arange(len(self.sample))
        for first, second in ((one, other), (other, one)):
            rows = place[first]
            chosen[rows[rows >= 0], second[rows >= 0]] = True
        right = self._found >= np.float32(0.5)
        high = self._found >= np.float32(0.8)
        precision = (chosen & right).sum() / max(chosen.sum(), 1)
        recalls = (chosen & high).sum() / max(high.sum(), 1), (chosen & right).sum() / max(right.sum(), 1)
        return f"{recalls[0]:10.3f} {recalls[1]:11.3f} {precision:10.3f}"


def growth(texts: Path, temporary: Path) -> None:
    """How the seconds of processors grow with the library: at a quarter, at half, at the whole of its agreements."""
    table = pq.read_table(texts)
    agreements = np.unique(table["agreement"].to_numpy())
    random.Random(SEED).shuffle(order := agreements.tolist())
    taken = []
    for share in (0.25, 0.5, 1.0):
        kept = np.isin(table["agreement"].to_numpy(), order[: round(share * len(order))])
        part = table.filter(pa.array(kept)).set_column(0, "id", pa.array(np.arange(kept.sum()), pa.int64()))
        place = temporary / f"share-{share}.parquet"
        pq.write_table(part, place)
        ran = min((_run(OURS, place, temporary) for _ in range(2)), key=lambda ran: ran.processors)
        taken.append((part.num_rows, ran))
        cost = f"{ran.seconds:6.1f} s, {ran.processors:6.1f} s of processors"
        print(f"  {share:4.0%}: {part.num_rows:7,} provisions, {cost}")
    (few, first), (many, last) = taken[0], taken[-1]
    for what in ("seconds", "processors"):
        power = math.log(getattr(last, what) / getattr(first, what)) / math.log(many / few)
        print(f"  growth by {what}: n^{power:.2f}, at most n^{MOST_GROWTH}")


def asking(library: Path) -> None:
    """How long the index takes to open and one clause to be asked, over a sample of clauses of the library."""
    texts = read(library, ["text"], inner=True)["text"].to_pylist()
    asked = random.Random(SEED).sample(texts, min(QUERIES, len(texts)))
    opened(library)
    begin = time.perf_counter()
    index = opened(library)
    ready = time.perf_counter() - begin
    taken = []
    for words in asked:
        begin = time.perf_counter()
        precedents(index, words)
        taken.append(time.perf_counter() - begin)
    taken.sort()
    print(
        f"  one clause against {len(texts):,}: median {1000 * taken[len(taken) // 2]:.1f} ms, "
        f"p95 {1000 * taken[int(0.95 * len(taken))]:.1f} ms; the index opens in {1000 * ready:.0f} ms"
    )


def _library(texts: Path, place: Path) -> Path:
    paths = collect([texts])
    begin = time.perf_counter()
    added = add(place, paths)
    print(
        f"{added.agreements:,} agreements outlined in {time.perf_counter() - begin:.1f} s; "
        f"{len(added.not_outlined)} kept as one passage, {len(added.troubles)} files not read"
    )
    return place


def _by_agreement(library: Path, provisions: pa.Table) -> pa.Table:
    """The provisions numbered anew, each with a number of its agreement."""
    starts, before = [], 0
    for batch in at.batches(library):
        counts = at.table(batch, "agreements", ["clauses"])["clauses"].to_numpy()
        starts += (before + np.concatenate([[0], np.cumsum(counts)[:-1]])).tolist()
        before += int(counts.sum())
    agreements = np.searchsorted(starts, provisions["id"].to_numpy(), side="right")
    numbers = np.arange(provisions.num_rows)
    return pa.table({"id": numbers, "agreement": agreements, "text": provisions["text"]})


def _run(name: str, texts: Path, temporary: Path) -> Ran:
    """Run a pipeline in a process of its own, and look at its memory while it goes on."""
    found, cost = temporary / "pairs.parquet", temporary / "cost.json"
    command = [sys.executable, str(Path(__file__).with_name("precedent_pipelines.py")), name, texts, found, cost]
    process = subprocess.Popen(command)
    peak: list[float] = [0.0]
    watching = Thread(target=_watch, args=(process, peak), daemon=True)
    watching.start()
    if process.wait():
        raise SystemExit(f"{name} failed")
    watching.join()
    told = json.loads(cost.read_text())
    return Ran(pq.read_table(found), told["seconds"], told["processors"], peak[0])


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_memory, _with_children(process.pid))) / 1e6)
        time.sleep(0.1)


def _with_children(pid: int) -> list[int]:
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in below for one in _with_children(int(child)))]


def _memory(pid: int) -> int:
    """The memory of a process in kB; what it shares with others is counted in part."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder of a library, or of texts.")
    main(Path(sys.argv[1]))

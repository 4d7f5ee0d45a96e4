"""Measures search over a library of 30,000 documents against bare full-text search on the same index, in one run.

Bare is what SQLite does alone: the twenty best of a query with `snippet()`. Travaux also counts six facets, filters,
cites each match and shows the query in words. A ratio says how many times as long Travaux takes. The library
is made of the published record where TRAVAUX_CORPUS or ../shared/record holds it, over and over until there are
enough documents, and of invented documents elsewhere; a path given as argument keeps it for the next run.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from travaux import record
from travaux.amend.proceedings import Examined
from travaux.desk.start import start
from travaux.record.document import Block, BlockKind, Document, Kind

start()

# What needs Django ready.
from django.db import transaction  # noqa: E402

from travaux.desk import file, keep, models, search  # noqa: E402

ROOT = Path(__file__).parents[1]
DOCUMENTS = 30_000
QUERIES = 200
BATCH = 500
KINDS = ("words", "phrase", "prefix", "NEAR")
BARE = "SELECT rowid, snippet(desk_words, -1, '[', ']', '…', 32) FROM desk_words WHERE desk_words MATCH ? ORDER BY rank"
TARGET = 1.3
START_TARGET = 0.3
PROGRAM = (sys.executable, "-c", "from travaux.cli import main; main()")


@dataclasses.dataclass(frozen=True, slots=True)
class Query:
    """One thing to look for: as a person types it, and as FTS5 wants it."""

    kind: str
    typed: str
    bare: str


def main() -> None:
    """Prints the size of the library, a line for each kind of query, and the times of the commands."""
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "library.travaux")


def measure(path: Path) -> None:
    if not path.exists():
        make_library(path)
    file.open_file(path)
    print(f"A library of {models.Document.objects.count():,} documents, {path.stat().st_size / 1e6:,.0f} MB")
    bare = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    queries = invented_queries(bare)
    times = [(query.kind, *timed(query, bare)) for query in queries]
    print(f"{len(queries)} queries, the best 20 with snippets; Travaux with six facets. Milliseconds of processor time")
    for kind in (*KINDS, "all"):
        chosen = [(ours, theirs) for name, ours, theirs in times if kind in (name, "all")]
        show_times(kind, [ours for ours, _ in chosen], [theirs for _, theirs in chosen])
    print(f"  (at most {TARGET} times for all)")
    file.close()
    print(f"From start to answer, the median of 9 (at most {START_TARGET} s)")
    for command in (["search", str(path), "treaty area"], ["search", str(path), "minist* NEAR foreign"],
                    ["show", str(path), bare.execute("SELECT ident FROM desk_document").fetchone()[0]]):  # fmt: skip
        print(f"  travaux {command[0]:6} {seconds_to_answer(command):6.3f} s   {' '.join(command[2:])}")
    opened = statistics.median(seconds_to_open(path) for _ in range(9))
    print(f"  travaux open   {opened:6.3f} s   until the first page is there")


def timed(query: Query, bare: sqlite3.Connection) -> tuple[float, float]:
    """The times of Travaux and of bare SQLite for a query, each the best of three taken in turn."""
    ours, theirs = [], []
    for _ in range(3):
        ours.append(taken(lambda: search.search(query.typed)))
        theirs.append(taken(lambda: bare.execute(f"{BARE} LIMIT 20", [query.bare]).fetchall()))
    return min(ours), min(theirs)


def taken(work: Callable[[], object]) -> float:
    """Milliseconds of processor time: what else the machine does at the time counts for neither side."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


def show_times(kind: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    middle = statistics.median(ours), statistics.median(theirs)
    late = p95(ours), p95(theirs)
    print(
        f"  {kind:7} median {middle[0]:7.2f} ({middle[0] / middle[1]:.2f} x bare {middle[1]:.2f})"
        f"   p95 {late[0]:7.2f} ({late[0] / late[1]:.2f} x bare {late[1]:.2f})"
    )


def p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def seconds_to_answer(command: Sequence[str]) -> float:
    def run() -> None:
        subprocess.run([*PROGRAM, *command], check=True, stdout=subprocess.DEVNULL)

    run()
    return statistics.median(_lasted(run) for _ in range(9))


def _lasted(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def seconds_to_open(path: Path) -> float:
    begin = time.perf_counter()
    with subprocess.Popen([*PROGRAM, "open", str(path), "--no-browser"], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        address = re.search(r"http://\S+", program.stdout.readline())
        assert address
        with urllib.request.urlopen(address.group()) as page:
            page.read()
        answered = time.perf_counter() - begin
        program.terminate()
    return answered


def invented_queries(bare: sqlite3.Connection) -> list[Query]:
    """Queries of the four kinds in turn, of words that stand in documents of the library."""
    chance = random.Random(1958)
    bodies = [body for (body,) in bare.execute("SELECT body FROM desk_words WHERE rowid % 37 = 0")]
    long = [words for words in (re.findall(r"[A-Za-z]{3,}", body) for body in bodies) if len(words) > 60]
    return [_query(KINDS[number % 4], chance.choice(long), chance) for number in range(QUERIES)]


def _query(kind: str, words: list[str], chance: random.Random) -> Query:
    at = chance.randrange(len(words) - 12)
    if kind == "words":
        chosen = chance.sample(words, chance.choice([1, 2, 3]))
        return Query(kind, " ".join(chosen).lower(), " ".join(f'"{word}"' for word in chosen))
    if kind == "phrase":
        phrase = " ".join(words[at : at + chance.choice([2, 3])])
        return Query(kind, f'"{phrase}"', f'"{phrase}"')
    if kind == "prefix":
        begun = [word[: max(3, len(word) - 3)] for word in chance.sample(words, chance.choice([1, 2]))]
        return Query(kind, " ".join(f"{word}*" for word in begun).lower(), " ".join(f'"{word}" *' for word in begun))
    first, second = words[at], words[at + chance.randrange(2, 9)]
    return Query(kind, f"{first} NEAR {second}".replace("AND", "and"), f'NEAR("{first}" "{second}", 10)')


def make_library(path: Path) -> None:
    """A file with as many documents as wanted, in volumes."""
    begin = time.perf_counter()
    corpus = Path(os.environ.get("TRAVAUX_CORPUS", ROOT.parent / "shared" / "record")) / "frus"
    volumes = [record.read(each.read_bytes(), name=each.name) for each in sorted(corpus.glob("*.xml"))]
    read = time.perf_counter()
    file.create_or_open(path)
    read_at = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    left = DOCUMENTS
    for number, volume in enumerate(copies(volumes or [invented_volume(300)])):
        volume = volume[:left]
        with transaction.atomic():
            source = models.Source.objects.create(name=f"{number}.xml", sha256=str(number), size=1, read_at=read_at)
            for at in range(0, len(volume), BATCH):
                batch = volume[at : at + BATCH]
                keep.keep_documents(batch, [Examined()] * len(batch), source=source, position=at)
        left -= len(volume)
        if not left:
            break
    search.settle()
    models.Source.objects.update(followed=True)
    file.close()
    print(f"Read in {read - begin:.1f} s, kept in {time.perf_counter() - read:.1f} s")


def copies(volumes: Sequence[Sequence[Document]]) -> Iterator[list[Document]]:
    """The volumes over and over, each time under other ids."""
    turn = 0
    while True:
        for volume in volumes:
            yield [dataclasses.replace(document, id=_other_id(document.id, turn)) for document in volume]
        turn += 1


def _other_id(ident: str, turn: int) -> str:
    volume, _, name = ident.rpartition("/")
    return f"{volume}-{turn}/{name}" if turn else ident


def invented_volume(count: int) -> list[Document]:
    """Telegrams about nothing, in words of which some are much rarer than others."""
    chance = random.Random(1960)
    words = [f"{a}{b}{c}{d}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst" for d in ("a", "er", "ion")]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [
        Document(
            id=f"invented/d{number}",
            number=str(number),
            title=f"Telegram From the Embassy in {chance.choice(words).title()} to the Department of State",
            kind=Kind.TELEGRAM,
            sender=f"Embassy in {chance.choice(words).title()}",
            addressee="Department of State",
            date=datetime.date(1955 + number % 9, number % 12 + 1, number % 28 + 1),
            body=tuple(
                Block(BlockKind.PARAGRAPH, " ".join(chance.choices(words, weights, k=90)) + ".") for _ in range(12)
            ),
        )
        for number in range(1, count + 1)
    ]


if __name__ == "__main__":
    main()

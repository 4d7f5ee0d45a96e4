"""The pipelines that `bench/precedents.py` compares: Travaux, and peers. Each goes from the words of provisions to
pairs; those that verify do so with the same function on every core."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from travaux.precedent.words import words

if TYPE_CHECKING:
    from travaux.precedent.add import Read

GRAM = 5
_CHUNK = 200_000


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A way from texts to pairs, and the packages that it needs."""

    work: Callable[[Path], pa.Table]
    needs: tuple[str, ...] = ()


def spelled(texts: list[str]) -> list[list[str]]:
    """The words of texts, as all pipelines count them."""
    return [words(text) for text in texts]


def travaux(place: Path) -> pa.Table:
    """The library made of the provisions, and all its pairs."""
    from travaux.precedent.add import Known, keep
    from travaux.precedent.folder import create
    from travaux.precedent.pairs import expanded, pairs

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "library")
        create(folder)
        for _ in keep(folder, map(_packed, _agreements(place)), Known.of(folder)):
            pass
        return expanded(folder, pairs(folder))


def _agreements(place: Path) -> Iterator[tuple[int, list[str]]]:
    table = pq.read_table(place)
    numbers, texts = table["agreement"].to_numpy(), table["text"].to_pylist()
    edges = np.flatnonzero(np.diff(numbers)) + 1
    for first, last in zip([0, *edges], [*edges, len(texts)], strict=True):
        yield int(numbers[first]), texts[first:last]


def _packed(given: tuple[int, list[str]]) -> Read:
    from travaux.precedent.add import pack
    from travaux.precedent.clause import Agreement, Clause
    from travaux.precedent.gather import Gathered
    from travaux.text.draft import ProvisionKind

    number, texts = given
    agreement = Agreement(id=str(number), title=str(number), kind="agreement", source=str(number))
    clauses = tuple(Clause(address="", kind=ProvisionKind.ARTICLE, words=text) for text in texts)
    return pack(Path(str(number)), str(number), (Gathered(agreement, clauses),))


def duckdb_join(most: int, jaccard: float) -> Callable[[Path], pa.Table]:
    """A join on hashed 5-grams that at most so many provisions have, then verified."""

    def work(place: Path) -> pa.Table:
        import duckdb

        signs, flat, owners = _numbered(place)
        grams = pa.table({"id": owners, "gram": flat})
        with duckdb.connect() as engine:
            engine.register("given", grams)
            engine.execute("CREATE TABLE grams AS SELECT DISTINCT id, gram FROM given")
            found = engine.sql(
                f"""
                WITH few AS (SELECT gram FROM grams GROUP BY gram HAVING count(*) BETWEEN 2 AND {most}),
                kept AS (SELECT grams.id, grams.gram FROM grams JOIN few ON few.gram = grams.gram),
                sizes AS (SELECT id, count(*) AS size FROM grams GROUP BY id),
                shared AS (
                    SELECT a.id AS one, b.id AS other, count(*) AS common FROM kept a JOIN kept b
                    ON a.gram = b.gram AND a.id < b.id GROUP BY a.id, b.id
                )
                SELECT one, other FROM shared JOIN sizes x ON x.id = one JOIN sizes y ON y.id = other
                WHERE common >= {jaccard} * (x.size + y.size - common)
                """
            ).to_arrow_table()
        return _verified(found["one"].to_numpy(), found["other"].to_numpy(), signs)

    return work


def datasketch(place: Path) -> pa.Table:
    """MinHash LSH of 5-grams at 0.2: candidates, not verified."""
    from datasketch import MinHash, MinHashLSH

    listed = spelled(pq.read_table(place)["text"].to_pylist())
    index = MinHashLSH(threshold=0.2, num_perm=128)
    sketches = MinHash.bulk(
        [[" ".join(each[at : at + GRAM]).encode() for at in range(max(len(each) - GRAM + 1, 1))] for each in listed],
        num_perm=128,
    )
    with index.insertion_session() as session:
        for number, sketch in enumerate(sketches):
            session.insert(number, sketch)
    pairs = {
        (min(number, other), max(number, other))
        for number, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if other != number
    }
    one, other = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    return pa.table({"one": one, "other": other})


def sparse_top(place: Path) -> pa.Table:
    """TF-IDF of 5-grams, the most alike by their cosine, then verified."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    signs = _signs(spelled(pq.read_table(place)["text"].to_pylist()))
    vectors = TfidfVectorizer(
        analyzer=lambda sign: [sign[at : at + GRAM] for at in range(max(len(sign) - GRAM + 1, 1))], dtype=np.float32
    ).fit_transform(signs)
    product = sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=400, threshold=0.05, n_threads=os.cpu_count()).tocoo()
    low, high = np.minimum(product.row, product.col), np.maximum(product.row, product.col)
    both = np.unique(low[low != high].astype(np.int64) * len(signs) + high[low != high])
    return _verified(both // len(signs), both % len(signs), signs)


def _numbered(place: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The signs of provisions, and the hashes of their 5-grams with whose each is."""
    signs = _signs(spelled(pq.read_table(place)["text"].to_pylist()))
    flat = np.frombuffer("".join(signs).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(signs)), [len(each) for each in signs])
    hashes = np.zeros(len(flat) - GRAM + 1, dtype=np.uint64)
    for step in range(GRAM):
        hashes = (hashes ^ flat[step : step + len(hashes)]) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    whole = owners[: len(hashes)] == owners[GRAM - 1 :]
    return signs, hashes[whole], owners[: len(hashes)][whole]


def _signs(listed: list[list[str]]) -> list[str]:
    numbers: dict[str, int] = {}
    return ["".join([chr(0x10000 + numbers.setdefault(word, len(numbers))) for word in each]) for each in listed]


def _verified(one: np.ndarray, other: np.ndarray, signs: list[str]) -> pa.Table:
    found = [np.zeros(0, dtype=np.float32)]
    for at in range(0, len(one), _CHUNK):
        ones, others = ([signs[each] for each in side[at : at + _CHUNK].tolist()] for side in (one, other))
        found.append(
            cpdist(ones, others, scorer=Indel.normalized_similarity, score_cutoff=0.5, dtype=np.float32, workers=-1)
        )
    likeness = np.concatenate(found)
    kept = likeness >= np.float32(0.5)
    return pa.table({"one": one[kept], "other": other[kept], "likeness": likeness[kept]})


PIPELINES = {
    "travaux": Pipeline(travaux),
    "datasketch MinHash LSH at 0.2, 5-grams, candidates only": Pipeline(datasketch, ("datasketch",)),
    "TF-IDF of 5-grams, sparse top-n, then rapidfuzz": Pipeline(sparse_top, ("sklearn", "sparse_dot_topn")),
    "DuckDB join, 5-grams in at most 100, then rapidfuzz": Pipeline(duckdb_join(100, 0.0)),
    "DuckDB join, in at most 1,000, Jaccard 0.05, then rapidfuzz": Pipeline(duckdb_join(1000, 0.05)),
}


def main(name: str, texts: Path, found: Path, cost: Path) -> None:
    """Run one pipeline, and tell what it found and cost. Reading in what it needs counts as well."""
    begin = time.perf_counter()
    pairs = PIPELINES[name].work(texts)
    seconds = time.perf_counter() - begin
    used = [resource.getrusage(which) for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    pq.write_table(pairs, found)
    cost.write_text(json.dumps({"seconds": seconds, "processors": sum(each.ru_utime + each.ru_stime for each in used)}))


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))

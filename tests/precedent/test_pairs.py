"""All pairs of a library, against brute force."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pytest
from tests.haste import HASTE

from travaux.precedent import cluster
from travaux.precedent.add import add
from travaux.precedent.compared import read
from travaux.precedent.pairs import expanded, pairs
from travaux.precedent.words import words


def likeness(one: list[str], other: list[str]) -> float:
    """Twice the longest common row of words by the words of both, by the book."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row[:]
        for place, each in enumerate(other, start=1):
            row[place] = before[place - 1] + 1 if word == each else max(before[place], row[place - 1])
    return 2 * row[-1] / (len(one) + len(other))


def told(table: pa.Table) -> dict[tuple[int, int], float]:
    """Pairs with their likeness."""
    return {(row["one"], row["other"]): round(row["likeness"], 4) for row in table.to_pylist()}


def test_pairs_are_those_of_brute_force_and_no_others(library: Path) -> None:
    held = read(library, ["id", "text"], inner=False).to_pylist()
    spelled = {row["id"]: words(row["text"]) for row in held}
    truth = {
        (one, other): round(likeness(spelled[one], spelled[other]), 4)
        for one, other in combinations(sorted(spelled), 2)
        if likeness(spelled[one], spelled[other]) >= 0.5
    }
    assert truth
    assert told(expanded(library, pairs(library))) == truth


def test_a_paragraph_is_not_paired_with_its_own_article(library: Path) -> None:
    held = {row["id"]: row for row in read(library, ["id", "within", "inner"], inner=True).to_pylist()}
    found = told(expanded(library, pairs(library, inner=True), inner=True))
    assert any(held[one]["inner"] or held[other]["inner"] for one, other in found)
    for one, other in found:
        assert other != held[one]["within"] and one != held[other]["within"]


def test_a_library_without_texts_has_no_pairs(tmp_path: Path) -> None:
    add(tmp_path / "library", [])
    assert pairs(tmp_path / "library").num_rows == 0


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some hundred agreements (with `CI` half as many) made of the same clauses, with words changed by
    chance."""
    folder = tmp_path_factory.mktemp("large")
    chance = random.Random(4)
    vocabulary = [f"{one}{other}" for one in "bdfgkl mnprst" for other in ("an", "er", "il", "os", "um", "ent")]
    clauses = [[chance.choice(vocabulary) for _ in range(chance.randint(15, 90))] for _ in range(40)]
    paths = []
    for number in range(60 if HASTE else 120):
        lines = [f"AGREEMENT NUMBER {number} ON FERRIES"]
        for article, clause in enumerate(chance.sample(clauses, 8), start=1):
            said = [chance.choice(vocabulary) if chance.random() < 0.15 else word for word in clause]
            lines += [f"Article {article}", " ".join(said).capitalize() + "."]
        paths.append(folder / f"a{number}.txt")
        paths[-1].write_text("\n".join(lines) + "\n")
    add(folder / "library", paths)
    return folder / "library"


def test_nearly_all_that_brute_force_finds_is_found(large: Path) -> None:
    held = read(large, ["id", "text"], inner=False).to_pylist()
    spelled = {row["id"]: words(row["text"]) for row in held}
    sample = random.Random(1).sample(sorted(spelled), 25)
    found = told(expanded(large, pairs(large)))
    truth = {
        (min(one, other), max(one, other))
        for one in sample
        for other in spelled
        if one != other and likeness(spelled[one], spelled[other]) >= 0.5
    }
    assert len(truth) > 100
    assert len(truth - found.keys()) <= 0.02 * len(truth)


@pytest.mark.skipif(HASTE, reason="in haste no cluster is made to fail")
@pytest.mark.skipif(cluster.java() is None, reason="no Java: Spark is not run")
def test_a_cluster_that_loses_an_executor_gives_the_same_pairs_row_by_row(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed: Spark is not run")
    from .killing import killing_one_executor

    with killing_one_executor(monkeypatch) as killed:
        found = told(pairs(large, engine="local-cluster[2,1,1024]"))
    assert killed()
    assert found == told(pairs(large))


def test_an_engine_that_does_not_answer_is_told(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "java", lambda: None)
    with pytest.raises(Exception, match="Spark needs Java"):
        pairs(library, engine="spark://nowhere:7077")

"""The engine for libraries that outgrow a machine: Spark runs the same SQL text, the same functions over Arrow batches.

The folder of the library is to be where every machine of the cluster can read it; Travaux is to be installed on each.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from travaux.errors import LibraryTrouble
from travaux.precedent import folder as at
from travaux.precedent.fingerprint import fingerprint
from travaux.precedent.verify import FEWEST, SCHEMA, verify

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_PRINTS = "id long, words int, print long, wide long"
_ALIKE = "one long, other long, likeness float"
#: How many clauses, or pairs, are given to a function at a time.
_BATCH = 10_000
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH),
    "spark.sql.ansi.enabled": "true",
    "spark.log.level": "ERROR",
}


def pairs(folder: Path, selecting: str, *, inner: bool, least: float, master: str) -> pa.Table:
    """The pairs of clauses of a library that are at least so much alike, reckoned by the cluster at `master`."""
    at.check(folder)
    with session(master) as spark:
        return alike(spark, clauses(spark, folder, inner=inner), selecting, least=least).toArrow().cast(SCHEMA)


def clauses(spark: SparkSession, folder: Path, *, inner: bool) -> DataFrame:
    """The clauses of a library that are long enough to be compared, with or without the paragraphs of articles."""
    paths = [str(batch.absolute() / "clauses.parquet") for batch in at.batches(folder)]
    held = spark.read.parquet(*paths).where(f"words >= {FEWEST}")
    return (held if inner else held.where("NOT inner")).select("id", "words", "same", "signs")


def alike(spark: SparkSession, held: DataFrame, selecting: str, *, least: float) -> DataFrame:
    """The pairs among clauses, as a table that is reckoned when it is asked for."""
    signs = held.select("id", "signs")
    held.select("id", "words", "same").createOrReplaceTempView("clauses")
    signs.mapInArrow(_prints, _PRINTS).createOrReplaceTempView("prints")
    spark.sql(selecting).createOrReplaceTempView("candidates")
    signs.createOrReplaceTempView("signs")
    return spark.sql(_BESIDE).mapInArrow(_Verify(least), _ALIKE)


#: The candidates with their words beside them.
_BESIDE = """
SELECT candidates.one, candidates.other, one.signs AS one_signs, other.signs AS other_signs
FROM candidates JOIN signs AS one ON one.id = candidates.one JOIN signs AS other ON other.id = candidates.other
"""


def _prints(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return map(fingerprint, batches)


class _Verify:
    """`verify` with its least likeness, as it is sent to the machines of a cluster."""

    def __init__(self, least: float) -> None:
        self._least = least

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return verify(batches, least=self._least)


@contextmanager
def session(master: str, **settings: str) -> Iterator[SparkSession]:
    """A session with the cluster at an address: "spark://host:7077", "local[2]", "local-cluster[2,1,1024]".

    Raises LibraryTrouble where Spark, or the Java that it runs on, is not installed, or no cluster answers.
    """
    if not java():
        raise LibraryTrouble(
            "Spark needs Java 17 or later, and there is none.", remedy="Install it, or set JAVA_HOME to where it is."
        )
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        remedy = "Install it: pip install travaux[cluster]."
        raise LibraryTrouble("Spark is not installed.", at=f"--engine {master}", remedy=remedy) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("travaux")
    for name, value in (_SETTINGS | settings).items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
    except Exception as error:
        message = f"No cluster answers: {str(error).splitlines()[0].rstrip('.')}."
        raise LibraryTrouble(message, at=f"--engine {master}", remedy="Look at its address.") from error
    try:
        yield spark
    finally:
        spark.stop()


def java() -> str | None:
    """Where the Java is that Spark would run on; None where there is none."""
    home = os.environ.get("JAVA_HOME")
    own = Path(home, "bin", "java") if home else None
    return str(own) if own and own.is_file() else shutil.which("java")

"""Taking a text apart into clauses."""

from __future__ import annotations

from pathlib import Path

from travaux import read
from travaux.precedent.clause import Dated
from travaux.precedent.gather import gather

from .conftest import CONSULT


def test_articles_are_clauses_and_so_are_their_paragraphs_where_there_are_several(texts: list[Path]) -> None:
    (gathered,) = gather(read(texts[0])[0], source=texts[0].name)
    told = {clause.address: clause for clause in gathered.clauses}
    assert told["Article 1"].words == CONSULT
    assert told["Article 4, paragraph 2"].inner and not told["Article 4"].inner
    assert "Article 1, first paragraph" not in told


def test_parties_kind_and_day_are_those_that_the_text_says(texts: list[Path]) -> None:
    (gathered,) = gather(read(texts[0])[0], source=texts[0].name)
    agreement = gathered.agreement
    assert (agreement.parties, agreement.kind) == (("Halvern", "Corvany"), "treaty")
    assert (agreement.when, agreement.dated) == ("1931-06-02", Dated.SIGNED)


def test_the_year_of_a_file_name_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "ferry-1947.txt"
    path.write_text("AGREEMENT ON FERRIES\nArticle 1\nThe ferry runs daily.\nArticle 2\nFares are free.\n")
    (gathered,) = gather(read(path)[0], source=path.name)
    assert gathered.agreement.when == "1947 (file name)"


def test_every_word_of_an_article_stands_in_its_clause(texts: list[Path]) -> None:
    for path in texts:
        (gathered,) = gather(read(path)[0])
        whole = " ".join(clause.words for clause in gathered.clauses if not clause.inner)
        for line in path.read_text().split("\n"):
            if line.endswith(".") and not line.startswith("Article"):
                assert line in whole or line.partition(" ")[2] in whole

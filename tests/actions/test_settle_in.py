from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from tests.desk.keeping import kept, letter

from travaux.actions.settle_in import settle_in
from travaux.desk import file
from travaux.desk.search.search import search

pytestmark = pytest.mark.usefixtures("unblocked")

_PARTS = "SELECT count(DISTINCT segid) FROM desk_words_idx"


@pytest.mark.sqlite
def test_the_index_of_a_file_that_is_not_open_here_is_joined_to_one_part(tmp_path: Path) -> None:
    path = tmp_path / "accord.travaux"
    file.create_or_open(path)
    for number in (1, 2, 3):
        with file.writing_aside():
            kept([letter(number, "Two ferries.")], name=f"{number}.xml")
    assert (_parts(), len(search("ferries").hits)) == (3, 3)
    file.close()
    settle_in(path)
    file.create_or_open(path)
    assert (_parts(), len(search("ferries").hits)) == (1, 3)


def _parts() -> int:
    with connection.cursor() as cursor:
        (parts,) = cursor.execute(_PARTS).fetchone()
    return int(parts)

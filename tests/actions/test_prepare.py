from __future__ import annotations

import pytest
from tests.actions.test_stopping import invented_volume

from travaux.actions.prepare import Share, prepare, shares
from travaux.errors import NoDocuments
from travaux.record import read

NOTHING_BUT_A_NAME = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'


@pytest.mark.parametrize("parts", [1, 2, 3, 7, 60])
def test_the_shares_of_a_volume_are_the_volume(parts: int) -> None:
    content = invented_volume(0, documents=20)
    prepared = [prepare(Share("v.xml", content, part, parts)) for part in range(parts)]
    assert {share.total for share in prepared} == {20}
    found = [document.ident for share in prepared for document in share.documents]
    assert found == [document.id for document in read(content, name="v.xml")]


def test_what_is_no_volume_is_whole_in_its_first_share() -> None:
    telegram = b'7. Telegram From the Embassy in Corvany to the Ministry\n\n312. type="document"'
    first, second = (prepare(Share("t.txt", telegram, part, 2)) for part in (0, 1))
    assert ([document.ident for document in first.documents], second.documents) == (["t"], ())


def test_what_cannot_be_read_is_told_by_every_share() -> None:
    assert isinstance(prepare(Share("v.xml", NOTHING_BUT_A_NAME)).refusal, NoDocuments)


def test_only_a_large_volume_is_cut() -> None:
    volume = invented_volume(0, documents=200)
    assert len(tuple(shares("v.xml", volume, cut=True))) == 1 + len(volume) // 500_000 > 1
    assert len(tuple(shares("v.xml", volume, cut=False))) == 1
    assert len(tuple(shares("t.txt", b"words " * 200_000, cut=True))) == 1

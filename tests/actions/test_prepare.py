from __future__ import annotations

import gc
from hashlib import sha256
from pathlib import Path

import pytest
from tests.actions.test_stopping import invented_volume

from travaux.actions.files import File, files
from travaux.actions.prepare import Share, prepare, shares
from travaux.errors import FileTrouble, NoDocuments
from travaux.record import read

NOTHING_BUT_A_NAME = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'


@pytest.mark.parametrize("parts", [1, 2, 3, 7, 60])
def test_the_shares_of_a_volume_are_the_volume(parts: int) -> None:
    content = invented_volume(0, documents=20)
    prepared = [prepare(Share("v.xml", content=content, part=part, parts=parts)) for part in range(parts)]
    assert {share.total for share in prepared} == {20}
    found = [document.ident for share in prepared for document in share.documents]
    assert found == [document.id for document in read(content, name="v.xml")]


def test_what_is_no_volume_is_whole_in_its_first_share() -> None:
    telegram = b'7. Telegram From the Embassy in Corvany to the Ministry\n\n312. type="document"'
    first, second = (prepare(Share("t.txt", content=telegram, part=part, parts=2)) for part in (0, 1))
    assert ([document.ident for document in first.documents], second.documents) == (["t"], ())


def test_what_cannot_be_read_is_told_by_every_share() -> None:
    assert isinstance(prepare(Share("v.xml", content=NOTHING_BUT_A_NAME)).refusal, NoDocuments)


def test_a_share_is_read_from_its_file_and_tells_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "v.xml"
    path.write_bytes(invented_volume(0, documents=20))
    (share,) = shares(_file(path), "v.xml", cut=False)
    assert share.content is None
    prepared = prepare(share)
    assert len(prepared.documents) == 20
    assert (prepared.sha256, prepared.size) == (sha256(path.read_bytes()).hexdigest(), path.stat().st_size)


def test_reading_a_volume_leaves_no_circles_of_objects() -> None:
    share = Share("v.xml", content=invented_volume(0, documents=20), examines=False)
    prepare(share)  # what is made once, such as grammars, may have some
    gc.collect()
    gc.disable()
    try:
        assert prepare(share).total == 20
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_cannot_be_opened_any_more_is_told(tmp_path: Path) -> None:
    refusal = prepare(Share("v.xml", tmp_path / "v.xml")).refusal
    assert isinstance(refusal, FileTrouble) and refusal.at == str(tmp_path / "v.xml")


def test_only_a_large_volume_is_cut(tmp_path: Path) -> None:
    volume, text = tmp_path / "v.xml", tmp_path / "t.txt"
    volume.write_bytes(invented_volume(0, documents=200))
    text.write_bytes(b"words " * 200_000)
    assert len(tuple(shares(_file(volume), "v.xml", cut=True))) == 1 + volume.stat().st_size // 500_000 > 1
    assert len(tuple(shares(_file(volume), "v.xml", cut=False))) == 1
    assert len(tuple(shares(_file(text), "t.txt", cut=True))) == 1


def _file(path: Path) -> File:
    (file,) = files([path])
    return file

"""XML made to harm: it is refused at once, opens nothing and fills no memory."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from travaux.errors import HostileXml, NoDocuments, NotXml
from travaux.record import opened, read

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
DOCUMENT = '<div type="document" xml:id="d1" n="1"><head>1. Editorial Note</head><p>{}</p></div>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "subset",
    [
        f'<!ENTITY l0 "ha">{LAUGHS}',
        '<!ENTITY out SYSTEM "file:///etc/passwd">',
        '<!ENTITY out SYSTEM "http://127.0.0.1:9/">',
        '<!ENTITY % out SYSTEM "http://127.0.0.1:9/"> %out;',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_multiply(subset: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    began = time.perf_counter()
    with pytest.raises(HostileXml, match="entity"):
        read(f"<!DOCTYPE TEI [{subset}]>{TEI.format(DOCUMENT.format('&l11;'))}".encode(encoding), name="x.xml")
    assert time.perf_counter() - began < 1


def test_a_document_type_in_another_file_is_refused() -> None:
    with pytest.raises(HostileXml, match="Line 1"):
        read(b'<!DOCTYPE TEI PUBLIC "-//TEI" "http://127.0.0.1:9/tei.dtd"><TEI/>', name="x.xml")


def test_entities_hidden_by_an_encoding_are_refused() -> None:
    hidden = (
        '<?xml version="1.0" encoding="UTF-7"?>' + "+ADw-!DOCTYPE TEI [+ADw-!ENTITY a +ACI-ha+ACI-+AD4-]+AD4-<TEI/>"
    )
    with pytest.raises((HostileXml, NotXml, NoDocuments)):
        read(hidden.encode("ascii"), name="x.xml")


@pytest.mark.parametrize("depth", [300, 100_000])
def test_nesting_beyond_all_reason_is_refused(depth: int) -> None:
    with pytest.raises(HostileXml, match="depth"):
        read(TEI.format(DOCUMENT.format("<hi>" * depth + "x" + "</hi>" * depth)).encode(), name="x.xml")


def test_deep_but_bearable_nesting_is_read() -> None:
    deep = "<hi>" * 200 + "x" + "</hi>" * 200
    (document,) = read(TEI.format(DOCUMENT.format(deep)).encode(), name="x.xml")
    assert document.text == "x"


def test_a_volume_cut_short_is_not_taken_for_a_whole_one() -> None:
    volume = TEI.format("\n".join(DOCUMENT.format(n) for n in range(50)))
    with pytest.raises(NotXml, match=r"Line \d+"):
        read(volume[: len(volume) // 2].encode(), name="x.xml")


def test_an_id_given_twice_is_passed_over() -> None:
    volume = TEI.format('<pb xml:id="p1"/><pb xml:id="p1"/>' + DOCUMENT.format("Peace."))
    assert len(read(volume.encode(), name="x.xml")) == 1


def test_an_undeclared_entity_is_refused() -> None:
    with pytest.raises(NotXml, match="nbsp"):
        read(TEI.format(DOCUMENT.format("a&nbsp;b")).encode(), name="x.xml")


def test_what_begins_like_xml_and_is_none_is_refused() -> None:
    with pytest.raises(NotXml):
        read(b"<TEI but no more", name="x.xml")


def test_reading_tells_how_many_documents_there_are_before_it_reads_them() -> None:
    reading = opened(TEI.format(DOCUMENT.format("Peace.") * 2).encode(), name="volume.xml")
    assert reading.total == 2
    assert next(reading.documents).text == "Peace."


def test_the_format_is_found_by_looking_not_by_the_name(tmp_path: Path) -> None:
    (document,) = read(TEI.format(DOCUMENT.format("Peace.")).encode(), name="volume.txt")
    assert document.id == "volume/d1"

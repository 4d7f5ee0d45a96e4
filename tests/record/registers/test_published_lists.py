"""The lists of published volumes are read, and mentions agree with the links of their markup."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.mentions import measure

from travaux.record.formats.xml_source import xml_root
from travaux.record.register import Register
from travaux.record.registers.tei_lists import tei_register

pytestmark = pytest.mark.corpus

#: One of each era; TRAVAUX_ALL_VOLUMES=1 takes all.
SOME = ("frus1917-72PubDip", "frus1949v07p2", "frus1952-54Guat", "frus1958-60v18", "frus1969-76ve15p1")


def _volumes(corpus: Path) -> Iterator[Path]:
    for path in sorted((corpus / "frus").glob("*.xml")):
        if os.environ.get("TRAVAUX_ALL_VOLUMES") == "1" or path.stem in SOME:
            yield path


@pytest.fixture(scope="module")
def registers(corpus: Path) -> list[Register]:
    return [tei_register(xml_root(path.read_bytes(), name=path.name), name=path.name) for path in _volumes(corpus)]


def test_every_volume_has_a_register(registers: list[Register]) -> None:
    assert all(registers)
    assert sum(bool(register.persons) for register in registers) >= len(registers) * 0.7


def test_hardly_an_office_is_not_understood(registers: list[Register]) -> None:
    offices = [office for register in registers for person in register.persons for office in person.offices]
    assert sum(not office.understood for office in offices) <= 0.02 * len(offices)
    assert sum(bool(office.since or office.until) for office in offices) >= 0.4 * len(offices)


def test_the_words_of_every_entry_are_those_of_its_parts(registers: list[Register]) -> None:
    for register in registers:
        for person in register.persons:
            assert person.printed.words.startswith(person.name)
            assert all(office.words.rstrip(".") in person.printed.words for office in person.offices)
        assert all(each.meaning in each.printed.words for each in register.abbreviations)


def test_mentions_agree_with_the_markup(corpus: Path) -> None:
    total: dict[str, Counter[str]] = {"persons": Counter(), "abbreviations": Counter()}
    for path in _volumes(corpus):
        for kind, figures in measure(path.read_bytes(), path.name)[0].items():
            total[kind].update(figures)
    for figures in total.values():
        linked = sum(figures[name] for name in ("right", "wrong", "undecided", "missed"))
        assert figures["right"] / linked > 0.94
        assert figures["right"] / (figures["right"] + figures["wrong"]) > 0.985

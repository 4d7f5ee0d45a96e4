"""A small library of invented agreements."""

from __future__ import annotations

from pathlib import Path

import pytest

from travaux.precedent.add import add
from travaux.precedent.index import Index, opened

CONSULT = (
    "The Parties shall consult together from time to time regarding the implementation of this Treaty and, at the "
    "request of either Party, whenever the security of the strait is threatened."
)
RATIFY = (
    "This Treaty shall be ratified by each Party in accordance with its respective constitutional processes and shall "
    "enter into force on the date on which the instruments of ratification are exchanged by them at {place}."
)
LAST = (
    "This Treaty shall remain in force for {years} years and after that period until one year from the day on which "
    "either Party gives notice to the other of its intention to terminate it."
)
OWN = {
    "Ferries": "The ferry of the {first} coast shall run daily between the two ports in summer and weekly in winter.",
    "Pilots": "Pilots licensed by {second} shall be admitted to the waters of the strait without any further licence.",
}


def treaty(parties: tuple[str, str], day: str, *, place: str, years: str, subject: str) -> str:
    """The text of a treaty between two States."""
    first, second = parties
    lines = [
        f"TREATY BETWEEN THE REPUBLIC OF {first.upper()} AND THE KINGDOM OF {second.upper()}",
        f"The Republic of {first} and the Kingdom of {second},",
        "Desiring to strengthen the bonds of friendship that have long stood between their peoples,",
        "Have agreed as follows:",
        "Article 1", CONSULT,
        "Article 2", OWN[subject].format(first=first, second=second),
        "Article 3", RATIFY.format(place=place),
        "Article 4",
        f"1. {LAST.format(years=years)}",
        "2. Either Party may propose amendments to this Treaty, which are agreed upon by an exchange of notes.",
        f"Done at {place}, this {day}.",
        f"For the Republic of {first}:",
        f"For the Kingdom of {second}:",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


_HALVERN, _CORVANY, _ORSK = "Halvern", "Corvany", "Orsk"
TEXTS = {
    "halvern-corvany": treaty(
        (_HALVERN, _CORVANY), "2nd day of June, 1931", place="Ilvane", years="ten", subject="Ferries"
    ),
    "halvern-orsk": treaty((_HALVERN, _ORSK), "5th day of May, 1938", place="Orsk", years="ten", subject="Pilots"),
    "corvany-orsk": treaty(
        (_CORVANY, _ORSK), "9th day of March, 1954", place="Port Tarn", years="twenty", subject="Pilots"
    ),
}


def write_texts(folder: Path) -> list[Path]:
    """The invented treaties as files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in TEXTS.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """The files of the invented treaties."""
    return write_texts(tmp_path / "texts")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the invented treaties; not to be written to."""
    folder = tmp_path_factory.mktemp("precedent")
    add(folder / "library", write_texts(folder / "texts"))
    opened(folder / "library")
    return folder / "library"


@pytest.fixture(scope="session")
def index(library: Path) -> Index:
    """The index of that library."""
    return opened(library)

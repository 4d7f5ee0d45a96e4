"""What goes up, abroad or to the legislature instructs nobody, whatever it says."""

from __future__ import annotations

import pytest

from travaux.mandate.directives import read
from travaux.mandate.rank import goes_up
from travaux.record.read import read as read_record


@pytest.mark.parametrize(
    "heading",
    [
        "Letter From the Ambassador in Corvany (Dray) to the Director of the Office of Northern Affairs (Pell)",
        "The Chargé in Corvany (Dray) to the Assistant Secretary of State for Northern Affairs (Pell)",
        "Memorandum From the Director of the Office of Northern Affairs to the Assistant Secretary of State (Roe)",
        "Memorandum by the Deputy Director of the Office of Northern Affairs to the Director of the Office (Pell)",
        "Memorandum From the Joint Chiefs of Staff to Secretary of Defense Barrow",
        "Letter From President Harrow to Chairman of the Council of Ministers Volin",
        "Letter From President Harrow to President Tann",
        "Letter From the Assistant Secretary of State for Congressional Relations (Dunn) to Senator Keane",
    ],
)
def test_it_goes_up_or_abroad(heading: str) -> None:
    assert goes_up(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Letter From the Assistant Secretary of State for Northern Affairs (Pell) to the Ambassador in Corvany (Dray)",
        "Memorandum From the Secretary of State to the Director of the Office of Northern Affairs (Pell)",
        "Memorandum From the Assistant Secretary of State (Roe) to the Assistant Secretary of State (Moon)",
        "Letter From the Assistant Secretary of Defense (Gray) to the Deputy Under Secretary of State (Murr)",
        "Letter From President Harrow to the Ambassador in Corvany (Dray)",
        "Memorandum From the President’s Assistant for Security Affairs (Kist) to Secretary of Defense Laidlaw",
        "Telegram From the Department of State to the Embassy in Corvany",
        "National Security Study Memorandum 63",
    ],
)
def test_it_does_not(heading: str) -> None:
    assert not goes_up(heading)


def test_what_goes_up_gives_no_directive() -> None:
    words = "You should inform the Foreign Minister that we oppose the change."
    up = "12. Memorandum From the Director of the Office of Northern Affairs to the Assistant Secretary of State"
    down = "12. Memorandum From the Assistant Secretary of State to the Director of the Office of Northern Affairs"
    found = [read(read_record(f"{head}\n\n{words}".encode(), name="m.txt")[0]).found for head in (up, down)]
    assert [len(each) for each in found] == [0, 1]

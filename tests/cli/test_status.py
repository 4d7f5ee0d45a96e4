"""`travaux status`: the example's instruments on a day, notice, and registers that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Travaux

ILVANE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
REGISTER = ILVANE / "instruments.toml"


@pytest.fixture
def ilvane(tmp_path: Path, travaux: Travaux) -> Path:
    """The example negotiation as a file, without its register."""
    path = tmp_path / "ilvane.travaux"
    assert travaux("build", ILVANE, "-o", path).status == 0
    return path


@pytest.fixture
def registered(ilvane: Path, travaux: Travaux) -> Path:
    assert travaux("status", ilvane, "--take", REGISTER).status == 0
    return ilvane


def _lines(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines()]


def test_before_and_after_the_treaty_each_instrument_stands_as_the_record_has_it(
    registered: Path, travaux: Travaux
) -> None:
    before = _lines(travaux("status", registered, "--on", "1963-12-03").out)
    after = _lines(travaux("status", registered, "--on", "1963-12-04").out)

    assert "Halvern: in force since March 1, 1932, until December 4, 1963" in before
    assert "Corvany: consent given since October 11, 1963, to enter into force on December 4, 1963" in before
    assert "Corvany: ended since December 4, 1963" in after
    # The new treaty continues the arrangement, which else would have ended with the convention.
    assert "Halvern: in force since January 1, 1949" in after
    assert after.count("Halvern: in force since December 4, 1963") == 2


def test_every_fact_is_told_with_its_passage(registered: Path, travaux: Travaux) -> None:
    said = travaux("status", registered, "--on", "1963-12-04", "--of", "treaty-1963").out

    assert "from exchange of instruments, November 4, 1963 (22-editorial-note, characters" in said
    assert "by “It shall enter into force on the thirtieth day after the day on which the instruments of …”" in said
    assert "may give notice of termination from December 4, 1973, with effect from December 4, 1974" in said


def test_all_that_is_recorded_of_one_instrument_is_told_with_its_passages(registered: Path, travaux: Travaux) -> None:
    said = _lines(travaux("status", registered, "--on", "1963-12-04", "--of", "treaty-1963").out)

    recorded = said[said.index("Recorded") + 1 :]
    assert len(recorded) == 5
    assert recorded[-1].startswith("November 4, 1963: exchange of instruments (22-editorial-note, characters")


def test_what_notice_would_do_is_told(registered: Path, travaux: Travaux) -> None:
    said = _lines(travaux("status", registered, "--on", "1975-01-01", "--if-notice", "Halvern", "1975-01-01").out)

    assert "treaty-1963, Corvany: in force from December 4, 1963 until January 1, 1976" in said
    assert "notes-1963, Halvern: ended from January 1, 1976" in said


def test_what_a_draft_would_change_is_told_with_its_passages(registered: Path, travaux: Travaux) -> None:
    said = travaux("status", registered, "--draft", "21-report-initialed-text/draft").out

    assert "enters into force on December 4, 1963" in said
    assert "ends for Halvern and Corvany: Convention concerning the Passage of the Strait of Ilvane" in said
    assert "continues for Halvern and Corvany: Administrative Arrangement on Pilotage" in said
    assert "“Article VI of the Convention of June 2, 1931” points at what has ended (02-arrangement-1948, " in said
    assert (
        "In the first paragraph of Article 8, the words “the Convention of June 2, 1931” shall be replaced by "
        "the words “the Treaty of Navigation and Naval Access in the Strait of Ilvane”."
    ) in said
    assert "“the notes on the guardship exchanged with it”, which is not registered" in said


def test_a_draft_without_the_clause_that_kept_the_arrangement_would_end_it(registered: Path, travaux: Travaux) -> None:
    told = json.loads(travaux("status", registered, "--draft", "13-telegram-redraft/draft", "--json").out)

    assert [each["instrument"] for each in told["ends"]] == ["convention-1931", "arrangement-1948"]
    assert told["continues"] == told["amendments"] == []


def test_what_a_draft_would_change_is_given_as_data(registered: Path, travaux: Travaux) -> None:
    told = json.loads(
        travaux("status", registered, "--draft", "21-report-initialed-text/draft", "--on", "1964-01-01", "--json").out
    )

    assert (told["date"], told["instrument"]) == ("1964-01-01", "treaty-1963")
    assert [each["old"] for each in told["amendments"]] == [
        "Article VI of the Convention of June 2, 1931",
        "the Convention of June 2, 1931",
    ]
    assert [each["open"] for each in told["amendments"]] == [True, False]


def test_a_draft_that_is_not_in_the_file_is_refused(registered: Path, travaux: Travaux) -> None:
    trouble = travaux("status", registered, "--draft", "21-nothing/draft").trouble
    assert "There is no draft 21-nothing/draft." in trouble


def test_the_same_is_given_as_data(registered: Path, travaux: Travaux) -> None:
    told = json.loads(travaux("status", registered, "--on", "1957-01-01", "--json").out)

    assert told["date"] == "1957-01-01"
    (one, _) = [each for each in told["standings"] if each["instrument"] == "convention-1931"]
    assert (one["status"], one["since"]) == ("in force", "1932-03-01")
    assert one["events"][0]["at"]["document"] == "01-convention-1931"


def test_notice_by_one_that_is_bound_by_nothing_is_refused(registered: Path, travaux: Travaux) -> None:
    trouble = travaux("status", registered, "--if-notice", "Ostmark", "1975-01-01").trouble

    assert "Ostmark is bound by no instrument with a clause on notice on January 1, 1975." in trouble


def test_a_file_without_a_register_says_how_to_take_one(ilvane: Path, travaux: Travaux) -> None:
    assert "No instrument is registered. Take a register: --take FILE.toml." in travaux("status", ilvane).trouble


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("signed at Tessenay on July 9", "signed at Tessenay on July 8"),
            "event 6: “was signed at Tessenay on July 8",
        ),
        (('kind = "exchange of notes"\ndate', 'kind = "talk"\ndate'), "Invalid enum value 'talk' - at `event 4.kind`"),
        (('clauses = "02-', 'clauses = "03-'), "There is no draft 03-arrangement-1948/draft."),
        (
            (
                "[[event]]",
                "[[event]",
            ),
            "It is not TOML",
        ),
        (('document = "20-exchange-of-notes"', 'document = "20-nothing"'), "There is no document 20-nothing."),
        (('kind = "Duration"', 'kind = "Length"'), "There is no kind of term Length."),
        (('trigger = "entry', 'trigger = "the entry'), "EntryIntoForce: 'the entry into force of another instrument'"),
        (('to = "convention-1931"', 'to = "convention"'), "a relation names convention, which is no instrument"),
    ],
)
def test_a_register_that_does_not_fit_is_refused_with_the_place_and_changes_nothing(
    change: tuple[str, str], said: str, ilvane: Path, travaux: Travaux, tmp_path: Path
) -> None:
    words = REGISTER.read_text()
    assert change[0] in words
    bad = tmp_path / "bad.toml"
    bad.write_text(words.replace(*change, 1))

    trouble = travaux("status", ilvane, "--take", bad).trouble
    assert "bad.toml" in trouble
    assert said in trouble
    assert "No instrument is registered" in travaux("status", ilvane).trouble


def test_a_register_taken_again_takes_the_place_of_the_first(registered: Path, travaux: Travaux) -> None:
    assert travaux("status", registered, "--take", REGISTER, "--on", "1957-01-01").status == 0


def test_two_registers_may_not_use_one_id(registered: Path, travaux: Travaux, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(REGISTER.read_text())

    trouble = travaux("status", registered, "--take", other).trouble
    assert "An instrument of the register instruments.toml is called convention-1931 too." in trouble


def test_what_the_documents_tell_is_a_register_that_is_taken_as_it_stands(
    ilvane: Path, travaux: Travaux, tmp_path: Path
) -> None:
    proposed = tmp_path / "told.toml"

    assert "3 instruments, 10 events proposed" in travaux("status", ilvane, "--told", "-o", proposed).out
    told = travaux("status", ilvane, "--take", proposed, "--on", "1963-12-04").out
    assert "Corvany: in force since December 4, 1963" in told


def test_what_the_documents_tell_is_printed_without_a_file_to_write(ilvane: Path, travaux: Travaux) -> None:
    told = travaux("status", ilvane, "--told").out

    assert 'words = "the King ratified it on October 11"' in told
    assert "# party-not-told: It does not say whose King; taken as that of Corvany." in told


DRAFT = "21-report-initialed-text/draft"


def _terms(path: Path, travaux: Travaux) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(travaux("terms", path, DRAFT, "--json").out)["terms"]
    return found


def test_terms_are_proposed_until_a_person_confirms_them(registered: Path, travaux: Travaux) -> None:
    before = _terms(registered, travaux)
    entry = next(each["id"] for each in before if each["kind"] == "EntryIntoForce")
    said = travaux("status", registered, "--on", "1963-12-04", "--of", "treaty-1963").out

    after = travaux("terms", registered, DRAFT, "--confirm", entry).out

    assert {each["standing"] for each in before} == {"proposed"}
    assert "read and not confirmed" in said
    assert [line for line in after.splitlines() if line.startswith(entry) and ": confirmed on " in line]


def test_a_term_that_is_struck_does_not_count_until_that_is_taken_back(registered: Path, travaux: Travaux) -> None:
    way_out = next(each["id"] for each in _terms(registered, travaux) if each["kind"] == "Termination")
    asked = ("status", registered, "--on", "1963-12-04", "--of", "treaty-1963")

    travaux("terms", registered, DRAFT, "--strike", way_out)
    assert "may give notice" not in travaux(*asked).out

    travaux("terms", registered, DRAFT, "--take-back", way_out)
    assert "may give notice of termination from December 4, 1973" in travaux(*asked).out


def test_a_decision_on_a_term_is_undone_by_its_entry_in_the_journal(registered: Path, travaux: Travaux) -> None:
    ident = _terms(registered, travaux)[0]["id"]
    travaux("terms", registered, DRAFT, "--confirm", ident)
    number = max(each["number"] for each in json.loads(travaux("journal", registered, "--json").out)["entries"])

    assert travaux("undo", registered, number).status == 0
    assert _terms(registered, travaux)[0]["standing"] == "proposed"
    assert travaux("verify", registered).status == 0


def test_all_that_is_proposed_is_confirmed_at_once(registered: Path, travaux: Travaux) -> None:
    travaux("terms", registered, DRAFT, "--confirm", "all")

    assert ", 0 proposed and not decided on" in travaux("terms", registered, DRAFT).out
    assert travaux("terms", registered, DRAFT, "--confirm", "all").status == 2


def test_a_term_that_there_is_not_is_refused(registered: Path, travaux: Travaux) -> None:
    done = travaux("terms", registered, DRAFT, "--strike", "0000")

    assert done.status == 2
    assert f"{DRAFT} has no term 0000." in done.err

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from travaux.actions.build import build
from travaux.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/strait-of-ilvane"


@pytest.fixture
def ilvane(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The file of the last four papers of the example."""
    path = tmp_path / "ilvane.travaux"
    with django_db_blocker.unblock():
        build(sorted(EXAMPLE.glob("2[3-6]-*.txt")), out=path)
        yield str(path)


def test_the_mandate_of_a_day_is_told_with_its_passages(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ilvane, "--on", "1964-02-26", "--issue", "limit"]) == 0
    said = capsys.readouterr().out
    assert "accept: a limit of forty-eight hours for each stay [proposed, fallback 1]" in said
    assert "not beyond: but not while the storm signal is up" in said
    assert "24-telegram-shelter, characters" in said


def _listed(ilvane: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["mandate", ilvane, "--document", "24-telegram-shelter"]) == 0
    return capsys.readouterr().out


def _first(told: str, heading: str) -> str:
    """The first passage below a heading, as the options take it."""
    return told.partition(heading)[2].split("\n")[1].split()[0]


def test_a_directive_is_corrected_and_that_is_taken_back(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = _listed(ilvane, capsys)
    place = _first(before, "not understood")
    assert (
        run(["mandate", ilvane, "--correct", place, "--act", "report", "--fallback", "2", "--denied", "--not-allowed"])
        == 0
    )
    told = capsys.readouterr().out
    assert told.startswith("Kept.") and f"{place}  report [corrected, fallback 2, not to be done]" in told
    assert run(["mandate", ilvane, "--take-back", place.replace(":", ", characters ")]) == 0
    assert _listed(ilvane, capsys) == before


def test_a_directive_is_entered_where_none_was_read(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = _first(_listed(ilvane, capsys), "Nothing was read here")
    assert run(["mandate", ilvane, "--enter", place, "report"]) == 0
    assert f"{place}  report [corrected]" in capsys.readouterr().out
    assert place not in _listed(ilvane, capsys).partition("Nothing was read here")[2]


def test_a_sentence_that_gives_no_order_is_said_to_give_none(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = _listed(ilvane, capsys)
    place = _first(before, "Nothing was read here")
    assert run(["mandate", ilvane, "--reject", place]) == 0
    assert _first(_listed(ilvane, capsys), "Said to give no order") == place
    assert run(["mandate", ilvane, "--take-back", place]) == 0
    assert _listed(ilvane, capsys) == before


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--act", "report"], "What is read otherwise goes with a correction."),
        (["--correct", "24-telegram-shelter:0-1", "--fallback", "1"], "There is no directive at that passage."),
        (["--correct", "PLACE"], "No reading was given."),
        (["--correct", "PLACE", "--object", "what it does not say"], "what it does not say"),
        (["--enter", "PLACE", "report", "--act", "seek"], "It is to report, and to seek."),
    ],
)
def test_a_reading_that_cannot_be_kept_is_refused(
    ilvane: str, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = _first(_listed(ilvane, capsys), "not understood")
    assert run(["mandate", ilvane, *(place if each == "PLACE" else each for each in options)]) == 2
    assert says in capsys.readouterr().err


def test_the_mandate_on_an_issue_has_what_stands_under_its_caption_and_names_what_is_left(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mandate", ilvane, "--on", "1964-02-26", "--issue", "length of stay"]) == 0
    said = capsys.readouterr().out
    assert "No issue of that name is entered" in said
    assert "seek: a text without limit of time" in said
    assert "Dues" not in said
    assert "24-telegram-shelter speaks of it too, and orders 9 things not told here." in said


def test_the_mandate_on_an_issue_is_that_of_the_register(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    register = Path(ilvane).with_name("issues.toml")
    register.write_text(
        """
[[issue]]
id = "winter"
name = "Shelter in winter"
aliases = ["Weather"]
[[issue]]
id = "stay"
name = "Length of stay"
parent = "winter"
""",
        encoding="utf-8",
    )
    assert run(["positions", ilvane, "--take", str(register), "--on", "1964-02-26"]) == 0
    capsys.readouterr()
    assert run(["mandate", ilvane, "--on", "1964-02-26", "--issue", "weather", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["about"] == "Shelter in winter"
    assert "a text without limit of time" in [each["object"] for each in told["directives"]]
    # The telegram opens with the subject, the other answers on it, and neither names another issue: all is on it.
    assert told["beside"] == []
    assert [each["document"] for each in told["wholly"]] == ["24-telegram-shelter", "26-telegram-guidance"]
    assert "auxiliaries are covered, as Marine concurred on that condition" in [
        each["object"] for each in told["directives"]
    ]


def test_what_was_found_is_listed_by_document(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ilvane, "--found"]) == 0
    said = capsys.readouterr().out
    assert "recommendation 2, approved with an addition" in said
    assert "directives in 3 documents" in said


def test_a_directive_is_confirmed_by_its_passage(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ilvane, "--on", "1964-02-26", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["directives"][0]
    document, _, span = first["at"].partition(", characters ")
    assert run(["mandate", ilvane, "--confirm", f"{document}:{span}"]) == 0
    capsys.readouterr()
    assert run(["mandate", ilvane, "--on", "1964-02-26", "--confirmed", "--json"]) == 0
    (kept,) = json.loads(capsys.readouterr().out)["directives"]
    assert (kept["at"], kept["standing"]) == (first["at"], "confirmed")


def test_a_passage_that_is_none_is_one_line_with_a_cure(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mandate", ilvane, "--confirm", "d28"]) == 2
    assert "Write it as d28:1464-1631." in capsys.readouterr().err


def test_a_decision_is_entered(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--decide", "23-memorandum-authority", "3", "approved", "--by", "Rennick", "--on", "1964-02-28"]
    assert run(["mandate", ilvane, *given]) == 0
    capsys.readouterr()
    assert run(["mandate", ilvane, "--on", "1964-03-01"]) == 0
    assert "recommendation 3 of 23-memorandum-authority, approved by Rennick" in capsys.readouterr().out


def test_a_decision_that_is_entered_for_its_day_keeps_the_addition_that_was_read(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    decision = "approved with an addition"
    given = ["--decide", "23-memorandum-authority", "2", decision, "--on", "1964-01-25"]
    assert run(["mandate", ilvane, *given]) == 0
    capsys.readouterr()
    assert run(["mandate", ilvane, "--on", "1964-02-26"]) == 0
    assert "January 25, 1964, with the addition “but no limit while the storm signal is up. A.R.”" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("a report to the Royal Admiralty within six hours of anchoring", 0, "within, February 26, 1964"),
        ("a lighthouse on the cape", 1, "undetermined, February 26, 1964"),
        ("inspection on board", 1, "outside, February 26, 1964"),
    ],
)
def test_a_concession_is_within_outside_or_undetermined(
    ilvane: str, capsys: pytest.CaptureFixture[str], words: str, status: int, told: str
) -> None:
    assert run(["check-authority", ilvane, words, "--on", "1964-02-26"]) == status
    assert told in capsys.readouterr().out


def test_the_request_for_guidance_is_written_where_it_is_asked_for(ilvane: str, tmp_path: Path) -> None:
    out = tmp_path / "guidance.txt"
    run(["check-authority", ilvane, "a lighthouse on the cape", "--on", "1964-02-26", "--request", str(out)])
    assert "a lighthouse on the cape" in out.read_text(encoding="utf-8")


def test_the_request_for_guidance_goes_to_standard_output(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check-authority", ilvane, "a lighthouse on the cape", "--on", "1964-02-26", "--request", "-"])
    assert capsys.readouterr().out.startswith("Guidance is requested")
    assert not Path("-").exists()


def test_one_thing_is_checked_and_no_other_passed_over(
    ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "words.txt"
    text.write_text("forty-eight hours", encoding="utf-8")
    assert run(["check-authority", ilvane, "a report", "--from", str(text)]) == 2
    assert "More than one thing is to be checked." in capsys.readouterr().err


def test_nothing_to_check_is_one_line_with_a_cure(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check-authority", ilvane]) == 2
    assert "Give the words" in capsys.readouterr().err


def test_what_the_documents_order_and_ask_for_is_told_as_data(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["mandate", ilvane, "--found", "--json"]) == 0
    found = {each["document"]: each for each in json.loads(capsys.readouterr().out)["documents"]}
    assert [each["decided"] for each in found["23-memorandum-authority"]["recommendations"]] == [
        "approved",
        "approved with an addition",
        "disapproved",
    ]
    assert run(["mandate", ilvane, "--document", "26-telegram-guidance", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["directives"] == found["26-telegram-guidance"]["directives"] != []


def test_what_no_longer_holds_is_told_with_what_ended_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], django_db_blocker: DjangoDbBlocker
) -> None:
    for number, day, order in ((1, "3", "accept nine carts of hay"), (2, "9", "accept seven carts of hay")):
        (tmp_path / f"{number}.txt").write_text(
            f"{number}. Telegram From the Ministry to the Embassy in Sellane\n\nDunmarch, March {day}, 1964.\n\n"
            f"You may {order}.\n\nRennick\n"
        )
    path = str(tmp_path / "carts.travaux")
    with django_db_blocker.unblock():
        build(sorted(tmp_path.glob("*.txt")), out=Path(path))
        assert run(["mandate", path, "--on", "1964-03-10"]) == 0
    ended = capsys.readouterr().out.partition("No longer in force")[2]
    assert "nine carts" in ended and "the same told again, otherwise: 2, characters" in ended

"""`travaux positions`, `threads` and `clear`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from travaux.cli.app import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"
REDRAFT = "13-telegram-redraft/draft"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> bytes:
    path = tmp_path_factory.mktemp("positions") / "ilvane.travaux"
    with django_db_blocker.unblock():
        assert run(["build", str(EXAMPLE), "-o", str(path)]) == 0
        assert run(["positions", str(path), "--take", str(EXAMPLE / "issues.toml")]) == 0
    return path.read_bytes()


@pytest.fixture
def ilvane(built: bytes, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    path = tmp_path / "ilvane.travaux"
    path.write_bytes(built)
    with django_db_blocker.unblock():
        yield str(path)


def test_positions_of_an_issue_are_told_on_a_day(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", ilvane, "--on", "1963-03-20", "--of", "duration"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "On March 20, 1963",
        "Duration: open",
        "    Halvern, preferred: “ten years” (15-minutes)",
    ]


def test_changes_over_time_are_told(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", ilvane, "--changes", "--of", "duration"]) == 0
    assert "March 5, 1963, Duration: Halvern" in capsys.readouterr().out


def test_the_matrix_as_data_has_every_passage(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", ilvane, "--on", "1963-12-04", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["issues"]) == 14
    assert all(one["at"]["document"] for issue in told["issues"] for one in issue["positions"])


def test_a_paper_is_printed_or_written(ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", ilvane, "--paper", "Halvern", "--on", "1963-06-28", "--of", "pilotage"]) == 0
    assert "Position paper of Halvern" in capsys.readouterr().out
    out = tmp_path / "paper.docx"
    assert run(["positions", ilvane, "--paper", "Halvern", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"PK")
    assert run(["positions", ilvane, "--paper", "Aurelia"]) == 2


def test_an_entry_is_made_and_taken_back(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    source = ["--cites", "15-minutes", "--where", "Mr. Hollin asked that there should be fewer meetings."]
    assert (
        run(["positions", ilvane, "--enter", "commission", "preferred", "--of-actor", "Halvern, Treasury", *source])
        == 0
    )
    assert re.search(
        r"Kept as entry \d+ \(entered-1\): Halvern, Treasury, preferred on commission", capsys.readouterr().out
    )
    assert run(["positions", ilvane, "--settle", "commission", "dropped", "--of-actor", "Halvern", *source]) == 0
    number = capsys.readouterr().out.partition("Kept as entry ")[2].partition(":")[0]
    assert run(["positions", ilvane, "--take-back", number]) == 0
    assert run(["positions", ilvane, "--take-back", number]) == 2
    assert run(["positions", ilvane, "--enter", "commission", "preferred"]) == 2


def test_what_the_documents_tell_is_written_as_a_register_that_can_be_taken(ilvane: str, tmp_path: Path) -> None:
    out = tmp_path / "told.toml"
    assert run(["positions", ilvane, "--told", "-o", str(out)]) == 0
    assert run(["positions", ilvane, "--take", str(out)]) == 0


def test_a_thread_and_what_is_unanswered_are_told(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["threads", ilvane, "26-telegram-guidance"]) == 0
    told = capsys.readouterr().out
    assert "answers 25-telegram-counterproposal" in told and "asks by February 26, 1964" in told
    assert run(["threads", ilvane, "--unanswered"]) == 0
    assert "Request guidance by February 26" not in capsys.readouterr().out
    assert run(["threads", ilvane, "--json"]) == 0
    assert "unanswered" in json.loads(capsys.readouterr().out)


def test_a_text_is_cleared_from_the_terminal(ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clear = ["clear", ilvane, "answer"]
    opened = ["--new", "draft", "--text", REDRAFT, "--by", "T", "--route", "LA; Marine?", "--approver", "Minister"]
    assert run([*clear, *opened, "--recommend", "that it go"]) == 0
    assert run([*clear, "--circulate", "--by", "T"]) == 0
    assert (
        run(
            [
                *clear,
                "--by",
                "LA",
                "--change",
                "In Article IV, the words “sixty days” shall be replaced by the words “ten days”.",
            ]
        )
        == 0
    )
    assert run([*clear, "--by", "T", "--send"]) == 2
    assert "change 1 of LA is not settled" in capsys.readouterr().err
    assert run([*clear, "--by", "T", "--accept", "1"]) == 0
    assert run([*clear, "--by", "T", "--recall"]) == 0
    assert run([*clear, "--by", "T", "--hand-to", "Minister"]) == 0
    assert run([*clear, "--by", "Minister", "--modify", "1", "and soon"]) == 0
    assert run([*clear, "--by", "T", "--send", "--as", "96"]) == 0
    capsys.readouterr()
    assert run([*clear, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sent"], told["sent_as"], told["line"]) == (
        True,
        "96",
        "Drafted by T; cleared with LA; approved by Minister.",
    )
    assert run(["clear", ilvane, "--json"]) == 0
    (listed,) = (each for each in json.loads(capsys.readouterr().out)["packages"] if each["id"] == told["id"])
    assert listed == {name: told[name] for name in listed}
    assert run(["clear", ilvane]) == 0
    assert "sent as 96" in capsys.readouterr().out


def _proposed(ilvane: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["positions", ilvane, "--told", "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_a_proposal_that_is_dismissed_is_not_proposed_again_until_that_is_taken_back(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _proposed(ilvane, capsys)
    place = before["positions"][0]["place"]
    assert run(["positions", ilvane, "--dismiss", place, "--reason", "It only reports it."]) == 0
    left = _proposed(ilvane, capsys)
    assert place not in [one["place"] for one in left["positions"]]
    assert left["dismissed"] == len(before["positions"]) - len(left["positions"])
    assert run(["positions", ilvane, "--told"]) == 0
    assert "Left out, as a person dismissed them: 1." in capsys.readouterr().out
    assert run(["positions", ilvane, "--dismissed"]) == 0
    told = capsys.readouterr().out
    assert f"{place}, " in told and "no position; It only reports it." in told
    number = told.splitlines()[1].split()[0]
    assert run(["positions", ilvane, "--take-back", number]) == 0
    assert _proposed(ilvane, capsys) == before


def test_a_passage_is_dismissed_from_one_issue_and_what_nobody_proposed_is_refused(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    passage = next(one for one in _proposed(ilvane, capsys)["passages"] if one["issue"])
    assert run(["positions", ilvane, "--dismiss", passage["place"], "--of", passage["name"]]) == 0
    assert passage["place"] not in [one["place"] for one in _proposed(ilvane, capsys)["passages"]]
    assert run(["positions", ilvane, "--dismiss", "04-letter:1-2"]) == 2
    assert "Nothing of the kind is proposed there." in capsys.readouterr().err
    assert run(["positions", ilvane, "--dismiss", "04-letter"]) == 2
    assert "names no passage" in capsys.readouterr().err


def test_what_is_proposed_is_confirmed_by_its_place_once(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = _proposed(ilvane, capsys)
    one = next(o for o in told["positions"] if o["issue"] and o["actor"] and "memorandum-tab" not in o["place"])
    assert run(["positions", ilvane, "--confirm", one["place"]]) == 0
    kept = capsys.readouterr().out
    assert "(entered-1): " in kept and f"{one['level']} on {one['issue']}" in kept
    assert one["place"] not in [each["place"] for each in _proposed(ilvane, capsys)["positions"]]
    passage = next(one for one in told["passages"] if one["issue"])
    assert run(["positions", ilvane, "--confirm", passage["place"]]) == 0
    first = capsys.readouterr().out
    assert run(["positions", ilvane, "--confirm", passage["place"]]) == 0
    assert capsys.readouterr().out == first
    assert f"it is on {passage['issue']}." in first


def test_a_changed_text_is_shown_to_who_cleared_it(
    ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Article 1\nIt runs daily.\n", encoding="utf-8")
    clear = ["clear", ilvane, "note"]
    assert run([*clear, "--new", "note", "--text", str(text), "--by", "T", "--route", "LA, Marine"]) == 0
    assert run([*clear, "--circulate", "--by", "T"]) == 0
    assert run([*clear, "--by", "LA", "--concur"]) == 0
    assert run([*clear, "--by", "Marine", "--object", "Not daily."]) == 0
    text.write_text("Article 1\nIt runs weekly.\n", encoding="utf-8")
    assert run([*clear, "--by", "T", "--revise", str(text)]) == 0
    assert run([*clear, "--by", "T", "--remind", "LA"]) == 0
    capsys.readouterr()
    assert run([*clear, "--since", "LA"]) == 0
    assert "It runs [-daily-]{+weekly+}." in capsys.readouterr().out
    assert run(["clear", ilvane, "--by", "LA"]) == 0
    assert "1 package held by LA" in capsys.readouterr().out
    assert run(["clear", ilvane, "--by", "Marin"]) == 0
    told = "0 packages held by Marin\n  No package has a part for Marin; those with one: LA, Marine, T\n"
    assert capsys.readouterr().out == told


def test_a_text_to_clear_is_taken_letter_for_letter(
    ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "note.txt"
    text.write_bytes("Article 1\nThe café “runs” daily.\n".encode("cp1252"))
    assert (
        run(["clear", ilvane, "note", "--new", "note", "--text", str(text), "--by", "T", "--route", "LA", "--json"])
        == 0
    )
    told = capsys.readouterr()
    assert json.loads(told.out)["text"] == "Article 1\nThe café “runs” daily."
    assert "was read as Windows-1252" in told.err


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"%PDF-1.7", b"<html>x", b"a\0b"])
def test_what_is_no_plain_text_is_not_sent_round(
    content: bytes, ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "note.docx"
    text.write_bytes(content)
    assert run(["clear", ilvane, "note", "--new", "note", "--text", str(text), "--by", "T", "--route", "LA"]) == 2
    assert "this is no " in capsys.readouterr().err.lower()


def test_an_issue_is_asked_for_by_any_of_its_names(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["positions", ilvane, "--of", "quillon roads", "--on", "1963-06-28"]) == 0
    told = capsys.readouterr().out
    assert "Naval access: open" in told and "Number of vessels" in told and "Pilotage" not in told
    assert run(["positions", ilvane, "--of", "the Quillon Roads", "--paper", "Halvern", "--on", "1963-06-28"]) == 0
    assert "Number of vessels" in capsys.readouterr().out


def _way(ilvane: str, name: str = "answer", *, route: str = "LA") -> list[str]:
    """A package on its way, and the beginning of every command on it."""
    clear = ["clear", ilvane, name]
    opened = ["--new", "draft", "--text", REDRAFT, "--by", "T", "--route", route, "--approver", "Minister"]
    assert run([*clear, *opened]) == 0
    assert run([*clear, "--circulate", "--by", "T"]) == 0
    return clear


def test_what_the_approver_changes_is_in_the_text(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    clear = _way(ilvane)
    assert run([*clear, "--by", "LA", "--concur"]) == 0
    assert run([*clear, "--by", "T", "--hand-to", "Minister"]) == 0
    twelve = "In Article XII, the words “eight years” shall be replaced by the words “twelve years”."
    assert run([*clear, "--by", "Minister", "--modify", "0", "A.R.", "--change", twelve]) == 0
    told = capsys.readouterr().out
    assert f"Minister, the text approved with modification: A.R.; {twelve}" in told
    assert run([*clear, "--json"]) == 0
    package = json.loads(capsys.readouterr().out)
    assert "in force for twelve years" in package["text"]
    assert package["seats"][0]["clearance"] == "lapsed"
    assert package["decisions"][0]["recommendation"] == 0
    assert package["log"][-1]["by"] == "Minister"


@pytest.mark.parametrize("option", [["--object", ""], ["--hand-to", ""], ["--change", ""], ["--accept", "0"]])
def test_an_act_that_is_left_empty_is_refused_and_not_passed_over(
    ilvane: str, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    clear = _way(ilvane)
    capsys.readouterr()
    assert run([*clear, "--by", "LA", *option]) == 2
    assert capsys.readouterr().out == ""


def test_a_package_tells_whether_it_is_on_its_way_and_what_was_done(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clear = _way(ilvane, route="LA, Marine")
    assert run([*clear, "--remind", "LA", "--by", "T", "--person", "Pennard"]) == 0
    assert "T (Pennard): reminded LA" in capsys.readouterr().out
    assert run([*clear, "--recall", "--by", "T"]) == 0
    assert "with T; recalled" in capsys.readouterr().out


def test_who_owes_a_reply_sees_by_when_and_that_it_was_reminded(
    ilvane: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clear = _way(ilvane, route="LA by 1963-03-12, Marine")
    assert run([*clear, "--remind", "LA", "--by", "T"]) == 0
    assert "LA: asked, late, reminded on " in capsys.readouterr().out
    assert run(["clear", ilvane, "--by", "LA"]) == 0
    assert "LA: by March 12, 1963, late; reminded on " in capsys.readouterr().out
    assert run([*clear, "--by", "LA", "--concur"]) == 0
    capsys.readouterr()
    assert run(["clear", ilvane]) == 0
    assert "reminded" not in capsys.readouterr().out


def test_an_office_is_not_asked_to_clear_what_is_not_there(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    opened = ["--new", "draft", "--text", REDRAFT, "--by", "T", "--route", "LA (Article XLIV)"]
    assert run(["clear", ilvane, "answer", *opened]) == 2
    assert "the route, LA: There is no Article XLIV in the draft." in capsys.readouterr().err


def test_a_clearance_line_is_read(ilvane: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clear", ilvane, "--read", "Drafted in NA; cleared with L and EE; and approved by McClurkin."]) == 0
    assert capsys.readouterr().out == "Drafted by NA; cleared with L and EE; approved by McClurkin.\n"


@pytest.mark.parametrize(
    "arguments",
    [["none"], ["none", "--concur", "--by", "LA"], ["new", "--new", "note", "--by", "T"], ["--concur", "--by", "LA"]],
)
def test_what_cannot_be_done_is_told_in_a_line(ilvane: str, arguments: list[str]) -> None:
    assert run(["clear", ilvane, *arguments]) == 2


def test_a_paper_has_the_precedents_of_the_wording_on_the_table(
    ilvane: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = str(tmp_path / "agreements.library")
    assert run(["library", "add", *map(str, sorted((EXAMPLE.parent / "library").glob("*.txt"))), "-l", library]) == 0
    capsys.readouterr()
    asked = ["positions", ilvane, "--paper", "Halvern", "--on", "1963-12-04", "--of", "passage"]
    assert run([*asked, "--library", library]) == 0
    told = capsys.readouterr().out
    assert "Article I: Article 1, 0.93 alike" in told
    assert re.search(r"\[\d+\] halvern-sellane-1949, Article 1: TREATY OF NAVIGATION .*, 1949-09-21", told)
    assert run(asked) == 0
    assert "Precedents" not in capsys.readouterr().out


def test_a_library_that_is_none_is_a_trouble(ilvane: str, tmp_path: Path) -> None:
    assert run(["positions", ilvane, "--paper", "Halvern", "--library", str(tmp_path)]) == 2

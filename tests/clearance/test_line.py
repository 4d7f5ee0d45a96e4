"""The clearance line: read into facts, and written from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from travaux import record
from travaux.clearance.line import Line, Named, line, of_note

LABELS = Path(__file__).parent / "labels" / "clearance_lines.json"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Drafted by Katz, cleared by GER and BMI, and approved by Leddy.",
         "Drafted by Katz; cleared with GER and BMI; approved by Leddy."),
        ("Drafted in NA; cleared in draft with L, L/FE, and EE; and approved by McClurkin.",
         "Drafted by NA; cleared in draft with L, L/FE, and EE; approved by McClurkin."),
        ("Drafted by Davis, cleared in draft with Bohlen and Kohler, in substance with Rusk, and approved by Kohler.",
         "Drafted by Davis; cleared in draft with Bohlen and Kohler, and in substance with Rusk; approved by Kohler."),
        ("Drafted and approved by Palmer.", "Drafted by Palmer; approved by Palmer."),
        ("Drafted by Seligmann (DOD/ISA) and Sneider (EA/J).", "Drafted by Seligmann (DOD/ISA) and Sneider (EA/J)."),
        ("Drafted by Fearey and approved in S on January 14 and in the White House on February 2.",
         "Drafted by Fearey; approved by S and White House."),
        ("Source: Files, 12. Secret. Drafted by Stabler, cleared by Merchant (draft) and Robertson.",
         "Drafted by Stabler; cleared in draft with Merchant, and with Robertson."),
        ("The copy shows the memorandum was drafted by Sneider.", "Drafted by Sneider."),
    ],
)  # fmt: skip
def test_a_line_is_read_and_written_in_one_form(words: str, written: str) -> None:
    read = line(words)
    assert (str(read.line), read.findings) == (written, ())


@pytest.mark.parametrize("words", ["Cleared by Vest and four offices in EUR.", "Not cleared by the Secretary."])
def test_what_is_worded_otherwise_is_a_finding_and_no_name(words: str) -> None:
    read = line(words)
    assert (read.line, [each.code for each in read.findings]) == (Line(), ["clearance-not-read"])


def test_what_stands_behind_a_name_and_is_not_understood_is_a_finding() -> None:
    read = line("Drafted in NA and approved by Sebald who signed for Dulles.")
    assert read.line.approved == (Named("Sebald"),)
    assert "who signed for Dulles" in read.findings[0].message


@pytest.mark.parametrize("words", ["", "Confidential. Repeated to Manila.", "It rained in Tokyo."])
def test_a_note_that_tells_nothing_of_it_names_nobody(words: str) -> None:
    assert line(words).line == Line()


def test_what_is_written_reads_as_the_same_facts() -> None:
    told = Line(
        (Named("Pennard"),), (Named("WD"), Named("LA", manner="in draft"), Named("Marine")), (Named("Rennick"),)
    )
    assert line(str(told)).line == told


@pytest.mark.corpus
def test_the_labelled_lines_of_the_record_are_read(corpus: Path) -> None:
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    folder = corpus / "frus"
    found = wanted = right = 0
    for volume in sorted({ident.partition("/")[0] for ident in labels}):
        for document in record.read((folder / f"{volume}.xml").read_bytes(), name=f"{volume}.xml"):
            if document.id in labels and document.source_note:
                read = of_note(document.source_note, document=document.id).line
                for role in ("drafted", "cleared", "approved"):
                    names, label = [named.who for named in getattr(read, role)], labels[document.id][role]
                    found, wanted = found + len(names), wanted + len(label)
                    right += sum(name in label for name in names)
    assert right / found >= 0.98 and right / wanted >= 0.9

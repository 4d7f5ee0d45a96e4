"""What source notes say, in the wordings they are found in."""

from __future__ import annotations

import pytest

from travaux.record.source_note import parse

SOURCE = "Source: Ministry of External Affairs, Central Files, 412.7/5–962. Secret; Niact."


def test_file_classification_and_handling_are_read() -> None:
    note = parse(SOURCE)
    assert (note.file_number, note.classification, note.handling) == ("412.7/5-962", "secret", ("Niact",))


@pytest.mark.parametrize(
    ("words", "drafted", "cleared", "approved"),
    [
        ("Drafted by Pell.", ("Pell",), None, None),
        ("Drafted by Pell and Ash, and approved by Rook.", ("Pell", "Ash"), None, ("Rook",)),
        ("Drafted and approved by Pell.", ("Pell",), None, ("Pell",)),
        ("Drafted on May 6 by Pell and cleared with L/XX and S/S.", ("Pell",), ("L/XX", "S/S"), None),
        ("Drafted by J. B. Pell (WD); cleared in draft with the Ministry of Marine; and approved by Ash.",
         ("J. B. Pell (WD)",), ("Ministry of Marine",), ("Ash",)),
        ("Drafted by Pell and approved in S on May 3 and by the White House on May 4.",
         ("Pell",), None, ("S", "White House")),
    ],
)  # fmt: skip
def test_the_people_it_went_through_are_read(
    words: str, drafted: tuple[str, ...] | None, cleared: tuple[str, ...] | None, approved: tuple[str, ...] | None
) -> None:
    note = parse(f"{SOURCE} {words}")
    assert (note.drafted_by, note.cleared_with, note.approved_by) == (drafted, cleared, approved)


@pytest.mark.parametrize(
    ("words", "posts"),
    [
        ("Repeated to Zenda.", ("Zenda",)),
        ("Also sent to Zenda and repeated to Strelsau for Rook and to FLAGWEST.", ("Strelsau for Rook", "FLAGWEST")),
        ("Repeated priority to Zenda, Strelsau, and all NATO capitals.", ("Zenda", "Strelsau", "all NATO capitals")),
        ("Sent to Zenda.", None),
    ],
)
def test_the_posts_it_was_repeated_to_are_read(words: str, posts: tuple[str, ...] | None) -> None:
    assert parse(f"{SOURCE} {words}").repeated_to == posts


@pytest.mark.parametrize(
    "words",
    [
        "Drafted by Pell, Director of the Office of Straits and Bays.",
        "Drafted by someone in the Embassy.",
        "Repeated to London for Smith and Jones.",
        "The meeting was held in Rook’s office, and the memorandum drafted there.",
    ],
)
def test_wording_that_may_be_read_two_ways_is_left_alone(words: str) -> None:
    note = parse(f"{SOURCE} {words}")
    assert (note.drafted_by, note.cleared_with, note.approved_by, note.repeated_to) == (None, None, None, None)


def test_a_note_that_names_no_class_says_there_is_none() -> None:
    assert parse("Source: Ministry of External Affairs, Rook Papers.").classification == "none"
    assert parse("Source: Rook Papers. No classification marking.").classification == "none"


def test_a_class_that_is_of_a_part_only_is_left_alone() -> None:
    assert parse("Source: Rook Papers. Secret; enclosure Confidential.").classification is None


def test_initials_do_not_end_a_sentence() -> None:
    note = parse(f"{SOURCE} Drafted by A. B. Pell of WD. Repeated to Zenda.")
    assert (note.drafted_by, note.repeated_to) == (("A. B. Pell of WD",), ("Zenda",))


def test_the_words_are_kept_as_they_stand() -> None:
    words = f"[{SOURCE} 2 pages of source text not declassified.]"
    assert parse(words).text == words

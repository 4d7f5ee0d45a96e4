"""Where sentences end: not at abbreviations, initials, labels, or within what they quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.text.sentences import sentences


def _parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry runs daily. It carries mails.",
        "Is the ferry safe? Nobody has said so.",
        "Article V. Replace “ten” with “twelve.”",
        "See para. 3 of the note. It is attached.",
        "Art. 5 stands. Art. 6 goes.",
        "The U.S. draft is long. The other is not.",
        "Mr. Astley agreed. Dr. Montrec did not.",
        "It was sent at 3 p.m. on Monday. No reply came.",
        "No. 4 of the series is lost. No. 5 is not.",
        "He named Gen. Voss, Adm. Wexcombe etc. in his note. They were told.",
        "1. The Parties shall confer. They shall do so at once.",
        "(a) The Parties shall confer. (b) They shall do so at once.",
        "Replace “areas” with “waters.” Comment: The areas were too wide.",
        "He said: “It is late. I must go.” Then he went.",
        "The quotation breaks off . . . and goes on. Here it ends.",
        "J. Brand signed. He left.",
    ],
)
def test_a_text_of_two_sentences_has_two(text: str) -> None:
    first, second = _parted(text)

    assert f"{first} {second}" == text
    assert first[-1] in ".?”"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry runs daily",
        "The treaty of Oct. 19 between the U.S. and the U.K. stands.",
        "“It is late. I must go. The ferry waits.”",
        "As J. F. Brand and Lt. Col. Voss have told the Govt. of Sorne, it is late.",
        "(a) when the ferry is late;",
    ],
)
def test_a_text_of_one_sentence_has_one(text: str) -> None:
    assert _parted(text) == [text]


def test_an_empty_text_has_no_sentence() -> None:
    assert sentences("") == sentences("  \n ") == ()


@given(st.text(alphabet='AbI1 .?!“”"’()\n;:,'))
def test_sentences_follow_each_other_and_leave_out_nothing_but_blanks(text: str) -> None:
    spans = sentences(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]

    assert edges == sorted(edges)
    assert not "".join(text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)).strip()
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@given(st.lists(st.sampled_from(["The ferry runs.", "Fares are free.", "Nobody pays."]), min_size=1, max_size=6))
def test_plain_sentences_are_counted_one_by_one(lines: list[str]) -> None:
    assert _parted(" ".join(lines)) == lines

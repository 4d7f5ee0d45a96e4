"""How passages name the texts they amend."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from travaux.amend.naming import _NAME, _named, last_names, names

_PIECES = (
    "Treaty, draft, our ,new ,U.S. ,-draft,(Japanese,gov’Treaty ,agreement,of the ,Memorandum of Understanding,. ,NOTE,"
    "notes,the ,Status,exchange of notes, on ,for , ,\n,security , formula,Understanding,x"
).split(",")


def test_a_note_counts_where_it_is_called_a_draft() -> None:
    assert names("Their note of May 3 encloses a draft note on Ferries, he said.") == ("draft note on Ferries",)


def test_the_capital_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert names("Table our draft. The Mutual Security Treaty stays.") == ("our draft", "Mutual Security Treaty")


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@example("(Old U.S. draft treaty of Peace, new notes")
def test_names_found_by_their_kind_are_those_that_the_expression_alone_finds(words: str) -> None:
    assert [match.span() for match in _named(words)] == [match.span() for match in _NAME.finditer(words)]


@given(st.lists(st.sampled_from([*_PIECES, "“", "”", ": ", "\n\n"]), max_size=14).map("".join))
@example("They sent a note.\n(Our draft)\nTable new\ndraft")
def test_names_found_from_the_last_line_on_are_all_names_the_last_first(words: str) -> None:
    assert tuple(last_names(words)) == tuple(reversed(names(words)))

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.desk.search.excerpt import CLOSE, OPEN, excerpt


def _marked(*words: str) -> str:
    return " ".join(f"{OPEN}{word[1:]}{CLOSE}" if word.startswith("*") else word for word in words)


def _plain(marked: str) -> str:
    return marked.replace(OPEN, "").replace(CLOSE, "")


def test_nothing_marked_gives_no_passage() -> None:
    assert excerpt("The ferries are late.", enough=1) is None


def test_the_passage_with_most_of_the_words_is_chosen() -> None:
    far = ["of ferries"] * 60
    found = excerpt(_marked("*pilots", *far, "the", "*pilots", "and", "*harbors", *far), enough=2)
    assert found
    assert [part.words for part in found.parts if part.matched] == ["pilots", "harbors"]


def test_a_passage_begins_with_its_sentence_and_says_where_it_was_cut() -> None:
    found = excerpt(_marked("Much was said of coal.", "Then came the", "*pilots", *["with their boats"] * 60), enough=1)
    assert found
    words = "".join(part.words for part in found.parts)
    assert words.startswith("…Then came the pilots")
    assert words.endswith("…")


@given(
    st.lists(st.sampled_from(["sea", "coal.", "*pilot", "*treaty area", "a\nb", "x" * 90]), min_size=1),
    st.integers(1, 3),
)
def test_a_passage_stands_in_the_text_and_its_first_match_where_it_says(words: list[str], enough: int) -> None:
    marked = _marked(*words)
    found = excerpt(marked, enough=enough)
    assert (found is None) is (OPEN not in marked)
    if found:
        passage = "".join(part.words for part in found.parts)
        assert passage.strip("…") in _plain(marked)
        first = next(part.words for part in found.parts if part.matched)
        assert _plain(marked)[found.start : found.end] == first
        assert {part.words for part in found.parts if part.matched} <= {"pilot", "treaty area"}

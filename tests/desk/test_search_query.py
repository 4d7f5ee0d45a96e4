from __future__ import annotations

import sqlite3

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from travaux.desk.search.match import match
from travaux.desk.search.parse import parse
from travaux.desk.search.query import AllOf, AnyOf, Near, Term
from travaux.desk.search.stems import TOKENIZE, _stored, beginnings

# Words, signs and the words that join, in whatever order.
queries = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["treaty", "bas*", '"', "“area", "”", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR(a b, 2)",
             "NEAR(", "*", "-", "a:b", "^c", "+", "\x00", "{", "é*", "'", ";", "--", "½", "\ud800", "naïve"]
        )
    ).map(" ".join),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5(word, tokenize = '{TOKENIZE}')")
    return connection


def _found(index: sqlite3.Connection, typed: str, among: list[str]) -> list[str]:
    """Which of these texts a query finds."""
    wanted = parse(typed).wanted
    assert wanted
    index.execute("DELETE FROM words")
    index.executemany("INSERT INTO words VALUES (?)", [(text,) for text in among])
    rows = index.execute("SELECT word FROM words WHERE words MATCH ? ORDER BY rowid", [match(wanted)])
    return [text for (text,) in rows]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("treaty area NEAR Ryukyus", "all of: treaty, area near Ryukyus"),
        ('"use of bases"', "“use of bases”"),
        ("“use of bases” negotiat*", "all of: “use of bases”, negotiat…"),
        ("a OR b c", "any of: a, (all of: b, c)"),
        ("(a OR b) AND c", "all of: (any of: a, b), c"),
        ("a (b c)", "all of: a, b, c"),
        ("bases NOT Okinawa", "bases but not Okinawa"),
        ("a b NOT c NOT d", "all of: a, b; none of: c, d"),
        ("a NEAR/3 b NEAR c", "a near b near c"),
        ("NEAR(a “b c”, 4)", "a within 4 words of “b c”"),
        ("and or not near", "all of: and, or, not, near"),
        ("US-Japan title:x", "all of: US-Japan, title:x"),
        ("", ""),
    ],
)
def test_what_is_looked_for_is_said_in_words(typed: str, words: str) -> None:
    assert str(parse(typed)) == words
    assert parse(typed).remarks == ()


@pytest.mark.parametrize(
    ("typed", "words", "remark"),
    [
        ("*** treaty", "treaty", "no letter"),
        ("(treaty", "treaty", "parenthesis"),
        ("treaty)", "treaty", "parenthesis"),
        ('"treaty area', "“treaty area”", "without its end"),
        ("AND treaty", "treaty", "stand between"),
        ("treaty OR", "treaty", "stand between"),
        ("treaty NEAR (a OR b)", "all of: treaty, (any of: a, b)", "stand between"),
        ("NEAR(treaty)", "treaty", "stand between"),
        ("NOT treaty", "", "nothing else"),
        ("a OR NOT b", "a", "nothing else"),
        ("tr*ty", "“tr ty”", "end of a word"),
        ("-treaty", "treaty", "write NOT"),
        ("(" * 30 + "treaty" + ")" * 30, "treaty", "within so many"),
        ("treaty " * 70, "all of: " + ", ".join(["treaty"] * 64), "first 64"),
        (" " * 3000 + "treaty", "", "first 2,000"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_told(typed: str, words: str, remark: str) -> None:
    assert str(parse(typed)) == words
    assert any(remark in each for each in parse(typed).remarks)


@given(queries)
@example("(" * 5000)
@example("NOT " * 1000 + "a")
@example("a NOT " * 63 + "b")
@example("((a OR b) NOT " * 19 + "c" + ")" * 19)
def test_nothing_that_is_typed_is_more_than_the_index_takes(index: sqlite3.Connection, typed: str) -> None:
    wanted = parse(typed).wanted
    if wanted:
        index.execute("SELECT rowid FROM words WHERE words MATCH ?", [match(wanted)]).fetchall()


@given(queries)
def test_nothing_is_left_out_without_a_word(typed: str) -> None:
    query = parse(typed)
    assert query.wanted or query.remarks or not any(map(str.isalnum, typed))


def test_the_tree_is_what_was_typed() -> None:
    near = Near((Term("a"), Term("b", prefix=True)), 3)
    assert parse("(x OR a NEAR/3 b*) NOT y").wanted == AllOf((AnyOf((Term("x"), near)),), (Term("y"),))


@pytest.mark.parametrize("word", ["***", "", " "])
def test_a_term_without_a_letter_cannot_be_made(word: str) -> None:
    with pytest.raises(ValueError):
        Term(word)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("negotiat*", ["negotiate", "negotiations", "negotiators"]),
        # The index has one stem for all three, as it has for the words themselves.
        ("negotiator*", ["negotiate", "negotiations", "negotiators"]),
        ("bas*", ["bases", "basis"]),
        ("bases*", ["bases"]),
        ("agree*", ["agreement"]),
        ("façad*", ["façade"]),
        ("united*", ["united"]),
        ("occasi*", ["occasion"]),
    ],
)
def test_a_beginning_finds_the_words_that_begin_so_whatever_the_index_made_of_them(
    index: sqlite3.Connection, typed: str, found: list[str]
) -> None:
    words = ["negotiate", "negotiations", "negotiators", "battle", "bases", "basis", "agreement", "façade", "united"]
    words += ["occasion"]
    assert _found(index, typed, words) == found


@given(st.text(alphabet=st.characters(min_codepoint=97, max_codepoint=122), min_size=3, max_size=9), st.data())
def test_a_word_is_found_by_each_of_its_beginnings(index: sqlite3.Connection, word: str, data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(["", "s", "ed", "ing", "ation", "ations", "ly", "ness", "al"]))
    begun = data.draw(st.integers(2, len(word)))
    # 'aing' is 'a' to the index, which then stands for nothing that begins with 'ai'.
    assume(len(_stored([word + ending], TOKENIZE)[0]) > 2)
    assert _found(index, f"{word[:begun]}*", [word + ending]) == [word + ending]


def test_the_stem_that_is_a_beginning_is_the_longest_there_is() -> None:
    assert beginnings("treat") == ("treat", ())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("area NEAR Ryukyus", ["area of the Ryukyus", "Ryukyus in the area"]),
        ("area NEAR/1 Ryukyus", []),
        ("area NEAR/2 Ryukyus", ["area of the Ryukyus", "Ryukyus in the area"]),
        ("area NEAR ryuk*", ["area of the Ryukyus", "Ryukyus in the area"]),
        ('"the Ryukyus" OR consul*', ["area of the Ryukyus", "consultation"]),
        ("area NOT of", ["Ryukyus in the area"]),
        ('"the Ryuky*"', []),
        ('"the Ryuk"*', ["area of the Ryukyus"]),
    ],
)
def test_each_way_of_asking_finds_what_it_says(index: sqlite3.Connection, typed: str, found: list[str]) -> None:
    assert _found(index, typed, ["area of the Ryukyus", "Ryukyus in the area", "consultation"]) == found

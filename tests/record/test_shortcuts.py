"""What is read without a grammar, because it is so common, is read as the grammar reads it."""

from __future__ import annotations

import gc
import re
from contextlib import suppress
from itertools import product

import pytest
from docx.opc.package import OpcPackage
from fuzz import pages
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import UnreadableInput
from travaux.record import dateline, read, source_note, when
from travaux.record.registers import tenure
from travaux.record.uncollected import uncollected

NOTHING, ANYTHING = re.compile(r"(?!)"), re.compile("")
PLACES = ["Dunmarch", "New Halvern", "Undated", "On Received Board", "March Field", "Received", "Noon"]
DAYS = ["March 4, 1962", "May 31, 1958", "June 31, 1958", "September 0, 1960", "February 09, 2000", "April 99, 1951"]
HOURS = ["", "3 p.m.", "12:30 a.m.", "9:59 p. m.", "noon", "1430Z", "2560Z", "13:45", "12:61 p.m.", "99 a.m."]
HOURS += ["5", "midnight"]


@pytest.mark.parametrize("day", DAYS)
def test_common_dates_mean_what_the_grammar_says(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = [f"{day}{dash if hour else ''}{hour}{end}" for dash, hour, end in product((", ", "—"), HOURS, ("", "."))]
    short = [when.when.__wrapped__(words) for words in written]
    monkeypatch.setattr(when, "_PLAIN", NOTHING)
    assert short == [when.when.__wrapped__(words) for words in written]


@pytest.mark.parametrize("place", PLACES)
def test_common_datelines_say_what_the_grammar_says(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        f"{place}, {day}{dash if hour else ''}{hour}{end}"
        for day, dash, hour, end in product(DAYS, (", ", "—", "-"), HOURS, ("", "."))
    ]
    short = [dateline.read.__wrapped__(line) for line in lines]
    monkeypatch.setattr(dateline, "_PLAIN", NOTHING)
    assert short == [dateline.read.__wrapped__(line) for line in lines]


_VERBS = "drafted cleared approved Drafted redrafted -drafted (cleared and also Also It was".split()
_ON_DATES = ["on March 3", "on Sept 12, 1962", "on July 312", "on May", "on March 3rd", "on April 5, 19625"]
_WORDS = st.sampled_from([*_VERBS, *"by with in draft Pell L/XX , ; . and on".split(), *_ON_DATES])


@given(st.lists(st.tuples(_WORDS, st.sampled_from(["", " ", "  "])), min_size=1, max_size=9))
def test_clauses_of_a_source_note_are_those_of_the_grammar(parts: list[tuple[str, str]]) -> None:
    sentence = "".join(word + gap for word, gap in parts).strip()
    with pytest.MonkeyPatch.context() as patched:
        short = source_note._clauses.__wrapped__(sentence)
        patched.setattr(source_note, "_DIGIT", ANYTHING)
        assert short == source_note._clauses.__wrapped__(sentence)


_LISTED = "by with in to Pell Ash EUR L/WD The Hague Jr Sr II III Bureau of for who and also Priority Director".split()
_LISTED += ["W.B.", "E.", "J–5", "O’Neill", "(EUR/WE)", "(in draft)", "(Pell and Ash)", "(Pell, Ash)", "Ash.", "the"]
_GAPS = st.sampled_from([" ", " ", ", ", " and ", ", and ", "  ", ".", ",", "; ", "/"])


@given(st.sampled_from("by with in to".split()), st.lists(st.tuples(_GAPS, st.sampled_from(_LISTED)), max_size=6))
def test_names_of_a_source_note_are_those_of_the_grammar(opening: str, parts: list[tuple[str, str]]) -> None:
    words = opening + "".join(gap + word for gap, word in parts)
    for places in (False, True):
        with pytest.MonkeyPatch.context() as patched:
            short = source_note._list.__wrapped__(words, places=places)
            patched.setattr(source_note, "_PLAIN", NOTHING)
            assert short == source_note._list.__wrapped__(words, places=places)


_HELD = (
    "Minister (of) Trade and Ambassador to in from since after until through thereafter then March May 1957 3 –".split()
)
_HELD += ["1957–1958", "March–May 1957", "May 1957-March 1958", "March 3, 1957–May 1957", "May 9, 1957-1958"]


@given(
    st.lists(st.tuples(st.sampled_from(_HELD), st.sampled_from([" ", " ", " ", ", ", " and "])), min_size=1, max_size=8)
)
def test_offices_of_a_list_are_those_of_the_grammar(parts: list[tuple[str, str]]) -> None:
    words = "".join(word + gap for word, gap in parts).strip(" ,")
    with pytest.MonkeyPatch.context() as patched:
        short = tenure._office.__wrapped__(words)
        patched.setattr(tenure, "_plainly", lambda words: ())
        assert short == tenure._office.__wrapped__(words)


def test_the_collector_goes_on_when_all_have_read() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_switched_off_stays_so() -> None:
    gc.disable()
    try:
        read(b"7. Telegram From the Embassy in Corvany to the Ministry\n\nPilots are to be licensed.", name="p.txt")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("words", ["7. Report From Rook to Pell", "neither heading nor dateline"])
def test_word_files_are_not_kept_in_memory(words: str) -> None:
    file = pages.word_file(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p><w:p><w:r><w:t>Pilots sail.</w:t></w:r></w:p>")
    gc.collect()
    before = _word_files()
    for _ in range(50):
        with suppress(UnreadableInput):
            read(file, name="given.docx")
    assert _word_files() - before < 20


def _word_files() -> int:
    """How many are in memory, those that other tests left among them."""
    return sum(issubclass(type(one), OpcPackage) for one in gc.get_objects())

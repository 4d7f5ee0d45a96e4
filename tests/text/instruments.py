"""Instruments made up by the thousand, line by line, for the laws that hold of any of them."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.text.golden import document

from travaux import numerals
from travaux.record.document import Document, Kind
from travaux.text.draft import Draft
from travaux.text.outline import outline

_WORDS = st.sampled_from(
    "the ferry quay harbor Party Parties dues shall may be kept by of to in every season pilot’s co-operation "
    "U.S. No. 5 Art. “mails” & <b> persons, goods; whether (or not) 10% née İstanbul any such as".split()
)
_PARTICIPLES = st.sampled_from(["Recognizing", "Desiring", "Mindful of", "Having resolved to", "Whereas", "Convinced"])


def _phrase(size: int = 12) -> st.SearchStrategy[str]:
    return st.lists(_WORDS, min_size=1, max_size=size).map(" ".join)


SENTENCES = _phrase().map(lambda words: f"The {words}.")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
#: 'Art. 5' under the name of an article would name another.
_HEADINGS = _phrase(3).filter(lambda words: not words.startswith("Art. "))
RECITALS = st.tuples(_PARTICIPLES, _phrase()).map(lambda parts: f"{' '.join(parts)},")


@st.composite
def _numbered(draw: st.DrawFn) -> list[str]:
    """Numbered paragraphs, some with lettered subparagraphs beneath them."""
    lines: list[str] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        lines.append(f"{number}. {draw(PARAGRAPHS)}")
        if draw(st.booleans()):
            lines += [f"({letter}) {draw(_phrase())};" for letter in "abc"[: draw(st.integers(1, 3))]]
    return lines


def _articles(draw: st.DrawFn) -> list[str]:
    """Articles in Roman or Arabic: number on a line of its own, with a heading or without, or run into the words."""
    lines: list[str] = []
    roman, look = draw(st.booleans()), draw(st.sampled_from(["Article {}", "ARTICLE {}", "Article {}. {}", "heading"]))
    for number in range(1, draw(st.integers(2, 5)) + 1):
        count = numerals.roman(number) if roman else str(number)
        if look == "Article {}. {}":
            lines.append(look.format(count, draw(PARAGRAPHS)))
        else:
            lines.append(("Article {}" if look == "heading" else look).format(count))
            lines += [draw(_HEADINGS).capitalize()] if look == "heading" else []
            lines += draw(st.one_of(st.lists(PARAGRAPHS, min_size=1, max_size=3), _numbered()))
    return lines


@st.composite
def instrument_lines(draw: st.DrawFn) -> list[str]:
    """The lines of an instrument: title, preamble with recitals, articles, testimonium."""
    lines = [f"DRAFT TREATY ON THE {draw(_phrase(3)).upper()}"]
    if draw(st.booleans()):
        lines += ["Preamble"] if draw(st.booleans()) else []
        lines += ["The Republic of Ardal and the Kingdom of Sorne,", *draw(st.lists(RECITALS, min_size=1, max_size=4))]
        lines.append("Have agreed as follows:")
    lines += _articles(draw)
    if draw(st.booleans()):
        lines.append("Done at Morven in two copies.")
    return lines


def agreement(lines: list[str]) -> Document:
    return document("agreement", "\n".join(lines), kind=Kind.AGREEMENT)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Drafts as outlined from instruments."""
    (draft,) = outline(agreement(draw(instrument_lines())))
    return draft

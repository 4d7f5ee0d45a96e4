"""Drafts made up by the thousand, each with a later version of it: words, sentences, provisions and numbers changed."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.text.instruments import PARAGRAPHS, RECITALS, SENTENCES, agreement, instrument_lines

from travaux import numerals
from travaux.text.draft import Draft
from travaux.text.lines import line_of, names_article
from travaux.text.outline import outline

_WORDS = st.sampled_from("wharf tariff Commission, annually written; both lawful (if any) “tolls” lamp-oil".split())


def _draft(lines: list[str]) -> Draft | None:
    drafts = outline(agreement(lines))
    return drafts[0] if len(drafts) == 1 and drafts[0].text == "\n".join(lines) else None


@st.composite
def reworded(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """One line with words put in, taken out or exchanged."""
    at = draw(st.integers(0, len(lines) - 1))
    label = line_of(lines[at])
    size = label.label if label else 0
    words = lines[at][size:].split()
    if not words:
        return lines
    place = draw(st.integers(0, len(words) - 1))
    new = draw(st.lists(_WORDS, max_size=3))
    words[place : place + draw(st.integers(0, 2))] = new
    return [*lines[:at], *([lines[at][:size] + " ".join(words)] if words else []), *lines[at + 1 :]]


@st.composite
def lengthened(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """One line of sentences with a sentence more."""
    at = draw(st.integers(1, len(lines) - 1))
    if not lines[at].endswith("."):
        return lines
    return [*lines[:at], f"{lines[at]} {draw(SENTENCES)}", *lines[at + 1 :]]


@st.composite
def with_new_lines(draw: st.DrawFn, lines: list[str]) -> list[str]:
    at = draw(st.integers(1, len(lines)))
    return [*lines[:at], *draw(st.lists(st.one_of(PARAGRAPHS, RECITALS), min_size=1, max_size=2)), *lines[at:]]


@st.composite
def without_lines(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """One or two lines fewer; the line that names an article stays."""
    at = draw(st.integers(1, len(lines) - 1))
    after = at + draw(st.integers(1, 2))
    return [*lines[:at], *filter(names_article, lines[at:after]), *lines[after:]]


def _parts(lines: list[str]) -> list[list[str]]:
    """The lines before the first article, those of each, and the testimonium."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("Done at") or ((found := line_of(line)) and found.kind == "article"):
            parts.append([])
        parts[-1].append(line)
    return parts if parts[-1][0].startswith("Done at") else [*parts, []]


@st.composite
def rearranged(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Articles dropped, swapped or made out of others; numbered on in order, or left with the numbers they had."""
    opening, *articles, closing = _parts(lines)
    kept = draw(st.permutations(articles)) if draw(st.booleans()) else list(articles)
    gone = draw(st.integers(0, len(kept)))
    kept = kept[:gone] + kept[gone + draw(st.integers(0, 1)) :]
    new = next(number for number in range(90, 99) if f"Article {number}" not in lines)
    kept.insert(draw(st.integers(0, len(kept))), [f"Article {new}", draw(PARAGRAPHS)])
    if draw(st.booleans()):
        kept = [_renumbered(article, number) for number, article in enumerate(kept, start=1)]
    return [*opening, *(line for article in kept for line in article), *closing]


def _renumbered(article: list[str], number: int) -> list[str]:
    line = line_of(article[0])
    if line is None:
        return article
    start = article[0].index(line.number)
    new = numerals.roman(number) if numerals.from_roman(line.number) else str(number)
    return [article[0][:start] + new + article[0][start + len(line.number) :], *article[1:]]


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """A draft and a later version of it."""
    lines = draw(instrument_lines())
    later = lines
    for change in draw(
        st.lists(
            st.sampled_from([reworded, reworded, lengthened, with_new_lines, without_lines, rearranged]),
            min_size=1,
            max_size=4,
        )
    ):
        later = draw(change(later)) if len(later) > 1 else later
    before, after = _draft(lines), _draft(later)
    if before is None or after is None:
        return draw(revisions())
    return before, after

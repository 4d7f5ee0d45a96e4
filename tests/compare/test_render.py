"""Redlines as people see them. Words of documents are data: no tag, no terminal code of theirs gets through."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from travaux.compare.redline import Change, Redline, redline
from travaux.compare.render import as_html, as_text
from travaux.findings import Citation
from travaux.text.draft import Provision, ProvisionKind, Run

HOSTILE = '<script>alert("1")</script> & <ins>false</ins> <!-- x --> &lt;b&gt; </p><img src=x onerror=alert(1)>'


def _redline(before: str, after: str) -> Redline:
    texts = [
        Provision(ProvisionKind.PARAGRAPH, content=(Run(words, Citation("d", 0, len(words))),))
        for words in (before, after)
    ]
    return redline(*texts)


class _Page(HTMLParser):
    """What a browser sees: the tags, and the words under each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes = 0
        self.under: dict[str, str] = {"p": "", "ins": "", "del": ""}
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += len(attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.open:
            self.under[self.open[-1]] += data


def _words(given: Redline, *changes: Change) -> str:
    return "".join(span.words for line in given.lines for span in line.spans if span.change in changes)


def test_inserted_and_deleted_words_are_marked_for_a_page() -> None:
    assert as_html(_redline("It runs daily.", "It runs weekly.")) == "<p>It runs <del>daily</del><ins>weekly</ins>.</p>"


def test_inserted_and_deleted_words_are_marked_for_a_terminal() -> None:
    assert as_text(_redline("It runs daily.", "It runs weekly.")) == "It runs [-daily-]{+weekly+}."


def test_colours_close_where_they_open() -> None:
    text = as_text(_redline("It runs daily.", "It runs weekly."), colour=True)

    assert text == "It runs \x1b[9;31mdaily\x1b[0m\x1b[4;32mweekly\x1b[0m."


def test_words_that_look_like_tags_stay_words_on_the_page() -> None:
    page = _Page(as_html(_redline(f"Old. {HOSTILE}", f"New. {HOSTILE}")))

    assert page.tags == {"p", "ins", "del"}
    assert page.attributes == 0
    assert HOSTILE in page.words


@given(st.text(), st.text())
def test_no_words_whatever_become_a_tag(before: str, after: str) -> None:
    given_lines = _redline(before or "x", after or "x")
    page = _Page(as_html(given_lines))

    assert page.tags <= {"p", "ins", "del"}
    assert page.attributes == 0


@given(st.text(alphabet="ab <>&'\"/.", min_size=1), st.text(alphabet="ab <>&'\"/.", min_size=1))
def test_a_page_shows_each_word_under_the_mark_of_its_fate(before: str, after: str) -> None:
    given_lines = _redline(before, after)
    page = _Page(as_html(given_lines))

    assert page.under["ins"] == _words(given_lines, Change.INSERTED)
    assert page.under["del"] == _words(given_lines, Change.DELETED)


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_control_character_reaches_the_terminal(before: str, after: str) -> None:
    text = as_text(_redline(before, after))

    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_terminal_code_in_a_document_is_shown_as_a_mark() -> None:
    assert "\x1b" not in as_text(_redline("plain", "\x1b[2Jwiped"))

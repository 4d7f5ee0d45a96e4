"""Web page, PDF and Markdown: every word of the sheet, changes that are legible without colour, nothing that acts."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from tests.amend.made_up import drafts as any_drafts
from tests.text.instruments import agreement

from travaux.amend.operations import Instruction, SubstituteWords, Words
from travaux.amend.proceedings import Outcome, Step
from travaux.compare.redline import Change
from travaux.errors import UnknownFormat, UnwritableText
from travaux.exchange.export import export
from travaux.exchange.formats import FORMATS, Matter, format_named
from travaux.exchange.lay_out import lay_out
from travaux.exchange.outgoing import outgoing
from travaux.exchange.paper import Paper, fingerprint
from travaux.exchange.sheet import Line, Sheet, Stretch, Table
from travaux.exchange.signs import visible
from travaux.findings import Citation
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.outline import outline
from travaux.text.parse import parse

FERRY = ["Ferry Treaty", "Article 1", "1. It runs daily:", "(a) in summer;", "2. It is free.", "Article 2", "It rests."]
PAGES = [each.name for each in FORMATS if Matter.REDLINE in each.holds and Matter.TABLE in each.holds]


def _ferry(**changed: str) -> Draft:
    (draft,) = outline(agreement([changed.get(line.split()[0], line) for line in FERRY]))
    return draft


def _amended() -> Paper:
    """The treaty in which a telegram puts other words for some."""
    change = SubstituteWords(
        parse("Article 1, paragraph 2"), "free", Words("<b>cheap</b>", Citation("telegram", 10, 22))
    )
    reason = Words("It costs us “much”.", Citation("telegram", 30, 50))
    order = Instruction(Citation("telegram", 0, 50), "Put cheap.", (change,), proposer="Ardal", reason=reason)
    after = replace(_ferry(**{"2.": "2. It is <b>cheap</b>."}), id="after", date=datetime.date(1962, 5, 4))
    return Paper(after, before=_ferry(), made_by=(Step(order, Outcome.APPLIED, "agreement/draft", "after"),))


def _is_packed(name: str) -> bool:
    """Whether the words of a format cannot be looked for in its bytes."""
    return name in ("pdf", "word")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = self.within or tag == "main"
        if self.within and tag in ("p", "h1", "h2", "h3"):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.within and self.lines and data != "\n":
            self.lines[-1] += data


@settings(deadline=None)
@given(any_drafts)
def test_a_web_page_shows_every_word_of_its_draft_in_order(draft: Draft) -> None:
    sheet = lay_out(Paper(draft))
    page = _Words()
    page.feed(export(sheet, to=format_named("html")).decode())

    assert [line.replace("\n", "") for line in page.lines] == [
        visible(line.words).replace("\n", "").replace("\r", "") for line in sheet.lines
    ]


@settings(max_examples=30, deadline=None)
@given(any_drafts)
def test_words_of_a_document_are_never_markup_of_a_web_page(draft: Draft) -> None:
    page = export(Paper(draft), to=format_named("html")).decode()

    tags = set(re.findall(r"</?([a-z0-9]+)", page.partition("<main")[2].partition("</main>")[0]))
    assert tags <= {"p", "h1", "h2", "h3", "span"}


def test_a_web_page_stands_by_itself() -> None:
    page = export(_amended(), to=format_named("html")).decode()

    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_changes_on_a_web_page_are_marked_as_such_with_whose_they_are_and_why() -> None:
    page = unescape(export(_amended(), to=format_named("html")).decode())

    assert re.search(
        r'<del title="Ardal; 1962-05-04; It costs us “much”\.; telegram, characters 0-50">free</del>', page
    )
    assert '<li id="change-1">Ardal; 1962-05-04; It costs us “much”.; telegram, characters 0-50</li>' in page


@pytest.mark.parametrize("name", [name for name in PAGES if name != "word"])
def test_a_page_names_its_draft_and_the_hash_of_its_words(name: str) -> None:
    written = export(_amended(), to=format_named(name))

    assert written
    if not _is_packed(name):
        assert fingerprint(_ferry()) in written.decode()
        assert fingerprint(_amended().draft) in written.decode()


@pytest.mark.parametrize("each", FORMATS, ids=str)
def test_the_same_matter_gives_the_same_bytes(each: object) -> None:
    form = next(one for one in FORMATS if one is each)
    if Matter.DRAFT in form.holds:
        assert export(Paper(_ferry()), to=form) == export(Paper(_ferry()), to=form)


def test_signs_of_a_document_do_not_act_in_markdown() -> None:
    draft = _ferry(**{"2.": "2. It is [free](x) *or* <b>not</b> | # 1."})

    written = export(Paper(draft), to=format_named("markdown")).decode()

    assert r"2\. It is \[free\](x) \*or\* \<b\>not\</b\> \| # 1." in written


def test_a_redline_in_markdown_tells_each_change_by_number() -> None:
    written = export(_amended(), to=format_named("markdown")).decode()

    assert r"2\. It is <del>free</del><ins>\<b\>cheap\</b\></ins>[^1]." in written
    assert "[^1]: Ardal; 1962-05-04;" in written


def test_a_sign_that_no_font_has_is_told_and_nothing_is_written() -> None:
    draft = _ferry(**{"2.": "2. It is \U0001e900\U0001e901."})

    with pytest.raises(UnwritableText, match=r"agreement/draft: It cannot be set as PDF: .* could not be displayed"):
        export(Paper(draft), to=format_named("pdf"))


@settings(max_examples=25, deadline=None)
@given(any_drafts)
def test_any_draft_is_set_as_pdf_or_the_sign_that_hinders_it_is_told(draft: Draft) -> None:
    try:
        assert export(Paper(draft), to=format_named("pdf")).startswith(b"%PDF-")
    except UnwritableText as trouble:
        assert "could not be displayed" in str(trouble)


def test_a_table_is_written_by_every_format_of_pages() -> None:
    cell = (Line(ProvisionKind.PARAGRAPH, (Stretch("free", Change.DELETED), Stretch("cheap", Change.INSERTED))),)
    sheet = Sheet("Fares", (Table(("Article", "Theirs"), ((cell, ()),), "Fares | theirs"),), ())

    for name in PAGES:
        written = export(sheet, to=format_named(name))
        assert _is_packed(name) or b"cheap" in written


def test_a_format_that_cannot_hold_a_redline_says_which_can() -> None:
    with pytest.raises(UnknownFormat, match=r"holds no redline\. Ask for one that does: .*html"):
        export(_amended(), to=format_named("akn"))


@settings(deadline=None)
@given(any_drafts)
def test_an_outgoing_paper_has_the_same_words_and_cites_itself(draft: Draft) -> None:
    leaving = outgoing(Paper(draft)).draft

    assert leaving.text == draft.text
    for run in (run for provision in leaving.walk() for run in provision.line):
        assert leaving.text[run.origin.start : run.origin.end] == run.words
        assert run.origin.document == draft.id


@pytest.mark.parametrize("name", ["akn", "json", "html", "text", "markdown"])
def test_an_outgoing_paper_tells_nothing_of_the_papers_of_the_house(name: str) -> None:
    paper = outgoing(_amended())

    written = export(replace(paper, before=None) if name in ("akn", "json") else paper, to=format_named(name)).decode()

    assert "telegram" not in written
    assert "much" not in written

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.negotiation import APPLIED, CHANGE, FIRST, NEW, OLD, REASON, SECOND, TELEGRAM, find
from tests.web.page import Page

from travaux.web import links
from travaux.web.security import POLICY

DRAFT, LATER = reverse("draft", args=[FIRST.id]), reverse("draft", args=[SECOND.id])
PAGES = [
    "/",
    "/?kind=telegram&words=<script>",
    "/?kind=drafts",
    "/?kind=amending&page=999",
    "/documents/accord/d1",
    "/documents/accord/d2",
    "/documents/accord/d2?from=0&to=9999999",
    "/documents/d1?from=9&to=3",
    "/documents/d1?from=-1&to=x&note=%00",
    DRAFT,
    LATER,
    "/compare",
    "/compare?as=side",
    "/compare?form=off",
    "/compare?as=instructions",
    links.comparison(FIRST.id, SECOND.id),
    links.comparison(SECOND.id, FIRST.id),
    "/history",
    "/history?at=Article+II",
    "/search",
    "/search?q=Parties",
    "/search?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
    "/search?q=%7B%7B+request+%7D%7D",
    "/origin/accord/d2/0-15?note=1",
    "/origin/accord/d1/0-4",
    "/origin/accord/d1/0-6?note=0",
]
TROUBLES = [
    ("/documents/accord/d9", 404),
    ("/drafts/accord/d9", 404),
    ("/compare?before=x&after=y", 404),
    ("/history?at=Article+XXX", 404),
    ("/history?at=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", 404),
    ("/origin/accord/d1/0-99999", 404),
    ("/origin/accord/d1/9-3", 404),
    ("/origin/accord/d1/0-3?note=7", 404),
    ("/<script>alert(1)</script>", 404),
]
EVERY = PAGES + [path for path, _ in TROUBLES]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(("path", "status"), TROUBLES)
def test_what_is_not_there_says_so_and_shows_the_way_out(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert ("a", {"href": "/"}) in [
        (tag, {"href": attributes.get("href", "")}) for tag, attributes in Page(answer.text).elements
    ]


@pytest.mark.parametrize("path", EVERY)
def test_no_words_of_the_record_become_elements(client: Client, path: str) -> None:
    answer = client.get(path)
    page = Page(answer.text)
    tags = [tag for tag, _ in page.elements]
    assert "img" not in tags
    assert "style" not in tags
    scripts = [attributes["src"] for tag, attributes in page.elements if tag == "script"]
    assert scripts[:2] == ["/static/travaux/htmx.min.js", "/static/travaux/page.js"]
    # The pages that show changes have one more: it leads from change to change.
    assert scripts[2:] in ([], ["/static/travaux/changes.js"])
    assert not any(name.startswith(("on", "style")) for _, attributes in page.elements for name in attributes)


@pytest.mark.parametrize("path", EVERY)
def test_every_answer_forbids_what_does_not_come_from_here(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", EVERY)
def test_every_page_has_one_main_heading_and_no_name_twice(client: Client, path: str) -> None:
    page = Page(client.get(path).text)
    names = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(names) == len(set(names))
    assert [tag for tag, _ in page.elements].count("h1") == 1


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: Client, path: str) -> None:
    page = Page(client.get(path).text)
    own = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    for target in {attributes["href"] for tag, attributes in page.elements if tag == "a"}:
        address, _, name = target.partition("#")
        if address.startswith("?"):
            address = path.partition("?")[0] + address
        there = own
        if address:
            answer = client.get(address)
            # What a passage speaks of need not be in a draft.
            assert answer.status_code == 200 or address == "/history?at=Article+IX", address
            is_page = "attachment" not in answer.headers.get("Content-Disposition", "")
            elements = Page(answer.text).elements if is_page else []
            there = {attributes["id"] for _, attributes in elements if "id" in attributes}
        assert not name or name in there, target


def test_a_page_only_reads(client: Client) -> None:
    assert client.post("/").status_code == 405


def test_a_fault_in_the_program_is_told_in_one_line(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("travaux.desk.shelf.overview", broken)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "The page could not be made." in answer.text
    assert "broken" not in answer.text


def test_a_host_that_is_not_ours_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_the_overview_counts_and_lists(client: Client) -> None:
    page = client.get("/").text
    assert "2 documents, 14 March 1961 to 2 April 1961" in page
    assert links.comparison(FIRST.id, SECOND.id).replace("&", "&amp;") in page
    assert html.escape(REASON.message) in page
    assert "accord 1961" in Page(page).text(class_="file")


def test_the_timeline_alone_answers_the_filter(client: Client) -> None:
    answer = client.get("/?kind=letter", headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert "Letter From Ost" in answer.text
    assert "Telegram" not in answer.text
    assert answer.headers["Vary"] == "HX-Request"


def test_going_back_to_a_filtered_timeline_gives_the_whole_page(client: Client) -> None:
    headers = {"hx-request": "true", "hx-history-restore-request": "true"}
    assert "<html" in client.get("/?kind=letter", headers=headers).text


@pytest.mark.parametrize("words", ["letter ost", "d2"])
def test_the_timeline_is_filtered_by_every_word(client: Client, words: str) -> None:
    timeline = client.get("/", {"words": words}, headers={"hx-request": "true"}).text
    assert "1 document of 2." in timeline


def test_a_document_shows_every_word_of_its_text(client: Client) -> None:
    page = Page(client.get("/documents/accord/d2").text)
    body = page.text(class_="body", without=("page-mark", "note-mark"))
    assert [line.strip() for line in body.strip().split("\n") if line.strip()] == TELEGRAM.text.split("\n")


def test_a_document_shows_what_its_source_note_says(client: Client) -> None:
    source = " ".join(Page(client.get("/documents/d1").text).text(class_="source").split())
    for words in ("File number 12.3/4", "Classification Secret", "Cleared with Legal", "Repeated to Harbour"):
        assert words.replace(" ", "") in source.replace(" ", "")


def test_a_document_marks_the_passage_that_is_asked_for(client: Client) -> None:
    at = find(TELEGRAM, "Article II")
    page = Page(client.get(links.place(at)).text)
    assert page.text(class_="is-asked").startswith("Article II")
    assert list(page.having(id=links.anchor_of(at)))


def test_a_document_marks_what_was_found_in_it(client: Client) -> None:
    page = Page(client.get("/documents/accord/d2").text)
    assert page.text(class_=links.anchor_of(APPLIED.instruction.at)) == CHANGE
    assert "not declassified" in page.text(class_="is-withheld")
    assert "refused" in page.text(class_="found")
    assert REASON.message in page.text(class_="found")


def test_only_references_to_documents_in_the_file_are_links(client: Client) -> None:
    page = Page(client.get("/documents/accord/d2").text)
    assert {attributes["href"] for tag, attributes in page.having(class_="is-reference") if tag == "a"} == {
        "/documents/accord/d1"
    }


def test_a_document_lists_what_it_refers_to_with_the_reason_and_what_is_not_there(client: Client) -> None:
    page = Page(client.get("/documents/accord/d2").text)
    listed = " ".join(page.text(class_="found").split())
    assert "“Document 1” text, note 1. Certain: cited by its number in the volume." in listed
    assert "1 not in this library Elsewhere/d9" in listed
    assert page.text(class_="is-absent").startswith("12")


def test_a_document_lists_who_cites_it(client: Client) -> None:
    page = client.get("/documents/accord/d1").text
    section = Page(page[page.index('id="cited-by"') :])
    assert [attributes["href"].partition("?")[0] for tag, attributes in section.having() if tag == "a"][:1] == [
        "/documents/accord/d2"
    ]


def test_the_words_of_a_draft_are_links_to_their_origin(client: Client) -> None:
    page = client.get(LATER).text
    targets = re.findall(r'class="run tint-\d" href="([^"]+)">', page)
    assert targets[-1] == links.origin(find(TELEGRAM, NEW))
    panel = client.get(targets[-1], headers={"hx-request": "true"}).text
    assert "<html" not in panel
    assert Page(panel).text(class_="is-asked") == NEW
    assert html.escape(TELEGRAM.title) in panel


def test_words_from_another_document_have_another_tint(client: Client) -> None:
    page = Page(client.get(LATER).text)
    tinted = {attributes["class"] for _, attributes in page.having(class_="run")}
    # Those shown before and after, beside the text, have no tint.
    assert tinted - {"run"} == {"run tint-0", "run tint-1"}


def test_a_comparison_shows_what_went_and_what_came(client: Client) -> None:
    page = Page(client.get(links.comparison(FIRST.id, SECOND.id)).text)
    lines = [words for around, words in page.words if any(tag in ("ins", "del") for tag, _ in around)]
    assert "confer at once" in "".join(lines)
    assert "1 of 3 provisions changed." in page.text(class_="lead")


def test_a_comparison_can_be_read_as_instructions(client: Client) -> None:
    page = Page(client.get(links.comparison(FIRST.id, SECOND.id) + "&as=instructions").text)
    (item,) = [words for around, words in page.words if any(tag == "li" for tag, _ in around)]
    assert item.startswith("Article II shall be replaced by the following: “The Parties shall confer at once.")


def test_a_draft_compared_with_itself_says_the_same(client: Client) -> None:
    page = client.get(links.comparison(FIRST.id, FIRST.id)).text
    assert "The two drafts say the same." in page


@pytest.mark.parametrize(("column", "draft"), [(0, OLD), (1, NEW)])
def test_side_by_side_each_column_has_one_text(client: Client, column: int, draft: str) -> None:
    pairs = re.findall(
        r'<div class="pair"><p class="line">(.*?)</p><p class="line">(.*?)</p></div>',
        client.get(links.comparison(FIRST.id, SECOND.id) + "&as=side").text,
    )
    texts = [html.unescape(re.sub(r"<[^>]+>", "", pair[column])) for pair in pairs]
    assert draft in texts


def test_the_history_of_an_article_tells_each_version(client: Client) -> None:
    page = Page(client.get("/history?at=Art.+II").text)
    told = page.text(class_="version")
    assert "14 March 1961" in told
    assert "2 April 1961" in told
    assert CHANGE in told


def test_an_address_that_is_none_is_asked_again(client: Client) -> None:
    answer = client.get("/history", {"at": "the moon"})
    assert answer.status_code == 404
    assert Page(answer.text).text(role="alert")
    assert next(Page(answer.text).having(name="at"))[1]["value"] == "the moon"


def test_search_shows_where_the_words_stand(client: Client) -> None:
    page = Page(client.get("/search", {"q": "confer"}).text)
    assert page.text(class_="snippet").count("confer at once") == 1


def test_what_was_withheld_is_told_by_volume(client: Client) -> None:
    page = Page(client.get("/").text)
    table = page.text(class_="by-volume")
    assert "accord" in table
    assert "5 lines" in table
    linked = {attributes["href"] for tag, attributes in page.elements if tag == "a"}
    (address,) = (target for target in linked if "volume=accord" in target)
    assert "1 document" in client.get(html.unescape(address)).text


def test_a_document_says_what_its_date_means_and_how_much_was_withheld(client: Client) -> None:
    page = Page(client.get("/documents/accord/d2").text)
    assert "1961-04-02? · date inferred by the editors" in page.text(class_="meant")
    assert "5 lines" in page.text(class_="held")
    assert "date inferred" in client.get("/").text
    assert "(inferred)" in client.get("/search?q=telegram").text

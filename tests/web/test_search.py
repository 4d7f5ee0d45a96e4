from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from tests.web.negotiation import IMAGE, SCRIPT, TELEGRAM
from tests.web.page import Page

from travaux.web import links


def _page(client: Client, **asked: str) -> Page:
    answer = client.get("/search", asked)
    assert answer.status_code == 200
    return Page(answer.text)


def _links(page: Page, within: str) -> dict[str, dict[str, list[str]]]:
    """The links inside the element of that class: what they say, and what they ask for."""
    found = {}
    for around, words in page.words:
        inside = [attributes for _, attributes in around if within in attributes.get("class", "").split()]
        if inside and around[-1][0] == "a":
            found[words.strip()] = parse_qs(urlsplit(around[-1][1]["href"]).query)
    return found


def test_what_is_searched_for_is_said_in_words(client: Client) -> None:
    page = _page(client, q='"Document 1" OR keep*')
    assert "1 document with any of: “Document 1”, keep…" in " ".join(page.text(class_="lead").split())


def test_without_words_the_ways_of_asking_are_told(client: Client) -> None:
    assert "NEAR" in _page(client).text(class_="ways")


@pytest.mark.parametrize("words", ["AND", '"', "NEAR(", "***", "\x00", "(" * 500, "\U0001f600", "a:b^c", IMAGE, SCRIPT])
def test_odd_signs_are_explained_and_harmless(client: Client, words: str) -> None:
    page = _page(client, q=words, actor=words, sender=words, volume=words, **{"from": words})
    assert page.text(role="status")
    assert "img" not in [tag for tag, _ in page.elements]
    assert [attributes["src"] for tag, attributes in page.elements if tag == "script"] == [
        "/static/travaux/htmx.min.js",
        "/static/travaux/page.js",
    ]


def test_what_matched_is_marked_and_leads_to_its_place(client: Client) -> None:
    page = _page(client, q="confer")
    marked = [words for around, words in page.words if any(tag == "mark" for tag, _ in around)]
    assert marked == ["confer"]
    start = TELEGRAM.text.index("confer")
    assert links.place(TELEGRAM.cite(start, start + len("confer"))) in [
        attributes.get("href") for _, attributes in page.elements
    ]


def test_a_facet_narrows_by_a_link(client: Client) -> None:
    choices = _links(_page(client, q="document OR parties"), "choices")
    assert choices["telegram"] == {"q": ["document OR parties"], "kind": ["telegram"]}
    narrowed = _page(client, q="document OR parties", kind="telegram")
    assert "1 document " in narrowed.text(class_="lead")


def test_each_limit_is_shown_and_can_be_left_out(client: Client) -> None:
    page = _page(client, q="sir", kind="letter", sender="Ost", withheld="1")
    chosen = _links(page, "chosen")
    assert chosen["letter"] == {"q": ["sir"], "sender": ["Ost"], "withheld": ["1"]}
    assert chosen["sent by Ost"] == {"q": ["sir"], "kind": ["letter"], "withheld": ["1"]}
    assert next(page.having(name="sender"))[1] == {"type": "hidden", "name": "sender", "value": "Ost"}


def test_limits_are_enough_without_words(client: Client) -> None:
    assert "1 document" in _page(client, withheld="1").text(class_="lead")


def test_a_date_that_is_none_is_told_and_kept_to_be_mended(client: Client) -> None:
    page = _page(client, q="sir", to="soon")
    assert "This is not a date." in page.text(role="alert")
    assert next(page.having(name="to"))[1]["value"] == "soon"
    assert "1 document" in page.text(class_="lead")


def test_order_and_limits_stay_in_the_form(client: Client) -> None:
    page = _page(client, q="the", order="date", kind="telegram", **{"from": "1961-04"})
    chosen = [attributes["value"] for tag, attributes in page.elements if tag == "option" and "selected" in attributes]
    assert chosen == ["telegram", "date"]
    assert next(page.having(name="from"))[1]["value"] == "1961-04"


def test_the_results_alone_answer_htmx(client: Client) -> None:
    answer = client.get("/search", {"q": "confer"}, headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert "<title>confer" in answer.text
    assert "autofocus" in answer.text
    assert "autofocus" not in client.get("/search", {"q": "confer"}).text


def test_every_field_has_a_label(client: Client) -> None:
    page = _page(client, q="sir")
    labelled = {attributes["for"] for tag, attributes in page.elements if tag == "label" and "for" in attributes}
    fields = [attributes for tag, attributes in page.elements if tag in ("input", "select")]
    # The others stand inside their labels.
    assert {field["id"] for field in fields if "id" in field} <= labelled

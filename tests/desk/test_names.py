"""Ids of documents are found in whatever answer names them, however it is written."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote, urlencode

from hypothesis import given
from hypothesis import strategies as st

from travaux.desk.access.names import cited_in, named_in

#: A file may be called nearly anything, and a document in it by a part more.
STEMS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/\0"), min_size=1, max_size=60)
IDS = st.lists(STEMS, min_size=1, max_size=2).map("/".join)


@given(IDS)
def test_an_id_is_found_in_an_address_on_a_page(ident: str) -> None:
    page = f'<p><a class="run" href="/origin/{escape(quote(ident))}/3-9?note=1#here">words</a></p>'
    assert ident in named_in(page, page=True)


@given(IDS)
def test_an_id_is_found_in_what_an_address_asks(ident: str) -> None:
    page = f'<a href="{escape("/history?" + urlencode({"at": "Article 1", "draft": f"{ident}/draft"}))}">it</a>'
    assert ident in named_in(page, page=True)


@given(IDS)
def test_an_id_is_found_in_a_field_and_for_a_script(ident: str) -> None:
    assert ident in named_in(f'<option value="{escape(ident)}">', page=True)
    assert ident in named_in(f'<li data-document="{escape(ident)}/draft">', page=True)


@given(IDS, st.text())
def test_an_id_is_found_in_json_beside_whatever_words(ident: str, words: str) -> None:
    told = {"": "", words: words, "at": {"document": ident, "draft": f"{ident}/draft"}}
    assert ident in named_in(json.dumps(told), page=False)
    assert ident in named_in(json.dumps(told, ensure_ascii=False), page=False)
    assert ident in cited_in(json.dumps(told, separators=(",", ":"), ensure_ascii=False))

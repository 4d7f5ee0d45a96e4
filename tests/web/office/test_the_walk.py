"""Nobody finds a word that they may not see, on whatever page, in whatever file, by whatever operation."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from tests.web.office.planted import COUNTED, FIELDS, PEOPLE, SEALED, STEMS, hidden_from
from tests.web.office.walk import OPERATIONS, PAGES, Asked, operations

from travaux.desk import shelf
from travaux.desk.access.viewer import house
from travaux.desk.people.people import Told
from travaux.desk.references.look import references
from travaux.web.urls import urlpatterns

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def _ask(browser: Client, asked: Asked) -> bytes:
    """All that an answer says: its body with the files packed in it, and its headers."""
    if asked.method == "GET":
        answer = browser.get(asked.address, secure=True)
    elif asked.json:
        answer = browser.post(asked.address, json.dumps(asked.sent), content_type="application/json", secure=True)
    else:
        answer = browser.post(asked.address, asked.sent, secure=True)
    assert answer.status_code < 500, (str(asked), answer.content[:300])
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return headers.encode() + b"\n" + b"\n".join(_unpacked(answer.content))


def _unpacked(content: bytes) -> list[bytes]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [content, *(packed.read(name) for name in packed.namelist())]
    if content.startswith(b"%PDF"):
        return [content, *map(_inflated, _STREAM.findall(content))]
    return [content]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_every_page_and_every_operation_is_walked() -> None:
    assert {pattern.name for pattern in urlpatterns} == PAGES.keys()
    assert operations() == OPERATIONS.keys()


def test_the_words_are_planted(office: Path) -> None:
    with house():
        reasons = {each.meant.reason for each in references(shelf.row("accord/d47"))}
        text = "\n".join(document.id + repr(document) for document in shelf.every_document()).casefold()
    for each in SEALED:
        assert {f"{each.stem}{field}" for field in FIELDS if f"{each.stem}{field}" not in text} == set()
    assert all(stem in text for stem in STEMS)
    assert COUNTED in reasons


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("told", PEOPLE, ids=[told.key for told in PEOPLE])
def test_nobody_finds_what_they_may_not_see(browser_of: Callable[[str], Client], told: Told, page: str) -> None:
    browser, hidden = browser_of(told.key), [words.encode() for words in (*hidden_from(told), COUNTED)]
    for asked in PAGES[page]():
        said = _ask(browser, asked).lower()
        typed = asked.address.lower().encode()
        for stem in hidden:
            assert said.replace(typed, b"").find(stem) < 0, f"{asked}: {told.key} reads {_around(said, stem)!r}"


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("login", "health", "metrics")])
def test_whoever_has_not_logged_in_is_told_nothing_at_all(browser_of: Callable[[str], Client], page: str) -> None:
    browser = browser_of("")
    for asked in PAGES[page]():
        said = _ask(browser, asked).lower()
        for word in (b"ferry twice", b"dear anna", b"harbour", b"port ost", *(stem.encode() for stem in STEMS)):
            assert word not in said.replace(asked.address.lower().encode(), b""), f"{asked}: {_around(said, word)!r}"


def test_who_may_see_a_word_finds_it(browser_of: Callable[[str], Client]) -> None:
    for told in PEOPLE:
        browser, seen = browser_of(told.key), set(STEMS) - set(hidden_from(told))
        said = b"".join(_ask(browser, asked) for asked in PAGES["document"]()).lower()
        assert {stem for stem in STEMS if stem.encode() in said} == seen


def _around(said: bytes, stem: bytes) -> bytes:
    at = said.index(stem)
    return said[max(0, at - 200) : at + 100]

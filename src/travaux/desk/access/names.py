"""Finds the ids of documents: those that something cites, and what may be one in an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_plus

import msgspec

#: A key can stand nowhere else in JSON: in the words of a string its quotation marks are escaped.
_CITED = re.compile(r'"document":("(?:[^"\\]|\\.)*")')
#: Where a page has ids: in addresses, in the values of fields and choices, and in what its scripts read.
_FIELDS = re.compile(r'\b(?:href|src|action|value|hx-[a-z-]+|data-[a-z-]+)="([^"]+)"')
_TEXTS = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PARTS = re.compile(r"[?&=#]")
#: An id holds so many slashes at most, and no name is longer.
_DEEP, _LONG = 4, 300
# Half a sign, or NUL: no database takes them.
_NO_SIGN = re.compile("[\0\ud800-\udfff]")


def cited_in(tree: str) -> frozenset[str]:
    """The ids of the documents that a draft, a step or a finding cites, which is kept as JSON."""
    return frozenset(msgspec.json.decode(words) for words in set(_CITED.findall(tree)))


def named_in(answer: str, *, page: bool) -> set[str]:
    """All that may be an id: in the links and fields of a page, or else the texts of JSON.

    An address holds one with what else is in it ("/documents/frus/d28"), a draft's id holds that of its document
    ("frus/d28/draft"): every run of parts between slashes may be one.

    >>> sorted(named_in('<a href="/origin/a/d1/3-9">', page=True))
    ['3-9', 'a', 'a/d1', 'a/d1/3-9', 'd1', 'd1/3-9', 'origin', 'origin/a', 'origin/a/d1', 'origin/a/d1/3-9']
    """
    texts = _in_page(answer) if page else _in_json(answer)
    return {name for text in texts for name in _runs(text)}


def _in_page(answer: str) -> set[str]:
    fields = {unescape(each) for each in set(_FIELDS.findall(answer))}
    return fields | {unquote_plus(part) for each in fields for part in _PARTS.split(each)}


def _in_json(answer: str) -> set[str]:
    texts = set(_TEXTS.findall(answer))
    return {json.loads(f'"{each}"', strict=False) if "\\" in each else each for each in texts}


def _runs(text: str) -> Iterator[str]:
    if len(text) > _LONG or _NO_SIGN.search(text):
        return
    steps = [step for step in text.split("/") if step]
    for start in range(len(steps)):
        for end in range(start + 1, min(len(steps), start + _DEEP) + 1):
            yield "/".join(steps[start:end])

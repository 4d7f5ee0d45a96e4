"""Reads a page as a browser does: its elements, and the words of a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.test import Client

_VOID = {"meta", "link", "input", "img", "br", "hr"}


class Page(HTMLParser):
    """Every element of a page with its attributes and the chain of elements around it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[tuple[tuple[str, dict[str, str]], ...], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self.open), data))

    def having(self, **wanted: str) -> Iterator[tuple[str, dict[str, str]]]:
        """The elements with these attributes; `class_` asks for one of the classes."""
        for tag, attributes in self.elements:
            if _fits(attributes, wanted):
                yield tag, attributes

    def text(self, *, without: tuple[str, ...] = (), **wanted: str) -> str:
        """The words inside the elements with these attributes, `without` those of some classes."""
        return "".join(
            words
            for around, words in self.words
            if any(_fits(attributes, wanted) for _, attributes in around)
            and not any(set(attributes.get("class", "").split()) & set(without) for _, attributes in around)
        )


def _fits(attributes: dict[str, str], wanted: dict[str, str]) -> bool:
    for name, value in wanted.items():
        if name == "class_":
            if value not in attributes.get("class", "").split():
                return False
        elif attributes.get(name) != value:
            return False
    return True


def page_of(client: Client, address: str, *, status: int = 200, **asked: str) -> str:
    """A page that is answered with that status, its words and elements parted by single spaces."""
    answer = client.get(f"{address}?{urlencode(asked)}" if asked else address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())

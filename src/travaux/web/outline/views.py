"""The page of a draft's outline: its provisions as a tree, each with its address, and what was recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse

from travaux.desk import shelf
from travaux.errors import UnknownDocument
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, words_of
from travaux.text.recognise import Recognised, recognise, recognised
from travaux.text.spot import paths_below
from travaux.text.tables import cells
from travaux.web import links
from travaux.web.show import Request, show

#: Deeper provisions are set no further in.
_DEEPEST = 7


@dataclass(frozen=True, slots=True)
class Node:
    """A provision in the tree: how deep it stands, its address in words, and where its words are."""

    provision: Provision
    depth: int
    address: str
    place: str

    @property
    def words(self) -> str:
        """Its own words, but for a name that is its address; the cells of a row with strokes between."""
        line = words_of(self.provision.line)
        if line.casefold() == self.address.casefold():
            return ""
        return " | ".join(cells(self.provision)) if "\t" in line else line


def outline(request: Request, ident: str) -> HttpResponse:
    draft = shelf.draft(ident)
    return show(request, "outline/page.html", {"draft": draft, "told": _told(draft), "nodes": list(_nodes(draft))})


def _told(draft: Draft) -> Recognised:
    """What was recognised, with the rules by which lines were found in the document that the draft stands in."""
    if draft.derived_from is None:
        try:
            found = recognise(shelf.document(draft.at.document))
        except UnknownDocument:
            found = ()
        own = next((told for told in found if told.draft.id == draft.id), None)
        if own is not None:
            return own
    return recognised(draft)


def _nodes(draft: Draft) -> Iterator[Node]:
    named = addresses(draft)
    for path, provision in paths_below(draft, ()):
        yield Node(provision, min(len(path) - 1, _DEEPEST), str(named[path]), _place(provision))


def _place(provision: Provision) -> str:
    """Where the first words of a provision stand in their document; "" for one that prints none of its own."""
    return links.place(provision.line[0].origin) if provision.line else ""

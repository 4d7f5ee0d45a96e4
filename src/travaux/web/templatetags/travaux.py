"""What templates say of values: addresses of passages, the name of a document, the file that is open."""

from __future__ import annotations

from django import template

from travaux.actions.library import file_path, is_named
from travaux.clearance.entries import Entry
from travaux.clearance.tell import tell
from travaux.desk import file, models
from travaux.findings import Citation
from travaux.record.document import Document, Kind
from travaux.record.withholding import Tally, in_words
from travaux.web import links

register = template.Library()
register.filter("place_url", links.place)
register.filter("origin_url", links.origin)
register.filter("decision_url", links.decision)
register.filter("history_url", links.history)


@register.filter
def in_page_url(at: Citation) -> str:
    """The address of a passage within the page that shows it."""
    return f"#{links.anchor_of(at)}"


@register.filter
def ident(document: Document | models.Document) -> str:
    """The id of a document, read or kept."""
    return document.id if isinstance(document, Document) else document.ident


@register.filter
def heading(document: Document | models.Document) -> str:
    """The heading of a document: its number and title, or its id where it has no title."""
    number = f"{document.number}. " if document.number else ""
    return number + document.title if document.title else ident(document)


@register.filter
def kind_name(kind: str) -> str:
    """What people call a kind of document."""
    return Kind(kind).value.replace("-", " ")


@register.filter
def tally_words(tally: Tally) -> str:
    """How much of one unit was withheld, in words."""
    return in_words(tally)


@register.filter
def short(ident: str) -> str:
    """The last part of an id: 'd28'."""
    return ident.rpartition("/")[2]


@register.filter
def act(entry: Entry) -> str:
    """An act in clearance, in words: 'reminded LA'."""
    return tell(entry)


@register.simple_tag
def file_name() -> str:
    """The name of the open file, without its folder."""
    return file.name() or "travaux"


@register.simple_tag
def has_library() -> bool:
    """Whether a library of agreements is shown with the file."""
    return is_named(beside=file_path())

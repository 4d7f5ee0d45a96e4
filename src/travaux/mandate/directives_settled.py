"""A directive as a person settled it: confirmed, rejected, corrected, or entered where the program read none."""

from __future__ import annotations

from dataclasses import replace

from travaux.errors import UnreadableReading
from travaux.findings import Citation
from travaux.mandate.directives_object import addresses_in
from travaux.mandate.directives_said import Act, Directive, Said
from travaux.record.document import Document


def said_in(document: Document, at: Citation, words: str, *, what: str) -> Said | None:
    """Words of a passage with their place; None for none. Raises UnreadableReading where the passage lacks them."""
    if not words.strip():
        return None
    start = document.text.find(words.strip(), at.start, at.end)
    if start < 0:
        raise UnreadableReading(
            f"The passage does not have the {what} “{words.strip()}”.", remedy="Give words that stand in it."
        )
    return Said(words.strip(), document.cite(start, start + len(words.strip())))


def entered(document: Document, at: Citation, act: Act) -> Directive:
    """A directive that a person reads in a passage in which the program read none."""
    return Directive(at=at, words=document.passage(at), act=act, date=document.date, addressee=document.addressee or "")


def with_object(directive: Directive, said: Said | None) -> Directive:
    """The directive on another object, with the provisions that this names."""
    return replace(directive, object=said, addresses=addresses_in(said.words) if said else (), stands_for="")

"""Reads a file that came from elsewhere: a draft with what is known of it. The format is told by its content."""

from __future__ import annotations

from typing import cast

from travaux.errors import UnreadableInput
from travaux.exchange.formats import FORMATS, Format
from travaux.exchange.paper import Received


def receive(data: bytes, *, name: str) -> Received:
    """What a file holds; `name` is the file's, for messages.

    Raises UnreadableInput where it is in no format that comes in, or is broken.
    """
    form = _format(data)
    if form is not None:
        return cast(Received, form.module.read(data, name=name))
    known = ", ".join(each.title for each in FORMATS if each.reads)
    raise UnreadableInput(
        f"It is in no format in which drafts come in ({known}).",
        at=name,
        remedy="Save it as .docx. A text or a document of the record is read by travaux build.",
    )


def comes_in(data: bytes) -> bool:
    """Whether a file is in a format in which drafts come in."""
    return _format(data) is not None


def _format(data: bytes) -> Format | None:
    return next((each for each in FORMATS if each.reads and each.module.looks_like(data)), None)

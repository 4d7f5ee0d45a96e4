"""The words behind an order that ends with a colon: those that are quoted to be used, and the items of a list."""

from __future__ import annotations

import re

from travaux.mandate.directives_said import Said
from travaux.record.document import BlockKind, Document

#: How an item of a list begins.
ITEM = re.compile(r"(?m)^\W{0,2}(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|[•–—-]) ")


def list_behind(document: Document, end: int) -> Said | None:
    """The items right behind a place, without the first label; None where none follows."""
    first, stop = 0, 0
    for start, block in zip(document.starts, document.body, strict=True):
        if start < end:
            continue
        item = ITEM.match(block.text)
        if item is None:
            break
        first, stop = first or start + item.end(), start + len(block.text)
    return Said(document.text[first:stop], document.cite(first, stop)) if stop else None


def quoted_behind(document: Document, end: int) -> Said | None:
    """The quotation that begins with the next words; None where none does."""
    text = document.text
    while end < len(text) and text[end] in " \n:":
        end += 1
    if end >= len(text) or text[end] not in '“"':
        return None
    stop = end
    for start, block in zip(document.starts, document.body, strict=True):
        if start + len(block.text) <= end:
            continue
        begins = max(start, end)
        if text[begins] not in '“"' and block.kind is not BlockKind.QUOTATION:
            break
        stop = start + len(block.text)
        close = text.find("”", begins, stop)
        if close >= 0 and text[close + 1 : close + 2] in ("", "\n", ".", " ") and begins == end:
            stop = close + 1 if text[close + 1 : close + 2] == " " else stop
            if text[stop : stop + 2] not in ("\n“", '\n"'):
                break
    first = end + 1
    stop -= len(text[first:stop]) - len(text[first:stop].rstrip(' \n.”"')) if text[stop - 1] in '”"' else 0
    return Said(text[first:stop], document.cite(first, stop)) if stop - first > 10 else None

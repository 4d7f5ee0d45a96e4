"""Takes what a person names at the terminal, a draft or instructions, from files of any format that is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from travaux.amend.bare import bare
from travaux.cli.wording import counted
from travaux.errors import UnknownDocument, UnknownLook, UnreadableInput
from travaux.record.document import Document, Kind
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.outline import outline
from travaux.text.whole import whole

_EXTRACTS = (Kind.AGREEMENT, Kind.OTHER)


def draft_in(path: Path) -> Draft:
    """The draft that a file holds; of a file that is text of an instrument and no more, all of it: an article by
    itself, a paragraph without a label.

    Raises UnreadableInput when it cannot be read, UnknownDocument when it holds no draft, or several.
    """
    documents = _documents(path)
    drafts = [draft for document in documents for draft in outline(document)]
    if len(drafts) == 1:
        return drafts[0]
    if not drafts and len(documents) == 1 and _is_extract(documents[0]):
        return whole(documents[0])
    if drafts:
        named = ", ".join(draft.id for draft in drafts[:5]) + (", ..." if len(drafts) > 5 else "")
        remedy = "Build a file of it with travaux build, and name the draft by its id with --in FILE."
        raise UnknownDocument(f"It holds {counted(len(drafts), 'draft')}: {named}.", at=str(path), remedy=remedy)
    raise UnknownDocument("It holds no draft.", at=str(path), remedy="Name a file with the text of an instrument.")


def documents_in(paths: Iterable[Path]) -> tuple[Document, ...]:
    """The documents of files, in the order given; words without a heading are a document of their own. No two have the
    same id."""
    taken: dict[str, Document] = {}
    for path in paths:
        for document in _documents(path):
            ident, count = document.id, 2
            while ident in taken:
                ident, count = f"{document.id}-{count}", count + 1
            taken[ident] = document if ident == document.id else replace(document, id=ident)
    return tuple(taken.values())


def _documents(path: Path) -> tuple[Document, ...]:
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"It cannot be read: {(error.strerror or str(error)).lower()}."
        raise UnreadableInput(message, at=str(path), remedy="Check the path.") from error
    try:
        return read(content, name=path.name)
    except UnknownLook:
        # Words in no look of the record: an extract of a text, an instruction by itself.
        return (bare(content.decode(errors="replace"), id=path.stem),)


def _is_extract(document: Document) -> bool:
    """Whether a document is text alone: nobody sends it to anybody."""
    headed = document.sender or document.addressee or document.number or document.dateline
    return document.kind in _EXTRACTS and not headed and bool(document.text.strip())

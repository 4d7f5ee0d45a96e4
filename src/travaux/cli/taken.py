"""Takes what a person names at the terminal, a draft or instructions, from files of any format that is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from travaux.amend.bare import bare
from travaux.amend.compile import compile
from travaux.cli import terminal
from travaux.cli.followed import open_followed
from travaux.cli.standard_input import here
from travaux.cli.wording import counted
from travaux.desk import file, shelf
from travaux.desk.papers import paper, stands_in
from travaux.errors import UnknownDocument, UnknownLook, UnreadableInput
from travaux.exchange.paper import Paper
from travaux.exchange.receive import comes_in, receive
from travaux.record.document import Document, Kind
from travaux.record.formats.encoding import decoded
from travaux.record.formats.signatures import is_plain
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
    path = here(path)
    content = content_of(path)
    if comes_in(content):
        return receive(content, name=path.name).paper.draft
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


def draft_named(name: str, within: Path | None) -> Draft:
    """The draft that a file holds, or with `within` the one of that id in a negotiation's file."""
    return paper_named(name, within).draft


def paper_named(name: str, within: Path | None) -> Paper:
    """The same with what is known of it: the instructions that made it, and those that its own words give."""
    if within is None:
        return _paper_in(Path(name))
    open_followed(within)
    with file.troubles(within):
        return paper(name)


def paper_since(name: str, before: str, within: Path | None) -> Paper:
    """The same with an earlier draft; in a negotiation's file, with all that was done since then."""
    if within is None:
        return replace(paper_named(name, None), before=draft_named(before, None), made_by=())
    open_followed(within)
    with file.troubles(within):
        return paper(name, earlier=before)


def document_named(name: str, within: Path | None) -> Document:
    """The document that a file holds, or with `within` the one of that name in a negotiation's file."""
    if within is not None:
        file.open_file(within)
        with file.troubles(within):
            return shelf.document(name)
    documents = _documents(Path(name))
    if len(documents) != 1:
        remedy = "Build a file of it with travaux build, and name the document with --in FILE."
        raise UnknownDocument(f"It holds {counted(len(documents), 'document')}.", at=name, remedy=remedy)
    return documents[0]


def _paper_in(path: Path) -> Paper:
    path = here(path)
    content = content_of(path)
    if comes_in(content):
        return receive(content, name=path.name).paper
    draft = draft_in(path)
    found = (each for document in _documents(path) for each in compile(document).instructions)
    return Paper(draft, orders=tuple(one for one in found if stands_in(one, draft)))


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


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableInput where they cannot be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"It cannot be read: {(error.strerror or str(error)).lower()}."
        raise UnreadableInput(message, at=str(path), remedy="Check the path.") from error


def words_in(path: Path) -> str:
    """The words of a text file, all of them. Where its encoding had to be assumed, that is told.

    Raises UnreadableInput where it is no plain text: of another format it would be signs that nobody wrote.
    """
    path = here(path)
    content = content_of(path)
    if not is_plain(content):
        remedy = "Save it as plain text; or build it into the file, and name the draft or the document there."
        raise UnreadableInput("This is no plain text.", at=str(path), remedy=remedy)
    return _told(content, path)


def _told(content: bytes, path: Path) -> str:
    """The words, and on the terminal what had to be assumed of them."""
    words, findings = decoded(content, name=str(path), document=path.stem)
    for finding in findings:
        terminal.tell(f"{path}: {finding.message} {finding.remedy}")
    return words


def _documents(path: Path) -> tuple[Document, ...]:
    path = here(path)
    content = content_of(path)
    try:
        return read(content, name=path.name)
    except UnknownLook:
        # Words in no look of the record: an extract of a text, an instruction by itself.
        return (bare(_told(content, path), id=path.stem),)


def _is_extract(document: Document) -> bool:
    """Whether a document is text alone: nobody sends it to anybody."""
    headed = document.sender or document.addressee or document.number or document.dateline
    return document.kind in _EXTRACTS and not headed and bool(document.text.strip())

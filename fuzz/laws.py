"""The laws that hold of whatever is read, however mangled it is: nothing lost, added or doubled, every offset inside.

Each law is a function of what was given and what was made of it, and raises AssertionError where it is broken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from travaux.amend import trees
from travaux.amend.compile import Compilation
from travaux.amend.consolidate import consolidate
from travaux.amend.proceedings import Examined
from travaux.amend.quotes import masked, quotations
from travaux.exchange.word.counter import Counter as CounterProposal
from travaux.exchange.word.tracked import TrackedText, text_of, tidied, view
from travaux.findings import Citation
from travaux.record import BlockKind, Document, Kind
from travaux.record.marking import CLASSES

_PAGE = re.compile(r"\[Page\d*[^\S\n]+[\w-]+\]")
_PAGE_LABEL = re.compile(r"\[Page\d*\s+([\w-]+)\]")  # its line may have been cut
#: Bullets, points, dashes and brackets belong to labels and marks as often as to words; digits may be marks of notes.
_SIGNS = re.compile(r"[\s\ufeff\d•.:;,–—\[\]()*†‡§║‖¶-]")
_SUBJECT = re.compile(r"(?i)\s*subj(?:ect)?\s*:\s*")
_TOLD = re.compile(r"“(.*)”", re.DOTALL)


def document_law(document: Document) -> None:
    """Everything anchored lies in the text it counts in, and JSON gives the document back."""
    text = document.text
    places = [page.offset for page in document.page_breaks]
    assert places == sorted(places), f"pages are out of order: {places}"
    for offset in (*places, *(note.offset or 0 for note in document.notes)):
        assert 0 <= offset <= len(text), f"{offset} lies outside a text of {len(text)} characters"
    for said in (*document.withheld, *document.references):
        if _is_told_apart(document, said.at):
            passage = document.passage(said.at).replace("\n", " ")  # in a note of several paragraphs
            assert passage == said.text.replace("\n", " "), (passage, said.text)
    for finding in document.findings:
        _inside(finding.at, document)
    assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document


def _is_told_apart(document: Document, at: Citation) -> bool:
    """Whether a citation counts in the body, or in the only note of its mark; those of header lines do in neither."""
    marks = [note.mark for note in document.notes]
    if document.source_note and document.source_note.mark:
        marks.append(document.source_note.mark)
    return marks.count(at.note) == 1 if at.note else at.end > at.start


def _inside(at: Citation, document: Document) -> None:
    words = document.text
    if at.note:
        said = [note.text for note in document.notes if note.mark == at.note]
        if document.source_note and document.source_note.mark == at.note:
            said.append(document.source_note.text)
        words = max(said, key=len, default="")
    assert at.end <= len(words), f"{at} lies outside {len(words)} characters"


def text_law(words: str, documents: Sequence[Document]) -> None:
    """A text's signs are those of the documents read from it, each once; blocks stand in its order."""
    printed = _signs(words)  # in which blocks stand in order, but for the marks of pages within them
    read = Counter[str]()
    position = 0
    for document in documents:
        for block in document.body:
            if block.kind is not BlockKind.CLOSING:
                found = printed.find(_signs(block.text), position)
                assert found >= 0, f"“{block.text}” is not printed where it was read"
                position = found + len(_signs(block.text))
        for said in _said(document):
            read.update(_every_sign(said))
    pages = Counter[str]("page" * words.count("[Page"))
    for label in _PAGE_LABEL.findall(words):
        pages += _every_sign(label)
    _balance(_every_sign(words), read, documents, told_apart=pages)


def markup_law(texts: Iterable[str], documents: Sequence[Document], *, whole: bool, more: str = "") -> None:
    """What is read of a page with markup is printed there; and when `whole`, nothing else is printed there."""
    printed = _every_sign("".join(texts))
    read = Counter(sign for document in documents for said in _said(document) for sign in _every_sign(said).elements())
    if not whole:
        added = read - printed - _every_sign(more)
        assert not added, f"added or doubled: {_shown(added)}"
        return
    _balance(printed, read, documents)


def _balance(
    printed: Counter[str], read: Counter[str], documents: Sequence[Document], *, told_apart: Counter[str] | None = None
) -> None:
    added, lost = read - printed, printed - read - (told_apart or Counter())
    for document in documents:
        if document.signed and document.signed.partition("; ")[0] in document.text:
            added -= _every_sign(document.signed)  # words follow the name, which so stays in the body too
        lost -= _said_otherwise(document)
    assert not added, f"added or doubled: {_shown(added)}"
    assert not lost, f"lost: {_shown(lost)}"


def _said_otherwise(document: Document) -> Counter[str]:
    """What fields tell in other words than the page: the class, and what names a number or a subject."""
    said = Counter(_signs("No" if document.number else ""))
    said += Counter(_signs("general subjects" if document.subject is not None else ""))
    if document.source_note and not document.source_note.mark:
        classes = Counter[str]()
        for name in CLASSES:
            classes |= Counter(_signs(name))
        said += classes + classes  # over an enclosure, too
    if document.subject in _subjects_in_body(document):
        said += _every_sign(document.subject or "")  # the heading's own line, which the body repeats
    return said


def _subjects_in_body(document: Document) -> set[str]:
    """What the lines that stay in the body say a document is about: an office's own, or a repeated one."""
    return {_SUBJECT.sub("", " ".join(block.text.split())) for block in document.body if _SUBJECT.match(block.text)}


def _shown(signs: Counter[str]) -> str:
    return ascii("".join(sorted(signs.elements()))[:200])


def _every_sign(words: str) -> Counter[str]:
    return Counter(_SIGNS.sub("", words).casefold())


def _signs(words: str) -> str:
    """What is compared: neither layout nor digits, and letters without their case."""
    words, marks = "\n".join(words.splitlines()), 1
    while marks:  # a mark within a mark: '[Page 12[Page 12]]'
        words, marks = _PAGE.subn("", words)
    return _SIGNS.sub("", words).casefold()


def _said(document: Document) -> Iterator[str]:
    """Every word of a document once, in whatever field it is."""
    source = document.source_note
    yield document.number or ""
    titled = document.kind is Kind.AGREEMENT and _signs(document.text).startswith(_signs(document.title))
    yield "" if titled else document.title  # the body of an agreement by itself begins with its title
    yield document.dateline or ""
    yield document.text
    yield from (note.text for note in document.notes)
    if source:
        bracketed = not source.mark and f"[{source.text}]" in document.text
        yield "" if bracketed else source.text
        told = source.mark or bracketed
        yield from () if told else (each for each in source.handling if each not in source.text)
    if document.subject not in _subjects_in_body(document):
        yield from (document.subject or "").split("; ")
    yield document.signed or ""
    for finding in document.findings:
        if finding.code in ("outside-documents", "file-line-beside-source-note"):
            told = _TOLD.search(finding.message)
            yield told[1] if told else ""


# -- instructions ---------------------------------------------------------------------------------


def compilation_law(document: Document, made: Compilation) -> None:
    """Instructions quote the passage they cite, findings cite the text, and JSON gives all of it back."""
    for instruction in made.instructions:
        assert document.passage(instruction.at) == instruction.words
    for finding in made.findings:
        _inside(finding.at, document)
    examined = Examined((), made.instructions, made.findings)
    assert trees.examined(trees.found(examined)) == examined


def answer_law(text: TrackedText, found: CounterProposal) -> None:
    """A counter-proposal leads from our draft to the file's own text, and each of its instructions cites the file.

    A line of a draft begins with its first word, also where the first cell of a table is empty.
    """
    text = replace(text, exact=False)
    theirs = text_of(view(text, frozenset(text.authors)))
    assert found.document.text == theirs
    assert [tidied(line) for line in found.draft.text.split("\n")] == [line.lstrip() for line in theirs.split("\n")]
    draft = found.ours
    for instruction in found.instructions:
        assert instruction.at.document == found.document.id and instruction.at.end <= len(theirs)
        result = consolidate(draft, instruction.operations, at=instruction.at)
        draft = result.draft
    if "not-reached" not in {finding.code for finding in found.findings}:
        assert draft.text == found.draft.text
    for finding in found.findings:
        assert finding.at.end <= len(theirs)


def quotation_law(words: str) -> None:
    """Quotations stand in order and apart, and masking them moves nothing."""
    found, end = quotations(words), 0
    for one in found:
        assert end <= one.start <= one.first <= one.last <= one.end <= len(words), one
        end = one.end
    covered = masked(words, found)
    assert len(covered) == len(words)

"""What a file that came is to a negotiation: a draft that somebody tabled, or a counter-proposal to ours.

The format is told by the content, never by the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from travaux.exchange.formats import FORMATS
from travaux.exchange.paper import Paper, Received
from travaux.exchange.receive import receive
from travaux.exchange.word import file as word
from travaux.exchange.word.counter import Counter, counter
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import clean
from travaux.findings import Citation, Finding, Severity
from travaux.record.document import Document
from travaux.text.draft import Draft, Provision, Run


def incoming(content: bytes, *, name: str, ours: Draft | None = None, by: str = "") -> Counter:
    """What a file in a format of exchange holds: what it changes in `ours`; without it, the draft by itself, or a
    Word file's tracked changes of its own text. `name` is the file's, `by` the side that sent it.

    Raises UnreadableInput where it is in no format that comes in, or is broken.
    """
    id = id_of(name)
    if word.is_word(content):
        return counter(from_word(content, name=name), id=id, ours=ours, by=by)
    received = receive(content, name=name)
    paper = received.paper
    found = counter(clean(paper.draft), id=id, ours=ours, by=by or paper.draft.proposed_by or "")
    document = replace(found.document, title=paper.draft.title or found.document.title, date=paper.draft.date)
    at = Citation(id, 0, len(document.text))
    findings = [replace(one, at=at) for one in (*received.findings, *_left(received.paper, at))]
    return replace(
        found,
        document=document,
        draft=replace(_own_tree(paper.draft, found.draft, document), date=document.date),
        findings=(*findings, *found.findings),
    )


def as_received(found: Counter) -> Received:
    """The same as a paper, which can be written again."""
    return Received(word.paper_of(found), found.findings)


def id_of(name: str) -> str:
    """The id of the document that a file becomes: its name without its ending.

    >>> id_of("answers/treaty.akn.xml")
    'treaty'
    """
    path = PurePath(name.replace("\\", "/"))
    endings = [form.ending for form in FORMATS if path.name.lower().endswith(form.ending)]
    longest = max(endings, key=len, default="")
    return (path.name[: -len(longest)] if longest else path.stem) or path.name or "received"


def _left(paper: Paper, at: Citation) -> Iterator[Finding]:
    """What the file tells of instructions that are not kept with the draft, as they cite documents elsewhere."""
    count = len(paper.made_by) + len(paper.orders)
    if count:
        message = (
            f"The file tells {count} instruction{'s' if count > 1 else ''} with the draft; the words alone are kept."
        )
        yield Finding("instructions-not-kept", message, at, "travaux import FILE prints them.", severity=Severity.NOTE)


def _own_tree(draft: Draft, told: Draft, document: Document) -> Draft:
    """The draft `told` with the tree that the file gives, where its words are those of the document."""
    if draft.text != document.text:
        return told
    provisions, _ = _cited(draft.provisions, document.id, 0)
    return replace(told, title=draft.title, provisions=provisions)


def _cited(provisions: tuple[Provision, ...], document: str, start: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions with their words cited from a document in which they stand one line after another from `start`
    on; and where the next one stands."""
    found = []
    for each in provisions:
        label, end = _runs(each.label, document, start)
        content, end = _runs(each.content, document, end)
        children, start = _cited(each.children, document, end + 1 if each.line else start)
        found.append(replace(each, label=label, content=content, children=children))
    return tuple(found), start


def _runs(runs: tuple[Run, ...], document: str, start: int) -> tuple[tuple[Run, ...], int]:
    found = []
    for run in runs:
        end = start + len(run.words)
        found.append(Run(run.words, Citation(document, start, end)))
        start = end
    return tuple(found), start
